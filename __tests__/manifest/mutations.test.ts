// Valid manifests, damaged at random: always a result, never an exception, and soon.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderDiagnostic } from "../../src/engine/diagnostics/code-frame.ts";
import { workedMs } from "../doubles/cpu-time.ts";
import { load } from "../doubles/memory-files.ts";
import { times } from "../faults/scale.ts";

const manifests = [
  `apiVersion: opus/v1
kind: Project
metadata: {name: storefront}
spec:
  include: ["more/*.yaml"]
  contexts:
  - {input: [test, prod]}
  - {event: pull_request, label: preview, context: "pr-\${GITHUB:event.number}", inherits: dev}
  - {branch: main, context: test}
  commands: {deploy: apply}
  limits: {maxDeletes: 5, maxDeletePercent: 30}
  hooks:
  - {use: outputs, with: {map: {id: "\${VAR:greeting:FILE_PATH}"}}}
---
apiVersion: opus/v1
kind: Values
metadata: {name: shared}
spec:
  values:
    apiUrl: {type: string, required: true, contexts: {test: "https://test.example"}}
    retries: {type: integer, default: 1}
  secrets:
    hookToken: {env: HOOK_TOKEN, contexts: {prod: {env: PROD_HOOK_TOKEN}}}
---
apiVersion: opus/v1
kind: File
metadata:
  name: greeting
  formerNames: [hello]
  dependencies:
  - tasks: [ping]
  lifecycle: {preventDestroy: [prod], ignoreChanges: [/mode]}
  timeout: 5m
spec: {path: out/hello.txt, content: "Hello \${VALUE:apiUrl}", mode: "0644"}
`,
  `# a script
apiVersion: opus/v1
kind: Shell
metadata:
  name: ping
  retries: {limit: 2, delay: 2s}
spec:
  create: |
    set -e
    curl "$URL" > \${HOME}/x
  read: >-
    echo
    '{}'
  env: &env {URL: https://example.com, COUNT: 3}
  secretEnv: {TOKEN: '\${SECRET:hookToken:-none}'}
  inputs:
    - "src/**"
    - 'it''s'
---
apiVersion: example/v1
kind: Bucket
metadata: {name: photos}
spec: {labels: {a: [1, 2.5, true, null, "x\\ty"]}}
`,
  '{"apiVersion": "opus/v1", "kind": "File", "metadata": {"name": "a"},\n\t"spec": {"path": "a/b", "content": "\\u00e9"}}\n',
];

const pieces = [
  ..."{}[]:,-?!&*#|>'\"%@`\\\n\t \u0000\u0085\ufeff\ud83d",
  "${",
  "}",
  "---\n",
  "...\n",
  "- ",
  "? ",
  "<<: *env\n",
  "&env ",
  "*env",
  "!!str ",
  "__proto__: ",
  "  ",
  "${VALUE:x}",
  "null",
  "1e999",
];

type Mutation =
  | { readonly kind: "flip"; readonly at: number; readonly bit: number }
  | { readonly kind: "delete"; readonly at: number; readonly length: number }
  | { readonly kind: "insert"; readonly at: number; readonly piece: string; readonly times: number }
  | { readonly kind: "swap"; readonly at: number; readonly other: number }
  | { readonly kind: "repeat"; readonly at: number; readonly length: number; readonly times: number };

const place = fc.double({ min: 0, max: 1, noNaN: true });
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant("flip" as const), at: place, bit: fc.nat(7) }),
  fc.record({ kind: fc.constant("delete" as const), at: place, length: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    kind: fc.constant("insert" as const),
    at: place,
    piece: fc.constantFrom(...pieces),
    times: fc.constantFrom(1, 1, 1, 2, 150),
  }),
  fc.record({ kind: fc.constant("swap" as const), at: place, other: place }),
  fc.record({
    kind: fc.constant("repeat" as const),
    at: place,
    length: fc.integer({ min: 1, max: 300 }),
    times: fc.integer({ min: 2, max: 5 }),
  }),
);

function mutate(text: string, change: Mutation): string {
  const at = Math.floor(change.at * text.length);
  switch (change.kind) {
    case "flip":
      return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << change.bit)) + text.slice(at + 1);
    case "delete":
      return text.slice(0, at) + text.slice(at + change.length);
    case "insert":
      return text.slice(0, at) + change.piece.repeat(change.times) + text.slice(at);
    case "swap": {
      const lines = text.split("\n");
      const [a, b] = [Math.floor(change.at * (lines.length - 1)), Math.floor(change.other * (lines.length - 1))];
      [lines[a], lines[b]] = [lines[b] ?? "", lines[a] ?? ""];
      return lines.join("\n");
    }
    case "repeat":
      return (
        text.slice(0, at) + text.slice(at, at + change.length).repeat(change.times) + text.slice(at + change.length)
      );
  }
}

describe("damaged manifests", () => {
  it("the undamaged ones are valid", () => {
    const manifest = load(
      { "a.yaml": manifests[0] ?? "", "b.yaml": manifests[1] ?? "", "c.json": manifests[2] ?? "" },
      { patterns: ["*.*"] },
    );
    expect(manifest.diagnostics.map(({ code }) => code)).toEqual(["include-matches-nothing"]);
    expect(manifest.tasks.map(({ name }) => name)).toEqual(["greeting", "ping", "photos", "a"]);
  });

  it("give diagnostics with places inside of the file, within a second", { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...manifests),
        fc.array(mutation, { minLength: 1, maxLength: 6 }),
        (text, changes) => {
          const damaged = changes.reduce(mutate, text);
          const start = workedMs();
          const manifest = load(damaged);
          for (const diagnostic of manifest.diagnostics) {
            expect(diagnostic.message).not.toMatch(/undefined|\[object|NaN\b(?!`)/);
            const rendered = renderDiagnostic(diagnostic, manifest.sources);
            expect(rendered).toContain(diagnostic.code);
            expect(rendered).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);
            const { location } = diagnostic;
            if (location === undefined) continue;
            const lines = (manifest.sources.get(location.file) ?? "").split("\n");
            expect(location.line).toBeLessThanOrEqual(lines.length);
            expect(location.column).toBeLessThanOrEqual((lines[location.line - 1] ?? "").length + 1);
          }
          for (const task of manifest.tasks) task.locate("/spec/content", { offset: 3 });
          expect(workedMs() - start).toBeLessThan(1000);
        },
      ),
      { numRuns: times(5_000, 300) },
    );
  });
});
