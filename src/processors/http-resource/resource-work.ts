import { randomUUID } from "node:crypto";
import type { Observation } from "../../engine/model/observation.ts";
import type { Outcome, Output } from "../../engine/model/outcome.ts";
import { httpListAgeMs, httpReadAgainMs } from "../../engine/model/timing.ts";
import { HttpFailure } from "../../engine/ports/http.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { Io } from "../../engine/ports/task-io.ts";
import { addressOf } from "./addresses.ts";
import { type Answer, idOfAnswer, isDone, refused, thingIn } from "./answers.ts";
import { Api, isUnclear, tried } from "./api.ts";
import { bodyOfCreate, withId, wrapped } from "./bodies.ts";
import { changeResource } from "./changing.ts";
import { type Found, Looking } from "./looking.ts";
import { at } from "./pointers.ts";
import { storedFacts } from "./resource-facts.ts";
import { listOf, matching, noteDeleted, noteWritten } from "./resource-list.ts";
import { type HttpFields, ownIdPointer } from "./resource-spec.ts";
import { pollUntilDone, settled, writtenBody } from "./settling.ts";

const mostPosts = 3;

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
    const { id, answer } = await this.#post();
    const given = answer ? this.#looking.outputs({ thing: thingIn(this.#fields, answer) ?? null }) : [];
    this.#io.made(storedFacts({ id, body: {}, unseen: this.#looking.unseen }), given);
    if (answer) await pollUntilDone(this.#looking, answer, id);
    const found = await settled(this.#looking, id, answer, writtenBody(this.#looking, false));
    await noteWritten(this.#api, id, found.thing);
    return this.#outcome(found, given);
  }

  /** @param before what was recorded, or what is wanted where a resource is taken over */
  async update(before: HttpFields): Promise<Outcome> {
    const id = this.#looking.knownId(before) ?? (await this.#looking.find())?.id;
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
      throw new TaskFailure("whether it was made is not known, and nothing tells which one it is", {
        hint: "Look for it, and remove it by hand if it is there.",
      });
    }
    const url = this.#looking.itemUrl(id, rule?.path);
    const headers = await this.#condition(id);
    if (headers === undefined) return;
    const body = rule?.body && wrapped(this.#fields, withId(rule.body, id));
    const answer = await this.#api.ask({ method: rule?.method ?? "DELETE", url, item: true, body, headers });
    if (!isDone(answer, rule?.status) && !(await this.#looking.isGone(answer)))
      throw refused(answer, !isUnclear(answer));
    if (isDone(answer, rule?.status)) await pollUntilDone(this.#looking, answer, undefined);
    await noteDeleted(this.#api, id);
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

  /** Makes it once, whatever becomes of the answer. */
  async #post(): Promise<{ readonly id: string; readonly answer: Answer | undefined }> {
    const { create, idempotencyKey } = this.#fields;
    const template = create?.path;
    const url =
      template === undefined
        ? addressOf(this.#fields, this.#fields.path)
        : this.#looking.itemUrl(this.#looking.knownId() ?? "", template);
    const method = create?.method ?? "POST";
    const question = {
      method,
      url,
      body: wrapped(this.#fields, bodyOfCreate(this.#fields)),
      ...(idempotencyKey === undefined
        ? {}
        : { headers: { [idempotencyKey.toLowerCase()]: randomUUID() }, repeatable: true }),
    };
    const before = await this.#idsBefore();
    for (let posts = 1; ; posts++) {
      const outcome = await tried(this.#api.ask(question));
      if (!(outcome instanceof HttpFailure) && isDone(outcome, create?.status)) {
        const id = idOfAnswer(this.#fields, outcome) ?? (await this.#madeSince(before));
        if (id !== undefined) return { id, answer: outcome };
        throw withoutId(outcome, this.#fields);
      }
      if (!isUnclear(outcome)) throw outcome instanceof HttpFailure ? outcome : refused(outcome, true);
      const id = await this.#madeSince(before);
      if (id !== undefined) return { id, answer: undefined };
      if (posts === mostPosts || !this.#canBeFound)
        throw outcome instanceof HttpFailure ? outcome : refused(outcome, false);
    }
  }

  get #canBeFound(): boolean {
    return Boolean(this.#fields.find) || ownIdPointer(this.#fields) !== undefined;
  }

  async #idsBefore(): Promise<ReadonlySet<string | undefined>> {
    const { find } = this.#fields;
    return new Set(find ? (await listOf(this.#api, find)).entries.map(({ id }) => id) : []);
  }

  /** The id of what has come into being since. It may take a moment to be seen. */
  async #madeSince(before: ReadonlySet<string | undefined>): Promise<string | undefined> {
    const { find } = this.#fields;
    if (!this.#canBeFound) return undefined;
    const own = ownIdPointer(this.#fields) === undefined ? undefined : this.#looking.knownId();
    for (let looks = 1; looks <= 3; looks++) {
      if (own !== undefined) {
        if (await this.#looking.read(own)) return own;
      } else if (find) {
        const { entries } = await listOf(this.#api, find, true);
        const fresh = entries.filter(({ id }) => id !== undefined && !before.has(id));
        const exact = matching(this.#fields, find, fresh);
        const [found, more] = exact.length > 0 ? exact : matching(this.#fields, find, fresh, true);
        if (found?.id !== undefined && more === undefined) return found.id;
      }
      await this.#api.http.pause(httpReadAgainMs * looks);
    }
    return undefined;
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

function withoutId(answer: Answer, { id = "/id" }: HttpFields): TaskFailure {
  const where =
    typeof id === "string" ? `${id} of the answer` : "header" in id ? `the header ${id.header}` : "the body";
  return new TaskFailure(`\`${answer.asked}\` answered ${answer.status}, and its id is not in ${where}`, {
    hint: "Point `id` at where the API gives it: a pointer, or {header: Location}.",
  });
}
