import { expect, it } from "vitest";
import { topicGroups } from "../../../../../../src/extension/pages/learn/share/topic-groups.ts";
import { SHIPPED } from "../../../../core/awareness/shipped-content.ts";

function groupsOn(day: string) {
  return topicGroups(SHIPPED, Date.parse(`${day}T12:00:00+07:00`)).groups;
}

it("alerts in force come first, then this week's tip; what is over comes last", () => {
  const groups = groupsOn("2026-02-01");
  expect(groups.map(({ name }) => name)).toEqual([
    "alert",
    "week",
    ..."form tip campaign past".split(" "),
  ]);
  expect(groups[0]?.topics.every(({ past }) => !past)).toBe(true);
  expect(groups[1]?.topics.map(({ id }) => id)).toEqual(["tip-w05"]);
  expect(groups.at(-1)?.topics.every(({ past }) => past)).toBe(true);
  // Warnings of later days are not known yet.
  expect(
    groups
      .flatMap(({ topics }) => topics)
      .every(({ kind, date }) => kind !== "alert" || date <= "2026-02-01"),
  ).toBe(true);
});

it("with no alert in force this week's tip is offered first, and nothing twice", () => {
  const groups = groupsOn("2026-11-25");
  expect(groups[0]?.topics.map(({ id }) => id)).toEqual(["tip-w48"]);
  expect(groups.at(-1)).toMatchObject({ name: "past" });
  const ids = groups.flatMap(({ topics }) => topics.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});
