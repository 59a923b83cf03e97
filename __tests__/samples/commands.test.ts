// The commands of the pages, run as they stand there: those of a page in order, in one shell.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { parse } from "yaml";
import { type Fence, root } from "./fences.ts";
import { commandsNotRun } from "./not-run.ts";
import { before, example, removeShops, runningShop, shop } from "./scenes.ts";
import { linesOf, SampleShell } from "./shell.ts";
import { treatedAs } from "./treatments.ts";

const fences = treatedAs("commands").map(({ fence }) => fence);
const pages = [...new Set(fences.map(({ page }) => page))];
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const { scripts, version } = JSON.parse(read("package.json")) as {
  scripts: { [name: string]: string };
  version: string;
};

afterAll(removeShops);

it("commands that are not run stand on a page", () => {
  const lines = fences.flatMap(({ text }) => linesOf(text));
  for (const { begins } of commandsNotRun)
    expect([begins, lines.filter(({ command }) => command.startsWith(begins)).length > 0]).toEqual([begins, true]);
  for (const { page, begins } of before)
    expect([page, begins, fences.filter((one) => one.page === page && one.text.startsWith(begins)).length]).toEqual([
      page,
      begins,
      1,
    ]);
});

it.each(pages)("the commands of %s do what stands beside them", async (page) => {
  const shells = new Map<string, SampleShell>();
  try {
    const told = fences.filter((one) => one.page === page && linesOf(one.text).some(isRun));
    for (const fence of told) {
      const name = sceneOf(fence);
      const shell = shells.get(name) ?? (await arrange(name));
      shells.set(name, shell);
      await runFence(shell, fence);
    }
    for (const shell of shells.values()) shell.calls.forEach(checkCall);
  } finally {
    for (const shell of shells.values()) shell[Symbol.dispose]();
  }
});

/** What a fence finds: its example, a new repository, or a shop whose state is where the fence looks for it. */
function sceneOf({ page, text, says }: Fence): string {
  if (says.in !== undefined) return says.in;
  const [, name] = /^examples\/([\w-]+)\/README\.md$/.exec(page) ?? [];
  if (name !== undefined && name !== "workflows") return `example ${name}`;
  if (/^opus init\b/m.test(text)) return "empty";
  if (/--state-backend branch|opus-state|\borigin\b/.test(text)) return "branch";
  return /^(opus|git) |\.opus\//m.test(text) ? "file" : "nothing";
}

async function arrange(scene: string): Promise<SampleShell> {
  const [word, name = ""] = scene.split(" ");
  if (word === "example") return example(name);
  if (word === "branch" || word === "file") return await runningShop(word);
  if (word === "nothing") return new SampleShell();
  const shell = shop();
  if (word === "empty") shell.prepare("rm opus.yaml .gitignore");
  return shell;
}

function isRun({ command }: { readonly command: string }): boolean {
  return !commandsNotRun.some(({ begins }) => command.startsWith(begins));
}

async function runFence(shell: SampleShell, fence: Fence): Promise<void> {
  for (const [name, code] of filesOn(fence.page)) shell.terminal.write({ [name]: code });
  for (const { page, begins, run } of before)
    if (page === fence.page && fence.text.startsWith(begins)) for (const line of run) await shell.mustRun(line);
  for (const { command, remark } of linesOf(fence.text)) {
    if (!isRun({ command })) continue;
    const { status, screen } = await shell.run(filledIn(shell, command));
    const fails = /^(fails|refused|an error)\b/.test(remark);
    expect([fence.place, command, status], screen).toEqual([fence.place, command, fails ? 1 : 0]);
    checkRemark(`${fence.place}: ${command}`, remark, screen, command);
  }
}

/** Scripts that a page has as a sample, under the name in their first line. */
function filesOn(page: string): readonly (readonly [string, string])[] {
  return treatedAs("script")
    .filter(({ fence }) => fence.page === page)
    .map(({ fence, treatment }) => [treatment.name, fence.text]);
}

/** Puts in what a reader has to. */
function filledIn(shell: SampleShell, command: string): string {
  if (!/\bCOMMIT\b/.test(command)) return command;
  return command.replace("COMMIT", () =>
    shell.output(
      "git fetch --quiet origin opus-state && git log --format=%h -n 1 FETCH_HEAD -- storefront/prod/state.json",
    ),
  );
}

/** Words of comments that mean something that can be seen. */
function checkRemark(place: string, remark: string, screen: string, command: string): void {
  const words = remark.match(/\b(resource-changed|unknown-field|does not hold|\(known after apply: [^)]*\))/g) ?? [];
  for (const word of words) expect([place, screen]).toEqual([place, expect.stringContaining(word)]);
  if (/^(nothing to do|has nothing to do)/.test(remark))
    expect([place, screen]).toEqual([place, expect.stringContaining("nothing to do")]);
  // What a file has, line by line; only times may be others.
  if (command.startsWith("cat ") && remark !== "") {
    const masked = (text: string): string => text.trim().replace(/\b\d+ ms\b/g, "N ms");
    expect([place, masked(screen.trim().split("\n").join("; "))]).toEqual([place, masked(remark)]);
  }
}

/** A call of a program that was not run: whatever it names is there. */
function checkCall([program = "", ...words]: readonly string[]): void {
  const call = [program, ...words].join(" ");
  const [first = "", second = "", ...rest] = words;
  const packages = words.filter((word) => word.endsWith(".tgz"));
  for (const one of packages.filter((word) => word.includes("://")))
    expect(one).toBe(`https://github.com/OWNER/magnum-opus/releases/download/v${version}/magnum-opus-${version}.tgz`);
  if (program === "npm" && (first === "run" || first === "run-script")) {
    expect([call, scripts[second] ?? "no such script"]).toEqual([call, scripts[second]]);
    const file = /node (\S+\.ts)/.exec(scripts[second] ?? "")?.[1];
    for (const flag of rest.filter((word) => /^--\w/.test(word)))
      expect([call, read(file ?? "")]).toEqual([call, expect.stringContaining(flag.slice(2))]);
  } else if (program === "npm" && !["ci", "cit", "install", "link"].includes(first)) {
    expect([call, scripts[first] ?? "no such script"]).toEqual([call, scripts[first]]);
  } else if (program === "gh") checkGh(call, words);
}

const ghCommands = ["release verify", "attestation verify", "secret set", "variable set", "workflow run"];

function checkGh(call: string, [group = "", verb = "", name = "", ...rest]: readonly string[]): void {
  expect([call, ghCommands]).toEqual([call, expect.arrayContaining([`${group} ${verb}`])]);
  if (`${group} ${verb}` !== "workflow run") return;
  const { on } = parse(read(join("examples/workflows", name))) as {
    readonly on: {
      readonly workflow_dispatch: {
        readonly inputs: { readonly [name: string]: { readonly options?: readonly string[] } };
      };
    };
  };
  for (const given of rest.filter((word) => word !== "-f")) {
    const [input = "", value = ""] = given.split("=");
    const known = on.workflow_dispatch.inputs[input];
    expect([call, known?.options ?? (known ? [value] : [])]).toEqual([call, expect.arrayContaining([value])]);
  }
}
