import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keepRecovery, type RecoverySurroundings } from "../../../src/app/state/recovery-file.ts";
import { failure } from "../../../src/engine/diagnostics/diagnostic.ts";
import type { Project } from "../../../src/engine/model/project.ts";

const failed = failure("state-unavailable", "The disk is full.");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "opus-recovery-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Case {
  readonly terminal?: boolean;
  readonly temporary?: string;
  readonly directory?: string;
  readonly state?: object;
  readonly settings?: object;
  readonly project?: object | null;
  readonly backend?: string;
}

function around(one: Case): RecoverySurroundings {
  const { terminal = true, temporary, directory = folder, settings, project = {}, backend = "file" } = one;
  return {
    settings: {
      manifest: ["opus.yaml"],
      workingDirectory: ".",
      state: one.state ?? {},
      ...settings,
    } as unknown as RecoverySurroundings["settings"],
    host: {
      terminal,
      directory,
      environment: { RUNNER_TEMP: temporary },
    } as unknown as RecoverySurroundings["host"],
    project: project === null ? undefined : ({ state: project } as Project),
    projectName: "shop",
    backend,
  };
}

/** The command that is to be run. */
function command(one: Case): string {
  const { message } = keepRecovery("prod", "{}", failed, around(one));
  return /store it with `(.*?)`/.exec(message)?.[1] ?? message;
}

test("the command names the same state from a terminal", () => {
  const step = { terminal: false, temporary: folder, directory: "/elsewhere" };
  const file = join(folder, "opus-recovery.json");
  const again = (): void => rmSync(file, { force: true });
  expect(command({})).toBe("opus state push opus-recovery.json");
  again();
  expect(command({ ...step, backend: "branch" })).toBe(`opus state push opus-recovery.json --state-backend branch`);
  again();
  expect(command({ ...step, backend: "branch", project: { backend: "branch" } })).toBe(
    "opus state push opus-recovery.json",
  );
  again();
  expect(command({ ...step, backend: "branch", project: { branch: "states" } })).toBe(
    "opus state push opus-recovery.json",
  );
  again();
  expect(command({ ...step, backend: "branch", state: { branch: "states" } })).toBe(
    `opus state push opus-recovery.json --state-backend branch --state-branch states`,
  );
  again();
  expect(command({ ...step, backend: "branch", project: null })).toBe(
    `opus state push opus-recovery.json --project shop --state-backend branch`,
  );
  again();
  mkdirSync(join(folder, "infra"));
  const settings = { workingDirectory: "infra", manifest: ["a b.yaml"] };
  expect(command({ settings, state: { path: "it's" } })).toBe(
    "opus state push infra/opus-recovery.json --manifest 'a b.yaml' --working-directory infra --state-path 'it'\\''s'",
  );
});

test("why, where and how are problems of their own, so that the summary has all of them", () => {
  const { message, diagnostics } = keepRecovery(
    "prod",
    "{}",
    failed,
    around({ terminal: false, temporary: folder, directory: "/elsewhere" }),
  );
  expect(diagnostics.map(({ code, message: text }) => `${code}: ${text}`)).toEqual([
    "state-unavailable: The disk is full.",
    `state-not-stored: what was applied is kept in ${folder}/opus-recovery.json: once the cause is mended, store it with \`opus state push ${folder}/opus-recovery.json\``,
    "state-not-stored: the runner removes that file when the job ends: let a step after this one upload it (`uses: actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1`, `if: failure()`, `path: ${{ runner.temp }}/opus-recovery*.json`), and push the downloaded one from a checkout",
  ]);
  expect(message).toMatch(/^The disk is full; what was applied is kept in /);
  // What the summary cuts off.
  for (const one of diagnostics) expect(one.message.length).toBeLessThan(400);
});

test("the lock of the run is spoken of where it is known", () => {
  const text = '{"lockId": "3f2a"}';
  const { message } = keepRecovery("prod", text, failed, around({}));
  expect(message).toMatch(
    /store it with `opus state push opus-recovery\.json`, which also releases the lock of this run, should it be left$/,
  );
});

test("each file gets a name of its own", () => {
  for (const text of ["1", "2", "3", "4"]) keepRecovery("prod", text, failed, around({}));
  const names = readdirSync(folder).sort();
  expect(names).toEqual([
    "opus-recovery-prod-2.json",
    "opus-recovery-prod-3.json",
    "opus-recovery-prod.json",
    "opus-recovery.json",
  ]);
  expect(readFileSync(join(folder, "opus-recovery-prod-3.json"), "utf8")).toBe("4");
});

test("where it can't be written, the system's temporary folder takes it", () => {
  const blocked = join(folder, "no-folder");
  writeFileSync(blocked, "");
  const { message } = keepRecovery("prod", "{}", failed, around({ temporary: blocked }));
  const path = /is kept in (\S+?): once/.exec(message)?.[1] ?? "";
  try {
    expect(path.startsWith(join(tmpdir(), "opus-recovery"))).toBe(true);
    expect(readFileSync(path, "utf8")).toBe("{}");
  } finally {
    rmSync(path, { force: true });
  }
});

describe("the cache takes no file", () => {
  const step = { terminal: false, directory: "/elsewhere", backend: "cache", state: { backend: "cache" } };

  test("the next run looks, or the file goes on a branch", () => {
    const { diagnostics } = keepRecovery("prod", "{}", failed, around({ ...step, temporary: folder }));
    const file = join(folder, "opus-recovery.json");
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      "state-unavailable: The disk is full.",
      `state-not-stored: what was applied is kept in ${file}. The cache takes no file: once the cause is mended, run again, which looks at each task of this run to find out what became of it; or go on from the file on a branch, with \`opus state push opus-recovery.json --state-backend branch --force\` and \`state-backend: branch\` in the workflow`,
      expect.stringMatching(/^state-not-stored: the runner removes that file when the job ends/),
    ]);
    for (const one of diagnostics) expect(one.message.length).toBeLessThan(400);
  });

  test("after a lost race it is nothing to go on from", () => {
    const lost = failure("state-conflict", "Another run has written it.");
    const { message } = keepRecovery("prod", "{}", lost, around({ ...step, temporary: folder }));
    expect(message).toBe(
      `Another run has written it; what was applied is kept in ${folder}/opus-recovery.json. The cache takes no file: run again. What this run made and the other one does not know of is adopted then where it is as the manifest says (or with \`lifecycle.adopt\`), is an error where it is not, and is made again where it can't be looked at`,
    );
  });
});
