import type { Json, JsonObject } from "../../engine/json/json.ts";
import type { FieldDiff } from "../../engine/model/change.ts";
import { httpPatienceMs, httpPollMs, httpReadAgainMs, httpSettleMs } from "../../engine/model/timing.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import { type Answer, isDone, refused, thingIn } from "./answers.ts";
import { bodyDifferences, holdsAll } from "./compare-body.ts";
import type { Found, Looking } from "./looking.ts";
import { at, without } from "./pointers.ts";
import { comparison, inOurShape } from "./resource-facts.ts";
import type { Condition } from "./resource-spec.ts";

const units = { ms: 1, s: 1_000, m: 60_000 } as const;

/** `500ms`, `30s`, `5m` in milliseconds. */
function milliseconds(text: string | undefined, otherwise: number): number {
  const [, count, unit] = /^(\d+)(ms|s|m)$/.exec(text ?? "") ?? [];
  return count === undefined ? otherwise : Number(count) * units[unit as keyof typeof units];
}

/** Waits for work that the server goes on with after its answer, where the spec says how to see its end. @throws TaskFailure */
export async function pollUntilDone(looking: Looking, answer: Answer, id: string | undefined): Promise<void> {
  const { fields, api } = looking;
  const { poll } = fields;
  if (!poll) return;
  const url = pollUrl(looking, answer, id);
  if (url === undefined) return;
  const interval = milliseconds(poll.interval, httpPollMs);
  const until = api.http.now() + httpPatienceMs;
  for (;;) {
    const seen = await api.ask({ method: "GET", url, item: poll.url === "item" });
    if (isDone(seen, undefined)) {
      if (holds(poll.done, seen.value)) return;
      if (poll.failed && holds(poll.failed, seen.value))
        throw new TaskFailure(
          `the server has failed to do it: ${poll.failed.at} of \`${seen.asked}\` is ${JSON.stringify(at(seen.value, poll.failed.at))}`,
        );
    } else if (seen.status !== 404) throw refused(seen, false);
    if (api.http.now() + interval > until)
      throw new TaskFailure(`the server was not done after ${httpPatienceMs / 60_000} minutes: \`${seen.asked}\``);
    await api.http.pause(interval);
  }
}

function pollUrl(looking: Looking, answer: Answer, id: string | undefined): string | undefined {
  const { poll } = looking.fields;
  if (!poll) return undefined;
  if (poll.url === "item") return id === undefined ? undefined : looking.itemUrl(id);
  const value = poll.url.startsWith("/") ? at(answer.value, poll.url) : answer.headers[poll.url.toLowerCase()];
  if (typeof value !== "string" || value === "") return undefined;
  const url = URL.parse(value, answer.url);
  if (!url || url.origin !== new URL(answer.url).origin)
    throw new TaskFailure("the address at which its work is to be watched is none of the same server");
  return url.href;
}

function holds({ at: place, in: values }: Condition, value: Json | undefined): boolean {
  const found = at(value, place);
  return values.some((one) => one === found);
}

/** Looks after something was written, or may have been. @throws TaskFailure that never says that nothing was changed */
export async function afterWrite<T>(look: Promise<T>): Promise<T> {
  try {
    return await look;
  } catch (error) {
    if (!(error instanceof TaskFailure) || !error.untouched) throw error;
    const { message, hint, cause } = error;
    throw new TaskFailure(message, { ...(hint === undefined ? {} : { hint }), cause });
  }
}

/** What was written could not be read, for as long as reads may lag behind writes. */
export class NotThere extends TaskFailure {
  /** @param settle how long that is, as in a spec */
  constructor(settle: string) {
    super(`the server took it, and it was not there after ${settle}`, {
      hint: "Set `settle` where reads lag behind writes for longer.",
    });
    this.name = "NotThere";
  }
}

/**
 * Reads a resource after a write until it is as it was written, or nearly so: what the server made of our values is taken.
 * @param answer to the write; taken itself where it tells all
 * @param wanted what was written of the body
 * @throws TaskFailure that names the fields that are not as they were written
 */
export async function settled(
  looking: Looking,
  id: string,
  answer: Answer | undefined,
  wanted: JsonObject,
): Promise<Found> {
  const { fields, unseen, api } = looking;
  const differing = (thing: Json) => writtenOtherwise(looking, thing, wanted);
  const given = answer && thingIn(fields, answer);
  if (given !== undefined && answer && fields.poll === undefined) {
    const shaped = inOurShape(fields, given);
    if (holdsAll(wanted, shaped, unseen) && differing(given).length === 0) return { id, thing: given, answer };
  }
  const until = api.http.now() + milliseconds(fields.settle, httpSettleMs);
  for (let pause = httpReadAgainMs; ; pause = Math.min(pause * 2, httpReadAgainMs * 10)) {
    const found = await looking.read(id);
    const fieldsLeft = found && differing(found.thing);
    if (found && fieldsLeft?.length === 0) return found;
    if (api.http.now() + pause > until)
      throw notAsWritten(
        fieldsLeft?.map(({ path }) => path),
        looking,
      );
    await api.http.pause(pause);
  }
}

/** Where a thing is neither as it was written nor nearly so. @param wanted what was written of the body */
export function writtenOtherwise({ fields, unseen }: Looking, thing: Json, wanted: JsonObject): readonly FieldDiff[] {
  return bodyDifferences(wanted, inOurShape(fields, thing), comparison(fields, unseen, true));
}

function notAsWritten(places: readonly string[] | undefined, { fields }: Looking): TaskFailure {
  const settle = fields.settle ?? `${httpSettleMs / 1_000}s`;
  if (!places) return new NotThere(settle);
  const named = places.map((place) => `/body${place}`).join(", ");
  return new TaskFailure(`the server took it, and keeps something else at ${named}`, {
    hint: "Declare what it makes of the value; or say what does not count there, with `normalize`, `lists`, `aliases` or `writeOnly`.",
  });
}

/** What of the body is there after a write: not what is sent only once. */
export function writtenBody({ fields }: Looking, update: boolean): JsonObject {
  return update ? without(fields.body, fields.createOnly ?? []) : fields.body;
}
