import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { explain } from "../../../src/app/tools/explain.ts";

const folder = join(import.meta.dirname, "../../../docs/codes");
const pageOf = (code: string) => readFileSync(join(folder, `${code}.md`), "utf8");

it("tells of a code what its page has, with the message and what leads to it", () => {
  const told = explain("unset-variable", pageOf);
  expect(told.ok && told.text).toMatchInlineSnapshot(`
    "unset-variable (References)

      Told as an error; one of the codes of references.

    What it means

      \`\${ENV:…}\` of a variable that is not set.

    What to do

      Set it, or give a fallback.

    What you see

      \`opus.yaml\`:

          apiVersion: opus/v1
          kind: Project
          metadata: { name: shop }
          spec:
            contexts: [{ input: true }]
          ---
          apiVersion: opus/v1
          kind: File
          metadata: { name: hello }
          spec: { path: hello.txt, content: "\${ENV:REGION}" }

      \`opus plan --context prod\` says:

          opus.yaml:10:36: error unset-variable: task "hello": the environment variable REGION is not set
               9 | metadata: { name: hello }
            > 10 | spec: { path: hello.txt, content: "\${ENV:REGION}" }
                 |                                    ^^^^^^^^^^^^^
            \`export REGION=…\`, or give a default: \`\${ENV:REGION:-…}\`.

    Related

      - \`guessable-secret\`: a secret equals a name that stands openly in the
        manifest
      - \`secret-in-manifest\`: what a secret holds stands in the manifest as text
      - \`refused-variable\`: a variable that belongs to the runner, or to opus, in
        \`\${ENV:…}\` or as that of a secret
      - \`unknown-github\`: the github context has no such name
      - In the docs: references (docs/references.md)"
  `);
});

it("without pages beside the program it tells what it knows itself", () => {
  const told = explain("unset-variable", () => undefined);
  expect(told.ok && told.text).toBe(
    "unset-variable (References)\n\n  It means: `${ENV:…}` of a variable that is not set.\n  What to do: set it, or give a fallback.",
  );
});

it("of every code it tells no mark of a page, and what is no example fits a terminal", () => {
  const names = readdirSync(folder).map((name) => name.replace(/\.md$/, ""));
  expect(names.length).toBeGreaterThan(170);
  for (const name of names) {
    const told = explain(name, pageOf);
    const lines = (told.ok ? told.text : "").split("\n").filter((line) => !line.startsWith("      "));
    expect(lines.length, name).toBeGreaterThan(8);
    expect(lines.filter((line) => /^(?:#|```|<!--)|\]\(/.test(line))).toEqual([]);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  }
});

it("asks for no page of what is no code", () => {
  const asked: string[] = [];
  const told = explain("../../secret", (code) => {
    asked.push(code);
    return "";
  });
  expect([told.ok, asked]).toEqual([false, []]);
});
