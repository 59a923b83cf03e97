import type { AcceptedValue } from "../../engine/accept/accept-task.ts";
import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { isObject, type Json } from "../../engine/json/json.ts";
import { equalJson } from "../../engine/json/json-diff.ts";
import { manifestBytes } from "../../engine/model/size-limits.ts";
import type { Task } from "../../engine/model/task.ts";
import { type DocumentEdits, editManifest } from "../../manifest/edit/edit-manifest.ts";
import type { FileAccess } from "../../ports/workspace-files.ts";
import { type ChangedFile, whyNotWritten } from "./changed-file.ts";

/** Values that the document of a task is to have. */
export interface TaskValues {
  readonly task: Task;
  readonly values: readonly AcceptedValue[];
}

/** A manifest file with values written into it, before it is stored. */
export interface EditedFile {
  /** Undefined: nothing of it changes. */
  readonly changed: ChangedFile | undefined;
  /** What could not be written: pointers into the spec, by task. */
  readonly refused: ReadonlyMap<string, readonly string[]>;
}

/**
 * Writes values into the text of a manifest file; nothing is stored yet.
 * @param path from the working directory
 * @returns why the file can't be changed, as a sentence without a full stop
 */
export function editFile(path: string, wanted: readonly TaskValues[], files: FileAccess): Result<EditedFile, string> {
  const refused = whyNotWritten(path, files);
  if (refused !== undefined) return err(refused);
  const read = files.read(path, manifestBytes);
  if (!read.ok) return err(read.error.message);
  const edits = new Map(wanted.map((one) => [one.task.name, documentEdits(one)]));
  const edited = editManifest(read.value, [...edits.values()]);
  if (!edited) return err(`${files.display(path)} was changed while this run went on`);
  const left = [...edits].flatMap(([name, one]) => {
    const pointers = edited.refused.get(one)?.map((pointer) => pointer.slice("/spec".length));
    return pointers ? [[name, pointers] as const] : [];
  });
  const { before, after, bytes } = edited;
  const changed = { path, shown: files.display(path), found: read.value, bytes, before, after };
  return ok({ changed: before === after ? undefined : changed, refused: new Map(left) });
}

function documentEdits({ task, values }: TaskValues): DocumentEdits {
  return {
    // As it was when the run began: what is written rests on that.
    is: (document) => isTask(document, task) && equalJson((document as { spec?: Json }).spec, task.spec),
    edits: values.map(({ path, value }) => ({ pointer: `/spec${path}`, value })),
  };
}

function isTask(document: Json, { name, apiVersion, kind }: Task): boolean {
  if (!isObject(document) || document.apiVersion !== apiVersion || document.kind !== kind) return false;
  return isObject(document.metadata) && document.metadata.name === name;
}
