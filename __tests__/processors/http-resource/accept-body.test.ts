import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../src/engine/json/json.ts";
import { acceptBody } from "../../../src/processors/http-resource/accept-body.ts";
import { factsOf, storedFacts } from "../../../src/processors/http-resource/resource-facts.ts";
import { type HttpFields, httpFields } from "../../../src/processors/http-resource/resource-spec.ts";

/** What is accepted of a thing, as an answer has it. */
function accepted(body: JsonObject, thing: Json, more: Partial<HttpFields> = {}, unseen: readonly string[] = []) {
  const fields = httpFields({ baseUrl: "https://a.example", path: "/a", body, ...(more as JsonObject) });
  return acceptBody(storedFacts(factsOf(fields, "1", thing, unseen)), fields, undefined);
}

const another = "something of another shape is there, of which only what the manifest names was read";

describe("the body of a thing that somebody has changed", () => {
  it.each<[string, JsonObject, Json, unknown[]]>([
    ["is as it is wanted", { a: 1 }, { a: 1, b: 2 }, []],
    ["has another value", { a: 1, b: 1 }, { a: 2, b: 1 }, [{ path: "/body/a", value: 2 }]],
    [
      "has a value that is gone",
      { a: 1, b: { c: "x" } },
      {},
      [
        { path: "/body/a", value: null },
        { path: "/body/b/c", value: null },
      ],
    ],
    [
      "has a list with other members, and in them what nobody has declared",
      { l: [{ id: 1, n: "a" }] },
      {
        l: [
          { id: 1, n: "a", more: 1 },
          { id: 2, n: "b", more: 2 },
        ],
      },
      [
        {
          path: "/body/l",
          value: [
            { id: 1, n: "a" },
            { id: 2, n: "b" },
          ],
        },
      ],
    ],
    ["has an empty list", { l: ["a"] }, { l: [] }, [{ path: "/body/l", value: [] }]],
    ["has an object in the place of a value", { a: 1 }, { a: { b: 2 } }, [{ path: "/body/a", why: another }]],
    ["has lists in a list of values", { l: ["a"] }, { l: [["b"], ["c"]] }, [{ path: "/body/l", why: another }]],
    [
      "has other objects in a list",
      { l: [{ id: 1 }] },
      { l: [{ key: 1 }, { key: 2 }] },
      [{ path: "/body/l", why: another }],
    ],
  ])("%s", (_, body, thing, expected) => {
    expect(accepted(body, thing)).toEqual(expected);
  });

  it("is not written anew where what is sent and never looked at would be lost", () => {
    const body = { users: [{ name: "a", password: "p" }], n: 1 };
    const thing = { users: [{ name: "a" }, { name: "b" }], n: 2 };
    const found = accepted(body, thing, { writeOnly: ["/users/*/password"] }, ["/users/*/password"]);
    expect(found).toEqual([
      { path: "/body/users", why: "in it is what is sent and never looked at" },
      { path: "/body/n", value: 2 },
    ]);
  });

  it("is where the manifest has it, when answers have it elsewhere, and by the rules of the spec", () => {
    const more = { aliases: { "/folder": "/meta/folder" }, lists: { "/tags": "set" as const } };
    expect(accepted({ folder: "a", tags: ["x", "y"] }, { meta: { folder: "b" }, tags: ["y", "x"] }, more)).toEqual([
      { path: "/body/folder", value: "b" },
    ]);
  });
});
