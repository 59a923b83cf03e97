import { expect, it } from "vitest";
import { openNames, secretWarnings } from "../../../src/app/secrets/declared-secrets.ts";
import { load } from "../../doubles/memory-files.ts";

const sources = new Map([
  ["opus.yaml", "metadata: {name: storefront}\nspec:\n  content: a literal-secret b\n"],
  ["more.yaml", "x: literal-secret\n"],
]);
const secret = (name: string, value: string, variable = name.toUpperCase()) => ({ name, value, variable });

it("a secret of one to three characters is told of once, by name", () => {
  expect(
    secretWarnings([secret("pin", "123"), secret("pin", " 1 ", "OTHER"), secret("fine", "1234")], sources),
  ).toEqual([
    {
      severity: "warning",
      code: "short-secret",
      message:
        'the secret "pin" has fewer than 4 characters, so all that reads like it is hidden, and its encoded forms are not',
      suggestion: "Choose a longer one, or make it a value if it is none.",
    },
  ]);
});

it("what stands in the manifest is no secret any more: told of at its first place, unless it is a short word", () => {
  const declared = [secret("user", "name"), secret("token", "literal-secret"), secret("again", "literal-secret")];
  expect(secretWarnings(declared, sources)).toEqual(
    ["token", "again"].map((name) => ({
      severity: "warning",
      code: "secret-in-manifest",
      message: `what the secret "${name}" holds stands here for all who can read the repository; texts and names of a manifest are stored as they are`,
      location: { file: "opus.yaml", line: 3, column: 14 },
      suggestion: `Write \${SECRET:${name}} and change the secret, or make it a value if it is none.`,
    })),
  );
});

it("one that equals a name is told of once, with neither the name nor a place", () => {
  const declared = [secret("db", "storefront\n"), secret("db", "x", "OTHER"), secret("fine", "storefronts")];
  const warnings = secretWarnings(declared, sources, new Set(["storefront", "x"]));
  expect(warnings).toEqual([
    {
      severity: "warning",
      code: "guessable-secret",
      message:
        'what the secret "db" holds is also a name that stands openly in the manifest or the workflow (of a task, a kind, a context, a command or the project): it can be guessed, and is not hidden',
      suggestion: "Choose a long random one, or make it a value if it is none.",
    },
  ]);
  expect(JSON.stringify(warnings)).not.toContain("storefront");
});

it("names that are said openly are those of the project, tasks, kinds, contexts and commands", () => {
  const manifest = load({
    "opus.yaml": `apiVersion: opus/v1
kind: Project
metadata: {name: shop}
spec:
  contexts:
  - {input: [manual]}
  - {branch: main, context: live, inherits: base}
  - {event: schedule, contexts: [one, two]}
  commands: {deploy: apply}
---
apiVersion: opus/v1
kind: Values
metadata: {name: v}
spec:
  values: {literal: {type: string, default: literal-text, contexts: {of-values: literal-text}}}
  secrets: {token: {env: VARIABLE, contexts: {of-secrets: {env: OTHER}}}}
---
apiVersion: opus/v1
kind: File
metadata: {name: now, formerNames: [once], description: words}
spec: {path: a-path, content: some-text}
`,
  });
  const names = ["shop", "now", "once", "File", "manual", "live", "base", "one", "two", "deploy", "chosen"];
  expect([...openNames({ manifest, project: "shop" }, ["chosen"])].sort()).toEqual(
    [...names, "of-values", "of-secrets"].sort(),
  );
});
