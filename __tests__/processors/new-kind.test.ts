// A new kind, added by a folder in src/processors/ and a line in src/processors/built-in.ts, a schema in schema/, and a page
// in docs/kinds/.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolders } from "../node/temporary.ts";

const root = join(import.meta.dirname, "../..");
const folder = temporaryFolders();

/** All of a new kind but its line in the list: the seven members, the schema of its spec, and its page. */
const note = {
  "src/processors/note/note-kind.ts": `
import { ok, type Problem, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { JsonObject } from "../../engine/json/json.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { BuiltInKind } from "../kind.ts";

export const noteKind: BuiltInKind = {
  kind: "Note",
  schema: "src/processors/note/note.json",
  docs: "docs/kinds/note.md",
  spec: { paths: { path: "write" }, outputNames: ["LENGTH"], verbatim: ["text"] },
  make: ({ files, validate }) => {
    const write = async (how: "create" | "replace", { path, text }: JsonObject) => {
      const written = await files[how](String(path), Buffer.from(String(text)));
      if (!written.ok) throw new TaskFailure(written.error.message);
      return { outputs: [{ name: "LENGTH", value: String(text).length }] };
    };
    return {
      apiVersion: "opus/v1",
      kind: "Note",
      parse(spec): Result<JsonObject, Problem[]> {
        const problems = validate("opus/v1", "Note", spec) ?? [];
        return problems.length > 0 ? { ok: false, error: [...problems] } : ok(spec);
      },
      async observe({ path }) {
        const found = files.read(String(path), 1000);
        return found.ok
          ? { state: "present", facts: { path: String(path), text: Buffer.from(found.value).toString() } }
          : { state: "absent" };
      },
      create: (spec) => write("create", spec),
      update: (_before, after) => write("replace", after),
      delete: async ({ path }) => void files.remove(String(path)),
      fields: { verbatim: ["text"] },
    };
  },
};
`,
  "src/processors/note/note.json": JSON.stringify({
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Note",
    description: "A short text in a file.",
    type: "object",
    additionalProperties: false,
    required: ["path", "text"],
    properties: {
      path: { description: "Where the note is.", type: "string" },
      text: { description: "What it says.", type: "string" },
    },
  }),
  "docs/kinds/note.md": "# Note\n",
};

/** What the one line in the list takes: its import, and its name. */
function listed(text: string): string {
  const line = text.replace(/\bfileKind,\s/, "fileKind, noteKind, ");
  expect(line).not.toBe(text);
  return `import { noteKind } from "./note/note-kind.ts";\n${line}`;
}

it("a new built-in kind is one folder and one line: the generator, the manifest, messages and runs find it", () => {
  const copy = folder();
  for (const path of ["src", "scripts", "schema", "package.json", "biome.json", ".gitignore", "action.yml"])
    cpSync(join(root, path), join(copy, path), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  for (const [path, text] of Object.entries(note)) {
    mkdirSync(join(copy, path, ".."), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
  const list = join(copy, "src/processors/built-in.ts");
  writeFileSync(list, listed(readFileSync(list, "utf8")));
  execFileSync(process.execPath, ["scripts/generate-validators.ts"], { cwd: copy, stdio: "pipe" });
  expect(readFileSync(join(copy, "schema/opus.json"), "utf8")).toContain('"Note"');

  const work = folder();
  const opus = (spec: object, ...more: string[]) => {
    const documents = [
      { apiVersion: "opus/v1", kind: "Project", metadata: { name: "demo" }, spec: { contexts: [{ input: true }] } },
      { apiVersion: "opus/v1", kind: "Note", metadata: { name: "hello" }, spec },
    ];
    writeFileSync(join(work, "opus.yaml"), documents.map((one) => JSON.stringify(one)).join("\n---\n"));
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [join(copy, "src/index.ts"), ...more, "--context", "test"],
      {
        cwd: work,
        encoding: "utf8",
        env: { PATH: process.env.PATH ?? "", HOME: work, NO_COLOR: "1" },
      },
    );
    return { status, told: stdout + stderr };
  };
  const made = opus({ path: "note.txt", text: "${not a reference}" }, "apply");
  expect(made, made.told).toMatchObject({ status: 0 });
  expect(readFileSync(join(work, "note.txt"), "utf8")).toBe("${not a reference}");
  const changed = opus({ path: "note.txt", text: "two" }, "apply");
  expect(changed, changed.told).toMatchObject({ status: 0 });
  expect(readFileSync(join(work, "note.txt"), "utf8")).toBe("two");
  expect(opus({ path: "note.txt", txt: "two" }, "validate").told).toContain('"txt" is not a field of Note.spec');
  expect(opus({ path: "../note.txt", text: "" }, "validate").told).toContain("Note.spec.path");
  const deleted = opus({ path: "note.txt", text: "two" }, "delete");
  expect(deleted, deleted.told).toMatchObject({ status: 0 });
  expect(existsSync(join(work, "note.txt"))).toBe(false);
}, 60_000);
