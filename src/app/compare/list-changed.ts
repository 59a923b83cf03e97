import type { Settings } from "../../action/inputs.ts";
import { type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { ContextChoice } from "../../event/context-rules.ts";
import type { Capabilities } from "../authorize/capabilities.ts";
import type { ProgramCommands } from "../commands.ts";
import { emptyReport } from "../context/report-draft.ts";
import type { Loaded } from "../load/load-project.ts";
import type { RunFrame } from "../run-frame.ts";
import { openSealing } from "../state/open-seal.ts";
import { type Comparison, compareContexts } from "./compare-contexts.ts";
import { ComparedStores } from "./compared-stores.ts";

/** What `contexts` with `changed` works with: a run of which it is decided what it may do. */
export interface ChangedRequest {
  readonly settings: Settings;
  readonly loaded: Loaded;
  readonly capabilities: Capabilities;
  readonly choices: readonly ContextChoice[];
}

/** `contexts` with `changed`: the run's contexts are those that differ from what is recorded, or of which that can't be told. */
export async function listChanged(
  request: ChangedRequest,
  commands: ProgramCommands,
  frame: RunFrame,
): Promise<Failure | undefined> {
  const { settings, loaded, capabilities } = request;
  const { host, known } = frame;
  const stores = await openComparedStores(settings, capabilities, frame);
  if (!stores.ok) return stores.error;
  try {
    const compared = await compareContexts({ ...request, commands, stores: stores.value, frame });
    if (!compared.ok) return compared.error;
    if (host.signal.aborted) return failure("cancelled", "the run was cancelled");
    for (const one of compared.value) {
      tellComparison(one, one.context, loaded, frame);
      if (one.verdict === "unchanged") continue;
      const { name, counts, state } = one.report;
      known.outcomes.push({ report: { ...emptyReport(name), counts, state }, failure: null, entries: undefined });
    }
    return undefined;
  } finally {
    await stores.value.dispose();
  }
}

/** @returns the stores of all that is compared, or what is wrong with the key that opens states */
export async function openComparedStores(
  { initialize }: Pick<Settings, "initialize">,
  { encryptionKey }: Pick<Capabilities, "encryptionKey">,
  { host, groups, reporter }: RunFrame,
): Promise<Result<ComparedStores, Failure>> {
  const sealing = await openSealing({ encryptionKey, initialize }, host, reporter.diagnose);
  if (!sealing.ok) return sealing;
  const onProgress = (text: string): void => reporter.emit({ type: "progress", text });
  return ok(new ComparedStores({ host, groups, sealing: sealing.value, onProgress }));
}

/** Says what a comparison came to. That it can't be told is said as a message of its own, with what follows from it. */
export function tellComparison(
  { verdict, words }: Pick<Comparison, "verdict" | "words">,
  name: string,
  { trust }: Pick<Loaded, "trust">,
  { reporter }: Pick<RunFrame, "reporter">,
): void {
  reporter.emit({ type: "compared", name, verdict, words });
  if (verdict !== "unknown") return;
  const message = `${name} is listed, as it can't be told whether it differs from what is recorded: ${words}`;
  reporter.diagnose({ severity: trust.trusted ? "warning" : "notice", code: "not-compared", message });
}
