import { randomUUID } from "node:crypto";
import type { Change } from "../../../engine/model/change.ts";
import type { RunInfo } from "../../../engine/model/run-info.ts";
import type { Snapshot } from "../../../engine/model/state-body.ts";
import type { LockHolder } from "../../../engine/ports/state-lock.ts";
import type { WriteOptions } from "../../../engine/ports/state-store.ts";
import { shortened } from "../../../engine/text/shorten.ts";

/** What the branch store reads back from its own commits. */
export interface CommitFacts {
  /** `<project>/<context>`, as the folder on the branch. */
  readonly folder: string;
  /** Of the state that was written; undefined: the commit wrote none. */
  readonly serial: number | undefined;
  readonly runEnded: boolean;
  /** The folder that the state was in until this commit. */
  readonly movedFrom: string | undefined;
  /** The subject without what it begins and ends with: `apply created 3, updated 1`. */
  readonly what: string;
  readonly url: string;
}

/** Keeps workflows from running for pushes to the branch. */
const skip = "[skip ci]";

const past: readonly (readonly [Change, string])[] = [
  ["create", "created"],
  ["update", "updated"],
  ["replace", "replaced"],
  ["delete", "deleted"],
  ["adopt", "adopted"],
  ["forget", "forgot"],
];

/** Message of a commit that writes state. `git log` of the branch reads as a history of the environment. */
export function stateMessage(folder: string, next: Snapshot, options: WriteOptions): string {
  const subject = `${options.command} ${progress(next, options)}`.trimEnd();
  return message(folder, subject.replace(/ ,/, ","), options.run, [
    ["Serial", String(next.serial)],
    ...(options.runEnded ? [["Run-Ended", "true"] as const] : []),
  ]);
}

/** Message of the commit that carries a state over from another folder. */
export function moveMessage(folder: string, from: string, next: Snapshot, { run }: WriteOptions): string {
  return message(folder, `carried over from ${from}`, run, [
    ["Serial", String(next.serial)],
    ["Moved-From", from],
  ]);
}

/**
 * Message of a commit that takes the lock.
 * @param why the holder before is gone; undefined: there was none
 */
export function lockMessage(folder: string, holder: LockHolder, why: string | undefined): string {
  const broken = why === undefined ? "" : ` (the lock before was left behind: ${why})`;
  return message(folder, `locked for ${holder.command}${broken}`, holder.run, []);
}

/** Message of a commit that only removes the lock. */
export function unlockMessage(folder: string, holder: LockHolder, byHand: boolean): string {
  const what = byHand ? `lock ${holder.id} of ${holder.command} released by hand` : `unlocked after ${holder.command}`;
  return message(folder, what, holder.run, []);
}

/** A message whose words for people hold no secret. What programs read in it stays: names, and what keeps workflows from running. */
export function withoutSecrets(text: string, redact: (words: string) => string): string {
  return text
    .split("\n")
    .map((line) => {
      if (line.startsWith("Opus-")) return line;
      const [, label = "", words = "", end = ""] = /^(Run: )?(.*?)( \[skip ci\])?$/.exec(line) ?? [];
      return `${label}${redact(words)}${end}`;
    })
    .join("\n");
}

/** What is read back; a history has many messages. */
const trailers = {
  State: /^Opus-State: (.*)$/m,
  Serial: /^Opus-Serial: (.*)$/m,
  "Moved-From": /^Opus-Moved-From: (.*)$/m,
  "Run-Ended": /^Opus-Run-Ended: (.*)$/m,
} as const;

/** Reads a message; undefined: not one of the branch store's. */
export function parseMessage(text: string): CommitFacts | undefined {
  const trailer = (name: keyof typeof trailers) => trailers[name].exec(text)?.[1];
  const folder = trailer("State");
  if (folder === undefined) return undefined;
  const serial = trailer("Serial");
  const [subject = ""] = text.split("\n");
  const what = subject.slice(subject.indexOf(": ") + 2).replace(` ${skip}`, "");
  const url = /^Run: (.*)$/m.exec(text)?.[1] ?? "";
  const number = serial !== undefined && /^\d{1,15}$/.test(serial) ? Number(serial) : undefined;
  const movedFrom = trailer("Moved-From");
  return { folder, serial: number, runEnded: trailer("Run-Ended") === "true", movedFrom, what, url };
}

/**
 * A message of a commit that stands aside: it takes the lock, or stores how far a run is. The commit with which a run
 * ends has it as its second parent, so that the first parents alone tell one line a run.
 * @param main the last commit before it that does not stand aside
 */
export function asideMessage(text: string, main: string): string {
  return `${text}Opus-After: ${main}\n`;
}

/** The commit that one with this message stands aside of; undefined: it does not. */
export function mainCommitOf(text: string): string | undefined {
  return /^Opus-After: ([0-9a-f]{40})$/m.exec(text)?.[1];
}

/** Begins the line of a message with which somebody says that a state was removed on purpose. */
export const removalTrailer = "Opus-State-Removed";

/** Does this message say so of this folder? */
export function removesState(text: string, folder: string): boolean {
  return text.split("\n").some((line) => line.trim() === `${removalTrailer}: ${folder}`);
}

/** The folders of which a message says so. */
export function removedFolders(text: string): readonly string[] {
  if (!text.includes(removalTrailer)) return [];
  return text.split("\n").flatMap((line) => {
    const [name, folder] = line.trim().split(": ");
    return name === removalTrailer && folder !== undefined ? [folder] : [];
  });
}

function progress(next: Snapshot, { command, runEnded, changes }: WriteOptions): string {
  const counts = countsOf(command, changes);
  const done = past.reduce((sum, [change]) => sum + (changes[change] ?? 0), 0);
  const left = next.body.pending.length;
  if (runEnded) {
    const unfinished = left === 0 ? [] : [`${left} unfinished`];
    return counts.length + left === 0 ? "changed no task" : [...counts, ...unfinished].join(", ");
  }
  if (left === 0) return counts.length === 0 ? "" : `, ${counts.join(", ")} so far`;
  if (done === 0) return `begins, ${left} ${left === 1 ? "task" : "tasks"} to change`;
  return `, ${done} of ${done + left} done`;
}

function countsOf(command: string, changes: WriteOptions["changes"]): readonly string[] {
  // A rename is recorded as two changes, so that it can be undone.
  if (command === "state mv") {
    const { adopt = 0, update = 0 } = changes;
    return adopt === 0 ? [] : [`renamed ${adopt}`, ...(update === 0 ? [] : [`updated ${update}`])];
  }
  return past.flatMap(([change, word]) => (changes[change] ? [`${word} ${changes[change]}`] : []));
}

function message(
  folder: string,
  what: string,
  run: RunInfo,
  trailers: readonly (readonly [name: string, value: string])[],
): string {
  const all = [
    ["State", folder],
    ...trailers,
    ...(run.id === "" ? [] : [["Run", `${oneLine(run.id)}/${run.attempt}`] as const]),
    // Two runs must never make the same commit: a push of one that is there already would seem to have won.
    ["Id", randomUUID()],
  ];
  const link = run.url === "" ? "" : `Run: ${oneLine(run.url)}\n\n`;
  return `${folder}: ${oneLine(what)} ${skip}\n\n${link}${all.map(([name, value]) => `Opus-${name}: ${value}\n`).join("")}`;
}

/** Names come from outside: they must not end a line, and so begin a trailer. */
function oneLine(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim();
  return shortened(line, 200);
}
