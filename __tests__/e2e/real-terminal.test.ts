import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { node20 } from "./environment.ts";
import { shop } from "./mistakes.ts";
import { QuickTerminal } from "./quick-terminal.ts";

// A terminal of the kernel, which can be closed: `script` makes one.

const bundle = join(import.meta.dirname, "../../dist/index.js");
const hasTerminals = process.platform === "linux" && spawnSync("script", ["--version"]).status === 0;
if (!hasTerminals)
  console.warn("SKIPPED: nothing is run at a real terminal, as `script` of util-linux is not installed");

const apply = ["apply", "--context", "prod"];
const question = "Type yes to go on.";

/** Who sits at the terminal: what is typed at the question, or that the window is closed. */
type Act = { readonly type: string } | "close";

/** Runs `opus delete` at a terminal. @returns its status and what stood on the screen */
async function deleteAt(node: string, terminal: QuickTerminal, streams: string, act: Act) {
  const ended = join(terminal.folder, "status");
  // The shell outlives the terminal, and tells how the program ended.
  const line = `trap '' HUP INT; "${node}" "${bundle}" delete --context prod ${streams}; echo $? > status.new; mv status.new status`;
  const env = { PATH: process.env.PATH, HOME: terminal.folder, TERM: "dumb", NO_COLOR: "1", SHELL: "/bin/sh" };
  const script = spawn("script", ["-qfc", line, "/dev/null"], { cwd: terminal.folder, env });
  let screen = "";
  let acted = false;
  script.stdout.setEncoding("utf8").on("data", (text: string) => {
    screen += text;
    if (acted || !screen.includes(question)) return;
    acted = true;
    if (act === "close") script.kill("SIGKILL");
    else script.stdin.write(act.type);
  });
  await new Promise((resolve) => script.once("close", resolve));
  await expect.poll(() => existsSync(ended), { timeout: 30_000, interval: 20 }).toBe(true);
  return {
    status: Number(readFileSync(ended, "utf8")),
    screen,
    there: existsSync(join(terminal.folder, "out/hello.txt")),
  };
}

const nodes = [...new Set([process.execPath, node20() ?? process.execPath])];

describe.skipIf(!hasTerminals).each(nodes)("a terminal, with %s", (node) => {
  it.each<[string, Act]>([
    ["is closed", "close"],
    ["gets Ctrl-C", { type: "\u0003" }],
    ["gets Ctrl-D", { type: "\u0004" }],
    ["gets half a word and Ctrl-D twice", { type: "ye\u0004\u0004" }],
  ])("that %s at the question has said no", async (_, act) => {
    using terminal = new QuickTerminal(shop);
    await terminal.run(apply);
    const { status, screen, there } = await deleteAt(node, terminal, "", act);
    expect([status, there]).toEqual([1, true]);
    expect(screen).toContain(question);
  });
});

describe.skipIf(!hasTerminals)("a terminal", () => {
  it("asks on the output that it still has", async () => {
    for (const streams of ["2> log", "> log", "| cat"]) {
      using terminal = new QuickTerminal(shop);
      await terminal.run(apply);
      const seen = await deleteAt(process.execPath, terminal, streams, { type: "yes\n" });
      expect([streams, seen.status, seen.there]).toEqual([streams, 0, false]);
      expect(seen.screen).toContain(question);
    }
  });

  it("that can't ask has nothing deleted", async () => {
    for (const streams of ["> log 2>&1", "< /dev/null", "< /dev/null > log"]) {
      using terminal = new QuickTerminal(shop);
      await terminal.run(apply);
      const { status, screen, there } = await deleteAt(process.execPath, terminal, streams, "close");
      expect([streams, status, there]).toEqual([streams, 1, true]);
      const log = existsSync(join(terminal.folder, "log")) ? terminal.read("log") : "";
      expect(`${screen}${log}`).toContain("`delete` asks before it deletes");
      expect(screen).not.toContain(question);
    }
  });
});
