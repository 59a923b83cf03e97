import "./short-waits.ts";
import { expect, test } from "vitest";
import { files, PullRequestWorld } from "./pull-request.ts";
import { type Event, statuses } from "./rig.ts";

const head = "c".repeat(40);

/** A group of the merge queue of main, whose last pull request is this one. */
function mergeGroup(number: number, ref = `refs/heads/gh-readonly-queue/main/pr-${number}-${"d".repeat(40)}`): Event {
  return {
    name: "merge_group",
    ref,
    sha: head,
    payload: {
      action: "checks_requested",
      merge_group: { head_sha: head, head_ref: ref, base_sha: "d".repeat(40), base_ref: "refs/heads/main" },
      repository: { id: 1, default_branch: "main" },
    },
  };
}

const project = `apiVersion: opus/v1
kind: Project
metadata: { name: storefront }
spec:
  contexts:
    - { event: pull_request, context: prod }
    - { event: merge_group, branch: main, context: prod }
  hooks: [{ use: check }]
`;
const reviewed = { command: "apply", "require-reviewed-plan": "true" };

async function open(contents: { readonly [name: string]: string }): Promise<PullRequestWorld> {
  return PullRequestWorld.open(`${project}${files(contents)}`);
}

const endings = ({ github }: PullRequestWorld): readonly string[] =>
  github.checks.all.map(({ sha, conclusion, title }) => `${sha[0]} ${conclusion}: ${title}`);

test("a group is planned in the context of its branch, with a check on its own commit and no comment", async () => {
  await using world = await open({ one: "1" });
  const token = world.github.actionsToken({ permissions: { checks: "write", "pull-requests": "write" } });
  const step = await world.step({ token }, mergeGroup(12));
  expect([step.exitCode, step.outputs.context]).toEqual([0, "prod"]);
  expect(endings(world)).toEqual(["c success: 1 to create"]);
  expect(await world.bodies()).toEqual([]);
});

test("a pull request that is alone in its group is applied as its preview was reviewed", async () => {
  await using world = await open({ one: "1" });
  await world.step({});
  const step = await world.step(reviewed, mergeGroup(12));
  expect(statuses(step.report)).toEqual({ one: "done" });
  expect(step.log).toContain("The plan is the one that was reviewed in octo/storefront#12.");
});

test("a group of several is refused without an approval, and applied with the digest of its plan", async () => {
  await using world = await open({ one: "1" });
  const token = world.github.actionsToken({ permissions: { checks: "write", "pull-requests": "write" } });
  await world.step({});
  // Another pull request is before it in the queue.
  world.rig.write("opus.yaml", `${project}${files({ one: "1", other: "2" })}`);
  const { report } = await world.step({ ...reviewed, token }, mergeGroup(12));
  expect(report.failureReason).toBe("plan-changed");
  const wrong = await world.step({ ...reviewed, token, "plan-digest": `sha256:${"0".repeat(64)}` }, mergeGroup(12));
  expect(wrong.report.failureReason).toBe("plan-changed");
  const digest = (await world.step({ token }, mergeGroup(12))).outputs["plan-digest"] ?? "";
  const applied = await world.step({ ...reviewed, token, "plan-digest": digest }, mergeGroup(12));
  expect(statuses(applied.report)).toEqual({ one: "done", other: "done" });
  expect(endings(world)).toEqual([
    "c action_required: 2 to create (plan-changed)",
    "c action_required: 2 to create (plan-changed)",
    "c success: 2 to create",
    "c success: 2 done",
  ]);
});

test.each([
  ["no preview", mergeGroup(12), "octo/storefront#12 has no preview of the context"],
  ["a ref that names no pull request", mergeGroup(12, "refs/heads/gh-readonly-queue/main/x"), "names no pull request"],
])("a group with %s was not reviewed", async (_, event, why) => {
  await using world = await open({ one: "1" });
  const { report, log } = await world.step(reviewed, event);
  expect([report.failureReason, world.rig.exists("out/prod/one.txt")]).toEqual(["plan-not-reviewed", false]);
  expect(log).toContain(why);
});

test("elsewhere an approval takes no review's place", async () => {
  await using world = await open({ one: "1" });
  world.rig.write("opus.yaml", world.rig.read("opus.yaml").replace("event: merge_group", "event: push"));
  const event = { ...mergeGroup(12), name: "push", ref: "refs/heads/main" };
  const digest = (await world.step({}, event)).outputs["plan-digest"] ?? "";
  const { report } = await world.step({ ...reviewed, "plan-digest": digest }, event);
  expect(report.failureReason).toBe("plan-not-reviewed");
});
