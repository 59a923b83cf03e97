// Lists in pages that are to name all there is of something, and nothing else.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stateCommands } from "../../src/cli/state-commands.ts";
import { tools } from "../../src/cli/tools.ts";
import { filterNames } from "../../src/engine/references/filter-syntax.ts";
import { zeroCounts } from "../../src/hooks/rendering/labels.ts";
import { root } from "./pages.ts";

const read = (path: string): string => readFileSync(join(root, path), "utf8");

interface Schema {
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly definitions?: { readonly [name: string]: Schema };
}
const schema = (path: string): Schema => JSON.parse(read(`schema/${path}.json`));
const fieldsOf = (of: Schema | undefined): readonly string[] => Object.keys(of?.properties ?? {}).sort();
const optional = (of: Schema | undefined): readonly string[] =>
  fieldsOf(of).filter((name) => !of?.required?.includes(name));

/** Names that stand as code in a text. */
const coded = (text: string): readonly string[] => [...text.matchAll(/`([\w.-]+)`/g)].map(([, name = ""]) => name);

/** The names in the first column of the tables of a page whose head begins so. */
function column(page: string, head: RegExp): readonly string[] {
  const tables = read(page).match(/(?:^\|.*\n)+/gm) ?? [];
  return tables
    .filter((table) => head.test(table.split("\n")[0]?.split("|")[1] ?? ""))
    .flatMap((table) => table.split("\n").slice(2))
    .flatMap((row) => coded(row.split("|")[1] ?? ""));
}

/** The text of a page from a sentence to the next paragraph. */
function part(page: string, from: string, to: string): string {
  const text = read(page);
  const at = text.indexOf(from);
  expect(at, `${page}: ${from}`).toBeGreaterThan(-1);
  return text.slice(at, text.indexOf(to, at + from.length));
}

describe("fields of a spec:", () => {
  it.each(["file", "folder", "shell", "download", "probe", "http-resource"])("%s.md", (kind) => {
    const listed = column(`docs/kinds/${kind}.md`, /field/i);
    expect(fieldsOf(schema(kind)).filter((name) => !listed.includes(name))).toEqual([]);
    const all = new Set([...read(`schema/${kind}.json`).matchAll(/"(\w+)":/g)].map(([, name = ""]) => name));
    expect(listed.filter((name) => !all.has(name))).toEqual([]);
  });

  it("of the Project, in manifest.md", () => {
    expect([...column("docs/manifest.md", /Field of `spec`/)].sort()).toEqual(
      fieldsOf(schema("project").properties?.spec),
    );
  });

  it("of the metadata of a task, in manifest.md", () => {
    const { metadata } = schema("task").definitions ?? {};
    const { lifecycle } = metadata?.properties ?? {};
    const all = [
      ...fieldsOf(metadata).filter((name) => name !== "lifecycle"),
      ...fieldsOf(lifecycle).map((name) => `lifecycle.${name}`),
    ];
    expect([...column("docs/manifest.md", /Field of `metadata`/)].sort()).toEqual(all.sort());
  });
});

describe("the report, in failures.md:", () => {
  const report = schema("report");
  const { contexts, diagnostics } = report.properties ?? {};
  const { task, field, error } = report.definitions ?? {};

  it("statuses", () => {
    const [, said = ""] = part("docs/failures.md", "`status` is", ".").split("`status`");
    expect([...coded(said)].sort()).toEqual([...(task?.properties?.status?.enum ?? [])].sort());
  });

  it("keys that may be missing", () => {
    const lines = part("docs/failures.md", "- **the report:**", "There is [a schema]").split("\n- ");
    const said = (name: string): readonly string[] => coded(lines.find((line) => line.includes(`**${name}:**`)) ?? "");
    for (const [name, of] of [
      ["the report", report],
      ["a context", contexts?.items],
      ["a task", task],
      ["a field", field],
      ["an error", error],
    ] as const)
      expect([name, optional(of).filter((key) => !said(name).includes(key))]).toEqual([name, []]);
    expect(fieldsOf(diagnostics?.items).length).toBeGreaterThan(5);
  });

  it("the counts of its sample", () => {
    const [, sample = "{}"] =
      /```json\n(\{\n {2}"format": "opus-report"[\s\S]*?)```/.exec(read("docs/failures.md")) ?? [];
    expect(Object.keys(JSON.parse(sample).contexts[0].counts)).toEqual(Object.keys(zeroCounts));
  });
});

it("drift, in commands.md", () => {
  const all = schema("report").definitions?.task?.properties?.drift?.enum ?? [];
  expect([...column("docs/commands.md", /State/)].sort()).toEqual([...all].sort());
});

it("filters, in references.md", () => {
  const rows = (read("docs/references.md").match(/^\| `(\w+)/gm) ?? []).map((row) => row.replace("| `", ""));
  expect([...new Set(rows)].filter((name) => filterNames.includes(name as never)).sort()).toEqual(
    [...filterNames].sort(),
  );
});

it("programs of the terminal, in terminal.md", () => {
  const page = read("docs/terminal.md");
  expect(Object.keys(tools).filter((name) => !page.includes(`opus ${name}`))).toEqual([]);
});

it("commands of `opus state`, in opus-state.md", () => {
  const shown = [...read("docs/opus-state.md").matchAll(/^opus state (\w+)/gm)].map(([, name = ""]) => name);
  expect([...new Set(shown)].sort()).toEqual(Object.keys(stateCommands).sort());
});

it("members of a kind, in own-kinds.md, as the types of the SDK have them", () => {
  const page = read("docs/kinds/own-kinds.md");
  const types = read("sdk/index.d.ts");
  const groups = { fields: "FieldRules", compare: "CompareRules", known: "KnownRules", workspace: "WorkspaceRules" };
  for (const [group, name] of Object.entries({ ...groups, supports: "Supports" })) {
    const [, body = ""] = new RegExp(`interface ${name}(?:<[^{]*)? \\{([\\s\\S]*?)^\\}`, "m").exec(types) ?? [];
    const members = [...body.matchAll(/^ {2}(?:readonly )?(\w+)\??[(:<]/gm)].map(([, member = ""]) => member);
    const [, table = ""] = page.split(`**\`${group}\`: `);
    const rows = (table.split(/\n\*\*|\n#/)[0] ?? "").split("\n").filter((line) => line.startsWith("| `"));
    const told = rows.flatMap((row) => [...(row.split(" | ")[0] ?? "").matchAll(/`(\w+)/g)].map(([, one = ""]) => one));
    expect([group, members.length > 1, told.sort()]).toEqual([group, true, members.sort()]);
  }
});
