import { expect, it } from "vitest";
import type { JsonObject } from "../../../src/engine/json/json.ts";
import { loadShapesOf } from "../../../src/state/snapshot/body-shape.ts";
import { recordedSpecProblem } from "../../../src/state/snapshot/recorded-spec.ts";

const entry = (spec: JsonObject): JsonObject => ({ apiVersion: "opus/v1", kind: "HttpResource", spec });
const sound = entry({ baseUrl: "https://api.example/v1", path: "/things", body: {} });

it("specs of a kind that is loaded late are checked once the body has named it, and never passed over", async () => {
  expect(recordedSpecProblem(sound)).toBe("it is of the kind HttpResource, and state has nothing of that kind");
  for (const body of [
    {},
    { tasks: [], undo: {}, pending: null },
    { tasks: { a: null, b: { kind: 1 }, c: { kind: "toString" } }, undo: [null, { before: null }, 1], pending: ["x"] },
  ])
    await loadShapesOf(body);
  expect(recordedSpecProblem(sound)).toContain("state has nothing of that kind");
  // Whatever else is there, and wherever it is named.
  await loadShapesOf({ tasks: {}, undo: [{ before: sound }], pending: [] });
  expect(recordedSpecProblem(sound)).toBeUndefined();
  expect(recordedSpecProblem(entry({ path: 1 }))).toContain("its recorded spec is damaged: ");
  expect(recordedSpecProblem({ ...sound, apiVersion: "example.com/v1" })).toBeUndefined();
});
