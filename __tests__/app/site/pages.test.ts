import fc from "fast-check";
import { parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { sitePage } from "../../../scripts/generate-site.ts";
import { metadata } from "../../../src/action/metadata.generated.ts";
import { withJobToken } from "../../../src/action/raw-inputs.ts";
import { ageWords } from "../../../src/app/site/ages.ts";
import { layOut } from "../../../src/app/site/graph-layout.ts";
import { html, jsonData, link } from "../../../src/app/site/html.ts";
import { pageScript, pageStyle } from "../../../src/app/site/page.generated.ts";
import { parseArguments } from "../../../src/cli/terminal.ts";

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}

/** What a parser of HTML takes other than it stands there, whoever wrote it. */
function asParsed(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd")
    .toWellFormed();
}

describe("html", () => {
  it("makes text of every value, in elements and in attributes", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constantFrom("</p><script>", "\"'&amp;<")),
        (text) => {
          const [element] = parseFragment(html`<p title="${text}">${text}</p>`.text).childNodes as unknown as Node[];
          const wanted = asParsed(text);
          expect(element?.nodeName).toBe("p");
          expect(
            (element?.childNodes ?? [])
              .map(({ value }) => value)
              .join("")
              .toWellFormed(),
          ).toBe(wanted);
          expect(element?.attrs).toEqual([{ name: "title", value: element?.attrs?.[0]?.value }]);
          expect(element?.attrs?.[0]?.value.toWellFormed()).toBe(wanted);
        },
      ),
    );
  });

  it("makes JSON that ends no script, and is the same value", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json().map((text) => JSON.parse(text)),
          fc.constantFrom("</script>", "<!--<script>"),
        ),
        (value) => {
          const [script, ...more] = parseFragment(`<script type="application/json">${jsonData(value).text}</script>`)
            .childNodes as unknown as Node[];
          expect(more).toEqual([]);
          expect(JSON.parse(script?.childNodes?.[0]?.value ?? "")).toEqual(value);
        },
      ),
    );
  });

  it.each([
    "javascript:alert(1)",
    "JAVASCRIPT:x",
    "data:text/html,x",
    "//evil.example",
    "https://a b",
    "",
    " https://a",
  ])("makes no link of %j", (url) => {
    expect(link(url, "run").text).toBe("run");
  });

  it("links to the web", () => {
    expect(link("https://a.example/?b=1&c=<d>", "run").text).toBe(
      '<a href="https://a.example/?b=1&amp;c=&lt;d&gt;" rel="noreferrer noopener">run</a>',
    );
  });
});

describe("the graph", () => {
  const graphs = fc.integer({ min: 0, max: 40 }).chain((size) =>
    fc.array(fc.array(fc.nat({ max: Math.max(0, size - 1) }), { maxLength: 4 }), {
      minLength: size,
      maxLength: size,
    }),
  );

  it("puts each task behind what it depends on, and no two in one place", () => {
    fc.assert(
      fc.property(graphs, (lists) => {
        const dependencies = lists.map((list, index) => list.filter((from) => from < index));
        const { nodes, edges, layers, rows } = layOut(dependencies);
        const layer = new Map(nodes.map((node) => [node.index, node.layer]));
        for (const { from, to } of edges) expect(layer.get(from)).toBeLessThan(layer.get(to) as number);
        expect(new Set(nodes.map((node) => `${node.layer}/${node.row}`)).size).toBe(nodes.length);
        for (const node of nodes) expect(node.layer < layers && node.row >= 0 && node.row <= rows - 1).toBe(true);
        const connected = new Set(dependencies.flatMap((list, index) => (list.length === 0 ? [] : [index, ...list])));
        expect(new Set(nodes.map(({ index }) => index))).toEqual(connected);
        expect(edges.length).toBe(dependencies.reduce((sum, list) => sum + new Set(list).size, 0));
      }),
    );
  });

  it("ends for circles, which only a forged state has", () => {
    fc.assert(
      fc.property(graphs, (lists) => {
        expect(layOut(lists).nodes.length).toBeLessThanOrEqual(lists.length);
      }),
    );
    expect(layOut([[1], [0]]).edges).toHaveLength(2);
  });
});

it.each([
  [-5_000, "just now"],
  [59_999, "just now"],
  [60_000, "1 min ago"],
  [3_599_999, "59 min ago"],
  [7_200_000, "2 h ago"],
  [172_799_999, "47 h ago"],
  [172_800_000, "2 d ago"],
])("the age of %i ms is %j", (ms, words) => {
  const now = Date.parse("2026-11-30T00:00:00Z");
  expect(ageWords(new Date(now - ms).toISOString(), now)).toBe(words);
  expect(ageWords("some day", now)).toBe("");
});

it("the style and the script are those of page/, and need nothing of others", () => {
  expect(sitePage()).toContain(JSON.stringify(pageStyle));
  expect(sitePage()).toContain(JSON.stringify(pageScript));
  expect(pageStyle + pageScript).not.toMatch(/https?:|@import|url\(|innerHTML|<\/script|<\/style/);
});

describe("the command line", () => {
  const parsed = (...argv: string[]) => parseArguments(argv, metadata);

  it("takes reports one by one or several at once", async () => {
    expect(
      await parsed("site", "--out", "x", "--report", "a", "b", "--report=c", "--values", "--limit", "7"),
    ).toMatchObject({
      type: "site",
      out: "x",
      reports: ["a", "b", "c"],
      values: true,
      limit: 7,
    });
  });

  it.each([
    [["site"], "`opus site` needs `--out <folder>`; see opus site --help"],
    [["site", "--out", ""], "`opus site` needs `--out <folder>`; see opus site --help"],
    [["site", "--out"], "--out needs a value"],
    [["site", "prod", "--out", "x"], '`opus site` takes no names, and "prod" is one; see opus site --help'],
    [["site", "--out", "x", "--limit", "0"], '--limit must be a whole number from 1, not "0"'],
    [["site", "--out", "x", "--reports", "y"], "`opus site` has no flag --reports. Did you mean --report?"],
    [["--verbose", "site"], "`site` comes first: `opus site --out site`; see opus site --help"],
  ])("says what is wrong with %j", async (argv, message) => {
    expect(await parsed(...argv)).toEqual({ type: "error", message });
  });

  it("has a help", async () => {
    const help = await parsed("site", "--help");
    expect(help.type === "text" && help.text).toMatch(
      /^opus site: make a static page[\s\S]*--out <folder>[\s\S]*exit status is 1 then\.$/,
    );
  });

  it("takes the job's token in a job alone, and a flag before it", () => {
    const env = { GITHUB_ACTIONS: "true", GITHUB_TOKEN: "ghs_of_the_job" };
    expect(withJobToken({}, env)).toEqual({ token: "ghs_of_the_job" });
    expect(withJobToken({ token: "mine" }, env)).toEqual({ token: "mine" });
    expect(withJobToken({}, { GITHUB_TOKEN: "ghs_of_the_job" })).toEqual({});
    expect(withJobToken({}, { GITHUB_ACTIONS: "true", GITHUB_TOKEN: "" })).toEqual({});
  });
});
