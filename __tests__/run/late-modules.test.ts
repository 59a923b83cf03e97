import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { lateModules } from "../../scripts/late-modules.ts";

const real = createRequire(import.meta.url);

/** Runs the entry of a bundle with these modules, and tells which ones it has loaded when it is through. */
function run(code: string) {
  const loaded: string[] = [];
  const require = (name: string): unknown => {
    loaded.push(name);
    return name === "./parser.cjs" ? { parse: (text: string) => text.length, default: 7 } : real(name);
  };
  const modules: { exports: { [name: string]: (...args: unknown[]) => unknown } } = { exports: {} };
  const body = lateModules(code, ["parser.cjs"]).replace("createRequire(import.meta.url)", "require");
  new Function("require", "module", body)(require, modules);
  return { exports: modules.exports, loaded };
}

const head = `import * as parser__1 from "./parser.cjs";\nconst __nodeRequire = createRequire(import.meta.url);\n`;

test("a module of Node is loaded when something of it is first used, and once", () => {
  const { exports, loaded } = run(`${head}module.exports = __nodeRequire("node:child_process");`);
  expect(Object.keys(exports)).toEqual(Object.keys(real("node:child_process")));
  expect(loaded).toEqual([]);
  expect(exports.spawn).toBe(real("node:child_process").spawn);
  expect(exports.execFileSync).toBe(real("node:child_process").execFileSync);
  expect(loaded).toEqual(["node:child_process"]);
});

test("what others put in the place of a function later is what is called", () => {
  const { exports } = run(`${head}module.exports = __nodeRequire("zlib");`);
  const zlib = real("zlib");
  const { crc32 } = zlib;
  expect(exports.crc32).toBe(crc32);
  zlib.crc32 = () => 1;
  expect(exports.crc32).toBe(zlib.crc32);
  zlib.crc32 = crc32;
});

test("a file is loaded when something of it is first used", () => {
  const { exports, loaded } = run(`${head}module.exports = { parse: (text) => parser__1.parse(text) };`);
  expect(loaded).toEqual([]);
  expect([exports.parse?.("four"), exports.parse?.("")]).toEqual([4, 0]);
  expect(loaded).toEqual(["./parser.cjs"]);
});

test("modules that each run needs stay as they are", () => {
  const { loaded } = run(`${head}module.exports = __nodeRequire("node:path");`);
  expect(loaded).toEqual(["node:path"]);
});

test("a bundle that is not as expected is refused", () => {
  expect(() => lateModules("const a = 1;\n", [])).toThrow("no __nodeRequire");
  expect(() => lateModules(head, ["other.cjs"])).toThrow("does not import other.cjs");
});
