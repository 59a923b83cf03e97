import { err, type Failure, failure, ok, type Result } from "../engine/diagnostics/diagnostic.ts";
import type { StateStore } from "../engine/ports/state-store.ts";
import type { Capabilities } from "./authorize/capabilities.ts";
import { RunStores, type RunStoresOptions } from "./context/open/run-stores.ts";
import { emptyReport } from "./context/report-draft.ts";
import type { Loaded } from "./load/load-project.ts";
import type { RunFrame } from "./run-frame.ts";
import { openSealing } from "./state/open-seal.ts";
import { elsewhereListWarning } from "./state/state-elsewhere.ts";

/** What `contexts` with `recorded` works with. */
export interface RecordedRequest extends Pick<RunStoresOptions, "settings" | "loaded"> {
  readonly capabilities: Capabilities;
}

/** Any name will do: what lies beside it is asked for. */
const anyContext = "contexts";

/**
 * `contexts` with `recorded`: the run's contexts are those of which something is recorded, whether a rule still leads to
 * them or not. One whose state can't be read is among them: nobody can say that it has nothing.
 */
export async function listRecorded(request: RecordedRequest, frame: RunFrame): Promise<Failure | undefined> {
  const { settings, loaded, capabilities } = request;
  const { host, known, groups, reporter } = frame;
  const sealing = await openSealing(
    { encryptionKey: capabilities.encryptionKey, initialize: settings.initialize },
    host,
    reporter.diagnose,
  );
  if (!sealing.ok) return sealing.error;
  const { emit } = reporter;
  const stores = new RunStores({ settings, host, loaded, capabilities, sealing: sealing.value, groups, emit });
  known.stores = stores;
  const names = await besideAny(stores, loaded.project, host.signal);
  if (!names.ok) return names.error;
  for (const name of names.value) {
    const opened = await stores.open(name, loaded.project);
    if (!opened.ok) return opened.error;
    const tasks = await recordedTasks(opened.value.store, name, frame);
    if (host.signal.aborted) return failure("cancelled", "the run was cancelled");
    if (tasks === 0) continue;
    known.outcomes.push({ report: emptyReport(name), failure: null, entries: undefined });
  }
  const listed = known.outcomes.map(({ report }) => report.name);
  const elsewhere = await stores.elsewhere(listed, namedByRules(loaded));
  if (elsewhere) reporter.diagnose(elsewhereListWarning(elsewhere, loaded.project));
  emit({ type: "progress", text: `Recorded: ${listed.length === 0 ? "nothing" : listed.join(", ")}` });
  return undefined;
}

/** Contexts that rules name as they are, without references. */
function namedByRules({ manifest }: Loaded): readonly string[] {
  const rules = manifest.project?.contexts ?? [];
  const named = rules.flatMap(({ context = [], contexts = [], input }) => [
    ...[context].flat(),
    ...contexts,
    ...(Array.isArray(input) ? input : []),
  ]);
  return [...new Set(named)].filter((name) => !name.includes("${"));
}

/** Contexts of a project that have a state, sorted. */
async function besideAny(
  stores: RunStores,
  project: string,
  signal: AbortSignal,
): Promise<Result<readonly string[], Failure>> {
  const opened = await stores.open(anyContext, project);
  if (!opened.ok) return opened;
  const { store } = opened.value;
  if (!store.beside)
    return err(
      failure("invalid-input", `what is recorded in ${store.location} can't be listed, so \`recorded\` must be off`),
    );
  const beside = await store.beside(signal);
  if (!beside.ok) return beside;
  return ok(beside.value.filter((one) => one.project === project).map(({ context }) => context));
}

/** How many tasks are recorded or were begun; undefined: that can't be told. */
async function recordedTasks(
  store: StateStore,
  context: string,
  { host, reporter }: RunFrame,
): Promise<number | undefined> {
  const read = await store.read(host.signal);
  if (read.state === "absent") return 0;
  if (read.state === "found") {
    const { tasks, pending } = read.snapshot.body;
    return Object.keys(tasks).length + pending.length;
  }
  reporter.diagnose({
    severity: "notice",
    code: "state-hidden",
    message: `what is recorded of "${context}" can't be read, so it is listed: ${read.failure.message}`,
  });
  return undefined;
}
