import { expect, test } from "vitest";
import type { Task } from "../../../src/engine/model/task.ts";
import type { TaskProcessor } from "../../../src/engine/ports/processor.ts";
import { checkEverywhere } from "../../../src/engine/prepare/check-everywhere.ts";
import type { ReferenceEnvironment } from "../../../src/engine/references/lookup.ts";
import { Values } from "../../../src/engine/references/values.ts";
import { place, plain, processors, task } from "../samples.ts";

/** A kind that reads the text of the file that `template` names. */
const reader = (text: string): TaskProcessor => ({
  ...plain(),
  kind: "Text",
  fields: {
    files: ["template"],
    expand: async ({ template, ...spec }) =>
      template === "gone.txt"
        ? { ok: false, error: [{ code: "missing-file", message: "`gone.txt` does not exist", pointer: "/template" }] }
        : {
            ok: true,
            value: { spec: { ...spec, content: text }, origins: { "/content": { file: String(template), text } } },
          },
  },
  known: { outputNames: ["SIZE"] },
});

async function found(
  tasks: readonly Task[],
  { trusted = true, names = [], text = "" }: { trusted?: boolean; names?: readonly string[]; text?: string } = {},
): Promise<readonly string[]> {
  const referenceEnvironment: ReferenceEnvironment = {
    environment: {},
    github: {},
    project: "demo",
    command: "validate",
    context: "",
    inherited: undefined,
    secrets: new Map([["token", { name: "token", env: "TOKEN", contexts: {}, locate: place }]]),
    trusted,
  };
  const url = { name: "url", type: "string", required: true, contexts: {}, locate: place } as const;
  const values = new Values([url], new Map(), [], () => ({ type: "missing", code: "value-missing", message: "none" }));
  const declaredNames = new Set([...tasks.map(({ name }) => name), ...names]);
  const kinds = processors(plain(), reader(text));
  const problems = await checkEverywhere({ tasks, declaredNames, processors: kinds, values, referenceEnvironment });
  return problems.map(
    ({ code, message, location }) => `${location?.file}:${location?.line}:${location?.column} ${code}: ${message}`,
  );
}

const naming = (template: string): Task => task("a", { kind: "Text", spec: { template } });

test.each([
  ["x\n ${VAR:nope:SIZE}", '2:2 unknown-task: task "a": there is no task "nope" whose output could be read'],
  ["${VAR:a:NOPE}", '1:1 unknown-output: task "a": task "a" has no output NOPE'],
  ["${VALUE:nope}", '1:1 unknown-value: task "a": no value "nope" is declared'],
  ["${SECRET:nope}", '1:1 unknown-secret: task "a": no secret "nope" is declared'],
  ["${OPUS:nope}", '1:1 unknown-opus: task "a": there is no `${OPUS:nope}`'],
  ["${BAD:x}", '1:1 bad-reference: task "a": `${BAD:x}` is not a reference'],
])("a template with %j is wrong in every context", async (text, problem) => {
  expect(await found([naming("t.txt")], { text })).toEqual([`t.txt:${problem}`]);
});

test.each([
  "${VALUE:url} ${SECRET:token} ${ENV:UNSET} ${GITHUB:event.number} ${OPUS:context} ${OPUS:task}",
  "${VAR:other:ANYTHING} ${VAR:a:SIZE} ${VAR:broken:KEY}",
  "${VAR:nope:KEY:-none} ${VALUE:nope:-none}",
  "$${BAD:x}",
])("%j may be right in some context", async (text) => {
  expect(await found([naming("t.txt"), task("other")], { text, names: ["broken"] })).toEqual([]);
});

test("a file that is not there is wrong, unless the context decides which it is", async () => {
  expect(await found([naming("gone.txt")])).toEqual([
    'a/spec/template:1:1 missing-file: task "a": `gone.txt` does not exist',
  ]);
  for (const template of ["${OPUS:context}.txt", "${VALUE:url}"])
    expect(await found([naming(template)], { text: "${BAD:x}" })).toEqual([]);
});

test("a kind that nobody knows is wrong, unless its module may not be imported", async () => {
  const unknown = task("a", { kind: "Odd" });
  expect(await found([unknown])).toEqual([
    'a/kind:1:1 unknown-kind: no processor knows the kind "Odd" of apiVersion "test/v1"',
  ]);
  expect(await found([unknown], { trusted: false })).toEqual([]);
});
