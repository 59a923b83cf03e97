import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { KeptCode } from "../../src/node/kept-code.ts";
import { temporaryFolders } from "./temporary.ts";

const folder = temporaryFolders();

interface Loaded {
  readonly id: number;
  readonly ids: readonly number[];
  readonly modules: { readonly [id: string]: () => unknown };
}

/** A chunk as the bundle has them. */
const chunk = (answer: string): string => `export const id = 7;
export const ids = [7];
export const modules = {

/***/ 42:
/***/ (() => {
const long = [${'"x",'.repeat(2_000)}];
function answer() { return ${answer}; }
return answer;
})

};
`;

function place(text = chunk("long.length")) {
  const path = join(folder(), "7.index.js");
  writeFileSync(path, text);
  return { path, url: pathToFileURL(path), kept: folder() };
}

/** One process: loads the chunk, calls what is in it, and ends. */
function start(url: URL, kept: string, use = "plan") {
  const atExit: (() => void)[] = [];
  const code = new KeptCode({ folder: kept, use, onExit: (listener) => atExit.push(listener) });
  const loaded = code.load(url) as Loaded | undefined;
  const answer = (loaded?.modules[42]?.() as (() => unknown) | undefined)?.();
  for (const listener of atExit) listener();
  return { loaded, answer };
}

describe("code that was compiled", () => {
  it("is kept for the next process, which gets the same chunk", () => {
    const { url, kept } = place();
    const { loaded, answer } = start(url, kept);
    expect([loaded?.id, loaded?.ids, Object.keys(loaded?.modules ?? {}), answer]).toEqual([7, [7], ["42"], 2_000]);
    const [name = ""] = readdirSync(kept);
    const before = statSync(join(kept, name));
    expect(before.mode & 0o777).toBe(0o600);
    expect(start(url, kept).answer).toBe(2_000);
    expect(readdirSync(kept)).toEqual([name]);
    // It was taken, and so not made again.
    expect(statSync(join(kept, name)).mtimeMs).toBe(before.mtimeMs);
  });

  it("is never taken for a chunk that is another one by now, nor for another use", () => {
    const { path, url, kept } = place(chunk("1"));
    start(url, kept);
    writeFileSync(path, chunk("2"));
    expect(start(url, kept).answer).toBe(2);
    expect(start(url, kept, "apply").answer).toBe(2);
    expect(readdirSync(kept)).toHaveLength(3);
  });

  it("that is damaged, of another chunk or cut is made again", () => {
    const { url, kept } = place();
    start(url, kept);
    const path = join(kept, readdirSync(kept)[0] ?? "");
    const whole = readFileSync(path);
    for (const damage of [
      Buffer.alloc(0),
      whole.subarray(0, whole.length / 2),
      Buffer.concat([whole.subarray(0, 200), Buffer.alloc(8, 0xff), whole.subarray(208)]),
      Buffer.concat([Buffer.alloc(32), whole.subarray(32)]),
    ]) {
      writeFileSync(path, damage);
      expect(start(url, kept).answer).toBe(2_000);
      expect(readFileSync(path).length).toBeGreaterThan(2_000);
    }
  });

  it("is not kept, and nothing else is changed, where nobody can write", () => {
    const { url, kept } = place();
    expect(start(url, join(kept, "missing")).answer).toBe(2_000);
    if (process.getuid?.() === 0) return;
    chmodSync(kept, 0o500);
    expect(start(url, kept).answer).toBe(2_000);
    expect(readdirSync(kept)).toEqual([]);
  });
});

describe("a chunk", () => {
  it("has its lines where they are in the file, and is strict", () => {
    const { url, kept } = place(chunk("(() => { throw new Error('here'); })()"));
    const failed = (): string => {
      try {
        start(url, kept);
        return "";
      } catch (error) {
        return (error as Error).stack ?? "";
      }
    };
    expect(failed()).toContain(`${url.href}:8:`);
    const strict = place(chunk("(function () { return this; })() === undefined"));
    expect(start(strict.url, strict.kept).answer).toBe(true);
  });

  it("that is none, is gone, or imports what it is told is left to an import", () => {
    const { url, kept } = place("export default 1;\n");
    expect(start(url, kept).loaded).toBe(undefined);
    expect(start(place(chunk("import(process.title)")).url, kept).loaded).toBe(undefined);
    expect(start(place(chunk("(/* import() */ 3)")).url, folder()).answer).toBe(3);
    expect(start(new URL("gone.js", url), kept).loaded).toBe(undefined);
    expect(readdirSync(kept)).toEqual([]);
  });
});
