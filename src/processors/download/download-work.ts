import type { Observation } from "../../engine/model/observation.ts";
import type { Facts, Outcome } from "../../engine/model/outcome.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { Io } from "../../engine/ports/task-io.ts";
import type { FileAccess, FileProblem } from "../../ports/workspace-files.ts";
import { fileError, fileFailure } from "../file/file-access.ts";
import { modeAs } from "../file/file-mode.ts";
import { Asking } from "./asking.ts";
import {
  contentIn,
  type DownloadFields,
  declaredMode,
  differences,
  outputsOf,
  pinned,
  showMode,
  type Upstream,
  versionIn,
  writtenFacts,
} from "./download-spec.ts";
import { Fetching } from "./fetching.ts";
import type { TreeWork } from "./tree-work.ts";
import { askUpstream } from "./upstream.ts";

/** What is done with one download, in one call. */
export class DownloadWork {
  readonly #files: FileAccess;
  readonly #fields: DownloadFields;
  readonly #io: Io;

  constructor(files: FileAccess, fields: DownloadFields, io: Io) {
    this.#files = files;
    this.#fields = fields;
    this.#io = io;
  }

  /** The archive, where one is unpacked. Its rules are loaded only then. */
  async #tree(): Promise<TreeWork | undefined> {
    const { extract } = this.#fields;
    if (!extract) return undefined;
    const { TreeWork } = await import("./tree-work.ts");
    return new TreeWork(this.#files, this.#fields, extract, this.#io);
  }

  async observe(): Promise<Observation> {
    const tree = await this.#tree();
    if (!tree) return this.#observeFile();
    try {
      return await tree.observe(async () => (this.#fields.unpinned && this.#fields.url ? this.#upstream() : undefined));
    } catch (error) {
      if (!(error instanceof TaskFailure)) throw error;
      const { message, hint } = error;
      return { state: "failed", error: { message, ...(hint === undefined ? {} : { hint }) } };
    }
  }

  async #observeFile(): Promise<Observation> {
    const found = await this.#look();
    if (found.state !== "present") return found;
    const content = contentIn(found.facts);
    if (content === undefined) return found;
    const upstream = this.#fields.unpinned && this.#fields.url ? await this.#upstream() : undefined;
    return {
      state: "present",
      facts: upstream ? { ...found.facts, upstream: { ...upstream } } : found.facts,
      outputs: outputsOf(this.#fields, content),
    };
  }

  async #look(): Promise<Observation> {
    const { path } = this.#fields;
    const found = this.#files.look(path, -1);
    // Of a recorded file it only matters that it is gone; a new one could not be made.
    if (found.state === "absent")
      return found.blocked && !this.#io.recorded
        ? {
            state: "failed",
            error: { message: `\`${path}\` can't be made: a part of its path is there and is not a folder` },
          }
        : { state: "absent" };
    if (found.state === "failed") return { state: "failed", error: fileError(found.problem) };
    const { type, size } = found;
    if (type === "directory")
      return {
        state: "failed",
        error: {
          message: `there is a folder at \`${path}\`, where a file should be`,
          hint: "Move the folder away, or choose another `path`: opus replaces and deletes only files and symlinks.",
        },
      };
    const facts = { path, type, mode: showMode(modeAs(found, declaredMode(this.#fields))), size };
    if (type !== "file") return { state: "present", facts };
    const digest = await this.#files.hash(path, this.#io.signal, false);
    if (digest.ok) return { state: "present", facts: { ...facts, ...digest.value } };
    return digest.error.code === "missing" ? { state: "absent" } : { state: "failed", error: fileError(digest.error) };
  }

  /** What the server has now; undefined: it does not say, which keeps nobody from deleting the file. */
  async #upstream(): Promise<Upstream | undefined> {
    try {
      return await askUpstream(new Asking(this.#fields, this.#io), this.#io.recorded?.observed);
    } catch (error) {
      if (!(error instanceof TaskFailure)) throw error;
      this.#io.output("stderr", `warning: whether it has changed is not known: ${error.message}\n`);
      return undefined;
    }
  }

  async create(): Promise<Outcome> {
    const tree = await this.#tree();
    if (tree) return tree.make();
    // A try before may have made it.
    if (this.#io.recorded) return this.update();
    const { path } = this.#fields;
    const found = this.#files.look(path, -1);
    if (found.state === "present") throw appeared(path);
    if (found.state === "failed") throw writeFailure(path, found.problem);
    return this.#fetch("create");
  }

  /** Makes what is there equal to the spec. */
  async update(): Promise<Outcome> {
    const tree = await this.#tree();
    if (tree) return tree.make();
    const observation = await this.#observeFile();
    if (observation.state === "failed") {
      const { message, hint } = observation.error;
      throw new TaskFailure(message, { untouched: true, ...(hint === undefined ? {} : { hint }) });
    }
    const facts = observation.state === "present" ? observation.facts : undefined;
    const content = contentIn(facts);
    // Whatever could not be told of a file that is not pinned, is told by fetching it.
    const isTold = pinned(this.#fields) !== undefined || facts?.upstream !== undefined;
    const fields = facts && isTold ? differences(facts, this.#fields, undefined) : undefined;
    if (!content || !fields || fields.some(({ path }) => path === "/content")) return this.#fetch("replace");
    if (fields.length > 0) await this.#chmod(content.sha256);
    const version = versionIn(this.#io.recorded?.observed);
    return this.#outcome(content, version);
  }

  async #chmod(sha256: string): Promise<void> {
    const { path } = this.#fields;
    const mode = declaredMode(this.#fields) ?? 0;
    const found = this.#files.look(path, -1);
    // Another name of the same file may lie outside the workspace: a new file leaves it alone.
    const single = found.state === "present" && found.links === 1;
    const changed = single
      ? this.#files.chmod(path, mode)
      : await this.#files.replace(path, { source: path, sha256 }, mode, this.#io.signal);
    if (!changed.ok) throw writeFailure(path, changed.error);
  }

  async #fetch(how: "create" | "replace"): Promise<Outcome> {
    const { path } = this.#fields;
    const asking = new Asking(this.#fields, this.#io);
    const opened = await this.#files.work(path);
    if (!opened.ok) throw writeFailure(path, opened.error);
    const work = opened.value;
    let keep = true;
    try {
      const { sha256, size, ...version } = await new Fetching(this.#fields, this.#io, asking, work).run();
      this.#io.signal.throwIfAborted();
      const placed = work.place(how, declaredMode(this.#fields));
      // What has no place is of no use.
      keep = placed.ok || placed.error.code === "failed";
      if (!placed.ok) throw writeFailure(path, placed.error);
      return this.#outcome({ sha256, size }, version);
    } finally {
      work.close(keep);
    }
  }

  #outcome(content: { readonly sha256: string; readonly size: number }, version: object): Outcome {
    const observed: Facts = writtenFacts(this.#fields, content, version);
    return { outputs: outputsOf(this.#fields, content), observed };
  }

  async remove(): Promise<void> {
    const tree = await this.#tree();
    if (tree) {
      tree.remove();
      return;
    }
    const removed = this.#files.remove(this.#fields.path);
    if (removed.ok) return;
    if (removed.error.code !== "wrong-type") throw fileFailure(removed.error);
    throw fileFailure(
      removed.error,
      "Remove it yourself, or run `forget` with this task as `target`: opus deletes only files.",
    );
  }
}

function appeared(path: string): TaskFailure {
  return new TaskFailure(`\`${path}\` exists: it appeared after opus had looked`, {
    untouched: true,
    hint: "opus never overwrites what it did not make. Run again to see what it would do now.",
  });
}

/** Every write is one step, so a failed one has changed nothing. */
function writeFailure(path: string, { code, message, hint }: FileProblem): TaskFailure {
  if (code === "exists") return appeared(path);
  return new TaskFailure(message, { untouched: true, ...(hint === undefined ? {} : { hint }) });
}
