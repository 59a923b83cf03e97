import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  at,
  httpFields,
  leaves,
  ownIdPointer
} from "./chunk-JO7QTVSF.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  pointerSegment
} from "./chunk-RRD47Q5D.js";
import {
  nearest
} from "./chunk-DGTLEPWR.js";

// src/processors/http-resource/parse-resource.ts
function parseResource(validate, spec) {
  const shape = validate("opus/v1", "HttpResource", spec) ?? [];
  if (shape.length > 0) return err([...shape]);
  const fields = httpFields(spec);
  const problems = [
    ...authProblems(fields),
    ...findProblems(fields),
    ...pageProblems(fields),
    ...placeProblems(fields)
  ];
  return problems.length > 0 ? err(problems) : ok(spec);
}
function problem(pointer, message, suggestion, atKey = false) {
  return { code: "invalid-value", message, pointer, suggestion, ...atKey ? { atKey } : {} };
}
var ways = ["bearer", "basic", "header", "oauth2"];
function authProblems({ auth }) {
  if (auth === void 0) return [];
  const given = ways.filter((way) => auth[way] !== void 0);
  if (given.length === 1 || given.length === 0 && auth.itemBearer !== void 0) return [];
  const message = given.length === 0 ? "auth names no credentials" : `auth has ${given.join(" and ")}, and one way must do`;
  return [problem("/auth", message, "Keep one of bearer, basic, header and oauth2.", true)];
}
function findProblems(fields) {
  const { find, id } = fields;
  const own = ownIdPointer(fields);
  if (find === true)
    return [problem("/find", "find can't be true", "Say by what it is found: {match: [/name]}; or write false.")];
  if (find === void 0 && own === void 0) {
    const message = "the server chooses its id, and there is no `find`: when the answer to its creation is lost, nothing could tell whether it was made";
    const suggestion = "Add `find: {match: [/name]}` with what tells it from others; or `find: false`, if you would rather look yourself after such a run.";
    return [problem("", message, suggestion, true)];
  }
  if (own === void 0) return [];
  const value = at(fields.body, own);
  if (typeof value === "string" && value !== "" || typeof value === "number") return [];
  const pointer = typeof id === "object" ? "/id/body" : "/id";
  return [problem(pointer, `there is no id at ${own} of the body`, "Give it there, as text or number.")];
}
function pageProblems({ find }) {
  const page = find ? find.page : void 0;
  if (page === void 0 || page === "link") return [];
  const given = ["number", "offset", "cursor"].filter((way) => page[way] !== void 0);
  if (given.length !== 1) {
    const message = `find.page has ${given.length === 0 ? "none of number, offset and cursor" : given.join(" and ")}`;
    return [problem("/find/page", message, "Keep the one that the API knows.", true)];
  }
  if (page.cursor !== void 0 && page.next === void 0)
    return [
      problem(
        "/find/page",
        "find.page has a cursor and no `next`",
        "Add where the answer has it: next: /next_cursor.",
        true
      )
    ];
  if (page.cursor === void 0 && page.more === void 0 && page.total === void 0 && page.size === void 0) {
    const message = "nothing in find.page tells which page is the last";
    return [problem("/find/page", message, "Add `size: [limit, 100]`, `more` or `total`.", true)];
  }
  return [];
}
function placeProblems({ body, writeOnly = [], createOnly = [], find, item }) {
  const given = [
    ...writeOnly.map((place, index) => [`/writeOnly/${index}`, place]),
    ...createOnly.map((place, index) => [`/createOnly/${index}`, place]),
    ...(find ? find.match ?? [] : []).map((place, index) => [`/find/match/${index}`, place])
  ];
  const known = [...leaves(body)].map(([pointer]) => pointer);
  const lost = given.filter(([, place]) => !place.split("/").includes("*") && at(body, place) === void 0);
  const inItem = [...(item ?? "").matchAll(/\{(\/[^{}]*)\}/g)].map(([, place = ""]) => place);
  return [
    ...lost.map(([pointer, place]) => {
      const near = nearest(place, known);
      const suggestion = near ? `Did you mean ${near}?` : "Correct the pointer, or declare the field.";
      return problem(pointer, `there is no ${place} in the body`, suggestion);
    }),
    ...inItem.filter((place) => at(body, place) === void 0).map(
      (place) => problem("/item", `there is no ${place} in the body`, "Correct the pointer, or declare the field.")
    )
  ];
}
function leftOut(before, after, pointer = "") {
  return Object.entries(before).flatMap(([key, member]) => {
    const place = `${pointer}/${pointerSegment(key)}`;
    if (!Object.hasOwn(after, key)) return [place];
    const next = after[key];
    const both = isMapping(member) && isMapping(next);
    return both ? leftOut(member, next, place) : [];
  });
}
function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export {
  parseResource,
  authProblems,
  leftOut
};
