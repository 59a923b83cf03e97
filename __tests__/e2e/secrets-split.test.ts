import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { invisibleCharacters, readings, sequences, split } from "../engine/redaction/splitters.ts";
import { times } from "../faults/scale.ts";
import { GitServer } from "../peers/git-server.ts";
import { PullRequestWorld, push } from "./pull-request.ts";
import { Rig } from "./rig.ts";

const secret = "hunter2-correct-hörse";
const env = { DB_PASSWORD: secret };

const head = `apiVersion: opus/v1
kind: Project
metadata: { name: storefront }
spec:
  contexts: [{ input: true }, { event: pull_request, contexts: [prod] }, { branch: main, context: prod }]
  hooks: [{ use: ./hook.mjs }]
---
apiVersion: opus/v1
kind: Values
metadata: { name: all }
spec: { secrets: { password: { env: DB_PASSWORD } } }
`;

function shell(name: string, spec: object): string {
  return `---\n${JSON.stringify({ apiVersion: "opus/v1", kind: "Shell", metadata: { name }, spec })}\n`;
}

/** The secret with each of all that does not show in it, and with some of it at random, one a line. */
const lines = [
  ...[...sequences, ...invisibleCharacters].map((one) => `${secret.slice(0, 4)}${one}${secret.slice(4)}`),
  ...fc.sample(split(secret), times(2_000, 200)),
].map((one) => `line ${one}\n`);
const given = { "lines.txt": lines.join(""), "short.txt": lines.slice(0, 40).join("") };

const printing = shell("printing", {
  capture: true,
  create:
    "cat lines.txt; cat short.txt >&2; { echo 'GIVEN<<END'; cat short.txt | tr -d '\\000'; echo END; } >> \"$OPUS_OUTPUT\"",
  delete: "cat short.txt; exit 3",
});
const slow = shell("slow", { create: "touch started; sleep 60", delete: "true" });
const looking = shell("looking", {
  create: "true",
  read: "env | grep --color=always hunter2 >&2; cat short.txt >&2; exit 1",
  secretEnv: { PASSWORD: "${SECRET:password}" },
});

const hook = `
import { readFileSync } from "node:fs";
const lines = readFileSync("short.txt", "utf8");
let told = false;
export default {
  name: "printing",
  on() {
    if (told) return;
    told = true;
    console.log(lines);
    for (const byte of Buffer.from(lines)) process.stderr.write(Buffer.from([byte]));
    throw new Error(lines);
  },
};
`;
const files = (tasks: string) => ({ "opus.yaml": head + tasks, "hook.mjs": hook, ...given });

/** Where a text shows the secret to one of its readers, also to one who decodes JSON. */
function leaks(place: string, text: string): string[] {
  const bare = text.replace(/^::add-mask::.*$/gm, "");
  const units = bare.replace(/\\u([0-9a-f]{4})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return [bare, units.replaceAll("\\b", "\b").replaceAll("\\f", "\f")].flatMap((one) =>
    readings(one).flatMap((reading) => {
      const at = reading.indexOf(secret.slice(0, 15));
      return at === -1 ? [] : [`${place}: ${JSON.stringify(reading.slice(Math.max(0, at - 40), at + 30))}`];
    }),
  );
}

function leaksOf(rig: Rig, logs: { readonly [name: string]: string }, kinds: readonly RegExp[]): string[] {
  const paths = readdirSync(rig.directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(rig.workspace) || path.includes("/.opus/"));
  // A search that looks at nothing finds nothing.
  for (const kind of kinds) expect(paths.join("\n")).toMatch(kind);
  const texts = Object.entries(logs);
  for (const [name, text] of texts) expect(text, name).toContain("***");
  const kept = paths.map((path) => [path, readFileSync(path, "utf8")] as const);
  return [...texts, ...kept].flatMap(([name, text]) => leaks(name, text));
}

describe("a secret with something in it that does not show", () => {
  it("is in no log, summary, report, output, comment or state, whoever reads them", async () => {
    await using world = await PullRequestWorld.open(head + printing + looking, {}, Rig);
    const { rig } = world;
    for (const [path, text] of Object.entries(files(printing + looking))) rig.write(path, text);
    const planned = await world.step({ command: "plan" }, undefined, env);
    expect(planned.log).toContain("PASSWORD=");
    const [comment = ""] = await world.bodies();
    expect(comment).toContain("looking");
    rig.write("opus.yaml", head + printing);
    const applied = await world.step({ command: "apply" }, push(), env);
    expect(applied.exitCode, applied.log).toBe(0);
    const plain = await world.step({ command: "describe" }, push(), { ...env, NO_COLOR: "1", RUNNER_DEBUG: "1" });
    const deleted = await world.step({ command: "delete", context: "prod" }, push(), env);
    expect(deleted.exitCode).toBe(1);
    const coloured = await rig.terminal(["plan", "--context", "prod", "--color", "--verbose"], env);
    const shown = await rig.terminal(["state", "show", "--context", "prod"], env);
    const texts = {
      ...{ comment, planned: planned.log, applied: applied.log, plain: plain.log, deleted: deleted.log },
      ...{ summary: planned.summary + deleted.summary, coloured: coloured.log },
    };
    const found = leaksOf(rig, { ...texts }, [/-output$/m, /-summary$/m, /report\.json$/m, /state\.json$/m]);
    expect([...found, ...leaks("shown", shown.log)]).toEqual([]);
    expect(applied.log).toContain("  │ line ***\n");
  });

  describe("is in nothing that is left when a run ends badly:", () => {
    let home: string;
    let server: GitServer;
    beforeEach(async () => {
      home = mkdtempSync(join(tmpdir(), "opus-split-"));
      server = await GitServer.start({ folder: home });
    });
    afterEach(async () => {
      await server.close();
      rmSync(home, { recursive: true, force: true });
    });

    it("the recovery file", async () => {
      using rig = new Rig(files(printing));
      server.write("main", { "opus.yaml": head });
      rig.remote = { url: server.url, token: server.token };
      server.fault = ({ pushNumber = 0 }) => (pushNumber > 1 ? { kind: "status", code: 403 } : undefined);
      const failed = await rig.step({ command: "apply" }, { env });
      expect(failed.report.failureReason, failed.log).toBe("state-unavailable");
      expect(leaksOf(rig, { failed: failed.log }, [/opus-recovery\.json$/m])).toEqual([]);
    });

    it("the journal, and what the post step says", async () => {
      using rig = new Rig(files(printing + slow));
      const run = rig.startStep({ command: "apply", parallelism: "1" }, { env });
      for (let waited = 0; !rig.exists("started"); waited++) {
        expect(waited, run.log()).toBeLessThan(1_000);
        await sleep(20);
      }
      run.child.kill("SIGKILL");
      await run.ended;
      const before = leaksOf(rig, { killed: run.log() }, [/journal/m]);
      const post = await rig.post(run, { command: "apply" }, { env });
      expect([...before, ...leaks("post", post.log), ...leaksOf(rig, {}, [/state\.json$/m])]).toEqual([]);
    });
  });
});

describe("what modules print", () => {
  it("is no command in a step, and steers no terminal", async () => {
    using rig = new Rig({
      "opus.yaml": head,
      "hook.mjs": `let told = false;
export default { name: "h", on() {
  if (told) return;
  told = true;
  console.log("::save-state name=x::y");
  console.error("##[error]bad\\r::add-matcher::m.json");
  process.stdout.write(":");
  process.stdout.write(":stop-commands::t\\n");
  process.stderr.write("3a3a64656275673a3a780a", "hex");
  console.log("\\u001b]0;title\\u0007\\u009b2J\\u001b[31mred\\u001b[0m");
  process.stdout.end("::group::g\\n");
  setTimeout(() => { throw new Error("stray\\n::add-mask::y\\u001b[2J"); });
} };
`,
    });
    const step = await rig.step({ command: "plan" });
    const said = ["\\::save-state name=x::y", "## [error]bad", "\\::add-matcher::m.json", "\\::stop-commands::t"];
    for (const line of [...said, "\\::debug::x", "\u001b[31mred\u001b[0m\u001b[0m", "\\::group::g", "\\::add-mask::y"])
      expect(step.log.split("\n")).toContain(line);
    expect(step.log).not.toMatch(/^(?:::(?:save-state|add-matcher|stop-commands|debug|group::g|add-mask::y)|.*##\[)/m);
    const { log } = await rig.terminal(["plan", "--context", "prod"]);
    expect(log).toContain("::save-state name=x::y\n");
    expect(log.replaceAll(/\u001b\[\d*m/g, "")).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});

describe("what is not there is named", () => {
  it.each([
    [["plan", "--\u001b]0;title\u0007x\u202e\u009b2J"], "there is no flag --x<U+202E>; see opus --help\n"],
    [["state", "pull", "--\u001b[2Jx"], "`opus state` has no flag --x; see opus state --help\n"],
    [["plan", "\u001b[31my"], 'a command is not followed by names, and "y" is one. Did you mean --target y?\n'],
  ])("without what steers a terminal: %j", async (args, said) => {
    using rig = new Rig({ "opus.yaml": head });
    expect(await rig.terminal(args)).toEqual({ exitCode: 1, log: said });
  });
});

describe("a text that is cut", () => {
  const token = `eyJ${"aB3dE5fG".repeat(16)}`;
  it.each([
    [{ parallelism: token }, 'input "parallelism" must be a whole number from 1 to 256, not "***…"'],
    [{ "lock-timeout": `in ${token}` }, 'of at most 24 days, not "in ***…"'],
    [{ values: `n: x ${token}` }, 'value "n" must be a number, not the string "x ***…"'],
  ])("has no half of a token: %j", async (inputs, said) => {
    const values =
      "---\napiVersion: opus/v1\nkind: Values\nmetadata: { name: n }\nspec: { values: { n: { type: number, default: 1 } } }\n";
    using rig = new Rig({ "opus.yaml": head.replace("  hooks: [{ use: ./hook.mjs }]\n", "") + values });
    const { exitCode, log } = await rig.step(
      { command: "plan", ...inputs },
      { env: { ...env, ACTIONS_RUNTIME_TOKEN: token } },
    );
    expect([exitCode, log]).toEqual([1, expect.stringContaining(said)]);
    expect(log).not.toContain(token.slice(0, 8));
  });
});
