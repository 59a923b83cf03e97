import { rmSync } from "node:fs";
import type { Settings } from "../action/inputs.ts";
import type { Redactor } from "../engine/ports.ts";
import { fenced } from "../hooks/markdown.ts";
import { systemClock } from "../node/clock.ts";
import { removeLeftRepositories } from "../state/branch/private-repository.ts";
import { nodeFileSystem } from "../state/file-system.ts";
import { localMachine } from "../state/machine.ts";
import type { Sealing } from "../state/seal/seal.ts";
import { type OpenContext, readHandover } from "./handover.ts";
import { endProcess, type RecoverServices, recoverContext } from "./recover.ts";
import { recoveryWords } from "./recover-words.ts";
import { runInfo } from "./run-info.ts";
import { openSealing, secretSettings } from "./sealing.ts";
import { keepRecovery } from "./state/recovery.ts";
import { Stores } from "./stores.ts";

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
 * locks. After a step that ended by itself it says nothing.
 * @returns the exit status
 */
export async function runPostStep(options: PostStepOptions): Promise<0 | 1> {
  const path = options.environment.STATE_handover;
  if (!path) return 0;
  const handover = readHandover(path);
  if (!handover.ok) {
    const message = `What the step left open can't be told: ${handover.error}. The next run ends its processes and settles its tasks.`;
    options.console.annotation("error", message);
    return 1;
  }
  if (handover.value === undefined) return 0;
  const { process: main, contexts, secretVariables } = handover.value;
  if (!(await endProcess(main, localMachine()))) {
    const message = `The process of the step (${main.pid}) still runs and could not be ended, so its state was left alone. End it; the next run settles what it was doing.`;
    options.console.annotation("error", message);
    return 1;
  }
  const { RUNNER_TEMP: temporary } = options.environment;
  if (temporary) removeLeftRepositories(temporary, main.pid);
  hide(secretVariables, options);
  const status = await recoverAll(contexts, options);
  // Once more would change nothing for those that are through; those that failed were told of.
  rmSync(path, { force: true });
  return status;
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
  for (const secret of new Set([...secretSettings(settings).map(([value]) => value), ...declared])) {
    redactor.add(secret);
    console.addMask(secret);
  }
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
  for (const entry of contexts) {
    const stores = openStores(entry, options, sealing.value, redactor);
    const recovery = await recoverContext(
      entry,
      await stores.open(entry.context),
      recoverServices(options, sealing.value),
    );
    await stores.dispose();
    const { level, text } = recoveryWords(recovery);
    const shown = redactor.text(text);
    if (level === "error") status = 1;
    console.annotation(level, shown);
    told.push(shown);
  }
  if (settings.summary && told.length > 0)
    console.appendSummary(
      `### After the step\n\n${fenced(
        told.flatMap((text) => text.split("\n")),
        "text",
      )}`,
    );
  return status;
}

function openStores(
  { place, project }: OpenContext,
  options: PostStepOptions,
  sealing: Sealing | undefined,
  redactor: Redactor,
): Stores {
  const { environment, version, settings, console } = options;
  return new Stores({
    place,
    project,
    environment,
    terminal: false,
    stateFiles: nodeFileSystem,
    version,
    token: settings.token,
    initialize: settings.initialize,
    clock: systemClock,
    sealing,
    redact: (text) => redactor.text(text),
    onProgress: (text) => console.line(redactor.text(text), "muted"),
  });
}

function recoverServices(
  { environment, version, signal, directory, settings }: PostStepOptions,
  sealing: Sealing | undefined,
): RecoverServices {
  return {
    clock: systemClock,
    sealing,
    run: runInfo({ environment }),
    version,
    signal,
    keepRecovery: ({ context, project: projectName, place: { backend } }, text, failed) => {
      // No step comes after this one that could fetch it from the runner's temporary folder, which is emptied then.
      const host = { terminal: false, directory, environment: { ...environment, RUNNER_TEMP: undefined } };
      return keepRecovery(context, text, failed, { settings, host, project: undefined, projectName, backend });
    },
  };
}
