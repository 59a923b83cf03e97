import { sha256 } from "./machine.ts";
import type { Context, Slot, Step, TaskModel } from "./world.ts";

/** The manifest of a moment: which slots are taken, and by what. */
export type Manifest = ReadonlyMap<Slot, TaskModel>;

export function withEdits(manifest: Manifest, { edits }: Pick<Step, "edits">): Manifest {
  const next = new Map(manifest);
  for (const edit of edits) {
    const { slot } = edit;
    const current = next.get(slot);
    if ("text" in edit) {
      if (current) next.set(slot, { ...current, text: edit.text });
    } else if (edit.task === null) next.delete(slot);
    else next.set(slot, edit.task);
  }
  return next;
}

export function nameOf(slot: Slot, named: 0 | 1): string {
  return `${named === 0 ? "t" : "n"}${slot}`;
}

/** The slot that a task's name belongs to. */
export function slotOf(name: string): Slot {
  return Number(name.slice(1));
}

export function pathOf(slot: Slot, task: Pick<TaskModel, "kind"> & { readonly path?: 0 | 1 | 2 | 3 | 4 }): string {
  if (task.kind === "Shell") return `live/${slot}`;
  const neighbour = `out/${slot ^ 1}.txt`;
  const paths = [`out/${slot}.txt`, `out/${slot}b.txt`, "out/shared.txt", neighbour, `${neighbour}/below.txt`];
  return paths[task.path ?? 0] as string;
}

/** What a slot's content is made of, references and all. */
function textOf(slot: Slot, task: TaskModel, manifest: Manifest): string {
  const parts = [`${task.kind === "File" ? "file" : "shell"} ${slot} text ${task.text}`];
  for (const reference of referencesOf(task, manifest)) {
    parts.push(`\${VAR:${reference.name}:${reference.key}${reference.fallback ? ":-none" : ""}}`);
  }
  return parts.join(" ");
}

/** The same with its references filled in, as far as they are known without state. */
export function wantedText(slot: Slot, manifest: Manifest): string {
  const task = manifest.get(slot);
  if (!task) return "";
  const parts = [`${task.kind === "File" ? "file" : "shell"} ${slot} text ${task.text}`];
  for (const { to, key } of referencesOf(task, manifest)) {
    const text = wantedText(to, manifest);
    parts.push(key === "OUT" ? text : key === "SIZE" ? String(Buffer.byteLength(`${text}\n`)) : sha256(`${text}\n`));
  }
  return parts.join(" ");
}

/** Is the text of a task the manifest's alone, through all that it refers to? */
export function isPlain(slot: Slot, manifest: Manifest, context: Context): boolean {
  const task = manifest.get(slot);
  if (!task || task.ignoreChanges || !["none", "apply", context].includes(task.scope)) return false;
  return referencesOf(task, manifest).every(({ to }) => isPlain(to, manifest, context));
}

/** The references of a task to tasks that are in the manifest. */
export function referencesOf(task: TaskModel, manifest: Manifest) {
  return task.references.flatMap(({ to, key, fallback }) => {
    const target = manifest.get(to);
    if (!target || target === task) return [];
    const name = nameOf(to, target.named);
    return [{ to, name, key: target.kind === "Shell" ? "OUT" : key === 0 ? "SIZE" : "SHA256_CHECKSUM", fallback }];
  });
}

/** Where the id of what a Shell has made last is kept. */
export function idOf(slot: Slot): string {
  return `ids/${slot}`;
}

const scopes = {
  none: undefined,
  apply: [{ commands: ["apply", "delete", "rollback"] }],
  test: [{ contexts: ["te*"] }],
  prod: [{ contexts: ["prod"] }],
  update: [{ commands: ["update"], contexts: ["test"] }],
} as const;

const project = {
  apiVersion: "opus/v1",
  kind: "Project",
  metadata: { name: "world" },
  spec: { contexts: [{ branch: "main", context: "test" }, { input: true }] },
};

/** The path of the file that a Shell has as its input, if there is one. */
function inputOf(slot: Slot, { input }: Extract<TaskModel, { kind: "Shell" }>, manifest: Manifest) {
  const target = input === undefined || input >= slot ? undefined : manifest.get(input);
  return target?.kind === "File" && input !== undefined
    ? { path: pathOf(input, target), task: nameOf(input, target.named) }
    : undefined;
}

/** The files of the manifest: `opus.yaml`, and the templates that it names. JSON is YAML. */
export function renderManifest(manifest: Manifest, reverse: boolean): { readonly [path: string]: string } {
  const files: { [path: string]: string } = {};
  const documents: object[] = [project];
  for (const [slot, task] of inOrder(manifest, reverse)) {
    if (task.kind === "File" && task.template) files[`templates/${slot}.txt`] = `${textOf(slot, task, manifest)}\n`;
    documents.push(document(slot, task, manifest));
  }
  files["opus.yaml"] = documents.map((one) => `---\n${JSON.stringify(one)}\n`).join("");
  return files;
}

function inOrder(manifest: Manifest, reverse: boolean) {
  return [...manifest].sort(([left], [right]) => (reverse ? right - left : left - right));
}

/** The tasks for people: a line each, without the text of their scripts. */
export function tellManifest(manifest: Manifest, reverse: boolean): string[] {
  return inOrder(manifest, reverse).map(([slot, task]) => {
    const { kind, metadata, spec } = document(slot, task, manifest) as { kind: string; metadata: object; spec: object };
    const short = Object.entries(spec).map(([key, value]) => [key, String(value).includes("control") ? "…" : value]);
    const what = task.kind === "File" && task.template ? ` # ${textOf(slot, task, manifest)}` : "";
    return `  ${kind} ${JSON.stringify(metadata)} ${JSON.stringify(Object.fromEntries(short))}${what}`;
  });
}

function document(slot: Slot, task: TaskModel, manifest: Manifest): object {
  const text = textOf(slot, task, manifest);
  const dependencies = task.dependencies.flatMap((to) => {
    const target = manifest.get(to);
    return target && to < slot ? [nameOf(to, target.named)] : [];
  });
  const input = task.kind === "Shell" ? inputOf(slot, task, manifest) : undefined;
  if (input && !dependencies.includes(input.task)) dependencies.push(input.task);
  const { adopt, onRemove, ephemeral, preventDestroy, ignoreChanges, autoRollback, scope } = task;
  const lifecycle = {
    ...(adopt ? { adopt } : {}),
    ...(onRemove ? { onRemove } : {}),
    ...(ephemeral ? { ephemeral } : {}),
    ...(preventDestroy ? { preventDestroy: ["test"] } : {}),
    ...(ignoreChanges ? { ignoreChanges: [task.kind === "File" ? "/content" : "/env/TEXT"] } : {}),
  };
  const metadata = {
    name: nameOf(slot, task.named),
    ...(task.former ? { formerNames: [nameOf(slot, task.named === 0 ? 1 : 0)] } : {}),
    ...(dependencies.length > 0 ? { dependencies: [{ tasks: dependencies }] } : {}),
    ...(scopes[scope] ? { processingScope: scopes[scope] } : {}),
    ...(autoRollback ? {} : { autoRollback }),
    ...(Object.keys(lifecycle).length > 0 ? { lifecycle } : {}),
  };
  const spec = task.kind === "File" ? fileSpec(slot, task, text) : shellSpec(slot, task, text, input?.path);
  return { apiVersion: "opus/v1", kind: task.kind, metadata, spec };
}

function fileSpec(slot: Slot, task: Extract<TaskModel, { kind: "File" }>, text: string): object {
  const content = task.template ? { template: `templates/${slot}.txt` } : { content: `${text}\n` };
  return { path: pathOf(slot, task), ...content, ...(task.mode ? { mode: task.mode } : {}) };
}

/** Even slots can be looked at, odd ones can't. It never changes: a `read` that is added takes one more run to compare with. */
export function hasRead(slot: Slot): boolean {
  return slot % 2 === 0;
}

/**
 * Scripts of builtins only, so that a world takes milliseconds. Each notes its call in `calls.log`, and fails when
 * `control` says so: before its effect or after it. Whatever is made gets an id, and who changes or deletes it must
 * not be told another one.
 */
function shellSpec(
  slot: Slot,
  task: Extract<TaskModel, { kind: "Shell" }>,
  text: string,
  input: string | undefined,
): object {
  const live = pathOf(slot, task);
  const script = (name: string, effect: string): string => {
    const fails = (when: string) =>
      `case "$(<control)" in *";${slot} ${name} ${when};"*) echo "told to fail" >&2; exit 3;; esac`;
    return [`echo "${slot} ${name}" >> calls.log`, fails("before"), effect, fails("after"), ""].join("\n");
  };
  const id = idOf(slot);
  const known = `if [[ -n \${OPUS_RECORDED_ID-} && -e ${id} && $OPUS_RECORDED_ID != "$(<${id})" ]]; then echo "${slot} wrong id" >> calls.log; fi`;
  const make = `id=$RANDOM$RANDOM$RANDOM\necho "ID=$id" >> "$OPUS_OUTPUT"\nprintf '%s' "$id" > ${id}`;
  const write = `printf '%s' "$TEXT" > ${live}\necho "OUT=$TEXT" >> "$OPUS_OUTPUT"`;
  return {
    env: { TEXT: text },
    ...(input === undefined ? {} : { inputs: [input] }),
    create: script("create", `${make}\n${write}`),
    ...(task.update ? { update: `# ${task.note}\n${script("update", `${known}\n${write}`)}` } : {}),
    ...(task.delete ? { delete: script("delete", `${known}\n[[ ! -e ${live} ]] || rm ${live}`) } : {}),
    ...(hasRead(slot)
      ? {
          read: [
            `case "$(<control)" in *";${slot} read "*) exit 4;; esac`,
            `if [[ -e ${live} ]]; then printf '{"text":"%s"}' "$(<${live})"; fi`,
            "",
          ].join("\n"),
        }
      : {}),
  };
}

export function renderControl({ failures }: Pick<Step, "failures">): string {
  return `;${failures.map(({ slot, script, when }) => `${slot} ${script} ${when};`).join("")}\n`;
}
