import {
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fstatSync,
  mkdirSync,
  openSync,
  symlinkSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { FileProblem, WorkMembers } from "../../ports/workspace-files.ts";
import { fileProblem, systemCode } from "../files/file-problem.ts";
import { placeNew, renameOver } from "../files/file-writing.ts";
import type { HeldFolder } from "../files/held-folder.ts";
import { type HeldPlace, movedProblem } from "./workspace-boundary.ts";

/** Holds the folder of a path, and makes it. */
export type HoldPlace = (path: string) => Result<HeldPlace, FileProblem>;

const noFollow = constants.O_NOFOLLOW ?? 0;
const linkName = "link";

/** The members of a work folder. */
export class HeldMembers implements WorkMembers {
  readonly #inside: HeldFolder;
  readonly #hold: HoldPlace;
  #open: number | undefined;
  #written = 0;

  constructor(inside: HeldFolder, hold: HoldPlace) {
    this.#inside = inside;
    this.#hold = hold;
  }

  begin(number: number): Result<void, FileProblem> {
    return this.#try(memberName(number), () => {
      this.close();
      const flags = constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC | noFollow;
      this.#open = openSync(this.#inside.at(memberName(number)), flags, 0o666);
      this.#written = 0;
    });
  }

  append(bytes: Uint8Array): Result<void, FileProblem> {
    return this.#try("what is unpacked", () => {
      for (let at = 0; at < bytes.length; ) {
        const written = writeSync(this.#open ?? -1, bytes, at, bytes.length - at, this.#written);
        at += written;
        this.#written += written;
      }
    });
  }

  end(executable: boolean): Result<void, FileProblem> {
    return this.#try("what is unpacked", () => {
      const descriptor = this.#open ?? -1;
      const { mode } = fstatSync(descriptor);
      if (executable) fchmodSync(descriptor, (mode & 0o666) | ((mode & 0o444) >> 2));
      this.close();
    });
  }

  copy(from: number, to: number): Result<void, FileProblem> {
    return this.#try(memberName(to), () =>
      copyFileSync(this.#inside.at(memberName(from)), this.#inside.at(memberName(to))),
    );
  }

  place(number: number, path: string, how: "create" | "replace"): Result<void, FileProblem> {
    return this.#at(path, ({ folder, name }) => {
      const member = memberName(number);
      if (how === "replace") {
        renameOver(this.#inside.at(member), folder.at(name));
        return;
      }
      const descriptor = openSync(this.#inside.at(member), constants.O_RDONLY | noFollow);
      try {
        placeNew({ folder: this.#inside, name: member, descriptor }, folder, name, undefined);
        unlinkSync(this.#inside.at(member));
      } finally {
        closeSync(descriptor);
      }
    });
  }

  link(target: string, path: string, how: "create" | "replace"): Result<void, FileProblem> {
    return this.#at(path, ({ folder, name }) => {
      if (how === "create") {
        symlinkSync(target, folder.at(name));
        return;
      }
      symlinkSync(target, this.#inside.at(linkName));
      renameOver(this.#inside.at(linkName), folder.at(name));
    });
  }

  folder(path: string): Result<void, FileProblem> {
    return this.#at(path, ({ folder, name }) => {
      try {
        mkdirSync(folder.at(name));
      } catch (error) {
        if (systemCode(error) !== "EEXIST") throw error;
      }
    });
  }

  /** Ends what was begun, if it is open still. */
  close(): void {
    if (this.#open !== undefined) closeSync(this.#open);
    this.#open = undefined;
  }

  #at(path: string, act: (place: HeldPlace) => void): Result<void, FileProblem> {
    const held = this.#hold(path);
    if (!held.ok) return held;
    try {
      if (held.value.folder.moved()) return err(movedProblem(path));
      return this.#try(path, () => act(held.value));
    } finally {
      held.value.folder.close();
    }
  }

  #try(path: string, act: () => void): Result<void, FileProblem> {
    try {
      act();
      return ok(undefined);
    } catch (error) {
      return err(fileProblem(path, error));
    }
  }
}

function memberName(number: number): string {
  return `member-${number}`;
}
