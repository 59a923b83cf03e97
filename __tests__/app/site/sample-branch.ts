import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Change } from "../../../src/engine/model/change.ts";
import type { RunInfo } from "../../../src/engine/model/run-info.ts";
import type { Snapshot, StateBody, TaskState } from "../../../src/engine/model/state-body.ts";
import { lockMessage, stateMessage } from "../../../src/state/backends/branch/commit-message.ts";
import { folderName } from "../../../src/state/backends/file/state-folder.ts";
import { heldLock } from "../../../src/state/lock/lock-record.ts";
import type { Seal } from "../../../src/state/seal/seal.ts";
import { encode } from "../../../src/state/snapshot/codec.ts";

/** What a sample state has of a task. */
export interface SampleTask {
  readonly name: string;
  readonly kind?: string;
  readonly spec?: { readonly [field: string]: string };
  readonly outputs?: { readonly [name: string]: string };
  readonly sensitiveOutputs?: readonly string[];
  readonly dependencies?: readonly string[];
  readonly status?: TaskState["status"];
}

export interface SampleRun {
  readonly tasks: readonly SampleTask[];
  readonly changes: readonly { readonly task: string; readonly change: Change }[];
}

/** What `git init` makes, as far as git needs it: a program less for each sample. */
function repository(folder: string, config: string): void {
  for (const name of ["objects", "refs/heads"]) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, "HEAD"), "ref: refs/heads/main\n");
  writeFileSync(join(folder, "config"), config);
}

/** What git may not take from who runs the tests. */
const environment = {
  PATH: process.env.PATH,
  HOME: "/nonexistent",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
};

export function git(folder: string, ...args: string[]): string {
  return execFileSync("git", ["-C", folder, ...args], { encoding: "utf8", env: environment, stdio: "pipe" }).trim();
}

/** A repository whose branch of state is filled commit by commit, as runs of workflows do it. */
export class SampleBranch {
  /** The bare repository, and a clone of it in which opus is called. */
  readonly remote: string;
  readonly clone: string;
  /** Of the runs, in milliseconds since 1970; rises by an hour with each one. */
  now: number;
  readonly #input: string[] = [];
  readonly #serials = new Map<string, number>();
  #marks = 0;

  /** @param from when the first run is */
  constructor(folder: string, from = Date.parse("2026-09-01T00:00:00Z")) {
    this.now = from;
    [this.remote, this.clone] = [join(folder, "remote.git"), join(folder, "clone")];
    repository(this.remote, "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
    const origin = `[remote "origin"]\n\turl = ${this.remote}\n`;
    repository(join(this.clone, ".git"), `[core]\n\trepositoryformatversion = 0\n${origin}`);
    this.#input.push("commit refs/heads/main\ncommitter a <a@b> 1700000000 +0000\ndata 5\nBegin\n\n");
  }

  /** A run of `apply` that leaves these tasks: two commits. */
  async run(project: string, context: string, { tasks, changes }: SampleRun, seal?: Seal): Promise<void> {
    this.now += 3_600_000;
    const number = this.#marks;
    const run: RunInfo = {
      id: String(1_000_000 + number),
      attempt: 1,
      sha: "f00dcafe".repeat(5),
      url: `https://github.example/octo/shop/actions/runs/${1_000_000 + number}`,
    };
    const folder = `${folderName(project)}/${folderName(context)}`;
    const serial = (this.#serials.get(folder) ?? 0) + 2;
    this.#serials.set(folder, serial);
    const at = new Date(this.now).toISOString();
    const snapshot: Snapshot = {
      lineage: `${folder}-lineage`,
      serial,
      project,
      context,
      body: bodyOf(tasks, changes, at),
    };
    const holder = { id: `lock-${number}`, command: "apply", project, context, since: at, run };
    const machine = { machine: null, host: "runner", bootId: null, processNamespace: null, pid: 7, startTime: null };
    const lock = Buffer.from(heldLock(holder, machine as never)).toString("utf8");
    this.commit(lockMessage(folder, holder, undefined), { [`${folder}/lock.json`]: lock });
    const counts: { [change in Change]?: number } = {};
    for (const { change } of changes) counts[change] = (counts[change] ?? 0) + 1;
    const message = stateMessage(folder, snapshot, { run, command: "apply", runEnded: true, changes: counts });
    const state = await encode(snapshot, run, "1.2.0", { seal });
    this.commit(message, { [`${folder}/state.json`]: state, [`${folder}/lock.json`]: undefined });
  }

  /** @param files texts by path; undefined: it is removed */
  commit(message: string, files: { readonly [path: string]: string | undefined }): void {
    const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
    const changes = Object.entries(files).map(([path, text]) =>
      text === undefined ? `D ${path}\n` : `M 100644 inline ${path}\n${data(text)}`,
    );
    const who = `github-actions[bot] <bot@example.com> ${Math.floor(this.now / 1_000)} +0000`;
    const from = this.#marks === 0 ? "" : `from :${this.#marks}\n`;
    this.#marks++;
    this.#input.push(
      `commit refs/heads/opus-state\nmark :${this.#marks}\ncommitter ${who}\n${data(message)}${from}${changes.join("")}\n`,
    );
  }

  /** Writes all of it to the remote; once. */
  write(): void {
    execFileSync("git", ["-C", this.remote, "fast-import", "--quiet"], {
      input: this.#input.join(""),
      env: environment,
    });
  }
}

function bodyOf(tasks: readonly SampleTask[], changes: SampleRun["changes"], at: string): StateBody {
  const entries = tasks.map(
    (
      {
        name,
        kind = "File",
        spec = { path: `out/${name}` },
        outputs = {},
        sensitiveOutputs,
        dependencies = [],
        status = "applied",
      },
      order,
    ) => {
      const entry: TaskState = {
        apiVersion: "opus/v1",
        kind,
        spec,
        outputs,
        ...(sensitiveOutputs && { sensitiveOutputs }),
        dependencies,
        status,
        scope: [],
        lifecycle: {},
        order,
        createdAt: "2026-08-30T10:00:00.000Z",
        updatedAt: at,
      } as unknown as TaskState;
      return [name, entry] as const;
    },
  );
  return {
    tasks: Object.fromEntries(entries),
    undo: changes.map(({ task, change }) => ({ task, change, before: null })),
    pending: [],
  };
}

/** Tasks that depend on each other in some layers. */
export function layeredTasks(count: number): readonly SampleTask[] {
  const name = (index: number): string =>
    `${["network", "database", "cache", "queue", "web", "worker"][index % 6]}-${index}`;
  return Array.from({ length: count }, (_, index) => ({
    name: name(index),
    kind: index % 3 === 1 ? "Shell" : "File",
    spec: specOf(name(index), index % 3 === 1, 0),
    dependencies: index < 4 ? [] : [name(Math.floor(index / 2)), name(Math.floor(index / 3))],
  }));
}

/** @param round tells one version from another */
export function specOf(name: string, isShell: boolean, round: number): { readonly [field: string]: string } {
  return isShell
    ? { create: `install ${name} --round ${round}`, read: `show ${name}` }
    : { path: `srv/${name}.conf`, content: `# ${name}\nlisten: 8080\nround: ${round}\n`, mode: "0644" };
}
