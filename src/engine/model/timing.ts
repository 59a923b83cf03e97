// How long opus waits, and how often it looks, in milliseconds. docs/reliability.md has a table that is made of it: the
// comment of each constant is a row, and `// ---` begins a part. Pauses with a random part stand where they are used.

// --- Processes and scripts

/** Time between two looks whether the processes of a program are gone. */
export const processPollMs = 20;

/** How long a process may survive SIGKILL before it is given up: one inside a hanging system call, or of another user. */
export const killedStuckMs = 1_500;

/** How long a process that was asked to end (SIGTERM) has before SIGKILL. */
export const stopGraceMs = 2_000;

/** How long what a script left running may keep its pipes open after its end. */
export const pipeLingerMs = 1_000;

/** How long what another program left behind (a shared ssh connection of git) may keep its pipes open after its end. */
export const programLingerMs = 500;

/** At most so often what a script has written is read while it runs. */
export const scriptReadMs = 100;

/** Time between two looks whether the processes that a killed run left are gone. */
export const orphanPollMs = 25;

/** How long a process that a killed run left may survive SIGKILL. */
export const orphanStuckMs = 3_000;

/** How long a process may take to show in its environment whose it is. */
export const orphanProofMs = 500;

/** How long `ps` may take to list the processes. */
export const processTableMs = 2_000;

/** How long it may take, on Windows, to end all that a program has started. */
export const treeEndMs = 10_000;

/** How much older than its own start a process on Windows may be listed, as it is known a moment later and tables may have whole seconds. */
export const clockSlackMs = 2_000;

/** How long a program of Windows may take to list the processes, or to end some. */
export const treeQuestionMs = 5_000;

/** How long Node may look through modules for the mistake that keeps one from being loaded. */
export const moduleCheckMs = 10_000;

// --- Files

/** How long a file is tried to be replaced or removed, on Windows, while another program has it open. */
export const heldFileMs = 2_000;

/** The pause between two tries to replace or remove a file that another program has open. */
export const heldFilePollMs = 50;

// --- Tasks

/** How long an operation may ignore that it was aborted before it is given up. */
export const operationGraceMs = 4_000;

/** The pause before the first further attempt of a task that names none; it doubles each time. */
export const retryDelayMs = 1_000;

/** The longest pause between two attempts of a task. */
export const longestRetryDelayMs = 300_000;

/** How long a task is waited for that has a mutex, until the log says so. */
export const mutexToldMs = 10_000;

/** Time between two events that tell how many resources were looked at. */
export const observingMs = 250;

/** How long planning goes on without a look at the outside world: signals, timers, answers. */
export const lookingMs = 50;

/** How long a kind may take to open. Where a task has a shorter timeout, that counts for the task. */
export const kindOpenMs = 120_000;

/** How long a kind may take to close what it has opened; then the programs that it started are ended. */
export const kindCloseMs = 5_000;

/** How long a policy may take to answer what it has against a plan; then nothing is carried out. */
export const policyMs = 60_000;

// --- Requests of tasks

/** How long a connection to a server may take to come about. */
export const httpConnectMs = 10_000;

/** How long a server may take to begin its answer, and to go on with it. */
export const httpAnswerMs = 60_000;

/** The pause before a request is sent again; it doubles each time, with a random part. */
export const httpRetryMs = 500;

/** The longest pause before a request is sent again that no server has asked for. */
export const httpLongestRetryMs = 8_000;

/** How long one request may wait altogether for what servers ask for (`Retry-After`, limits of requests, unfinished work). */
export const httpPatienceMs = 900_000;

/** A wait that is longer is told. */
export const httpNoticeMs = 5_000;

/** How often it is told that requests wait, as a host is to get only so many a second. */
export const httpPacedMs = 1_000;

/** How long it is held that something which tasks share could not be loaded. */
export const httpFailedLoadMs = 5_000;

/** How long reads may lag behind writes, for a resource that does not say. */
export const httpSettleMs = 30_000;

/** The first pause before a resource is read again after a write; it doubles up to ten times. */
export const httpReadAgainMs = 200;

/** Time between two looks whether work that a server goes on with is done, for a resource that does not say. */
export const httpPollMs = 2_000;

/** A token is got anew this long before it ends. */
export const httpTokenEndMs = 30_000;

/** How old a list may be by which a resource is made that is not in it. */
export const httpListAgeMs = 60_000;

// --- Probes

/** The pause between two tries of a Probe that does not say. */
export const probeIntervalMs = 2_000;

/** How long a Probe waits altogether, if it does not say. */
export const probeTimeoutMs = 120_000;

/** How long one try of a Probe may take that asks a server, if it does not say. */
export const probeTryMs = 10_000;

/** How often a Probe tells that it waits, while it sees the same. */
export const probeNoticeMs = 10_000;

/** How often a Probe tells at most that it sees something else. */
export const probeChangeMs = 2_000;

// --- The end of a run

/** How long a run may take to store its state and to report after an error that nobody waited for. */
export const strayErrorMs = 30_000;

/** How long what a module left running may keep the process after a run that is over. */
export const leftRunningMs = 2_000;

/** How long stores are waited for after the first signal. */
export const storeAfterFirstSignalMs = 20_000;

/** How long stores are waited for after the second signal. */
export const storeAfterSecondSignalMs = 5_000;

/** How long a hook may take at the end. */
export const hookFinishMs = 60_000;

/** How long a hook may ignore at the end that it was told to stop. */
export const hookGraceMs = 4_000;

/** How long the post step asks the store for a step that never had the lock. */
export const untouchedStoreMs = 15_000;

/** How long the post step waits for the main process of its step to be gone after SIGKILL. */
export const mainStepKillMs = 5_000;

// --- State and locks

/** Results are in the store at the latest after this time. */
export const checkpointMs = 10_000;

/** How long a write without a lock of its own waits for the lock. */
export const writeLockMs = 10_000;

/** Time between two lines that say who holds the lock. */
export const lockNoticeMs = 5_000;

/** The age at which a temporary file of a lock is nobody's any more. */
export const staleTemporaryMs = 600_000;

/** Time between two questions to GitHub whether the run that holds a lock is over. */
export const holderAskMs = 15_000;

/** How long a cancelled run takes to give back a lock that it may just have got. */
export const lockGiveBackMs = 3_000;

// --- git

/** How long git may take to look at what the clone has of a branch. */
export const checkoutLookMs = 1_000;

/** How long git may take to answer a question about the checkout. */
export const localQuestionMs = 30_000;

/** How long a git command on the private repository may take. */
export const localGitMs = 60_000;

/** How long one exchange with the git server may take. */
export const exchangeMs = 60_000;

/** How long the history of a branch of state may take to arrive. */
export const historyMs = 300_000;

/** A write to a branch gives up to others only after it was tried for this long. */
export const leastContestedMs = 60_000;

/** The longest pause of a write to a branch before its next try, when others keep being faster. */
export const longestBranchPauseMs = 30_000;

/** How long a terminal waits for the server that may have state elsewhere: nobody has asked for that look. */
export const branchGlanceMs = 2_000;

// --- The Actions cache

/** How long one call of the cache is waited for. The client's own attempts after an error 500 take about 28 s. */
export const cacheCallMs = 30_000;

/** How long GitHub's list of the cache is waited for. */
export const cacheListMs = 15_000;

/** How long the calls of a run may take altogether after the first in vain. */
export const cacheAltogetherMs = 35_000;

/** How long a call may take after one in vain. */
export const cacheNextMs = 4_000;

/** Time between two looks how large an archive has become. */
export const cacheGuardMs = 20;

/** Pauses before an entry that was just saved is read back. */
export const cacheReadBackMs: readonly number[] = [0, 500, 1_500, 3_000];

/** Pauses before looking again for what a faster run has reserved; together what a run that saves may take. */
export const cacheReservedMs: readonly number[] = [0, 1_000, 2_000, 3_000, 4_000, 5_000];

/** Pauses before a list is asked for again that can't be complete yet. */
export const cacheListAgainMs: readonly number[] = [1_000, 2_000, 3_000];

// --- GitHub's API, the comment, issues and checks

/** How long one attempt of a call may take. */
export const apiAttemptMs = 10_000;

/** The longest wait for a rate limit to end. */
export const apiLimitMs = 20_000;

/** Least time between two writes, as GitHub asks for it. */
export const pacedWritesMs = 1_000;

/** Least time between two writes of which people are notified, like a new comment: GitHub asks for more patience there. */
export const notifyingWritesMs = 3_000;

/** How long GitHub may take to say whether a run is over. */
export const runLookupMs = 10_000;

/** Pauses before GitHub is asked again for the pull request of a commit that was merged a moment ago. */
export const mergeLagMs: readonly number[] = [2_000, 4_000];

/** How long all of the comment may take. */
export const commentMs = 45_000;

/** How long the comment of a cancelled run may take: its job is ended soon. */
export const commentWhenCancelledMs = 4_000;

/** A rate limit that lasts longer is not waited for with a comment. */
export const commentLimitMs = 15_000;

/** What to wait for a limit of which GitHub does not say how long it lasts. */
export const unknownLimitMs = 5_000;

/** Time between two writes of a comment: GitHub asks for a second, and the client waits for it. */
export const betweenWritesMs = 1_100;

/** How long all issues of a run may take. */
export const issueMs = 50_000;

/** How long a webhook may take to take a message, all tries together. */
export const webhookMs = 20_000;

/** The same in a run that was cancelled, where it is tried one time: its job is ended soon. */
export const webhookWhenCancelledMs = 4_000;

/** How long all checks of a run may take at its end, */
export const checkMs = 50_000;

/** and how much longer with each that was written: GitHub is asked to take one a second. */
export const checkMoreMs = 2_500;

/** How long the checks of a cancelled run may take. What is left of them is for the post step. */
export const checkWhenCancelledMs = 4_000;

/** How long the post step may take to end the checks that a killed step has left, and `checkMoreMs` for each. */
export const leftChecksMs = 20_000;

/** How long git may take to tell its version, for `opus debug-info`. */
export const debugQuestionMs = 10_000;

// --- The log

/** Time between two progress lines in a terminal. */
export const progressTerminalMs = 1_000;

/** Time between two progress lines in a step. */
export const progressStepMs = 10_000;
