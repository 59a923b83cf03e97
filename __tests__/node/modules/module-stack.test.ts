import { describe, expect, it } from "vitest";
import { errorName, moduleFrames } from "../../../src/node/modules/module-stack.ts";

const places = { ours: "/opt/opus/dist/", from: "/home/mona/shop" };

describe("the frames of a stack", () => {
  it("are those of modules and their packages, from the working directory", () => {
    const stack = `TypeError: bad
    and more of it
    at helper (file:///home/mona/shop/opus/kind.mjs:1:27)
    at async file:///home/mona/shop/opus/a%20b.mjs?again=1:3:4
    at request (/home/mona/shop/node_modules/tool/index.cjs:7:8)
    at other (file:///home/mona/elsewhere.mjs:9:1)
    at new Promise (<anonymous>)
    at #call (file:///opt/opus/dist/index.js:2227:20)
    at run (file:///opt/opus/dist/234.index.js:1:2)
    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)`;
    expect(moduleFrames(stack, places)).toEqual([
      "    at helper (opus/kind.mjs:1:27)",
      "    at async opus/a b.mjs:3:4",
      "    at request (node_modules/tool/index.cjs:7:8)",
      "    at other (/home/mona/elsewhere.mjs:9:1)",
    ]);
  });

  it("are none of a stack without any", () => {
    expect(moduleFrames(undefined, places)).toEqual([]);
    expect(moduleFrames("Error: no", places)).toEqual([]);
  });

  it("come after the name of the error", () => {
    expect(errorName("TypeError: bad\n    at x")).toBe("TypeError");
    expect(errorName("Error [ERR_X]: bad")).toBe("Error");
    expect(errorName("file:///home/mona/kind.mjs:2\nconst b = ;")).toBeUndefined();
    expect(errorName(undefined)).toBeUndefined();
  });
});
