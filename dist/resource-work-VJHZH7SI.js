import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  wasMasked
} from "./chunk-LXV566ZK.js";
import {
  bodyDifferences,
  comparison,
  factDifferences,
  factsOf,
  holdsAll,
  inOurShape,
  likeScalar,
  normalized,
  readFacts,
  sameScalar,
  storedFacts,
  unseenPlaces
} from "./chunk-NMYOVBX2.js";
import {
  leftOut
} from "./chunk-GMCCLIUG.js";
import {
  addressOf,
  credentialHeaders,
  idOfAnswer,
  idOfThing,
  idText,
  isDone,
  isMarkedAbsent,
  itemPath,
  lowerCase,
  notJson,
  readAnswer,
  refusalHint,
  refusalWords,
  refused,
  thingIn
} from "./chunk-KQ7NTOT4.js";
import "./chunk-JSSPZBFU.js";
import "./chunk-OZE7IRRJ.js";
import {
  absence,
  at,
  isWithin,
  ownIdPointer,
  ruleAt,
  sending,
  withAt,
  without
} from "./chunk-JO7QTVSF.js";
import "./chunk-CHHS7TI7.js";
import {
  HttpFailure
} from "./chunk-YYM6F3HI.js";
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";
import "./chunk-T3NMYTTS.js";
import "./chunk-FGOILAFU.js";
import "./chunk-VKSB6RUN.js";
import {
  isObject,
  pointerPath,
  pointerSegment
} from "./chunk-RRD47Q5D.js";
import {
  listedEntries,
  listedPages
} from "./chunk-35FI2EEV.js";
import "./chunk-I2UBFDYA.js";
import {
  grouped
} from "./chunk-GNBVHH4E.js";
import {
  httpListAgeMs,
  httpPatienceMs,
  httpPollMs,
  httpReadAgainMs,
  httpSettleMs
} from "./chunk-IE326VUJ.js";
import "./chunk-DGTLEPWR.js";
import "./chunk-QHW5LFAW.js";

// src/processors/http-resource/bodies.ts
function bodyOfCreate({ body, create }) {
  return { ...body, ...create?.body };
}
function withId(body, id) {
  const fill = (value) => {
    if (value === "{id}") return id;
    if (Array.isArray(value)) return value.map(fill);
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fill(member)]));
  };
  return body === void 0 ? {} : fill(body);
}
function bodyOfUpdate(fields, { id, thing }, unseen) {
  const { body, createOnly = [], update } = fields;
  const declared = without(body, createOnly);
  const sent = (() => {
    switch (sending(fields)) {
      case "declared":
        return declared;
      case "merged":
        return isObject(thing) ? overlaid(thing, declared) : declared;
      case "changed":
        return changedMembers(fields, declared, thing, unseen);
    }
  })();
  return { ...sent, ...withId(update?.body, id) };
}
function needsWrite(fields, thing, unseen) {
  const { createOnly = [], body } = fields;
  const rules = comparison(fields, unseen);
  return sendsBlindly(fields, unseen) || bodyDifferences(without(body, createOnly), inOurShape(fields, thing), rules).length > 0;
}
function sendsBlindly({ createOnly = [] }, unseen) {
  return unseen.some((place) => !createOnly.includes(place));
}
function changedMembers(fields, body, thing, unseen) {
  const differing2 = bodyDifferences(body, inOurShape(fields, thing), comparison(fields, unseen));
  const places = [...differing2.map(({ path }) => path), ...unseen];
  const members = new Set(places.map((place) => pointerPath(place)[0]));
  return Object.fromEntries(
    Object.entries(body).filter(([key]) => members.has(key) || isWithin(unseen, `/${pointerSegment(key)}`))
  );
}
function overlaid(thing, declared) {
  const entries = Object.entries(declared).map(([key, member]) => {
    const there2 = Object.hasOwn(thing, key) ? thing[key] : void 0;
    return [key, isObject(member) && isObject(there2) ? overlaid(there2, member) : member];
  });
  return { ...thing, ...Object.fromEntries(entries) };
}
function wrapped({ request }, body) {
  return request ? withAt({}, request.at, body) : body;
}
function encoded({ encoding }, body) {
  if (encoding !== "form") return { type: "application/json", text: JSON.stringify(body) };
  const form = new URLSearchParams();
  const add = (name, value) => {
    if (Array.isArray(value)) for (const member of value) add(`${name}[]`, member);
    else if (isObject(value)) for (const [key, member] of Object.entries(value)) add(`${name}[${key}]`, member);
    else form.append(name, value === null ? "" : String(value));
  };
  for (const [name, value] of Object.entries(body)) add(name, value);
  return { type: "application/x-www-form-urlencoded", text: form.toString() };
}

// src/processors/http-resource/api.ts
var Api = class {
  fields;
  io;
  http;
  /** @throws TaskFailure in a run that may ask nobody */
  constructor(fields, io) {
    this.fields = fields;
    this.io = io;
    if (!io.http) throw new TaskFailure("this run makes no requests", { untouched: true });
    this.http = io.http;
  }
  /** Names the credentials, for what tasks with the same ones share. */
  get credential() {
    const { auth, headers } = this.fields;
    return JSON.stringify([auth ?? null, headers ?? null]);
  }
  /** Asks. @throws HttpFailure when there is no answer */
  async ask(question, http = this.http) {
    const answer = await this.#ask(question, http, false);
    const { oauth2 } = this.fields.auth ?? {};
    return answer.status === 401 && oauth2 ? this.#ask(question, http, true) : answer;
  }
  async #ask({ method, url, body, headers, item = false, repeatable }, http, freshToken) {
    const { retryOn, limits, headers: always } = this.fields;
    const sent = body === void 0 ? void 0 : encoded(this.fields, body);
    const answer = await http.request({
      method,
      url,
      headers: {
        accept: "application/json",
        ...lowerCase(always),
        ...sent ? { "content-type": sent.type } : {},
        ...await this.#credentials(http, item, freshToken),
        ...headers
      },
      ...sent ? { body: sent.text } : {},
      ...repeatable === void 0 ? {} : { repeatable },
      ...retryOn ? { retryOn } : {},
      ...limits ? { limits } : {}
    });
    return readAnswer(method, answer);
  }
  async #credentials(http, item, fresh) {
    const { auth = {} } = this.fields;
    const own = item ? this.#itemToken(auth) : void 0;
    if (own !== void 0) return { authorization: `Bearer ${own}` };
    return credentialHeaders(auth, http, fresh);
  }
  /** The token of the thing itself, once it has one. */
  #itemToken({ itemBearer }) {
    const { recorded } = this.io;
    if (itemBearer === void 0 || !recorded) return void 0;
    const value = recorded.outputs[itemBearer];
    if (typeof value === "string") return value;
    if (!recorded.missing.includes(itemBearer)) return void 0;
    throw new TaskFailure(
      `the output ${itemBearer}, which is its token, is not known: it is sensitive, and state is not sealed`,
      {
        untouched: true,
        hint: "Give the input `encryption-key`, so that state keeps it."
      }
    );
  }
};
function isUnclear(outcome) {
  return outcome instanceof HttpFailure ? outcome.sent === "unclear" : outcome.status >= 500 || outcome.status === 408;
}
async function tried(asking) {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof HttpFailure) return error;
    throw error;
  }
}

// src/processors/http-resource/settling.ts
var units = { ms: 1, s: 1e3, m: 6e4 };
function milliseconds(text, otherwise) {
  const [, count, unit] = /^(\d+)(ms|s|m)$/.exec(text ?? "") ?? [];
  return count === void 0 ? otherwise : Number(count) * units[unit];
}
async function pollUntilDone(looking, answer, id) {
  const { fields, api } = looking;
  const { poll } = fields;
  if (!poll) return;
  const url = pollUrl(looking, answer, id);
  if (url === void 0) return;
  const interval = milliseconds(poll.interval, httpPollMs);
  const until = api.http.now() + httpPatienceMs;
  for (; ; ) {
    const seen = await api.ask({ method: "GET", url, item: poll.url === "item" });
    if (isDone(seen, void 0)) {
      if (holds(poll.done, seen.value)) return;
      if (poll.failed && holds(poll.failed, seen.value))
        throw new TaskFailure(
          `the server has failed to do it: ${poll.failed.at} of \`${seen.asked}\` is ${JSON.stringify(at(seen.value, poll.failed.at))}`
        );
    } else if (seen.status !== 404) throw refused(seen, false);
    if (api.http.now() + interval > until)
      throw new TaskFailure(`the server was not done after ${httpPatienceMs / 6e4} minutes: \`${seen.asked}\``);
    await api.http.pause(interval);
  }
}
function pollUrl(looking, answer, id) {
  const { poll } = looking.fields;
  if (!poll) return void 0;
  if (poll.url === "item") return id === void 0 ? void 0 : looking.itemUrl(id);
  const value = poll.url.startsWith("/") ? at(answer.value, poll.url) : answer.headers[poll.url.toLowerCase()];
  if (typeof value !== "string" || value === "") return void 0;
  const url = URL.parse(value, answer.url);
  if (!url || url.origin !== new URL(answer.url).origin)
    throw new TaskFailure("the address at which its work is to be watched is none of the same server");
  return url.href;
}
function holds({ at: place, in: values }, value) {
  const found = at(value, place);
  return values.some((one) => one === found);
}
async function afterWrite(look) {
  try {
    return await look;
  } catch (error) {
    if (!(error instanceof TaskFailure) || !error.untouched) throw error;
    const { message, hint, cause } = error;
    throw new TaskFailure(message, { ...hint === void 0 ? {} : { hint }, cause });
  }
}
var NotThere = class extends TaskFailure {
  /** @param settle how long that is, as in a spec */
  constructor(settle) {
    super(`the server took it, and it was not there after ${settle}`, {
      hint: "Set `settle` where reads lag behind writes for longer."
    });
    this.name = "NotThere";
  }
};
async function settled(looking, id, answer, wanted) {
  const { fields, unseen, api } = looking;
  const differing2 = (thing) => writtenOtherwise(looking, thing, wanted);
  const given = answer && thingIn(fields, answer);
  if (given !== void 0 && answer && fields.poll === void 0) {
    const shaped = inOurShape(fields, given);
    if (holdsAll(wanted, shaped, unseen) && differing2(given).length === 0) return { id, thing: given, answer };
  }
  const until = api.http.now() + milliseconds(fields.settle, httpSettleMs);
  for (let pause = httpReadAgainMs; ; pause = Math.min(pause * 2, httpReadAgainMs * 10)) {
    const found = await looking.read(id);
    const fieldsLeft = found && differing2(found.thing);
    if (found && fieldsLeft?.length === 0) return found;
    if (api.http.now() + pause > until)
      throw notAsWritten(
        fieldsLeft?.map(({ path }) => path),
        looking
      );
    await api.http.pause(pause);
  }
}
function writtenOtherwise({ fields, unseen }, thing, wanted) {
  return bodyDifferences(wanted, inOurShape(fields, thing), comparison(fields, unseen, true));
}
function notAsWritten(places, { fields }) {
  const settle = fields.settle ?? `${httpSettleMs / 1e3}s`;
  if (!places) return new NotThere(settle);
  const named = places.map((place) => `/body${place}`).join(", ");
  return new TaskFailure(`the server took it, and keeps something else at ${named}`, {
    hint: "Declare what it makes of the value; or say what does not count there, with `normalize`, `lists`, `aliases` or `writeOnly`."
  });
}
function writtenBody({ fields }, update) {
  return update ? without(fields.body, fields.createOnly ?? []) : fields.body;
}

// src/processors/http-resource/changing.ts
var mostWrites = 3;
async function changeResource(looking, id, before) {
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
      if (left.length === 0 && (isUnclear(outcome) || !sendsBlindly(looking.fields, looking.unseen)))
        return { found, given: [], warnings };
      refuseOtherChange(looking, first, found, outcome, left);
      continue;
    }
    const given = looking.outputs({ thing: thingIn(looking.fields, outcome) ?? null });
    if (given.length > 0) looking.api.io.made(void 0, given);
    await afterWrite(pollUntilDone(looking, outcome, id));
    return { found: await afterWrite(settled(looking, id, outcome, writtenBody(looking, true))), given, warnings };
  }
}
async function there(looking, id) {
  const found = await looking.read(id);
  if (found) return found;
  throw new TaskFailure("it is not there any more", { untouched: true, hint: "Run again to make it." });
}
function write(looking, id, found) {
  const { fields, api, unseen } = looking;
  const { update, revision } = fields;
  const method = update?.method ?? "PATCH";
  const url = looking.itemUrl(id, update?.path);
  const mark = revision && revisionMark(fields, found);
  let body = bodyOfUpdate(fields, found, unseen);
  if (revision?.to.startsWith("/") && mark !== void 0) body = withAt(body, revision.to, mark);
  const headers = revision && !revision.to.startsWith("/") && mark !== void 0 ? { [revision.to.toLowerCase()]: String(mark) } : {};
  return api.ask({ method, url, item: true, body: wrapped(fields, body), headers });
}
function revisionMark({ revision }, { thing, answer }) {
  const from = revision?.from ?? "";
  const mark = from.startsWith("/") ? at(thing, from) : answer?.headers[from.toLowerCase()];
  return mark === null ? void 0 : mark;
}
function isOutdated(outcome, { revision }) {
  return revision !== void 0 && "status" in outcome && (outcome.status === 412 || outcome.status === 409);
}
function differing(looking, thing) {
  return writtenOtherwise(looking, thing, writtenBody(looking, true));
}
function refuseOtherChange(looking, before, now, outcome, left) {
  if (!looking.fields.revision) return;
  const { body: then } = looking.facts(before);
  const { body } = looking.facts(now);
  const other = bodyDifferences(then, body, comparison(looking.fields, looking.unseen)).filter(
    ({ path }) => left.some((field) => overlaps(field.path, path))
  );
  if (other.length === 0) return;
  const places = other.map(({ path }) => `/body${path}`).join(", ");
  const answered = outcome instanceof HttpFailure ? outcome.message : `\`${outcome.asked}\` answered ${outcome.status}`;
  throw new TaskFailure(`somebody else has changed ${places} meanwhile (${answered})`, {
    untouched: true,
    hint: "Run again to see what it would do now."
  });
}
function overlaps(left, right) {
  return `${left}/`.startsWith(`${right}/`) || `${right}/`.startsWith(`${left}/`);
}
function leftAlone(before, after) {
  const places = leftOut(before.body, after.body);
  if (places.length === 0) return [];
  const named = places.map((place) => `/body${place}`).join(", ");
  return [
    `warning: ${named} left the body and ${places.length === 1 ? "is" : "are"} left as it is; null clears a field`
  ];
}

// src/processors/http-resource/idempotency.ts
import { createHash, randomUUID } from "node:crypto";
function creationKey({ lineage, task }, { method, url, body }, turn) {
  if (lineage === void 0) return randomUUID();
  const digest = createHash("sha256").update(JSON.stringify([lineage, task, method, url, body ?? null, turn]));
  const hex = digest.digest("hex");
  const variant = "89ab"[Number.parseInt(hex[16] ?? "0", 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
function isReplayed({ headers }) {
  return ["idempotent-replayed", "idempotency-replayed", "x-idempotent-replayed"].some(
    (name) => headers[name]?.trim().toLowerCase() === "true"
  );
}

// src/processors/http-resource/paging.ts
function firstPage(page) {
  if (page === void 0 || page === "link") return {};
  const { number, offset, size } = page;
  return {
    ...size ? { [size[0]]: size[1] } : {},
    ...number === void 0 ? {} : { [number]: 1 },
    ...offset === void 0 ? {} : { [offset]: 0 }
  };
}
function nextPage(page, read) {
  if (page === void 0 || page === "link") return nextLink(read);
  const query = nextQuery(page, read);
  if (query === void 0) return void 0;
  const url = new URL(read.url);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url.href === read.url ? { why: "a page of it leads to itself" } : url.href;
}
function nextQuery(page, read) {
  const { number, offset, cursor, size, next, more, total } = page;
  if (more !== void 0 && !isTrue(at(read.value, more))) return void 0;
  if (total !== void 0 && read.pages >= Number(at(read.value, total))) return void 0;
  if (cursor !== void 0) {
    const mark = next === void 0 ? void 0 : at(read.value, next);
    return mark === void 0 || mark === null || mark === "" ? void 0 : { [cursor]: String(mark) };
  }
  if (read.count === 0) return void 0;
  const told = more !== void 0 || total !== void 0;
  if (!told && (size === void 0 || read.count < size[1])) return void 0;
  if (number !== void 0) return { [number]: read.pages + 1 };
  return offset === void 0 ? void 0 : { [offset]: read.entries };
}
function isTrue(value) {
  return value !== void 0 && value !== null && value !== false && value !== "" && value !== 0 && value !== "false";
}
function nextLink({ headers, url }) {
  const link = nextOf(headers.link ?? "");
  if (link === void 0) return void 0;
  const next = URL.parse(link, url);
  if (!next) return { why: "its link to the next page can't be read" };
  if (next.origin !== new URL(url).origin)
    return { why: `its link to the next page leads to another server (${next.origin})` };
  return next.href === url ? { why: "a page of it leads to itself" } : next.href;
}
function nextOf(header) {
  for (const part of header.split("<").slice(1)) {
    const [address = "", parameters = ""] = part.split(">", 2);
    const relations = parameters.split(";").flatMap((parameter) => {
      const [name = "", value = ""] = parameter.split("=", 2);
      return name.trim().toLowerCase() === "rel" ? value.replaceAll(/["',]/g, " ").split(" ") : [];
    });
    if (relations.some((relation) => relation.trim().toLowerCase() === "next")) return address.trim();
  }
  return void 0;
}

// src/processors/http-resource/resource-list.ts
function listOf(api, find, fresh = false) {
  return api.http.shared(listKey(api, find), (http) => readList(api, find, http), fresh);
}
function firstUrl({ fields }, find) {
  return addressOf(fields, find.path ?? fields.path, { ...find.query, ...firstPage(find.page) });
}
function listKey(api, find) {
  const { id, items, page } = { id: api.fields.id, items: find.items, page: find.page };
  return ["list", firstUrl(api, find), JSON.stringify([id, items, page]), api.credential].join(" ");
}
async function readList(api, find, http) {
  const readAt = http.now();
  const entries = [];
  let url = firstUrl(api, find);
  for (let pages = 1; url !== void 0; pages++) {
    const answer = await api.ask({ method: "GET", url }, http);
    if (!isDone(answer, void 0)) throw unreadable(refusalWords(answer), refusalHint(answer));
    const text = notJson(answer);
    if (text) throw text;
    const page = entriesOf(api.fields, find, answer.value ?? null);
    if (page === void 0) {
      const where = find.items === void 0 ? "the answer" : `${find.items} of the answer`;
      throw unreadable(
        `\`${answer.asked}\` gave no list: ${where} is neither a list nor a mapping`,
        "Point `find.items` at the list."
      );
    }
    entries.push(...page);
    if (entries.length > listedEntries || pages > listedPages)
      throw unreadable(
        `\`${answer.asked}\` has more than ${grouped(listedEntries)} entries`,
        "Narrow it with `find.query`."
      );
    const read = {
      url,
      headers: answer.headers,
      value: answer.value ?? null,
      count: page.length,
      pages,
      entries: entries.length
    };
    const next = nextPage(find.page, read);
    if (typeof next === "object")
      throw unreadable(`\`${answer.asked}\` can't be read to its end: ${next.why}`, void 0);
    url = next;
  }
  return { entries, readAt };
}
function unreadable(message, hint) {
  return new TaskFailure(message, { untouched: true, ...hint === void 0 ? {} : { hint } });
}
function entriesOf(fields, { items }, value) {
  const list = at(value, items ?? "");
  if (list === null || list === void 0) return value === null || items !== void 0 ? [] : void 0;
  if (Array.isArray(list))
    return list.map((thing) => ({ id: idOfThing(fields, thing), thing, read: true }));
  if (!isObject(list)) return void 0;
  return Object.entries(list).map(([key, thing]) => ({ id: idOfThing(fields, thing) ?? key, thing, read: true }));
}
function matching(fields, find, entries, like = false) {
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
async function noteWritten(api, id, thing) {
  const { find, body } = api.fields;
  if (!find) return;
  const list = await api.http.shared(listKey(api, find), (http) => readList(api, find, http)).catch(() => void 0);
  if (!list) return;
  const index = list.entries.findIndex((entry) => entry.id === id);
  const before = index === -1 ? {} : list.entries[index]?.thing;
  const there2 = { ...isObject(before) ? before : {}, ...body, ...isObject(thing) ? thing : {} };
  if (index === -1) list.entries.push({ id, thing: there2, read: false });
  else list.entries[index] = { id, thing: there2, read: false };
}
async function noteDeleted(api, id) {
  const { find } = api.fields;
  if (!find) return;
  const list = await api.http.shared(listKey(api, find), (http) => readList(api, find, http)).catch(() => void 0);
  const index = list?.entries.findIndex((entry) => entry.id === id) ?? -1;
  if (index !== -1) list?.entries.splice(index, 1);
}

// src/processors/http-resource/creating.ts
var mostPosts = 3;
var mostKeys = 8;
var Creating = class {
  #looking;
  #fields;
  #question;
  /** Keys that stand for what was made, or refused, long ago. */
  #usedKeys = 0;
  constructor(looking) {
    const { fields } = looking;
    const template = fields.create?.path;
    this.#looking = looking;
    this.#fields = fields;
    this.#question = {
      method: fields.create?.method ?? "POST",
      url: template === void 0 ? addressOf(fields, fields.path) : looking.itemUrl(looking.knownId() ?? "", template),
      body: wrapped(fields, bodyOfCreate(fields))
    };
  }
  /**
   * What the key stood for is gone: it was made once, and has been deleted since.
   * @returns is there another key?
   */
  takeNextKey() {
    return this.#fields.idempotencyKey !== void 0 && ++this.#usedKeys < mostKeys;
  }
  /** @throws TaskFailure */
  async make() {
    const before = await this.#idsBefore();
    for (let posts = 1; ; posts++) {
      const outcome = await tried(this.#looking.api.ask(this.#withKey()));
      const answer = outcome instanceof HttpFailure ? void 0 : outcome;
      if (answer && isDone(answer, this.#fields.create?.status)) {
        const id = idOfAnswer(this.#fields, answer) ?? (await afterWrite(this.#madeSince(before)))?.id;
        if (id !== void 0) return { id, answer };
        throw withoutId(answer, this.#fields);
      }
      if (!isUnclear(outcome)) {
        if (answer && isReplayed(answer) && this.takeNextKey()) continue;
        throw answer ? refused(answer, true) : outcome;
      }
      const made = await afterWrite(this.#madeSince(before));
      if (made && writtenOtherwise(this.#looking, made.thing, writtenBody(this.#looking, false)).length > 0)
        throw perhapsOthers(outcome, made.id);
      if (made) return { id: made.id, answer: void 0 };
      if (posts >= mostPosts || !this.#canBeFound) throw answer ? refused(answer, false) : outcome;
    }
  }
  #withKey() {
    const { idempotencyKey } = this.#fields;
    if (idempotencyKey === void 0)
      return this.#canBeFound ? { ...this.#question, repeatable: false } : this.#question;
    const key = creationKey(this.#looking.api.io, this.#question, this.#usedKeys);
    return { ...this.#question, headers: { [idempotencyKey.toLowerCase()]: key }, repeatable: true };
  }
  get #canBeFound() {
    return Boolean(this.#fields.find) || ownIdPointer(this.#fields) !== void 0;
  }
  async #idsBefore() {
    const { find } = this.#fields;
    return new Set(find ? (await listOf(this.#looking.api, find)).entries.map(({ id }) => id) : []);
  }
  /** What has come into being since. It may take a moment to be seen. */
  async #madeSince(before) {
    const { find } = this.#fields;
    if (!this.#canBeFound) return void 0;
    const { api } = this.#looking;
    const own = ownIdPointer(this.#fields) === void 0 ? void 0 : this.#looking.knownId();
    for (let looks = 1; looks <= 3; looks++) {
      if (own !== void 0) {
        const there2 = await this.#looking.read(own);
        if (there2) return there2;
      } else if (find) {
        const { entries } = await listOf(api, find, true);
        const fresh = entries.filter(({ id }) => id !== void 0 && !before.has(id));
        const exact = matching(this.#fields, find, fresh);
        const [found, more] = exact.length > 0 ? exact : matching(this.#fields, find, fresh, true);
        const there2 = found?.id !== void 0 && more === void 0 ? await this.#looking.whole(found) : void 0;
        if (there2) return there2;
      }
      await api.http.pause(httpReadAgainMs * looks);
    }
    return void 0;
  }
};
function perhapsOthers(outcome, id) {
  const words = outcome instanceof HttpFailure ? outcome.message : refusalWords(outcome);
  return new TaskFailure(
    `${words}; what is there now (id ${id}) is not as it was sent, and whether this run has made it can't be told`,
    {
      untouched: true,
      hint: "Look at it: remove it, or take it over with `lifecycle: {adopt: true}`."
    }
  );
}
function withoutId(answer, { id = "/id" }) {
  const where = typeof id === "string" ? `${id} of the answer` : "header" in id ? `the header ${id.header}` : "the body";
  return new TaskFailure(`\`${answer.asked}\` answered ${answer.status}, and its id is not in ${where}`, {
    hint: "Point `id` at where the API gives it: a pointer, or {header: Location}."
  });
}

// src/processors/http-resource/looking.ts
var Looking = class {
  api;
  fields;
  /** Places in the body that are not compared. */
  unseen;
  constructor(api) {
    this.api = api;
    this.fields = api.fields;
    this.unseen = unseenPlaces(api.fields, (text) => api.io.containsSecret(text));
  }
  /** The id that is known without asking. @throws TaskFailure where state could not keep it, since it holds a secret */
  knownId(fields = this.fields) {
    const { recorded, adoptId } = this.api.io;
    const own = ownIdPointer(fields);
    const ours = own === void 0 ? void 0 : idText(at(fields.body, own));
    const kept = readFacts(recorded?.observed)?.id;
    if (kept === void 0 || !wasMasked(kept)) return kept ?? adoptId ?? ours;
    if (ours !== void 0) return ours;
    throw new TaskFailure(`its id (${kept}) holds a secret, so state has only a part of it`, {
      untouched: true,
      hint: "Point `id` at something else that names it. If only by chance a secret is part of it, choose another secret. Then run `forget` with this task as `target`, and set `lifecycle: {adopt: true}`."
    });
  }
  itemUrl(id, template) {
    const path = itemPath(this.fields, id, template);
    if (typeof path === "string") return addressOf(this.fields, path);
    throw new TaskFailure(path.why, { untouched: true });
  }
  async observe() {
    const id = this.knownId();
    if (id === void 0 && !this.#canTell) return { state: "unobservable", why: "nothing tells which one it is" };
    const found = id === void 0 ? await this.find() : await this.lookAt(id);
    if (found) return this.present(found);
    if (id !== void 0 && ownIdPointer(this.fields) === void 0) await this.#refuseOther(id);
    return { state: "absent" };
  }
  /**
   * Does it do to look for one without a known id? Where nothing finds it, a creation whose end is not known may have made it;
   * one with a key may be sent again all the same.
   */
  get #canTell() {
    return Boolean(this.fields.find) || this.fields.idempotencyKey !== void 0;
  }
  /** What is known of a resource that was found. */
  present(found) {
    const outputs = this.outputs(found);
    return {
      state: "present",
      facts: storedFacts(this.facts(found)),
      ...outputs.length > 0 ? { outputs } : {}
    };
  }
  facts({ id, thing }) {
    return factsOf(this.fields, id, thing, this.unseen);
  }
  outputs({ thing }) {
    const { outputs = {}, sensitiveOutputs = [], auth } = this.fields;
    return Object.entries(outputs).flatMap(([name, place]) => {
      const value = at(thing, place);
      if (value === void 0) return [];
      const sensitive = sensitiveOutputs.includes(name) || auth?.itemBearer === name;
      return [{ name, value, ...sensitive ? { sensitive } : {} }];
    });
  }
  /** Looks at what has this id, in the list where that tells all. */
  async lookAt(id) {
    const { find } = this.fields;
    const list = find ? await listOf(this.api, find).catch(asUndefined) : void 0;
    const entry = list?.entries.find((one) => one.id === id);
    if (entry && this.#tellsAll(entry, id)) return { id, thing: entry.thing, answer: void 0 };
    return this.read(id);
  }
  /** Reads what has this id. @returns undefined: it is surely not there @throws TaskFailure when that can't be told */
  async read(id) {
    const { read } = this.fields;
    const url = this.itemUrl(id, read?.path);
    const answer = await this.api.ask({
      method: read?.method ?? "GET",
      url,
      item: true,
      repeatable: true,
      body: read?.body
    });
    if (await this.isGone(answer)) return void 0;
    if (!isDone(answer, read?.status)) throw unseenFailure(answer);
    const unreadable2 = notJson(answer);
    if (unreadable2) throw unreadable2;
    const thing = thingIn(this.fields, answer);
    if (thing === void 0 || isMarkedAbsent(this.fields, thing)) return void 0;
    return { id, thing, answer };
  }
  /**
   * Does an answer about the thing mean that it is not there? A 404 counts only where its collection can be read: else it may
   * as well mean that we may not see it.
   * @throws TaskFailure when that can't be told
   */
  async isGone(answer) {
    const { status } = absence(this.fields);
    if (status.includes(answer.status) || answer.status === 410) return true;
    if (answer.status !== 404) return false;
    const proof = await this.#collectionAnswer();
    if (proof === void 0) return true;
    throw new TaskFailure(
      `${refusalWords(answer)}; whether it is gone or may not be seen can't be told, as its collection can't be read: ${proof}`,
      {
        untouched: true,
        hint: "Check what the credentials in `auth` may read. If the thing that it is below is gone, make that first, and run again. If this API has no collection to look at, write `absent: [404]`."
      }
    );
  }
  /** Finds the resource by its values. @throws TaskFailure for several */
  async find(fresh = false) {
    const { find } = this.fields;
    if (!find) return void 0;
    const { entries } = await listOf(this.api, find, fresh);
    const found = matching(this.fields, find, entries);
    if (found.length > 1) throw severalFailure(this.fields, found);
    const [entry] = found;
    return entry && this.whole(entry);
  }
  /** What an entry of the list stands for, in full. */
  async whole({ id, ...entry }) {
    if (id === void 0)
      throw new TaskFailure("what was found has no id", { untouched: true, hint: "Point `id` at it." });
    return this.#tellsAll({ id, ...entry }, id) ? { id, thing: entry.thing, answer: void 0 } : this.read(id);
  }
  /** Does an entry of the list tell what reading it would? Where it differs, it may only be shown in another way there. */
  #tellsAll({ thing, read }, id) {
    const { body, outputs = {} } = this.fields;
    const { recorded } = this.api.io;
    if (!read || isMarkedAbsent(this.fields, thing) || !holdsAll(body, inOurShape(this.fields, thing), this.unseen))
      return false;
    if (!recorded && Object.values(outputs).some((place) => at(thing, place) === void 0)) return false;
    const facts = storedFacts(factsOf(this.fields, id, thing, this.unseen));
    return factDifferences(facts, this.fields, recorded?.observed).length === 0;
  }
  /** Somebody else's thing with the values of ours is not ours, when ours is gone. */
  async #refuseOther(id) {
    const other = await this.find();
    if (!other) return;
    throw new TaskFailure(
      `what was recorded (id ${id}) is gone, and another one that \`find\` matches is there (id ${other.id}), which opus did not make`,
      {
        untouched: true,
        hint: "To take it over, run `forget` with this task as `target`, and set `lifecycle: {adopt: true}`; else remove it."
      }
    );
  }
  /** Why the collection can't be read, as half a sentence; undefined: it can. Asked once a run. */
  async #collectionAnswer() {
    const { fields, api } = this;
    if (fields.find) {
      try {
        await listOf(api, fields.find);
        return void 0;
      } catch (error) {
        if (error instanceof TaskFailure) return error.message;
        throw error;
      }
    }
    const url = addressOf(fields, fields.path);
    const load = async (http) => {
      const answer = await api.ask({ method: "GET", url }, http);
      return isDone(answer, void 0) ? notJson(answer)?.message : refusalWords(answer);
    };
    try {
      return await api.http.shared(`collection ${url} ${api.credential}`, load);
    } catch (error) {
      if (error instanceof TaskFailure) return error.message;
      throw error;
    }
  }
};
function asUndefined(error) {
  if (error instanceof TaskFailure) return void 0;
  throw error;
}
function unseenFailure(answer) {
  const hint = refusalHint(answer);
  return new TaskFailure(refusalWords(answer), { untouched: true, ...hint === void 0 ? {} : { hint } });
}
function severalFailure({ find }, found) {
  const ids = found.slice(0, 5).map(({ id }) => id ?? "?");
  const by = find ? (find.match ?? []).join(", ") : "";
  return new TaskFailure(`${found.length} things have its ${by}: ${ids.join(", ")}${found.length > 5 ? ", \u2026" : ""}`, {
    untouched: true,
    hint: "Match more fields in `find.match`, or name the one that is meant: `lifecycle: {adopt: {id: \u2026}}`."
  });
}

// src/processors/http-resource/resource-work.ts
var ResourceWork = class {
  #fields;
  #io;
  #api;
  #looking;
  constructor(fields, io) {
    this.#fields = fields;
    this.#io = io;
    this.#api = new Api(fields, io);
    this.#looking = new Looking(this.#api);
  }
  async observe() {
    try {
      return await this.#looking.observe();
    } catch (error) {
      if (!(error instanceof TaskFailure)) throw error;
      const { message, hint } = error;
      return { state: "failed", error: { message, ...hint === void 0 ? {} : { hint } } };
    }
  }
  async create() {
    const made = this.#io.recorded && this.#looking.knownId();
    if (made !== void 0 && await this.#looking.read(made)) return this.update(this.#fields);
    await this.#refuseOther();
    const creating = new Creating(this.#looking);
    for (; ; ) {
      const created = await creating.make();
      try {
        return await this.#made(created);
      } catch (error) {
        if (!(error instanceof NotThere) || !created.answer || !creating.takeNextKey()) throw error;
        const { asked } = created.answer;
        const told = `warning: \`${asked}\` gave the id ${created.id}, which is not there: the server still knows the key of an earlier creation; asking with another one
`;
        this.#io.output("stderr", told);
      }
    }
  }
  async #made({ id, answer }) {
    const given = answer ? this.#looking.outputs({ thing: thingIn(this.#fields, answer) ?? null }) : [];
    this.#io.made(storedFacts({ id, body: {}, unseen: this.#looking.unseen }), given);
    if (answer) await pollUntilDone(this.#looking, answer, id);
    const taken = this.#fields.idempotencyKey === void 0 ? answer : void 0;
    const found = await settled(this.#looking, id, taken, writtenBody(this.#looking, false));
    await noteWritten(this.#api, id, found.thing);
    return this.#outcome(found, given);
  }
  /** @param before what was recorded, or what is wanted where a resource is taken over */
  async update(before) {
    const id = this.#looking.knownId(before) ?? (await this.#looking.find())?.id;
    if (id === void 0 && !this.#fields.find) throw whichOne(true);
    if (id === void 0)
      throw new TaskFailure("it is not there any more", { untouched: true, hint: "Run again to make it." });
    const { found, given, warnings } = await changeResource(this.#looking, id, before);
    await noteWritten(this.#api, id, found.thing);
    return { ...this.#outcome(found, given), ...warnings.length > 0 ? { warnings } : {} };
  }
  /** Succeeds when it is gone already. */
  async remove() {
    const { delete: rule } = this.#fields;
    if (rule === false) {
      this.#io.output("stderr", "warning: `delete: false`: it stays where it is; opus only forgets it\n");
      return;
    }
    const id = this.#looking.knownId() ?? (await this.#looking.find(true))?.id;
    if (id === void 0) {
      if (this.#fields.find) return;
      throw whichOne(false);
    }
    if (!this.#io.recorded && !await this.#isAsSent(id)) return;
    const url = this.#looking.itemUrl(id, rule?.path);
    const headers = await this.#condition(id);
    if (headers === void 0) return;
    const body = rule?.body && wrapped(this.#fields, withId(rule.body, id));
    const answer = await this.#api.ask({ method: rule?.method ?? "DELETE", url, item: true, body, headers });
    if (!isDone(answer, rule?.status) && !await this.#isGone(answer, id)) throw refused(answer, !isUnclear(answer));
    if (isDone(answer, rule?.status)) await pollUntilDone(this.#looking, answer, void 0);
    await noteDeleted(this.#api, id);
  }
  /** A deletion that was sent again, as its answer was lost, finds nothing that could be as it was. */
  async #isGone(answer, id) {
    if (await this.#looking.isGone(answer)) return true;
    return isOutdated(answer, this.#fields) && !await this.#looking.read(id);
  }
  /** Nobody knows what a creation without an answer has made: what is not as it was sent is somebody else's. */
  async #isAsSent(id) {
    const found = await this.#looking.read(id);
    if (!found) return false;
    const left = writtenOtherwise(this.#looking, found.thing, writtenBody(this.#looking, false)).length > 0;
    if (left)
      this.#io.output("stderr", `warning: what is there now (id ${id}) is not as it was sent, so it is left alone
`);
    return !left;
  }
  /** What keeps a deletion from taking a change that nobody has seen; undefined: there is nothing to delete. */
  async #condition(id) {
    const { revision } = this.#fields;
    if (!revision || revision.to.startsWith("/")) return {};
    const found = await this.#looking.read(id);
    if (!found) return void 0;
    const value = revisionOf(this.#fields, found);
    return value === void 0 ? {} : { [revision.to.toLowerCase()]: value };
  }
  /** Never takes over what has appeared since somebody looked. */
  async #refuseOther() {
    const { find, create } = this.#fields;
    const own = ownIdPointer(this.#fields);
    const id = this.#looking.knownId();
    const other = own !== void 0 && id !== void 0 ? (
      // A POST is refused by the server itself; a PUT would go over what is there.
      create?.method === "PUT" && await this.#looking.read(id)
    ) : find && await this.#looking.find(await this.#isOld(find));
    if (!other) return;
    throw new TaskFailure(`it is there (id ${other.id}): it appeared after opus had looked`, {
      untouched: true,
      hint: "Run again to see what it would do now: opus takes over what it did not make only with `lifecycle: {adopt: true}`."
    });
  }
  async #isOld(find) {
    const { readAt } = await listOf(this.#api, find);
    return this.#api.http.now() - readAt > httpListAgeMs;
  }
  /** @param given outputs that only the answer to a write had */
  #outcome(found, given) {
    const now = this.#looking.outputs(found);
    const told = new Set(now.map(({ name }) => name));
    const facts = storedFacts(this.#looking.facts(found));
    return { outputs: [...given.filter(({ name }) => !told.has(name)), ...now], observed: facts };
  }
};
function revisionOf({ revision }, { thing, answer }) {
  if (!revision) return void 0;
  const { from } = revision;
  const value = from.startsWith("/") ? at(thing, from) : answer?.headers[from.toLowerCase()];
  return value === void 0 || value === null ? void 0 : String(value);
}
function whichOne(untouched) {
  return new TaskFailure("whether it was made is not known, and nothing tells which one it is", {
    untouched,
    hint: "Look for it, and remove it by hand if it is there; then run `forget` with this task as `target`. Or keep it: `forget`, and `lifecycle: {adopt: {id: \u2026}}`."
  });
}
export {
  ResourceWork,
  revisionOf
};
