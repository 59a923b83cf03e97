import { err, ok, type Problem, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { type JsonObject, pointerSegment } from "../../engine/json/json.ts";
import { nearest } from "../../engine/references/references.ts";
import type { ValidateSpec } from "../file/file-access.ts";
import { at, leaves } from "./pointers.ts";
import { type HttpFields, httpFields, ownIdPointer } from "./resource-spec.ts";

/** Checks a resolved spec: first its shape, then what a schema can't say. */
export function parseResource(validate: ValidateSpec, spec: JsonObject): Result<JsonObject, Problem[]> {
  const shape = validate("opus/v1", "HttpResource", spec) ?? [];
  if (shape.length > 0) return err([...shape]);
  const fields = httpFields(spec);
  const problems = [
    ...authProblems(fields),
    ...findProblems(fields),
    ...pageProblems(fields),
    ...placeProblems(fields),
  ];
  return problems.length > 0 ? err(problems) : ok(spec);
}

function problem(pointer: string, message: string, suggestion: string, atKey = false): Problem {
  return { code: "invalid-value", message, pointer, suggestion, ...(atKey ? { atKey } : {}) };
}

const ways = ["bearer", "basic", "header", "oauth2"] as const;

/** Are credentials given in one way? */
export function authProblems({ auth }: Pick<HttpFields, "auth">): Problem[] {
  if (auth === undefined) return [];
  const given = ways.filter((way) => auth[way] !== undefined);
  if (given.length === 1 || (given.length === 0 && auth.itemBearer !== undefined)) return [];
  const message =
    given.length === 0 ? "auth names no credentials" : `auth has ${given.join(" and ")}, and one way must do`;
  return [problem("/auth", message, "Keep one of bearer, basic, header and oauth2.", true)];
}

function findProblems(fields: HttpFields): Problem[] {
  const { find, id } = fields;
  const own = ownIdPointer(fields);
  if ((find as unknown) === true)
    return [problem("/find", "find can't be true", "Say by what it is found: {match: [/name]}; or write false.")];
  if (find === undefined && own === undefined) {
    const message =
      "the server chooses its id, and there is no `find`: when the answer to its creation is lost, nothing could tell whether it was made";
    const suggestion =
      "Add `find: {match: [/name]}` with what tells it from others; or `find: false`, if you would rather look yourself after such a run.";
    return [problem("", message, suggestion, true)];
  }
  if (own === undefined) return [];
  const value = at(fields.body, own);
  if ((typeof value === "string" && value !== "") || typeof value === "number") return [];
  const pointer = typeof id === "object" ? "/id/body" : "/id";
  return [problem(pointer, `there is no id at ${own} of the body`, "Give it there, as text or number.")];
}

function pageProblems({ find }: HttpFields): Problem[] {
  const page = find ? find.page : undefined;
  if (page === undefined || page === "link") return [];
  const given = (["number", "offset", "cursor"] as const).filter((way) => page[way] !== undefined);
  if (given.length !== 1) {
    const message = `find.page has ${given.length === 0 ? "none of number, offset and cursor" : given.join(" and ")}`;
    return [problem("/find/page", message, "Keep the one that the API knows.", true)];
  }
  if (page.cursor !== undefined && page.next === undefined)
    return [
      problem(
        "/find/page",
        "find.page has a cursor and no `next`",
        "Add where the answer has it: next: /next_cursor.",
        true,
      ),
    ];
  if (page.cursor === undefined && page.more === undefined && page.total === undefined && page.size === undefined) {
    const message = "nothing in find.page tells which page is the last";
    return [problem("/find/page", message, "Add `size: [limit, 100]`, `more` or `total`.", true)];
  }
  return [];
}

/** Pointers that lead to nothing in the body: a slip in one of these would show, or compare, what is not meant to be. */
function placeProblems({ body, writeOnly = [], createOnly = [], find, item }: HttpFields): Problem[] {
  const given: (readonly [string, string])[] = [
    ...writeOnly.map((place, index) => [`/writeOnly/${index}`, place] as const),
    ...createOnly.map((place, index) => [`/createOnly/${index}`, place] as const),
    ...(find ? (find.match ?? []) : []).map((place, index) => [`/find/match/${index}`, place] as const),
  ];
  const known = [...leaves(body)].map(([pointer]) => pointer);
  const lost = given.filter(([, place]) => !place.split("/").includes("*") && at(body, place) === undefined);
  const inItem = [...(item ?? "").matchAll(/\{(\/[^{}]*)\}/g)].map(([, place = ""]) => place);
  return [
    ...lost.map(([pointer, place]) => {
      const near = nearest(place, known);
      const suggestion = near ? `Did you mean ${near}?` : "Correct the pointer, or declare the field.";
      return problem(pointer, `there is no ${place} in the body`, suggestion);
    }),
    ...inItem
      .filter((place) => at(body, place) === undefined)
      .map((place) =>
        problem("/item", `there is no ${place} in the body`, "Correct the pointer, or declare the field."),
      ),
  ];
}

/** Fields of a body that another one has no more: `/name`, `/config/url`. */
export function leftOut(before: JsonObject, after: JsonObject, pointer = ""): readonly string[] {
  return Object.entries(before).flatMap(([key, member]) => {
    const place = `${pointer}/${pointerSegment(key)}`;
    if (!Object.hasOwn(after, key)) return [place];
    const next = after[key];
    const both = isMapping(member) && isMapping(next);
    return both ? leftOut(member, next, place) : [];
  });
}

function isMapping(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
