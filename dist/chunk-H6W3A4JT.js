import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  nearest
} from "./chunk-DGTLEPWR.js";

// src/engine/recorded/outputs.ts
function outputKey({ name, command, context }) {
  return command === void 0 && context === void 0 ? name : `${command ?? ""}:${context ?? ""}:${name}`;
}
function candidates(key, { command, context }) {
  return [`${command}:${context}:${key}`, `${command}::${key}`, `:${context}:${key}`, key];
}
function findGiven(outputs, key, run) {
  const byKey = new Map(outputs.map((output) => [outputKey(output), output]));
  for (const candidate of candidates(key, run)) if (byKey.has(candidate)) return byKey.get(candidate);
  return void 0;
}
function findRecorded(task, entry, key, run) {
  if (!entry) {
    return {
      type: "missing",
      code: "unknown-output",
      message: `task "${task}" has not been applied in the context "${run.context}", so it has no output ${key}`,
      suggestion: `Apply "${task}" first, or give a default: \`\${VAR:${task}:${key}:-\u2026}\`.`
    };
  }
  for (const candidate of candidates(key, run)) {
    const sensitive = entry.sensitiveOutputs?.includes(candidate) ?? false;
    if (Object.hasOwn(entry.outputs, candidate))
      return { type: sensitive ? "sensitive" : "value", value: entry.outputs[candidate] };
    if (sensitive) {
      return {
        type: "missing",
        code: "sensitive-output",
        message: `output ${key} of task "${task}" is sensitive and not kept in unsealed state, and "${task}" does not run this time`,
        suggestion: `Take the value from a secret; or seal the state with \`encryption-key\`: then it is kept from the next create or update of "${task}" on.`
      };
    }
  }
  return unknownOutput(task, key, [...Object.keys(entry.outputs), ...entry.sensitiveOutputs ?? []]);
}
function isLost({ processor, desired }, key, predicted) {
  if (predicted?.some(({ name }) => name === key) || !predicted && processor?.known?.predict) return false;
  if (processor?.known?.sensitiveOutputs?.includes(key)) return true;
  const named = processor?.module === void 0 ? desired?.stored.sensitiveOutputs : void 0;
  return Array.isArray(named) && named.includes(key);
}
function lostOutput(task, key) {
  return {
    type: "missing",
    code: "sensitive-output",
    message: `output ${key} of task "${task}" is sensitive, and unsealed state does not keep it: what "${task}" gives in this run could not be filled in by the next plan, nor when this task is deleted`,
    suggestion: "Seal the state with `encryption-key`: then it is kept. Or use the secret itself that the value comes from, as `${SECRET:name}`.",
    final: true
  };
}
function unknownOutput(task, key, known) {
  const near = nearest(key, known);
  return {
    type: "missing",
    code: "unknown-output",
    message: `task "${task}" has no output ${key}`,
    suggestion: near ? `Did you mean ${near}?` : known.length > 0 ? `It has ${known.join(", ")}.` : "It has no outputs at all."
  };
}
function storedOutputs(outputs, sealed) {
  const stored = {};
  const sensitiveOutputs = [];
  for (const output of outputs) {
    const key = outputKey(output);
    if (output.sensitive) sensitiveOutputs.push(key);
    if (!output.sensitive || sealed) stored[key] = output.value;
  }
  return { outputs: stored, ...sensitiveOutputs.length > 0 ? { sensitiveOutputs } : {} };
}
function keptOutputs(before, given) {
  const sensitive = new Set(given.sensitiveOutputs);
  for (const key of before.sensitiveOutputs ?? []) if (!Object.hasOwn(given.outputs, key)) sensitive.add(key);
  const kept = Object.entries(before.outputs).filter(([key]) => !given.sensitiveOutputs?.includes(key));
  return {
    outputs: { ...Object.fromEntries(kept), ...given.outputs },
    ...sensitive.size > 0 ? { sensitiveOutputs: [...sensitive] } : {}
  };
}
function outputsKept({ outputs, sensitiveOutputs }, given) {
  const keys = new Set(given.map(outputKey));
  return Object.entries(outputs).filter(([key]) => !keys.has(key)).map(([key, value]) => {
    const output = { ...splitKey(key), value };
    return sensitiveOutputs?.includes(key) ? { ...output, sensitive: true } : output;
  });
}
function splitKey(key) {
  const name = key.slice(key.lastIndexOf(":") + 1);
  if (name === key) return { name };
  const [command, context] = key.split(":");
  return { name, ...command ? { command } : {}, ...context ? { context } : {} };
}
function outputsOfRun(outputs, run) {
  const names = new Set(Object.keys(outputs).map((key) => splitKey(key).name));
  const seen = {};
  for (const name of names) {
    const key = candidates(name, run).find((candidate) => Object.hasOwn(outputs, candidate));
    if (key !== void 0) seen[name] = outputs[key];
  }
  return seen;
}
function shownOutputs(entry) {
  const { outputs, sensitiveOutputs } = entry ?? { outputs: {} };
  if (!sensitiveOutputs) return { outputs };
  const shown = Object.entries(outputs).filter(([key]) => !sensitiveOutputs.includes(key));
  return { outputs: Object.fromEntries(shown), sensitiveOutputs };
}
var shortestSecret = 4;
function secretTexts(value) {
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap((member) => secretTexts(member));
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  return text.length >= shortestSecret ? [text] : [];
}
function withSensitivity(outputs, redactor) {
  return outputs.map((output) => {
    const { sensitive, value } = output;
    const holds = !sensitive && redactor.contains(typeof value === "string" ? value : JSON.stringify(value));
    return holds ? { ...output, sensitive: true } : output;
  });
}
function declaresSensitive({ module, spec }, key) {
  const { sensitiveOutputs } = spec;
  return module !== void 0 || Array.isArray(sensitiveOutputs) && sensitiveOutputs.includes(key.slice(key.lastIndexOf(":") + 1));
}
function recordedSecrets(entries) {
  return [...entries].flatMap(([task, entry]) => {
    const kept = (entry.sensitiveOutputs ?? []).filter((key) => Object.hasOwn(entry.outputs, key));
    return kept.map((key) => {
      return { task, key, value: entry.outputs[key], declared: declaresSensitive(entry, key) };
    });
  });
}
function concealOutputs(outputs, redactor, conceal) {
  const take = ({ task, key }, texts) => {
    for (const text of texts) conceal(text, `output ${key} of task "${task}"`);
  };
  for (const output of outputs) if (output.declared) take(output, secretTexts(output.value));
  const holding = outputs.filter(({ declared }) => !declared).map((output) => {
    const texts = secretTexts(output.value);
    const known = texts.filter((text) => redactor.contains(text));
    return { output, texts: known.length > 0 ? known.filter(oneLine) : texts };
  });
  for (const { output, texts } of holding) take(output, texts);
}
function oneLine(text) {
  return !/[\r\n]/.test(text.trim());
}

export {
  outputKey,
  findGiven,
  findRecorded,
  isLost,
  lostOutput,
  unknownOutput,
  storedOutputs,
  keptOutputs,
  outputsKept,
  outputsOfRun,
  shownOutputs,
  withSensitivity,
  declaresSensitive,
  recordedSecrets,
  concealOutputs
};
