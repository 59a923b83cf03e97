import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  stepSurface
} from "./chunk-NZX5AGU2.js";
import {
  lookupWith,
  unseen
} from "./chunk-N35UVQ2N.js";
import {
  isReservedVariable,
  mayHoldSecret,
  ownerOf
} from "./chunk-7AN7EH64.js";
import {
  inWords
} from "./chunk-P4WMOHAY.js";
import {
  isObject
} from "./chunk-RRD47Q5D.js";
import {
  nearest
} from "./chunk-DGTLEPWR.js";

// src/engine/references/lookup.ts
var hiddenMark = "hidden from an untrusted run: ";
function environmentLookup(referenceEnvironment) {
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
          suggestion: "Only ${VALUE:\u2026}, ${ENV:\u2026}, ${GITHUB:\u2026} and ${OPUS:\u2026} are known at this point."
        };
    }
  });
}
function findVariable({ environment, trusted, surface = stepSurface }, name) {
  if (isReservedVariable(name)) {
    return {
      type: "missing",
      code: "refused-variable",
      message: `the environment variable ${name} belongs to ${ownerOf(name)} and is not handed to manifests`,
      suggestion: surface.terminal ? "Use a variable of your own, and declare it as a secret when it is one." : "Set a variable of your own in the step's `env`, and declare it as a secret when it is one."
    };
  }
  if (!trusted) return { type: "unknown", label: `${hiddenMark}ENV:${name}` };
  const value = variable(environment, name);
  if (value !== void 0) return { type: "value", value };
  return {
    type: "missing",
    code: "unset-variable",
    message: `the environment variable ${name} is not set`,
    suggestion: `${surface.setVariable(name)}, or give a default: \`\${ENV:${name}:-\u2026}\`.`
  };
}
function variable(environment, name) {
  return Object.hasOwn(environment, name) ? environment[name] : void 0;
}
function findGithub(github, path) {
  let at = github;
  const seen2 = [];
  for (const segment of path.split(".")) {
    const parent = at;
    if (Array.isArray(parent)) at = parent[Number(segment)];
    else if (isObject(parent)) at = Object.hasOwn(parent, segment) ? parent[segment] : void 0;
    else at = void 0;
    if (at === void 0 || at === null) {
      const there = isObject(parent) && !Object.hasOwn(parent, segment);
      const near = there ? nearest(segment, Object.keys(parent)) : void 0;
      const suggestion = near ? `Did you mean \`\${GITHUB:${[...seen2, near].join(".")}}\`?` : `Not every event has it; give a default: \`\${GITHUB:${path}:-\u2026}\`.`;
      return {
        type: "missing",
        code: "unknown-github",
        message: `the github context of this run has no "${path}"`,
        suggestion
      };
    }
    seen2.push(segment);
  }
  return { type: "value", value: at };
}
function findOpus({ context, inherited, command, project }, name) {
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
      const near = nearest(name, ["context", "inherited-context", "command", "task", "project", "dollar"]);
      return {
        type: "missing",
        code: "unknown-opus",
        message: `there is no \`\${OPUS:${name}}\``,
        suggestion: near ? `Did you mean \`\${OPUS:${near}}\`?` : "There are context, inherited-context, command, task, project and dollar."
      };
    }
  }
}
function findSecret(referenceEnvironment, name) {
  const declaration = referenceEnvironment.secrets.get(name);
  if (!declaration) {
    const near = nearest(name, referenceEnvironment.secrets.keys());
    return {
      type: "missing",
      code: "unknown-secret",
      message: `no secret "${name}" is declared`,
      suggestion: near ? `Did you mean "${near}"?` : "Declare it under `spec.secrets` of a Values document."
    };
  }
  const variable2 = secretVariable(declaration, referenceEnvironment);
  if (variable2 !== "") return readSecret(referenceEnvironment, name, variable2);
  const { context } = referenceEnvironment;
  return {
    type: "missing",
    code: "unset-secret",
    message: `the secret "${name}" names no environment variable for the context "${context}"`,
    suggestion: `Add \`env\` to it, or \`contexts: {${context}: {env: \u2026}}\`.`
  };
}
function secretVariable(declaration, { context, inherited }) {
  for (const name of [context, inherited]) {
    if (name !== void 0 && Object.hasOwn(declaration.contexts, name)) return declaration.contexts[name];
  }
  return declaration.env;
}
function declaredVariables(referenceEnvironment) {
  const variables = [...referenceEnvironment.secrets.values()].map(
    (secret) => secretVariable(secret, referenceEnvironment)
  );
  return new Set(variables.filter(mayHoldSecret));
}
function missingSecret(name) {
  return `(secret ${name} is not set here)`;
}
function missingWords(names) {
  return `${names.length === 1 ? "secret" : "secrets"} ${inWords(names)} ${names.length === 1 ? "is" : "are"} not set here`;
}
var missingMark = "unknown: ";
function seen(found, { trusted }) {
  return found.type === "sensitive" && !trusted ? { type: "sensitive", value: unseen } : found;
}
function readSecret(referenceEnvironment, name, env) {
  const { environment, trusted, secretsUnread, mayMissSecrets, surface = stepSurface } = referenceEnvironment;
  if (isReservedVariable(env) && !declaredVariables(referenceEnvironment).has(env)) {
    return {
      type: "missing",
      code: "refused-variable",
      message: `the secret "${name}" was recorded in the environment variable ${env}, which belongs to ${ownerOf(env)} and is not handed out`,
      suggestion: "Declare the secret in the manifest, with a variable of your own."
    };
  }
  if (!trusted || secretsUnread) return { type: "secret", value: unseen, env };
  const value = variable(environment, env);
  if (value) return { type: "secret", value, env };
  if (mayMissSecrets) return { type: "secret", value: missingSecret(name), env, missing: [name] };
  return {
    type: "missing",
    code: "unset-secret",
    message: `the secret "${name}" is used, but the environment variable ${env} is ${value === void 0 ? "not set" : "empty"}`,
    suggestion: `${surface.setSecret(env)}.`
  };
}

export {
  hiddenMark,
  environmentLookup,
  findSecret,
  missingSecret,
  missingWords,
  missingMark,
  seen,
  readSecret
};
