import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  changesOf,
  doneAlready,
  listed,
  planChanged,
  shortened
} from "./chunk-I2OBGSZX.js";
import {
  compareWithReview,
  reviewRecord
} from "./chunk-NIF5MOUS.js";
import "./chunk-BUJDWKXV.js";
import "./chunk-N35UVQ2N.js";
import "./chunk-Z3T6MPV3.js";
import "./chunk-H6W3A4JT.js";
import "./chunk-CHHS7TI7.js";
import "./chunk-Q4RDUBL5.js";
import "./chunk-P4WMOHAY.js";
import "./chunk-VKSB6RUN.js";
import "./chunk-RRD47Q5D.js";
import "./chunk-35FI2EEV.js";
import "./chunk-GNBVHH4E.js";
import "./chunk-DGTLEPWR.js";
import "./chunk-QHW5LFAW.js";

// src/app/pull-request/check-approval.ts
function checkApproval(question) {
  const { plan, project, approved, record, digest } = question;
  const now = { project, context: plan.context, action: plan.action, ...planOf(plan) };
  const verdict = compareWithReview(now, { digest: approved, changes: void 0 }, record, digest);
  if (!verdict.same) return changed(question, now);
  const begun = record?.digest === approved ? record : void 0;
  const fresh = plan.items.size === 0 ? void 0 : reviewRecord(approved, plan.items);
  return {
    record: begun ?? fresh,
    words: `The plan is the one that was approved (${shortened(approved)})${doneAlready(verdict)}.`
  };
}
function planOf({ digest, items, desiredDigest }) {
  return { digest, items, desiredDigest };
}
function changed(question, now) {
  const { plan, approved, digest, reports } = question;
  const told = question.told();
  const base = { digest: approved, word: "approved", title: "approved", source: "`plan-digest`" };
  const again = "Look at the plan of now above. If it is right, run the job that plans again, and approve that plan";
  const agreed = (text, suggestion) => ({ ...base, told: text, suggestion });
  if (told === void 0) {
    const suggestion = `${again}. To have the difference told here, hand over the report of the step that planned (its output \`report-path\`) as ${reports.join(", ")}.`;
    return planChanged(plan, agreed(`now it is ${changesOf(plan)}`, suggestion));
  }
  const [of, called] = [`the context "${told.context}"`, `\`${told.command}\``];
  if (told.context !== plan.context || told.command !== plan.command) {
    const here = `\`${plan.command}\` in the context "${plan.context}"`;
    return planChanged(
      plan,
      agreed(
        `that one is of ${called} in ${of}, and this is ${here}`,
        "Plan just what is to be applied, and approve that."
      )
    );
  }
  const verdict = compareWithReview(now, { digest: approved, changes: told.changes }, void 0, digest);
  const differences = verdict.same ? [] : verdict.differences ?? [];
  return planChanged(plan, agreed(listed(differences, "approved"), `${again}.`));
}
export {
  checkApproval
};
