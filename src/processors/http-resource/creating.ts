import { httpReadAgainMs } from "../../engine/model/timing.ts";
import { HttpFailure } from "../../engine/ports/http.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import { addressOf } from "./addresses.ts";
import { type Answer, idOfAnswer, isDone, refusalWords, refused } from "./answers.ts";
import { isUnclear, type Question, tried } from "./api.ts";
import { bodyOfCreate, wrapped } from "./bodies.ts";
import { creationKey, isReplayed } from "./idempotency.ts";
import type { Found, Looking } from "./looking.ts";
import { listOf, matching } from "./resource-list.ts";
import { type HttpFields, ownIdPointer } from "./resource-spec.ts";
import { afterWrite, writtenBody, writtenOtherwise } from "./settling.ts";

const mostPosts = 3;
const mostKeys = 8;

/** What a creation has come to. */
export interface Created {
  readonly id: string;
  /** Undefined: the answer was lost, and the thing was found. */
  readonly answer: Answer | undefined;
}

/** Makes one thing, once, whatever becomes of the answers. */
export class Creating {
  readonly #looking: Looking;
  readonly #fields: HttpFields;
  readonly #question: Question;
  /** Keys that stand for what was made, or refused, long ago. */
  #usedKeys = 0;

  constructor(looking: Looking) {
    const { fields } = looking;
    const template = fields.create?.path;
    this.#looking = looking;
    this.#fields = fields;
    this.#question = {
      method: fields.create?.method ?? "POST",
      url: template === undefined ? addressOf(fields, fields.path) : looking.itemUrl(looking.knownId() ?? "", template),
      body: wrapped(fields, bodyOfCreate(fields)),
    };
  }

  /**
   * What the key stood for is gone: it was made once, and has been deleted since.
   * @returns is there another key?
   */
  takeNextKey(): boolean {
    return this.#fields.idempotencyKey !== undefined && ++this.#usedKeys < mostKeys;
  }

  /** @throws TaskFailure */
  async make(): Promise<Created> {
    const before = await this.#idsBefore();
    for (let posts = 1; ; posts++) {
      const outcome = await tried(this.#looking.api.ask(this.#withKey()));
      const answer = outcome instanceof HttpFailure ? undefined : outcome;
      if (answer && isDone(answer, this.#fields.create?.status)) {
        const id = idOfAnswer(this.#fields, answer) ?? (await afterWrite(this.#madeSince(before)))?.id;
        if (id !== undefined) return { id, answer };
        throw withoutId(answer, this.#fields);
      }
      if (!isUnclear(outcome)) {
        // A refusal of an earlier day: what it refused may be taken now.
        if (answer && isReplayed(answer) && this.takeNextKey()) continue;
        throw answer ? refused(answer, true) : outcome;
      }
      const made = await afterWrite(this.#madeSince(before));
      if (made && writtenOtherwise(this.#looking, made.thing, writtenBody(this.#looking, false)).length > 0)
        throw perhapsOthers(outcome, made.id);
      if (made) return { id: made.id, answer: undefined };
      if (posts >= mostPosts || !this.#canBeFound) throw answer ? refused(answer, false) : outcome;
    }
  }

  #withKey(): Question {
    const { idempotencyKey } = this.#fields;
    // Where it can be found, it is looked for before it is sent again.
    if (idempotencyKey === undefined)
      return this.#canBeFound ? { ...this.#question, repeatable: false } : this.#question;
    const key = creationKey(this.#looking.api.io, this.#question, this.#usedKeys);
    return { ...this.#question, headers: { [idempotencyKey.toLowerCase()]: key }, repeatable: true };
  }

  get #canBeFound(): boolean {
    return Boolean(this.#fields.find) || ownIdPointer(this.#fields) !== undefined;
  }

  async #idsBefore(): Promise<ReadonlySet<string | undefined>> {
    const { find } = this.#fields;
    return new Set(find ? (await listOf(this.#looking.api, find)).entries.map(({ id }) => id) : []);
  }

  /** What has come into being since. It may take a moment to be seen. */
  async #madeSince(before: ReadonlySet<string | undefined>): Promise<Found | undefined> {
    const { find } = this.#fields;
    if (!this.#canBeFound) return undefined;
    const { api } = this.#looking;
    const own = ownIdPointer(this.#fields) === undefined ? undefined : this.#looking.knownId();
    for (let looks = 1; looks <= 3; looks++) {
      if (own !== undefined) {
        const there = await this.#looking.read(own);
        if (there) return there;
      } else if (find) {
        const { entries } = await listOf(api, find, true);
        const fresh = entries.filter(({ id }) => id !== undefined && !before.has(id));
        const exact = matching(this.#fields, find, fresh);
        const [found, more] = exact.length > 0 ? exact : matching(this.#fields, find, fresh, true);
        const there = found?.id !== undefined && more === undefined ? await this.#looking.whole(found) : undefined;
        if (there) return there;
      }
      await api.http.pause(httpReadAgainMs * looks);
    }
    return undefined;
  }
}

/**
 * What is there may be ours, or of somebody who was faster. It is said that nothing was changed: else it would be deleted, as
 * what a failed creation has left.
 */
function perhapsOthers(outcome: Answer | HttpFailure, id: string): TaskFailure {
  const words = outcome instanceof HttpFailure ? outcome.message : refusalWords(outcome);
  return new TaskFailure(
    `${words}; what is there now (id ${id}) is not as it was sent, and whether this run has made it can't be told`,
    {
      untouched: true,
      hint: "Look at it: remove it, or take it over with `lifecycle: {adopt: true}`.",
    },
  );
}

function withoutId(answer: Answer, { id = "/id" }: HttpFields): TaskFailure {
  const where =
    typeof id === "string" ? `${id} of the answer` : "header" in id ? `the header ${id.header}` : "the body";
  return new TaskFailure(`\`${answer.asked}\` answered ${answer.status}, and its id is not in ${where}`, {
    hint: "Point `id` at where the API gives it: a pointer, or {header: Location}.",
  });
}
