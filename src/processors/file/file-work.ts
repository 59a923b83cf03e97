import type { FieldDiff } from "../../engine/model/change.ts";
import type { Observation } from "../../engine/model/observation.ts";
import type { Facts, Outcome, Output, TaskError } from "../../engine/model/outcome.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { Io } from "../../engine/ports/task-io.ts";
import type { FileAccess, FileContent, FileLook, FileProblem } from "../../ports/workspace-files.ts";
import { fileError, fileFailure, type Sha256 } from "./file-access.ts";
import { modeAs } from "./file-mode.ts";
import { decodeText, keptBytes, type PartialFileSpec } from "./file-spec.ts";

/** Files up to this size are read whole; larger ones only pass through the hash. */
const readBytes = 1024 * 1024;

/** What a File does: looks at one file of the workspace, and makes it what a spec says. */
export class FileWork {
  readonly #files: FileAccess;
  readonly #hash: Sha256;

  constructor(files: FileAccess, hash: Sha256) {
    this.#files = files;
    this.#hash = hash;
  }

  #look(spec: PartialFileSpec): FileLook {
    return this.#files.look(spec.path, Math.max(readBytes, byteLength(spec.content)));
  }

  #digestOf(spec: PartialFileSpec): { readonly sha256: string; readonly size: number } {
    if (spec.content !== undefined) return { sha256: this.#hash(spec.content), size: byteLength(spec.content) };
    if (spec.base64 !== undefined) {
      const bytes = Buffer.from(spec.base64, "base64");
      return { sha256: this.#hash(bytes), size: bytes.length };
    }
    return { sha256: spec.sha256 ?? "", size: spec.size ?? 0 };
  }

  /** @param found the mode of the file that is there; absent: it is looked for */
  outputs(spec: PartialFileSpec, io: Pick<Io, "containsSecret">, found?: number): Output[] {
    const { sha256, size } = this.#digestOf(spec);
    // A fingerprint without a key can be guessed from: it is as secret as what it is of.
    const sensitive = spec.content !== undefined && io.containsSecret(spec.content);
    const checksum = { name: "SHA256_CHECKSUM", value: sha256 };
    const mode = declaredMode(spec) ?? found ?? presentMode(this.#files, spec);
    return [
      { name: "FILE_PATH", value: spec.path },
      { name: "SIZE", value: size },
      sensitive ? { ...checksum, sensitive } : checksum,
      // Where nobody may look it is not known before the file is written.
      ...(mode === undefined ? [] : [{ name: "EXECUTABLE", value: (mode & 0o111) !== 0 }]),
    ];
  }

  differs(facts: Facts, spec: PartialFileSpec): FieldDiff[] {
    const content = this.#contentDiffers(facts, spec);
    if (facts.type !== "file") return content;
    const fields = [...content];
    const mode = declaredMode(spec);
    if (mode !== undefined && facts.mode !== showMode(mode)) {
      fields.push({ path: "/mode", before: facts.mode ?? null, after: showMode(mode) });
    }
    return fields;
  }

  #contentDiffers(facts: Facts, spec: PartialFileSpec): FieldDiff[] {
    const { content } = spec;
    const isFile = facts.type === "file";
    // The same text has the same digest.
    if (isFile && content !== undefined && facts.content === content) return [];
    const wanted = this.#digestOf(spec);
    const after = `sha256:${wanted.sha256} (${wanted.size} bytes)`;
    if (!isFile) return [{ path: "/content", before: `(${facts.type})`, after }];
    const found = typeof facts.sha256 === "string" ? facts.sha256 : this.#hash(String(facts.content));
    if (found === wanted.sha256) return [];
    const asText = typeof facts.content === "string" && content !== undefined && byteLength(content) <= keptBytes;
    return [
      asText
        ? { path: "/content", before: facts.content as string, after: content }
        : { path: "/content", before: `sha256:${found} (${facts.size} bytes)`, after },
    ];
  }

  /** At once, but for a large file. */
  observe(
    spec: PartialFileSpec,
    io: Pick<Io, "containsSecret" | "signal" | "recorded">,
  ): Observation | Promise<Observation> {
    const found = this.#look(spec);
    // Of a recorded file it only matters that it is gone; a new one could not be made.
    if (found.state === "absent")
      return found.blocked && !io.recorded ? { state: "failed", error: blockedError(spec) } : { state: "absent" };
    if (found.state === "failed") return { state: "failed", error: fileError(found.problem) };
    const { type, size, bytes } = found;
    if (type === "directory") return { state: "failed", error: folderError(spec, io) };
    const facts = { path: spec.path, type, mode: showMode(modeAs(found, declaredMode(spec))), size };
    if (type !== "file") return { state: "present", facts };
    if (bytes === undefined) return this.#observeLarge(spec, facts, io.signal);
    const text = decodeText(bytes);
    if (text !== undefined && io.containsSecret(text)) return { state: "present", facts: { ...facts, content: text } };
    const sha256 = this.#hash(bytes);
    if (text === undefined || bytes.length > keptBytes) return { state: "present", facts: { ...facts, sha256 } };
    return { state: "present", facts: { ...facts, sha256, content: text } };
  }

  async #observeLarge(spec: PartialFileSpec, facts: Facts, signal: AbortSignal): Promise<Observation> {
    const digest = await this.#files.hash(spec.path, signal, false);
    if (digest.ok) return { state: "present", facts: { ...facts, ...digest.value } };
    if (digest.error.code === "missing") return { state: "absent" };
    return { state: "failed", error: fileError(digest.error) };
  }

  async write(spec: PartialFileSpec, io: Io, how: "create" | "replace"): Promise<void> {
    const written = await this.#files[how](spec.path, contentOf(spec), declaredMode(spec), io.signal);
    if (!written.ok) throw writeFailure(spec, written.error);
  }

  /** Makes what is there equal to the spec. */
  async makeEqual(spec: PartialFileSpec, io: Io): Promise<Outcome> {
    const observation = await this.observe(spec, io);
    // Nothing was written yet.
    if (observation.state === "failed") throw failureOf(observation.error);
    const fields = observation.state === "present" ? this.differs(observation.facts, spec) : undefined;
    const modeOnly = fields?.length === 1 && fields[0]?.path === "/mode";
    // Another name of the same file may lie outside the workspace: a new file leaves it alone.
    if (modeOnly && isSingle(this.#look(spec))) {
      const changed = this.#files.chmod(spec.path, declaredMode(spec) ?? 0);
      if (!changed.ok) throw writeFailure(spec, changed.error);
    } else if (fields === undefined || fields.length > 0) {
      await this.write(spec, io, "replace");
    }
    return { outputs: this.outputs(spec, io) };
  }

  remove(spec: PartialFileSpec): void {
    const removed = this.#files.remove(spec.path);
    if (removed.ok) return;
    if (removed.error.code !== "wrong-type") throw fileFailure(removed.error);
    throw fileFailure(
      removed.error,
      "Remove it yourself, or run `forget` with this task as `target`: opus deletes only files.",
    );
  }
}

function contentOf(spec: PartialFileSpec): FileContent {
  if (spec.content !== undefined) return Buffer.from(spec.content, "utf8");
  if (spec.base64 !== undefined) return Buffer.from(spec.base64, "base64");
  return { source: spec.source ?? "", sha256: spec.sha256 ?? "" };
}

/** Every write is one step, so a failed one has changed nothing. */
function writeFailure(spec: PartialFileSpec, problem: FileProblem): TaskFailure {
  const { message, hint } = explainWrite(spec, problem);
  return new TaskFailure(message, hint === undefined ? { untouched: true } : { hint, untouched: true });
}

function explainWrite(
  spec: PartialFileSpec,
  problem: FileProblem,
): { readonly message: string; readonly hint?: string | undefined } {
  const { code, message } = problem;
  switch (code) {
    case "exists":
      return {
        message: `\`${spec.path}\` exists: it appeared after opus had looked`,
        hint: "opus never overwrites what it did not make. Run again to see what it would do now.",
      };
    case "wrong-type":
      return { message, hint: "Move it away and run again: opus replaces only files and symlinks." };
    case "changed":
    case "missing":
      if (spec.source === undefined || spec.content !== undefined || spec.base64 !== undefined) return problem;
      return {
        message: `\`${spec.path}\` can't be written: \`${spec.source}\` no longer has the bytes that are wanted (sha256:${spec.sha256}), and the old bytes were not kept`,
        hint: `Files of more than ${keptBytes / 1024} KiB are not kept in state. Bring \`${spec.source}\` back from git, and run again.`,
      };
    default:
      return problem;
  }
}

function failureOf({ message, hint }: TaskError): TaskFailure {
  return new TaskFailure(message, { ...(hint === undefined ? {} : { hint }), untouched: true });
}

/** Nothing but failure could come of it, so it is said before anything runs. */
function folderError({ path }: PartialFileSpec, { recorded }: Pick<Io, "recorded">): TaskError {
  return {
    message: `there is a folder at \`${path}\`, where a file should be`,
    hint: recorded
      ? "Move the folder away, or run `forget` with this task as `target`: opus replaces and deletes only files and symlinks."
      : "Move the folder away, or choose another `path`: opus replaces only files and symlinks.",
  };
}

function blockedError({ path }: PartialFileSpec): TaskError {
  return {
    message: `\`${path}\` can't be made: a part of its path is there and is not a folder`,
    hint: "Move what is in the way, or choose another `path`: opus replaces only files and symlinks.",
  };
}

function isSingle(found: FileLook): boolean {
  return found.state === "present" && found.type === "file" && found.links === 1;
}

function declaredMode(spec: PartialFileSpec): number | undefined {
  return spec.mode === undefined ? undefined : Number.parseInt(spec.mode, 8);
}

/** The mode that a file without a declared mode has, or will have: it keeps its own, and a new one is not executable. */
function presentMode(files: FileAccess, spec: PartialFileSpec): number | undefined {
  const found = files.look(spec.path, -1);
  if (found.state === "failed") return undefined;
  return found.state === "present" && found.type === "file" ? found.mode : 0;
}

function showMode(mode: number): string {
  return mode.toString(8).padStart(4, "0");
}

function byteLength(text: string | undefined): number {
  return text === undefined ? 0 : Buffer.byteLength(text, "utf8");
}
