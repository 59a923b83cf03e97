import { err, type Failure, ok, type Result } from "../../../engine/diagnostics/diagnostic.ts";
import type { RunEnd } from "../../../engine/ports/state-store.ts";
import type { Stored } from "./branch-files.ts";
import { type CommitFacts, parseMessage, removesState } from "./commit-message.ts";
import type { BranchRepository } from "./git/branch-repository.ts";
import type { CommitMessage } from "./git/commit-log.ts";

/** A run end, and the commit that has its state. */
export interface RecordedEnd extends RunEnd {
  readonly commit: string;
  /** Name of who made the commit. */
  readonly author: string;
  /** Where its state is in that commit: the folder of the name that it had then. */
  readonly folder: string;
}

/**
 * The commits with which runs of one context ended, by ascending serial; before it was carried over, those of its former
 * name. Reads all messages of the branch.
 */
export async function recordedEnds(
  repository: BranchRepository,
  folder: string,
  signal: AbortSignal,
): Promise<Result<readonly RecordedEnd[], Failure>> {
  const tip = await repository.fetch(signal);
  if (!tip.ok) return tip;
  if (tip.value.commit === undefined) return ok([]);
  const messages = await repository.messages(signal);
  return messages.ok ? ok(endsAmong(readMessages(messages.value), folder)) : messages;
}

/** A commit of the branch store's own, and what its message says. */
export interface ReadMessage {
  readonly commit: CommitMessage;
  readonly facts: CommitFacts;
}

/** Messages of the branch store's own commits, in the same order. */
export function readMessages(messages: readonly CommitMessage[]): readonly ReadMessage[] {
  return messages.flatMap((commit) => {
    const facts = parseMessage(commit.text);
    return facts === undefined ? [] : [{ commit, facts }];
  });
}

/**
 * The commits with which runs of one context ended, by ascending serial.
 * @param messages newest first
 */
export function endsAmong(messages: readonly ReadMessage[], folder: string): readonly RecordedEnd[] {
  const ends = new Map<number, RecordedEnd>();
  let then = folder;
  for (const { commit: made, facts } of messages) {
    if (facts.folder !== then || facts.serial === undefined) continue;
    const { commit, at, author } = made;
    const { serial, runEnded, movedFrom, what, url } = facts;
    // Newest first: of two with one serial the later one counts.
    if (runEnded && !ends.has(serial)) ends.set(serial, { serial, at, author, what, url, commit, folder: then });
    then = movedFrom ?? then;
  }
  return [...ends.values()].sort((a, b) => a.serial - b.serial);
}

/** The last state of a context that the branch had. */
export interface LastState {
  readonly serial: number;
  readonly commit: string;
  /** ISO 8601. */
  readonly at: string;
  /** The folder that this commit carried it over to; undefined: it was removed in some other way. */
  readonly movedTo: string | undefined;
}

/**
 * Which state of a context was there, when there is none now? Reads all messages of the branch.
 * @returns undefined: none ever was, or somebody said in a commit that it is gone on purpose
 */
export async function lastState(
  repository: BranchRepository,
  folder: string,
  signal: AbortSignal,
): Promise<Result<LastState | undefined, Failure>> {
  const messages = await repository.messages(signal);
  if (!messages.ok) return messages;
  for (const { commit, at, text } of messages.value) {
    if (removesState(text, folder)) return ok(undefined);
    const facts = parseMessage(text);
    if (facts?.serial === undefined) continue;
    const { serial, movedFrom } = facts;
    if (movedFrom === folder) return ok({ serial, commit, at, movedTo: facts.folder });
    if (facts.folder === folder) return ok({ serial, commit, at, movedTo: undefined });
  }
  return ok(undefined);
}

/** What an earlier commit holds as state. */
export async function stateAt(
  repository: BranchRepository,
  commit: string,
  folder: string,
  signal: AbortSignal,
): Promise<Result<Stored, Failure>> {
  const fetched = await repository.fetchCommits([commit], signal);
  if (!fetched.ok) return err(fetched.error);
  const files = await repository.files({ commit }, folder, signal);
  return files.ok ? ok(files.value.state) : files;
}
