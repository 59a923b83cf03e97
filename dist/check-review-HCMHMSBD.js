import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  doneAlready,
  listed,
  planChanged
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
import {
  explained
} from "./chunk-VKSB6RUN.js";
import "./chunk-RRD47Q5D.js";
import "./chunk-35FI2EEV.js";
import "./chunk-GNBVHH4E.js";
import "./chunk-DGTLEPWR.js";
import "./chunk-QHW5LFAW.js";

// src/app/pull-request/check-review.ts
import { timingSafeEqual } from "node:crypto";
async function checkReview(question) {
  const { plan, project, record, previews, previewSignature, digest, signal } = question;
  const answer = await previews.find(plan.context, signal);
  if (!answer.found)
    return refused("plan-not-reviewed", `this plan was not reviewed: ${answer.why}`, answer.suggestion);
  const { preview } = answer;
  const identity = { project, context: plan.context, action: plan.action };
  const seal = previewSignature.make({ ...identity, digest: preview.digest }, preview.number);
  if (seal !== void 0 && !sameText(seal, preview.seal ?? "")) return unsealed(preview);
  const now = { ...identity, digest: plan.digest, items: plan.items, desiredDigest: plan.desiredDigest };
  const verdict = compareWithReview(now, preview, record, digest);
  if (!verdict.same) return changed(plan, preview, verdict);
  const { pullRequest } = preview;
  const kept = record && record.digest === preview.digest ? record : reviewRecord(preview.digest, plan.items);
  return { record: kept, words: `The plan is the one that was reviewed in ${pullRequest}${doneAlready(verdict)}.` };
}
function unsealed(preview) {
  const { pullRequest } = preview;
  const message = preview.seal === null ? `the preview in ${pullRequest} is not signed, and this run has a \`plan-signing-key\`` : `the preview in ${pullRequest} was edited, or signed with another key: its signature is not of its digest`;
  const suggestion = preview.seal === null ? "Give the step that plans the same `plan-signing-key`, and have the plan reviewed." : "Plan again on a pull request, see who edited the comment, and have the plan reviewed.";
  return refused("plan-not-reviewed", message, suggestion);
}
function changed(plan, preview, { differences }) {
  const { pullRequest, digest } = preview;
  const told = differences === void 0 ? "the preview was too large to tell its changes one by one" : listed(differences, "reviewed");
  return planChanged(plan, {
    digest,
    word: "reviewed",
    title: `reviewed in ${pullRequest}`,
    source: `the preview in ${pullRequest}`,
    told,
    suggestion: "Look at the plan of now above. If it is right, preview it on a new pull request and have it reviewed."
  });
}
function refused(reason, message, suggestion) {
  return explained(reason, message, { suggestion });
}
function sameText(one, other) {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
export {
  checkReview
};
