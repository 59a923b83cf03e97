import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { QuickRig as Rig } from "./quick-rig.ts";
import { changes, drifts, statuses } from "./rig.ts";

const project = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{branch: main, context: test}]
`;
const withKinds = project.replace("contexts:", "processors: [./kinds.mjs]\n  contexts:");
const task = (kind: string, name: string, spec: object, metadata: object = {}, apiVersion = "opus/v1"): string =>
  `---\n${JSON.stringify({ apiVersion, kind, metadata: { name, ...metadata }, spec })}\n`;
const shell = (spec: object, metadata: object = {}): string => task("Shell", "s", spec, metadata);
const apply = { command: "apply" } as const;
const sealKey = "AGE-SECRET-KEY-187LCD80PG49R725HSYGN2MJ0FXNNPXY6G66TFGLFN3Q8AJP2PDMQ4NF368";
const recorded = (rig: Rig, name = "s") => rig.state("demo", "test").body.tasks[name];
// biome-ignore lint/suspicious/noExplicitAny: as a consumer of the JSON does
const only = (step: { readonly report: any }) => step.report.contexts[0].tasks[0];

async function until(test: () => boolean): Promise<void> {
  for (let tries = 0; !test(); tries++) {
    if (tries > 300) throw new Error("it did not come to that");
    await sleep(50);
  }
}

/** Kills an apply in the middle of a task that has left a file `waiting`. */
async function killedApply(rig: Rig): Promise<{ readonly stateFile: string }> {
  const run = rig.startStep(apply);
  await until(() => rig.exists("waiting"));
  run.child.kill("SIGKILL");
  await run.ended;
  rig.remove("waiting");
  return run;
}

describe("the first example of docs/kinds/shell.md", () => {
  const page = readFileSync(new URL("../../docs/kinds/shell.md", import.meta.url), "utf8");
  const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1]?.replace("shop-media", "photos") ?? "";
  /** A server that makes up the IDs of its buckets, and lets only who has the token in. */
  const cloud = `#!/usr/bin/env bash
set -eu
[ "$TOKEN" = t0k3n-of-the-cloud ] || { echo "401" >&2; exit 9; }
mkdir -p cloud.d
case "$2" in
  create) id="b-$(( $(ls cloud.d | wc -l) + 100 ))"; echo "$4" > "cloud.d/$id"; echo "$id" ;;
  rename) [ -e "cloud.d/$3" ]; echo "$5" > "cloud.d/$3" ;;
  show) [ ! -e "cloud.d/$4" ] || printf '{"name": "%s"}\\n' "$(cat "cloud.d/$4")" ;;
  delete) rm "cloud.d/$3" ;;
esac
`;
  const env = { CLOUD_TOKEN: "t0k3n-of-the-cloud" };

  it("manages a resource by the ID that its server has made up", async () => {
    using rig = new Rig({ "opus.yaml": `${project}---\n${example}`, "bin/cloud": cloud });
    const { chmodSync } = await import("node:fs");
    chmodSync(`${rig.workspace}/bin/cloud`, 0o755);
    const around = { env: { ...env, PATH: `${rig.workspace}/bin:${process.env.PATH}` } };
    const first = await rig.step(apply, around);
    expect([first.exitCode, changes(first.report)]).toEqual([0, { bucket: "create" }]);
    expect(recorded(rig, "bucket")).toMatchObject({ outputs: { ID: "b-100" }, observed: { name: "photos" } });
    expect(changes((await rig.step({ command: "plan" }, around)).report)).toEqual({ bucket: "noop" });

    const renamed = await rig.step({ ...apply, values: "bucketName: pictures" }, around);
    expect([renamed.exitCode, changes(renamed.report)]).toEqual([0, { bucket: "update" }]);
    expect(rig.read("cloud.d/b-100")).toBe("pictures\n");
    expect(recorded(rig, "bucket")).toMatchObject({ outputs: { ID: "b-100" }, observed: { name: "pictures" } });

    rig.write("cloud.d/b-100", "by hand\n");
    const drift = await rig.step({ command: "drift", values: "bucketName: pictures" }, around);
    expect(drifts(drift.report)).toEqual({ bucket: "resource-changed" });
    rig.remove("cloud.d/b-100");
    const missing = await rig.step({ command: "plan", values: "bucketName: pictures" }, around);
    expect(changes(missing.report)).toEqual({ bucket: "create" });
    rig.write("cloud.d/b-100", "pictures\n");
    const deleted = await rig.step({ command: "delete", context: "test" }, around);
    expect([deleted.exitCode, rig.exists("cloud.d/b-100")]).toEqual([0, false]);
  });
});

describe("what scripts are told", () => {
  const show = 'cp "$OPUS_RECORDED" told.json; stat -c %a "$OPUS_RECORDED" > mode; echo "$OPUS_RECORDED" > where';

  it("is in a private file that is gone afterwards, and in a variable for each output", async () => {
    const create = [
      'echo "set: ${OPUS_RECORDED-no} ${OPUS_RECORDED_ID-no}" > at-create',
      'for line in ID=id-1 with-dash=2 apply:test:URL=bound URL=plain other::URL=not; do echo "$line"; done >> "$OPUS_OUTPUT"',
      'head -c 9000 /dev/zero | tr "\\\\0" x > long; echo "LONG=$(cat long)" >> "$OPUS_OUTPUT"',
    ].join("\n");
    const update = `${show}; env | grep ^OPUS_RECORDED_ | sort > told`;
    using rig = new Rig({ "opus.yaml": project + shell({ create, update, env: { A: 1 } }) });
    await rig.step(apply);
    expect(rig.read("at-create")).toBe("set: no no\n");
    rig.write("opus.yaml", project + shell({ create, update, env: { A: 2 } }));
    expect((await rig.step(apply)).exitCode).toBe(0);
    expect(rig.read("told")).toBe("OPUS_RECORDED_ID=id-1\nOPUS_RECORDED_URL=bound\n");
    expect(rig.read("mode")).toBe("600\n");
    expect(rig.exists(rig.read("where").trim())).toBe(false);
    const told = JSON.parse(rig.read("told.json"));
    expect(told.spec.env).toEqual({ A: 1 });
    expect(Object.keys(told.outputs).sort()).toEqual([
      "ID",
      "LONG",
      "URL",
      "apply:test:URL",
      "other::URL",
      "with-dash",
    ]);
    expect([told.observed, told.missing]).toEqual([null, []]);
  });

  it("has sensitive outputs in sealed state alone; without, their absence is told", async () => {
    const spec = (version: number) => ({
      sensitiveOutputs: ["KEY"],
      create: 'echo "KEY=k3y-of-the-thing" >> "$OPUS_OUTPUT"',
      update: `${show}; [ "\${OPUS_RECORDED_KEY-absent}" = k3y-of-the-thing ] && echo has > has || echo "not" > has`,
      env: { version },
    });
    const key = { "encryption-key": sealKey };
    for (const [inputs, has, missing] of [
      [{}, "not\n", ["KEY"]],
      [key, "has\n", []],
    ] as const) {
      using rig = new Rig({ "opus.yaml": project + shell(spec(1)) });
      await rig.step({ ...apply, ...inputs });
      rig.write("opus.yaml", project + shell(spec(2)));
      const updated = await rig.step({ ...apply, ...inputs });
      expect([updated.exitCode, rig.read("has")]).toEqual([0, has]);
      expect(JSON.parse(rig.read("told.json")).missing).toEqual(missing);
      const warning =
        "warning: OPUS_RECORDED_KEY is not set: the output KEY is sensitive, and only sealed state (`encryption-key`) keeps it";
      expect(updated.log.includes(warning)).toBe(missing.length > 0);
      expect(updated.log.replaceAll("::add-mask::k3y-of-the-thing", "")).not.toContain("k3y-of-the-thing");
    }
  });
});

describe("outputs that an update does not give again", () => {
  const file = task("File", "f", { path: "f.txt", content: "${VAR:s:ID} ${VAR:s:VERSION}" });
  const spec = (version: number, more: object = {}) => ({
    create: 'echo ID=id-1 >> "$OPUS_OUTPUT"; echo "VERSION=$v" >> "$OPUS_OUTPUT"',
    update: 'echo "VERSION=$v" >> "$OPUS_OUTPUT"; [ ! -e fail ]',
    env: { v: version },
    ...more,
  });

  it("are kept, so that what uses them goes on", async () => {
    using rig = new Rig({ "opus.yaml": project + shell(spec(1)) + file });
    await rig.step(apply);
    rig.write("opus.yaml", project + shell(spec(2)) + file);
    const updated = await rig.step(apply);
    expect([updated.exitCode, statuses(updated.report)]).toEqual([0, { s: "done", f: "done" }]);
    expect(rig.read("f.txt")).toBe("id-1 2");
    expect(only(updated).outputs).toEqual({ VERSION: "2", ID: "id-1" });
    expect(JSON.parse(updated.outputs.outputs ?? "").s).toEqual({ VERSION: "2", ID: "id-1" });
    expect(changes((await rig.step({ command: "plan" })).report)).toEqual({ s: "noop", f: "noop" });
    // An update that fails is undone by one that gives as little.
    rig.write("opus.yaml", project + shell(spec(3)) + file);
    rig.write("fail", "");
    const failed = await rig.step(apply);
    expect([failed.exitCode, statuses(failed.report)]).toEqual([1, { s: "tainted", f: "skipped" }]);
    expect(recorded(rig).outputs).toEqual({ ID: "id-1", VERSION: "3" });
    rig.remove("fail");
    expect((await rig.step(apply)).exitCode).toBe(0);
    const back = await rig.step({ command: "rollback", context: "test" });
    expect([back.exitCode, recorded(rig).outputs.ID]).toEqual([0, "id-1"]);
  });

  it("go when a replacement begins anew", async () => {
    const anew = { create: 'echo "N=$v" >> "$OPUS_OUTPUT"; [ "$v" = 1 ] && echo OLD=1 >> "$OPUS_OUTPUT" || true' };
    using rig = new Rig({ "opus.yaml": project + shell({ ...anew, delete: "true", env: { v: 1 } }) });
    await rig.step(apply);
    expect(recorded(rig).outputs).toEqual({ N: "1", OLD: "1" });
    rig.write("opus.yaml", project + shell({ ...anew, delete: "true", env: { v: 2 } }));
    expect(changes((await rig.step(apply)).report)).toEqual({ s: "replace" });
    expect(recorded(rig).outputs).toEqual({ N: "2" });
  });

  it("are kept of own kinds as well", async () => {
    const kind = `export default {
      apiVersion: "example.com/v1", kind: "Thing",
      observe: async (spec, io) => (io.recorded ? { state: "present", facts: spec } : { state: "absent" }),
      create: async (spec) => ({ outputs: [{ name: "ID", value: 7 }, { name: "SIZE", value: spec.size }] }),
      update: async (before, after) => ({ outputs: [{ name: "SIZE", value: after.size }] }),
      delete: async () => {},
    };`;
    const thing = (size: number) => task("Thing", "s", { size }, {}, "example.com/v1");
    using rig = new Rig({ "opus.yaml": withKinds + thing(1), "kinds.mjs": kind });
    await rig.step(apply);
    rig.write("opus.yaml", withKinds + thing(2));
    expect((await rig.step(apply)).exitCode).toBe(0);
    expect(recorded(rig).outputs).toEqual({ ID: 7, SIZE: 2 });
  });
});

describe("a create that fails after it has made something", () => {
  const create = 'touch made; echo ID=id-1 >> "$OPUS_OUTPUT"; [ ! -e fail ]';

  it("is undone by a `delete` that knows what it gave", async () => {
    const remove = 'echo "deleting $OPUS_RECORDED_ID" > log; rm made';
    using rig = new Rig({ "opus.yaml": project + shell({ create, delete: remove }), fail: "" });
    const failed = await rig.step(apply);
    expect(only(failed)).toMatchObject({ status: "rolled-back" });
    expect(failed.log).toContain("create failed, rolled back");
    expect([rig.read("log"), rig.exists("made")]).toEqual(["deleting id-1\n", false]);
    expect(rig.state("demo", "test").body.tasks).toEqual({});
  });

  it("is tainted and stays recorded when nothing can undo it, and the next apply goes on from there", async () => {
    const goesOn = `echo "\${OPUS_RECORDED_ID-new}" >> log; ${create}`;
    const read = "if [ -e made ]; then echo '{}'; fi";
    for (const more of [{}, { read }]) {
      using rig = new Rig({ "opus.yaml": project + shell({ create: goesOn, ...more }), fail: "" });
      const failed = await rig.step(apply);
      expect(only(failed)).toMatchObject({ change: "create", status: "tainted", rollback: "impossible" });
      expect(failed.log).toContain("create failed, nothing undoes it: tainted");
      expect(failed.log).not.toContain("rolled back");
      expect(failed.summary).toContain("nothing undoes it");
      expect(recorded(rig)).toMatchObject({ status: "tainted", outputs: { ID: "id-1" } });
      // Nothing is taken away by going on, so no limit and no protection is in the way.
      rig.remove("fail");
      rig.write(
        "opus.yaml",
        project + shell({ create: `${goesOn} # mended`, ...more }, { lifecycle: { preventDestroy: true } }),
      );
      const plan = await rig.step({ command: "plan" });
      expect([plan.exitCode, changes(plan.report)]).toEqual([0, { s: "create" }]);
      const next = await rig.step({ ...apply, "max-deletes": "0" });
      expect([next.exitCode, only(next).status]).toEqual([0, "done"]);
      expect(recorded(rig)).toMatchObject({ status: "applied", outputs: { ID: "id-1" } });
      expect(rig.read("log")).toBe("new\nid-1\n");
    }
  });

  it("was not made when looking finds nothing", async () => {
    const spec = { create: "exit 3", read: "if [ -e made ]; then echo '{}'; fi" };
    using rig = new Rig({ "opus.yaml": project + shell(spec) });
    const failed = await rig.step(apply);
    expect(only(failed)).toMatchObject({ status: "failed", rollback: "needless" });
    expect(failed.log).toContain("create failed, nothing was changed");
    expect(failed.log).toContain("What failed changed nothing, what is done stays done.");
    expect(rig.state("demo", "test").body).toMatchObject({ tasks: {}, pending: [] });
  });

  it("tells what it gave before a line that can't be understood", async () => {
    const wrong = 'echo ID=id-1 >> "$OPUS_OUTPUT"; echo nonsense >> "$OPUS_OUTPUT"';
    const remove = 'echo "deleting $OPUS_RECORDED_ID" > log';
    using rig = new Rig({ "opus.yaml": project + shell({ create: wrong, delete: remove }) });
    expect(only(await rig.step(apply))).toMatchObject({ status: "rolled-back" });
    expect(rig.read("log")).toBe("deleting id-1\n");
  });

  it("sees in a further try what the tries before have made", async () => {
    const flaky = 'echo "${OPUS_RECORDED_ID-new}" >> log; echo ID=id-1 >> "$OPUS_OUTPUT"; [ "$(wc -l < log)" = 2 ]';
    using rig = new Rig({ "opus.yaml": project + shell({ create: flaky }, { retries: { limit: 1, delay: "1ms" } }) });
    expect(only(await rig.step(apply)).status).toBe("done");
    expect(rig.read("log")).toBe("new\nid-1\n");
  });
});

describe("a create that was killed after it has made something", () => {
  const create = 'touch made; echo ID=id-1 >> "$OPUS_OUTPUT"; sleep 0.5; touch waiting; sleep 60';
  const log = (what: string) => `echo "${what} \${OPUS_RECORDED_ID-none}" >> log`;

  it("is found by the ID that it gave", async () => {
    const read = `${log("reading")}; if [ -n "\${OPUS_RECORDED_ID-}" ]; then echo '{"there": true}'; fi`;
    using rig = new Rig({ "opus.yaml": project + shell({ create, read, update: "true", delete: "true" }) });
    await killedApply(rig);
    rig.remove("log");
    const next = await rig.step(apply);
    expect(next.log).toContain('an earlier run ended in the middle of "s": it was made');
    expect([next.exitCode, changes(next.report)]).toEqual([0, { s: "noop" }]);
    expect(recorded(rig)).toMatchObject({ status: "applied", outputs: { ID: "id-1" }, observed: { there: true } });
    expect(rig.read("log").split("\n")[0]).toBe("reading id-1");
  });

  it("is tainted when nobody can look, and what it made is deleted by its ID", async () => {
    using rig = new Rig({ "opus.yaml": project + shell({ create, delete: log("deleting") }) });
    const killed = await killedApply(rig);
    // The runner's post step stores what the journal has.
    expect((await rig.post(killed)).exitCode).toBe(0);
    expect(rig.state("demo", "test").body.pending).toMatchObject([{ task: "s", made: { outputs: { ID: "id-1" } } }]);
    rig.write("opus.yaml", project + shell({ create: "true", delete: log("deleting") }));
    const next = await rig.step(apply);
    expect(next.log).toContain(
      'an earlier run ended in the middle of "s": its create had begun to make it, and did not end; it is tainted',
    );
    expect([next.exitCode, changes(next.report)]).toEqual([0, { s: "replace" }]);
    expect(rig.read("log")).toBe("deleting id-1\n");
  });

  it("is not run again unasked when only that could be done, and keeps its ID", async () => {
    using rig = new Rig({ "opus.yaml": project + shell({ create }) });
    await killedApply(rig);
    const next = await rig.step(apply);
    expect([next.exitCode, only(next).reason]).toEqual([1, "interrupted"]);
    expect(recorded(rig)).toMatchObject({ status: "interrupted", outputs: { ID: "id-1" } });
  });
});

describe("an own kind that says what it has made", () => {
  const kind = `import { existsSync, readFileSync, writeFileSync, appendFileSync, rmSync } from "node:fs";
    const log = (text) => appendFileSync("log", text + "\\n");
    const idOf = (io) => io.recorded?.observed?.id;
    export default {
      apiVersion: "example.com/v1", kind: "Server",
      observe: async (spec, io) => {
        log("observe " + idOf(io));
        if (idOf(io) === undefined || !existsSync("server-" + idOf(io))) return { state: "absent" };
        return { state: "present", facts: { size: Number(readFileSync("server-" + idOf(io), "utf8")) } };
      },
      create: async (spec, io) => {
        writeFileSync("server-77", String(spec.size));
        io.made({ id: 77 }, [{ name: "ID", value: 77 }]);
        log("made " + JSON.stringify({ ...io.recorded }));
        if (spec.fail) throw Object.assign(new Error("no quota"), { hint: "Ask for more." });
        if (spec.wait) { writeFileSync("waiting", ""); await new Promise((wake) => setTimeout(wake, 60_000)); }
        return { outputs: [{ name: "ID", value: 77 }], observed: { id: 77 } };
      },
      update: async (before, after, io) => writeFileSync("server-" + idOf(io), String(after.size)),
      delete: async (before, io) => { log("delete " + idOf(io)); rmSync("server-" + idOf(io)); },
    };`;
  const server = (spec: object) => withKinds + task("Server", "s", spec, {}, "example.com/v1");

  it("knows in `delete` what a failed create has made", async () => {
    using rig = new Rig({ "opus.yaml": server({ size: 1, fail: true }), "kinds.mjs": kind });
    const failed = await rig.step(apply);
    expect(only(failed)).toMatchObject({
      status: "rolled-back",
      error: { message: "no quota", hint: "Ask for more." },
    });
    expect(rig.read("log")).toBe(
      `observe undefined\nmade ${JSON.stringify({
        spec: { size: 1, fail: true },
        outputs: { ID: 77 },
        observed: { id: 77 },
        missing: [],
      })}\ndelete 77\n`,
    );
    expect(rig.exists("server-77")).toBe(false);
  });

  it("finds after a crash what it had said, and goes on", async () => {
    using rig = new Rig({ "opus.yaml": server({ size: 1, wait: true }), "kinds.mjs": kind });
    await killedApply(rig);
    rig.remove("log");
    const next = await rig.step({ command: "plan" });
    expect(next.log).toContain('an earlier run ended in the middle of "s": it was made');
    expect(rig.read("log")).toMatch(/^observe 77\n/);
    rig.write("opus.yaml", server({ size: 2 }));
    const updated = await rig.step(apply);
    expect([updated.exitCode, changes(updated.report)]).toEqual([0, { s: "update" }]);
    expect(rig.read("server-77")).toBe("2");
    expect(recorded(rig)).toMatchObject({ status: "applied", outputs: { ID: 77 } });
    const deleted = await rig.step({ command: "delete", context: "test" });
    expect([deleted.exitCode, rig.exists("server-77")]).toEqual([0, false]);
  });
});

describe("adopting", () => {
  it("records the outputs that `read` gives, and `update` has them", async () => {
    const spec = {
      create: "exit 1",
      update: 'echo "$OPUS_RECORDED_ID" > updated',
      read: 'if [ -e live ]; then echo "ID=$(cat live)" >> "$OPUS_OUTPUT"; echo \'{}\'; fi',
    };
    using rig = new Rig({ "opus.yaml": project + shell(spec, { lifecycle: { adopt: true } }), live: "id-9" });
    const adopted = await rig.step(apply);
    expect([adopted.exitCode, changes(adopted.report)]).toEqual([0, { s: "adopt" }]);
    expect([recorded(rig).outputs, rig.read("updated")]).toEqual([{ ID: "id-9" }, "id-9\n"]);
    // Later looks are looks only.
    rig.write("live", "id-10");
    expect(changes((await rig.step(apply)).report)).toEqual({ s: "noop" });
    expect(recorded(rig).outputs).toEqual({ ID: "id-9" });
  });

  it("records what an own kind finds, with what it gives", async () => {
    const kind = `export default {
      apiVersion: "example.com/v1", kind: "Thing",
      observe: async () => ({ state: "present", facts: { size: 1, id: 7 }, outputs: [{ name: "ID", value: 7 }] }),
      create: async () => {}, update: async () => {},
      delete: async (before, io) => (await import("node:fs")).writeFileSync("deleted", JSON.stringify(io.recorded)),
    };`;
    const thing = task("Thing", "s", { size: 1 }, {}, "example.com/v1");
    using rig = new Rig({ "opus.yaml": withKinds + thing, "kinds.mjs": kind });
    expect(changes((await rig.step(apply)).report)).toEqual({ s: "adopt" });
    expect(recorded(rig)).toMatchObject({ outputs: { ID: 7 }, observed: { size: 1, id: 7 } });
    rig.write("opus.yaml", withKinds);
    await rig.step({ command: "delete", context: "test" });
    expect(JSON.parse(rig.read("deleted"))).toMatchObject({ outputs: { ID: 7 }, observed: { id: 7 } });
  });

  it.each([
    [
      "observe",
      '({ state: "present", facts: {}, output: [] })',
      'gave an unknown member "output"',
      'Did you mean "outputs"?',
    ],
    [
      "observe",
      '({ state: "present", facts: {}, outputs: [{ name: "a b", value: 1 }] })',
      "gave no observation",
      "It returns",
    ],
    ["create", "({ outputs: [], observd: {} })", 'gave an unknown member "observd"', 'Did you mean "observed"?'],
    [
      "create",
      '({ outputs: [{ name: "A", value: 1, sensitiv: true }] })',
      'gave an unknown member "sensitiv"',
      'Did you mean "sensitive"?',
    ],
    ["create", "io.made([])", "`io.made` gave no outcome", "It returns"],
  ])("`%s` that gives %s fails by name", async (method, given, message, hint) => {
    const observe = method === "observe" ? given : '({ state: "absent" })';
    const kind = `export default {
      apiVersion: "example.com/v1", kind: "Thing",
      observe: async () => (${observe}), create: async (spec, io) => (${method === "create" ? given : "undefined"}),
      update: async () => {}, delete: async () => {},
    };`;
    using rig = new Rig({ "opus.yaml": withKinds + task("Thing", "s", {}, {}, "example.com/v1"), "kinds.mjs": kind });
    const { error } = only(await rig.step(apply));
    expect(error.message).toContain(message);
    expect(error.hint).toContain(hint);
  });
});
