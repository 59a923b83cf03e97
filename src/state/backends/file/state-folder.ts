import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import { err, type Failure, failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import type { StateName } from "../../../engine/ports/state-store.ts";
import { sha256 } from "../../snapshot/digest.ts";
import { movedNote, readMovedNote } from "../../snapshot/moved-state.ts";
import { attempt, errorCode, type FileSystem, ioFailure, writeNew } from "./file-system.ts";

const stateName = "state.json";
const backupName = "state.backup.json";
const journalName = "journal.ndjson";
const historyName = "history";
/** Says where the state went that was here. */
const movedName = "moved.json";
/** There while a state is being carried over to here: what lies around it is no trace of one that was lost. */
const arrivingName = "arriving";
/** Before the names of files that are being written. */
const temporaryPrefix = ".write-";
const historyLimit = 20;

/** The folder of the versions with which runs ended. */
class StateHistory {
  /** Absolute path. */
  readonly folder: string;
  readonly #files: FileSystem;

  constructor(folder: string, files: FileSystem) {
    this.folder = folder;
    this.#files = files;
  }

  /** Path of the version with which a run ended at this serial. */
  path(serial: number): string {
    return join(this.folder, `${serial}.json`);
  }

  /** Serials in the folder, ascending. Throws what the file system throws, but for a missing folder. */
  serials(): readonly number[] {
    let names: string[];
    try {
      names = this.#files.readdir(this.folder);
    } catch (error) {
      if (errorCode(error) === "ENOENT") return [];
      throw error;
    }
    const serials = names.map((name) => Number(/^([1-9]\d{0,14})\.json$/.exec(name)?.[1] ?? 0));
    return serials.filter((serial) => serial > 0).sort((a, b) => a - b);
  }

  /** Keeps the last versions only. */
  prune(): void {
    for (const serial of this.serials().slice(0, -historyLimit)) attempt(() => this.#files.unlink(this.path(serial)));
  }
}

/** The folder of one project and context, `<state-path>/<project>/<context>/`: where what is, and whether it is there. */
export class StateFolder {
  readonly path: string;
  readonly state: string;
  /** The version before the stored one. */
  readonly backup: string;
  readonly journal: string;
  /** The versions with which runs ended. */
  readonly history: StateHistory;
  readonly #moved: string;
  readonly #statePath: string;
  readonly #files: FileSystem;

  constructor(statePath: string, project: string, context: string, files: FileSystem) {
    this.#statePath = statePath;
    this.#files = files;
    this.path = join(statePath, folderName(project), folderName(context));
    this.state = join(this.path, stateName);
    this.backup = join(this.path, backupName);
    this.journal = join(this.path, journalName);
    this.history = new StateHistory(join(this.path, historyName), files);
    this.#moved = join(this.path, movedName);
  }

  /**
   * To which name the state was carried over that was here. A note of it is written first: as long as nothing is there,
   * the state is still here, and from the moment that it is there, what is left here counts no more.
   */
  movedTo(): Result<StateName | undefined, Failure> {
    let data: Uint8Array;
    try {
      data = this.#files.readFile(this.#moved);
    } catch (error) {
      const missing = errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR";
      return missing ? ok(undefined) : err(ioFailure("read the note", this.#moved, error));
    }
    const to = readMovedNote(data);
    if (to === undefined) {
      const message = `The note ${this.#moved} can't be read: it should say where the state went that was there. Look where that is, and remove the note if it is there still.`;
      return err(failure("state-unavailable", message));
    }
    const there = new StateFolder(this.#statePath, to.project, to.context, this.#files);
    return ok(!this.#has(this.state) || there.#has(there.state) || there.#has(there.#moved) ? to : undefined);
  }

  #has(path: string): boolean {
    try {
      this.#files.modified(path);
      return true;
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
      return false;
    }
  }

  /** Notes where the state is about to be carried over to. Throws what the file system throws. */
  noteMove(to: StateName): void {
    const temporary = this.temporary(this.path);
    writeNew(this.#files, temporary, Buffer.from(movedNote(to)));
    this.#files.rename(temporary, this.#moved);
  }

  /** Nothing that is carried over to here is one that went away. Throws what the file system throws. */
  forgetMove(): void {
    if (!this.#has(this.#moved)) return;
    for (const path of [this.state, this.backup]) attempt(() => this.#files.unlink(path));
    this.#files.unlink(this.#moved);
  }

  /** A state is about to be carried over to here: copies its history first. Throws what the file system throws. */
  expect(from: StateFolder): void {
    const serials = from.history.serials();
    if (serials.length === 0) return;
    const arriving = join(this.path, arrivingName);
    if (!this.#has(arriving)) writeNew(this.#files, arriving, new Uint8Array());
    this.#files.mkdir(this.history.folder);
    for (const serial of serials) {
      const temporary = this.temporary(this.history.folder);
      this.#files.copy(from.history.path(serial), temporary);
      this.#files.rename(temporary, this.history.path(serial));
    }
  }

  /** Removes what was carried over from here. What can't be removed counts no more all the same. */
  empty(): void {
    const history = attemptedSerials(this.history).map((serial) => this.history.path(serial));
    for (const path of [this.state, this.backup, ...history]) attempt(() => this.#files.unlink(path));
  }

  /** @returns the stored bytes; undefined when there really are none, and nothing shows that there ever were */
  read(): Result<Uint8Array | undefined, Failure> {
    // A first writer may finish between looking for the file and looking around it: then look again.
    for (let tries = 0; ; tries++) {
      try {
        return ok(this.#files.readFile(this.state));
      } catch (error) {
        if (errorCode(error) !== "ENOENT") return err(ioFailure("read the state", this.state, error));
      }
      let names: string[];
      try {
        names = this.#files.readdir(this.path);
      } catch (error) {
        if (errorCode(error) !== "ENOENT") return err(ioFailure("read the state folder", this.path, error));
        return this.#folderAbsent();
      }
      if (names.includes(stateName) && tries < 3) continue;
      if (names.includes(arrivingName)) return ok(undefined);
      const trace = this.#trace(names);
      return trace === undefined ? ok(undefined) : err(failure("state-unavailable", trace));
    }
  }

  /** Which earlier versions are here: the begin of a sentence that goes on with what to do. Undefined: none. */
  earlierFiles(): string | undefined {
    const before = this.#has(this.backup) ? `The version before it is ${this.backup}` : undefined;
    if (attemptedSerials(this.history).length === 0) return before && `${before}:`;
    return `${before === undefined ? "Earlier versions" : `${before}, earlier ones`} are in ${this.history.folder}:`;
  }

  /** A new name for a file that is being written. */
  temporary(folder: string): string {
    return join(folder, `${temporaryPrefix}${randomUUID()}.tmp`);
  }

  /** The state that was carried over is here. */
  arrived(): void {
    attempt(() => this.#files.unlink(join(this.path, arrivingName)));
  }

  /** Removes what killed writers left half written. Only under the lock: nobody else is writing then. */
  removeLeftovers(): void {
    if (this.#has(this.state)) this.arrived();
    for (const folder of [this.path, this.history.folder])
      attempt(() => {
        for (const name of this.#files.readdir(folder))
          if (name.startsWith(temporaryPrefix)) attempt(() => this.#files.unlink(join(folder, name)));
      });
  }

  /** What shows that there was a state, with what to do; undefined: nothing shows it. */
  #trace(names: readonly string[]): string | undefined {
    if (names.includes(stateName))
      return `The state at ${this.state} is a link to a file that does not exist. Restore that file, or put the state itself there.`;
    const gone = `The state at ${this.state} is missing, and it was there before:`;
    const afresh = `to begin without any state, move the folder ${this.path} away`;
    if (names.includes(backupName))
      return `${gone} ${this.backup} is the version before the last one. Restore it (copy it to ${stateName}); or, ${afresh}.`;
    const newest = names.includes(historyName) ? this.#newestHistory() : undefined;
    if (newest !== undefined)
      return `${gone} ${newest} is the last one kept. Restore it (copy it to ${stateName}); or, ${afresh}.`;
    if (names.includes(journalName))
      return `${gone} ${this.journal} belongs to it. Restore ${stateName} from elsewhere; or, ${afresh}.`;
    return undefined;
  }

  #newestHistory(): string | undefined {
    try {
      const newest = this.history.serials().at(-1);
      return newest === undefined ? undefined : this.history.path(newest);
    } catch {
      // History that can't be read is a trace as well.
      return this.history.folder;
    }
  }

  /** The folder is not there. A link to nothing (a disk that is not mounted) is something else. */
  #folderAbsent(): Result<undefined, Failure> {
    for (const path of [this.path, dirname(this.path), this.#statePath]) {
      try {
        this.#files.modified(path);
      } catch (error) {
        if (errorCode(error) === "ENOENT") continue;
        return err(ioFailure("read the state folder", path, error));
      }
      if (this.#isListable(path)) return ok(undefined);
      const message = `The state folder ${path} is a link to a folder that does not exist. Restore that folder (is its disk mounted?), or choose another \`state-path\`.`;
      return err(failure("state-unavailable", message));
    }
    return ok(undefined);
  }

  #isListable(path: string): boolean {
    try {
      this.#files.readdir(path);
      return true;
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
      return false;
    }
  }
}

function attemptedSerials(history: StateHistory): readonly number[] {
  let serials: readonly number[] = [];
  attempt(() => {
    serials = history.serials();
  });
  return serials;
}

/** The names of all states below a folder. Throws what the file system throws, but for what is no folder. */
export function statesIn(statePath: string, files: FileSystem): readonly StateName[] {
  const entries = (path: string): readonly string[] => {
    try {
      return files.readdir(path);
    } catch (error) {
      if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return [];
      throw error;
    }
  };
  const names = entries(statePath).flatMap((project) =>
    entries(join(statePath, project)).flatMap((context): StateName[] => {
      if (!entries(join(statePath, project, context)).includes(stateName)) return [];
      const name = { project: nameOfFolder(project), context: nameOfFolder(context) };
      const moved = new StateFolder(statePath, name.project, name.context, files).movedTo();
      return moved.ok && moved.value !== undefined ? [] : [name];
    }),
  );
  return sortedNames(names);
}

/** What file systems take as one segment of a path, with room to spare. */
const longestName = 240;

/**
 * A name as one path segment: project names come from outside and may hold anything. One that is too long is cut, and
 * told apart by a checksum behind `~`, which no other name has.
 */
export function folderName(name: string): string {
  const encoded = encodeURIComponent(name).replaceAll(/[!'()*~]|^\./g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  if (encoded.length <= longestName) return encoded;
  return `${encoded.slice(0, 200)}~${sha256(name).slice("sha256:".length, "sha256:".length + 16)}`;
}

/** The name that a folder is of; one that was cut stays as it stands. */
export function nameOfFolder(folder: string): string {
  try {
    return decodeURIComponent(folder);
  } catch {
    return folder;
  }
}

/** In the order in which they are told. */
export function sortedNames(names: readonly StateName[]): readonly StateName[] {
  const key = ({ project, context }: StateName): string => `${folderName(project)}/${folderName(context)}`;
  return [...names].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
