import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keepYoungSpace } from "../../src/node/young-space.ts";

const module = join(import.meta.dirname, "../../src/node/young-space.ts");

/** Makes three million objects, a tenth of which stay, in a process of its own. */
function spaceAfter(when: "never" | "before" | "soon", flags: readonly string[] = []) {
  const script = `
    import { getHeapSpaceStatistics } from "node:v8";
    import { keepYoungSpace } from ${JSON.stringify(module)};
    const size = () => getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space").space_size / 2 ** 20;
    const keep = () => keepYoungSpace({ version: process.versions.v8, flags: process.execArgv.join(" ") });
    const kept = [];
    let done = "${when}" === "before" && keep();
    for (let number = 0; number < 3e6; number++) {
      const made = { number, list: [number], text: String(number) };
      if (number % 10 === 0) kept.push(made);
      if ("${when}" === "soon" && !done && number % 1_000 === 0) done = keep();
    }
    console.log(JSON.stringify({ done, size: size(), kept: kept.length }));
  `;
  const args = [...flags, "--no-warnings", "--experimental-strip-types", "--input-type=module", "-e", script];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as { done: boolean; size: number };
}

describe("the space for new objects", () => {
  it("stays as large as it was", () => {
    expect(spaceAfter("never").size).toBeGreaterThanOrEqual(32);
    expect(spaceAfter("soon").done).toBe(true);
    expect(spaceAfter("soon").size).toBeLessThanOrEqual(16);
  });

  it("is made large enough where it is still too small to be quick", () => {
    const { done, size } = spaceAfter("before");
    expect(done).toBe(true);
    expect(size).toBeGreaterThanOrEqual(8);
    expect(size).toBeLessThanOrEqual(16);
  });

  it("is left alone where somebody has said how large it is to be", () => {
    expect(spaceAfter("soon", ["--max-semi-space-size=32"]).done).toBe(false);
    const { v8 } = process.versions;
    expect(keepYoungSpace({ version: v8, flags: "--max_semi_space_size=64" })).toBe(false);
  });

  it("is left alone by versions of V8 that nobody has tried", () => {
    expect(keepYoungSpace({ version: "15.0.1-node.2", flags: "" })).toBe(false);
  });
});
