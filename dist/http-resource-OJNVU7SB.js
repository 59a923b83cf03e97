import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  factDifferences,
  readFacts
} from "./chunk-NMYOVBX2.js";
import {
  parseResource
} from "./chunk-GMCCLIUG.js";
import {
  at,
  httpFieldNames,
  httpFields,
  isWithin,
  names,
  ownIdPointer,
  withAt
} from "./chunk-JO7QTVSF.js";
import {
  equalJson
} from "./chunk-CHHS7TI7.js";
import "./chunk-VKSB6RUN.js";
import {
  isObject
} from "./chunk-RRD47Q5D.js";
import {
  withoutEnd
} from "./chunk-I2UBFDYA.js";
import {
  escapeText
} from "./chunk-DGTLEPWR.js";
import "./chunk-QHW5LFAW.js";

// src/processors/http-resource/accept-body.ts
function acceptBody(facts, fields, observed) {
  const unseen = readFacts(facts)?.unseen ?? [];
  return factDifferences(facts, fields, observed).map(({ path, before = null }) => {
    const place = path.slice("/body".length);
    if (unseen.some((one) => one.startsWith(`${place}/`) || isWithin([one], place)))
      return { path, why: "in it is what is sent and never looked at" };
    if (isCut(at(fields.body, place) ?? null, before))
      return { path, why: "something of another shape is there, of which only what the manifest names was read" };
    return { path, value: before };
  });
}
function isCut(wanted, found) {
  if (Array.isArray(found)) return found.some((member) => isCutMember(member));
  return isObject(found) && (!isObject(wanted) || isCutMember(found));
}
function isCutMember(found) {
  if (typeof found !== "object" || found === null) return false;
  const members = Object.values(found);
  return members.length === 0 || members.some(isCutMember);
}

// src/processors/http-resource/http-resource.ts
var acting = ["baseUrl", "path", "body", "outputs", "sensitiveOutputs", "rotate"];
var recordedOnly = httpFieldNames.filter((name) => !acting.includes(name)).map((name) => `/${name}`);
async function work(spec, io, task) {
  const { ResourceWork } = await import("./resource-work-VJHZH7SI.js");
  return task(new ResourceWork(httpFields(spec), io));
}
function httpResourceProcessor({ validate }) {
  return {
    apiVersion: "opus/v1",
    kind: "HttpResource",
    parse: (spec) => parseResource(validate, spec),
    observe: (spec, io) => work(spec, io, (resource) => resource.observe()),
    create: (spec, io) => work(spec, io, (resource) => resource.create()),
    update: (before, after, io) => work(after, io, (resource) => resource.update(httpFields(before))),
    delete: (before, io) => work(before, io, (resource) => resource.remove()),
    fields: { names: httpFieldNames },
    compare: {
      differs: (facts, spec, observed) => factDifferences(facts, httpFields(spec), observed),
      replaceOn: (before, after) => replacing(httpFields(before), httpFields(after)),
      recordOnly: (after) => [...recordedOnly, ...sentOnce(httpFields(after))],
      writeOnly: (after, secrets) => writeOnlyPlaces(httpFields(after), secrets),
      deletes: (spec) => httpFields(spec).delete !== false,
      accept: (facts, spec, _written, observed) => acceptBody(facts, httpFields(spec), observed)
    },
    known: {
      identity: (spec) => identityOf(httpFields(spec)),
      addressFields: (recorded) => addressFields(httpFields(recorded))
    },
    workspace: { writes: () => [] },
    undo: { asFound: (facts, stored) => foundResource(facts, stored) }
  };
}
function sentOnce({ body, createOnly = [], replaceOn = [] }) {
  const places = createOnly.flatMap((pattern) => pattern.includes("*") ? placesOf(pattern, body) : [pattern]);
  return places.filter((place) => !replaceOn.some((pattern) => names(pattern, place))).map((place) => `/body${place}`);
}
function writeOnlyPlaces({ body, writeOnly = [], createOnly = [] }, secrets) {
  const declared = [...writeOnly, ...createOnly].flatMap(
    (pattern) => pattern.includes("*") ? placesOf(pattern, body) : [pattern]
  );
  return [
    ...declared.map((place) => `/body${place}`),
    ...[...secrets].filter((pointer) => pointer.startsWith("/body/"))
  ];
}
function identityOf(fields) {
  const { baseUrl, path, find, body } = fields;
  const own = ownIdPointer(fields);
  const where = withoutEnd(baseUrl, "/") + path;
  if (own !== void 0) return `${where} ${own}=${JSON.stringify(at(body, own) ?? null)}`;
  if (!find) return void 0;
  const values = (find.match ?? []).map((place) => `${place}=${JSON.stringify(at(body, place) ?? null)}`);
  const query = find.query ? [JSON.stringify(find.query)] : [];
  return [where, ...find.path === void 0 ? [] : [find.path], ...query, ...values].join(" ");
}
function replacing(before, after) {
  const own = ownIdPointer(after);
  const places = [...after.replaceOn ?? [], ...own === void 0 ? [] : [own]];
  const changed = [...places].flatMap(
    (pattern) => pattern.includes("*") ? placesOf(pattern, before.body, after.body) : [pattern]
  );
  return [
    ...["baseUrl", "path"].filter((name) => before[name] !== after[name]).map((name) => `/${name}`),
    ...changed.filter((place) => !equalJson(at(before.body, place), at(after.body, place))).map((place) => `/body${place}`)
  ];
}
function placesOf(pattern, ...bodies) {
  const found = /* @__PURE__ */ new Set();
  const walk = (value, pointer, depth) => {
    if (names(pattern, pointer)) found.add(pointer);
    if (depth === 0 || typeof value !== "object" || value === null) return;
    for (const [key, member] of Object.entries(value)) walk(member, `${pointer}/${key}`, depth - 1);
  };
  for (const body of bodies) walk(body, "", pattern.split("/").length - 1);
  return [...found];
}
function addressFields(fields) {
  const templates = [fields.item, fields.read?.path, fields.delete ? fields.delete.path : void 0];
  const needsBody = ownIdPointer(fields) !== void 0 || templates.some((template) => template?.includes("{/"));
  return needsBody ? void 0 : httpFieldNames.filter((name) => name !== "body");
}
function foundResource(facts, stored) {
  const found = readFacts(facts);
  if (!found || !isObject(stored.body)) return void 0;
  const body = Object.keys(found.body).reduce(
    (whole, key) => overlay(whole, `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, found.body[key]),
    stored.body
  );
  return { ...stored, body };
}
function overlay(whole, pointer, value) {
  if (isObject(value) && isObject(at(whole, pointer)))
    return Object.entries(value).reduce(
      (so, [key, member]) => overlay(so, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, member),
      whole
    );
  return withAt(whole, pointer, escaped(value));
}
function escaped(value) {
  if (typeof value === "string") return escapeText(value);
  if (Array.isArray(value)) return value.map(escaped);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, escaped(member)]));
}
export {
  httpResourceProcessor
};
