import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, it } from "vitest";
import { allFences, fencesOf, generated, pages, root } from "./fences.ts";
import { notRun } from "./not-run.ts";
import { treatmentOrProblem } from "./treatments.ts";

const problemsOf = (markdown: string): readonly string[] =>
  fencesOf("docs/x.md", markdown)
    .map(treatmentOrProblem)
    .filter((one) => typeof one === "string");

it("every sample of every page is tried, or says by whom, or why not", () => {
  expect(pages).toEqual(expect.arrayContaining(["README.md", "docs/kinds/file.md", "examples/policy/README.md"]));
  expect(
    allFences()
      .map(treatmentOrProblem)
      .filter((one) => typeof one === "string"),
  ).toEqual([]);
});

it("pages that are generated are held against what is run", () => {
  const text = readFileSync(join(root, generated.test), "utf8");
  expect(text).toContain(generated.folder);
});

it("every line of the list of those that are not tried here is about a sample, and right", () => {
  for (const { page, begins, why } of notRun) {
    const fences = allFences().filter((fence) => fence.page === page && fence.text.trimStart().startsWith(begins));
    expect([page, begins, fences.length > 0]).toEqual([page, begins, true]);
    if (!why.endsWith(".test.ts")) continue;
    expect([why, existsSync(join(root, why))]).toEqual([why, true]);
    const text = readFileSync(join(root, why), "utf8");
    expect([page, why, [basename(page), basename(dirname(page))].some((name) => text.includes(name))]).toEqual([
      page,
      why,
      true,
    ]);
  }
});

it("comments about samples stand right before one, and say what is known", () => {
  for (const page of pages) {
    const text = readFileSync(join(root, page), "utf8");
    const said = [...text.matchAll(/^ *<!-- (?:sample|with|example): .* -->$/gm)].map(([comment]) => comment.trim());
    const used = fencesOf(page, text).flatMap(({ says }) =>
      Object.entries(says).map(([word, rest]) => `<!-- ${word}: ${rest} -->`),
    );
    expect([page, said.sort()]).toEqual([page, used.sort()]);
    for (const comment of said.filter((one) => one.startsWith("<!-- sample:")))
      expect(comment).toMatch(/^<!-- sample: (in [A-Z]\w+(\.spec)?|(made by|part of|tree of) [\w-]+) -->$/);
  }
});

it("a sample that nobody knows how to try is told of with its place, and with what to do", () => {
  expect(problemsOf("# X\n\n- a list:\n\n  ```yaml\n  what: is this\n  ```\n")).toEqual([
    expect.stringMatching(
      /^docs\/x\.md:5: this sample is tried by nobody: it is no manifest, .*`<!-- sample: in File\.spec -->`/,
    ),
  ]);
  expect(problemsOf("```\nx\n```\n")).toEqual([expect.stringContaining("say behind the backticks what it is")]);
  expect(problemsOf("x\n\n    indented\n")).toEqual([
    expect.stringContaining("docs/x.md:3: this sample is tried by nobody"),
  ]);
  expect(problemsOf("```ruby\nx\n```\n")).toEqual([expect.stringContaining("nobody knows how to try ruby")]);
  expect(problemsOf("~~~~json\n{}\n~~~~\n")).toEqual([expect.stringContaining("give it its `format`")]);
  expect(problemsOf("```js\nconst x = 1;\n```\n")).toEqual([
    expect.stringContaining("it is no module with a default export"),
  ]);
});

it("a comment says what a part is a part of, and only from the line before it", () => {
  expect(problemsOf("<!-- sample: in File.spec -->\n```yaml\ncontent: x\n```\n")).toEqual([]);
  expect(problemsOf("<!-- sample: in File.spec -->\n\n```yaml\ncontent: x\n```\n")).toHaveLength(1);
  const [treatment] = fencesOf("docs/x.md", "```yaml\nlimits: { maxDeletes: 1 }\n```\n").map(treatmentOrProblem);
  expect(treatment).toEqual({
    as: "manifest",
    text: "apiVersion: opus/v1\nkind: Project\nmetadata: { name: sample }\nspec:\n  limits: { maxDeletes: 1 }\n",
  });
});
