import type { DiagnosticCode } from "../../engine/diagnostics/codes.ts";
import type { Problem } from "../../engine/diagnostics/diagnostic.ts";
import { isObject, type Json } from "../../engine/json/json.ts";
import {
  findReferences,
  nameBudget,
  nearest,
  parseTemplate,
  type Reference,
} from "../../engine/references/references.ts";
import { childPointer } from "../yaml/convert.ts";

/** The names that references may use. */
export interface DeclaredNames {
  readonly values: ReadonlySet<string>;
  readonly secrets: ReadonlySet<string>;
  readonly tasks: ReadonlySet<string>;
  /** Names of the outputs of tasks that always have the same. */
  readonly outputs: ReadonlyMap<string, readonly string[]>;
  /** False: a file could not be read, so a name that is missing may be declared there. */
  readonly complete: boolean;
}

const opusNames = ["context", "inherited-context", "command", "task", "project", "dollar"];
/** Problems of one string that are reported. */
const problemsPerString = 10;

/**
 * How much text a search for closing brackets may pass over. Text like `${${${…` makes the parser look at the rest
 * of the string again for each `${`.
 */
const scanLimit = 100_000_000;

/** Text with a reference, or what may hold such text. */
function mayRefer(value: Json): boolean {
  return typeof value === "string" ? value.includes("${") : typeof value === "object" && value !== null;
}

/** Checks the references of many strings; remembers strings that it has seen, because aliases repeat them. */
export class ReferenceChecker {
  readonly #names: DeclaredNames;
  readonly #opusNames: readonly string[];
  readonly #budget = nameBudget();
  readonly #seen = new Map<string, readonly Problem[]>();
  #scanned = 0;

  /** @param more what `${OPUS:…}` stands for in these strings besides what it does everywhere */
  constructor(names: DeclaredNames, more: readonly string[] = []) {
    this.#names = names;
    this.#opusNames = [...opusNames, ...more];
  }

  /**
   * Every string of a value, at any depth.
   * @param verbatim top-level fields that are handed to a program as they are: references are errors there
   */
  check(value: Json, verbatim: readonly string[], report: (problem: Problem) => void): void {
    const open: { readonly value: Json; readonly pointer: string; readonly verbatim: boolean }[] = [];
    const add = (parent: string, key: string | number, value: Json, isVerbatim: boolean) => {
      if (mayRefer(value)) open.push({ value, pointer: childPointer(parent, key), verbatim: isVerbatim });
    };
    if (isObject(value)) {
      for (const [key, item] of Object.entries(value).reverse()) add("", key, item, verbatim.includes(key));
    } else open.push({ value, pointer: "", verbatim: false });
    for (let item = open.pop(); item !== undefined; item = open.pop()) {
      const { value: current, pointer } = item;
      if (typeof current === "string") {
        if (!mayRefer(current)) continue;
        const problems = item.verbatim ? this.#script(current) : this.#template(current);
        for (const problem of problems) report({ ...problem, pointer });
      } else if (Array.isArray(current)) {
        for (let index = current.length - 1; index >= 0; index--)
          add(pointer, index, current[index] ?? null, item.verbatim);
      } else if (isObject(current)) {
        for (const [key, inner] of Object.entries(current).reverse()) add(pointer, key, inner, item.verbatim);
      }
    }
  }

  #template(text: string): readonly Problem[] {
    const known = this.#seen.get(text);
    if (known) return known;
    const problems: Problem[] = [];
    if (this.#tooCostly(text)) problems.push(tooMany);
    else {
      const { parts, problems: found } = parseTemplate(text);
      for (const problem of found.slice(0, problemsPerString)) {
        problems.push({ ...problem, ...workflowExpression(text, problem.offset), pointer: "" });
      }
      for (const part of parts) {
        if (problems.length >= problemsPerString) break;
        if (typeof part === "string") continue;
        const problem = this.#reference(part);
        if (problem) problems.push(problem);
      }
    }
    problems.sort((left, right) => (left.offset ?? 0) - (right.offset ?? 0));
    this.#seen.set(text, problems);
    return problems;
  }

  #script(text: string): readonly Problem[] {
    const key = `script\n${text}`;
    const known = this.#seen.get(key);
    if (known) return known;
    const problems = this.#tooCostly(text) ? [tooMany] : findReferences(text).slice(0, problemsPerString).map(inScript);
    this.#seen.set(key, problems);
    return problems;
  }

  #reference(reference: Reference): Problem | undefined {
    if (reference.fallback !== undefined) return undefined;
    const words = this.#undeclared(reference);
    if (words === undefined) return undefined;
    const [code, message, suggestion] = words;
    return { code, message, pointer: "", offset: reference.start, suggestion };
  }

  #undeclared({ source, name }: Reference): Words | undefined {
    if (source === "OPUS") return unknownOpusName(name, this.#opusNames);
    if (!this.#names.complete) return undefined;
    if (source === "VALUE") return this.#undeclaredValue(name);
    if (source === "SECRET") return this.#undeclaredSecret(name);
    return source === "VAR" ? this.#unknownVariable(name) : undefined;
  }

  #undeclaredValue(name: string): Words | undefined {
    const { values, secrets } = this.#names;
    return values.has(name) ? undefined : this.#notDeclared("VALUE", "value", name, values, secrets);
  }

  #undeclaredSecret(name: string): Words | undefined {
    const { values, secrets } = this.#names;
    return secrets.has(name) ? undefined : this.#notDeclared("SECRET", "secret", name, secrets, values);
  }

  #notDeclared(
    source: "VALUE" | "SECRET",
    word: "value" | "secret",
    name: string,
    own: ReadonlySet<string>,
    others: ReadonlySet<string>,
  ): Words {
    const near = this.#nearest(name, own);
    const [other, otherSource] = word === "value" ? ["secret", "SECRET"] : ["value", "VALUE"];
    return [
      word === "value" ? "unknown-value" : "unknown-secret",
      `the ${word} "${name}" is not declared`,
      others.has(name)
        ? `It is declared as a ${other}: write \`\${${otherSource}:${name}}\`.`
        : near
          ? `Did you mean \`\${${source}:${near}}\`?`
          : `Declare it under spec.${word}s of a Values document, or give a fallback: \`\${${source}:${name}:-…}\`.`,
    ];
  }

  #unknownVariable(name: string): Words | undefined {
    const task = name.slice(0, name.indexOf(":"));
    if (this.#names.tasks.has(task)) return this.#unknownOutput(task, name.slice(task.length + 1));
    const near = this.#nearest(task, this.#names.tasks);
    return [
      "unknown-task",
      `there is no task "${task}" whose output could be read`,
      near
        ? `Did you mean \`\${VAR:${near}${name.slice(task.length)}}\`?`
        : `Add the task, or give a fallback: \`\${VAR:${name}:-…}\`.`,
    ];
  }

  #unknownOutput(task: string, key: string): Words | undefined {
    const outputs = this.#names.outputs.get(task);
    if (!outputs || outputs.includes(key)) return undefined;
    const near = this.#nearest(key, outputs);
    return [
      "unknown-output",
      `task "${task}" has no output ${key}`,
      near ? `Did you mean \`\${VAR:${task}:${near}}\`?` : `It has ${outputs.join(", ")}.`,
    ];
  }

  #nearest(name: string, candidates: Iterable<string>): string | undefined {
    return nearest(name, candidates, undefined, this.#budget);
  }

  #tooCostly(text: string): boolean {
    let close = -1;
    for (let start = text.indexOf("${"); start !== -1; start = text.indexOf("${", start + 2)) {
      if (close < start) {
        close = text.indexOf("}", start);
        if (close === -1) close = text.length;
      }
      this.#scanned += close - start;
      if (this.#scanned > scanLimit) return true;
    }
    return false;
  }
}

/** What is wrong with a reference, and what to do about it. */
type Words = readonly [code: DiagnosticCode, message: string, suggestion: string];

function unknownOpusName(name: string, known: readonly string[]): Words | undefined {
  if (known.includes(name)) return undefined;
  const near = nearest(name, known);
  return [
    "bad-reference",
    `\`\${OPUS:${name}}\` is not known`,
    near ? `Did you mean \`\${OPUS:${near}}\`?` : "Known are context, inherited-context, command, task and project.",
  ];
}

const tooMany: Problem = {
  code: "bad-reference",
  message: "this text holds a great many `${` that nothing closes",
  pointer: "",
  suggestion: "Write `$${` for a literal `${`, or keep the text in a file of its own (File.spec.source).",
};

/** `${{ github.sha }}`: what people know from workflow files. */
function workflowExpression(text: string, offset: number): Pick<Problem, "message" | "suggestion"> | undefined {
  const match = /^\$\{\{\s*([A-Za-z0-9_.-]{1,100}).{0,200}?\}\}/.exec(text.slice(offset, offset + 320));
  if (!match) return undefined;
  const [written, path = ""] = match;
  const [context = "", ...rest] = path.split(".");
  const name = rest.join(".");
  const forms: Record<string, string> = {
    github: `Write \`\${GITHUB:${name}}\`.`,
    env: `Write \`\${ENV:${name}}\`.`,
    vars: `Hand it to the step as an environment variable, and write \`\${ENV:${name}}\`.`,
    secrets:
      "Hand it to the step as an environment variable, declare a secret with that env, and write `${SECRET:name}`.",
  };
  return {
    message: `\`${written}\` is an expression of workflow files, which a manifest does not know`,
    suggestion:
      (name === "" ? undefined : forms[context]) ?? "Write one of the manifest's own references, like `${GITHUB:sha}`.",
  };
}

function inScript(reference: Reference): Problem {
  const variable = reference.name
    .replace(/^.*:/, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9_]+/g, "_")
    .replace(/^(?=\d)/, "_")
    .toUpperCase();
  const field = reference.source === "SECRET" ? "secretEnv" : "env";
  const written = `\${${reference.source}:${reference.name}}`;
  return {
    code: "reference-in-script",
    message: `\`${written}\` stands inside a script, where references are not filled in`,
    pointer: "",
    offset: reference.start,
    suggestion: `Hand it over through the environment: ${field}: {${variable}: "${written}"}, and use "$${variable}" in the script.`,
  };
}
