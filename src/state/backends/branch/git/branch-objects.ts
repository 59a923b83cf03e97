import { type Failure, ok, type Result } from "../../../../engine/diagnostics/diagnostic.ts";
import { batchObjects, kindOfMode, type TreeEntry } from "./git-objects.ts";
import type { PrivateRepository } from "./private-repository.ts";

/** A file of a commit. */
export interface ListedFile {
  readonly kind: TreeEntry["kind"];
  readonly path: string;
  /** Name of the object. */
  readonly object: string;
  /** Bytes; 0: it is no file. */
  readonly size: number;
}

/** What is in the private repository, for who looks at much of it at once: each question starts one program. */
export class BranchObjects {
  readonly #here: PrivateRepository;

  constructor(here: PrivateRepository) {
    this.#here = here;
  }

  /** All files of a commit that was fetched. */
  async listing(commit: string, signal: AbortSignal): Promise<Result<readonly ListedFile[], Failure>> {
    const listed = await this.#here.local(["ls-tree", "-r", "-l", "-z", commit], signal);
    if (!listed.ok) return listed;
    const lines = Buffer.from(listed.value).toString("utf8").split("\0");
    return ok(lines.filter((line) => line !== "").map(listedFile));
  }

  /**
   * The sizes of objects.
   * @param names of objects, or `<commit>:<path>`
   * @returns bytes, in the same order; undefined: there is no file of that name
   */
  async sizes(
    names: readonly string[],
    signal: AbortSignal,
  ): Promise<Result<readonly (number | undefined)[], Failure>> {
    if (names.length === 0) return ok([]);
    const input = names.map((name) => `${name}\n`).join("");
    const args = ["cat-file", "--batch-check=%(objecttype) %(objectsize)"];
    const asked = await this.#here.local(args, signal, { input });
    if (!asked.ok) return asked;
    const lines = Buffer.from(asked.value).toString("utf8").split("\n");
    return ok(names.map((_, index) => sizeOf(lines[index] ?? "")));
  }

  /**
   * Reads files; who calls has seen that they are not too large.
   * @param names of objects, or `<commit>:<path>`
   * @returns their bytes, in the same order; undefined: there is no file of that name
   */
  async blobs(
    names: readonly string[],
    signal: AbortSignal,
  ): Promise<Result<readonly (Buffer | undefined)[], Failure>> {
    if (names.length === 0) return ok([]);
    const input = names.map((name) => `${name}\n`).join("");
    const read = await this.#here.local(["cat-file", "--batch"], signal, { input });
    if (!read.ok) return read;
    const objects = batchObjects(read.value, names.length);
    return ok(objects.map((object) => (object?.type === "blob" ? object.data : undefined)));
  }
}

function sizeOf(line: string): number | undefined {
  const size = /^blob (\d+)$/.exec(line)?.[1];
  return size === undefined ? undefined : Number(size);
}

/** `<mode> <type> <object> <size>\t<path>` */
function listedFile(line: string): ListedFile {
  const [, mode = "", object = "", size = "", path = ""] =
    /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t([\s\S]*)$/.exec(line) ?? [];
  return { kind: kindOfMode(mode), path, object, size: size === "-" ? 0 : Number(size) };
}
