import { describe, expect, it } from "vitest";
import type { ContextReport } from "../../../src/engine/model/report.ts";
import { commentLimit, renderComment } from "../../../src/hooks/comment/body.ts";
import { readMarker } from "../../../src/hooks/comment/marker.ts";
import { isFrozen, type Preview } from "../../../src/hooks/comment/model.ts";
import { meantFor } from "../../../src/hooks/comment/of-several.ts";
import type { CommentPurpose, SeveralProjects } from "../../../src/hooks/comment/purpose.ts";
import { readComment } from "../../../src/hooks/comment/read.ts";
import { withPlan, withResult } from "../../../src/hooks/comment/update-preview.ts";
import { type PreviewEdit, writePreview } from "../../../src/hooks/comment/write.ts";
import { MemoryComments } from "../../doubles/memory-thread.ts";
import { asGithub } from "../as-github.ts";
import { context, report, task } from "../samples.ts";
import { applying, digest, links, planning, planOf, reviewable, writing } from "./samples.ts";

const login = "github-actions[bot]";
const projectOf = (name: string, one: ContextReport): ContextReport => ({ ...one, project: name });

/** What the job that joins reports says of projects. */
function joining(projects: readonly string[], given: Partial<SeveralProjects> = {}): CommentPurpose {
  const alike = { projects: 0, contexts: 0 };
  const several = { projects: new Set(projects), alike, listed: true, places: new Map(), early: [], ...given };
  return { ...planning, writer: "0123456789ab", several };
}

function joinedPlan(...contexts: readonly ContextReport[]) {
  return { ...planOf(...contexts), project: "" };
}

function names(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `s${String(index).padStart(3, "0")}`);
}

/** As the next run finds it. */
function posted(preview: Preview | undefined): Preview {
  const text = preview && renderComment(preview, links);
  expect(text?.length).toBeLessThanOrEqual(commentLimit);
  const read = text === undefined ? undefined : readComment(text);
  if (!read) throw new Error("there is no comment");
  return read;
}

/** Each context that is shown, as `project/context`. */
function shown({ parts }: Preview): readonly string[] {
  return parts.map(({ facts }) => `${facts.project}/${facts.context}`);
}

/** Forty projects: one changes, one deletes, one fails, one could not be read, the others have nothing to do. */
function forty(): Preview {
  const all = names(40);
  const contexts = all.map((name, index) => {
    if (index === 3) return projectOf(name, reviewable("test"));
    if (index === 7)
      return projectOf(name, context("prod", [task("db", { change: "delete" })], { planDigest: digest }));
    if (index === 9) return projectOf(name, { ...context("test", []), failureReason: "state-unavailable" as const });
    return projectOf(
      name,
      context("test", [task("same")], { planDigest: digest, reviewable: { seal: null, changes: {} } }),
    );
  });
  const plan = { ...joinedPlan(...contexts), failureReason: "state-unavailable" as const };
  const early = [{ project: "broken", failure: "invalid-manifest" as const }];
  return withPlan(undefined, plan, joining([...all, "broken"], { early }), writing());
}

describe("a comment of several projects", () => {
  it("counts a run that ended early among the contexts of its project that have left no report", () => {
    const lost = (name: string) =>
      projectOf("cart", { ...context(name, []), planDigest: null, failureReason: "not-reported" as const });
    const early = [{ project: "cart", failure: "no-context" as const }];
    const titleOf = (...contexts: readonly ContextReport[]): string | undefined => {
      const plan = { ...joinedPlan(...contexts), failureReason: "no-context" as const };
      const preview = withPlan(undefined, plan, joining(["cart", "shop"], { early }), writing());
      return renderComment(preview, links).split("\n")[1];
    };
    const shop = projectOf("shop", reviewable("test"));
    expect(titleOf(lost("prod"), lost("test"), shop)).toBe(
      "## ❌ Plan for `cart`, `shop`: 1 to update, and 2 contexts that could not be planned",
    );
    expect(titleOf(lost("prod"), lost("test"))).toBe(
      "## ❌ Plan for `cart`: could not be made (no-context, not-reported)",
    );
    expect(titleOf(shop)).toBe("## ❌ Plan for `cart`, `shop`: 1 to update, and 1 context that could not be planned");
  });

  it("says first what matters, and in one line what has nothing to do", async () => {
    const text = renderComment(forty(), links);
    await expect(text).toMatchFileSnapshot("../snapshots/comment-forty-projects.txt");
    const [marker = "", title] = text.split("\n");
    expect(title).toBe(
      "## ❌ Plan for 41 projects: 1 to update, 1 to delete, 37 unchanged, and 2 contexts that could not be planned",
    );
    expect(text.split("\n").filter((line) => /^\| `/.test(line)).length).toBe(4);
    expect(text).toContain("Nothing to do in `s000` (`test`), `s001` (`test`), ");
    expect(text.indexOf("> - delete `db`")).toBeLessThan(text.indexOf("<details"));
    expect(marker.length).toBeLessThan(7_000);
    expect(asGithub(text, "https://github.com/octo/storefront").problems).toEqual([]);
    // What programs read of it is what was written.
    const read = posted(forty());
    expect(renderComment(read, links)).toBe(text);
  });

  it("keeps its order, whatever the order of the reports", () => {
    const contexts = ["b", "a", "c"].flatMap((name) => [
      projectOf(name, reviewable("test", { place: 1 })),
      projectOf(name, reviewable("prod", { place: 0 })),
    ]);
    const one = withPlan(undefined, joinedPlan(...contexts), joining(["a", "b", "c"]), writing());
    const other = withPlan(undefined, joinedPlan(...contexts.reverse()), joining(["a", "b", "c"]), writing());
    expect(shown(one)).toEqual(["a/prod", "a/test", "b/prod", "b/test", "c/prod", "c/test"]);
    expect(renderComment(one, links)).toBe(renderComment(other, links));
  });

  it("drops what the same job told before of a project that is gone, and keeps what another job wrote", () => {
    const before = withPlan(
      undefined,
      joinedPlan(...["a", "gone"].map((name) => projectOf(name, reviewable("test")))),
      joining(["a", "gone"]),
      writing(),
    );
    const other = { ...joining(["theirs"]), writer: "ba9876543210" };
    const both = withPlan(posted(before), joinedPlan(projectOf("theirs", reviewable("test"))), other, writing());
    expect(shown(both)).toEqual(["a/test", "gone/test", "theirs/test"]);
    const now = withPlan(posted(both), joinedPlan(projectOf("a", reviewable("test"))), joining(["a"]), writing());
    expect(shown(now)).toEqual(["a/test", "theirs/test"]);
    const none = withPlan(
      posted(now),
      joinedPlan(),
      joining(["a"], { alike: { projects: 1, contexts: 2 } }),
      writing(),
    );
    expect(shown(none)).toEqual(["theirs/test"]);
    const empty = withPlan(undefined, joinedPlan(), joining(["a"], { alike: { projects: 1, contexts: 2 } }), writing());
    expect(renderComment(empty, links).split("\n")[1]).toBe(
      "## ✅ Plan: nothing to do, none of 1 project is other than recorded",
    );
  });

  it("keeps what is there, as of an older run, when nobody could list the projects", () => {
    const before = withPlan(undefined, joinedPlan(projectOf("a", reviewable("test"))), joining(["a"]), writing());
    const early = [{ project: "", failure: "invalid-input" as const }];
    const failed = { ...report([]), project: "", failureReason: "invalid-input" as const };
    const later = writing({ run: "4712", at: "2026-11-27T13:00:00.000Z" });
    const now = withPlan(posted(before), failed, joining([], { listed: false, early }), later);
    expect(shown(now)).toEqual(["/", "a/test"]);
    expect(renderComment(now, links)).toContain("🕓 outdated, of [run 4711]");
  });
});

describe("the plans in it", () => {
  it("are found by who applies one of them, also when there was no room for what they say", () => {
    const all = names(250);
    const contexts = all.map((name, index) => {
      const gone = Array.from({ length: 12 }, (_, at) => task(`resource-${at}`, { change: "delete" }));
      const own = `sha256:${String(index).padStart(64, "0")}`;
      return projectOf(name, context("prod", gone, { planDigest: own, reviewable: { seal: own, changes: {} } }));
    });
    const preview = posted(withPlan(undefined, joinedPlan(...contexts), joining(all), writing()));
    expect(preview.left.named.length).toBeGreaterThan(50);
    const marker = readMarker(renderComment(preview, links));
    const found = new Map<string, readonly unknown[]>([
      ...(marker?.parts ?? []).map(({ project = "", digest: own, seal }) => [project, [own, seal]] as const),
      ...(marker?.left.named ?? []).map(({ project = "", plan }) => [project, [plan?.digest, plan?.seal]] as const),
    ]);
    all.forEach((name, index) => {
      const own = `sha256:${String(index).padStart(64, "0")}`;
      expect([name, found.get(name)]).toEqual([name, [own, own]]);
    });
    expect(renderComment(preview, links)).toMatch(/^## 📋 Plan for 250 projects: 3000 to delete$/m);
  });

  it("get their result from the run of one project, which touches no other", () => {
    const plan = joinedPlan(...["a", "b"].map((name) => projectOf(name, reviewable("prod"))));
    const before = posted(withPlan(undefined, plan, joining(["a", "b"]), writing()));
    const applied = report([reviewable("prod")], { command: "apply", project: "b" });
    const after = posted(withResult(before, applied, applying, writing({ stamp: "t", run: "4712" })));
    expect(after.parts.map(({ facts }) => facts.phase)).toEqual(["planned", "applied"]);
    expect(after.parts[0]).toEqual(before.parts[0]);
    expect([isFrozen(before), isFrozen(after)]).toEqual([false, true]);
    expect(renderComment(after, links)).toContain("✅ `apply` in `b` `prod`");
  });
});

describe("comments that were there before", () => {
  const options = {
    links,
    contested: false,
    signal: new AbortController().signal,
    sleep: async () => {},
    random: () => 0,
  };
  const edit = (projects: readonly string[], stamp: string): PreviewEdit => {
    const plan = joinedPlan(...projects.map((name) => projectOf(name, reviewable("test"))));
    const purpose = joining(projects);
    return {
      project: "",
      several: true,
      begins: true,
      stamps: [stamp],
      isMeant: meantFor(plan.contexts, "", purpose),
      change: (current) => withPlan(current, plan, purpose, writing({ stamp })),
    };
  };

  it("of each project alone are taken over, and none of another project", async () => {
    const comments = new MemoryComments();
    for (const project of ["a", "b", "elsewhere"])
      comments.post(
        login,
        renderComment(withPlan(undefined, { ...planOf(reviewable("test")), project }, planning, writing()), links),
      );
    await writePreview(comments.thread(login), edit(["a", "b", "c"], "t"), options);
    const left = comments.all.map(({ body }) => readComment(body));
    expect(left.map((one) => [one?.project, one && shown(one)])).toEqual([
      ["", ["a/test", "b/test", "c/test"]],
      ["elsewhere", ["undefined/test"]],
    ]);
  });

  it("are one when two jobs write at once", async () => {
    const comments = new MemoryComments();
    const thread = comments.thread(login);
    await Promise.all([
      writePreview(thread, edit(["a"], "t"), options),
      writePreview(thread, edit(["a", "b"], "u"), options),
    ]);
    const left = comments.all.map(({ body }) => readComment(body));
    expect(left.length).toBe(1);
    expect(left[0]?.several).toBeDefined();
  });

  it("is not taken by a run of a project that is not in it, which has its own", async () => {
    const comments = new MemoryComments();
    const thread = comments.thread(login);
    await writePreview(thread, edit(["a", "b"], "t"), options);
    for (const project of ["b", "other"]) {
      const plan = { ...planOf(reviewable("test")), project };
      const own = {
        project,
        begins: true,
        stamps: [project],
        isMeant: meantFor(plan.contexts, project, planning),
        change: (current: Preview | undefined) => withPlan(current, plan, planning, writing({ stamp: project })),
      };
      await writePreview(thread, own, options);
    }
    const left = comments.all.map(({ body }) => readComment(body));
    expect(left.map((one) => [one?.project, one?.parts.length])).toEqual([
      ["", 2],
      ["other", 1],
    ]);
  });
});
