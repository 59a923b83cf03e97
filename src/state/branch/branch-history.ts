import { err, type Failure, ok, type Result } from "../../engine/diagnostic.ts";
import type { RunEnd } from "../../engine/ports.ts";
import type { Stored } from "./branch-files.ts";
import type { BranchRepository } from "./branch-repository.ts";
import { parseMessage } from "./commit-message.ts";

/** A run end, and the commit that has its state. */
export interface RecordedEnd extends RunEnd {
  readonly commit: string;
}

/** The commits with which runs of one context ended, by ascending serial. Reads all messages of the branch. */
export async function recordedEnds(
  repository: BranchRepository,
  folder: string,
  signal: AbortSignal,
): Promise<Result<readonly RecordedEnd[], Failure>> {
  const tip = await repository.fetch(signal);
  if (!tip.ok) return tip;
  if (tip.value.commit === undefined) return ok([]);
  const messages = await repository.messages(signal);
  if (!messages.ok) return messages;
  const ends = new Map<number, RecordedEnd>();
  for (const { commit, at, text } of messages.value) {
    const facts = parseMessage(text);
    if (facts?.folder !== folder || facts.serial === undefined || !facts.runEnded) continue;
    const { serial, what, url } = facts;
    // Newest first: of two with one serial the later one counts.
    if (!ends.has(serial)) ends.set(serial, { serial, at, what, url, commit });
  }
  return ok([...ends.values()].sort((a, b) => a.serial - b.serial));
}

/** What an earlier commit holds as state. */
export async function stateAt(
  repository: BranchRepository,
  commit: string,
  folder: string,
  signal: AbortSignal,
): Promise<Result<Stored, Failure>> {
  const fetched = await repository.fetchCommit(commit, signal);
  if (!fetched.ok) return err(fetched.error);
  const files = await repository.files(fetched.value, folder, signal);
  return files.ok ? ok(files.value.state) : files;
}
