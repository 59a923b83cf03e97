import type { Json } from "../../engine/json/json.ts";
import type { Observation } from "../../engine/model/observation.ts";
import type { Output } from "../../engine/model/outcome.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import { wasMasked } from "../../engine/redaction/masked.ts";
import { addressOf, itemPath } from "./addresses.ts";
import { type Answer, idText, isDone, isMarkedAbsent, notJson, refusalHint, refusalWords, thingIn } from "./answers.ts";
import type { Api } from "./api.ts";
import { holdsAll } from "./compare-body.ts";
import { at } from "./pointers.ts";
import {
  factDifferences,
  factsOf,
  inOurShape,
  type ResourceFacts,
  readFacts,
  storedFacts,
  unseenPlaces,
} from "./resource-facts.ts";
import { type Entry, listOf, matching } from "./resource-list.ts";
import { absence, type HttpFields, ownIdPointer } from "./resource-spec.ts";

/** The resource as it was read. */
export interface Found {
  readonly id: string;
  /** Out of its envelope. */
  readonly thing: Json;
  /** Undefined: it was seen in a list. */
  readonly answer: Answer | undefined;
}

/** Looks at one resource. */
export class Looking {
  readonly api: Api;
  readonly fields: HttpFields;
  /** Places in the body that are not compared. */
  readonly unseen: readonly string[];

  constructor(api: Api) {
    this.api = api;
    this.fields = api.fields;
    this.unseen = unseenPlaces(api.fields, (text) => api.io.containsSecret(text));
  }

  /** The id that is known without asking. @throws TaskFailure where state could not keep it, since it holds a secret */
  knownId(fields = this.fields): string | undefined {
    const { recorded, adoptId } = this.api.io;
    const own = ownIdPointer(fields);
    const ours = own === undefined ? undefined : idText(at(fields.body, own));
    const kept = readFacts(recorded?.observed)?.id;
    if (kept === undefined || !wasMasked(kept)) return kept ?? adoptId ?? ours;
    if (ours !== undefined) return ours;
    // Asked for as it is kept it would seem to be gone, and be made again.
    throw new TaskFailure(`its id (${kept}) holds a secret, so state has only a part of it`, {
      untouched: true,
      hint: "Point `id` at something else that names it. If only by chance a secret is part of it, choose another secret. Then run `forget` with this task as `target`, and set `lifecycle: {adopt: true}`.",
    });
  }

  itemUrl(id: string, template?: string): string {
    const path = itemPath(this.fields, id, template);
    if (typeof path === "string") return addressOf(this.fields, path);
    throw new TaskFailure(path.why, { untouched: true });
  }

  async observe(): Promise<Observation> {
    const id = this.knownId();
    if (id === undefined && !this.#canTell) return { state: "unobservable", why: "nothing tells which one it is" };
    const found = id === undefined ? await this.find() : await this.lookAt(id);
    if (found) return this.present(found);
    if (id !== undefined && ownIdPointer(this.fields) === undefined) await this.#refuseOther(id);
    return { state: "absent" };
  }

  /**
   * Does it do to look for one without a known id? Where nothing finds it, a creation whose end is not known may have made it;
   * one with a key may be sent again all the same.
   */
  get #canTell(): boolean {
    return Boolean(this.fields.find) || this.fields.idempotencyKey !== undefined;
  }

  /** What is known of a resource that was found. */
  present(found: Found): Observation {
    const outputs = this.outputs(found);
    return {
      state: "present",
      facts: storedFacts(this.facts(found)),
      ...(outputs.length > 0 ? { outputs } : {}),
    };
  }

  facts({ id, thing }: Found): ResourceFacts {
    return factsOf(this.fields, id, thing, this.unseen);
  }

  outputs({ thing }: Pick<Found, "thing">): readonly Output[] {
    const { outputs = {}, sensitiveOutputs = [], auth } = this.fields;
    return Object.entries(outputs).flatMap(([name, place]): Output[] => {
      const value = at(thing, place);
      if (value === undefined) return [];
      const sensitive = sensitiveOutputs.includes(name) || auth?.itemBearer === name;
      return [{ name, value, ...(sensitive ? { sensitive } : {}) }];
    });
  }

  /** Looks at what has this id, in the list where that tells all. */
  async lookAt(id: string): Promise<Found | undefined> {
    const { find } = this.fields;
    const list = find ? await listOf(this.api, find).catch(asUndefined) : undefined;
    const entry = list?.entries.find((one) => one.id === id);
    if (entry && this.#tellsAll(entry, id)) return { id, thing: entry.thing, answer: undefined };
    return this.read(id);
  }

  /** Reads what has this id. @returns undefined: it is surely not there @throws TaskFailure when that can't be told */
  async read(id: string): Promise<Found | undefined> {
    const { read } = this.fields;
    const url = this.itemUrl(id, read?.path);
    const answer = await this.api.ask({
      method: read?.method ?? "GET",
      url,
      item: true,
      repeatable: true,
      body: read?.body,
    });
    if (await this.isGone(answer)) return undefined;
    if (!isDone(answer, read?.status)) throw unseenFailure(answer);
    const unreadable = notJson(answer);
    if (unreadable) throw unreadable;
    const thing = thingIn(this.fields, answer);
    if (thing === undefined || isMarkedAbsent(this.fields, thing)) return undefined;
    return { id, thing, answer };
  }

  /**
   * Does an answer about the thing mean that it is not there? A 404 counts only where its collection can be read: else it may
   * as well mean that we may not see it.
   * @throws TaskFailure when that can't be told
   */
  async isGone(answer: Answer): Promise<boolean> {
    const { status } = absence(this.fields);
    if (status.includes(answer.status) || answer.status === 410) return true;
    if (answer.status !== 404) return false;
    const proof = await this.#collectionAnswer();
    if (proof === undefined) return true;
    throw new TaskFailure(
      `${refusalWords(answer)}; whether it is gone or may not be seen can't be told, as its collection can't be read: ${proof}`,
      {
        untouched: true,
        hint: "Check what the credentials in `auth` may read. If the thing that it is below is gone, make that first, and run again. If this API has no collection to look at, write `absent: [404]`.",
      },
    );
  }

  /** Finds the resource by its values. @throws TaskFailure for several */
  async find(fresh = false): Promise<Found | undefined> {
    const { find } = this.fields;
    if (!find) return undefined;
    const { entries } = await listOf(this.api, find, fresh);
    const found = matching(this.fields, find, entries);
    if (found.length > 1) throw severalFailure(this.fields, found);
    const [entry] = found;
    return entry && this.whole(entry);
  }

  /** What an entry of the list stands for, in full. */
  async whole({ id, ...entry }: Entry): Promise<Found | undefined> {
    if (id === undefined)
      throw new TaskFailure("what was found has no id", { untouched: true, hint: "Point `id` at it." });
    return this.#tellsAll({ id, ...entry }, id) ? { id, thing: entry.thing, answer: undefined } : this.read(id);
  }

  /** Does an entry of the list tell what reading it would? Where it differs, it may only be shown in another way there. */
  #tellsAll({ thing, read }: Entry, id: string): boolean {
    const { body, outputs = {} } = this.fields;
    const { recorded } = this.api.io;
    if (!read || isMarkedAbsent(this.fields, thing) || !holdsAll(body, inOurShape(this.fields, thing), this.unseen))
      return false;
    if (!recorded && Object.values(outputs).some((place) => at(thing, place) === undefined)) return false;
    const facts = storedFacts(factsOf(this.fields, id, thing, this.unseen));
    return factDifferences(facts, this.fields, recorded?.observed).length === 0;
  }

  /** Somebody else's thing with the values of ours is not ours, when ours is gone. */
  async #refuseOther(id: string): Promise<void> {
    const other = await this.find();
    if (!other) return;
    throw new TaskFailure(
      `what was recorded (id ${id}) is gone, and another one that \`find\` matches is there (id ${other.id}), which opus did not make`,
      {
        untouched: true,
        hint: "To take it over, run `forget` with this task as `target`, and set `lifecycle: {adopt: true}`; else remove it.",
      },
    );
  }

  /** Why the collection can't be read, as half a sentence; undefined: it can. Asked once a run. */
  async #collectionAnswer(): Promise<string | undefined> {
    const { fields, api } = this;
    if (fields.find) {
      try {
        await listOf(api, fields.find);
        return undefined;
      } catch (error) {
        if (error instanceof TaskFailure) return error.message;
        throw error;
      }
    }
    const url = addressOf(fields, fields.path);
    const load = async (http: Api["http"]): Promise<string | undefined> => {
      const answer = await api.ask({ method: "GET", url }, http);
      return isDone(answer, undefined) ? notJson(answer)?.message : refusalWords(answer);
    };
    try {
      return await api.http.shared(`collection ${url} ${api.credential}`, load);
    } catch (error) {
      if (error instanceof TaskFailure) return error.message;
      throw error;
    }
  }
}

function asUndefined(error: unknown): undefined {
  // The thing itself may be read all the same.
  if (error instanceof TaskFailure) return undefined;
  throw error;
}

function unseenFailure(answer: Answer): TaskFailure {
  const hint = refusalHint(answer);
  return new TaskFailure(refusalWords(answer), { untouched: true, ...(hint === undefined ? {} : { hint }) });
}

function severalFailure({ find }: HttpFields, found: readonly Entry[]): TaskFailure {
  const ids = found.slice(0, 5).map(({ id }) => id ?? "?");
  const by = find ? (find.match ?? []).join(", ") : "";
  return new TaskFailure(`${found.length} things have its ${by}: ${ids.join(", ")}${found.length > 5 ? ", …" : ""}`, {
    untouched: true,
    hint: "Match more fields in `find.match`, or name the one that is meant: `lifecycle: {adopt: {id: …}}`.",
  });
}
