import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  changesOf,
  doneAlready,
  listed,
  planChanged,
  shortened
} from "./chunk-7UHERL3M.js";
import {
  compareWithReview,
  reviewRecord
} from "./chunk-W627D4M3.js";
import "./chunk-Z2GRVYXD.js";
import "./chunk-B64P5Z4L.js";
import "./chunk-CKNN2SAB.js";
import "./chunk-XT5GRKLC.js";
import "./chunk-4COZKLNI.js";
import "./chunk-CFBAOGDQ.js";
import "./chunk-OYQK6QYK.js";
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
