import type { Json, JsonObject } from "../../engine/json/json.ts";
import type { FieldDiff } from "../../engine/model/change.ts";
import type { Output } from "../../engine/model/outcome.ts";
import { HttpFailure } from "../../engine/ports/http.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import { type Answer, isDone, refused, thingIn } from "./answers.ts";
import { isUnclear, tried } from "./api.ts";
import { bodyOfUpdate, needsWrite, sendsBlindly, wrapped } from "./bodies.ts";
import { bodyDifferences } from "./compare-body.ts";
import type { Found, Looking } from "./looking.ts";
import { leftOut } from "./parse-resource.ts";
import { at, withAt } from "./pointers.ts";
import { comparison } from "./resource-facts.ts";
import type { HttpFields } from "./resource-spec.ts";
import { afterWrite, pollUntilDone, settled, writtenBody, writtenOtherwise } from "./settling.ts";

const mostWrites = 3;

/** What a change has come to. */
export interface Changed {
  readonly found: Found;
  /** Outputs that the answer to the write had: a new token, say. */
  readonly given: readonly Output[];
  readonly warnings: readonly string[];
}

/** Makes what is there as it is wanted, with as many writes as that takes: none, where nothing differs. */
export async function changeResource(looking: Looking, id: string, before: HttpFields): Promise<Changed> {
  const warnings = leftAlone(before, looking.fields);
  const first = await there(looking, id);
  let found = first;
  for (let writes = 1; ; writes++) {
    if (!needsWrite(looking.fields, found.thing, looking.unseen)) return { found, given: [], warnings };
    const outcome = await tried(write(looking, id, found));
    if (outcome instanceof HttpFailure || !isDone(outcome, looking.fields.update?.status)) {
      const again = isUnclear(outcome) || isOutdated(outcome, looking.fields);
      if (!again || writes === mostWrites)
        throw outcome instanceof HttpFailure ? outcome : refused(outcome, writes === 1 && !again);
      found = await (isUnclear(outcome) ? afterWrite(there(looking, id)) : there(looking, id));
      const left = differing(looking, found.thing);
      // It has come through, or may have: then nothing that shows is left to do.
      if (left.length === 0 && (isUnclear(outcome) || !sendsBlindly(looking.fields, looking.unseen)))
        return { found, given: [], warnings };
      refuseOtherChange(looking, first, found, outcome, left);
      continue;
    }
    const given = looking.outputs({ thing: thingIn(looking.fields, outcome) ?? null });
    // What comes next may need it: a server may give another token with each change.
    if (given.length > 0) looking.api.io.made(undefined, given);
    await afterWrite(pollUntilDone(looking, outcome, id));
    return { found: await afterWrite(settled(looking, id, outcome, writtenBody(looking, true))), given, warnings };
  }
}

async function there(looking: Looking, id: string): Promise<Found> {
  const found = await looking.read(id);
  if (found) return found;
  throw new TaskFailure("it is not there any more", { untouched: true, hint: "Run again to make it." });
}

function write(looking: Looking, id: string, found: Found): Promise<Answer> {
  const { fields, api, unseen } = looking;
  const { update, revision } = fields;
  const method = update?.method ?? "PATCH";
  const url = looking.itemUrl(id, update?.path);
  const mark = revision && revisionMark(fields, found);
  let body: JsonObject = bodyOfUpdate(fields, found, unseen);
  if (revision?.to.startsWith("/") && mark !== undefined) body = withAt(body, revision.to, mark) as JsonObject;
  const headers =
    revision && !revision.to.startsWith("/") && mark !== undefined ? { [revision.to.toLowerCase()]: String(mark) } : {};
  return api.ask({ method, url, item: true, body: wrapped(fields, body), headers });
}

/** What the resource is at: a number stays one. */
function revisionMark({ revision }: HttpFields, { thing, answer }: Found): Json | undefined {
  const from = revision?.from ?? "";
  const mark = from.startsWith("/") ? at(thing, from) : answer?.headers[from.toLowerCase()];
  return mark === null ? undefined : mark;
}

/** Is it a refusal of a change to what is not there any more as it was read? */
export function isOutdated(outcome: Answer | HttpFailure, { revision }: HttpFields): boolean {
  return revision !== undefined && "status" in outcome && (outcome.status === 412 || outcome.status === 409);
}

function differing(looking: Looking, thing: Json) {
  return writtenOtherwise(looking, thing, writtenBody(looking, true));
}

/**
 * Somebody has changed what we are about to change since we looked.
 * @param left where it is not as we want it: the rest may be our own doing, when an answer was lost
 */
function refuseOtherChange(
  looking: Looking,
  before: Found,
  now: Found,
  outcome: Answer | HttpFailure,
  left: readonly FieldDiff[],
): void {
  if (!looking.fields.revision) return;
  const { body: then } = looking.facts(before);
  const { body } = looking.facts(now);
  const other = bodyDifferences(then, body, comparison(looking.fields, looking.unseen)).filter(({ path }) =>
    left.some((field) => overlaps(field.path, path)),
  );
  if (other.length === 0) return;
  const places = other.map(({ path }) => `/body${path}`).join(", ");
  const answered = outcome instanceof HttpFailure ? outcome.message : `\`${outcome.asked}\` answered ${outcome.status}`;
  throw new TaskFailure(`somebody else has changed ${places} meanwhile (${answered})`, {
    untouched: true,
    hint: "Run again to see what it would do now.",
  });
}

/** Is one place the other, or within it? */
function overlaps(left: string, right: string): boolean {
  return `${left}/`.startsWith(`${right}/`) || `${right}/`.startsWith(`${left}/`);
}

/** Fields that the body does not have any more stay as they are: that is said. */
function leftAlone(before: HttpFields, after: HttpFields): readonly string[] {
  const places = leftOut(before.body, after.body);
  if (places.length === 0) return [];
  const named = places.map((place) => `/body${place}`).join(", ");
  return [
    `warning: ${named} left the body and ${places.length === 1 ? "is" : "are"} left as it is; null clears a field`,
  ];
}
