import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandHelp } from "../../src/cli/command-help.ts";
import { tools } from "../../src/cli/tools.ts";
import { builtInCommands } from "../../src/engine/model/commands.ts";
import { shop } from "./mistakes.ts";
import { QuickTerminal } from "./quick-terminal.ts";

const apply = ["apply", "--context", "prod"];
const plan = ["plan", "--context", "prod"];
const remove = ["delete", "--context", "prod"];

/** As a shell would take a line apart that quotes with single quotes alone. */
function words(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

function timeless(text: string): string {
  return text.replace(/\d+(?:\.\d+)?m?s$/gm, "1ms").replace(/· [\d.]+m?s ·/g, "· 1ms ·");
}

describe("what a run prints", () => {
  it("has one line for a finished task, as the plan has shown the rest", async () => {
    using terminal = new QuickTerminal(shop);
    const { stdout, status } = await terminal.run(apply);
    expect(status).toBe(0);
    const lines = stdout.slice(stdout.indexOf("Plan:")).replace(/^\[.*\n/gm, "");
    expect(timeless(lines)).toBe(
      "Plan: 2 to create.\n\n✔ greeting  create  File  1ms\n✔ web  create  Shell  1ms\n\nprod: 2 done · 1ms · state file serial 2\napply succeeded · 1ms\n",
    );
    expect(stdout.match(/path: "out\/hello.txt"/g)).toHaveLength(1);
    using again = new QuickTerminal(shop);
    expect((await again.run([...apply, "--verbose"])).stdout.match(/path: "out\/hello.txt"/g)).toHaveLength(2);
  });

  it("is a line for each context with --quiet", async () => {
    using terminal = new QuickTerminal(shop);
    expect(timeless((await terminal.run([...plan, "--quiet"])).screen)).toBe("prod: 2 to create.\n");
    expect(timeless((await terminal.run([...apply, "-q"])).screen)).toBe(
      "prod: 2 to create.\nprod: 2 done · 1ms · state file serial 2\n",
    );
    terminal.write({ "out/hello.txt": "changed\n" });
    expect((await terminal.run(["drift", "--context", "prod", "-q"])).screen).toMatch(
      /^Drift: 1 resource drifted.*\n$/,
    );
    const failed = await terminal.run([...plan, "-q", "--target", "nobody"]);
    expect([failed.status, failed.screen]).toEqual([1, expect.stringContaining("unknown-target")]);
  });

  it("is the report alone on standard output with --json, and with --report-path -", async () => {
    using terminal = new QuickTerminal(shop);
    for (const flags of [["--json"], ["--report-path", "-"], ["--json", "--quiet"]]) {
      const { stdout, stderr, status } = await terminal.run([...plan, ...flags]);
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ command: "plan", result: "success", project: "shop" });
      expect(stderr).toContain(flags.includes("--quiet") ? "prod: 2 to create." : "Plan: 2 to create.");
    }
    expect(existsSync(join(terminal.folder, "-"))).toBe(false);
    using empty = new QuickTerminal();
    expect(JSON.parse((await empty.run(["projects", "--json"])).stdout)).toMatchObject({
      command: "projects",
      failureReason: "invalid-input",
    });
    expect(await terminal.run(["debug-info", "--json"])).toMatchObject({ status: 1, stdout: "" });
    const failed = await terminal.run(["plan", "--json", "--refresh", "al"]);
    expect([failed.status, JSON.parse(failed.stdout).failureReason]).toEqual([1, "invalid-input"]);
  });

  it("ends with 2 where there are changes, when that is asked for", async () => {
    using terminal = new QuickTerminal(shop);
    const detailed = async (...argv: string[]) =>
      (await terminal.run([...argv, "--context", "prod", "--detailed-exitcode"])).status;
    expect([await detailed("plan"), (await terminal.run(plan)).status]).toEqual([2, 0]);
    await terminal.run(apply);
    expect([await detailed("plan"), await detailed("drift")]).toEqual([0, 0]);
    terminal.write({ "out/hello.txt": "changed\n" });
    expect([await detailed("plan"), await detailed("drift"), await detailed("plan", "--target", "nobody")]).toEqual([
      2, 2, 1,
    ]);
  });
});

describe("delete", () => {
  const there = (terminal: QuickTerminal) => existsSync(join(terminal.folder, "out/hello.txt"));

  it("shows its plan and asks at a terminal, and deletes nothing unless the answer is yes", async () => {
    using terminal = new QuickTerminal(shop);
    await terminal.run(apply);
    for (const typed of ["\n", "n\n", "yep\n", "prod\n"]) {
      const seen = await terminal.run(remove, { typed });
      expect([typed, seen.status, there(terminal)]).toEqual([typed, 1, true]);
      expect(seen.screen).toContain("nobody said yes, so nothing was deleted");
      expect(seen.screen).not.toContain("Next:");
    }
    const seen = await terminal.run(remove, { typed: "yes\n" });
    expect([seen.status, there(terminal)]).toEqual([0, false]);
    expect(seen.screen.indexOf("Deletes: web, greeting")).toBeLessThan(
      seen.screen.indexOf("Delete 2 resources of prod, as listed above? Type yes to go on."),
    );
  });

  it("asks where one output is a terminal, and the other goes elsewhere", async () => {
    using terminal = new QuickTerminal(shop);
    await terminal.run(apply);
    for (const [piped, asks] of [
      ["stdout", "stderr"],
      ["stderr", "stdout"],
    ] as const) {
      const seen = await terminal.run(remove, { typed: "no\n", piped: [piped] });
      expect([piped, seen.status, there(terminal)]).toEqual([piped, 1, true]);
      expect(seen[asks]).toContain("Type yes to go on.");
      expect(seen[piped]).not.toContain("Type yes to go on.");
    }
    const json = await terminal.run([...remove, "--json"], { typed: "yes\n", piped: ["stdout"] });
    expect([JSON.parse(json.stdout).result, there(terminal)]).toEqual(["success", false]);
    expect(json.stderr).toContain("Type yes to go on.");
  });

  it("deletes nothing where somebody sits there and can't be asked, unless --yes says so", async () => {
    using terminal = new QuickTerminal(shop);
    await terminal.run(apply);
    const unseen = "both outputs go elsewhere, so nobody would see the question";
    const untyped = "the input comes from elsewhere, so nobody can type the answer";
    for (const [piped, why] of [
      [["stdout", "stderr"], unseen],
      [["stdin"], untyped],
      [["stdin", "stdout"], untyped],
      [["stdin", "stderr"], untyped],
    ] as const) {
      const seen = await terminal.run(remove, { typed: "yes\n", piped });
      expect([piped, seen.status, there(terminal)]).toEqual([piped, 1, true]);
      expect(seen.screen).toContain(
        `error invalid-input: \`delete\` asks before it deletes; ${why}. Nothing was deleted\n  Leave an output and the input with the terminal; or give \`--yes\`, which deletes without a question.\n`,
      );
      expect((await terminal.run([...remove, "--yes"], { typed: "", piped })).status).toBe(0);
      await terminal.run(apply);
    }
  });

  it("asks whatever the project calls it", async () => {
    const named = {
      "opus.yaml": (shop["opus.yaml"] ?? "").replace("spec:\n", "spec:\n  commands: { teardown: delete }\n"),
    };
    using terminal = new QuickTerminal(named);
    await terminal.run(apply);
    const teardown = ["teardown", "--context", "prod"];
    const seen = await terminal.run(teardown, { typed: "no\n" });
    expect([seen.status, there(terminal)]).toEqual([1, true]);
    expect(seen.screen).toContain("Type yes to go on.");
    expect((await terminal.run([...teardown, "--yes"], { typed: "" })).status).toBe(0);
    expect(there(terminal)).toBe(false);
  });

  it("refuses --yes for what asks nothing, whatever the project calls it", async () => {
    const named = {
      "opus.yaml": (shop["opus.yaml"] ?? "").replace("spec:\n", "spec:\n  commands: { deploy: apply }\n"),
    };
    using terminal = new QuickTerminal(named);
    const seen = await terminal.run(["deploy", "--context", "prod", "--yes"], { typed: "" });
    expect(seen.screen).toContain("error invalid-input: --yes is for delete: deploy asks nothing");
    expect([seen.status, there(terminal)]).toEqual([1, false]);
  });

  it("asks nothing with --yes, in a script, and where there is nothing to delete", async () => {
    using terminal = new QuickTerminal(shop);
    expect((await terminal.run(remove, { typed: "" })).screen).not.toContain("Type yes");
    await terminal.run(apply);
    expect((await terminal.run([...remove, "--yes"], { typed: "" })).status).toBe(0);
    await terminal.run(apply);
    expect((await terminal.run(remove)).status).toBe(0);
    expect(there(terminal)).toBe(false);
  });
});

describe("what is recorded", () => {
  it("is told with what, when, by whom, and what a serial is", async () => {
    using terminal = new QuickTerminal(shop);
    await terminal.run(apply);
    await terminal.run(apply, { env: {} });
    terminal.write({ "opus.yaml": (shop["opus.yaml"] ?? "").replace("Hello ", "Bye ") });
    await terminal.run(apply);
    await terminal.run(["rollback", "--context", "prod"]);
    const { stdout } = await terminal.run(["state", "history", "--context", "prod"]);
    expect(
      stdout.replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, "(when)               ").replace(/ +\n/g, "\n"),
    ).toMatchInlineSnapshot(`
      "Serial  When (UTC)           What       Run
      6       (when)                 updated 1  a terminal
      4       (when)                 updated 1  a terminal
      2       (when)                 created 2  a terminal

      A serial counts what was stored; these are the ends of runs, and 6 is the last.
      \`opus rollback --to SERIAL --context prod\` goes back to one of them.
      "
    `);
    const { stdout: described } = await terminal.run(["describe", "--context", "prod"]);
    for (const line of described.split("\n").filter((one) => one.startsWith("    ")))
      expect(line.length, line).toBeLessThanOrEqual(100);
  });
});

describe("the help of a command", () => {
  /** What it needs of the world is not there, so it says so. */
  const needs: { readonly [line: string]: RegExp } = {
    "opus unlock --context prod --lock-id ID": /Nobody holds a lock/,
    "opus report --reports 'reports/*.json'": /no report was found/,
    "opus projects --json": /^/,
    "opus state push opus-recovery.json": /no such file|does not exist|ENOENT/,
    "opus state mv --from-project old --context prod": /nothing is stored of old\/prod/,
    "opus site --out site --state-backend branch": /in no checkout of git/,
    "opus site --out site --report reports": /no such file|does not exist|ENOENT/,
  };

  async function worksInNewProject(line: string): Promise<void> {
    using terminal = new QuickTerminal();
    await terminal.run(["init"]);
    await terminal.run(["apply"]);
    // Where a shell puts what it prints is no matter here.
    const [command = ""] = line.split(" > ");
    const { status, screen } = await terminal.run(words(command).slice(1));
    const need = needs[line];
    if (need) expect([line, screen]).toEqual([line, expect.stringMatching(need)]);
    else expect([line, status, screen]).toEqual([line, 0, expect.any(String)]);
  }

  it("there is for each, and fits a terminal", async () => {
    expect(Object.keys(commandHelp)).toEqual([...Object.keys(builtInCommands), "debug-info"]);
    using terminal = new QuickTerminal();
    for (const name of Object.keys(commandHelp)) {
      const { stdout, status } = await terminal.run([name, "--help"]);
      expect([name, status, stdout]).toEqual([name, 0, expect.stringContaining(`Usage: opus ${name} [flags]`)]);
      expect((await terminal.run(["help", name])).stdout).toBe(stdout);
      for (const line of stdout.split("\n")) expect(line.length, line).toBeLessThanOrEqual(80);
    }
  });

  it.each(["", "state", "site", ...Object.keys(tools)])(
    "has examples of %s that work in a new project as they are",
    async (name) => {
      using asked = new QuickTerminal();
      const { stdout } = await asked.run([...(name === "" ? [] : [name]), "--help"]);
      const examples = (stdout.split("\nExamples:\n")[1] ?? "").match(/(?<=^ {2})\S.*?(?= {2}|$)/gm) ?? [];
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) {
        // Of what a shell does with it, completion.test.ts tells; the other one serves until it is ended.
        if (example.startsWith("echo ") || example === "opus docs") continue;
        await worksInNewProject(example);
      }
    },
  );

  it.each(Object.keys(commandHelp) as (keyof typeof commandHelp)[])(
    "has examples of %s that work in a new project as they are",
    async (name) => {
      for (const [line] of commandHelp[name].examples) await worksInNewProject(line);
    },
  );
});
