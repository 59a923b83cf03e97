import { realpathSync, rmSync } from "node:fs";
import { resolve as resolvePath } from "node:path";
import type { Settings } from "../../action/inputs.ts";
import { err, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { Redactor } from "../../engine/ports/redactor.ts";
import { fenced } from "../../hooks/rendering/markdown.ts";
import { systemClock } from "../../node/clock.ts";
import { checkout } from "../../node/git/checkout.ts";
import { endOrphansOfPlans } from "../../node/processes/planning-ledger.ts";
import { hasVariables } from "../../node/processes/process-table.ts";
import type { Backend } from "../../state/backend.ts";
import { type FileSystem, nodeFileSystem } from "../../state/backends/file/file-system.ts";
import { localMachine } from "../../state/lock/process-identity.ts";
import type { Sealing } from "../../state/seal/seal.ts";
import { stateInside } from "../authorize/read-only-state-files.ts";
import { endLeftChecks } from "../check/end-left-checks.ts";
import { openChecks } from "../check/open-checks.ts";
import { workspaceRoot } from "../load/workspace-root.ts";
import { runInfo } from "../run-info.ts";
import { passwordsInAddresses } from "../secrets/address-secrets.ts";
import { removeLeftFolders } from "../state/local-folders.ts";
import { planningFolder } from "../state/local-root.ts";
import { openSealing, secretSettings } from "../state/open-seal.ts";
import { keepRecovery } from "../state/recovery-file.ts";
import { stateLocation } from "../state/state-location.ts";
import { Stores } from "../state/stores.ts";
import { type HandoverContent, type OpenContext, readHandover } from "./handover-file.ts";
import { endProcess, type LeftContext, type RecoverServices, recoverContext } from "./recover-context.ts";
import { type RecoveryWords, recoveryWords } from "./recovery-messages.ts";

/** Where a post step tells what it did. */
export interface PostConsole {
  line(text: string, tone?: string): void;
  annotation(level: "error" | "warning" | "notice", message: string): void;
  appendSummary(markdown: string): boolean;
  addMask(secret: string): void;
}

export interface PostStepOptions {
  readonly console: PostConsole;
  readonly environment: { readonly [name: string]: string | undefined };
  readonly settings: Settings;
  /** Default: the built-in ones. */
  readonly backends?: readonly Backend[] | undefined;
  /** Where a recovery file goes when the runner names no temporary folder. */
  readonly directory: string;
  /** Of the program. */
  readonly version: string;
  /** The one of the process. */
  readonly redactor: Redactor;
  readonly signal: AbortSignal;
}

/**
 * Finishes what the main step could not, because it was killed: ends its processes, stores its results, frees its
 * locks, ends its checks. After a step that ended by itself it says nothing.
 * @returns the exit status
 */
export async function runPostStep(options: PostStepOptions): Promise<0 | 1> {
  const status = await finish(options);
  const host = { environment: options.environment, terminal: false };
  await endOrphansOfPlans(planningFolder(host));
  // Last: what its processes were told of is theirs until they are ended.
  removeLeftFolders(host);
  return status;
}

async function finish(options: PostStepOptions): Promise<0 | 1> {
  const { STATE_handover: path, RUNNER_TEMP: temporary } = options.environment;
  if (!path || !temporary) return 0;
  const refuse = (message: string): 1 => {
    options.console.annotation("error", options.redactor.text(message));
    return 1;
  };
  const handover = readHandover(path, temporary, options.backends);
  if (!handover.ok)
    return refuse(
      `What the step left open can't be told: ${handover.error}. The next run ends its processes and settles its tasks.`,
    );
  if (handover.value === undefined) return 0;
  const { process: main, contexts, secretVariables } = handover.value;
  const own = ofJob(options.environment);
  const end = await endProcess(main, localMachine(), (pid) => hasVariables(pid, own));
  if (end === "alive")
    return refuse(
      `The process of the step (${main.pid}) still runs and could not be ended, so its state was left alone. End it; the next run settles what it was doing.`,
    );
  if (end === "stranger")
    return refuse(
      `${path} says that the step was process ${main.pid}, which is none of this job, so nothing was ended, and the state was left alone. Find out what else writes there. The next run settles what the step was doing.`,
    );
  hide(secretVariables, options);
  const status = contexts.length === 0 ? 0 : await recoverAll(contexts, options);
  await endChecks(handover.value, options);
  // Once more would change nothing for those that are through; those that failed were told of.
  rmSync(path, { force: true });
  return status;
}

/** What all steps of a job have in their environment, and nothing else on the machine; scripts of opus get none of it. */
const jobVariables = ["GITHUB_RUN_ID", "GITHUB_RUN_ATTEMPT", "GITHUB_JOB", "RUNNER_TEMP"];

function ofJob(environment: PostStepOptions["environment"]): readonly (readonly [name: string, value: string])[] {
  return jobVariables.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
}

/** Hides what the main step hid. */
function hide(
  variables: readonly string[],
  {
    environment,
    settings,
    redactor,
    console,
  }: Pick<PostStepOptions, "environment" | "settings" | "redactor" | "console">,
): void {
  const declared = variables.flatMap((name) => environment[name] || []);
  const beforehand = [...secretSettings(settings), ...passwordsInAddresses(environment)].map(([value]) => value);
  for (const secret of new Set([...beforehand, ...declared])) {
    redactor.add(secret);
    console.addMask(secret);
  }
}

/** Whatever becomes of them, the step has done what it had to: its status does not depend on checks. */
async function endChecks(
  { checks, older }: Pick<HandoverContent, "checks" | "older">,
  options: PostStepOptions,
): Promise<void> {
  const { environment, settings, version, signal, redactor, console } = options;
  if ((checks.length === 0 && older === undefined) || !settings.token) return;
  const runs = await openChecks(environment, settings.token, version);
  const runUrl = runInfo({ environment }).url || undefined;
  const { GITHUB_REPOSITORY: repository = "" } = environment;
  const ending = { runs, repository, runUrl, timestamp: systemClock.timestamp(), signal };
  for (const { level, text } of await endLeftChecks({ checks, older }, ending))
    console.annotation(level, redactor.text(text));
  await runs.dispose();
}

async function recoverAll(contexts: readonly OpenContext[], options: PostStepOptions): Promise<0 | 1> {
  const { console, settings, redactor } = options;
  // The main step has warned of weak ones.
  const { encryptionKey, initialize } = settings;
  // What was left open was opened by a run that may write.
  const sealing = await openSealing(
    { encryptionKey, initialize },
    { terminal: false, environment: {} },
    () => undefined,
  );
  if (!sealing.ok) {
    const message = `What the step left open was left alone: ${sealing.error.message}. The next run settles it.`;
    console.annotation("error", redactor.text(message));
    return 1;
  }
  const told: string[] = [];
  let status: 0 | 1 = 0;
  for (const open of contexts) {
    const { level, text } = await recoverOne(open, options, sealing.value);
    const shown = redactor.text(text);
    if (level === "error") status = 1;
    console.annotation(level, shown);
    told.push(shown);
  }
  if (settings.summary && told.length > 0) console.appendSummary(`### After the step\n\n${fenced(told, "text")}`);
  return status;
}

async function recoverOne(
  open: OpenContext,
  options: PostStepOptions,
  sealing: Sealing | undefined,
): Promise<RecoveryWords> {
  const found = await openStores(open, options, sealing);
  if (!found.ok) {
    const where = `${open.project}/${open.context}`;
    const text = `What the step left open of ${where} was left alone: ${found.error.message} The next run settles it.`;
    return { level: "error", text };
  }
  const { stores, entry } = found.value;
  const recovery = await recoverContext(entry, await stores.open(entry.context), recoverServices(options, sealing));
  await stores.dispose();
  return recoveryWords(recovery);
}

/** Where state is, and with it where the token goes, the inputs and the environment say; only what they leave open comes from the step. */
async function openStores(
  open: OpenContext,
  options: PostStepOptions,
  sealing: Sealing | undefined,
): Promise<Result<{ readonly stores: Stores; readonly entry: LeftContext }, Failure>> {
  const { environment, version, settings, console, directory, redactor } = options;
  const workingDirectory = resolvePath(directory, settings.workingDirectory);
  const host = { terminal: false, environment, directory, backends: options.backends };
  if (settings.context !== undefined && settings.context !== open.context)
    return err(failure("invalid-input", `the input \`context\` names ${settings.context}.`));
  const place = await stateLocation(settings, { state: open.said }, host, workingDirectory, checkout);
  if (!place.ok) return place;
  const files = place.value.backend.onThisMachine ? stateFiles(options, workingDirectory) : ok(nodeFileSystem);
  if (!files.ok) return files;
  const stores = new Stores({
    place: place.value,
    project: open.project,
    environment,
    terminal: false,
    stateFiles: files.value,
    version,
    token: settings.token,
    initialize: settings.initialize,
    clock: systemClock,
    sealing,
    redact: (text) => redactor.text(text),
    onProgress: (text) => console.line(redactor.text(text), "muted"),
  });
  return ok({ stores, entry: { ...open, place: place.value } });
}

/** As the step had them. */
function stateFiles({ settings, environment }: PostStepOptions, workingDirectory: string): Result<FileSystem, Failure> {
  if (settings.state.path !== undefined) return ok(nodeFileSystem);
  try {
    return ok(stateInside(realpathSync.native(workspaceRoot({ environment }, workingDirectory))));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return err(failure("state-unavailable", `the workspace can't be used (${why}).`));
  }
}

function recoverServices(
  { environment, version, signal, directory, settings, backends }: PostStepOptions,
  sealing: Sealing | undefined,
): RecoverServices {
  return {
    clock: systemClock,
    sealing,
    run: runInfo({ environment }),
    version,
    signal,
    keepRecovery: ({ context, project: projectName, place }, text, failed) => {
      // No step comes after this one that could fetch it from the runner's temporary folder, which is emptied then.
      const host = {
        terminal: false,
        directory,
        environment: { ...environment, RUNNER_TEMP: undefined },
        backends,
      };
      const backend = place.backend.name;
      return keepRecovery(context, text, failed, { settings, host, project: undefined, projectName, backend });
    },
  };
}
