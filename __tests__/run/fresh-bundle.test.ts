import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { builtDigest, sourcesDigest } from "../../scripts/sources.ts";
import { staleBundle } from "./fresh-bundle.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "opus-sources-"));
  for (const name of ["src/engine", "scripts", "docs"]) mkdirSync(join(folder, name), { recursive: true });
  write("src/engine/plan.ts", "a");
  write("scripts/bundle.ts", "b");
  write("package-lock.json", "c");
  write("docs/start.md", "d");
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

describe("the digest of the sources", () => {
  it.each([
    ["another text", "src/engine/plan.ts", "aa"],
    ["another name", "src/engine/plan-it.ts", ""],
    ["another package", "package-lock.json", "cc"],
    ["another way to bundle", "scripts/bundle.ts", "bb"],
  ])("changes with %s", (_, path, text) => {
    const before = sourcesDigest(folder);
    write(path, text);
    expect(sourcesDigest(folder)).not.toBe(before);
  });

  it("does not change with a page of the docs", () => {
    const before = sourcesDigest(folder);
    write("docs/start.md", "dd");
    expect(sourcesDigest(folder)).toBe(before);
  });

  it("is the same with the line ends of Windows", () => {
    write("src/engine/plan.ts", "a\nb\n");
    const before = sourcesDigest(folder);
    write("src/engine/plan.ts", "a\r\nb\r\n");
    expect(sourcesDigest(folder)).toBe(before);
  });
});

describe("a bundle", () => {
  it("of these sources is tested", () => {
    write("sources.sha256", `${sourcesDigest(folder)}\n`);
    expect(staleBundle(builtDigest(folder), sourcesDigest(folder), {})).toBeUndefined();
  });

  it("of other sources is refused", () => {
    write("sources.sha256", `${sourcesDigest(folder)}\n`);
    write("src/engine/plan.ts", "changed");
    expect(staleBundle(builtDigest(folder), sourcesDigest(folder), {})).toBe(
      "dist/ was made of other sources than these, and the tests run what is in dist/. Run `npm run build` first (about 40 s). For a bundle that you made in another way, set OPUS_ANY_BUNDLE=1.",
    );
  });

  it("that does not say what it was made of is refused", () => {
    expect(staleBundle(builtDigest(folder), sourcesDigest(folder), { OPUS_ANY_BUNDLE: "" })).toMatch(
      /^dist\/ does not say what it was made of, and /,
    );
  });

  it("of any sources is tested for who says so", () => {
    expect(staleBundle(undefined, sourcesDigest(folder), { OPUS_ANY_BUNDLE: "1" })).toBeUndefined();
  });
});
