import { isObject, type Json, type JsonObject } from "../json/json.ts";
import type { SecretDeclaration } from "../model/project.ts";
import { inWords } from "../text/listed.ts";
import { type Surface, stepSurface } from "../text/surface.ts";
import type { FilterWatch } from "./filtered-secrets.ts";
import { type Found, type Lookup, lookupWith } from "./found.ts";
import { nearest } from "./references.ts";
import { isReservedVariable, mayHoldSecret, ownerOf } from "./reserved-variables.ts";
import { unseen } from "./unseen.ts";

/** Where references of one run and context find what they stand for. */
export interface ReferenceEnvironment {
  /** Variables of the step, by name. Never handed on as a whole. */
  readonly environment: { readonly [name: string]: string | undefined };
  /** The github context, without its token. */
  readonly github: JsonObject;
  readonly project: string;
  readonly command: string;
  readonly context: string;
  readonly inherited: string | undefined;
  readonly secrets: ReadonlyMap<string, SecretDeclaration>;
  /** How messages speak of variables. Default: a step's. */
  readonly surface?: Surface;
  /** An untrusted run sees neither environment nor secrets. */
  readonly trusted: boolean;
  /** Specs are only compared with what is recorded, where secrets stand as references: no secret is read. */
  readonly secretsUnread?: boolean;
  /** State may be anybody's: of the secrets that it names, only those count that the manifest declares, as it declares them. */
  readonly doubted?: boolean;
  /** The plan is only shown: a note stands in place of a secret that is not set. */
  readonly mayMissSecrets?: boolean;
  /** Hides what filters make of secrets. Absent: no text of these references is shown or sent. */
  readonly filtered?: FilterWatch;
}

/** How the label of a value begins that an untrusted run may not see. */
export const hiddenMark = "hidden from an untrusted run: ";

/** Finds `${ENV:…}`, `${GITHUB:…}` and `${OPUS:…}`; everything else is the caller's. */
export function environmentLookup(referenceEnvironment: ReferenceEnvironment): Lookup {
  return lookupWith(referenceEnvironment.filtered, (reference) => {
    switch (reference.source) {
      case "ENV":
        return findVariable(referenceEnvironment, reference.name);
      case "GITHUB":
        return findGithub(referenceEnvironment.github, reference.name);
      case "OPUS":
        return findOpus(referenceEnvironment, reference.name);
      default:
        return {
          type: "missing",
          code: "bad-reference",
          message: `\`\${${reference.source}:${reference.name}}\` can't be used here`,
          suggestion: "Only ${VALUE:…}, ${ENV:…}, ${GITHUB:…} and ${OPUS:…} are known at this point.",
        };
    }
  });
}

function findVariable({ environment, trusted, surface = stepSurface }: ReferenceEnvironment, name: string): Found {
  if (isReservedVariable(name)) {
    return {
      type: "missing",
      code: "refused-variable",
      message: `the environment variable ${name} belongs to ${ownerOf(name)} and is not handed to manifests`,
      suggestion: surface.terminal
        ? "Use a variable of your own, and declare it as a secret when it is one."
        : "Set a variable of your own in the step's `env`, and declare it as a secret when it is one.",
    };
  }
  if (!trusted) return { type: "unknown", label: `${hiddenMark}ENV:${name}` };
  const value = variable(environment, name);
  if (value !== undefined) return { type: "value", value };
  return {
    type: "missing",
    code: "unset-variable",
    message: `the environment variable ${name} is not set`,
    suggestion: `${surface.setVariable(name)}, or give a default: \`\${ENV:${name}:-…}\`.`,
  };
}

/** The prototype of an environment has members too (`constructor`). */
function variable(environment: ReferenceEnvironment["environment"], name: string): string | undefined {
  return Object.hasOwn(environment, name) ? environment[name] : undefined;
}

function findGithub(github: JsonObject, path: string): Found {
  let at: Json | undefined = github;
  const seen: string[] = [];
  for (const segment of path.split(".")) {
    const parent: Json | undefined = at;
    if (Array.isArray(parent)) at = parent[Number(segment)];
    else if (isObject(parent)) at = Object.hasOwn(parent, segment) ? parent[segment] : undefined;
    else at = undefined;
    if (at === undefined || at === null) {
      const there = isObject(parent) && !Object.hasOwn(parent, segment);
      const near = there ? nearest(segment, Object.keys(parent)) : undefined;
      const suggestion = near
        ? `Did you mean \`\${GITHUB:${[...seen, near].join(".")}}\`?`
        : `Not every event has it; give a default: \`\${GITHUB:${path}:-…}\`.`;
      return {
        type: "missing",
        code: "unknown-github",
        message: `the github context of this run has no "${path}"`,
        suggestion,
      };
    }
    seen.push(segment);
  }
  return { type: "value", value: at };
}

function findOpus({ context, inherited, command, project }: ReferenceEnvironment, name: string): Found {
  switch (name) {
    case "context":
      return { type: "value", value: context };
    case "inherited-context":
      return { type: "value", value: inherited ?? context };
    case "command":
      return { type: "value", value: command };
    case "project":
      return { type: "value", value: project };
    case "dollar":
      return { type: "value", value: "$" };
    default: {
      const names = ["context", "inherited-context", "command", "task", "project", "dollar"];
      // Known, but not here.
      const isOfTasks = name === "task";
      const near = nearest(name, isOfTasks ? [] : names);
      return {
        type: "missing",
        code: "unknown-opus",
        message: `there is no \`\${OPUS:${name}}\`${isOfTasks ? " here" : ""}`,
        suggestion: near
          ? `Did you mean \`\${OPUS:${near}}\`?`
          : isOfTasks
            ? "It is known in the spec of a task only."
            : "There are context, inherited-context, command, task, project and dollar.",
      };
    }
  }
}

/** What `${SECRET:name}` stands for in this context. */
export function findSecret(referenceEnvironment: ReferenceEnvironment, name: string): Found {
  const declaration = referenceEnvironment.secrets.get(name);
  if (!declaration) {
    const near = nearest(name, referenceEnvironment.secrets.keys());
    return {
      type: "missing",
      code: "unknown-secret",
      message: `no secret "${name}" is declared`,
      suggestion: near ? `Did you mean "${near}"?` : "Declare it under `spec.secrets` of a Values document.",
    };
  }
  const variable = secretVariable(declaration, referenceEnvironment);
  if (variable !== "") return readSecret(referenceEnvironment, name, variable);
  const { context } = referenceEnvironment;
  return {
    type: "missing",
    code: "unset-secret",
    message: `the secret "${name}" names no environment variable for the context "${context}"`,
    suggestion: `Add \`env\` to it, or \`contexts: {${context}: {env: …}}\`.`,
  };
}

/** The environment variable that holds a secret in this context. */
export function secretVariable(
  declaration: SecretDeclaration,
  { context, inherited }: Pick<ReferenceEnvironment, "context" | "inherited">,
): string {
  for (const name of [context, inherited]) {
    if (name !== undefined && Object.hasOwn(declaration.contexts, name)) return declaration.contexts[name] as string;
  }
  return declaration.env;
}

/** The variables in which the manifest says, for this context, that secrets are. */
export function declaredVariables(referenceEnvironment: ReferenceEnvironment): ReadonlySet<string> {
  const variables = [...referenceEnvironment.secrets.values()].map((secret) =>
    secretVariable(secret, referenceEnvironment),
  );
  return new Set(variables.filter(mayHoldSecret));
}

/** What stands in place of a secret that is not set where a plan is only shown: another text for each. */
export function missingSecret(name: string): string {
  return `(secret ${name} is not set here)`;
}

/** `secret a is not set here`: half a sentence. */
export function missingWords(names: readonly string[]): string {
  return `${names.length === 1 ? "secret" : "secrets"} ${inWords(names)} ${names.length === 1 ? "is" : "are"} not set here`;
}

/** How the label of a value begins that needs such a secret. */
export const missingMark = "unknown: ";

/** What was recorded, as this run may see it: an untrusted one sees nothing sensitive. */
export function seen(found: Found, { trusted }: Pick<ReferenceEnvironment, "trusted">): Found {
  return found.type === "sensitive" && !trusted ? { type: "sensitive", value: unseen } : found;
}

/**
 * The secret in a variable; in an untrusted run, and where specs are only compared, it is never read, and a reserved one is read only where the manifest
 * declares it.
 */
export function readSecret(referenceEnvironment: ReferenceEnvironment, name: string, env: string): Found {
  const { environment, trusted, secretsUnread, mayMissSecrets, surface = stepSurface } = referenceEnvironment;
  if (isReservedVariable(env) && !declaredVariables(referenceEnvironment).has(env)) {
    return {
      type: "missing",
      code: "refused-variable",
      message: `the secret "${name}" was recorded in the environment variable ${env}, which belongs to ${ownerOf(env)} and is not handed out`,
      suggestion: "Declare the secret in the manifest, with a variable of your own.",
    };
  }
  if (!trusted || secretsUnread) return { type: "secret", value: unseen, env };
  const value = variable(environment, env);
  if (value) return { type: "secret", value, env };
  if (mayMissSecrets) return { type: "secret", value: missingSecret(name), env, missing: [name] };
  return {
    type: "missing",
    code: "unset-secret",
    message: `the secret "${name}" is used, but the environment variable ${env} is ${value === undefined ? "not set" : "empty"}`,
    suggestion: `${surface.setSecret(env)}.`,
  };
}
