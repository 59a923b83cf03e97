import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  RunStores
} from "./chunk-HOP53D44.js";
import {
  elsewhereListWarning
} from "./chunk-UZTQIVX4.js";
import {
  openSealing
} from "./chunk-B32DNQLH.js";
import "./chunk-2LULCZ5L.js";
import "./chunk-7WGP7UA6.js";
import "./chunk-OWXY5KPK.js";
import {
  emptyReport
} from "./chunk-HG2EX3FI.js";
import "./chunk-O5UACIXT.js";
import "./chunk-C5KIVHJI.js";
import "./chunk-CDGJNW5Y.js";
import "./chunk-G5B4PQ7C.js";
import "./chunk-GHE6YAKB.js";
import "./chunk-3KUNSIUL.js";
import "./chunk-7S447Q45.js";
import "./chunk-CFNOMM4R.js";
import "./chunk-H7CNPS2Q.js";
import "./chunk-NTF4PRMK.js";
import "./chunk-6SHK6BE2.js";
import "./chunk-4X7ZPCTY.js";
import "./chunk-SGU7ENRC.js";
import "./chunk-JSSPZBFU.js";
import "./chunk-OZE7IRRJ.js";
import "./chunk-CHHS7TI7.js";
import "./chunk-VFHQJX4Z.js";
import "./chunk-6KA4WOHT.js";
import "./chunk-LI4TCKJH.js";
import "./chunk-UYCPWTLL.js";
import "./chunk-RTR3EWSL.js";
import "./chunk-IOTVDPD4.js";
import "./chunk-T4BGI7IW.js";
import "./chunk-T3NMYTTS.js";
import "./chunk-J4HGFYZ3.js";
import "./chunk-6A663GUQ.js";
import "./chunk-U3X2RP64.js";
import "./chunk-Q4RDUBL5.js";
import "./chunk-P4WMOHAY.js";
import "./chunk-FGOILAFU.js";
import "./chunk-PQ6DQE26.js";
import "./chunk-NFAW5THG.js";
import {
  err,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";
import "./chunk-RRD47Q5D.js";
import "./chunk-35FI2EEV.js";
import "./chunk-I2UBFDYA.js";
import "./chunk-GNBVHH4E.js";
import "./chunk-IE326VUJ.js";
import "./chunk-FOQK4HC4.js";
import "./chunk-DGTLEPWR.js";
import "./chunk-QHW5LFAW.js";

// src/app/list-recorded.ts
var anyContext = "contexts";
async function listRecorded(request, frame) {
  const { settings, loaded, capabilities } = request;
  const { host, known, groups, reporter } = frame;
  const sealing = await openSealing(
    { encryptionKey: capabilities.encryptionKey, initialize: settings.initialize },
    host,
    reporter.diagnose
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
    known.outcomes.push({ report: emptyReport(name), failure: null, entries: void 0 });
  }
  const listed = known.outcomes.map(({ report }) => report.name);
  const elsewhere = await stores.elsewhere(listed, namedByRules(loaded));
  if (elsewhere) reporter.diagnose(elsewhereListWarning(elsewhere, loaded.project));
  emit({ type: "progress", text: `Recorded: ${listed.length === 0 ? "nothing" : listed.join(", ")}` });
  return void 0;
}
function namedByRules({ manifest }) {
  const rules = manifest.project?.contexts ?? [];
  const named = rules.flatMap(({ context = [], contexts = [], input }) => [
    ...[context].flat(),
    ...contexts,
    ...Array.isArray(input) ? input : []
  ]);
  return [...new Set(named)].filter((name) => !name.includes("${"));
}
async function besideAny(stores, project, signal) {
  const opened = await stores.open(anyContext, project);
  if (!opened.ok) return opened;
  const { store } = opened.value;
  if (!store.beside)
    return err(
      failure("invalid-input", `what is recorded in ${store.location} can't be listed, so \`recorded\` must be off`)
    );
  const beside = await store.beside(signal);
  if (!beside.ok) return beside;
  return ok(beside.value.filter((one) => one.project === project).map(({ context }) => context));
}
async function recordedTasks(store, context, { host, reporter }) {
  const read = await store.read(host.signal);
  if (read.state === "absent") return 0;
  if (read.state === "found") {
    const { tasks, pending } = read.snapshot.body;
    return Object.keys(tasks).length + pending.length;
  }
  reporter.diagnose({
    severity: "notice",
    code: "state-hidden",
    message: `what is recorded of "${context}" can't be read, so it is listed: ${read.failure.message}`
  });
  return void 0;
}
export {
  listRecorded
};
