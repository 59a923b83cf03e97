import { file, of, project, shell, task, values } from "./manifests.ts";
import type { OfTerminal, Samples } from "./sample.ts";

const planned = (...documents: readonly string[]): OfTerminal => ({
  files: of(...documents),
  commands: ["plan --context prod"],
});
const files = (count: number, more = ""): readonly string[] =>
  Array.from({ length: count }, (_, at) => file(`f${at + 1}`, undefined, more));

/** A kind of the repository, of which one member is what a sample is about. */
export const ownKind = (more: string, parse = "(spec) => ({ ok: true, value: spec })"): string => `export default {
  apiVersion: "example.com/v1",
  kind: "Note",
  parse: ${parse},
  observe: async () => ({ state: "absent" }),
  create: async () => ({ outputs: [] }),
  update: async () => ({ outputs: [] }),
  delete: async () => {},
${more}};
`;
export const withKind = (more: string, parse?: string) => ({
  ...of(
    project(`contexts: [{ input: true }]\nprocessors: [./opus/note.mjs]`),
    task("Note", "hello", "{ text: Hello }").replace("opus/v1", "example.com/v1"),
  ),
  "opus/note.mjs": ownKind(more, parse),
});

export const ofResources = {
  "dependency-cycle": planned(
    project(),
    file("first", '{ path: first.txt, content: "${VAR:second:SIZE}" }'),
    file("second", '{ path: second.txt, content: "${VAR:first:SIZE}" }'),
  ),
  "dependency-out-of-scope": planned(
    project(),
    file("first", undefined, ", processingScope: [{ contexts: [test] }]"),
    file("second", undefined, ", dependencies: [{ tasks: [first] }]"),
  ),
  "same-resource": planned(
    project(),
    file("first", "{ path: a.txt, content: one }"),
    file("second", "{ path: a.txt, content: two }"),
  ),
  "in-the-way": planned(
    project(),
    file("first", "{ path: out, content: one }"),
    file("second", "{ path: out/second.txt, content: two }"),
  ),
  "mutex-of-one": planned(
    project(),
    ...["first", "second", "third"].map(
      (name) =>
        `apiVersion: opus/v1\nkind: File\nmetadata: { name: ${name}, mutex: ${name === "third" ? "databse" : "database"} }\nspec: { path: ${name}.txt, content: Hello }\n`,
    ),
  ),
  "unsupported-by-kind": {
    files: withKind('  supports: { contexts: ["test"] },\n'),
    commands: ["plan --context prod"],
  },
  "missing-file": planned(project(), file("hello", "{ path: hello.txt, template: hello.tpl }")),
  "unreadable-file": {
    files: { ...of(project(), file("hello", "{ path: hello.txt, template: hello.tpl }")), "hello.tpl/x": "" },
    hidden: ["hello.tpl/x"],
    commands: ["plan --context prod"],
    when: "`hello.tpl` is a folder",
  },
  "file-name-unknown": planned(
    project(),
    file("first"),
    file("second", '{ path: second.txt, template: "${VAR:first:FILE_PATH}" }'),
  ),
  "bad-processor": {
    files: withKind("", "(spec) => ({ ok: true, value: spec.txt.trim() })"),
    commands: ["plan --context prod"],
  },
  "values-not-compared": {
    files: of(
      project(),
      values("{ secrets: { token: { env: SHOP_TOKEN } } }"),
      shell("hello", '{ create: ./make, compareSecrets: true, secretEnv: { TOKEN: "${SECRET:token}" } }'),
    ),
    commands: ["plan --context prod"],
    env: { SHOP_TOKEN: "correct-horse-4711" },
  },
  "prevent-destroy": {
    files: of(project(), file("hello", undefined, ", lifecycle: { preventDestroy: true }")),
    commands: ["apply --context prod", "delete --context prod --yes"],
  },
  "max-deletes": {
    files: of(project("contexts: [{ input: true }]\nlimits: { maxDeletes: 1 }"), ...files(3)),
    before: [undefined, of(project("contexts: [{ input: true }]\nlimits: { maxDeletes: 1 }"), ...files(1))],
    commands: ["apply --context prod", "apply --context prod"],
  },
  "max-delete-percent": {
    files: of(project("contexts: [{ input: true }]\nlimits: { maxDeletePercent: 20 }"), ...files(10)),
    before: [undefined, of(project("contexts: [{ input: true }]\nlimits: { maxDeletePercent: 20 }"), ...files(7))],
    commands: ["apply --context prod", "apply --context prod"],
  },
  "most-deleted": {
    files: of(project(), ...files(12)),
    before: [undefined, of(project(), ...files(5))],
    commands: ["apply --context prod", "apply --context prod"],
  },
  "most-removed": {
    files: {
      ...of(project(), task("Folder", "site", "{ path: out, source: site }")),
      ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`site/${at + 1}.txt`, "x"])),
    },
    before: [undefined, Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`site/${at + 1}.txt`, null]))],
    hidden: Array.from({ length: 12 }, (_, at) => `site/${at + 1}.txt`),
    commands: ["apply --context prod", "apply --context prod"],
    when: "`site` had twelve files, and has three",
  },
  "unreviewed-script": {
    test: "e2e/plain-cache.test.ts",
    when: "state is kept in the cache, is not sealed, and holds a task that is not in the manifest",
    said: '‹error unreviewed-script: ›the plan would run what stands only in ‹plain state in the Actions cache, which every job of the repository can write›, and not in the manifest: ‹"cleanup"› (read, delete, rollback)',
  },
  "undeclared-secret": {
    test: "e2e/plain-cache.test.ts",
    when: "state is kept in the cache, is not sealed, and holds a task with the secret `zz`",
    said: 'its recorded spec needs a value at /secretEnv/X that is not known any more: the manifest declares no secret "zz", and the state may be anybody\'s; declare it until what uses it is gone',
  },
  "no-recorded-task-left": {
    files: of(project(), file("hello")),
    before: [undefined, of(project(), file("other"))],
    commands: ["apply --context prod", "apply --context prod"],
    when: "one task was recorded, and the manifest has another one",
  },
  "pattern-matches-nothing": {
    files: { ...of(project("contexts: [{ input: true }]\ninclude: [tasks/*.yaml]")), "tasks/a.yaml": file("a") },
    before: [undefined, { "tasks/a.yaml": null }],
    commands: ["apply --context prod", "apply --context prod"],
    when: "`tasks/a.yaml` was applied, and is gone",
  },
  "bad-spec": {
    files: withKind("", '() => ({ ok: false, error: [{ message: "text may have no capitals", pointer: "/text" }] })'),
    commands: ["plan --context prod"],
  },
} as const satisfies Samples;
