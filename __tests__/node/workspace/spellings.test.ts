import { linkSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type SpellingLooks, Spellings } from "../../../src/node/workspace/spellings.ts";
import { Workspace } from "../../../src/node/workspace/workspace.ts";
import { temporaryFolders } from "../temporary.ts";

const folder = temporaryFolders();

/** A file system that folds what it is told to, with these files below `/root`. */
function folding(files: readonly string[], fold: (name: string) => string): SpellingLooks & { asked: number } {
  const all = new Map<string, { name: string; folder: boolean }>();
  for (const file of ["/root", ...files.map((file) => `/root/${file}`)]) {
    const parts = file.split("/").slice(1);
    parts.forEach((name, index) => {
      const path = `/${parts.slice(0, index + 1).join("/")}`;
      if (!all.has(fold(path))) all.set(fold(path), { name, folder: index < parts.length - 1 || file === "/root" });
    });
  }
  const looks = {
    asked: 0,
    look(path: string) {
      looks.asked++;
      if (path === "/") return { id: "/", folder: true, links: 2 };
      const found = all.get(fold(path));
      return found && { id: fold(path), folder: found.folder, links: 1 };
    },
    list(path: string) {
      looks.asked++;
      const inside = path === "/" ? "/" : `${fold(path)}/`;
      return [...all].flatMap(([key, { name }]) =>
        key.startsWith(inside) && !key.slice(inside.length).includes("/") ? [name] : [],
      );
    },
  };
  return looks;
}

const exact = (path: string) => path;
const noCase = (path: string) => path.toLowerCase();
const noForm = (path: string) => path.normalize("NFC");
const neither = (path: string) => path.normalize("NFC").toLowerCase();
const one = (spellings: Spellings, path: string) => spellings.one(path.split("/"));

const composed = "caf\u00e9";
const decomposed = "cafe\u0301";

describe("Spellings", () => {
  it("gives two spellings one path where case is folded, in folders too", () => {
    const spellings = new Spellings("/root", folding(["opus.yaml"], noCase));
    expect(one(spellings, "out/A.txt")).toBe("out/A.txt");
    expect(one(spellings, "OUT/a.TXT")).toBe("out/A.txt");
    expect(one(spellings, "Out/b.txt")).toBe("out/b.txt");
  });

  it("keeps them apart where it is not, each for itself", () => {
    const spellings = new Spellings("/root", folding(["opus.yaml"], exact));
    for (const path of ["out/A.txt", "OUT/a.TXT", "out/a.txt", "out/A.txt", "OUT/a.TXT"])
      expect(one(spellings, path)).toBe(path);
  });

  it("looks at nothing before two spellings have come up", () => {
    const looks = folding(["opus.yaml"], noCase);
    const spellings = new Spellings("/root", looks);
    for (const path of ["a", "b/C.txt", "b/D.txt", "b/C.txt"]) one(spellings, path);
    expect(looks.asked).toBe(0);
    one(spellings, "b/c.txt");
    expect(looks.asked).toBeGreaterThan(0);
  });

  it("goes by the files themselves where they are there", () => {
    // The folder above folds, this one does not: NTFS and ext4 have such folders.
    const mixed = (path: string) => (path.startsWith("/root/linux/") ? path : path.toLowerCase());
    const spellings = new Spellings("/root", folding(["linux/a.txt", "b/x"], mixed));
    expect(one(spellings, "linux/a.txt")).toBe("linux/a.txt");
    expect(one(spellings, "linux/A.txt")).toBe("linux/A.txt");
    expect(one(spellings, "b/X")).toBe("b/X");
    expect(one(spellings, "B/x")).toBe("b/X");
  });

  it.each([
    ["neither", exact, [composed, decomposed, composed.toUpperCase()]],
    ["case alone", noCase, [composed, decomposed, composed]],
    ["forms alone", noForm, [composed, composed, composed.toUpperCase()]],
    ["both", neither, [composed, composed, composed]],
  ])("tells forms of accents from case where a file system folds %s", (_, fold, expected) => {
    const spellings = new Spellings("/root", folding(["\u00fcber.txt"], fold));
    expect([composed, decomposed, composed.toUpperCase()].map((path) => one(spellings, path))).toEqual(expected);
  });

  it("finds off limits in any spelling, where that is the same folder", () => {
    const state = [".opus", "state"];
    expect(new Spellings("/root", folding(["x"], noCase)).within([".OPUS", "State", "a"], state)).toBe(true);
    expect(new Spellings("/root", folding(["x"], exact)).within([".OPUS", "State", "a"], state)).toBe(false);
    expect(new Spellings("/root", folding(["x"], noCase)).within([".opus"], state)).toBe(false);
  });

  it("takes no hard link of a file for another spelling", () => {
    const root = folder();
    writeFileSync(join(root, "A"), "");
    linkSync(join(root, "A"), join(root, "a"));
    expect(new Spellings(root).isSame("", "A", "a")).toBe(false);
  });

  it("keeps paths apart on the disk of these tests as the disk does", () => {
    const root = folder();
    mkdirSync(join(root, "out"));
    const files = new Workspace(root, ".");
    const paths = ["out/A.txt", "out/a.txt"].map((path) => files.realPath(path));
    writeFileSync(join(root, "out/A.txt"), "");
    const folds = files.look("out/a.txt", 0).state === "present";
    expect(paths.map((path) => path.ok && path.value)).toEqual(["out/A.txt", folds ? "out/A.txt" : "out/a.txt"]);
  });
});
