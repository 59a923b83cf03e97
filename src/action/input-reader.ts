import type { Diagnostic } from "../engine/diagnostics/diagnostic.ts";
import { nearest } from "../engine/references/references.ts";
import { oneLine } from "../engine/text/printable.ts";
import { shortened } from "../engine/text/shorten.ts";
import { metadata } from "./metadata.generated.ts";
import type { InputName, RawInputs } from "./raw-inputs.ts";

/** Of a key that anybody can try against a digest in a comment. */
const shortestSigningKey = 16;
const truths = ["true", "True", "TRUE"];
const falsehoods = ["false", "False", "FALSE"];
const units: { readonly [unit: string]: number } = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Reads inputs one by one and collects what is wrong with them. */
export class InputReader {
  readonly problems: Diagnostic[] = [];
  /** The input of each problem. */
  readonly wrong: InputName[] = [];
  readonly #raw: RawInputs;
  readonly #terminal: boolean;
  readonly #backends: readonly string[];

  constructor(raw: RawInputs, terminal: boolean, backends: readonly string[] = metadata.stateBackends) {
    this.#raw = raw;
    this.#terminal = terminal;
    this.#backends = backends;
  }

  /** The text that was given or the default; undefined when both are empty. */
  readonly text = (name: InputName): string | undefined => {
    const given = this.#raw[name];
    if (given !== undefined && given.trim() !== "") return given;
    const fallback = metadata.inputs.find((input) => input.name === name)?.default ?? "";
    // An expression of the workflow means nothing outside of it.
    return fallback === "" || fallback.includes("${{") ? undefined : fallback;
  };

  /** A property that does not exist when it is undefined. */
  readonly optional = <Key extends string, Value>(key: Key, value: Value | undefined): { [key in Key]?: Value } =>
    value === undefined ? {} : ({ [key]: value } as { [key in Key]: Value });

  /** @param wanted what it has to be, for the message */
  matching(name: InputName, form: RegExp, wanted: string): string | undefined {
    const value = this.text(name);
    if (value === undefined || form.test(value)) return value;
    this.#wrong(name, value, wanted);
    return undefined;
  }

  values(): { readonly text: string; readonly origin: string } | undefined {
    const text = this.text("values");
    return text === undefined ? undefined : { text, origin: this.#label("values") };
  }

  backend(): string | undefined {
    const backend = this.text("state-backend");
    if (backend === undefined) return undefined;
    return this.#oneOf("state-backend", backend, this.#backends);
  }

  /**
   * A flag of what only a workflow's event tells: which commit was merged, and with which review; whose issues are kept.
   * @param instead what to do in a terminal
   */
  workflowFlag(name: InputName, instead: string): boolean {
    const value = this.flag(name);
    if (value && this.#terminal) this.#problem(name, `--${name} is for workflows`, `${instead}, or leave it out.`);
    return value;
  }

  signingKey(): string | undefined {
    const key = this.text("plan-signing-key");
    if (key === undefined || key.length >= shortestSigningKey) return key;
    const problem = `${this.#label("plan-signing-key")} has fewer than ${shortestSigningKey} characters, and may be found by trying`;
    const suggestion = "Make one with `openssl rand -hex 32`, and keep it as a secret of the repository.";
    this.#problem("plan-signing-key", problem, suggestion);
    return undefined;
  }

  /** Undefined: any plan will do. What a step that planned nothing hands over is empty, and must not mean the same. */
  planDigest(): string | undefined {
    const given = this.#raw["plan-digest"]?.trim();
    if (given === undefined || given === "none") return undefined;
    if (/^(?:hmac-)?sha256:[0-9a-f]{64}$/.test(given)) return given;
    if (given === "") {
      const problem = `${this.#label("plan-digest")} is empty, which approves no plan`;
      const suggestion =
        "Hand over the output `plan-digest` of a step that planned one context; leave it out, or write `none`, to do whatever the plan of now is.";
      this.#problem("plan-digest", problem, suggestion);
    } else
      this.#wrong(
        "plan-digest",
        given,
        "a digest as the output `plan-digest` has it, `sha256:` and 64 digits, or `none`",
      );
    return undefined;
  }

  /** Parts between commas and line breaks; commas inside `{…}` of a glob don't count. */
  list(name: InputName): string[] {
    const parts = listParts(this.text(name) ?? "");
    return parts.map((part) => part.trim()).filter((part) => part !== "");
  }

  flag(name: InputName): boolean {
    const value = this.text(name) ?? "false";
    if (truths.includes(value)) return true;
    if (!isFalse(value)) this.#wrong(name, value, "`true` or `false`");
    return false;
  }

  choice<const Choice extends string>(name: InputName, choices: readonly [Choice, ...Choice[]]): Choice {
    return this.#oneOf(name, this.text(name) ?? choices[0], choices) ?? choices[choices.length - 1] ?? choices[0];
  }

  wholeNumber(name: InputName, least: number, most = Number.MAX_SAFE_INTEGER): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const number = /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    const range = most === Number.MAX_SAFE_INTEGER ? `, ${least} or more` : ` from ${least} to ${most}`;
    this.#wrong(name, value, `a whole number${range}`);
    return undefined;
  }

  /** Milliseconds. */
  duration(name: InputName): number {
    const value = this.text(name) ?? "0";
    const match = /^(\d{1,9})(ms|s|m|h)$/.exec(value);
    const ms = Number(match?.[1] ?? Number.NaN) * (units[match?.[2] ?? ""] ?? Number.NaN);
    if (value === "0") return 0;
    // Timers of Node hold no more than this.
    if (ms <= 0x7fffffff) return ms;
    this.#wrong(name, value, "0 or a duration such as 90s, 5m or 1h, of at most 24 days");
    return 0;
  }

  #oneOf<Choice extends string>(name: InputName, value: string, choices: readonly Choice[]): Choice | undefined {
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    const near = nearest(value, choices, 2);
    const list = `${choices.slice(0, -1).map(code).join(", ")} or ${choices.slice(-1).map(code).join("")}`;
    this.#wrong(name, value, list, near === undefined ? undefined : `Did you mean \`${near}\`?`);
    return undefined;
  }

  #wrong(name: InputName, value: string, wanted: string, suggestion?: string): void {
    const shown = shortened(oneLine(value), 61);
    this.#problem(name, `${this.#label(name)} must be ${wanted}, not "${shown}"`, suggestion);
  }

  #problem(name: InputName, message: string, suggestion: string | undefined): void {
    this.wrong.push(name);
    const base = { severity: "error", code: "invalid-input", message } as const;
    this.problems.push(suggestion === undefined ? base : { ...base, suggestion });
  }

  #label(name: InputName): string {
    return this.#terminal ? `--${name}` : `input "${name}"`;
  }
}

/** Is a flag that is given as this text off? */
export function isFalse(text: string | undefined): boolean {
  return falsehoods.includes(text ?? "");
}

function code(text: string): string {
  return `\`${text}\``;
}

/** The parts of a list, which lines and commas part: commas count unless the next brace of their line closes. */
export function listParts(text: string): string[] {
  return text.split(/[\r\n]+/).flatMap((line) => {
    const parts: string[] = [];
    let rest = "";
    let closes = false;
    // From behind: whether a comma counts is told by what comes after it.
    for (const character of [...line].reverse()) {
      if (character === "}") closes = true;
      else if (character === "{") closes = false;
      if (character === "," && !closes) {
        parts.push(rest);
        rest = "";
      } else rest = character + rest;
    }
    return [rest, ...parts.reverse()];
  });
}
