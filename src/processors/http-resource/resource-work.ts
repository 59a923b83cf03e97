import type { Observation } from "../../engine/model/observation.ts";
import type { Outcome, Output } from "../../engine/model/outcome.ts";
import { httpListAgeMs } from "../../engine/model/timing.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { Io } from "../../engine/ports/task-io.ts";
import { type Answer, isDone, refused, thingIn } from "./answers.ts";
import { Api, isUnclear } from "./api.ts";
import { withId, wrapped } from "./bodies.ts";
import { changeResource, isOutdated } from "./changing.ts";
import { type Created, Creating } from "./creating.ts";
import { type Found, Looking } from "./looking.ts";
import { at } from "./pointers.ts";
import { storedFacts } from "./resource-facts.ts";
import { listOf, noteDeleted, noteWritten } from "./resource-list.ts";
import { type HttpFields, ownIdPointer } from "./resource-spec.ts";
import { NotThere, pollUntilDone, settled, writtenBody, writtenOtherwise } from "./settling.ts";

/** What is done with one resource, in one call. */
export class ResourceWork {
  readonly #fields: HttpFields;
  readonly #io: Io;
  readonly #api: Api;
  readonly #looking: Looking;

  constructor(fields: HttpFields, io: Io) {
    this.#fields = fields;
    this.#io = io;
    this.#api = new Api(fields, io);
    this.#looking = new Looking(this.#api);
  }

  async observe(): Promise<Observation> {
    try {
      return await this.#looking.observe();
    } catch (error) {
      if (!(error instanceof TaskFailure)) throw error;
      const { message, hint } = error;
      return { state: "failed", error: { message, ...(hint === undefined ? {} : { hint }) } };
    }
  }

  async create(): Promise<Outcome> {
    const made = this.#io.recorded && this.#looking.knownId();
    // A try before has made it: what is left is to make it whole.
    if (made !== undefined && (await this.#looking.read(made))) return this.update(this.#fields);
    await this.#refuseOther();
    const creating = new Creating(this.#looking);
    for (;;) {
      const created = await creating.make();
      try {
        return await this.#made(created);
      } catch (error) {
        // The answer may be that of a creation long ago.
        if (!(error instanceof NotThere) || !created.answer || !creating.takeNextKey()) throw error;
        const { asked } = created.answer;
        const told = `warning: \`${asked}\` gave the id ${created.id}, which is not there: the server still knows the key of an earlier creation; asking with another one\n`;
        this.#io.output("stderr", told);
      }
    }
  }

  async #made({ id, answer }: Created): Promise<Outcome> {
    const given = answer ? this.#looking.outputs({ thing: thingIn(this.#fields, answer) ?? null }) : [];
    this.#io.made(storedFacts({ id, body: {}, unseen: this.#looking.unseen }), given);
    if (answer) await pollUntilDone(this.#looking, answer, id);
    // With a key the answer may be an old one, which tells nothing of what is there.
    const taken = this.#fields.idempotencyKey === undefined ? answer : undefined;
    const found = await settled(this.#looking, id, taken, writtenBody(this.#looking, false));
    await noteWritten(this.#api, id, found.thing);
    return this.#outcome(found, given);
  }

  /** @param before what was recorded, or what is wanted where a resource is taken over */
  async update(before: HttpFields): Promise<Outcome> {
    const id = this.#looking.knownId(before) ?? (await this.#looking.find())?.id;
    if (id === undefined && !this.#fields.find) throw whichOne(true);
    if (id === undefined)
      throw new TaskFailure("it is not there any more", { untouched: true, hint: "Run again to make it." });
    const { found, given, warnings } = await changeResource(this.#looking, id, before);
    await noteWritten(this.#api, id, found.thing);
    return { ...this.#outcome(found, given), ...(warnings.length > 0 ? { warnings } : {}) };
  }

  /** Succeeds when it is gone already. */
  async remove(): Promise<void> {
    const { delete: rule } = this.#fields;
    if (rule === false) {
      this.#io.output("stderr", "warning: `delete: false`: it stays where it is; opus only forgets it\n");
      return;
    }
    const id = this.#looking.knownId() ?? (await this.#looking.find(true))?.id;
    if (id === undefined) {
      if (this.#fields.find) return;
      throw whichOne(false);
    }
    if (!this.#io.recorded && !(await this.#isAsSent(id))) return;
    const url = this.#looking.itemUrl(id, rule?.path);
    const headers = await this.#condition(id);
    if (headers === undefined) return;
    const body = rule?.body && wrapped(this.#fields, withId(rule.body, id));
    const answer = await this.#api.ask({ method: rule?.method ?? "DELETE", url, item: true, body, headers });
    if (!isDone(answer, rule?.status) && !(await this.#isGone(answer, id))) throw refused(answer, !isUnclear(answer));
    if (isDone(answer, rule?.status)) await pollUntilDone(this.#looking, answer, undefined);
    await noteDeleted(this.#api, id);
  }

  /** A deletion that was sent again, as its answer was lost, finds nothing that could be as it was. */
  async #isGone(answer: Answer, id: string): Promise<boolean> {
    if (await this.#looking.isGone(answer)) return true;
    return isOutdated(answer, this.#fields) && !(await this.#looking.read(id));
  }

  /** Nobody knows what a creation without an answer has made: what is not as it was sent is somebody else's. */
  async #isAsSent(id: string): Promise<boolean> {
    const found = await this.#looking.read(id);
    if (!found) return false;
    const left = writtenOtherwise(this.#looking, found.thing, writtenBody(this.#looking, false)).length > 0;
    if (left)
      this.#io.output("stderr", `warning: what is there now (id ${id}) is not as it was sent, so it is left alone\n`);
    return !left;
  }

  /** What keeps a deletion from taking a change that nobody has seen; undefined: there is nothing to delete. */
  async #condition(id: string): Promise<{ readonly [name: string]: string } | undefined> {
    const { revision } = this.#fields;
    if (!revision || revision.to.startsWith("/")) return {};
    const found = await this.#looking.read(id);
    if (!found) return undefined;
    const value = revisionOf(this.#fields, found);
    return value === undefined ? {} : { [revision.to.toLowerCase()]: value };
  }

  /** Never takes over what has appeared since somebody looked. */
  async #refuseOther(): Promise<void> {
    const { find, create } = this.#fields;
    const own = ownIdPointer(this.#fields);
    const id = this.#looking.knownId();
    const other =
      own !== undefined && id !== undefined
        ? // A POST is refused by the server itself; a PUT would go over what is there.
          create?.method === "PUT" && (await this.#looking.read(id))
        : find && (await this.#looking.find(await this.#isOld(find)));
    if (!other) return;
    throw new TaskFailure(`it is there (id ${other.id}): it appeared after opus had looked`, {
      untouched: true,
      hint: "Run again to see what it would do now: opus takes over what it did not make only with `lifecycle: {adopt: true}`.",
    });
  }

  async #isOld(find: NonNullable<HttpFields["find"]> & object): Promise<boolean> {
    const { readAt } = await listOf(this.#api, find);
    return this.#api.http.now() - readAt > httpListAgeMs;
  }

  /** @param given outputs that only the answer to a write had */
  #outcome(found: Found, given: readonly Output[]): Outcome {
    const now = this.#looking.outputs(found);
    const told = new Set(now.map(({ name }) => name));
    const facts = storedFacts(this.#looking.facts(found));
    return { outputs: [...given.filter(({ name }) => !told.has(name)), ...now], observed: facts };
  }
}

/** What a resource is at, to be sent with the next write; undefined: it does not say. */
export function revisionOf({ revision }: HttpFields, { thing, answer }: Found): string | undefined {
  if (!revision) return undefined;
  const { from } = revision;
  const value = from.startsWith("/") ? at(thing, from) : answer?.headers[from.toLowerCase()];
  return value === undefined || value === null ? undefined : String(value);
}

/** Its creation had no answer, and nothing finds what it may have made. */
function whichOne(untouched: boolean): TaskFailure {
  return new TaskFailure("whether it was made is not known, and nothing tells which one it is", {
    untouched,
    hint: "Look for it, and remove it by hand if it is there; then run `forget` with this task as `target`. Or keep it: `forget`, and `lifecycle: {adopt: {id: …}}`.",
  });
}
