import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusedComponent, splitPath } from "../../../src/node/workspace/workspace-paths.ts";

describe("splitPath", () => {
  it.each([
    ["a/b.txt", "a/b.txt"],
    ["./a//b/./c", "a/b/c"],
    ["a/../b", "b"],
    [".gitignore", ".gitignore"],
    [".github/dependabot.yml", ".github/dependabot.yml"],
    ["x/.github/workflows/a.yml", "x/.github/workflows/a.yml"],
    ["git/x", "git/x"],
    ["...", "..."],
    ["a b/ü.txt", "a b/ü.txt"],
    ["__proto__", "__proto__"],
  ])("takes %j as %j", (path, expected) => {
    const split = splitPath(path, []);
    expect(split.ok && split.value.join("/")).toBe(expected);
  });

  it.each([
    ["", "the path is empty"],
    ["a\0b", "`a\\u0000b` holds a control character (U+0000)"],
    ["a\n", "`a\\n` holds a control character (U+000A)"],
    ["a\ud800", "`a\\ud800` is not well-formed Unicode"],
    ["a\\b", "`a\\\\b` holds a backslash; separate folders with `/`"],
    ["/etc/passwd", "`/etc/passwd` is absolute; paths are relative to the working directory"],
    ["C:x", "`C:x` names a drive; paths are relative to the working directory"],
    ["~/x", "`~/x` begins with `~`, which is not expanded; paths are relative to the working directory"],
    ["a/", "`a/` names a folder, not a file"],
    [".", "`.` names a folder, not a file"],
    ["a/..", "`a/..` names a folder, not a file"],
    ["../x", "`../x` leads out of the workspace"],
    ["a/../../x", "`a/../../x` leads out of the workspace"],
    [".git/config", "`.git/config` lies in `.git`, which opus never touches"],
    ["a/.GIT/hooks/x", "`a/.GIT/hooks/x` lies in `.git`, which opus never touches"],
    [".git", "`.git` lies in `.git`, which opus never touches"],
    [".g\u200cit/x", "`.g\u200cit/x` lies in `.git`, which opus never touches"],
    ["\u200c.git/x", "`\u200c.git/x` lies in `.git`, which opus never touches"],
    [".git. /x", "`.git. /x` lies in `.git`, which opus never touches"],
    ["GIT~1/x", "`GIT~1/x` lies in `.git`, which opus never touches"],
    [".git::$INDEX_ALLOCATION/x", "`.git::$INDEX_ALLOCATION/x` lies in `.git`, which opus never touches"],
    [".github/workflows/a.yml", "`.github/workflows/a.yml` lies in `.github/workflows`, which opus never touches"],
    [".GitHub/WorkFlows", "`.GitHub/WorkFlows` lies in `.github/workflows`, which opus never touches"],
  ])("refuses %j", (path, message) => {
    expect(splitPath(path, [])).toEqual({ ok: false, error: message });
  });

  it("starts from the working directory, and may climb as far as the root", () => {
    expect(splitPath("../b/c", ["a"])).toEqual({ ok: true, value: ["b", "c"] });
    expect(splitPath("../../c", ["a"])).toEqual({ ok: false, error: "`../../c` leads out of the workspace" });
    expect(splitPath("../.github/workflows/x", ["a"]).ok).toBe(false);
    expect(splitPath("..", ["a"], { folder: true })).toEqual({ ok: true, value: [] });
  });

  it("never gives a component that could climb or be off limits", () => {
    const piece = fc.oneof(
      fc.constantFrom("..", ".", "", ".git", ".GIT", "a", ".github", "workflows", "…", " ", "C:", "~"),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const split = splitPath(pieces.join("/"), ["w"]);
        if (!split.ok) return;
        expect(split.value.length).toBeGreaterThan(0);
        for (const part of split.value) expect(part).not.toMatch(/^\.{0,2}$|[\\/\u0000-\u001f]/);
        expect(refusedComponent(split.value)).toBeUndefined();
      }),
    );
  });
});
