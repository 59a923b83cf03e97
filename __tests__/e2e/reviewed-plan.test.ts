import { describe, expect, it } from "vitest";
import { readComment } from "../../src/hooks/comment/read.ts";
import { project as both, files, head, merged, PullRequestWorld, pullRequest, push } from "./pull-request.ts";
import { statuses } from "./rig.ts";

const key = "0123456789abcdef0123456789abcdef";
const reviewed = { command: "apply", "require-reviewed-plan": "true" };
const prod = {};
// One context: nobody else writes the comment at the same time.
const project = both.replace("contexts: [prod, test]", "context: prod");

/** A resource that scripts make, in a file of the workspace; `create` fails as long as there is a file of its name in fail/. */
function resource(name: string, value: string, more = ""): string {
  return `---
apiVersion: opus/v1
kind: Shell
metadata: { name: ${name}${more} }
spec:
  env: { VALUE: "${value}" }
  create: |
    if [ -e fail/${name} ]; then echo "no room"; exit 3; fi
    mkdir -p live; printf '{"value": "%s"}' "$VALUE" > live/${name}
    echo "ID=${name}-$VALUE" >> "$OPUS_OUTPUT"
  update: |
    if [ -e fail/${name} ]; then echo "no room"; exit 3; fi
    printf '{"value": "%s"}' "$VALUE" > live/${name}
    echo "ID=${name}-$VALUE" >> "$OPUS_OUTPUT"
  read: if [ -e live/${name} ]; then cat live/${name}; fi
  delete: rm -f live/${name}
`;
}

async function open(manifest: string): Promise<PullRequestWorld> {
  return PullRequestWorld.open(`${project}${manifest}`);
}

/** Merges the pull request as GitHub does, and tells the run of the push. */
async function merge(world: PullRequestWorld, way: { mergeCommitSha?: string; commits?: readonly string[] } = {}) {
  await world.github.pull({ number: 12, merged: true, mergeCommitSha: merged, ...way });
}

function phase(body: string | undefined): string | undefined {
  return readComment(body ?? "")?.parts.find(({ facts }) => facts.context === "prod")?.facts.phase;
}

describe("a reviewed plan", () => {
  it("that is unchanged is applied; the comment has the result", async () => {
    await using world = await open(resource("a", "1"));
    await world.step(prod);
    await merge(world);
    const applied = await world.step(reviewed, push());
    expect([applied.exitCode, statuses(applied.report)]).toEqual([0, { a: "done" }]);
    expect(applied.log).toContain("The plan is the one that was reviewed in octo/storefront#12.");
    const [body] = await world.bodies();
    expect(phase(body)).toBe("applied");
    // Nothing is left to review, so another run is fine.
    expect((await world.step(reviewed, push("c".repeat(40)))).exitCode).toBe(0);
    expect(world.github.faults).toEqual([]);
    expect(world.rig.state("storefront", "prod").body.review).toBeUndefined();
  });

  it.each([
    ["a merge commit", { mergeCommitSha: merged, commits: [head] }],
    ["a squash", { mergeCommitSha: merged }],
    ["a rebase", { mergeCommitSha: merged, commits: ["1".repeat(40), merged] }],
    ["an inner commit of a rebase", { mergeCommitSha: "e".repeat(40), commits: [merged, "e".repeat(40)] }],
  ])("is found after %s", async (_, way) => {
    await using world = await open(resource("a", "1"));
    await world.step(prod);
    // Another pull request has the commit too, for another branch.
    await world.github.pull({ number: 13, base: "release", merged: true, mergeCommitSha: merged });
    await merge(world, way);
    // GitHub learns of it a moment later.
    world.github.commitLag = 1;
    expect((await world.step(reviewed, push())).exitCode).toBe(0);
  });

  it.each([
    [
      "the manifest",
      (world: PullRequestWorld) => world.rig.write("opus.yaml", `${project}${resource("a", "3")}`),
      '"a": update as reviewed, but the manifest or the code of its kind is different',
    ],
    [
      "the live resource",
      (world: PullRequestWorld) => world.rig.write("live/a", '{"value": "by hand"}'),
      '"a": update as reviewed, but the live resource is different',
    ],
    [
      "a further task",
      (world: PullRequestWorld) => world.rig.write("opus.yaml", `${project}${resource("a", "2")}${resource("b", "1")}`),
      '"b": reviewed no change, now create',
    ],
    [
      "nothing of it but a task that left",
      (world: PullRequestWorld) => world.rig.write("opus.yaml", `${project}${files({ z: "z" })}`),
      '"a": reviewed update, now delete: the manifest or the code of its kind is different; "z": reviewed no change, now create',
    ],
  ])("is refused with the difference when %s changed after the review", async (_, change, difference) => {
    await using world = await open(resource("a", "1"));
    await world.step({ command: "apply", "comment-pr": "never" }, push());
    world.rig.write("opus.yaml", `${project}${resource("a", "2")}`);
    await world.step(prod);
    await merge(world);
    change(world);
    const before = JSON.stringify(world.rig.state("storefront", "prod"));
    // All that is recorded may leave, so that it is the review that refuses.
    const refused = await world.step({ ...reviewed, "max-deletes": "1" }, push());
    expect([refused.exitCode, refused.outputs["failure-reason"]]).toEqual([1, "plan-changed"]);
    expect(refused.log).toContain(`the plan is not the one that was reviewed in octo/storefront#12 (reviewed sha256:`);
    expect(refused.log).toContain(difference);
    expect(JSON.stringify(world.rig.state("storefront", "prod"))).toBe(before);
    const [body] = await world.bodies();
    expect(phase(body)).toBe("refused");
    expect(body).toContain("## 🚫 Refused plan for `storefront`");
    expect(body).toContain("nothing was changed (plan-changed)");
  });

  it("is refused when the recorded state of what it touches changed", async () => {
    await using world = await open(resource("a", "1"));
    await world.step({ command: "apply", "comment-pr": "never" }, push());
    world.rig.write("opus.yaml", `${project}${resource("a", "2")}`);
    await world.step(prod);
    await merge(world);
    // Another value was applied in between, and the manifest of the merge stands.
    world.rig.write("opus.yaml", `${project}${resource("a", "9")}`);
    await world.step({ command: "apply", "comment-pr": "never" }, push());
    world.rig.write("opus.yaml", `${project}${resource("a", "2")}`);
    const refused = await world.step(reviewed, push());
    expect([refused.exitCode, refused.outputs["failure-reason"]]).toEqual([1, "plan-changed"]);
    expect(refused.log).toContain(
      '"a": update as reviewed, but its recorded state is different, the live resource is different',
    );
  });

  it("is still valid when something else was applied in between", async () => {
    await using world = await open(resource("a", "1") + resource("b", "1"));
    await world.step({ command: "apply", "comment-pr": "never" }, push());
    world.rig.write("opus.yaml", `${project}${resource("a", "2")}${resource("b", "1")}`);
    await world.step(prod);
    await merge(world);
    world.rig.write("opus.yaml", `${project}${resource("a", "1")}${resource("b", "7")}`);
    await world.step({ command: "apply", "comment-pr": "never" }, push());
    const serial = world.rig.state("storefront", "prod").serial;
    world.rig.write("opus.yaml", `${project}${resource("a", "2")}${resource("b", "7")}`);
    const applied = await world.step(reviewed, push());
    expect([applied.exitCode, world.rig.state("storefront", "prod").serial > serial]).toEqual([0, true]);
    expect(world.rig.read("live/a")).toBe('{"value": "2"}');
  });

  it("resumes after a failure: what is done counts, what is left goes on, and nothing else does", async () => {
    const all = (value: string) =>
      `${project}${resource("a", value)}${resource("b", value).replace("metadata: { name: b }", "metadata: { name: b, dependencies: [{ tasks: [a] }] }").replace('VALUE: "', 'FROM: "${VAR:a:ID}", VALUE: "')}${resource("c", value)}`;
    await using world = await open("");
    world.rig.write("opus.yaml", all("1"));
    await world.step(prod);
    await merge(world);
    world.rig.write("fail/b", "");
    const failed = await world.step(reviewed, push());
    expect([failed.exitCode, statuses(failed.report)]).toEqual([1, { a: "done", b: "rolled-back", c: "done" }]);
    expect(phase((await world.bodies())[0])).toBe("failed");
    expect(Object.keys(world.rig.state("storefront", "prod").body.review.items)).toEqual(["a", "b", "c"]);
    // The cause is still there: it fails again, and stays resumable.
    expect((await world.step(reviewed, push())).exitCode).toBe(1);
    // Somebody slips something in: refused.
    world.rig.write("opus.yaml", all("1") + resource("d", "1"));
    expect((await world.step(reviewed, push())).outputs["failure-reason"]).toBe("plan-changed");
    world.rig.write("opus.yaml", all("1").replace('value": "%s"}\' "$VALUE" > live/b', 'value": "evil"}\' > live/b'));
    expect((await world.step(reviewed, push())).outputs["failure-reason"]).toBe("plan-changed");
    world.rig.write("opus.yaml", all("1"));
    world.rig.remove("fail/b");
    const resumed = await world.step(reviewed, push());
    expect([resumed.exitCode, statuses(resumed.report).b]).toEqual([0, "done"]);
    expect(resumed.log).toContain("reviewed in octo/storefront#12; 2 of its changes are done already.");
    expect(phase((await world.bodies())[0])).toBe("applied");
    expect(world.rig.state("storefront", "prod").body.review).toBeUndefined();
  });

  it("does not resume over what another run has changed since", async () => {
    await using world = await open(resource("a", "1") + resource("b", "1"));
    await world.step(prod);
    await merge(world);
    world.rig.write("fail/b", "");
    await world.step(reviewed, push());
    world.rig.write("opus.yaml", `${project}${resource("a", "5")}`);
    await world.step({ command: "apply", "comment-pr": "never" }, push());
    expect(world.rig.state("storefront", "prod").body.review).toBeUndefined();
    world.rig.write("opus.yaml", `${project}${resource("a", "1")}${resource("b", "1")}`);
    world.rig.remove("fail/b");
    expect((await world.step(reviewed, push())).outputs["failure-reason"]).toBe("plan-changed");
  });
});

describe("without a review", () => {
  async function reason(world: PullRequestWorld, inputs = {}): Promise<string> {
    const step = await world.step({ ...reviewed, ...inputs }, push());
    expect([step.exitCode, step.outputs["failure-reason"]]).toEqual([1, "plan-not-reviewed"]);
    expect(world.rig.exists(".opus/state/storefront/prod/state.json")).toBe(false);
    return step.log.match(/::error title=plan-not-reviewed::(.*)/)?.[1] ?? "";
  }

  it("nothing is applied, and it says why", async () => {
    await using world = await open(resource("a", "1"));
    expect(await reason(world)).toBe(
      `this plan was not reviewed: no pull request was merged into main as the commit ${merged.slice(0, 7)}%0AChange this branch by pull requests only, or apply by hand.`,
    );
    await merge(world);
    expect(await reason(world)).toMatch(
      /octo\/storefront#12 has no preview of the context "prod" by github-actions\[bot\]/,
    );
    // A stranger writes one.
    await world.step(prod);
    const [ours] = await world.github.comments(12);
    await world.github.comment(12, "hubot", ours?.body ?? "");
    await world.github.deleteComment(ours?.id ?? 0);
    expect(await reason(world)).toMatch(/has no preview of the context "prod" by/);
  });

  it("one that failed does not count", async () => {
    await using world = await open(resource("a", "1").replace("read: if", "read: exit 7; if"));
    expect((await world.step(prod)).exitCode).toBe(1);
    await merge(world);
    world.rig.write("opus.yaml", `${project}${resource("a", "1")}`);
    expect(await reason(world)).toMatch(/has a preview of the context "prod" that does not count: it failed/);
  });

  it("GitHub's silence is no review", async () => {
    await using world = await open(resource("a", "1"));
    await world.step(prod);
    await merge(world);
    world.github.fault = ({ path }) =>
      path.includes("/comments") ? { status: 403, message: "Resource not accessible by integration" } : undefined;
    expect(await reason(world)).toMatch(
      /the comments of #12 could not be read: GitHub answered 403: .*%0AGive the job `pull-requests: read`/,
    );
  });
});

describe("with a signing key", () => {
  const signed = { "plan-signing-key": key };

  it("a signed plan is applied, and editing the comment forges nothing", async () => {
    await using world = await open(resource("a", "1"));
    const planned = await world.step({ ...prod, ...signed });
    expect(planned.outputs["plan-digest"]).toMatch(/^hmac-sha256:[0-9a-f]{64}$/);
    // A preview of something else on another pull request is as good as signed.
    await world.github.pull({ number: 13 });
    world.rig.write("opus.yaml", `${project}${resource("a", "evil")}`);
    const evil = await world.step({ ...prod, ...signed }, pullRequest(13));
    await merge(world);
    const [comment] = await world.github.comments(12);
    const [other] = await world.github.comments(13);
    const original = comment?.body ?? "";
    const seal = (body: string | undefined) => /"seal":"([^"]+)"/.exec(body ?? "")?.[1] ?? "";
    const digest = planned.outputs["plan-digest"] ?? "";
    const forged = original.replaceAll(digest, evil.outputs["plan-digest"] ?? "");
    // The digest alone, and the digest with the seal of the other pull request.
    for (const body of [forged, forged.replace(seal(original), seal(other?.body))]) {
      await world.github.editComment(comment?.id ?? 0, body);
      const refused = await world.step({ ...reviewed, ...signed }, push());
      expect([refused.exitCode, refused.outputs["failure-reason"]]).toEqual([1, "plan-not-reviewed"]);
      expect(refused.log).toContain("the preview in octo/storefront#12 was edited, or signed with another key");
    }
    // As it was, it is not the plan of now; with the manifest as it was, it is.
    await world.github.editComment(comment?.id ?? 0, original);
    expect((await world.step({ ...reviewed, ...signed }, push())).outputs["failure-reason"]).toBe("plan-changed");
    world.rig.write("opus.yaml", `${project}${resource("a", "1")}`);
    expect((await world.step({ ...reviewed, "plan-signing-key": `${key}x` }, push())).outputs["failure-reason"]).toBe(
      "plan-not-reviewed",
    );
    const unsigned = await world.step(reviewed, push());
    expect(unsigned.outputs["failure-reason"]).toBe("plan-changed");
    expect(unsigned.log).toContain("one of them was made with a `plan-signing-key`, the other without");
    const applied = await world.step({ ...reviewed, ...signed }, push());
    expect([applied.exitCode, applied.report.contexts[0].planDigest]).toEqual([0, digest]);
    for (const text of [original, applied.log.replace(/^::add-mask::.*$/gm, ""), JSON.stringify(applied.report)])
      expect(text).not.toContain(key);
  });

  it("a plan that is not signed is refused", async () => {
    await using world = await open(resource("a", "1"));
    await world.step(prod);
    await merge(world);
    const refused = await world.step({ ...reviewed, ...signed }, push());
    expect(refused.outputs["failure-reason"]).toBe("plan-not-reviewed");
    expect(refused.log).toContain("the preview in octo/storefront#12 is not signed");
  });
});

it("references that change on every commit get a warning", async () => {
  await using world = await open(files({ a: "at ${GITHUB:sha} of ${GITHUB:repository}" }));
  expect((await world.step(prod)).log).not.toContain("volatile-reference");
  const step = await world.step({ ...prod, "require-reviewed-plan": "true" });
  expect(step.log).toMatch(
    /::warning title=volatile-reference,file=opus.yaml,line=\d+,.*::task "a": \$\{GITHUB:sha\} is another one/,
  );
  expect(step.log.match(/volatile-reference,/g)).toHaveLength(1);
});
