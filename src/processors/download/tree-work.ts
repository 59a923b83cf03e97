import { createHash } from "node:crypto";
import type { Observation } from "../../engine/model/observation.ts";
import type { Facts, Outcome } from "../../engine/model/outcome.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { Io } from "../../engine/ports/task-io.ts";
import type { FileAccess, WorkFolder } from "../../ports/workspace-files.ts";
import { fileError, fileFailure } from "../file/file-access.ts";
import { readArchive } from "./archive.ts";
import { done } from "./archive-data.ts";
import { Asking } from "./asking.ts";
import { contentIn, type DownloadFields, type ExtractRule, outputsOf, type Upstream } from "./download-spec.ts";
import { Fetching } from "./fetching.ts";
import { Placement, removeFolders } from "./placement.ts";
import { fileState, isExecutable, linkState, missing, readTree, storedTree } from "./tree-facts.ts";
import { TreeRules } from "./tree-rules.ts";
import { TreeSink } from "./tree-sink.ts";

/** Files up to this size are read whole. */
const readBytes = 64 * 1024;

/** What is done with one unpacked archive, in one call. */
export class TreeWork {
  readonly #files: FileAccess;
  readonly #fields: DownloadFields;
  readonly #extract: ExtractRule;
  readonly #io: Io;

  constructor(files: FileAccess, fields: DownloadFields, extract: ExtractRule, io: Io) {
    this.#files = files;
    this.#fields = fields;
    this.#extract = extract;
    this.#io = io;
  }

  /** @param upstream asks what the server has now, of an archive that is not pinned */
  async observe(upstream: () => Promise<Upstream | undefined>): Promise<Observation> {
    const { to } = this.#extract;
    const found = this.#files.look(to, -1);
    if (found.state === "failed") return { state: "failed", error: fileError(found.problem) };
    const { observed } = this.#io.recorded ?? {};
    const recorded = readTree(observed);
    const content = contentIn(observed);
    if (!recorded || !content)
      return found.state === "present" && found.type !== "directory" ? inTheWay(to) : { state: "absent" };
    const changed: { [path: string]: { found: string; wanted: string } } = {};
    let there = 0;
    for (const [path, wanted] of [...recorded.files, ...recorded.left.map((one) => [one, missing] as const)]) {
      const now = await this.#state(path, wanted);
      if (now !== missing) there++;
      if (now !== wanted) changed[path] = { found: now, wanted };
    }
    if (there === 0) return { state: "absent" };
    const now = await upstream();
    const facts: Facts = {
      path: to,
      type: "folder",
      ...content,
      ...(Object.keys(changed).length > 0 ? { changed } : {}),
      ...(now ? { upstream: { ...now } } : {}),
    };
    return { state: "present", facts, outputs: outputsOf(this.#fields, content) };
  }

  /**
   * What is at a path below the folder.
   * @param recorded what was unpacked there: it says whether a file can be executed where the file system does not
   * @throws TaskFailure where nobody may look
   */
  async #state(path: string, recorded: string | undefined): Promise<string> {
    const full = `${this.#extract.to}/${path}`;
    const found = this.#files.look(full, readBytes);
    if (found.state === "absent") return missing;
    if (found.state === "failed") throw new TaskFailure(found.problem.message, { untouched: true });
    if (found.type === "symlink") return linkState(found.target ?? "");
    if (found.type !== "file") return found.type === "directory" ? "a folder" : "no file";
    const executable = found.kept === undefined ? (found.mode & 0o111) !== 0 : isExecutable(recorded);
    if (found.bytes) return fileState(createHash("sha256").update(found.bytes).digest("hex"), executable);
    const digest = await this.#files.hash(full, this.#io.signal, false);
    if (digest.ok) return fileState(digest.value.sha256, executable);
    if (digest.error.code === "missing") return missing;
    throw new TaskFailure(digest.error.message, { untouched: true });
  }

  /** Fetches the archive and makes what is there equal to it. Nothing is changed before all of it is read and found harmless. */
  async make(): Promise<Outcome> {
    const work = done(await this.#files.work(this.#extract.to));
    let keep = true;
    try {
      const asking = new Asking(this.#fields, this.#io);
      const { sha256, size, ...version } = await new Fetching(this.#fields, this.#io, asking, work).run();
      keep = false;
      const { placement, states } = await this.#unpack(work, asking.shown);
      const facts = (left: readonly string[], folders: readonly string[]): Facts => ({
        path: this.#extract.to,
        type: "folder",
        sha256,
        size,
        ...version,
        ...storedTree({ files: states, left, folders }),
      });
      this.#io.signal.throwIfAborted();
      // Whoever comes after a run that is killed knows what is of its making.
      this.#io.made(facts(placement.left, placement.allFolders));
      placement.place();
      return { outputs: outputsOf(this.#fields, { sha256, size }), observed: facts([], placement.folders) };
    } finally {
      work.close(keep);
    }
  }

  async #unpack(
    work: WorkFolder,
    shown: string,
  ): Promise<{ readonly placement: Placement; readonly states: ReadonlyMap<string, string> }> {
    const { to } = this.#extract;
    const rules = new TreeRules(this.#extract, (path) => {
      const normal = this.#files.normalize(`${to}/${path}`);
      return normal.ok ? undefined : normal.error;
    });
    const sink = new TreeSink(rules, work);
    await readArchive(work, sink, shown, this.#io.signal);
    rules.finish();
    const placement = new Placement({
      files: this.#files,
      members: work.members,
      to,
      rules,
      states: sink.states,
      recorded: readTree(this.#io.recorded?.observed),
      stateOf: (path) => this.#state(path, sink.states.get(path)),
    });
    await placement.check();
    return { placement, states: sink.states };
  }

  /** Removes what opus made, and the folders that it made as far as nothing else is in them. */
  remove(): void {
    const recorded = readTree(this.#io.recorded?.observed);
    if (!recorded) return;
    const { to } = this.#extract;
    for (const path of [...recorded.files.keys(), ...recorded.left]) {
      const removed = this.#files.remove(`${to}/${path}`);
      if (removed.ok) continue;
      if (removed.error.code !== "wrong-type") throw fileFailure(removed.error);
      this.#io.output("stderr", `warning: ${removed.error.message}; it stays\n`);
    }
    removeFolders(this.#files, to, recorded.folders);
  }
}

function inTheWay(to: string): Observation {
  return {
    state: "failed",
    error: {
      message: `there is something at \`${to}\` that is no folder`,
      hint: "Move it away, or choose another `extract.to`.",
    },
  };
}
