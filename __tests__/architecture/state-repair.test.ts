// docs/state-repair.md is searched for the words of a message: its headings have the words that the program says.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** Texts of the sources, with `…` for each value in them. */
function messages(): string {
  const files = globSync("src/{app,engine,github,hooks,state}/**/*.ts", { cwd: root });
  return files
    .map(read)
    .join("\n")
    .replaceAll("\\`", "`")
    .replace(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, "…");
}

it("every heading about a message of state has the words of a message", () => {
  const headings = [...read("docs/state-repair.md").matchAll(/^### (.*)$/gm)].map(([, heading = ""]) => heading);
  expect(headings.length).toBeGreaterThan(40);
  const said = messages();
  const words = headings.flatMap((heading) => heading.split(/…|·/).map((part) => part.trim()));
  const checked = words.filter((part) => part.length >= "is there".length);
  expect(checked.length).toBeGreaterThan(headings.length);
  expect(checked.filter((part) => !said.includes(part))).toEqual([]);
});

it("every reason why a branch or a sealed state can't be had is among them", () => {
  const headings = [...read("docs/state-repair.md").matchAll(/^### (.*)$/gm)].map(([, heading = ""]) => heading);
  const sources = ["src/state/backends/branch/git/remote-messages.ts", "src/state/seal/refusals.ts"];
  const reasons = sources.flatMap((path) =>
    [...read(path).matchAll(/\b(?:what|why): (?:"([^"]+)"|`((?:[^`\\]|\\.)+)`)/g)].map(
      ([, quoted, template]) => quoted ?? template ?? "",
    ),
  );
  expect(reasons.length).toBeGreaterThan(20);
  // What is around a value, as headings have it; what follows a comma is left out there at times.
  const found = (reason: string): boolean => {
    const [beginning = ""] = reason.replaceAll("\\`", "`").split(/\$\{[^}]*\}|,/);
    return beginning.trim() === "" || headings.some((heading) => heading.includes(beginning.trim()));
  };
  expect(reasons.filter((reason) => !found(reason))).toEqual([]);
});
