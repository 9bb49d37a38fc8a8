import { describe, expect, it } from "vitest";
import { limitConcurrency } from "../../../src/node/limit-concurrency.ts";

describe("a concurrency limit", () => {
  it("runs so many works at once, the others in the order in which they came", async () => {
    const inTurn = limitConcurrency(2);
    const started: number[] = [];
    const finish: (() => void)[] = [];
    const works = [0, 1, 2, 3].map((n) =>
      inTurn(async () => {
        started.push(n);
        await new Promise<void>((resolve) => finish.push(resolve));
        return n;
      }),
    );
    await Promise.resolve();
    expect(started).toEqual([0, 1]);
    finish[1]?.();
    expect(await works[1]).toBe(1);
    await expect.poll(() => started).toEqual([0, 1, 2]);
    for (const n of [0, 2]) finish[n]?.();
    await expect.poll(() => started).toEqual([0, 1, 2, 3]);
    finish[3]?.();
    expect(await Promise.all(works)).toEqual([0, 1, 2, 3]);
  });

  it("goes on after a work that fails, and passes the failure on", async () => {
    const inTurn = limitConcurrency(1);
    const failed = inTurn(() => Promise.reject(new Error("broken")));
    const next = inTurn(() => Promise.resolve("done"));
    await expect(failed).rejects.toThrow("broken");
    expect(await next).toBe("done");
  });
});
