import type { AcceptOptions } from "../../action/inputs.ts";
import { type AcceptedTask, acceptTask, type LeftDrift } from "../../engine/accept/accept-task.ts";
import {
  err,
  explained,
  type Failure,
  failure,
  type Location,
  ok,
  type Result,
} from "../../engine/diagnostics/diagnostic.ts";
import { pointerPath } from "../../engine/json/json.ts";
import type { Plan } from "../../engine/plan/plan-model.ts";
import type { PlannedTask } from "../../engine/plan/planned-task.ts";
import type { Reference } from "../../engine/references/references.ts";
import { filePatch } from "../../hooks/rendering/file-patch.ts";
import { specRules } from "../../processors/built-in.ts";
import { withInherited } from "../context/context-frame.ts";
import type { ContextWork } from "../context/context-work.ts";
import { quotedNames } from "../context/task-names.ts";
import { type ChangedFile, writeChanged } from "./changed-file.ts";
import { readCopy } from "./copied-files.ts";
import { editFile, type TaskValues } from "./edited-manifest.ts";
import { otherContexts } from "./other-contexts.ts";

/**
 * Writes into the manifest what was found in a context, where the manifest can say it, and tells what stays as it is. All
 * files are made ready before the first one is written.
 * @param looked why the look itself failed, if it did
 */
export async function acceptDrift(
  plan: Plan,
  work: ContextWork,
  options: AcceptOptions,
  looked: Failure | undefined,
): Promise<Failure | undefined> {
  const { services, draft, context } = work.frame;
  const ready = makeReady(plan, work, options);
  const { left } = ready;
  const written = ready.problem ? err(ready.problem) : options.dryRun ? ok([]) : await writeAll(ready.files, work);
  const { redactor } = services;
  const patches = ready.files.map(({ shown, before, after }) => {
    return { file: shown, patch: filePatch(redactor.text(before), redactor.text(after)) };
  });
  if (written.ok)
    draft.later.push({ type: "accepted", context, dryRun: options.dryRun, tasks: [...ready.tasks], files: patches });
  for (const one of left) draft.later.push({ type: "diagnostic", diagnostic: toldOf(one) });
  if (!written.ok) return written.error;
  // What was accepted is no drift any more.
  if (looked && looked.reason !== "drift-detected") return looked;
  if (!services.settings.failOnDrift || left.length === 0) return undefined;
  const names = quotedNames([...new Set(left.map(({ task }) => task))]);
  return failure(
    "drift-detected",
    `${names} drifted and could not be accepted as a whole, and \`fail-on-drift\` is set`,
  );
}

/** All that is to be written. */
interface Ready {
  readonly files: readonly ChangedFile[];
  readonly left: readonly LeftDrift[];
  /** Names of those of which something is written. */
  readonly tasks: ReadonlySet<string>;
  /** Why nothing can be written. */
  readonly problem: Failure | undefined;
}

function makeReady(plan: Plan, work: ContextWork, options: AcceptOptions): Ready {
  const { loaded } = work.frame.services;
  const { workspace: files, manifest } = loaded;
  const found = acceptedOf(plan, work, options);
  const left = found.flatMap(({ accepted }) => accepted.left);
  const changed: ChangedFile[] = [];
  const tasks = new Set<string>();
  const byFile = new Map<string, TaskValues[]>();
  for (const { task, accepted } of found) {
    if (!task || accepted.values.length === 0) continue;
    const { file } = task.location;
    byFile.set(file, [...(byFile.get(file) ?? []), { task, values: accepted.values }]);
  }
  for (const [shown, wanted] of byFile) {
    const path = manifest.files.find((one) => files.display(one) === shown) ?? shown;
    const edited = editFile(path, wanted, files);
    const location = wanted[0]?.task.location;
    if (!edited.ok) return { files: [], left, tasks, problem: notWritten(edited.error, location) };
    if (edited.value.changed) changed.push(edited.value.changed);
    for (const { task, values } of wanted) {
      const refused = edited.value.refused.get(task.name) ?? [];
      left.push(...refused.map((path) => unwritable(task, path, values)));
      if (refused.length < values.length) tasks.add(task.name);
    }
  }
  const tools = { files, redactor: work.toolbox.redactor, tasks: manifest.tasks, rules: specRules() };
  for (const { task, accepted } of found) {
    for (const { path, copy } of task ? accepted.copies : []) {
      const name = task?.name ?? "";
      const ready = readCopy(name, copy, tools);
      if (ready.ok) tasks.add(name);
      if (ready.ok) changed.push(ready.value);
      else left.push({ task: name, path, location: task?.locate(`/spec${path}`) ?? null, ...ready.error });
    }
  }
  return { files: changed, left, tasks, problem: undefined };
}

interface Found {
  readonly task: ReturnType<ContextWork["tasks"]["get"]>;
  readonly accepted: AcceptedTask;
}

function acceptedOf(plan: Plan, work: ContextWork, { shared }: AcceptOptions): readonly Found[] {
  const { manifest } = work.frame.services.loaded;
  const others = otherContexts(manifest.project, work.frame.context);
  return plan.tasks.map((planned: PlannedTask): Found => {
    const task = work.tasks.get(planned.name);
    const accepted = acceptTask(planned, task, {
      redactor: work.toolbox.redactor,
      others: (one) => (shared ? [] : others(one)),
      placeOf: (reference) => placeOfValue(reference, work),
    });
    return { task, accepted };
  });
}

/** Where the manifest declares what a value is in this context; undefined: elsewhere. */
function placeOfValue({ source, name }: Reference, { frame }: ContextWork): Location | undefined {
  const { loaded, given } = frame.services;
  const declared =
    source === "VALUE" && !given.has(name) ? loaded.manifest.values.find((one) => one.name === name) : undefined;
  if (!declared) return undefined;
  const own = withInherited(frame.choice).find((context) => Object.hasOwn(declared.contexts, context));
  return declared.locate(own === undefined ? "/default" : `/contexts/${own}`);
}

function unwritable({ name, locate }: TaskValues["task"], path: string, values: TaskValues["values"]): LeftDrift {
  const value = values.find((one) => one.path === path)?.value;
  const shown = typeof value === "object" && value !== null ? "" : `: ${JSON.stringify(value)}`;
  return {
    task: name,
    path,
    why: "it can't be written without changing something else, as an anchor that others share or a comment in its place",
    hint: `Write by hand what is there${shown.length > 80 ? "" : shown}.`,
    location: locate(`/spec${path}`),
  };
}

function toldOf({ task, path, why, hint, location }: LeftDrift) {
  const what = path === "" ? `"${task}"` : `\`${pointerPath(path).join(".")}\` of "${task}"`;
  return {
    severity: "warning",
    code: "drift-not-accepted",
    message: `${what} was not accepted: ${why}`,
    ...(location ? { location } : {}),
    ...(hint === undefined ? {} : { suggestion: hint }),
  } as const;
}

function notWritten(why: string, location?: Location): Failure {
  const suggestion = "Mend that, and run again. Nothing was written.";
  return explained("invalid-manifest", why, { code: "manifest-not-written", suggestion, location });
}

/** Writes one file after the other, each as a whole. */
async function writeAll(files: readonly ChangedFile[], work: ContextWork): Promise<Result<unknown, Failure>> {
  const { workspace } = work.frame.services.loaded;
  const done: string[] = [];
  for (const file of files) {
    if (work.toolbox.signal.aborted) return err(failure("cancelled", "the run was cancelled"));
    const written = await writeChanged(file, workspace);
    if (!written.ok) {
      const suggestion =
        done.length > 0 ? `Written before it: ${done.join(", ")}. Run again.` : "Run again. Nothing was written.";
      return err(explained("invalid-manifest", written.error, { code: "manifest-not-written", suggestion }));
    }
    done.push(file.shown);
  }
  return ok(undefined);
}
