// Pages that were split: links to their old headings still lead to the words that stood there.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { headingId } from "../../src/app/docs/heading-id.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** Old headings, by page, and where they stand today. What stays on its page is a heading there. */
const headings: { readonly [page: string]: { readonly [heading: string]: string } } = {
  "docs/state.md": {
    "where-it-is": "",
    "when-a-project-or-context-is-renamed": "renaming.md",
    "on-a-branch": "",
    "in-files": "",
    "in-the-actions-cache": "state-cache.md",
    "what-is-in-it": "",
    "sealing-it": "state-encryption.md",
    "secrets-in-sealed-state": "state-encryption.md#secrets-in-sealed-state",
    "what-protects-it": "",
    locks: "locks.md",
    "the-order-of-runs": "locks.md#the-order-of-runs",
    "after-a-crash-or-a-cancellation": "state-repair.md#after-a-crash-or-a-cancellation",
    "when-state-cant-be-stored": "state-repair.md#when-state-cant-be-stored",
    "what-to-do": "state-repair.md",
    "putting-an-earlier-version-back": "state-repair.md#putting-an-earlier-version-back",
    "beginning-anew": "state-repair.md#beginning-anew",
  },
  "docs/pull-requests.md": {
    "the-preview": "",
    "several-contexts": "",
    "several-projects": "",
    "forks-and-dependabot": "",
    "reviewed-plans": "reviewed-plans.md#reviewed-plans",
    "approved-plans": "reviewed-plans.md#approved-plans",
    "merge-queues": "reviewed-plans.md#merge-queues",
    "environments-queues-and-clouds": "reviewed-plans.md#environments-queues-and-clouds",
  },
  "docs/commands.md": {
    "what-apply-decides": "",
    "whose-resource-it-is": "",
    "deletions-that-nobody-meant": "deleting.md#deletions-that-nobody-meant",
    "what-rests-on-what-is-recorded": "deleting.md#what-rests-on-what-is-recorded",
    "when-not-all-of-it-can-be-deleted": "deleting.md#when-not-all-of-it-can-be-deleted",
    "when-nothing-is-recorded": "deleting.md#when-nothing-is-recorded",
    "what-stays-recorded": "deleting.md#what-stays-recorded",
    "reading-a-plan": "",
    looking: "",
    drift: "",
    "limiting-a-run": "",
    "names-of-your-own": "",
  },
  "docs/terminal.md": {
    "putting-opus-on-the-path": "",
    "using-it": "",
    "which-state": "",
    "opus-state": "",
    "list---json": "opus-state.md#list---json",
    push: "opus-state.md#push",
    "rm-and-mv": "opus-state.md#rm-and-mv",
  },
  "docs/recipes.md": {
    "coming-from-terraform": "how-to.md#migrate-from-terraform-import-what-is-there",
    "many-projects-in-one-repository": "how-to.md#monorepo-a-project-in-each-folder",
    "by-hand": "how-to.md#rollback-unlock-and-forget-by-hand-in-a-workflow",
  },
};

it.each(Object.entries(headings))("every old heading of %s is reached by its old link", (page, moved) => {
  const text = read(page);
  const here = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => headingId(heading));
  // `<a id="old"></a>[words](new.md#heading)`: who comes with an old link sees where to go on.
  const marks = [...text.matchAll(/<a id="([^"]+)"><\/a>\[[^\]]+\]\(([^)]+)\)/g)].map(([, id, to]) => [id, to]);
  const found = Object.keys(moved).map((id) => [id, here.includes(id) ? "" : marks.find(([mark]) => mark === id)?.[1]]);
  expect(Object.fromEntries(found)).toEqual(moved);
});

it("no page and no source takes the way by an old heading", () => {
  const files = globSync(["*.md", "docs/**/*.md", "examples/**/*.md", "src/**/*.ts", "scripts/**/*.ts"], { cwd: root });
  expect(files.length).toBeGreaterThan(100);
  const detours = files
    .filter((file) => file !== "CHANGELOG.md")
    .flatMap((file) => {
      const text = read(file);
      return Object.entries(headings).flatMap(([page, moved]) => {
        const name = page.replace("docs/", "");
        const gone = Object.keys(moved).filter((heading) => moved[heading] !== "");
        return gone.filter((heading) => text.includes(`${name}#${heading})`)).map((heading) => `${file}: ${heading}`);
      });
    });
  expect(detours).toEqual([]);
});
