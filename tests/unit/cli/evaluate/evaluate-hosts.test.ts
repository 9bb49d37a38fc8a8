import { describe, expect, it } from "vitest";
import { evaluateHosts, type HostCase } from "../../../../src/cli/evaluate/evaluate-hosts.ts";
import { shippedBrands } from "../../core/lookalike/shipped-brands.ts";

describe("the measuring of hosts", () => {
  it("counts what is found, what carries a name, and what is disturbed", () => {
    const cases: HostCase[] = [];
    const summary = evaluateHosts(
      ["vietcombank-xacthuc.top", "qwertz.example", "vietcombank.qwertz.co.jp"],
      ["example.com", "vietcombank.com.vn"],
      shippedBrands(),
      (one) => cases.push(one),
    );
    expect(summary.counts).toEqual({ scam: 3, benign: 2, scamNamed: 2, benignOfficial: 1 });
    expect(summary.recall).toMatchObject({ count: 1, of: 3 });
    expect(summary.recallOfNamed).toMatchObject({ count: 1, of: 2 });
    expect(summary.falsePositives).toMatchObject({ count: 0, of: 2 });
    const { fit, measure } = summary.halves;
    expect(fit.recall.of + measure.recall.of).toBe(3);
    expect(cases.map(({ host, level, expect: due }) => [host, level, due])).toEqual([
      ["vietcombank-xacthuc.top", "warn", "warn"],
      ["qwertz.example", "none", "warn"],
      ["vietcombank.qwertz.co.jp", "none", "warn"],
      ["example.com", "none", "none"],
      ["vietcombank.com.vn", "official", "none"],
    ]);
  });
});
