import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { ownPinProblems, pinProblems, withPins } from "../../scripts/pins.ts";
import { temporaryFolders } from "../node/temporary.ts";

const folder = temporaryFolders();
const [one, two] = ["1", "2"].map((digit) => digit.repeat(40));

function repository(files: { readonly [path: string]: string }): string {
  const root = folder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

it("all pins of this repository are the same", () => {
  expect(pinProblems(join(import.meta.dirname, "../.."))).toEqual([]);
  expect(ownPinProblems(join(import.meta.dirname, "../.."))).toEqual([]);
});

it("our own action is named in the version of package.json, or by a commit", () => {
  const root = repository({
    "package.json": '{"version": "2.3.4"}',
    "examples/workflows/x.yml": `- uses: OWNER/magnum-opus@v2\n- uses: OWNER/magnum-opus@${one}\n`,
    "docs/x.md": "one\n- { uses: OWNER/magnum-opus@v1 }\n- uses: OWNER/magnum-opus@main # pin it\n",
  });
  expect(ownPinProblems(root)).toEqual([
    "docs/x.md:2: OWNER/magnum-opus@v1 is not @v2, the version of package.json",
    "docs/x.md:3: OWNER/magnum-opus@main is not @v2, the version of package.json",
  ]);
});

it("those that differ, or are none, are named with their place, and written anew", () => {
  const root = repository({
    ".github/workflows/ci.yml": `steps:\n- uses: a/b@${one} # v1.2.3\n- uses: ./\n`,
    "examples/workflows/x.yml": `- uses: a/b@${two} # v1.2.4\n- uses: OWNER/magnum-opus@v1\n`,
    "README.md": "- uses: a/b@v1\n- uses: c/d@v1\n",
    "docs/deep/er.md": `- { uses: a/b@${one} # v1.2.3\n`,
    "src/x.ts": `const text = "(\`uses: a/b@${two} # v1.2.3\`)";\n`,
  });
  expect(pinProblems(root)).toEqual([
    `examples/workflows/x.yml:1: a/b@${two} # v1.2.4 is another pin than elsewhere (\`${one} # v1.2.3\`); run \`npm run docs\``,
    `README.md:1: a/b@v1 is no commit with its version (\`${one} # v1.2.3\`)`,
    "README.md:2: c/d@v1 is no commit with its version (`<commit> # v1.2.3`)",
    `src/x.ts:1: a/b@${two} # v1.2.3 is another pin than elsewhere (\`${one} # v1.2.3\`); run \`npm run docs\``,
  ]);
  expect(withPins(root, "x\n- uses: a/b@v1, y\n- uses: e/f@v1")).toBe(
    `x\n- uses: a/b@${one} # v1.2.3, y\n- uses: e/f@v1`,
  );
});
