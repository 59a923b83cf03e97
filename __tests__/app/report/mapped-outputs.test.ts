import { expect, test } from "vitest";
import { mappedOutputs } from "../../../src/app/report/mapped-outputs.ts";
import type { Diagnostic } from "../../../src/engine/diagnostics/diagnostic.ts";
import type { Json } from "../../../src/engine/json/json.ts";
import type { Project } from "../../../src/engine/model/project.ts";
import { environmentLookup } from "../../../src/engine/references/lookup.ts";
import { entry, place } from "../../engine/samples.ts";

function map(entries: { readonly [name: string]: Json }, trusted: boolean): [object, string[]] {
  const project: Project = {
    name: "demo",
    formerNames: [],
    location: place(""),
    contexts: [],
    commands: {},
    state: {},
    limits: {},
    hooks: [{ use: "outputs", with: { map: entries } }],
    processors: [],
    locate: place,
  };
  const around = environmentLookup({
    environment: { URL: "https://example.org" },
    github: {},
    project: "demo",
    command: "plan",
    context: "test",
    inherited: undefined,
    secrets: new Map(),
    trusted,
  });
  const warnings: string[] = [];
  const warn = ({ severity, code, message, location }: Diagnostic): void => {
    warnings.push(`${location?.file} ${severity} ${code}: ${message}`);
  };
  const recorded = new Map([["a", entry({ outputs: { ID: 7, KEY: "s3cr3t" }, sensitiveOutputs: ["KEY"] })]]);
  const scope = { command: "plan", context: "test", inherited: undefined };
  return [mappedOutputs(project, recorded, scope, around, warn), warnings];
}

test("a mapped output is set, with its type", () => {
  expect(map({ e: "${ENV:URL}", id: "${VAR:a:ID}" }, true)).toEqual([{ e: "https://example.org", id: 7 }, []]);
});

test("one that an untrusted run may not see stays unset, with a warning", () => {
  expect(map({ e: "at ${ENV:URL}", id: "${VAR:a:ID}" }, false)).toEqual([
    { id: 7 },
    [
      '/spec/hooks/0/with/map/e warning output-not-set: the output "e" is not set: an untrusted run may not see ENV:URL',
    ],
  ]);
});

test("one that is sensitive stays unset, with a warning, unless there is something else to give", () => {
  expect(map({ k: "at ${VAR:a:KEY}", other: "${VAR:a:KEY:-none}" }, true)).toEqual([
    { other: "none" },
    [
      '/spec/hooks/0/with/map/k warning output-not-set: the output "k" is not set: output KEY of task "a" is sensitive, and outputs of a step hold nothing that is',
    ],
  ]);
});

test("one of a task that is not recorded stays unset, with a warning", () => {
  expect(map({ b: "${VAR:b:ID}" }, true)).toEqual([
    {},
    [
      '/spec/hooks/0/with/map/b warning output-not-set: the output "b" is not set: task "b" has not been applied in the context "test", so it has no output ID',
    ],
  ]);
});
