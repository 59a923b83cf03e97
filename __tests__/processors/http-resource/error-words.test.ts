import { expect, it } from "vitest";
import type { Json } from "../../../src/engine/json/json.ts";
import { errorWords } from "../../../src/processors/http-resource/error-words.ts";

it.each<[string, Json, string | undefined]>([
  [
    "GitHub",
    { message: "Validation Failed", errors: [{ resource: "Label", field: "name", code: "already_exists" }] },
    "Validation Failed; name: already_exists",
  ],
  [
    "RFC 9457",
    { type: "about:blank", title: "No such zone", status: 404, detail: "shop.example. is not there" },
    "No such zone; shop.example. is not there",
  ],
  [
    "OAuth",
    { error: "invalid_client", error_description: "client authentication failed" },
    "client authentication failed; invalid_client",
  ],
  [
    "Stripe",
    { error: { type: "card_error", message: "No such price", code: "resource_missing", param: "price" } },
    "No such price; resource_missing",
  ],
  [
    "JSON:API",
    { errors: [{ status: "422", title: "Invalid", detail: "must be short", source: { pointer: "/data/name" } }] },
    "/data/name: Invalid must be short",
  ],
  [
    "Rails",
    { errors: { name: ["is taken", "is too long"], size: ["is odd"] } },
    "name: is taken, is too long; size: is odd",
  ],
  [
    "FastAPI",
    { detail: [{ loc: ["body", "name"], msg: "field required", type: "missing" }] },
    "body.name: field required",
  ],
  [
    "PowerDNS",
    { error: "Domain 'shop.example' is not canonical", errors: ["a", "b"] },
    "Domain 'shop.example' is not canonical; a; b",
  ],
  ["Salesforce", [{ message: "Duplicate", errorCode: "DUPLICATE" }], "Duplicate"],
  [
    "PagerDuty",
    { error: { message: "Invalid Input", code: 2001, errors: ["Name is taken"] } },
    "Invalid Input; Name is taken",
  ],
])("takes what %s says went wrong", (_, answer, words) => {
  expect(errorWords(answer)).toBe(words);
});

it.each<Json>([
  "<html><body>502 Bad Gateway</body></html>",
  "plain words that may hold anything",
  { message: "<!DOCTYPE html><title>Error</title>" },
  { message: "<h1>Bad Gateway" },
  { errors: ["<p>no</p>"] },
  { password: "a-password", body: { name: "one" } },
  { message: "" },
  null,
  17,
])("says nothing of %j", (answer) => {
  expect(errorWords(answer)).toBeUndefined();
});

it("is bounded, in one line, and takes what is deep no further", () => {
  const long = errorWords({ message: `first\nsecond ${"x".repeat(1_000)}` }) ?? "";
  expect([long.length <= 301, long.includes("\n"), long.endsWith("…")]).toEqual([true, false, true]);
  expect(errorWords({ errors: Array.from({ length: 50 }, (_, index) => `e${index}`) })).toBe("e0; e1; e2; e3; e4");
  let nested: Json = { message: "deep" };
  for (let depth = 0; depth < 10_000; depth++) nested = { error: nested };
  expect(errorWords(nested)).toBeUndefined();
});
