import { join } from "node:path";
import { err, type Failure, ok, type Result } from "../../../../engine/diagnostics/diagnostic.ts";
import { historyMs } from "../../../../engine/model/timing.ts";
import { isoTime } from "../../../../engine/text/iso-time.ts";
import type { PrivateRepository } from "./private-repository.ts";
import { type RemoteNames, remoteFailure } from "./remote-messages.ts";
import { troubleOf } from "./remote-trouble.ts";

/** A commit of the branch, without its files. */
export interface CommitMessage {
  readonly commit: string;
  /** When it was made, ISO 8601. */
  readonly at: string;
  /** Name of who made it, as git has it. */
  readonly author: string;
  readonly text: string;
}

/** How all of opus fetches: nothing but what it names. */
export const fetchFlags = ["--no-tags", "--no-write-fetch-head", "--no-auto-maintenance", "--no-recurse-submodules"];

interface LoggedBranch {
  readonly url: string;
  readonly branch: string;
  /** An absolute folder, in which a repository is made for the commits: one that lacks files can't serve others. */
  readonly folder: string;
  readonly names: RemoteNames;
}

/**
 * Reads the messages of all commits of a branch, without their files, where the server can leave them out.
 * @returns newest first
 */
export async function readCommitLog(
  here: PrivateRepository,
  { url, branch, folder, names }: LoggedBranch,
  signal: AbortSignal,
): Promise<Result<readonly CommitMessage[], Failure>> {
  const directory = join(folder, "history.git");
  const begun = await here.local(["init", "--quiet", "--bare", "--template=", directory], signal, { directory });
  if (!begun.ok) return begun;
  const ref = `+refs/heads/${branch}:refs/opus/history`;
  const args = ["fetch", "--quiet", "--filter=tree:0", ...fetchFlags, url, ref];
  const fetched = await here.git(args, signal, historyMs, { directory });
  if (fetched.state === "aborted") return err(here.cancelled());
  if (fetched.state !== "exited" || fetched.code !== 0) return err(remoteFailure(troubleOf(fetched), "read", names));
  // Each commit follows the one that was pushed before it, if not as its first parent.
  const log = ["log", "-z", "--topo-order", "--format=%H%n%cI%n%an%n%B", "refs/opus/history"];
  const listed = await here.local(log, signal, { directory });
  if (!listed.ok) return listed;
  const texts = Buffer.from(listed.value).toString("utf8").split("\0");
  return ok(texts.filter((text) => text !== "").map(commitMessage));
}

function commitMessage(text: string): CommitMessage {
  const [commit = "", at = "", author = "", ...lines] = text.split("\n");
  return { commit, at: isoTime(at), author, text: lines.join("\n") };
}
