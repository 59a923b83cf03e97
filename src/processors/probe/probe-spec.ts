import { err, ok, type Problem, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { Json, JsonObject } from "../../engine/json/json.ts";
import { probeIntervalMs, probeTimeoutMs } from "../../engine/model/timing.ts";
import type { FileAccess } from "../../ports/workspace-files.ts";
import { pathProblem, type ValidateSpec } from "../file/file-access.ts";
import { parseDuration, splitShell } from "../shell/script.ts";
import { type EnvironmentSpec, environmentProblems } from "../shell/shell-environment.ts";

/** A status, or a class of them: `2xx`. */
export type StatusRule = number | string;

/** What counts as well. */
export interface Expectation {
  readonly status?: StatusRule | readonly StatusRule[];
  readonly contains?: string;
  /** By JSON pointer into the answer. */
  readonly json?: { readonly [pointer: string]: Json };
  readonly exitCode?: number;
}

export interface HttpTarget {
  readonly url: string;
  readonly method?: "GET" | "HEAD";
  readonly headers?: { readonly [name: string]: string };
}

export interface TcpTarget {
  readonly host: string;
  readonly port: number;
}

/** The fields of a Probe. One of `http`, `tcp` and `command` is there. */
export interface ProbeFields extends Pick<EnvironmentSpec, "env" | "passEnv"> {
  readonly http?: HttpTarget;
  readonly tcp?: TcpTarget;
  readonly command?: string;
  readonly shell?: string;
  readonly workingDirectory?: string;
  readonly expect?: Expectation;
  readonly interval?: string;
  readonly timeout?: string;
  readonly tryTimeout?: string;
}

export function probeFields(spec: JsonObject): ProbeFields {
  return spec as unknown as ProbeFields;
}

const targets = ["http", "tcp", "command"] as const;
type Target = (typeof targets)[number];

const ofCommand = ["shell", "workingDirectory", "env", "passEnv"] as const;

/** What can be expected of what. */
const expectations: { readonly [target in Target]: readonly (keyof Expectation)[] } = {
  http: ["status", "contains", "json"],
  tcp: [],
  command: ["exitCode", "contains"],
};

/** Checks a resolved spec: first its shape, then what a schema can't say. */
export function parseProbe(
  files: Pick<FileAccess, "normalize">,
  validate: ValidateSpec,
  spec: JsonObject,
): Result<JsonObject, Problem[]> {
  const shape = validate("opus/v1", "Probe", spec) ?? [];
  if (shape.length > 0) return err([...shape]);
  const fields = probeFields(spec);
  const given = targets.filter((target) => fields[target] !== undefined);
  const [target] = given;
  if (target === undefined || given.length > 1) return err([targetProblem(given)]);
  const problems = [
    ...misplaced(target, fields),
    ...headProblems(fields),
    ...timeProblems(fields),
    ...(target === "command" ? commandProblems(files, fields) : []),
  ];
  return problems.length > 0 ? err(problems) : ok(spec);
}

function wrong(pointer: string, message: string, suggestion: string, atKey = false): Problem {
  return { code: "invalid-value", message, pointer, suggestion, ...(atKey ? { atKey } : {}) };
}

function targetProblem(given: readonly Target[]): Problem {
  const [first, second = ""] = given;
  return first === undefined
    ? wrong("", "it says nothing that is probed", "Add one of `http`, `tcp` and `command`.")
    : wrong(`/${second}`, `it has ${given.join(" and ")}, and probes one thing`, "Make a Probe of each.", true);
}

/** What says something of another sort of probe would be passed over in silence. */
function misplaced(target: Target, { expect = {}, ...fields }: ProbeFields): Problem[] {
  const foreign = target === "command" ? [] : ofCommand.filter((name) => fields[name] !== undefined);
  const expected = Object.keys(expect) as (keyof Expectation)[];
  const known = expectations[target];
  const list = known.map((name) => `\`${name}\``).join(", ");
  const hint = known.length === 0 ? "Delete it: a connection is all that is expected of a port." : `Use ${list}.`;
  return [
    ...foreign.map((name) => wrong(`/${name}`, `\`${name}\` is for \`command\` alone`, "Delete it.", true)),
    ...expected
      .filter((name) => !known.includes(name))
      .map((name) => wrong(`/expect/${name}`, `\`${name}\` can't be expected of \`${target}\``, hint, true)),
  ];
}

/** The head of an answer has no body to look into. */
function headProblems({ http, expect = {} }: ProbeFields): Problem[] {
  if (http?.method !== "HEAD") return [];
  return (["contains", "json"] as const)
    .filter((name) => expect[name] !== undefined)
    .map((name) => wrong(`/expect/${name}`, "an answer to HEAD has no body", "Use `method: GET`.", true));
}

/** How long to wait, in milliseconds. */
export function probeTimes({ interval, timeout, tryTimeout }: ProbeFields): {
  readonly intervalMs: number;
  readonly timeoutMs: number;
  readonly tryMs: number | undefined;
} {
  const ms = (text: string | undefined): number | undefined => (text === undefined ? undefined : parseDuration(text));
  return {
    intervalMs: ms(interval) ?? probeIntervalMs,
    timeoutMs: ms(timeout) ?? probeTimeoutMs,
    tryMs: ms(tryTimeout),
  };
}

function timeProblems(fields: ProbeFields): Problem[] {
  const { intervalMs, timeoutMs, tryMs = 0 } = probeTimes(fields);
  const problems: Problem[] = [];
  if (fields.interval !== undefined && intervalMs >= timeoutMs) {
    const message = "`interval` is as long as `timeout`, or longer, so it would be tried only once";
    problems.push(wrong("/interval", message, "Lower it, or raise `timeout`."));
  }
  if (tryMs > timeoutMs)
    problems.push(wrong("/tryTimeout", "`tryTimeout` is longer than `timeout`", "Lower it, or raise `timeout`."));
  return problems;
}

function commandProblems(files: Pick<FileAccess, "normalize">, fields: ProbeFields): Problem[] {
  const { command = "", shell, workingDirectory } = fields;
  const problems = environmentProblems(fields);
  if (splitShell(shell) === undefined) {
    const message = `the shell \`${shell}\` has a quote that is not closed`;
    problems.push({ code: "bad-shell", message, pointer: "/shell", suggestion: "Write it like `bash -e {0}`." });
  }
  if (workingDirectory !== undefined) {
    const normal = files.normalize(workingDirectory, { folder: true });
    if (!normal.ok) problems.push(pathProblem(normal.error, "/workingDirectory"));
  }
  if (command.includes("\0")) {
    const message = "the command holds a NUL character";
    problems.push({ code: "bad-script", message, pointer: "/command", offset: command.indexOf("\0") });
  }
  return problems;
}
