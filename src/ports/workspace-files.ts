import type { Result } from "../engine/diagnostics/diagnostic.ts";

/** Why a file operation was not done. */
export interface FileProblem {
  readonly code: /** Nothing is there. */
    | "missing"
    /** Something is there already. */
    | "exists"
    /** The path leads out of the workspace or to a place that is off limits. */
    | "refused"
    /** A folder, a symlink or something stranger stands where a file should. */
    | "wrong-type"
    | "too-big"
    /** The bytes are not those that were expected. */
    | "changed"
    | "failed";
  /** A sentence without a full stop that names the path. */
  readonly message: string;
  readonly hint?: string;
  /** Nothing is there, and nothing can be made there: a part of the path is not a folder. */
  readonly blocked?: true;
}

/** What stands at a path; symlinks are not followed. */
export type FileLook =
  /** `blocked`: a part of the path is not a folder. */
  | { readonly state: "absent"; readonly blocked?: true }
  | { readonly state: "failed"; readonly problem: FileProblem }
  | {
      readonly state: "present";
      readonly type: "file" | "directory" | "symlink" | "other";
      /** Permission bits. */
      readonly mode: number;
      /** Which of them the file system keeps. Absent: all. */
      readonly kept?: number;
      /** In bytes. */
      readonly size: number;
      /** How many names the file has. */
      readonly links: number;
      /** The content of a file that is small enough. */
      readonly bytes?: Uint8Array;
      /** Where a symlink leads. */
      readonly target?: string;
    };

/** Bytes, or a file that must have this digest. */
export type FileContent = Uint8Array | { readonly source: string; readonly sha256: string };

export interface FileDigest {
  /** Lower-case hex. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

/** Files in a work folder that become several files, by number. */
export interface WorkMembers {
  /** Begins one, to which `append` adds. */
  begin(number: number): Result<void, FileProblem>;
  append(bytes: Uint8Array): Result<void, FileProblem>;
  /** Ends it. @param executable whoever may read it may run it, too */
  end(executable: boolean): Result<void, FileProblem>;
  copy(from: number, to: number): Result<void, FileProblem>;
  /** Gives one its place, in one step. @param how `create` fails when anything is there */
  place(number: number, path: string, how: "create" | "replace"): Result<void, FileProblem>;
  /** Makes a symlink. */
  link(target: string, path: string, how: "create" | "replace"): Result<void, FileProblem>;
  /** Makes a folder, and those above it. What is there stays. */
  folder(path: string): Result<void, FileProblem>;
}

/**
 * A folder of opus' own beside a file that is being made, with data that grows. When its process dies, the next one that
 * makes this file goes on with it.
 */
export interface WorkFolder {
  /** What the last `begin` has noted; undefined: there is nothing. */
  readonly note: string | undefined;
  /** Bytes of the data that is there. */
  readonly size: number;
  /** Forgets the data. @param note what the data is of that comes now, for who goes on */
  begin(note: string): Result<void, FileProblem>;
  append(bytes: Uint8Array): Result<void, FileProblem>;
  /** Of all the data. */
  hash(signal: AbortSignal): Promise<Result<FileDigest, FileProblem>>;
  /** Some bytes of the data, fewer at its end. */
  read(position: number, length: number): Result<Uint8Array, FileProblem>;
  readonly members: WorkMembers;
  /** Free bytes of the disk; undefined: the system does not say. */
  room(): number | undefined;
  /** The data becomes the file, in one step. @param mode undefined: as `create` and `replace` of files have it */
  place(how: "create" | "replace", mode: number | undefined): Result<void, FileProblem>;
  /** @param keep leaves what there is to who goes on */
  close(keep: boolean): void;
}

/** Files inside the workspace, named from the working directory. Whatever leads out of it is refused. */
export interface FileAccess {
  /** The path from the workspace root, without `.` and `..`, by its text; or what is wrong with it. */
  normalize(path: string, options?: { readonly folder?: boolean }): Result<string, string>;
  /** The same with links among its folders followed as far as they are there, so that one file has one path. */
  realPath(path: string): Result<string, string>;
  /** The path for messages. */
  display(path: string): string;
  /** @param limit bytes up to which the content is read */
  look(path: string, limit: number): FileLook;
  /** @param limit most bytes */
  read(path: string, limit: number): Result<Uint8Array, FileProblem>;
  /** @param follow false: not through a symlink */
  hash(path: string, signal?: AbortSignal, follow?: boolean): Promise<Result<FileDigest, FileProblem>>;
  /** Makes a file where nothing is, and the folders above it. @param mode undefined: what the umask leaves of 0666 */
  create(path: string, content: FileContent, mode?: number, signal?: AbortSignal): Promise<Result<void, FileProblem>>;
  /** Puts a file in the place of the one that is there, in one step. @param mode undefined: as it was */
  replace(path: string, content: FileContent, mode?: number, signal?: AbortSignal): Promise<Result<void, FileProblem>>;
  work(path: string): Promise<Result<WorkFolder, FileProblem>>;
  chmod(path: string, mode: number): Result<void, FileProblem>;
  /** @param options `folder`: an empty one, in place of a file @returns false when nothing was there */
  remove(path: string, options?: { readonly folder?: boolean }): Result<boolean, FileProblem>;
  /**
   * Files that match, sorted. `folders`: a folder stands for all below it. `anyName`: also those that no path can name.
   * `runnable`: only those that can be run.
   */
  glob(
    patterns: readonly string[],
    options?: { readonly folders?: boolean; readonly anyName?: boolean; readonly runnable?: boolean },
  ): Result<readonly string[], string>;
  /** Real absolute path of a folder that exists. */
  folder(path: string): Result<string, FileProblem>;
}
