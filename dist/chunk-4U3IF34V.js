import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  supports
} from "./chunk-RYA6JTW6.js";
import {
  andMore
} from "./chunk-P4WMOHAY.js";
import {
  failure
} from "./chunk-VKSB6RUN.js";
import {
  pointerWithin
} from "./chunk-RRD47Q5D.js";
import {
  nearest
} from "./chunk-DGTLEPWR.js";

// src/app/context/task-names.ts
function quotedNames(all) {
  return andMore(
    all.map((name) => `"${name}"`),
    5,
    "more tasks"
  );
}
function tasksFailed(failed, what) {
  return failure("task-failed", `${quotedNames(failed.map(({ name }) => name))} ${what}`);
}

// src/engine/prepare/spec-problems.ts
function parseProblems(processor, spec, waiting) {
  const parsed = processor.parse(spec);
  if (parsed.ok) return [];
  return parsed.error.filter(
    (problem) => !waiting.some((pointer) => pointerWithin(problem.pointer, pointer) || pointerWithin(pointer, problem.pointer))
  );
}
function located(task, origins, problem) {
  const origin = origins && Object.hasOwn(origins, problem.pointer) ? origins[problem.pointer] : void 0;
  return {
    severity: "error",
    code: problem.code,
    message: `task "${task.name}": ${problem.message}`,
    location: origin ? placeInText(origin.file, origin.text, problem.offset ?? 0) : task.locate(`/spec${problem.pointer}`, locateOptions(problem)),
    ...problem.suggestion === void 0 ? {} : { suggestion: problem.suggestion }
  };
}
function locateOptions({ offset, atKey }) {
  return { ...offset === void 0 ? {} : { offset }, ...atKey === void 0 ? {} : { key: atKey } };
}
function placeInText(file, text, offset) {
  const before = text.slice(0, offset).split("\n");
  return { file, line: before.length, column: (before.at(-1) ?? "").length + 1 };
}
function unknownKind(task, processors) {
  const all = processors.list();
  const kinds = all.filter((known2) => known2.apiVersion === task.apiVersion).map((known2) => known2.kind);
  const near = nearest(task.kind, kinds) ?? nearest(
    `${task.apiVersion} ${task.kind}`,
    all.map((known2) => `${known2.apiVersion} ${known2.kind}`),
    4
  );
  const known = all.map((one) => `${one.apiVersion} ${one.kind}`).join(", ");
  return {
    severity: "error",
    code: "unknown-kind",
    message: `no processor knows the kind "${task.kind}" of apiVersion "${task.apiVersion}"`,
    location: task.locate(kinds.length > 0 ? "/kind" : "/apiVersion"),
    suggestion: near ? `Did you mean "${near}"?` : `Known are: ${known}. Name the module of your own kind under \`processors\` of the Project.`
  };
}
function unsupportedRun(task, processor, scope) {
  const { command, context, inherited } = scope.run;
  const contexts = inherited === void 0 ? [context] : [context, inherited];
  const [what, declared] = !supports(processor.supports?.commands, [command]) ? [`the command "${command}"`, processor.supports?.commands] : !supports(processor.supports?.contexts, contexts) ? [`the context "${context}"`, processor.supports?.contexts] : [void 0, void 0];
  if (what === void 0) return void 0;
  return {
    severity: "error",
    code: "unsupported-by-kind",
    message: `task "${task.name}": the kind ${task.kind} does not support ${what}, only ${declared?.join(", ")}`,
    location: task.locate("/kind"),
    suggestion: "Limit the task with `processingScope` to what its kind supports."
  };
}

export {
  parseProblems,
  located,
  unknownKind,
  unsupportedRun,
  quotedNames,
  tasksFailed
};
