import { isObject, type Json, type JsonObject } from "../../engine/json/json.ts";
import { listedEntries, listedPages } from "../../engine/model/size-limits.ts";
import type { Http } from "../../engine/ports/http.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import { grouped } from "../../engine/text/grouped.ts";
import { addressOf } from "./addresses.ts";
import { idOfThing, isDone, notJson, refusalHint, refusalWords } from "./answers.ts";
import type { Api } from "./api.ts";
import { firstPage, nextPage, type ReadPage } from "./paging.ts";
import { at, ruleAt } from "./pointers.ts";
import { inOurShape } from "./resource-facts.ts";
import type { FindRule, HttpFields } from "./resource-spec.ts";
import { likeScalar, normalized, sameScalar } from "./same-value.ts";

/** One thing of a list. */
export interface Entry {
  readonly id: string | undefined;
  readonly thing: Json;
  /** False for what we have written since: what the server made of it is not known from here. */
  readonly read: boolean;
}

/** A collection as it was read, with what this run has written since. */
export interface ResourceList {
  readonly entries: Entry[];
  /** By the clock of `Http.now`. */
  readonly readAt: number;
}

/** The list in which a resource is found; tasks with the same list share it. @throws TaskFailure */
export function listOf(api: Api, find: FindRule, fresh = false): Promise<ResourceList> {
  return api.http.shared(listKey(api, find), (http) => readList(api, find, http), fresh);
}

function firstUrl({ fields }: Api, find: FindRule): string {
  return addressOf(fields, find.path ?? fields.path, { ...find.query, ...firstPage(find.page) });
}

function listKey(api: Api, find: FindRule): string {
  const { id, items, page } = { id: api.fields.id, items: find.items, page: find.page };
  return ["list", firstUrl(api, find), JSON.stringify([id, items, page]), api.credential].join(" ");
}

async function readList(api: Api, find: FindRule, http: Http): Promise<ResourceList> {
  const readAt = http.now();
  const entries: Entry[] = [];
  let url: string | undefined = firstUrl(api, find);
  for (let pages = 1; url !== undefined; pages++) {
    const answer = await api.ask({ method: "GET", url }, http);
    if (!isDone(answer, undefined)) throw unreadable(refusalWords(answer), refusalHint(answer));
    const text = notJson(answer);
    if (text) throw text;
    const page = entriesOf(api.fields, find, answer.value ?? null);
    if (page === undefined) {
      const where = find.items === undefined ? "the answer" : `${find.items} of the answer`;
      throw unreadable(
        `\`${answer.asked}\` gave no list: ${where} is neither a list nor a mapping`,
        "Point `find.items` at the list.",
      );
    }
    entries.push(...page);
    if (entries.length > listedEntries || pages > listedPages)
      throw unreadable(
        `\`${answer.asked}\` has more than ${grouped(listedEntries)} entries`,
        "Narrow it with `find.query`.",
      );
    const read: ReadPage = {
      url,
      headers: answer.headers,
      value: answer.value ?? null,
      count: page.length,
      pages,
      entries: entries.length,
    };
    const next = nextPage(find.page, read);
    if (typeof next === "object")
      throw unreadable(`\`${answer.asked}\` can't be read to its end: ${next.why}`, undefined);
    url = next;
  }
  return { entries, readAt };
}

function unreadable(message: string, hint: string | undefined): TaskFailure {
  return new TaskFailure(message, { untouched: true, ...(hint === undefined ? {} : { hint }) });
}

/** The things on a page; undefined: it is no page. */
function entriesOf(fields: HttpFields, { items }: FindRule, value: Json): Entry[] | undefined {
  const list = at(value, items ?? "");
  if (list === null || list === undefined) return value === null || items !== undefined ? [] : undefined;
  if (Array.isArray(list))
    return (list as readonly Json[]).map((thing) => ({ id: idOfThing(fields, thing), thing, read: true }));
  if (!isObject(list)) return undefined;
  return Object.entries(list).map(([key, thing]) => ({ id: idOfThing(fields, thing) ?? key, thing, read: true }));
}

/**
 * Those that have all values by which a resource is found.
 * @param like what servers may have made of the values counts, too
 */
export function matching(
  fields: HttpFields,
  find: FindRule,
  entries: readonly Entry[],
  like = false,
): readonly Entry[] {
  const { match = [] } = find;
  const same = like ? likeScalar : sameScalar;
  const values = match.map((place) => {
    const rule = ruleAt(fields.normalize, place);
    return { place, rule, wanted: normalized(at(fields.body, place), rule) };
  });
  return entries.filter(({ thing }) => {
    const shaped = inOurShape(fields, thing);
    return values.every(({ place, rule, wanted }) => same(wanted, normalized(at(shaped, place), rule)));
  });
}

/** Notes in the list what we have written, so that it need not be read again. */
export async function noteWritten(api: Api, id: string, thing: Json | undefined): Promise<void> {
  const { find, body } = api.fields;
  if (!find) return;
  // What nobody has read yet will be read with it; what could not be read is nobody's any more.
  const list = await api.http.shared(listKey(api, find), (http) => readList(api, find, http)).catch(() => undefined);
  if (!list) return;
  const index = list.entries.findIndex((entry) => entry.id === id);
  const before = index === -1 ? {} : list.entries[index]?.thing;
  const there: JsonObject = { ...(isObject(before) ? before : {}), ...body, ...(isObject(thing) ? thing : {}) };
  if (index === -1) list.entries.push({ id, thing: there, read: false });
  else list.entries[index] = { id, thing: there, read: false };
}

/** The same of what was deleted. */
export async function noteDeleted(api: Api, id: string): Promise<void> {
  const { find } = api.fields;
  if (!find) return;
  const list = await api.http.shared(listKey(api, find), (http) => readList(api, find, http)).catch(() => undefined);
  const index = list?.entries.findIndex((entry) => entry.id === id) ?? -1;
  if (index !== -1) list?.entries.splice(index, 1);
}
