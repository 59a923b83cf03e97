import { isObject, type Json, type JsonObject } from "../../engine/json/json.ts";
import { equalJson } from "../../engine/json/json-diff.ts";
import type { TaskProcessor } from "../../engine/ports/processor.ts";
import type { Io } from "../../engine/ports/task-io.ts";
import { escapeText } from "../../engine/references/references.ts";
import { withoutEnd } from "../../engine/text/line-ends.ts";
import type { ValidateSpec } from "../file/file-access.ts";
import { acceptBody } from "./accept-body.ts";
import { parseResource } from "./parse-resource.ts";
import { at, names, withAt } from "./pointers.ts";
import { factDifferences, readFacts } from "./resource-facts.ts";
import { type HttpFields, httpFieldNames, httpFields, ownIdPointer } from "./resource-spec.ts";
import type { ResourceWork } from "./resource-work.ts";

/** Fields whose change is more than recorded: what is there, or what is known of it, may become another. */
const acting: readonly string[] = ["baseUrl", "path", "body", "outputs", "sensitiveOutputs", "rotate"];
const recordedOnly = httpFieldNames.filter((name) => !acting.includes(name)).map((name) => `/${name}`);

/** Does something to a resource. Only who deals with one loads what is needed for it. */
async function work<T>(spec: JsonObject, io: Io, task: (work: ResourceWork) => Promise<T>): Promise<T> {
  const { ResourceWork } = await import("./resource-work.ts");
  return task(new ResourceWork(httpFields(spec), io));
}

/** The kind HttpResource: a thing behind an HTTP API. */
export function httpResourceProcessor({ validate }: { readonly validate: ValidateSpec }): TaskProcessor {
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
      accept: (facts, spec, _written, observed) => acceptBody(facts, httpFields(spec), observed),
    },
    known: {
      identity: (spec) => identityOf(httpFields(spec)),
      addressFields: (recorded) => addressFields(httpFields(recorded)),
    },
    workspace: { writes: () => [] },
    undo: { asFound: (facts, stored) => foundResource(facts, stored) },
  };
}

/** Pointers into the spec of what is sent only when it is made, so that a change of it is only recorded. */
function sentOnce({ body, createOnly = [], replaceOn = [] }: HttpFields): string[] {
  const places = createOnly.flatMap((pattern) => (pattern.includes("*") ? placesOf(pattern, body) : [pattern]));
  return places.filter((place) => !replaceOn.some((pattern) => names(pattern, place))).map((place) => `/body${place}`);
}

/** Pointers into the spec of what is sent without a look at what is there. */
function writeOnlyPlaces(
  { body, writeOnly = [], createOnly = [] }: HttpFields,
  secrets: ReadonlySet<string>,
): string[] {
  const declared = [...writeOnly, ...createOnly].flatMap((pattern) =>
    pattern.includes("*") ? placesOf(pattern, body) : [pattern],
  );
  return [
    ...declared.map((place) => `/body${place}`),
    ...[...secrets].filter((pointer) => pointer.startsWith("/body/")),
  ];
}

/** What names the resource: its own id, or by what it is found. */
function identityOf(fields: HttpFields): string | undefined {
  const { baseUrl, path, find, body } = fields;
  const own = ownIdPointer(fields);
  const where = withoutEnd(baseUrl, "/") + path;
  if (own !== undefined) return `${where} ${own}=${JSON.stringify(at(body, own) ?? null)}`;
  if (!find) return undefined;
  const values = (find.match ?? []).map((place) => `${place}=${JSON.stringify(at(body, place) ?? null)}`);
  const query = find.query ? [JSON.stringify(find.query)] : [];
  return [where, ...(find.path === undefined ? [] : [find.path]), ...query, ...values].join(" ");
}

/** Pointers into the spec of what can't be changed in place. */
function replacing(before: HttpFields, after: HttpFields): string[] {
  const own = ownIdPointer(after);
  const places = [...(after.replaceOn ?? []), ...(own === undefined ? [] : [own])];
  const changed = [...places].flatMap((pattern) =>
    pattern.includes("*") ? placesOf(pattern, before.body, after.body) : [pattern],
  );
  return [
    ...(["baseUrl", "path"] as const).filter((name) => before[name] !== after[name]).map((name) => `/${name}`),
    ...changed
      .filter((place) => !equalJson(at(before.body, place), at(after.body, place)))
      .map((place) => `/body${place}`),
  ];
}

/** The places in two bodies that a pattern with `*` names. */
function placesOf(pattern: string, ...bodies: readonly JsonObject[]): readonly string[] {
  const found = new Set<string>();
  const walk = (value: Json, pointer: string, depth: number): void => {
    if (names(pattern, pointer)) found.add(pointer);
    if (depth === 0 || typeof value !== "object" || value === null) return;
    for (const [key, member] of Object.entries(value)) walk(member as Json, `${pointer}/${key}`, depth - 1);
  };
  for (const body of bodies) walk(body, "", pattern.split("/").length - 1);
  return [...found];
}

/** Of no use to who looks and deletes. */
const onlyMaking: readonly string[] = ["body", "create", "update", "idempotencyKey"];

/** To look and to delete takes of the body what is its id, and what its paths are made of. */
function addressFields(fields: HttpFields): readonly string[] {
  const own = ownIdPointer(fields);
  const templates = [fields.item, fields.read?.path, fields.delete ? fields.delete.path : undefined];
  const named = templates.flatMap((template) =>
    [...(template ?? "").matchAll(/\{(\/[^{}]*)\}/g)].map(([, place]) => place),
  );
  const places = [own, ...named].flatMap((place) => (place === undefined ? [] : [`/body${place}`]));
  return [...httpFieldNames.filter((name) => !onlyMaking.includes(name)), ...places];
}

/** A recorded spec with what was really there in its body. */
function foundResource(facts: JsonObject, stored: JsonObject): JsonObject | undefined {
  const found = readFacts(facts);
  if (!found || !isObject(stored.body)) return undefined;
  const body = Object.keys(found.body).reduce<Json>(
    (whole, key) => overlay(whole, `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, found.body[key] as Json),
    stored.body,
  );
  return { ...stored, body };
}

function overlay(whole: Json, pointer: string, value: Json): Json {
  if (isObject(value) && isObject(at(whole, pointer)))
    return Object.entries(value).reduce<Json>(
      (so, [key, member]) => overlay(so, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, member),
      whole,
    );
  return withAt(whole, pointer, escaped(value));
}

function escaped(value: Json): Json {
  if (typeof value === "string") return escapeText(value);
  if (Array.isArray(value)) return value.map(escaped);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, escaped(member)]));
}
