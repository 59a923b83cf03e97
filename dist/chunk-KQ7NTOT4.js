import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  oneLine
} from "./chunk-JSSPZBFU.js";
import {
  absence,
  at,
  ownIdPointer
} from "./chunk-JO7QTVSF.js";
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";
import {
  shownAddress
} from "./chunk-T3NMYTTS.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";
import {
  isObject
} from "./chunk-RRD47Q5D.js";
import {
  withoutEnd
} from "./chunk-I2UBFDYA.js";
import {
  httpTokenEndMs
} from "./chunk-IE326VUJ.js";

// src/processors/http-resource/addresses.ts
function addressOf({ baseUrl, query: always = {} }, path, query = {}) {
  const url = new URL(withoutEnd(baseUrl, "/") + path);
  for (const [name, value] of Object.entries({ ...always, ...query })) url.searchParams.set(name, String(value));
  return url.href;
}
function itemPath(fields, id, template = fields.item ?? "{path}/{id}") {
  let why;
  const path = template.replace(/\{([^{}]*)\}/g, (_, name) => {
    if (name === "path") return fields.path;
    const value = name === "id" ? id : at(fields.body, name);
    const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
    if (text === "" || text === "." || text === "..")
      why = name === "id" ? `"${text}" can't be an id: it has a meaning of its own in a path` : `${name} of the body is no part of a path`;
    return encodeURIComponent(text);
  });
  return why === void 0 ? path : { why };
}
function lastPart(address) {
  const path = withoutEnd(URL.parse(address, "http://host/")?.pathname ?? "", "/");
  const last = path.slice(path.lastIndexOf("/") + 1);
  try {
    return last === "" ? void 0 : decodeURIComponent(last);
  } catch {
    return last;
  }
}

// src/processors/http-resource/error-words.ts
var longestWords = 300;
var mostErrors = 5;
var deepest = 3;
var telling = [
  "title",
  "message",
  "msg",
  "detail",
  "error_description",
  "error",
  "errorMessage",
  "reason",
  "code"
];
var listing = ["errors", "error", "detail", "details"];
function errorWords(value) {
  const words = [...new Set(wordsOf(value ?? null, deepest))].join("; ");
  return words === "" ? void 0 : shortened(oneLine(words), longestWords);
}
function wordsOf(value, depth) {
  if (depth === 0) return [];
  if (Array.isArray(value)) return listWords(value, depth);
  if (!isObject(value)) return [];
  const own = telling.flatMap((name) => {
    const member = Object.hasOwn(value, name) ? value[name] : void 0;
    if (typeof member === "string") return isPage(member) ? [] : [member.trim()];
    return isObject(member) ? [...wordsOf(member, depth - 1)] : [];
  });
  const lists = listing.flatMap((name) => {
    const member = Object.hasOwn(value, name) ? value[name] : void 0;
    if (Array.isArray(member)) return listWords(member, depth - 1);
    return name === "errors" && isObject(member) ? byField(member) : [];
  });
  return [...own.filter((words) => words !== "").slice(0, 2), ...lists];
}
function listWords(list, depth) {
  return list.slice(0, mostErrors).flatMap((one) => {
    if (typeof one === "string") return isPage(one) ? [] : [one];
    const words = wordsOf(one, depth).join(" ");
    if (words === "") return [];
    const place = placeOf(one);
    return [place === void 0 ? words : `${place}: ${words}`];
  });
}
function byField(errors) {
  return Object.entries(errors).slice(0, mostErrors).flatMap(([field, said]) => {
    const all = Array.isArray(said) ? said : [said];
    const words = all.filter((one) => typeof one === "string" && !isPage(one)).slice(0, 2);
    return words.length > 0 ? [`${field}: ${words.join(", ")}`] : [];
  });
}
function placeOf(one) {
  if (!isObject(one)) return void 0;
  const { field, source, loc } = one;
  if (typeof field === "string") return field;
  if (isObject(source) && typeof source.pointer === "string") return source.pointer;
  if (!Array.isArray(loc)) return void 0;
  return loc.filter((part) => typeof part === "string" || typeof part === "number").join(".");
}
function isPage(text) {
  return /<!doctype|<\/[a-z]+\s*>|<(?:html|head|body|p|br|h[1-6]|div|span)\b/i.test(text);
}

// src/processors/http-resource/answers.ts
function readAnswer(method, { status, headers, text, url }) {
  return { status, headers, value: jsonOrText(text), asked: `${method} ${shownAddress(url)}`, url };
}
function jsonOrText(text) {
  const trimmed = text.trim();
  if (trimmed === "") return void 0;
  try {
    return JSON.parse(trimmed);
  } catch {
    return trimmed;
  }
}
function notJson({ asked, status, value }) {
  if (typeof value !== "string") return void 0;
  const what = value.startsWith("<") ? "a web page" : "text that is not JSON";
  return new TaskFailure(`\`${asked}\` answered ${status} with ${what}`, {
    untouched: true,
    hint: "Look at the address: it may want a sign-in, be out of order, or be that of something else than the API."
  });
}
function isDone({ status }, statuses) {
  return statuses ? statuses.includes(status) : status >= 200 && status < 300;
}
function thingIn({ response }, { value }) {
  const thing = value !== void 0 && response ? at(value, response.at) : value;
  return thing === null ? void 0 : thing;
}
function isMarkedAbsent(fields, thing) {
  const { at: place, in: values = [] } = absence(fields);
  const value = place === void 0 ? void 0 : at(thing, place);
  return value !== void 0 && values.some((one) => one === value);
}
function idText(value) {
  if (typeof value === "string") return value === "" ? void 0 : value;
  if (typeof value !== "number") return void 0;
  if (Number.isSafeInteger(value)) return String(value);
  throw new TaskFailure(`the server gave the number ${value} as id, which is beyond 2^53 and may be rounded`, {
    hint: "Point `id` at a text, or use `{header: Location}`."
  });
}
function isBareId(thing) {
  return typeof thing === "string" && /^[^\s<>"{}]{1,200}$/.test(thing);
}
function idOfThing(fields, thing) {
  const own = ownIdPointer(fields);
  if (own !== void 0) return idText(at(thing, fields.aliases?.[own] ?? own));
  return idText(at(thing, typeof fields.id === "string" ? fields.id : "/id"));
}
function idOfAnswer(fields, answer) {
  const { id } = fields;
  const own = ownIdPointer(fields);
  if (own !== void 0) return idText(at(fields.body, own));
  if (typeof id === "object" && "header" in id) {
    const value = answer.headers[id.header.toLowerCase()];
    return value === void 0 ? void 0 : lastPart(value);
  }
  const thing = thingIn(fields, answer);
  if (id === void 0 && (typeof thing === "number" || isBareId(thing))) return idText(thing);
  return idOfThing(fields, thing) ?? (typeof id === "string" ? idText(at(answer.value, id)) : void 0);
}
function refusalWords({ asked, status, value }) {
  const words = errorWords(value);
  return `\`${asked}\` answered ${status}${words === void 0 ? "" : `: ${words}`}`;
}
function refusalHint({ status }) {
  switch (status) {
    case 401:
      return "Its credentials are not, or no longer, taken: look at `auth`.";
    case 403:
      return "Its credentials may not do this: look at what they are good for.";
    case 409:
      return "Something else stands in its way there: look at it.";
    case 429:
      return "The server wants to be asked later. `limits` makes a run slower.";
    default:
      return status >= 500 ? "The server has a problem of its own: run again later." : void 0;
  }
}
function refused(answer, untouched) {
  const hint = refusalHint(answer);
  return new TaskFailure(refusalWords(answer), { untouched, ...hint === void 0 ? {} : { hint } });
}

// src/processors/http-resource/credentials.ts
async function credentialHeaders(auth, http, fresh) {
  if (auth.bearer !== void 0) return { authorization: `Bearer ${auth.bearer}` };
  if (auth.basic) return { authorization: basic(auth.basic.username, auth.basic.password, http) };
  if (auth.header) return { [auth.header.name.toLowerCase()]: auth.header.value };
  return auth.oauth2 ? { authorization: `Bearer ${await currentToken(auth.oauth2, http, fresh)}` } : {};
}
async function currentToken(oauth, http, fresh) {
  const key = `token ${JSON.stringify(oauth)}`;
  const load = (loading) => getToken(oauth, loading);
  const token = await http.shared(key, load, fresh);
  if (token.endsAt === void 0 || token.endsAt > http.now()) return token.text;
  return (await http.shared(key, load, true)).text;
}
async function getToken({ tokenUrl, clientId, clientSecret, scope, audience }, http) {
  const form = new URLSearchParams({ grant_type: "client_credentials" });
  if (scope !== void 0) form.set("scope", scope);
  if (audience !== void 0) form.set("audience", audience);
  const credentials = basic(encodeURIComponent(clientId), encodeURIComponent(clientSecret), http);
  const began = http.now();
  const answer = readAnswer(
    "POST",
    await http.request({
      method: "POST",
      url: tokenUrl,
      headers: {
        accept: "application/json",
        "content-type": "application/x-www-form-urlencoded",
        authorization: credentials
      },
      body: form.toString(),
      repeatable: true
    })
  );
  const text = at(answer.value, "/access_token");
  if (answer.status !== 200 || typeof text !== "string" || text === "") {
    throw new TaskFailure(`no token: ${refusalWords(answer)}`, {
      untouched: true,
      hint: "Look at `auth.oauth2`: the address, the client and its secret."
    });
  }
  http.hide(text);
  const seconds = at(answer.value, "/expires_in");
  return { text, endsAt: typeof seconds === "number" ? began + seconds * 1e3 - httpTokenEndMs : void 0 };
}
function basic(username, password, http) {
  const encodedBoth = Buffer.from(`${username}:${password}`, "utf8").toString("base64");
  http.hide(encodedBoth);
  return `Basic ${encodedBoth}`;
}
function lowerCase(headers = {}) {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

export {
  addressOf,
  itemPath,
  readAnswer,
  notJson,
  isDone,
  thingIn,
  isMarkedAbsent,
  idText,
  idOfThing,
  idOfAnswer,
  refusalWords,
  refusalHint,
  refused,
  credentialHeaders,
  lowerCase
};
