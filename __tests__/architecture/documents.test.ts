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

  it("names parts and members that exist", () => {
    const code = files
      .filter((path) => /^(?:src|scripts)\/.*\.ts$/.test(path))
      .map((path) => readFileSync(join(root, path), "utf8"))
      .join("\n");
    const words = new Set(code.match(/[A-Za-z_$][\w$]*/g));
    const quoted = new Set([...code.matchAll(/["'`]([\w-]+)["'`]/g)].map(([, name]) => name));
    const spans = [...text.replace(/^```[\s\S]*?^```/gm, "").matchAll(/`([^`\n]+)`/g)].map(
      ([, span]) => span as string,
    );
    const parts = spans.filter((span) => /^[a-z]+(-[a-z0-9]+)+$/.test(span));
    expect(parts.length).toBeGreaterThan(50);
    expect(parts.filter((name) => !names.has(`${name}.ts`) && !quoted.has(name))).toEqual([]);
    const members = spans.filter((span) => /^[A-Za-z]+(\.[A-Za-z]+)*$/.test(span));
    expect(members.length).toBeGreaterThan(80);
    expect(members.filter((name) => !name.split(".").every((member) => words.has(member)))).toEqual([]);
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
