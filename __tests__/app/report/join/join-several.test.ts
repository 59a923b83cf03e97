import { expect, it } from "vitest";
import { areSeveral, joinProjects } from "../../../../src/app/report/join/join-several.ts";
import { readReport } from "../../../../src/app/report/join/read-report.ts";
import type { ProjectRow, RunReport } from "../../../../src/engine/model/report.ts";
import { renderReport } from "../../../../src/hooks/report.ts";
import { context, report, task } from "../../../hooks/samples.ts";

const row = (project: string, name = "test", more: Partial<ProjectRow> = {}): ProjectRow => {
  return { project, context: name, manifest: "opus.yaml", "working-directory": `services/${project}`, ...more };
};
const list = (projects: readonly ProjectRow[], given: Partial<RunReport> = {}): RunReport =>
  report([], { command: "projects", project: "", projects, ...given });
const plan = (project: string, name = "test"): RunReport =>
  report([context(name, [task("a", { change: "update" })], { planDigest: null })], { project, previews: "apply" });
const early = (given: Partial<RunReport>): RunReport =>
  report([], { project: "", result: "failure", failureReason: "invalid-manifest", ...given });

/** Of each context, whose it is and why it failed. */
function told(...reports: readonly RunReport[]) {
  const { contexts, several } = joinProjects(reports);
  const early = several.early.map(({ project, failure }) => [project, "", failure]);
  return [...early, ...contexts.map(({ project, name, failureReason }) => [project, name, failureReason])];
}

it("reports are of several projects when they name more than one, or a list is there", () => {
  expect(areSeveral([plan("a"), plan("a", "prod"), early({})])).toBe(false);
  expect(areSeveral([plan("a"), plan("b")])).toBe(true);
  expect(areSeveral([plan("a"), list([])])).toBe(true);
});

it("what is listed and not reported is told as that, in the order of projects", () => {
  expect(told(list([row("b"), row("a"), row("a", "prod")]), plan("b"))).toEqual([
    ["a", "prod", "not-reported"],
    ["a", "test", "not-reported"],
    ["b", "test", null],
  ]);
  const { failureReason, diagnostics } = joinProjects([list([row("b"), row("a")]), plan("b")]);
  expect([failureReason, diagnostics.map(({ code, project, context }) => [code, project, context])]).toEqual([
    "not-reported",
    [["not-reported", "a", "test"]],
  ]);
});

it("a run that ended early is one of those of its project, found by its name or by its folder", () => {
  const named = early({ project: "a", failureReason: "no-context" });
  expect(told(list([row("a")]), named)).toEqual([["a", "", "no-context"]]);
  expect(told(list([row("a"), row("a", "prod")]), named)).toEqual([
    ["a", "", "no-context"],
    ["a", "prod", "not-reported"],
    ["a", "test", "not-reported"],
  ]);
  const location = { file: "services/x/parts/one.yaml", line: 1, column: 1 };
  const placed = early({ diagnostics: [{ severity: "error", code: "yaml-syntax", message: "?", location }] });
  const broken = row("", "", { "working-directory": "services/x", error: "it is no YAML" });
  expect(told(list([broken]), placed)).toEqual([["services/x/opus.yaml", "", "invalid-manifest"]]);
  expect(told(list([broken]))).toEqual([["services/x/opus.yaml", "", "invalid-manifest"]]);
  expect(joinProjects([list([broken])]).diagnostics[0]?.message).toBe("it is no YAML");
  expect(told(list([]), early({ failureReason: "internal" }))).toEqual([["", "", "internal"]]);
});

it("a list that could not be made covers nothing", () => {
  const failed = list([], { result: "failure", failureReason: "invalid-input" });
  const { projects: _, ...unlisted } = failed;
  const joined = joinProjects([unlisted]);
  expect([joined.several.listed, joined.failureReason]).toEqual([false, "invalid-input"]);
  expect(joinProjects([list([])]).several.listed).toBe(true);
});

it("a list, and a joined report, are read as they were written", () => {
  const unchanged = [{ project: "c", context: "test" }];
  const given = list([row("a"), row("", "", { error: "broken", changed: null })], { unchanged });
  const read = readReport(JSON.stringify(renderReport(given)));
  expect(read.ok && [read.value.projects, read.value.unchanged]).toEqual([given.projects, unchanged]);
  const { contexts, projects } = joinProjects([plan("a"), plan("b")]);
  const joined = readReport(JSON.stringify(renderReport(report(contexts, { project: "", projects }))));
  // So a report of several can be joined with others.
  expect(joined.ok && told(joined.value, plan("c"))).toEqual([
    ["a", "test", null],
    ["b", "test", null],
    ["c", "test", null],
  ]);
});
