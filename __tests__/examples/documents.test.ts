import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { exampleProblems, exampleRows } from "../../scripts/examples.ts";
import { temporaryFolders } from "../node/temporary.ts";
import { own, root } from "./sources.ts";

const folder = temporaryFolders();
const fence = (text: string) => `\`\`\`yaml\n${text}\`\`\`\n`;
const action = {
  ...own,
  inputs: { command: { description: "", default: "" } },
  outputs: { drift: { description: "" } },
};

function repository(files: { readonly [path: string]: string }): string {
  const at = folder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(at, path)), { recursive: true });
    writeFileSync(join(at, path), text);
  }
  return at;
}

const example = `# Looks at one.
# And more.
name: x
permissions: { contents: read }
jobs:
  one: { name: "Opus look (\${{ matrix.context }})", steps: [] }
  two: { name: Opus tell, permissions: { issues: write }, steps: [] }
`;

it("the documents of this repository agree with the examples and with action.yml", () => {
  expect(exampleProblems(root, own)).toEqual([]);
});

it("what disagrees is named with its place", () => {
  const steps = '- uses: OWNER/magnum-opus@v1\n  id: look\n  with: { comand: plan }\n- run: "true"\n';
  const at = repository({
    "examples/workflows/x.yml": example,
    "README.md": "Require `Opus tell`, `Opus look (prod)` and\n`Opus plan`.\n",
    "docs/a.md": `A step:\n\n${fence(`${steps}  if: steps.look.outputs.drift || steps.look.outputs.drifts\n`)}`,
    "docs/b.md": fence("- uses: OWNER/magnum-opus@v1\n  with: { command: [ }\n"),
    "docs/c.md": `1. In a list:\n   ${fence("   uses: OWNER/magnum-opus@v1\n   with:\n     command: plan\n     reports: x\n   ")}`,
  });
  expect(exampleProblems(at, action)).toEqual([
    'README.md:2: no example has a job with the name "Opus plan"',
    'docs/a.md:6: the action has no input "comand"',
    'docs/a.md:8: the action has no output "drifts"',
    expect.stringMatching(/^docs\/b\.md:1: this is no YAML: /),
    'docs/c.md:6: the action has no input "reports"',
  ]);
});

it("the table of the examples has what each is for, its jobs and what they may do", () => {
  expect(exampleRows(repository({ "examples/workflows/x.yml": example }))).toEqual([
    ["[x.yml](x.yml)", "Looks at one", "Opus look (…)", "`contents: read`"],
    ["", "", "Opus tell", "`issues: write`"],
  ]);
});
