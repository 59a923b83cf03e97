import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { QuickRig } from "../e2e/quick-rig.ts";
import { QuickTerminal } from "../e2e/quick-terminal.ts";
import type { Change, Files, OfFolder, OfSteps, OfTerminal, OfTest, Sample, Seen } from "./sample.ts";

const tests = join(import.meta.dirname, "..");

/**
 * Makes what a sample shows: runs it, or reads what another test asserts of it.
 * @param code of the message, or the reason of the failure
 * @throws Error when the message is not there
 */
export function see(code: string, sample: Sample): Promise<Seen> | Seen {
  if ("broken" in sample) return seeFolder(code, sample);
  if ("test" in sample) return seeTest(code, sample);
  return "commands" in sample ? seeTerminal(code, sample) : seeSteps(code, sample);
}

function seeFolder(code: string, { broken, when }: OfFolder): Seen {
  const folder = join(tests, "manifest/broken", broken);
  const names = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith(".yaml")).sort();
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  const said = blockOf(readFileSync(join(folder, "expected.txt"), "utf8"), code);
  const step = { command: existsSync(join(folder, "stage")) ? "apply" : "validate" };
  return when === undefined ? { files, step, said } : { when, files: {}, step, said };
}

async function seeTerminal(code: string, sample: OfTerminal): Promise<Seen> {
  const { files, before = [], commands, env = {}, when, hidden = [] } = sample;
  using terminal = new QuickTerminal(files);
  let screen = "";
  for (const [at, command] of commands.entries()) {
    change(terminal.folder, before[at]);
    ({ screen } = await terminal.run(wordsOf(command), { env }));
  }
  const said = settled(blockOf(screen, code), terminal.folder);
  return { ...(when === undefined ? {} : { when }), files: shown(files, hidden), commands, said };
}

async function seeSteps(code: string, sample: OfSteps): Promise<Seen> {
  const { files, before = [], steps, when, hidden = [] } = sample;
  using rig = new QuickRig(files);
  const [, program = ""] = process.argv;
  using _ = {
    [Symbol.dispose]: () => {
      process.argv[1] = program;
    },
  };
  let log = "";
  for (const [at, { inputs, event, env }] of steps.entries()) {
    change(rig.workspace, before[at]);
    const around = Object.entries({ NO_COLOR: "1", ...env }).map(([name, value]) => [
      name,
      value.replace("FOLDER", rig.workspace),
    ]);
    ({ log } = await rig.step(inputs, { ...(event ? { event } : {}), env: Object.fromEntries(around) }));
  }
  const last = steps.at(-1);
  return {
    ...(when === undefined ? {} : { when }),
    files: shown(files, hidden),
    step: last?.inputs ?? {},
    ...(last?.event ? { event: last.event.name } : {}),
    said: settled(blockOf(log, code), rig.workspace, rig.directory),
  };
}

function seeTest(code: string, { test, when, said }: OfTest): Seen {
  const source = plain(readFileSync(join(tests, test), "utf8"));
  const pieces = said.split(/‹[^›]*›|\n/).map((piece) => plain(piece).trim());
  const missing = pieces.filter((piece) => piece.length > 3 && !source.includes(piece));
  if (missing.length > 0) throw new Error(`${code}: ${test} does not have ${JSON.stringify(missing)}`);
  return { when, files: {}, said: said.replaceAll(/[‹›]/g, "") };
}

/** The text of a source without what quotes need. */
function plain(text: string): string {
  return text.replaceAll("\\", "").replaceAll(/\s+/g, " ");
}

/** The lines of one message: its first one, and what is indented below it. Else how the run ended. */
function blockOf(text: string, code: string): string {
  const lines = text.split("\n").map((line) => line.trimEnd());
  const first = lines.findIndex((line) =>
    new RegExp(`^(?:\\S+:\\d+:\\d+: )?(?:error|warning|notice) ${code}: `).test(line),
  );
  if (first !== -1) {
    const rest = lines.slice(first + 1);
    const end = rest.findIndex((line) => !line.startsWith("  "));
    return [lines[first], ...(end === -1 ? rest : rest.slice(0, end))].join("\n");
  }
  const annotation = new RegExp(`^::(error|warning|notice) title=${code}(?:,[^:]*)?::(.*)$`, "m").exec(text);
  if (annotation) {
    const [, severity, message = ""] = annotation;
    return `${severity} ${code}: ${decodeURIComponent(message.replaceAll("%0A", "\n  "))}`;
  }
  const ended = lines.findIndex((line) => line.includes(`(${code})`));
  if (ended === -1) throw new Error(`nothing says ${code}:\n${text}`);
  const next = lines.slice(ended + 1).find((line) => line.startsWith("Next: "));
  return [lines[ended], ...(next === undefined ? [] : [next])].join("\n");
}

/** What differs from one run to the next. */
function settled(text: string, ...folders: readonly string[]): string {
  const inPlace = folders.reduce((all, folder) => all.replaceAll(folder, "/home/me/shop"), text);
  return inPlace
    .replace(/^ +at .*(?:src|node_modules)\/.*\n?/gm, "")
    .replace(/\(process \d+ on \S+\)/g, "(process 4711 on laptop)")
    .replace(/(· | {2})\d+(?:\.\d+)?m?s(?= ·|$)/gm, "$11ms")
    .replace(/opus-[0-9a-f]{8}\//g, "opus-5b0c7a4e/")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "5b0c7a4e-30b9-4d0e-9a55-0f7e5d1c2b3a")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "2026-11-30T10:00:00Z");
}

function wordsOf(command: string): string[] {
  return command.split(" ");
}

function shown(files: Files, hidden: readonly string[]): Files {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !hidden.includes(path)));
}

function change(folder: string, files: Change): void {
  if (typeof files === "function") {
    files(folder);
    return;
  }
  for (const [path, text] of Object.entries(files ?? {})) {
    const at = join(folder, path);
    if (text === null) rmSync(at, { recursive: true, force: true });
    else {
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, text);
    }
  }
}
