import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  statfsSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { staleTemporaryMs } from "../../engine/model/timing.ts";
import type { FileDigest, FileProblem, WorkFolder } from "../../ports/workspace-files.ts";
import { fileProblem } from "../files/file-problem.ts";
import { closing, openForReading, streamFile } from "../files/file-reading.ts";
import { placeNew, takePlace } from "../files/file-writing.ts";
import type { HeldFolder } from "../files/held-folder.ts";
import { isGone, ownOwner, removeTree } from "../files/private-folders.ts";
import { sha256 } from "../sha256.ts";
import { modeOf } from "./look-at.ts";
import { HeldMembers, type HoldPlace } from "./work-members.ts";
import { type HeldPlace, movedProblem } from "./workspace-boundary.ts";

/** `.opus-work-` for which file, of which machine, since which start of it, and process, and which of its folders. */
const workName = /^\.opus-work-([0-9a-f]{16})-([0-9a-f]{8})-([0-9a-f]{8})-(\d{1,10})-(\d{1,20})-[0-9a-f]{12}\.tmp$/;

/** Those that this process has open. */
const open = new Set<string>();

const dataFile = "data";
const noteFile = "note";

/**
 * Opens the folder for what becomes a file. Throws system errors; then nothing of it is left.
 * @param place is closed with it
 * @param path of the file, for messages
 * @param hold finds the places of members
 */
export function openWork({ folder, name }: HeldPlace, path: string, hold: HoldPlace): WorkFolder {
  const own = takeOver(folder, name) ?? makeWork(folder, name);
  open.add(own);
  let inside: HeldFolder | undefined;
  try {
    inside = folder.child(own, false);
    return new HeldWork({ parent: folder, own, inside, name, path }, openData(inside), new HeldMembers(inside, hold));
  } catch (error) {
    inside?.close();
    open.delete(own);
    removeTree(folder.at(own));
    throw error;
  }
}

function ownName(name: string): string {
  const { place, boot, pid, start } = ownOwner();
  return `.opus-work-${keyOf(name)}-${place}-${boot}-${pid}-${start}-${randomBytes(6).toString("hex")}.tmp`;
}

function keyOf(name: string): string {
  return sha256(name).slice(0, 16);
}

function makeWork(folder: HeldFolder, name: string): string {
  const own = ownName(name);
  mkdirSync(folder.at(own), 0o700);
  return own;
}

/** Takes over the largest that others have left, and removes the rest. */
function takeOver(folder: HeldFolder, name: string): string | undefined {
  const left = entries(folder)
    .filter((entry) => workName.exec(entry)?.[1] === keyOf(name) && isLeft(folder, entry))
    .map((entry) => ({ entry, size: dataOf(folder, entry)?.size ?? -1 }))
    .sort((one, other) => other.size - one.size);
  let taken: string | undefined;
  for (const { entry, size } of left) {
    const own = ownName(name);
    try {
      renameSync(folder.at(entry), folder.at(own));
    } catch {
      // Another one was faster.
      continue;
    }
    if (taken === undefined && size >= 0) taken = own;
    else removeTree(folder.at(own));
  }
  return taken;
}

function entries(folder: HeldFolder): readonly string[] {
  try {
    return readdirSync(folder.at("."));
  } catch {
    // Who may not list a folder may still make files in it.
    return [];
  }
}

/** Is nobody at work in it? */
function isLeft(folder: HeldFolder, entry: string): boolean {
  const [, , place = "", boot = "", pid = "", start = ""] = workName.exec(entry) ?? [];
  const owner = ownOwner();
  const changed = dataOf(folder, entry)?.mtimeMs ?? 0;
  // Whether a process elsewhere still runs nobody can ask; one that works has written something a moment ago.
  if (place !== owner.place) return changed < Date.now() - staleTemporaryMs;
  if (Number(pid) === owner.pid && start === owner.start && boot === owner.boot) return !open.has(entry);
  return isGone({ place, boot, pid: Number(pid), start }, changed);
}

function dataOf(folder: HeldFolder, entry: string): { readonly size: number; readonly mtimeMs: number } | undefined {
  try {
    return statSync(folder.at(`${entry}/${dataFile}`));
  } catch {
    return undefined;
  }
}

/** Opens the data for more. */
function openData(inside: HeldFolder): number {
  const flags = constants.O_RDWR | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);
  const descriptor = openSync(inside.at(dataFile), flags, 0o666);
  const stats = fstatSync(descriptor);
  if (stats.isFile() && stats.nlink === 1) return descriptor;
  // It is the file already, which somebody has had no time to say: nothing is written to that.
  closeSync(descriptor);
  unlinkSync(inside.at(dataFile));
  return openSync(inside.at(dataFile), flags | constants.O_EXCL, 0o666);
}

interface WorkPlace {
  readonly parent: HeldFolder;
  /** Name of the folder. */
  readonly own: string;
  readonly inside: HeldFolder;
  /** Name of the file that is made. */
  readonly name: string;
  readonly path: string;
}

class HeldWork implements WorkFolder {
  readonly #place: WorkPlace;
  readonly #data: number;
  #size: number;
  #placed = false;

  readonly members: HeldMembers;

  constructor(place: WorkPlace, data: number, members: HeldMembers) {
    this.#place = place;
    this.members = members;
    this.#data = data;
    this.#size = fstatSync(data).size;
  }

  get size(): number {
    return this.#size;
  }

  get note(): string | undefined {
    try {
      return readFileSync(this.#place.inside.at(noteFile), "utf8");
    } catch {
      return undefined;
    }
  }

  begin(note: string): Result<void, FileProblem> {
    return this.#try(() => {
      ftruncateSync(this.#data, 0);
      this.#size = 0;
      writeFileSync(this.#place.inside.at(noteFile), note, { mode: 0o600 });
    });
  }

  append(bytes: Uint8Array): Result<void, FileProblem> {
    return this.#try(() => {
      for (let at = 0; at < bytes.length; ) {
        const written = writeSync(this.#data, bytes, at, bytes.length - at, this.#size);
        at += written;
        this.#size += written;
      }
    });
  }

  async hash(signal: AbortSignal): Promise<Result<FileDigest, FileProblem>> {
    const hash = createHash("sha256");
    try {
      const descriptor = openForReading(this.#place.inside, dataFile);
      try {
        const size = await streamFile(descriptor, (piece) => hash.update(piece), signal);
        return ok({ sha256: hash.digest("hex"), size });
      } finally {
        closing(descriptor, () => undefined);
      }
    } catch (error) {
      return err(fileProblem(this.#place.path, error));
    }
  }

  read(position: number, length: number): Result<Uint8Array, FileProblem> {
    try {
      const bytes = Buffer.allocUnsafe(length);
      let got = 0;
      while (got < length) {
        const more = readSync(this.#data, bytes, got, length - got, position + got);
        if (more === 0) break;
        got += more;
      }
      return ok(bytes.subarray(0, got));
    } catch (error) {
      return err(fileProblem(this.#place.path, error));
    }
  }

  room(): number | undefined {
    try {
      const { bavail, bsize } = statfsSync(this.#place.inside.at("."));
      return bavail * bsize;
    } catch {
      return undefined;
    }
  }

  place(how: "create" | "replace", mode: number | undefined): Result<void, FileProblem> {
    const { parent, inside, name, path } = this.#place;
    if (parent.moved()) return err(movedProblem(path));
    const placed = this.#try(() => {
      const file = { folder: inside, name: dataFile, descriptor: this.#data };
      // Some disks say only now that they are full.
      fsyncSync(this.#data);
      if (how === "create") placeNew(file, parent, name, mode);
      else takePlace(file, parent, name, mode ?? modeOf(parent, name));
      this.#placed = true;
    });
    return placed.ok && parent.moved() ? err(movedProblem(path)) : placed;
  }

  close(keep: boolean): void {
    const { parent, inside, own } = this.#place;
    closeSync(this.#data);
    this.members.close();
    inside.close();
    if (this.#placed || !keep || this.#size === 0) removeTree(parent.at(own));
    open.delete(own);
    parent.close();
  }

  #try(act: () => void): Result<void, FileProblem> {
    try {
      act();
      return ok(undefined);
    } catch (error) {
      return err(fileProblem(this.#place.path, error));
    }
  }
}
