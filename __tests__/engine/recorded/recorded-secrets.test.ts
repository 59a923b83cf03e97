import { describe, expect, it } from "vitest";
import { type Action, mappableNames } from "../../../src/engine/model/commands.ts";
import type { TaskState } from "../../../src/engine/model/state-body.ts";
import type { Task } from "../../../src/engine/model/task.ts";
import type { Sealed } from "../../../src/engine/ports/sealed.ts";
import { present, task } from "../samples.ts";
import { Stage, type StageOptions, thing } from "../stage.ts";

/** A checksum that tests can read. */
const sealed: Sealed = { fingerprint: (value) => `print of ${value}` };

const app = thing("app", "", { spec: { path: "app", content: "t=${SECRET:token}", mode: "0600" } });
const withToken = (TOKEN: string, more: StageOptions = {}): StageOptions => ({ environment: { TOKEN }, ...more });

/** A stage on which tasks were applied with the token `first`. */
async function applied(tasks: readonly Task[] = [app], more: StageOptions = {}): Promise<Stage> {
  const stage = new Stage();
  stage.sealed = sealed;
  await stage.run(tasks, withToken("first", more));
  stage.recorder.results.length = 0;
  return stage;
}

const printsOf = (stage: Stage, name = "app"): TaskState["fingerprints"] =>
  stage.recorder.tasks.get(name)?.fingerprints;

const rotated = {
  path: "/content",
  before: "t=${SECRET:token}",
  after: "t=${SECRET:token}",
  sensitive: true,
  otherValues: ["${SECRET:token}"],
};

describe("fingerprints of secrets", () => {
  it("are kept with what was applied and with what is about to be, when state is sealed", async () => {
    const stage = new Stage();
    stage.sealed = sealed;
    const intents: unknown[] = [];
    const begin = stage.recorder.begin.bind(stage.recorder);
    stage.recorder.begin = (given) => {
      intents.push(...given.map(({ secrets, fingerprints }) => ({ secrets, fingerprints })));
      return begin(given);
    };
    await stage.run([app, thing("plain", "x")], withToken("first"));
    const kept = { secrets: { token: "TOKEN" }, fingerprints: { token: "print of first" } };
    expect(intents).toEqual([kept, {}]);
    expect(stage.recorder.tasks.get("app")).toMatchObject(kept);
    expect(stage.recorder.tasks.get("plain")).not.toHaveProperty("fingerprints");
  });

  it("are not kept otherwise, and go from entries that have some", async () => {
    const stage = new Stage();
    await stage.run([app], withToken("first"));
    const bare = stage.recorder.tasks.get("app") as TaskState;
    expect(bare).not.toHaveProperty("fingerprints");
    stage.recorder.tasks.set("app", { ...bare, fingerprints: { token: "print of another" } });
    const { reports } = await stage.run([app], withToken("first"));
    expect(reports).toMatchObject([{ change: "noop", drift: "in-sync", fields: [] }]);
    expect(stage.recorder.tasks.get("app")).toEqual(bare);
  });

  it("come to older entries with the next apply, which changes nothing", async () => {
    const stage = await applied();
    const { fingerprints: _, ...older } = stage.recorder.tasks.get("app") as TaskState;
    stage.recorder.tasks.set("app", older);
    stage.world.things.set("app", { path: "app", content: "t=second", mode: "0600" });
    const { reports } = await stage.run([app], withToken("second"));
    expect(reports).toMatchObject([{ change: "noop", drift: "in-sync", fields: [] }]);
    expect(stage.world.log).toEqual([]);
    expect(printsOf(stage)).toEqual({ token: "print of second" });
  });
});

describe("a rotated secret", () => {
  it("is a change of the fields that name it, and no drift of what is live in them", async () => {
    const stage = await applied();
    const { plan } = await stage.plan([app], withToken("second"));
    expect(plan.tasks[0]?.decision).toEqual({
      change: "update",
      reason: "spec changed",
      compared: "live",
      fields: [rotated],
      drift: "spec-changed",
    });
    expect(plan.counts).toMatchObject({ update: 1, noop: 0 });
    await stage.run([app], withToken("second"));
    expect(stage.world.things.get("app")?.content).toBe("t=second");
    expect(printsOf(stage)).toEqual({ token: "print of second" });
    expect((await stage.plan([app], withToken("second"))).plan.counts).toMatchObject({ update: 0, noop: 1 });
  });

  it.each(["drift", "describe"] as const)("shows as a changed spec in %s", async (action) => {
    const stage = await applied();
    const { plan } = await stage.plan([app], withToken("second", { action }));
    expect(plan.tasks[0]?.decision).toMatchObject({ drift: "spec-changed", fields: [rotated] });
  });

  it("does not hide that other fields drifted", async () => {
    const stage = await applied();
    stage.world.things.set("app", { path: "app", content: "by hand", mode: "0644" });
    const { plan } = await stage.plan([app], withToken("second"));
    expect(plan.tasks[0]?.decision).toMatchObject({
      reason: "spec changed",
      drift: "both",
      fields: [rotated, { path: "/mode", before: "0644", after: "0600" }],
    });
  });

  it("is told once where the text around it changed too", async () => {
    const stage = await applied();
    const reworded = { ...app, spec: { ...app.spec, content: "token=${SECRET:token}" } };
    const { plan } = await stage.plan([reworded], withToken("second"));
    expect(plan.tasks[0]?.decision.fields).toEqual([
      { path: "/content", before: "t=${SECRET:token}", after: "token=${SECRET:token}" },
    ]);
  });

  it("is found in every field that names it, and in no other", async () => {
    const spec = {
      path: "app",
      list: ["a", "${SECRET:token}", "${SECRET:other}"],
      deep: { "a/b": "${SECRET:token}${SECRET:token}" },
      escaped: "$${SECRET:token}",
    };
    const one = task("app", { spec });
    const stage = await applied([one], { environment: { TOKEN: "first", OTHER: "same" } });
    const { plan } = await stage.plan([one], { environment: { TOKEN: "second", OTHER: "same" } });
    expect(plan.tasks[0]?.decision.fields.map(({ path }) => path)).toEqual(["/list/1", "/deep/a~1b"]);
    const both = await stage.plan([one], { environment: { TOKEN: "second", OTHER: "another" } });
    expect(both.plan.tasks[0]?.decision.fields.map(({ path, otherValues }) => [path, otherValues])).toEqual([
      ["/list/1", ["${SECRET:token}"]],
      ["/list/2", ["${SECRET:other}"]],
      ["/deep/a~1b", ["${SECRET:token}"]],
    ]);
  });

  it("changes nothing where the field is ignored", async () => {
    const withIgnoredFields = { ...app, lifecycle: { ignoreChanges: ["/content"] } };
    const stage = await applied([withIgnoredFields]);
    const { reports } = await stage.run([withIgnoredFields], withToken("second"));
    expect(reports).toMatchObject([{ change: "noop", drift: "in-sync", fields: [] }]);
    expect(printsOf(stage)).toEqual({ token: "print of first" });
    // As soon as it counts again, it is seen.
    expect((await stage.plan([app], withToken("second"))).plan.counts).toMatchObject({ update: 1 });
  });

  it("is nothing where the field is only recorded, and is seen when it counts from then on", async () => {
    const only = (recordOnly: string[]): StageOptions => ({
      kinds: [
        new Stage().world.processor({
          compare: { recordOnly: () => recordOnly, differs: () => [] },
          observe: async () => present({}),
        }),
      ],
    });
    const stage = await applied([app], only(["/content"]));
    for (const again of [1, 2]) {
      const { reports, plan } = await stage.run([app], withToken("second", only(["/content"])));
      expect([again, reports]).toMatchObject([
        again,
        [{ change: "noop", drift: "in-sync", fields: [], reason: "unchanged" }],
      ]);
      expect(plan.counts).toMatchObject({ update: 0, noop: 1 });
      expect(stage.recorder.results).toEqual([]);
    }
    expect(printsOf(stage)).toEqual({ token: "print of first" });
    const { plan } = await stage.plan([app], withToken("second", only([])));
    expect(plan.tasks[0]?.decision).toMatchObject({ change: "update", fields: [rotated] });
  });

  it("replaces the resource where the field can't be changed in place", async () => {
    const forced = {
      kinds: [
        new Stage().world.processor({
          observe: async () => present({}),
          compare: {
            differs: () => [],
            replaceOn: (before, after) => (before.content === after.content ? [] : ["/content"]),
          },
        }),
      ],
    };
    const stage = await applied([app], forced);
    const { plan } = await stage.plan([app], withToken("second", forced));
    expect(plan.tasks[0]?.decision).toMatchObject({
      change: "replace",
      fields: [{ ...rotated, forcesReplacement: true }],
    });
    expect((await stage.plan([app], withToken("first", forced))).plan.counts).toMatchObject({ noop: 1 });
  });

  it("of a task that left the manifest is no drift of it", async () => {
    const stage = await applied();
    const { plan } = await stage.plan([], withToken("second"));
    expect(plan.tasks[0]?.decision).toMatchObject({ change: "delete", drift: "spec-changed" });
  });

  it("is compared by value, whichever variable holds it", async () => {
    const stage = await applied();
    const elsewhere = (value: string): StageOptions => ({ environment: { NEW_HOME: value }, variable: "NEW_HOME" });
    expect((await stage.plan([app], elsewhere("first"))).plan.tasks[0]?.decision).toMatchObject({
      change: "noop",
      drift: "in-sync",
    });
    expect((await stage.plan([app], elsewhere("second"))).plan.tasks[0]?.decision).toMatchObject({
      change: "update",
      drift: "spec-changed",
    });
    await stage.run([app], elsewhere("first"));
    expect(stage.recorder.tasks.get("app")).toMatchObject({
      secrets: { token: "NEW_HOME" },
      fingerprints: { token: "print of first" },
    });
  });

  it("is not seen by an untrusted run", async () => {
    const stage = await applied();
    const { plan } = await stage.plan([app], withToken("second", { trusted: false }));
    expect(plan.tasks[0]?.decision).toMatchObject({ change: "noop", drift: "unobservable", fields: [] });
  });

  it("makes a task worth a look with `refresh: changed`, and shows without any with `none`", async () => {
    const stage = await applied();
    stage.world.things.set("app", { path: "app", content: "by hand", mode: "0644" });
    const drift = async (TOKEN: string, refresh: "changed" | "none") =>
      (await stage.plan([app], withToken(TOKEN, { refresh }))).plan.tasks[0]?.decision.drift;
    expect(await drift("first", "changed")).toBe("unobservable");
    expect(await drift("second", "changed")).toBe("both");
    expect(await drift("second", "none")).toBe("spec-changed");
  });

  it("changes the digest of a plan, with each value to another one", async () => {
    const stage = await applied();
    const digest = async (TOKEN: string): Promise<string> => (await stage.plan([app], withToken(TOKEN))).plan.digest;
    const [first, second, third] = [await digest("first"), await digest("second"), await digest("third")];
    expect(new Set([first, second, third]).size).toBe(3);
    expect(await digest("second")).toBe(second);
    // A key that is not stored yet is another one in every run.
    const unmade = new Stage();
    const digests = [];
    for (const key of ["one", "two"]) {
      unmade.sealed = { fingerprint: (value) => `${key} ${value}` };
      digests.push((await unmade.plan([app], withToken("first"))).plan.digest);
    }
    expect(digests[0]).toBe(digests[1]);
  });

  it("is with its new value in a rollback, which has no other", async () => {
    const stage = await applied();
    const before = stage.recorder.tasks.get("app") as TaskState;
    const reworded = { ...app, spec: { ...app.spec, content: "token=${SECRET:token}" } };
    await stage.run([reworded], withToken("second"));
    const undo = new Map([["app", { change: "update", before } as const]]);
    await stage.run([reworded], withToken("second", { action: "rollback", undo }));
    expect(stage.world.things.get("app")?.content).toBe("t=second");
    expect(printsOf(stage)).toEqual({ token: "print of second" });
    // When nothing but the value was another one, there is nothing to go back to.
    const again = await stage.plan([reworded], withToken("second", { action: "rollback", undo }));
    expect(again.plan.counts).toMatchObject({ update: 0, noop: 1 });
  });

  it("that could not be applied is tried again; what was put back has today's value", async () => {
    const stage = await applied();
    stage.world.failing.push("update app=t=second", "update app=t=second");
    expect((await stage.run([app], withToken("second"))).reports).toMatchObject([{ status: "tainted" }]);
    expect(printsOf(stage)).toEqual({ token: "print of first" });
    expect((await stage.plan([app], withToken("second"))).plan.counts).toMatchObject({ update: 1 });
    const reworded = { ...app, spec: { ...app.spec, content: "token=${SECRET:token}" } };
    stage.world.failing.push("update app=token=second");
    expect((await stage.run([reworded], withToken("second"))).reports).toMatchObject([{ status: "rolled-back" }]);
    expect(stage.world.things.get("app")?.content).toBe("t=second");
    expect(printsOf(stage)).toEqual({ token: "print of second" });
  });
});

describe("what else holds a secret", () => {
  const url = thing("app", "", { spec: { path: "app", content: "${ENV:URL}" } });
  const holding = (TOKEN: string): StageOptions => ({ environment: { TOKEN, URL: `https://${TOKEN}@host` } });

  it("stays in place as a reference, and is compared by what it stands for", async () => {
    const stage = new Stage();
    stage.sealed = sealed;
    for (const secret of ["first", "second"]) stage.redactor.add(secret);
    await stage.run([url], holding("first"));
    expect(stage.recorder.tasks.get("app")).toMatchObject({
      spec: { content: "${ENV:URL}" },
      fingerprints: { "ENV:URL": 'print of "https://first@host"' },
    });
    expect(stage.recorder.tasks.get("app")).not.toHaveProperty("secrets");
    const { plan } = await stage.plan([url], holding("second"));
    expect(plan.tasks[0]?.decision).toMatchObject({
      change: "update",
      drift: "spec-changed",
      fields: [{ path: "/content", sensitive: true, otherValues: ["${ENV:URL}"] }],
    });
  });
});

describe("sensitive outputs in sealed state", () => {
  /** Gives a password, which only its create and update know. */
  function secretive(stage: Stage, password = "hunter2-hunter2") {
    const kind = stage.world.processor();
    const outputs = [
      { name: "PASSWORD", value: password, sensitive: true },
      { name: "URL", value: `db://${password}@host` },
      { name: "ID", value: 7 },
    ];
    return {
      ...kind,
      create: async (...given: Parameters<typeof kind.create>) =>
        given[0].path === "db"
          ? { ...(await kind.create(...given)), outputs, observed: { url: `db://${password}` } }
          : kind.create(...given),
      update: async (...given: Parameters<typeof kind.update>) =>
        given[1].path === "db" ? { ...(await kind.update(...given)), outputs } : kind.update(...given),
    };
  }
  const db = thing("db", "x");
  const user = thing("user", "", { spec: { path: "user", content: "p=${VAR:db:PASSWORD}" } });

  it("are kept, with what holds one, and are shown nowhere", async () => {
    const stage = new Stage();
    stage.sealed = sealed;
    const { reports } = await stage.run([db], { kinds: [secretive(stage)] });
    expect(stage.recorder.tasks.get("db")).toMatchObject({
      outputs: { PASSWORD: "hunter2-hunter2", URL: "db://hunter2-hunter2@host", ID: 7 },
      sensitiveOutputs: ["PASSWORD", "URL"],
      observed: { url: "db://***" },
    });
    const shown = { outputs: { ID: 7 }, sensitiveOutputs: ["PASSWORD", "URL"] };
    expect(reports).toMatchObject([shown]);
    expect(stage.concealed).toEqual(['output PASSWORD of task "db"', 'output URL of task "db"']);
    const again = await stage.run([db], { kinds: [secretive(stage)] });
    expect(again.reports).toMatchObject([{ change: "noop", ...shown }]);
  });

  it("are secret whole, also where one holds another one, and what they come with stays readable", async () => {
    const stage = new Stage();
    stage.redactor.add("test");
    const outputs = [
      { name: "URL", value: "db://u:Qq77@test/db", sensitive: true },
      { name: "SHORT", value: "prod", sensitive: true },
      { name: "LONG", value: "prodKkk12345", sensitive: true },
      { name: "NUMBER", value: 123456, sensitive: true },
      { name: "DSN", value: { user: "admin", password: "admin-Zx81" }, sensitive: true },
      { name: "KEY", value: "begin test\nkey\nlines", sensitive: true },
      { name: "STDOUT", value: "made it\nwith prod\n", sensitive: true },
      { name: "LOG", value: "looked up\nin test" },
    ];
    const kind = stage.world.processor();
    const create = async (...given: Parameters<typeof kind.create>) => ({ ...(await kind.create(...given)), outputs });
    const named = outputs.slice(0, 6).map(({ name }) => name);
    const db = thing("db", "x", { spec: { path: "db", content: "x", sensitiveOutputs: named } });
    const { reports } = await stage.run([db], { kinds: [{ ...kind, create }] });
    expect(reports).toMatchObject([{ status: "done", outputs: {}, sensitiveOutputs: [...named, "STDOUT", "LOG"] }]);
    expect(
      stage.redactor.text(
        "db://u:Qq77@test/db prodKkk12345 123456 admin-Zx81 lines\nmade it looked up with prod in test",
      ),
    ).toBe("*** *** *** *** ***\nmade it looked up with *** in ***");
  });

  it("are not in plain state, nor what holds one", async () => {
    const stage = new Stage();
    await stage.run([db], { kinds: [secretive(stage)] });
    expect(stage.recorder.tasks.get("db")).toMatchObject({
      outputs: { ID: 7 },
      sensitiveOutputs: ["PASSWORD", "URL"],
      observed: { url: "db://***" },
    });
    expect(JSON.stringify([...stage.recorder.tasks])).not.toContain("hunter2");
  });

  it("can be used when their task does not run, and stay references in specs", async () => {
    const stage = new Stage();
    stage.sealed = sealed;
    await stage.run([db], { kinds: [secretive(stage)] });
    await stage.run([db, user], { kinds: [secretive(stage)] });
    expect(stage.world.log).toEqual(["create user=p=hunter2-hunter2"]);
    expect(stage.recorder.tasks.get("user")).toMatchObject({
      spec: { content: "p=${VAR:db:PASSWORD}" },
      fingerprints: { "VAR:db:PASSWORD": 'print of "hunter2-hunter2"' },
    });
    const { plan } = await stage.plan([db, user], { kinds: [secretive(stage)] });
    expect(plan.counts).toMatchObject({ noop: 2 });
    // A read-only look at another one by hand is drift, and its old value is not shown.
    stage.world.things.set("user", { path: "user", content: "p=by-hand" });
    const drifted = await stage.plan([db, user], { kinds: [secretive(stage)] });
    expect(drifted.plan.tasks[1]?.decision).toMatchObject({ drift: "resource-changed", fields: [{ sensitive: true }] });
  });

  it("that are given again run what uses them only when they are others", async () => {
    const stage = new Stage();
    stage.sealed = sealed;
    await stage.run([db, user], { kinds: [secretive(stage)] });
    const same = await stage.run([thing("db", "y"), user], { kinds: [secretive(stage)] });
    expect(same.plan.tasks[1]?.decision).toMatchObject({ change: "update", reason: "may change" });
    expect(same.reports[1]).toMatchObject({ change: "noop", status: "done" });
    const other = await stage.run([thing("db", "z"), user], { kinds: [secretive(stage, "another-one")] });
    expect(other.reports[1]).toMatchObject({
      change: "update",
      status: "done",
      fields: [{ path: "/content", otherValues: ["${VAR:db:PASSWORD}"] }],
    });
    expect(stage.world.things.get("user")?.content).toBe("p=another-one");
    expect(printsOf(stage, "user")).toEqual({ "VAR:db:PASSWORD": 'print of "another-one"' });
  });

  it("that plain state did not keep are an error until they are given again", async () => {
    const stage = new Stage();
    await stage.run([db], { kinds: [secretive(stage)] });
    stage.sealed = sealed;
    const { diagnostics } = await stage.plan([db, user], { kinds: [secretive(stage)] });
    expect(diagnostics.map(({ code }) => code)).toEqual(["sensitive-output"]);
    await stage.run([thing("db", "y")], { kinds: [secretive(stage)] });
    await stage.run([thing("db", "y"), user], { kinds: [secretive(stage)] });
    expect(stage.world.things.get("user")?.content).toBe("p=hunter2-hunter2");
  });

  it.each(mappableNames() as readonly Action[])("are hidden from an untrusted %s", async (action) => {
    const stage = new Stage();
    stage.sealed = sealed;
    await stage.run([db, user], { kinds: [secretive(stage)] });
    const undo = new Map([
      ["user", { change: "update", before: stage.recorder.tasks.get("user") as TaskState } as const],
    ]);
    const { plan } = await stage.plan([db, user], { action, undo, trusted: false, kinds: [secretive(stage)] });
    expect(plan.tasks.length).toBeGreaterThan(0);
    expect(JSON.stringify(plan.tasks.map(({ desired, recorded }) => [desired?.value, recorded?.value]))).not.toContain(
      "hunter2",
    );
  });
});
