// Valid manifests, damaged at random, through a whole plan: a result every time, never a bug, and nothing written.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSettings } from "../../../src/action/inputs.ts";
import { run } from "../../../src/app/run-command.ts";
import { hostIn } from "../../doubles/host.ts";
import { times } from "../../faults/scale.ts";

const wanted = times(5_000, 300);

const manifest = `apiVersion: opus/v1
kind: Project
metadata: {name: storefront}
spec:
  contexts:
  - {input: [test, prod]}
  - {event: pull_request, label: preview, context: "pr-\${GITHUB:event.number}", inherits: test}
  - {branch: main, context: test}
  limits: {maxDeletes: 5, maxDeletePercent: 30}
---
apiVersion: opus/v1
kind: Values
metadata: {name: shared}
spec:
  values:
    apiUrl: {type: string, required: true, contexts: {test: "https://test.example", prod: "\${ENV:API_URL:-none}"}}
    retries: {type: integer, default: 1, contexts: {prod: 3}}
  secrets:
    hookToken: {env: HOOK_TOKEN, contexts: {prod: {env: PROD_HOOK_TOKEN}}}
---
apiVersion: opus/v1
kind: File
metadata:
  name: greeting
  formerNames: [hello]
  dependencies:
  - tasks: [settings]
  - {commands: [apply], contexts: [prod], tasks: [ping]}
  processingScope:
  - {commands: [plan, apply, delete], contexts: [test, "pr-*"]}
  lifecycle: {preventDestroy: [prod], ignoreChanges: [/mode], onRemove: forget}
  timeout: 5m
  retries: {limit: 2, delay: 2s}
spec: {path: out/hello.txt, content: "Hello \${VALUE:apiUrl} \${VAR:settings:SIZE}", mode: "0644"}
---
apiVersion: opus/v1
kind: File
metadata: {name: settings}
spec:
  path: out/settings.json
  content: |
    {"retries": \${VALUE:retries}, "home": "$\${HOME}"}
---
apiVersion: opus/v1
kind: Shell
metadata: {name: ping}
spec:
  create: |
    curl "$URL" > \${HOME}/x
  env: {URL: "\${VALUE:apiUrl}", FILE: "\${VAR:greeting:FILE_PATH:-none}"}
  secretEnv: {TOKEN: "\${SECRET:hookToken}"}
  capture: true
`;

/** What YAML, our references and JSON pointers care about. */
const pieces = [
  ":",
  "-",
  "{",
  "}",
  "[",
  "]",
  "\n",
  "  ",
  "\t",
  "#",
  "&a ",
  "*a",
  "!",
  "|",
  ">",
  "'",
  '"',
  "%",
  "@",
  "`",
  "${",
  "$${",
  "${VAR:",
  "${VALUE:x}",
  ":-",
  "---\n",
  "...",
  "~",
  "null",
  "<<: ",
  "\u0000",
  "\ufeff",
  "é",
  "\ud83d",
  "0x1F",
  "1e999",
  ".inf",
  "__proto__: 1",
  "../",
  "/",
  "~0",
];

const mutation = fc.oneof(
  fc.record({ type: fc.constant("insert" as const), at: fc.nat(), text: fc.constantFrom(...pieces) }),
  fc.record({ type: fc.constant("delete" as const), at: fc.nat(), length: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ type: fc.constant("swap" as const), at: fc.nat(), with: fc.nat() }),
  fc.record({ type: fc.constant("repeat" as const), at: fc.nat(), lines: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ type: fc.constant("replace" as const), at: fc.nat(), code: fc.integer({ min: 32, max: 0x2fff }) }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function apply(text: string, change: Mutation): string {
  const at = change.at % (text.length + 1);
  const lines = text.split("\n");
  const line = change.at % lines.length;
  switch (change.type) {
    case "insert":
      return text.slice(0, at) + change.text + text.slice(at);
    case "delete":
      return text.slice(0, at) + text.slice(at + change.length);
    case "replace":
      return text.slice(0, at) + String.fromCharCode(change.code) + text.slice(at + 1);
    case "swap": {
      const other = change.with % lines.length;
      [lines[line], lines[other]] = [lines[other] ?? "", lines[line] ?? ""];
      return lines.join("\n");
    }
    case "repeat":
      lines.splice(line, 0, ...lines.slice(line, line + change.lines));
      return lines.join("\n");
  }
}

describe("a damaged manifest", () => {
  let directory = "";
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), "opus-mutations-"));
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const plan = async (text: string) => {
    writeFileSync(join(directory, "opus.yaml"), text);
    const settings = readSettings({ command: "plan", context: "test", "state-backend": "file" }, { terminal: false });
    if (!settings.ok) throw new Error("the settings are wrong");
    const host = hostIn(directory, { terminal: false, environment: { HOOK_TOKEN: "a-secret-value" } });
    return run(settings.value, host);
  };

  it("is sound before the damage", async () => {
    const { exitCode, report } = await plan(manifest);
    expect(report.diagnostics).toEqual([]);
    expect(exitCode).toBe(0);
    expect(report.contexts[0]?.counts.create).toBe(3);
  });

  it(`is planned or refused with reasons, ${wanted} times`, { timeout: 300_000 }, async () => {
    const reasons = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
        const began = performance.now();
        const { exitCode, report } = await plan(mutations.reduce(apply, manifest));
        const reason = report.failureReason ?? "none";
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
        if (reason === "internal")
          throw new Error(report.diagnostics.map(({ message }) => message).join("\n") || "internal");
        if ((exitCode === 0) !== (report.failureReason === null)) throw new Error(`exit ${exitCode} with ${reason}`);
        if (
          report.failureReason === "invalid-manifest" &&
          !report.diagnostics.some(({ severity }) => severity === "error")
        ) {
          throw new Error("refused without a reason");
        }
        if (performance.now() - began > 10_000) throw new Error("it took more than 10 s");
        if (readdirSync(directory).join() !== "opus.yaml")
          throw new Error(`something was written: ${readdirSync(directory).join()}`);
      }),
      { numRuns: wanted },
    );
    // Both kinds of outcome were met often.
    expect(reasons.get("none") ?? 0).toBeGreaterThan(wanted / 50);
    expect(reasons.get("invalid-manifest") ?? 0).toBeGreaterThan(wanted / 5);
  });
});
