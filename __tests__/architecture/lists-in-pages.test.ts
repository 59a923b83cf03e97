// Lists in pages that are to name all there is of something, and nothing else.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { statuses } from "../../src/app/site/model.ts";
import { stateCommands } from "../../src/cli/state-commands.ts";
import { tools } from "../../src/cli/tools.ts";
import { noticeNames } from "../../src/engine/model/webhook.ts";
import { filterNames } from "../../src/engine/references/filter-syntax.ts";
import { ownWords, userNames } from "../../src/hooks/output-names.ts";
import { zeroCounts } from "../../src/hooks/rendering/labels.ts";
import { webhookSettings } from "../../src/manifest/checks/webhook-settings.ts";
import { afterAnswer } from "../../src/node/http/retry-rules.ts";
import { fieldsOf as kinds } from "../../src/schema/fields.generated.ts";
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

  it.each(["file", "folder", "shell", "download", "probe", "http-resource"])(
    "all of them, in the reference of %s.md",
    (kind) => {
      const names = new Set<string>();
      JSON.parse(read(`schema/${kind}.json`), (key, value) => {
        if (key === "properties") for (const name of Object.keys(value)) names.add(name);
        return value;
      });
      const reference = read(`docs/kinds/${kind}.md`).split("## Reference")[1] ?? "";
      const listed = new Set(
        [...reference.matchAll(/^- `([\w.[\]]+)` \(/gm)].map(([, path = ""]) => path.split(".").at(-1)),
      );
      expect([...names].filter((name) => !listed.has(name))).toEqual([]);
    },
  );

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

it("settings of a webhook, and what its templates may name, in webhooks.md", () => {
  expect([...column("docs/webhooks.md", /Setting/)].sort()).toEqual(Object.keys(webhookSettings).sort());
  const named = [...read("docs/webhooks.md").matchAll(/^\| `\$\{OPUS:([\w-]+)\}`/gm)].map(([, name = ""]) => name);
  expect(named.sort()).toEqual([...noticeNames, "context"].sort());
});

it("how a check ends, in hooks.md", () => {
  const [, words = ""] = /type CheckConclusion = ([^;]+);/.exec(read("src/ports/checks.ts")) ?? [];
  const conclusions = [...words.matchAll(/"(\w+)"/g)].map(([, word = ""]) => word);
  expect(conclusions.length).toBeGreaterThan(3);
  expect([...column("docs/hooks.md", /Conclusion/)].sort()).toEqual(conclusions.sort());
});

it("what is said of a context, in site.md", () => {
  expect([...column("docs/site.md", /`status`/)].sort()).toEqual([...statuses].sort());
});

it("outputs that stay as they are, in secrets.md", () => {
  const told = part("docs/secrets.md", "**Words of opus in step outputs.**", "unless");
  const counts = ["to-create", "to-update", "to-replace", "to-delete", "to-adopt", "unchanged", "failed", "unknown"];
  expect(told).toContain("the counts");
  expect([...coded(told), ...counts].sort()).toEqual([...ownWords, ...userNames].sort());
});

it("what calls, `access` and requests of a kind have, in own-kinds.md", () => {
  const page = read("docs/kinds/own-kinds.md");
  const types = read("sdk/index.d.ts");
  const members = (name: string): readonly string[] => {
    const [, body = ""] = new RegExp(`interface ${name}\\b[^{]*\\{([\\s\\S]*?)^\\}`, "m").exec(types) ?? [];
    return [...body.matchAll(/^ {2}(?:readonly )?(\w+)\??[(:<]/gm)].map(([, member = ""]) => member);
  };
  const said = part("docs/kinds/own-kinds.md", "`io` has `task`", "\n");
  const io = members("Io");
  expect(io.length).toBeGreaterThan(10);
  expect(io.filter((name) => !said.includes(`\`${name}`) && !page.includes(`\`io.${name}`))).toEqual([]);
  const [, rest = ""] = /interface RunAccess extends Pick<Io, ([^>]+)>/.exec(types) ?? [];
  const access = part("docs/kinds/own-kinds.md", "`access` has it as", "```");
  const ofAccess = [...members("RunAccess"), ...[...rest.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name)];
  expect(ofAccess.length).toBeGreaterThan(5);
  expect(ofAccess.filter((name) => !access.includes(`\`${name}\``))).toEqual([]);
  const requests = part("docs/kinds/own-kinds.md", "`io.http` asks", "What a kind gives is taken over");
  expect(members("Http").filter((name) => !requests.includes(`\`${name}(`))).toEqual([]);
  for (const name of members("HttpRequest")) expect(requests).toMatch(new RegExp(`request\\(\\{[^}]*\\b${name}\\b`));
  const [, changes = ""] = /interface KindPlan \{\s*readonly change: ([^;]+);/.exec(types) ?? [];
  const plan = part("docs/kinds/own-kinds.md", "`change` is `create`", " A list has");
  for (const [, change = ""] of changes.matchAll(/"(\w+)"/g)) expect(plan).toContain(`\`${change}\``);
});

it("keywords of a schema, in own-kinds.md", () => {
  const [, list = ""] = /const keywords = \[([\s\S]*?)^\];/m.exec(read("sdk/schema.js")) ?? [];
  const keywords = [...list.matchAll(/"(\w+)"/g)].map(([, word = ""]) => word);
  expect(keywords.length).toBeGreaterThan(15);
  expect([...coded(part("docs/kinds/own-kinds.md", "Keywords: ", "Any other"))].sort()).toEqual(keywords.sort());
});

it("statuses after which a request is sent again, in http-resource.md", () => {
  const [, said = "", never = ""] =
    /sent again after errors of the network, ([\d, ]+) and server errors other than ([\d and]+):/.exec(
      read("docs/kinds/http-resource.md").replace(/\s+/g, " "),
    ) ?? [];
  const numbers = (text: string): readonly number[] => (text.match(/\d+/g) ?? []).map(Number);
  const request = { method: "GET", url: "https://api.example/" };
  const again = Array.from({ length: 200 }, (_, at) => 400 + at).filter(
    (status) => afterAnswer(request, { status, headers: {} }, 1, 0, 0).what === "again",
  );
  expect(again.filter((status) => status < 500)).toEqual(numbers(said));
  expect(Array.from({ length: 100 }, (_, at) => 500 + at).filter((status) => !again.includes(status))).toEqual(
    numbers(never),
  );
});

it("fields have types that people know, in pages and `opus explain`", () => {
  const types = Object.values(kinds).flatMap(({ fields }) => fields.map(({ path, type }) => `${path}: ${type}`));
  expect(types.length).toBeGreaterThan(100);
  expect(types.filter((one) => /: .*\b(anything|array|object)\b/.test(one))).toEqual([]);
  expect(kinds.HttpResource?.fields.find(({ path }) => path === "spec.encoding")?.values).toEqual(["json", "form"]);
});
