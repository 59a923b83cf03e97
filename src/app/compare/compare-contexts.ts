import { err, type Failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { ContextReport } from "../../engine/model/report.ts";
import type { ContextChoice } from "../../event/context-rules.ts";
import { hasChanges, planWords } from "../../hooks/rendering/labels.ts";
import { systemClock } from "../../node/clock.ts";
import { planDigester } from "../../node/plan-digester.ts";
import { placeFiles } from "../../processors/file/place-files.ts";
import type { Capabilities } from "../authorize/capabilities.ts";
import { invalidManifest } from "../authorize/invalid-manifest.ts";
import { resolveCommand } from "../authorize/resolve-command.ts";
import type { ProgramCommands } from "../commands.ts";
import type { ContextServices, RunTools } from "../context/context-services.ts";
import { storeDeadline } from "../context/open/store-deadline.ts";
import { EphemeralFiles } from "../context/plan/ephemeral-files.ts";
import { type ContextOutcome, runContext } from "../context/run-context.ts";
import type { Extensions } from "../extensions/extensions.ts";
import { kindConfigurations, loadKinds } from "../extensions/load-kinds.ts";
import type { Host } from "../host.ts";
import type { Loaded } from "../load/load-project.ts";
import { givenValues } from "../load/value-inputs.ts";
import { openPreviewSignature } from "../pull-request/preview-signature.ts";
import type { Reviews } from "../pull-request/reviews.ts";
import type { RunFrame } from "../run-frame.ts";
import { runInfo } from "../run-info.ts";
import type { ComparedStores, StateOwner } from "./compared-stores.ts";
import { onlyComparing } from "./only-comparing.ts";

/** How the manifest of now and what is recorded of a context stand to each other. */
export interface Comparison {
  readonly context: string;
  /** `unknown`: it can't be told, which is never the same as unchanged. */
  readonly verdict: "changed" | "unchanged" | "unknown";
  /** What a run would do, or why that can't be told; for people. */
  readonly words: string;
  readonly report: ContextReport;
}

/** What is compared, and what a run has for it. */
export interface CompareRequest extends StateOwner {
  readonly capabilities: Capabilities;
  readonly choices: readonly ContextChoice[];
  readonly commands: ProgramCommands;
  readonly stores: ComparedStores;
  readonly frame: RunFrame;
}

/**
 * Plans each context from what is recorded alone: nothing is looked at, no secret is read, and nothing is written. It goes
 * the way of `plan` with `refresh: none`, so that the two never tell different things.
 * @returns why no context of the project can be compared, if so
 */
export async function compareContexts(request: CompareRequest): Promise<Result<readonly Comparison[], Failure>> {
  const services = await comparingServices(request);
  if (!services.ok) return services;
  const comparisons: Comparison[] = [];
  for (const choice of request.choices) comparisons.push(compared(await runContext(services.value, choice)));
  return ok(comparisons);
}

function compared({ report, failure, entries, leftToStore }: ContextOutcome): Comparison {
  const { name: context, counts } = report;
  const judged = (verdict: Comparison["verdict"], words: string): Comparison => ({ context, verdict, words, report });
  if (hasChanges(counts)) return judged("changed", planWords(counts));
  if (failure) return judged("unknown", failure.message);
  if (entries === undefined) return judged("unknown", "its state can't be opened in an untrusted run");
  if (counts.failed + counts.skipped + counts.unknown > 0) return judged("unknown", planWords(counts));
  return leftToStore === undefined ? judged("unchanged", "unchanged") : judged("changed", leftToStore);
}

/** What a plan of now rests on, without all that looks, acts or tells. */
async function comparingServices(request: CompareRequest): Promise<Result<ContextServices, Failure>> {
  const { loaded, commands, frame, stores } = request;
  const { host, sources } = frame;
  const { manifest } = loaded;
  const settings = { ...request.settings, refresh: "none", expectNoChanges: false, failOnDrift: false } as const;
  const command = resolveCommand("plan", settings.planCommand, manifest.project?.commands ?? {}, commands);
  if (!command.ok) return command;
  const given = givenValues(settings, loaded, sources, frame.reporter.diagnose);
  if (!given.ok) return given;
  const capabilities = onlyComparing(request.capabilities);
  const extensions = await comparingExtensions(loaded, capabilities, host);
  if (!extensions.ok) return extensions;
  const { environment } = capabilities;
  return ok({
    ...runTools(frame),
    settings,
    command: command.value,
    loaded,
    environment,
    given: given.value,
    extensions: extensions.value,
    http: undefined,
    reviews: unreviewed,
    run: runInfo(host),
    version: host.version,
    ephemeralFiles: new EphemeralFiles(environment, loaded),
    sealing: stores.sealing,
    openStore: (context, name) => stores.open(request, context, name),
    keepRecovery: (_context, _text, failed) => failed,
  });
}

/** Kinds that can compare, and no hooks. */
async function comparingExtensions(
  loaded: Loaded,
  capabilities: Capabilities,
  { version, modules }: Host,
): Promise<Result<Extensions, Failure>> {
  const kinds = await loadKinds({ loaded, capabilities, version, modules });
  if (!kinds.ok) return err(invalidManifest(kinds.error));
  return ok({
    processors: kinds.value,
    configurations: kindConfigurations(loaded),
    startProcess: capabilities.startProcess,
    placeFiles: placeFiles(capabilities.files),
    kindsChanged: false,
    hooks: [],
  });
}

/** What is wrong with a context is told by the run that plans it, so of events only progress is handed on. */
function runTools({ host, reporter, secrets }: RunFrame): RunTools {
  const { redactor, signal, urgent } = host;
  return {
    clock: systemClock,
    redactor,
    signal,
    urgent,
    giveUp: storeDeadline(signal, urgent),
    emit: (event) => (event.type === "progress" ? reporter.emit(event) : undefined),
    conceal: (text, what) => secrets.add(text, what),
  };
}

/** Nobody sees these plans, so nobody reviews them. */
const unreviewed: Reviews = {
  digest: planDigester(undefined),
  previewSignature: openPreviewSignature(undefined, "", planDigester),
  previews: {
    find: async () => {
      throw new Error("what is only compared asks for no preview");
    },
  },
  pullRequest: undefined,
};
