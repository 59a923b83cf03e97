import { describe, expect, test } from "vitest";
import { withNewNames } from "../../../src/engine/recorded/entries.ts";

const entry = {
  spec: {
    one: "a ${VAR:db:PW:-fb} $${VAR:db:PW} ${SECRET:db}",
    list: ["${VAR:other:PW}", { deep: "${VAR:db:PW}${VAR:db.x:PW}" }],
  },
  fingerprints: { "VAR:db:PW": "1", db: "2", "VAR:other:PW": "3" },
  dependencies: ["other", "db"],
};

describe("an entry under new names", () => {
  test("names tasks as they are called now, and leaves escapes, fallbacks and secrets alone", () => {
    expect(withNewNames(entry, new Map([["db", "db2"]]))).toEqual({
      spec: {
        one: "a ${VAR:db2:PW:-fb} $${VAR:db:PW} ${SECRET:db}",
        list: ["${VAR:other:PW}", { deep: "${VAR:db2:PW}${VAR:db.x:PW}" }],
      },
      fingerprints: { "VAR:db2:PW": "1", db: "2", "VAR:other:PW": "3" },
      dependencies: ["other", "db2"],
    });
  });

  test("there and back, over several names, is as before", () => {
    const steps = [
      ["db", "db2"],
      ["db2", "a.b"],
      ["a.b", "db"],
    ] as const;
    expect(steps.reduce((now, [from, to]) => withNewNames(now, new Map([[from, to]])), entry)).toEqual(entry);
  });

  test("is the same object when it names nobody who was renamed", () => {
    expect(withNewNames(entry, new Map([["nobody", "x"]]))).toBe(entry);
  });
});
