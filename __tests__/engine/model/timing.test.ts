import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as timing from "../../../src/engine/model/timing.ts";

const root = join(import.meta.dirname, "../../../src");

test("every fixed time stands in the table", () => {
  const elsewhere = (readdirSync(root, { recursive: true }) as string[])
    .filter((path) => path.endsWith(".ts") && !path.endsWith("model/timing.ts"))
    .flatMap((path) => {
      const lines = readFileSync(join(root, path), "utf8").split("\n");
      // A constant, a default or an option: `const lingerMs = 500`, `timeoutMs = 10_000`, `?? 2_000`, `timeout: 30_000`.
      const fixed = /(?:Ms(?:: [\w [\]]+)? = \[?|Ms \?\? |\btimeout: |Ms: )[1-9][\d_]/;
      return lines.filter((line) => fixed.test(line)).map((line) => `${path}: ${line.trim()}`);
    });
  expect(elsewhere).toEqual([]);
});

test("times are milliseconds, and pauses grow", () => {
  for (const [name, value] of Object.entries<number | readonly number[]>(timing)) {
    expect(name).toMatch(/Ms$/);
    const times = typeof value === "number" ? [value] : value;
    for (const ms of times) expect(Number.isInteger(ms) && ms >= 0 && ms <= 900_000).toBe(true);
    expect(times).toEqual([...times].sort((one, other) => one - other));
  }
});
