import type { Diagnostic } from "../engine/diagnostics/diagnostic.ts";
import type { Hook } from "../engine/ports/hook.ts";
import type { CommentPurpose } from "../hooks/comment/purpose.ts";
import type { Capabilities } from "./authorize/capabilities.ts";
import type { CheckSession } from "./check/check-session.ts";
import type { RunStores } from "./context/open/run-stores.ts";
import type { ContextOutcome } from "./context/run-context.ts";
import type { IssueSession } from "./issue/issue-session.ts";
import type { Loaded } from "./load/load-project.ts";
import type { PullRequestSession } from "./pull-request/pull-request-session.ts";
import type { Joined } from "./report/join/join-reports.ts";

/** What the stages of a run have found and opened by now: whatever ends the run, its end tells of this and closes it. */
export interface KnownRun {
  loaded?: Loaded;
  /** Absent: nothing of the repository was loaded, so there is nothing that could act. */
  capabilities?: Capabilities;
  stores?: RunStores;
  pullRequestSession?: PullRequestSession;
  commentPurpose?: CommentPurpose | undefined;
  /** Absent: the run has nothing to do with issues. */
  issueSession?: IssueSession | undefined;
  /** The hook that tells others of the run. Absent: the project names nobody. */
  webhooks?: (warn: (diagnostic: Diagnostic) => void) => Promise<Hook | undefined>;
  /** Absent: the run writes no checks. */
  checkSession?: CheckSession | undefined;
  /** Reports of other runs that this one joins. */
  joined?: Joined;
  readonly outcomes: ContextOutcome[];
}
