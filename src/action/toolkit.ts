import { statSync } from "node:fs";
// The package's entry loads an HTTP client (50 ms) that nobody here needs, and its `exports` hide the light modules;
// a relative path reaches them all the same, in the bundle too.
import { prepareKeyValueMessage } from "../../node_modules/@actions/core/lib/file-command.js";
import { partsOf } from "../engine/redaction/secret-encodings.ts";
import { oneLine, printableLines, visible } from "../engine/text/printable.ts";
import type { Console, Tone } from "../ports/console.ts";
import { harmless } from "./harmless.ts";
import { append } from "./runner-files.ts";

/** GitHub drops a summary above this as a whole. */
export const summaryLimitBytes = 1024 * 1024;

interface Annotation {
  /** Relative to the workspace. */
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
  readonly endColumn?: number;
  readonly title?: string;
}

/** What an action may tell its runner. */
export interface ActionConsole extends Console {
  readonly live: false;
  /** Sets outputs of the step, all of them or none. */
  setOutputs(outputs: readonly (readonly [name: string, value: string])[]): void;
  /** Tells the post step of this step something: there it is the variable `STATE_<name>`. */
  saveState(name: string, value: string): void;
  /** Hides a value, or of several lines each that is not too short, in all logs of the job. Call it before anything is printed. */
  addMask(secret: string): void;
  annotation(level: "error" | "warning" | "notice", message: string, properties?: Annotation): void;
  /** Bytes that still fit into the summary of this step; 0 when there is no summary to write to. */
  summaryRoom(): number;
  /** Adds to the job summary, unless it does not fit. @returns whether it was added */
  appendSummary(markdown: string): boolean;
}

export interface ActionConsoleOptions {
  readonly stdout: { write(text: string): unknown };
  readonly env: { readonly [name: string]: string | undefined };
}

const colours: { readonly [tone in Tone]: string } = {
  heading: "1",
  create: "32",
  update: "33",
  delete: "31",
  adopt: "36",
  success: "32",
  warning: "33",
  error: "31",
  muted: "90",
};

/** The only writer of standard output while a step runs. */
export function createActionConsole({ stdout, env }: ActionConsoleOptions): ActionConsole {
  const write: Write = (line) => stdout.write(`${line}\n`);
  return { live: false, ...lines(write, !env.NO_COLOR), ...commands(write), ...files(env) };
}

type Write = (line: string) => unknown;

function lines(
  write: Write,
  colourful: boolean,
): Pick<ActionConsole, "line" | "group" | "endGroup" | "output" | "progress"> {
  let grouped = false;
  const endGroup = (): void => {
    if (grouped) write(command("endgroup", ""));
    grouped = false;
  };
  const line = (text: string, tone?: Tone): void => {
    const colour = colourful && tone !== undefined ? colours[tone] : undefined;
    for (const shown of harmless(text)) write(colour && shown !== "" ? `\u001b[${colour}m${shown}\u001b[0m` : shown);
  };
  return {
    line,
    endGroup,
    group: (title) => {
      endGroup();
      grouped = true;
      write(command("group", harmless(title).join(" ")));
    },
    output: (text) => {
      for (const shown of harmless(text.replace(/(?:\r\n|\n|\r)$/, ""))) write(`  │ ${shown}`);
    },
    progress: (text) => {
      if (text !== undefined) line(text, "muted");
    },
  };
}

function commands(write: Write): Pick<ActionConsole, "addMask" | "annotation"> {
  return {
    addMask: (secret) => {
      // The runner compares line by line. Of a text with several lines it takes each for a secret, however short, and
      // would hide every `}` of the job after the key of a service account; so it gets the lines that count, one by one.
      for (const part of partsOf(secret)) if (!/[\r\n]/.test(part)) write(command("add-mask", part));
    },
    annotation: (level, message, { file, line: first, endLine, column, endColumn, title } = {}) => {
      const place = file === undefined ? {} : { file: visible(file), line: first, endLine, col: column, endColumn };
      const text = printableLines(message).map(visible).join("\n");
      write(command(level, text, { title: title === undefined ? undefined : oneLine(title), ...place }));
    },
  };
}

function files(
  env: ActionConsoleOptions["env"],
): Pick<ActionConsole, "setOutputs" | "saveState" | "summaryRoom" | "appendSummary"> {
  // As the step began with them, whatever modules do to the environment.
  const { GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: outputFile, GITHUB_STATE: stateFile } = env;
  const room = (): number => (summary ? Math.max(0, summaryLimitBytes - sizeOf(summary)) : 0);
  return {
    setOutputs: (outputs) => {
      if (outputFile)
        append(outputFile, outputs.map(([name, value]) => `${prepareKeyValueMessage(name, value)}\n`).join(""));
    },
    saveState: (name, value) => {
      if (stateFile) append(stateFile, `${prepareKeyValueMessage(name, value)}\n`);
    },
    summaryRoom: room,
    appendSummary: (markdown) => {
      if (!summary || Buffer.byteLength(markdown) + 1 > room()) return false;
      append(summary, `${markdown}\n`);
      return true;
    },
  };
}

/** A workflow command. */
function command(
  name: string,
  message: string,
  properties: { readonly [key: string]: string | number | undefined } = {},
): string {
  const pairs = Object.entries(properties).filter(([, value]) => value !== undefined && value !== "");
  const list = pairs.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(",");
  return `::${name}${list === "" ? "" : ` ${list}`}::${escapeData(message)}`;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
