import { metadata } from "../../action/metadata.generated.ts";
import { fitted } from "../../cli/fitted.ts";
import { parseArguments } from "../../cli/terminal.ts";
import { oneLine } from "../../engine/text/printable.ts";
import { type Part, Program, type Start } from "./program.ts";

/** Runs the part of the program that is asked for, and lets the process end with its status. Never rejects. */
export async function runProgram(start: Start): Promise<void> {
  const part = partOf(start);
  const program = new Program(start, part);
  const status = await run(part, program).catch((error: unknown) => {
    program.sayStray({ error, by: undefined });
    return 1;
  });
  program.end(status);
}

/** A step of a workflow has no arguments but what src/post.ts says; everything else is the terminal program. */
function partOf({ process, environment }: Start): Part {
  const [, , first, second] = process.argv;
  // The program starts itself that way, with a channel to answer over; src/github/cache/cache-worker.ts.
  if (process.send !== undefined && first === "cache-worker") return "cache-worker";
  if (environment.GITHUB_ACTIONS !== "true") return "terminal";
  if (first === undefined) return "step";
  return first === "post-step" && second === undefined ? "post-step" : "terminal";
}

async function run(part: Part, program: Program): Promise<number> {
  switch (part) {
    case "cache-worker":
      return runCacheCall(program);
    case "post-step": {
      const { nothingLeft } = await import("../post-step/nothing-left.ts");
      if (nothingLeft(program.environment)) return 0;
      return unlessLost(await (await wholeRun()).runAfterStep(program), program);
    }
    case "step":
      return unlessLost(await (await wholeRun()).runStep(program), program);
    case "terminal":
      return unlessLost(await runArguments(program), program);
  }
}

async function wholeRun() {
  const { wholeRun } = await import("./whole-run.ts");
  return wholeRun;
}

async function runArguments(program: Program): Promise<number> {
  const parsed = await parseArguments(program.process.argv.slice(2), metadata);
  switch (parsed.type) {
    case "text":
      program.stdout.write(`${fitted(parsed.text, program.stdout.columns ?? 80)}\n`);
      return 0;
    case "error":
      program.say(oneLine(parsed.message));
      return 1;
    case "tool": {
      const { stdout, process, say } = program;
      return (await wholeRun()).runTool(parsed, {
        directory: process.cwd(),
        print: (text) => stdout.write(program.shown(text)),
        say,
      });
    }
    default:
      return (await wholeRun()).runTerminal(parsed, program);
  }
}

/**
 * What was to be written to a file or a pipe is not there: whoever goes on with it has to know. Of a step it is the log,
 * with its warnings and with what the runner has to mask. What was done stays done and recorded.
 */
async function unlessLost(status: number, { data, say }: Program): Promise<number> {
  const lost = await data.lost();
  if (lost === undefined) return status;
  say(`opus: standard output could not be written, and is not complete: ${lost.message}`);
  return 1;
}

/** A call of GitHub's cache. */
async function runCacheCall(program: Program): Promise<number> {
  const { runCacheWorker } = await import("../../github/cache/cache-worker.ts");
  const { removeTree } = await import("../../node/files/private-folders.ts");
  await runCacheWorker(program.process.argv[3] ?? "", removeTree);
  return 0;
}
