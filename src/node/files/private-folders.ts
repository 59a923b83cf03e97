import { chmodSync, lstatSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { hostname, uptime } from "node:os";
import { join, resolve } from "node:path";
import { bootId, environmentsHold, lookAtProcess, startTimeOf } from "../processes/process-table.ts";
import { sha256 } from "../sha256.ts";
import { makeFolders } from "./make-folders.ts";
import { ownedName } from "./owned-name.ts";

/**
 * Makes a folder that only this user can enter. Its name tells whose it is, so that `removeAbandoned` finds it after this
 * process was killed. Throws system errors.
 * @param parents the first one in which it can be made is taken
 * @param use a word
 */
export function makePrivateFolder(parents: readonly string[], use: string): string {
  const prefix = ownedPrefix(use);
  for (const [index, given] of parents.entries()) {
    // Programs get its path, and run elsewhere.
    const parent = resolve(given);
    try {
      makeFolders(parent, 0o700);
      return mkdtempSync(join(parent, prefix));
    } catch (error) {
      if (index === parents.length - 1) throw error;
    }
  }
  throw new Error("there is no place for a private folder");
}

/** How the names of folders of this process begin. */
export function ownedPrefix(use: string): string {
  const { place, boot, pid, start } = ownOwner();
  return `opus-${use}-${place}-${boot}-${pid}-${start}-`;
}

/**
 * Removes folders of processes that are gone: of this machine, container and user alone, and none that a program which
 * still runs was told of. What can't be removed stays. Never throws.
 */
export function removeAbandoned(parents: readonly string[]): void {
  const abandoned = parents.flatMap((parent) => abandonedIn(parent));
  if (abandoned.length === 0) return;
  const inUse = environmentsHold(abandoned);
  for (const path of abandoned) if (!inUse.has(path)) removeTree(path);
}

/** Private folders of processes that are proven to be gone: of this machine, container and user alone. Never throws. */
export function abandonedIn(parent: string): readonly string[] {
  const whole = resolve(parent);
  const names = namesIn(whole).filter((name) => ownedName.test(name));
  if (names.length === 0) return [];
  const own = here();
  return names.filter((name) => isOfDeadProcess(name, join(whole, name), own)).map((name) => join(whole, name));
}

function isOfDeadProcess(name: string, path: string, own: Place): boolean {
  const [, place = "", boot = "", pid = "", start = ""] = ownedName.exec(name) ?? [];
  if (place !== own.place) return false;
  try {
    const stats = lstatSync(path);
    if (!stats.isDirectory() || stats.uid !== (process.getuid?.() ?? stats.uid)) return false;
    return isGone({ place, boot, pid: Number(pid), start }, stats.mtimeMs);
  } catch {
    return false;
  }
}

/**
 * Is a process of this machine and container gone? Only what is proven counts.
 * @param changedMs when something of its making was changed, by the wall clock
 */
export function isGone({ boot, pid, start }: Owner, changedMs: number): boolean {
  // Machines that were cloned have the same names: what is younger than this start may be of another one.
  if (boot !== here().boot) return changedMs < Date.now() - uptime() * 1_000;
  if (process.platform === "linux") return lookAtProcess(pid)?.startTime !== start;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}

interface Place {
  readonly place: string;
  readonly boot: string;
}

/** The process that something belongs to, as names of folders tell it. */
export interface Owner extends Place {
  readonly pid: number;
  readonly start: string;
}

/** This process. */
export function ownOwner(): Owner {
  return { ...here(), pid: process.pid, start: startTimeOf(process.pid) ?? "0" };
}

/** Names of machines repeat in containers, which do not see each other's processes. */
function here(): Place {
  return { place: digest(`${hostname()}\n${namespace()}`), boot: digest(bootId() ?? "") };
}

function namespace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}

function digest(text: string): string {
  return sha256(text).slice(0, 8);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Also what is read-only; follows no symlinks. Never throws. */
export function removeTree(path: string): void {
  if (removed(path)) return;
  openUp(path);
  removed(path);
}

function removed(path: string): boolean {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    return true;
  } catch {
    return false;
  }
}

/** Lets folders be emptied. */
function openUp(top: string): void {
  const folders = [top];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    try {
      // One that may not be entered can't be opened either, so it is changed by its path.
      if (!lstatSync(folder).isDirectory()) continue;
      chmodSync(folder, 0o700);
      for (const entry of readdirSync(folder, { withFileTypes: true }))
        if (entry.isDirectory()) folders.push(join(folder, entry.name));
    } catch {
      // Another folder may still be emptied.
    }
  }
}
