// What is recorded, damaged at random under good checksums, through whole runs: used, or refused with reasons; never a bug.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSettings } from "../../src/action/inputs.ts";
import { readReport } from "../../src/app/report/join/read-report.ts";
import { run } from "../../src/app/run-command.ts";
import type { Json } from "../../src/engine/json/json.ts";
import type { StateBody } from "../../src/engine/model/state-body.ts";
import type { JournalRecord } from "../../src/engine/ports/journal.ts";
import { escapeAll } from "../../src/engine/references/templates.ts";
import { journalText } from "../../src/state/journal/journal-format.ts";
import { bodyDigest } from "../../src/state/snapshot/codec.ts";
import { hostIn } from "../doubles/host.ts";

const manifest = `apiVersion: opus/v1
kind: Project
metadata: {name: shop}
spec: {contexts: [{input: [test]}]}
---
apiVersion: opus/v1
kind: File
metadata: {name: page, dependencies: [{tasks: [script]}]}
spec: {path: out/page.txt, content: "x \${VAR:script:ID}", mode: "0644"}
---
apiVersion: opus/v1
kind: Shell
metadata: {name: script}
spec:
  create: echo ID=1 >> "$OPUS_OUTPUT"
  delete: "true"
  env: {A: "1"}
  inputs: ["opus.yaml"]
  identity: one
`;

let directory = "";
const folder = () => join(directory, ".opus/state/shop/test");
const saved = () => join(directory, "saved");

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "opus-records-"));
  writeFileSync(join(directory, "opus.yaml"), manifest);
  expect((await command("apply")).report.failureReason).toBeNull();
  cpSync(folder(), saved(), { recursive: true });
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function command(name: string) {
  const settings = readSettings({ command: name, context: "test", "state-backend": "file" }, { terminal: false });
  if (!settings.ok) throw new Error("the settings are wrong");
  const host = hostIn(directory, { terminal: false, environment: { PATH: process.env.PATH } });
  return run(settings.value, host);
}

interface Envelope {
  body: StateBody;
  digest: string;
  lineage: string;
  serial: number;
}

/** Puts the sound state back, with this done to its body and to the results of a journal. */
function damage(change: (body: StateBody) => void, records: readonly unknown[] = []): void {
  rmSync(folder(), { recursive: true, force: true });
  mkdirSync(folder(), { recursive: true });
  const envelope = JSON.parse(readFileSync(join(saved(), "state.json"), "utf8")) as Envelope;
  change(envelope.body);
  try {
    envelope.digest = bodyDigest(envelope.body);
  } catch {
    // Too deep to have one.
  }
  writeFileSync(join(folder(), "state.json"), JSON.stringify(envelope));
  if (records.length === 0) return;
  const { line } = journalText(envelope, records as readonly JournalRecord[], undefined);
  writeFileSync(join(folder(), "journal.ndjson"), line);
}

function deep(levels: number): Json {
  let value: Json = 1;
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? { a: value } : [value];
  return value;
}

const odd: fc.Arbitrary<Json | undefined> = fc.oneof(
  fc.constantFrom<Json | undefined>(
    undefined,
    null,
    true,
    5,
    -1.5,
    1e300,
    "",
    "x",
    "${",
    "${VAR:a:B}",
    "../x",
    [],
    {},
    [{}],
  ),
  fc.constantFrom(30, 99, 150, 2_500).map(deep),
  fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as Json),
);
const place = fc.array(fc.nat(50), { minLength: 1, maxLength: 6 });

/** Replaces, or removes, the part that these steps lead to. */
function put(root: object, steps: readonly number[], value: Json | undefined): void {
  let at = root as { [key: string]: unknown };
  for (const [index, step] of steps.entries()) {
    const keys = Object.keys(at);
    const key = keys[step % Math.max(1, keys.length)];
    if (key === undefined) return;
    const next = at[key];
    if (index < steps.length - 1 && typeof next === "object" && next !== null) {
      at = next as { [key: string]: unknown };
      continue;
    }
    if (value === undefined) delete at[key];
    else at[key] = value;
    return;
  }
}

const commands = fc.constantFrom("plan", "drift", "describe", "delete", "rollback", "apply");
const times = { numRuns: 60 };

async function neverABug(name: string): Promise<string> {
  const { report } = await command(name);
  const reason = report.failureReason ?? "none";
  if (reason === "internal") throw new Error(report.diagnostics.map(({ message }) => message).join("\n"));
  return reason;
}

describe("what is recorded", () => {
  it("of wrong types is refused with the task and the field", async () => {
    damage((body) => put(body.tasks.page as object, [Object.keys(body.tasks.page ?? {}).indexOf("spec"), 2], 5));
    const { report } = await command("plan");
    expect(report.failureReason).toBe("state-unavailable");
    expect(report.diagnostics.map(({ message }) => message).join()).toContain(
      'task "page": its recorded spec is damaged: File.spec.path must be a string, not the number 5.',
    );
  });

  it("too deep is refused with the figure", async () => {
    damage((body) => Object.assign(body.tasks.page?.spec ?? {}, { extra: deep(3_000) }));
    const { report } = await command("plan");
    expect(report.failureReason).toBe("state-unavailable");
    expect(report.diagnostics.map(({ message }) => message).join()).toContain(
      "it is nested 3,005 levels deep, and opus reads at most 200.",
    );
  });

  it("in state, damaged at random, is no bug", { timeout: 300_000 }, async () => {
    const reasons = new Set<string>();
    await fc.assert(
      fc.asyncProperty(commands, place, odd, async (name, steps, value) => {
        damage((body) => put(body, steps, value));
        reasons.add(await neverABug(name));
      }),
      times,
    );
    expect(reasons).toContain("state-unavailable");
  });

  it("in a journal, damaged at random, is no bug", { timeout: 300_000 }, async () => {
    const reasons = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        commands,
        place,
        odd,
        fc.constantFrom("result", "made", "started"),
        async (name, steps, value, type) => {
          const { body } = JSON.parse(readFileSync(join(saved(), "state.json"), "utf8")) as Envelope;
          const entry = body.tasks.page;
          const record = {
            type,
            task: "page",
            entry,
            undo: { task: "page", change: "update", before: entry },
            made: { outputs: {}, observed: {} },
          };
          put(record, steps, value);
          damage(() => undefined, [record]);
          reasons.add(await neverABug(name));
        },
      ),
      times,
    );
    expect(reasons).toContain("state-unavailable");
  });

  it("in a report, damaged at random, is no bug", async () => {
    damage(() => undefined);
    const { report } = await command("plan");
    const text = JSON.stringify(report);
    expect(readReport(text)).toMatchObject({ ok: true });
    let refused = 0;
    fc.assert(
      fc.property(place, odd, (steps, value) => {
        const copy = JSON.parse(text) as object;
        put(copy, steps, value);
        const read = readReport(JSON.stringify(copy));
        if (!read.ok) refused++;
        else escapeAll(read.value as unknown as Json);
      }),
      { numRuns: 1_000 },
    );
    expect(refused).toBeGreaterThan(100);
    expect(readReport("[".repeat(5_000))).toEqual({
      ok: false,
      error: "it is nested 5,000 levels deep, and opus reads at most 200",
    });
  });
});
