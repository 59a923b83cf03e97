import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { GitServer } from "../peers/git-server.ts";
import { QuickRig as Rig } from "./quick-rig.ts";
import { changes, type Event, pushToMain } from "./rig.ts";

const first = "AGE-SECRET-KEY-187LCD80PG49R725HSYGN2MJ0FXNNPXY6G66TFGLFN3Q8AJP2PDMQ4NF368";
const second = "AGE-SECRET-KEY-1RGVRPZJ2S4RU39QS7WX8QFX6T7EJ2VESL7GNWMAGLKCWH5E27QPSWF4DPV";
const firstRecipient = "age1ygj72m7t3rnvv0e56rf5vkdmy5c0wrzfmnz52l85cmvws8f3agcsjwl6f4";
/** As `age-keygen` writes it. */
const keyFile = `# created: 2026-01-02T03:04:05Z\n# public key: ${firstRecipient}\n${first}\n`;
/** An output that only state knows: it is made while the task runs, and stands in no manifest. */
const inside = "wobbegong-42";

const project = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{branch: main, context: test}, {input: true}]
`;
const file = (name: string, content = "hello"): string =>
  `---\napiVersion: opus/v1\nkind: File\nmetadata: {name: ${name}}\nspec: {path: out/${name}.txt, content: ${content}}\n`;
const shell = (name: string, create: string, metadata = ""): string =>
  `---\napiVersion: opus/v1\nkind: Shell\nmetadata: {name: ${name}${metadata}}\nspec: {create: ${JSON.stringify(create)}}\n`;
const maker = shell("maker", 'echo "FISH=wobbegong-$((40 + 2))" >> "$OPUS_OUTPUT"');
const after = ", dependencies: [{tasks: [maker]}]";
const manifest = project + file("greeting") + maker;

/** The report is no state: it shows outputs that are not sensitive. */
const report = /^opus-[^/]+\/report\.json$/;

const stateFolder = ".opus/state/demo/test";
const stateFile = `${stateFolder}/state.json`;
const sealing = { command: "apply", "encryption-key": first };

/** A run that is not trusted. */
const fork: Event = {
  name: "pull_request",
  ref: "refs/pull/1/merge",
  payload: {
    repository: { id: 1, default_branch: "main" },
    pull_request: { number: 1, head: { repo: { id: 2, fork: true } }, base: { ref: "main" } },
  },
};

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > 20_000) throw new Error(`waited in vain for ${what}`);
    await sleep(20);
  }
}

/** Files below a folder that hold a text, by their path in it. */
function holding(folder: string, text: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const paths = names.filter((name) => statSync(join(folder, name)).isFile());
  return paths.filter((name) => readFileSync(join(folder, name)).includes(text));
}

/** What a step fails with; nothing that is stored may have changed. */
async function refusal(rig: Rig, inputs: { readonly [name: string]: string }): Promise<string> {
  const before = rig.read(stateFile);
  const { exitCode, outputs, report } = await rig.step(inputs);
  expect([exitCode, outputs["failure-reason"]]).toEqual([1, "state-unavailable"]);
  expect(rig.read(stateFile)).toBe(before);
  return report.diagnostics.map(({ message }: { message: string }) => message).join("\n");
}

describe("state in files, sealed", () => {
  it("is applied and planned with the key, and says that it is sealed", async () => {
    using rig = new Rig({ "opus.yaml": manifest });
    const applied = await rig.step({ command: "apply", "encryption-key": keyFile });
    expect(applied.exitCode).toBe(0);
    expect(applied.log).toMatch(/^State: file \(sealed\) .*state\.json, nothing recorded yet$/m);
    expect(applied.log).toContain(" · state file (sealed) serial 2");
    expect(applied.summary).toContain("\n\nState: file (sealed)\n\n");
    // What is masked are the lines that are secrets, not the comments around them.
    expect(applied.log.match(/^::add-mask::.*/gm)).toContain(`::add-mask::${first}`);
    expect(applied.log).not.toMatch(/^::add-mask::#/m);
    expect(rig.state("demo", "test")).toMatchObject({
      serial: 2,
      body: null,
      sealed: expect.stringMatching(/^-----BEGIN AGE ENCRYPTED FILE-----\n/),
    });
    expect(holding(join(rig.workspace, ".opus"), inside)).toEqual([]);

    const stored = rig.read(stateFile);
    const planned = await rig.step({ "encryption-key": `${second}\n${first}` });
    expect([planned.exitCode, changes(planned.report)]).toEqual([0, { greeting: "noop", maker: "noop" }]);
    const again = await rig.step(sealing);
    expect([again.exitCode, rig.read(stateFile)]).toEqual([0, stored]);
    expect(rig.exists(`${stateFolder}/journal.ndjson`)).toBe(false);
  });

  it("is refused without the key, with another one, and when something plain is in its place", async () => {
    using rig = new Rig({ "opus.yaml": manifest });
    await rig.step({ command: "apply" });
    const plain = rig.read(stateFile);
    rmSync(join(rig.workspace, stateFolder), { recursive: true });
    await rig.step(sealing);
    for (const command of ["plan", "apply", "drift", "describe"]) {
      expect(await refusal(rig, { command })).toContain("it is sealed, and no key was given to open it. Give the key");
      expect(await refusal(rig, { command, "encryption-key": second })).toContain(
        "it is sealed, and none of the keys in `encryption-key` opens it.",
      );
    }
    rig.write(stateFile, plain);
    expect(await refusal(rig, sealing)).toContain(
      "it is not sealed, and `encryption-key` was given: what is not sealed may be forged.",
    );
  });

  it("goes to another key, when that is put first", async () => {
    using rig = new Rig({ "opus.yaml": manifest });
    await rig.step(sealing);
    rig.write("opus.yaml", manifest + file("more"));
    const rotated = await rig.step({ command: "apply", "encryption-key": `${second}\n${first}` });
    expect([rotated.exitCode, changes(rotated.report)]).toEqual([
      0,
      { greeting: "noop", maker: "noop", more: "create" },
    ]);
    expect((await rig.step({ "encryption-key": second, "expect-no-changes": "true" })).exitCode).toBe(0);
    expect(await refusal(rig, { "encryption-key": first })).toContain("none of the keys");
  });

  it("goes to another key also when nothing changes, and says so once", async () => {
    using rig = new Rig({ "opus.yaml": manifest });
    await rig.step(sealing);
    const both = { command: "apply", "encryption-key": `${second}\n${first}` };
    const told = "The state is sealed with the new key from now on: the first line of `encryption-key`.";
    expect((await rig.step({ ...both, command: "plan" })).log).not.toContain(told);
    const rotated = await rig.step(both);
    expect([rotated.exitCode, changes(rotated.report)]).toEqual([0, { greeting: "noop", maker: "noop" }]);
    expect(rotated.log).toContain(told);
    expect(rig.state("demo", "test").serial).toBe(3);
    expect((await rig.step({ "encryption-key": second, "expect-no-changes": "true" })).exitCode).toBe(0);
    const again = await rig.step(both);
    expect([again.log.includes(told), rig.state("demo", "test").serial]).toEqual([false, 3]);
  });

  it.each([
    ["has no key", {}],
    ["was given the key", { "encryption-key": first }],
    ["was given something that is no key", { "encryption-key": "age1nonsense" }],
  ])("is not opened by an untrusted run whose step %s: every task is unknown", async (_, key) => {
    using rig = new Rig({
      "opus.yaml": manifest.replace("context: test}", "context: test}, {event: pull_request, context: test}"),
    });
    await rig.step(sealing);
    const { exitCode, log, report } = await rig.step({ command: "plan", ...key }, { event: fork });
    expect([exitCode, report.contexts[0].counts.unknown]).toEqual([0, 2]);
    expect(report.diagnostics).toContainEqual(
      expect.objectContaining({
        code: "state-hidden",
        message:
          'state can\'t be opened, so every task of "test" is shown as unknown: it is sealed, and an untrusted run gets no key, as it should be',
      }),
    );
    expect(log).toMatch(/\? greeting {2}unknown {2}File/);
    expect(log).toMatch(/\? maker {2}unknown {2}Shell/);
    expect(log).not.toContain(inside);
  });

  it("tells an untrusted run nothing of what it holds, and hides no guess of it", async () => {
    const output = "sensitive-guessed-1";
    const maker = `---\napiVersion: opus/v1\nkind: Shell\nmetadata: {name: maker}\nspec: {sensitiveOutputs: [P], create: 'echo "P=sensitive-guessed-$((1))" >> "$OPUS_OUTPUT"', delete: "true"}\n`;
    using rig = new Rig({ "opus.yaml": project + maker });
    await rig.step(sealing);
    // The stranger names the context, and brings a list of guesses.
    const guesses = file("greeting", `sensitive-guessed-0 ${output}`);
    rig.write("opus.yaml", project.replace("{input: true}", "{event: pull_request, context: test}") + guesses);
    for (const command of ["plan", "drift", "describe", "validate"]) {
      const run = await rig.step({ command, "encryption-key": first }, { event: fork });
      expect([command, run.exitCode]).toEqual([command, 0]);
      const shown = run.log + run.summary + JSON.stringify(run.report) + JSON.stringify(run.outputs);
      expect(shown).not.toContain("maker");
      expect(shown).not.toContain("sensitive-guessed-0 ***");
    }
  });

  it("takes a version from before it was sealed only with `initialize`", async () => {
    using rig = new Rig({ "opus.yaml": manifest });
    await rig.step({ command: "apply" });
    await rig.step({ ...sealing, initialize: "true" });
    expect(await refusal(rig, { ...sealing, command: "rollback", to: "2" })).toContain(
      "If it was stored before the state was sealed, and you trust it, give `initialize: true` (in a terminal `--initialize`) to this command.",
    );
    const back = { ...sealing, command: "rollback", to: "2", initialize: "true" };
    expect((await rig.step(back)).exitCode).toBe(0);
  });

  it("begins with `initialize`: once, also when nothing else changes, and says when that is to be taken out", async () => {
    using rig = new Rig({ "opus.yaml": manifest });
    await rig.step({ command: "apply" });
    expect(rig.state("demo", "test").serial).toBe(2);
    const initialize = { ...sealing, initialize: "true" };
    const planned = await rig.step({ ...initialize, command: "plan" });
    expect([planned.exitCode, rig.state("demo", "test").sealed]).toEqual([0, null]);
    expect(planned.log).toMatch(/^State: file \/.*state\.json, serial 2, 2 tasks recorded$/m);
    expect(planned.summary).not.toContain("(sealed)");

    const sealed = await rig.step(initialize);
    expect([sealed.exitCode, changes(sealed.report)]).toEqual([0, { greeting: "noop", maker: "noop" }]);
    expect(sealed.log).not.toContain("`initialize` is still on");
    expect(sealed.log).toContain("the state is sealed from now on%0ATake `initialize` out.");
    expect(sealed.summary).toContain("\n\nState: file (sealed)\n\n");
    expect(rig.state("demo", "test")).toMatchObject({ serial: 3, body: null });
    const text = rig.read(stateFile);
    const again = await rig.step(initialize);
    expect(again.log).not.toContain("from now on");
    expect(again.log).toContain(
      "the state is sealed, and `initialize` is still on, which lets in state that is not, and may be forged",
    );
    expect(rig.read(stateFile)).toBe(text);
    const without = await rig.step(sealing);
    expect([without.exitCode, without.log.includes("initialize"), rig.read(stateFile)]).toEqual([0, false, text]);
  });

  it("leaves nothing that can be read after a kill, and the post step finishes it with the key", async () => {
    using rig = new Rig({ "opus.yaml": manifest + shell("slow", "touch started; sleep 60", after) });
    const run = rig.startStep(sealing);
    await until(() => rig.exists("started"), "the slow task");
    run.child.kill("SIGKILL");
    await run.ended;
    const journal = rig.read(`${stateFolder}/journal.ndjson`);
    expect(journal.split("\n").length).toBeGreaterThan(4);
    expect(journal).not.toContain("maker");
    expect(holding(join(rig.workspace, ".opus"), inside)).toEqual([]);
    expect(holding(rig.temporary, inside)).toEqual([]);

    const post = await rig.post(run, sealing);
    expect(post.log).toContain("stored 2 results of apply in demo/test (serial 2), 1 task was under way: slow.");
    expect(post.exitCode).toBe(0);
    expect(rig.state("demo", "test")).toMatchObject({ serial: 2, body: null });
    expect(holding(rig.directory, inside)).toEqual([]);
    const next = await rig.step({ "encryption-key": first });
    expect(changes(next.report)).toMatchObject({ greeting: "noop", maker: "noop" });
  });

  it("leaves a sealed recovery file, which is pushed with the key alone", async () => {
    const wrecking = shell("wrecking", "mv .opus/state/demo .opus/moved; touch .opus/state/demo", after);
    using rig = new Rig({ "opus.yaml": manifest + wrecking });
    const failed = await rig.step(sealing);
    expect(failed.outputs["failure-reason"]).toBe("state-unavailable");
    expect(failed.log).toMatch(
      /opus-recovery\.json --state-backend file` and the key that sealed it in `OPUS_ENCRYPTION_KEY`, which also releases/,
    );
    expect(readdirSync(rig.temporary)).toContain("opus-recovery.json");
    expect(holding(rig.temporary, inside)).toEqual([expect.stringMatching(report)]);
    rmSync(join(rig.workspace, ".opus/state/demo"));
    renameSync(join(rig.workspace, ".opus/moved"), join(rig.workspace, ".opus/state/demo"));

    const push = ["state", "push", join(rig.temporary, "opus-recovery.json")];
    const keyless = await rig.terminal(push);
    expect([keyless.exitCode, keyless.log]).toEqual([1, expect.stringContaining("no key was given to open it")]);
    const pushed = await rig.terminal(push, { OPUS_ENCRYPTION_KEY: first });
    expect([pushed.exitCode, pushed.log]).toEqual([
      0,
      expect.stringContaining("as serial 3 of demo/test, over serial 1."),
    ]);
    expect(rig.state("demo", "test")).toMatchObject({ serial: 3, body: null });
  });
});

describe("a key", () => {
  it("that can't be used is told by its lines, and by nothing of its text", async () => {
    using rig = new Rig({ "opus.yaml": manifest });
    const broken = first.slice(0, -4);
    const {
      exitCode,
      outputs,
      log,
      report: told,
      summary,
    } = await rig.step({
      command: "apply",
      "encryption-key": `# mine\n${broken}\n${firstRecipient}`,
    });
    expect([exitCode, outputs["failure-reason"]]).toEqual([1, "invalid-input"]);
    expect(told.diagnostics.map(({ message }: { message: string }) => message)).toEqual([
      'line 2 of input "encryption-key" is an age identity that is broken: cut off, mistyped, or with something around it',
      'line 3 of input "encryption-key" is a recipient (a public key), which can\'t open what is sealed',
    ]);
    const shown = log.replace(/^::add-mask::.*/gm, "") + summary + JSON.stringify(told);
    for (const secret of [broken, firstRecipient]) expect(shown).not.toContain(secret);
    expect(rig.exists(".opus") || rig.exists("out")).toBe(false);
  });

  it("that is a passphrase works too, and is warned of when it is short", async () => {
    using rig = new Rig({ "opus.yaml": manifest });
    const applied = await rig.step({ command: "apply", "encryption-key": "hunter2" });
    expect(applied.exitCode).toBe(0);
    expect(applied.log).toContain(
      'line 1 of input "encryption-key" has a passphrase of fewer than 16 characters, which who has the state may find by trying',
    );
    expect(JSON.stringify(applied.report) + applied.summary).not.toContain("hunter2");
    expect(rig.state("demo", "test").body).toBeNull();
    expect((await rig.step({ "encryption-key": "hunter2", "expect-no-changes": "true" })).exitCode).toBe(0);
    expect(await refusal(rig, { "encryption-key": "hunter3" })).toContain("none of the keys");
  });
});

describe("in a terminal", () => {
  const env = { OPUS_ENCRYPTION_KEY: keyFile };

  it("the key comes from the environment or a flag, which goes before it", async () => {
    using rig = new Rig({ "opus.yaml": manifest });
    expect((await rig.terminal(["apply", "--context", "test"], env)).exitCode).toBe(0);
    expect(rig.state("demo", "test").body).toBeNull();
    const wrong = ["plan", "--context", "test", "--encryption-key", second];
    expect((await rig.terminal(wrong, env)).log).toContain("none of the keys in `encryption-key` opens it");
    const broken = (await rig.terminal(["plan", "--context", "test"], { OPUS_ENCRYPTION_KEY: "#mine" })).log;
    expect(broken).toContain("line 1 of OPUS_ENCRYPTION_KEY begins with `#`, and is no comment");
    const flagged = (await rig.terminal(["plan", "--context", "test", "--encryption-key", "#mine"], env)).log;
    expect(flagged).toContain("line 1 of --encryption-key begins with `#`, and is no comment");
    const right = ["plan", "--context", "test", "--encryption-key", first];
    expect((await rig.terminal(right, { OPUS_ENCRYPTION_KEY: second })).exitCode).toBe(0);
  });

  it("`opus state` opens, moves, drops and pushes; `pull` gives the bytes as they are", async () => {
    using rig = new Rig({ "opus.yaml": manifest });
    await rig.terminal(["apply", "--context", "test"], env);
    const state = (...args: string[]) => rig.terminal(["state", ...args, "--context", "test"], env);
    expect((await state("list")).log).toMatch(/^maker +Shell +applied/m);
    expect(JSON.parse((await state("show", "maker")).log).outputs).toEqual({ FISH: inside });
    const stored = rig.read(stateFile);
    expect((await state("pull")).log).toBe(stored);
    for (const command of ["list", "show", "pull"]) {
      const { exitCode, log } = await rig.terminal(["state", command, "--context", "test"]);
      expect([exitCode, log]).toEqual([1, expect.stringContaining("no key was given to open it")]);
    }
    expect((await state("mv", "maker", "baker")).exitCode).toBe(0);
    expect((await state("rm", "greeting")).exitCode).toBe(0);
    expect((await state("history")).log).toMatch(/^5 /m);
    expect(rig.state("demo", "test")).toMatchObject({ serial: 5, body: null });

    writeFileSync(join(rig.directory, "backup.json"), stored);
    const pushed = await state("push", join(rig.directory, "backup.json"), "--force");
    expect(pushed.log).toContain("as serial 6 of demo/test, over serial 5.");
    expect(JSON.parse((await state("show", "maker")).log).outputs).toEqual({ FISH: inside });
  });

  it("nothing plain is pushed over what is sealed, but on purpose; and without the key nothing at all", async () => {
    using rig = new Rig({ "opus.yaml": manifest });
    await rig.terminal(["apply", "--context", "test"]);
    const plain = join(rig.directory, "plain.json");
    renameSync(join(rig.workspace, stateFile), plain);
    rmSync(join(rig.workspace, ".opus"), { recursive: true });
    await rig.terminal(["apply", "--context", "test"], env);
    const stored = rig.read(stateFile);
    const keyless = await rig.terminal(["state", "push", plain, "--force"]);
    expect([keyless.exitCode, keyless.log]).toEqual([1, expect.stringContaining("no key was given to open it")]);
    const wrong = await rig.terminal(["state", "push", plain, "--force", "--initialize", "--encryption-key", second]);
    expect([wrong.exitCode, wrong.log]).toEqual([1, expect.stringContaining("none of the keys")]);
    const unsealed = await rig.terminal(["state", "push", plain, "--force"], env);
    expect([unsealed.exitCode, unsealed.log]).toEqual([
      1,
      expect.stringContaining("give `initialize: true` (in a terminal `--initialize`) to this command."),
    ]);
    expect(rig.read(stateFile)).toBe(stored);
    // Cut off, it is damaged for who has the key, and still not to be replaced by who has not.
    rig.write(stateFile, stored.slice(0, -100));
    const over = await rig.terminal(["state", "push", plain, "--force"]);
    expect([over.exitCode, over.log]).toEqual([
      1,
      expect.stringMatching(/it is cut off .*\. It is sealed\. Give the key that sealed it as `encryption-key`/),
    ]);
    const pushed = await rig.terminal(["state", "push", plain, "--force", "--initialize"], env);
    expect([pushed.exitCode, pushed.log]).toEqual([0, expect.stringContaining("Forced, over this: ")]);
    expect(rig.state("demo", "test").body).toBeNull();
  });

  it("`opus state keygen` makes a key that works", async () => {
    using rig = new Rig({ "opus.yaml": manifest });
    const made = await rig.terminal(["state", "keygen"]);
    expect(made.exitCode).toBe(0);
    const [created, recipient, identity, advice, ...rest] = made.log.split("\n");
    expect(created).toMatch(/^# created: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(recipient).toMatch(/^# public key: age1[a-z0-9]{58}$/);
    expect(identity).toMatch(/^AGE-SECRET-KEY-1[A-Z0-9]{58}$/);
    expect(advice).toMatch(/^Keep it where nobody else reads it: /);
    expect(rest).toEqual([""]);
    const key = [created, recipient, identity].join("\n");
    expect((await rig.terminal(["apply", "--context", "test"], { OPUS_ENCRYPTION_KEY: key })).exitCode).toBe(0);
    expect(rig.state("demo", "test").body).toBeNull();
    expect((await rig.terminal(["state", "keygen", "x"])).log).toContain("`opus state keygen` takes no names");
  });
});

describe("state on a branch", () => {
  const publicPush: Event = {
    ...pushToMain,
    payload: { repository: { id: 1, default_branch: "main", private: false, visibility: "public" } },
  };

  it("sealed: only sealed on the branch, under RUNNER_TEMP, and after a kill", async () => {
    await using server = await GitServer.start();
    using rig = new Rig({ "opus.yaml": manifest });
    rig.remote = { url: server.url, token: server.token };
    const applied = await rig.step(sealing, { event: publicPush });
    expect(applied.exitCode).toBe(0);
    expect(applied.log).toMatch(/^State: branch \(sealed\) demo\/test\/state\.json on the branch opus-state/m);
    expect(applied.log).not.toContain("everybody can read");
    expect(server.file("opus-state", "demo/test/state.json")).toContain('"body": null');
    expect(server.git(["log", "-p", "opus-state"])).not.toContain(inside);

    rig.write("opus.yaml", manifest.replace("40 + 2", "2 * 21") + shell("slow", "touch started; sleep 60", after));
    const run = rig.startStep(sealing);
    await until(() => rig.exists("started"), "the slow task");
    run.child.kill("SIGKILL");
    await run.ended;
    expect(existsSync(join(rig.temporary, "opus/local"))).toBe(true);
    expect(holding(rig.temporary, inside)).toEqual([expect.stringMatching(report)]);
    const post = await rig.post(run, sealing);
    expect([post.exitCode, post.log]).toEqual([0, expect.stringContaining("stored 1 result of apply in demo/test")]);
    const next = await rig.step({ "encryption-key": first });
    expect(changes(next.report)).toMatchObject({ greeting: "noop", maker: "noop" });
  });

  it("not sealed in a public repository: a warning when it is first stored, then a line in the log", async () => {
    await using server = await GitServer.start();
    using rig = new Rig({ "opus.yaml": manifest });
    rig.remote = { url: server.url, token: server.token };
    const warning =
      'the state of "test" is not sealed, and everybody can read the branch that it is on, as the repository is public';
    const line = "This state is not sealed, and everybody can read the branch that it is on.";
    const codes = (report: { diagnostics: { code: string }[] }) => report.diagnostics.map(({ code }) => code);

    const firstRun = await rig.step({ command: "apply" }, { event: publicPush });
    expect(firstRun.log).toContain(warning);
    expect(codes(firstRun.report)).toEqual(["state-public"]);
    const later = await rig.step({ command: "apply" }, { event: publicPush });
    expect([later.log.includes(line), codes(later.report)]).toEqual([true, []]);
    const planned = await rig.step({}, { event: publicPush });
    expect([planned.log.includes(line), codes(planned.report)]).toEqual([false, []]);

    const hidden = { ...pushToMain, payload: { repository: { id: 1, default_branch: "main", private: true } } };
    const privately = await rig.step({ command: "apply" }, { event: hidden });
    expect([privately.log.includes(line), codes(privately.report)]).toEqual([false, []]);
  });
});

describe("state that is sealed for 200,000 keys", () => {
  it("is refused at once, with the figure", async () => {
    using rig = new Rig({ "opus.yaml": manifest });
    expect((await rig.step(sealing)).exitCode).toBe(0);
    const state = JSON.parse(rig.read(stateFile));
    const armored = /^-----BEGIN[^\n]*\n([^-]*)-----END/.exec(state.sealed)?.[1] ?? "";
    const bytes = Buffer.from(armored, "base64");
    const stanza = /-> X25519 [^\n]+\n[^\n]+\n/.exec(bytes.toString("latin1"))?.[0] ?? "";
    const [version = "", rest] = bytes.toString("latin1").split(stanza);
    // Of keys that nobody here has: each would be tried.
    const foreign = stanza.replace(/\n(.)(.)/, (_, one, other) => `\n${other}${one}`);
    const many = Buffer.from(version + foreign.repeat(199_999) + stanza + rest, "latin1").toString("base64");
    const lines = many.replaceAll(/.{64}/g, "$&\n");
    state.sealed = `-----BEGIN AGE ENCRYPTED FILE-----\n${lines}\n-----END AGE ENCRYPTED FILE-----\n`;
    state.digest = `sha256:${createHash("sha256").update(state.sealed).digest("hex")}`;
    rig.write(stateFile, JSON.stringify(state));
    const began = performance.now();
    const { exitCode, outputs, report } = await rig.step({ ...sealing, command: "plan" });
    expect([exitCode, outputs["failure-reason"]]).toEqual([1, "state-unavailable"]);
    expect(report.diagnostics.at(-1).message).toContain(
      "can't be used: it is sealed for 200,000 keys, and at most 100 are tried.",
    );
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
