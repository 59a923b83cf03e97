import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/model/timing.ts
var processPollMs = 20;
var killedStuckMs = 1500;
var stopGraceMs = 2e3;
var pipeLingerMs = 1e3;
var programLingerMs = 500;
var scriptReadMs = 100;
var orphanPollMs = 25;
var orphanStuckMs = 3e3;
var orphanProofMs = 500;
var processTableMs = 2e3;
var treeEndMs = 1e4;
var treeQuestionMs = 5e3;
var moduleCheckMs = 1e4;
var heldFileMs = 2e3;
var heldFilePollMs = 50;
var operationGraceMs = 4e3;
var retryDelayMs = 1e3;
var longestRetryDelayMs = 3e5;
var mutexToldMs = 1e4;
var observingMs = 250;
var lookingMs = 50;
var kindOpenMs = 12e4;
var kindCloseMs = 5e3;
var policyMs = 6e4;
var httpConnectMs = 1e4;
var httpAnswerMs = 6e4;
var httpRetryMs = 500;
var httpLongestRetryMs = 8e3;
var httpPatienceMs = 9e5;
var httpNoticeMs = 5e3;
var httpPacedMs = 1e3;
var httpFailedLoadMs = 5e3;
var httpSettleMs = 3e4;
var httpReadAgainMs = 200;
var httpPollMs = 2e3;
var httpTokenEndMs = 3e4;
var httpListAgeMs = 6e4;
var probeIntervalMs = 2e3;
var probeTimeoutMs = 12e4;
var probeTryMs = 1e4;
var probeNoticeMs = 1e4;
var probeChangeMs = 2e3;
var strayErrorMs = 3e4;
var leftRunningMs = 2e3;
var storeAfterFirstSignalMs = 2e4;
var storeAfterSecondSignalMs = 5e3;
var hookFinishMs = 6e4;
var hookGraceMs = 4e3;
var untouchedStoreMs = 15e3;
var mainStepKillMs = 5e3;
var checkpointMs = 1e4;
var writeLockMs = 1e4;
var lockNoticeMs = 5e3;
var staleTemporaryMs = 6e5;
var holderAskMs = 15e3;
var lockGiveBackMs = 3e3;
var checkoutLookMs = 1e3;
var localQuestionMs = 3e4;
var localGitMs = 6e4;
var exchangeMs = 6e4;
var historyMs = 3e5;
var leastContestedMs = 6e4;
var longestBranchPauseMs = 3e4;
var branchGlanceMs = 2e3;
var cacheCallMs = 3e4;
var cacheListMs = 15e3;
var cacheAltogetherMs = 35e3;
var cacheNextMs = 4e3;
var cacheGuardMs = 20;
var cacheReadBackMs = [0, 500, 1500, 3e3];
var cacheReservedMs = [0, 1e3, 2e3, 3e3, 4e3, 5e3];
var cacheListAgainMs = [1e3, 2e3, 3e3];
var apiAttemptMs = 1e4;
var apiLimitMs = 2e4;
var pacedWritesMs = 1e3;
var notifyingWritesMs = 3e3;
var runLookupMs = 1e4;
var mergeLagMs = [2e3, 4e3];
var commentMs = 45e3;
var commentWhenCancelledMs = 4e3;
var commentLimitMs = 15e3;
var unknownLimitMs = 5e3;
var betweenWritesMs = 1100;
var issueMs = 5e4;
var webhookMs = 2e4;
var webhookWhenCancelledMs = 4e3;
var checkMs = 5e4;
var checkMoreMs = 2500;
var checkWhenCancelledMs = 4e3;
var leftChecksMs = 2e4;
var debugQuestionMs = 1e4;
var progressTerminalMs = 1e3;
var progressStepMs = 1e4;

export {
  processPollMs,
  killedStuckMs,
  stopGraceMs,
  pipeLingerMs,
  programLingerMs,
  scriptReadMs,
  orphanPollMs,
  orphanStuckMs,
  orphanProofMs,
  processTableMs,
  treeEndMs,
  treeQuestionMs,
  moduleCheckMs,
  heldFileMs,
  heldFilePollMs,
  operationGraceMs,
  retryDelayMs,
  longestRetryDelayMs,
  mutexToldMs,
  observingMs,
  lookingMs,
  kindOpenMs,
  kindCloseMs,
  policyMs,
  httpConnectMs,
  httpAnswerMs,
  httpRetryMs,
  httpLongestRetryMs,
  httpPatienceMs,
  httpNoticeMs,
  httpPacedMs,
  httpFailedLoadMs,
  httpSettleMs,
  httpReadAgainMs,
  httpPollMs,
  httpTokenEndMs,
  httpListAgeMs,
  probeIntervalMs,
  probeTimeoutMs,
  probeTryMs,
  probeNoticeMs,
  probeChangeMs,
  strayErrorMs,
  leftRunningMs,
  storeAfterFirstSignalMs,
  storeAfterSecondSignalMs,
  hookFinishMs,
  hookGraceMs,
  untouchedStoreMs,
  mainStepKillMs,
  checkpointMs,
  writeLockMs,
  lockNoticeMs,
  staleTemporaryMs,
  holderAskMs,
  lockGiveBackMs,
  checkoutLookMs,
  localQuestionMs,
  localGitMs,
  exchangeMs,
  historyMs,
  leastContestedMs,
  longestBranchPauseMs,
  branchGlanceMs,
  cacheCallMs,
  cacheListMs,
  cacheAltogetherMs,
  cacheNextMs,
  cacheGuardMs,
  cacheReadBackMs,
  cacheReservedMs,
  cacheListAgainMs,
  apiAttemptMs,
  apiLimitMs,
  pacedWritesMs,
  notifyingWritesMs,
  runLookupMs,
  mergeLagMs,
  commentMs,
  commentWhenCancelledMs,
  commentLimitMs,
  unknownLimitMs,
  betweenWritesMs,
  issueMs,
  webhookMs,
  webhookWhenCancelledMs,
  checkMs,
  checkMoreMs,
  checkWhenCancelledMs,
  leftChecksMs,
  debugQuestionMs,
  progressTerminalMs,
  progressStepMs
};
