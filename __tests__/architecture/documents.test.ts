import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const files = ["src", "scripts", "__tests__"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) =>
    join(folder, path).replaceAll("\\", "/"),
  ),
);
const names = new Set(files.map((path) => basename(path)));

describe("ARCHITECTURE.md", () => {
  const text = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");

  it("names files and folders that exist", () => {
    const paths = [...text.matchAll(/`((?:src|scripts|__tests__)\/[\w./-]*)`/g)].map(([, path]) => path as string);
    expect(paths.length).toBeGreaterThan(30);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const single = [...text.matchAll(/`([\w-]+\.ts)`/g)].map(([, name]) => name as string);
    expect(single.length).toBeGreaterThan(10);
    expect(single.filter((name) => !names.has(name))).toEqual([]);
  });

  it("has a line for every room of src, and for no other", () => {
    const [map] = /```text\naction\.yml[\s\S]*?```/.exec(text) as RegExpExecArray;
    const lines = map.split("\n");
    const rooms = lines.flatMap((line) => /^ {2}([\w-]+)\/ /.exec(line)?.[1] ?? []);
    const inside = (room: string): string[] =>
      readdirSync(join(root, "src", room), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort();
    expect(rooms.sort()).toEqual(inside("."));
    for (const room of ["app", "engine"]) {
      const from = lines.findIndex((line) => line.startsWith(`  ${room}/ `)) + 1;
      const end = lines.findIndex((line, at) => at >= from && /^ {0,2}\S/.test(line));
      const below = lines.slice(from, end).flatMap((line) => line.match(/(?<=^ {4}(?:[\w-]+\/ )*)[\w-]+(?=\/)/g) ?? []);
      expect(below.sort(), room).toEqual(inside(room));
    }
  });

  it("gives each word once", () => {
    const words = [...text.matchAll(/^\| ([a-z]+) \| /gm)].map(([, word]) => word as string);
    expect(words.length).toBeGreaterThanOrEqual(30);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });
});
