import type { Observation } from "../../engine/model/observation.ts";
import type { Facts, Outcome, Output } from "../../engine/model/outcome.ts";
import type { CompareRules, KnownRules, TaskProcessor, UndoRules } from "../../engine/ports/processor.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { Io } from "../../engine/ports/task-io.ts";
import { outputKey } from "../../engine/recorded/outputs.ts";
import { compileGlobs, plainFolders } from "../../engine/text/glob.ts";
import type { FileAccess } from "../../ports/workspace-files.ts";
import type { Sha256, ValidateSpec } from "../file/file-access.ts";
import { scriptsBeyond } from "./scripts-beyond-manifest.ts";
import { shellEffects } from "./shell-effects.ts";
import { factDifferences, outputsSoFar, readFacts, same, scriptOutputs } from "./shell-facts.ts";
import { hashOutputs, noOutputFile, recordedOutputFiles, withOutputFiles } from "./shell-files.ts";
import {
  runScript,
  type ScriptCall,
  type ScriptName,
  type ShellFields,
  type ShellRun,
  type ShellSpec,
  shellFields,
} from "./shell-run.ts";
import { expandShell, normalizeShell, parseShell, shellWarnings } from "./shell-spec.ts";

export interface ShellDependencies extends ShellRun {
  readonly files: FileAccess;
  readonly hash: Sha256;
  readonly validate: ValidateSpec;
}

/** Fields that are scripts, not templates. */
export const shellScripts = ["create", "update", "read", "delete", "rollback", "shell"] as const;

/** Fields whose changes run something; those of all others are only recorded. */
const running = ["env", "inputFiles", "create"] as const;
const recordedOnly = [
  "update",
  "read",
  "delete",
  "rollback",
  "shell",
  "workingDirectory",
  "passEnv",
  "inputs",
  "outputs",
  "capture",
  "sensitiveOutputs",
  "compareSecrets",
  "timeout",
  "identity",
].map((field) => `/${field}`);

/** What looking and deleting take: the scripts, and all that is around them. */
const lookingFields: readonly string[] = [
  "read",
  "delete",
  "rollback",
  "shell",
  "workingDirectory",
  "env",
  "secretEnv",
  "passEnv",
  "outputs",
  "timeout",
];

/** What `read` found. */
interface ReadResource {
  readonly facts: Facts;
  readonly outputs: readonly Output[];
}

async function read(shell: ShellDependencies, spec: ShellFields, io: Io): Promise<ReadResource | undefined> {
  const result = await runScript(shell, "read", spec, io);
  const facts = readFacts(result, io);
  if (facts === undefined) return undefined;
  return { facts, outputs: scriptOutputs("read", { ...spec, capture: false }, result, io) };
}

/** Reads again after a script that should have left the resource in place; what it gave itself wins. */
async function readBack(
  shell: ShellDependencies,
  after: ScriptName,
  spec: ShellFields,
  io: Io,
  outputs: readonly Output[],
): Promise<Outcome> {
  if (spec.read === undefined) return { outputs };
  let found: ReadResource | undefined;
  try {
    found = await read(shell, spec, io);
  } catch (error) {
    if (!(error instanceof TaskFailure)) throw error;
    throw new TaskFailure(`${after} script exited with 0, but then ${error.message}`, {
      ...(error.hint === undefined ? {} : { hint: error.hint }),
      ...(error.detail === undefined ? {} : { detail: error.detail }),
    });
  }
  if (found !== undefined) {
    const given = new Set(outputs.map(outputKey));
    const more = found.outputs.filter((output) => !given.has(outputKey(output)));
    return { outputs: [...outputs, ...more], observed: found.facts };
  }
  throw new TaskFailure(`${after} script exited with 0, but then read script found nothing`, {
    hint: `Let ${after} wait until the resource is there, or let read look in the right place.`,
  });
}

async function act(
  shell: ShellDependencies,
  name: "create" | "update",
  spec: ShellFields,
  io: Io,
  about: Pick<ScriptCall, "recorded"> = {},
): Promise<Outcome> {
  let known = "";
  const tell = (outputs: readonly Output[]): void => {
    const now = JSON.stringify(outputs);
    if (outputs.length > 0 && now !== known) io.made(undefined, outputs);
    known = now;
  };
  const onOutputs = (text: string, ended: boolean): void => tell(outputsSoFar(text, ended, spec, io));
  const result = await runScript(shell, name, spec, io, { ...about, onOutputs });
  const outputs = scriptOutputs(name, spec, result, io);
  // `read` sees them, and so does whoever comes after a crash from here on.
  tell(outputs);
  return seenAfter(shell, name, spec, io, outputs);
}

/** What there is after a script that ended well: the facts, and digests of the files that it should have left. */
async function seenAfter(
  shell: ShellDependencies,
  after: ScriptName,
  spec: ShellFields,
  io: Io,
  outputs: readonly Output[],
): Promise<Outcome> {
  const outcome = await readBack(shell, after, spec, io, outputs);
  if (!spec.outputs?.length) return outcome;
  const made = await hashOutputs(shell.files, shell.hash, spec.outputs, io.signal);
  if (made.missing.length > 0) throw noOutputFile(after, made);
  return { ...outcome, observed: withOutputFiles(outcome.observed, made) };
}

/** Looks at what a task produces. It counts once the task has run to its end: before, files are there by chance. */
async function observeOutputs(
  shell: ShellDependencies,
  { outputs = [], update }: ShellFields,
  found: ReadResource | undefined,
  { recorded, signal }: Io,
): Promise<Observation> {
  const before = recordedOutputFiles(recorded?.observed);
  // Other files than those that were recorded: they are taken as they are.
  const others = recorded !== undefined && !same(recorded.spec.outputs, [...outputs]);
  if (!found && !before && !others) return { state: "unobservable", why: "its `outputs` count once it has run" };
  try {
    const made = await hashOutputs(shell.files, shell.hash, outputs, signal);
    // A resource that `read` sees is not made twice where it can be updated.
    const mended = others || !before || (found !== undefined && update !== undefined);
    if (made.missing.length > 0 && !mended) return { state: "absent", partly: true };
    return {
      state: "present",
      facts: withOutputFiles(found?.facts, made),
      ...(found && found.outputs.length > 0 ? { outputs: found.outputs } : {}),
    };
  } catch (error) {
    return failedLook(error);
  }
}

async function observe(shell: ShellDependencies, fields: ShellFields, io: Io): Promise<Observation> {
  const produces = (fields.outputs?.length ?? 0) > 0;
  if (fields.read === undefined)
    return produces
      ? observeOutputs(shell, fields, undefined, io)
      : { state: "unobservable", why: "has no `read` script" };
  const folder = shell.files.folder(fields.workingDirectory ?? ".");
  if (!folder.ok && folder.error.code === "missing") {
    return { state: "unobservable", why: "its working directory does not exist" };
  }
  try {
    const found = await read(shell, fields, io);
    if (found === undefined) return { state: "absent" };
    if (produces) return await observeOutputs(shell, fields, found, io);
    return {
      state: "present",
      facts: found.facts,
      ...(found.outputs.length > 0 ? { outputs: found.outputs } : {}),
    };
  } catch (error) {
    return failedLook(error);
  }
}

async function update(shell: ShellDependencies, old: ShellFields, next: ShellFields, io: Io): Promise<Outcome> {
  if (next.update !== undefined) return act(shell, "update", next, io);
  // Drifted or tainted, with nothing that could mend it in place.
  if (old.delete !== undefined) {
    await runScript(shell, "delete", old, io);
    return await act(shell, "create", next, io, { recorded: undefined }).catch(touched);
  }
  const outcome = await act(shell, "create", next, io);
  const warning = "it has neither an `update` nor a `delete` script, so `create` ran over what was there";
  return { ...outcome, warnings: [warning] };
}

async function remove(shell: ShellDependencies, fields: ShellFields, io: Io): Promise<void> {
  if (fields.delete !== undefined) await runScript(shell, "delete", fields, io);
  else io.output("stderr", "warning: there is no `delete` script, so what `create` made stays; opus only forgets it\n");
}

/** The kind Shell: a resource that scripts make, change, read and delete. */
export function shellProcessor(shell: ShellDependencies): TaskProcessor<ShellSpec> {
  const { files, hash, validate } = shell;
  return {
    apiVersion: "opus/v1",
    kind: "Shell",
    parse: (spec) => parseShell(files, validate, spec),
    upgrade: normalizeShell,
    fields: {
      names: [...running, "inputs", "secretEnv", ...recordedOnly.map((pointer) => pointer.slice(1))],
      verbatim: shellScripts,
      files: ["inputs"],
      expand: (spec) => expandShell(files, hash, spec),
      normalize: normalizeShell,
      warnings: shellWarnings,
      scriptsBeyond: (recorded, declared) =>
        scriptsBeyond(shellFields(recorded as ShellSpec), declared && shellFields(declared as ShellSpec)),
    },
    compare: shellCompare,
    known: { ...shellKnown, thing: "File", mayHold: (spec, identity) => mayWrite(files, shellFields(spec), identity) },
    workspace: {
      reads: { from: "inputs", into: "inputFiles" },
      writes: (spec) => shellFields(spec).outputs?.filter((output) => !output.startsWith("!")),
      owns: { fields: ["outputs"], of: (spec) => shellFields(spec).outputs ?? [] },
    },
    observe: (spec, io) => observe(shell, shellFields(spec), io),
    create: (spec, io) => act(shell, "create", shellFields(spec), io),
    update: (before, after, io) => update(shell, shellFields(before), shellFields(after), io),
    delete: (before, io) => remove(shell, shellFields(before), io),
    undo: shellUndo(shell),
  };
}

const shellKnown: KnownRules<ShellSpec> = {
  // A name that only serves to tell resources apart says nothing of where one is.
  likeness({ identity, create, env, workingDirectory }) {
    if (identity !== undefined) return { identity };
    return {
      ...(create === undefined ? {} : { create }),
      ...(env === undefined ? {} : { env }),
      ...(workingDirectory === undefined ? {} : { workingDirectory }),
    };
  },
  // Where no script looks or deletes, nothing is needed for it.
  addressFields: (recorded) => (recorded.read === undefined && recorded.delete === undefined ? [] : lookingFields),
};

/** Is this file one of its `outputs`? */
function mayWrite(files: Pick<FileAccess, "realPath">, { outputs = [] }: ShellFields, file: string): boolean {
  const names = (glob: string): boolean => {
    const folders = plainFolders(glob);
    const at = files.realPath([...folders, "x"].join("/"));
    if (!at.ok) return false;
    const before = at.value.slice(0, -1);
    const rest = glob.split("/").slice(folders.length).join("/");
    // A folder stands for all that is in it.
    return (
      file.startsWith(before) && compileGlobs([rest, `${rest}/**`], { dot: true }).matches(file.slice(before.length))
    );
  };
  const isLeftOut = outputs.some((one) => one.startsWith("!") && names(one.slice(1)));
  return !isLeftOut && outputs.some((one) => !one.startsWith("!") && names(one));
}

function shellUndo(shell: ShellDependencies): UndoRules<ShellSpec> {
  return {
    has: (spec) => shellFields(spec).rollback !== undefined,
    async rollback(change, before, attempted, io) {
      const spec = rollbackSpec(before, attempted);
      if (spec === undefined) return undefined;
      const result = await runScript(shell, "rollback", spec, io, { undone: change });
      const outputs = scriptOutputs("rollback", { ...spec, capture: false }, result, io);
      if (before !== undefined) return seenAfter(shell, "rollback", shellFields(before), io, outputs);
      if (spec.read !== undefined && (await read(shell, spec, io)) !== undefined) {
        throw new TaskFailure("rollback script exited with 0, but then read script still found the resource");
      }
      return undefined;
    },
  };
}

const shellCompare: CompareRules<ShellSpec> = {
  differs: (facts, _spec, observed) => factDifferences(facts, observed),
  factFields: ["read", "outputs", "shell", "workingDirectory", "env", "secretEnv", "passEnv"],
  replaceOn(before, after) {
    const [old, next] = [shellFields(before), shellFields(after)];
    if (next.update !== undefined) return [];
    const fields = next.compareSecrets ? ([...running, "secretEnv"] as const) : running;
    return fields.filter((field) => !same(old[field], next[field])).map((field) => `/${field}`);
  },
  replaces: (after) => shellFields(after).update === undefined,
  recordOnly: (after) => (shellFields(after).compareSecrets ? recordedOnly : [...recordedOnly, "/secretEnv"]),
  effects: (change, _before, after) => shellEffects(change, shellFields(after)),
  deletes: (spec) => shellFields(spec).delete !== undefined,
  accept: (facts, _spec, _written, observed) =>
    factDifferences(facts, observed).length === 0
      ? []
      : [
          {
            path: "",
            why: "nothing tells which of its scripts and variables make what `read` has found",
            hint: "Change `env` or the scripts by hand, so that they make it; or apply, to have it as it was.",
          },
        ],
};

function failedLook(error: unknown): Observation {
  if (!(error instanceof TaskFailure)) throw error;
  const { message, hint, detail } = error;
  return {
    state: "failed",
    error: { message, ...(hint === undefined ? {} : { hint }), ...(detail === undefined ? {} : { detail }) },
  };
}

/** Another script has run before: whatever this one failed of, something was changed. */
function touched(error: unknown): never {
  if (!(error instanceof TaskFailure) || !error.untouched) throw error;
  throw new TaskFailure(error.message, error.hint === undefined ? {} : { hint: error.hint });
}

/** Whose rollback script runs: that of what was attempted, with its environment. */
function rollbackSpec(before: ShellSpec | undefined, attempted: ShellSpec | undefined): ShellFields | undefined {
  const spec = attempted ?? before;
  return spec !== undefined && shellFields(spec).rollback !== undefined ? shellFields(spec) : undefined;
}
