import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { fileCopyBytes } from "../../engine/model/size-limits.ts";
import type { Task } from "../../engine/model/task.ts";
import type { FileCopy } from "../../engine/ports/processor.ts";
import type { Redactor } from "../../engine/ports/redactor.ts";
import { sha256 } from "../../node/sha256.ts";
import type { FindSpecRules } from "../../ports/spec-rules.ts";
import type { FileAccess } from "../../ports/workspace-files.ts";
import { type ChangedFile, whyNotWritten } from "./changed-file.ts";

/** Why a file is not copied: a sentence without a full stop, and what to do. */
export interface NotCopied {
  readonly why: string;
  readonly hint?: string;
}

export interface CopyTools {
  readonly files: FileAccess;
  readonly redactor: Pick<Redactor, "contains">;
  /** All that the manifest declares. */
  readonly tasks: readonly Task[];
  readonly rules: FindSpecRules;
}

/** Reads what a file is to become that a task names; nothing is written yet. */
export function readCopy(task: string, copy: FileCopy, tools: CopyTools): Result<ChangedFile, NotCopied> {
  const { files, redactor } = tools;
  const shared = tools.tasks.filter((other) => other.name !== task && reads(other, copy.to, tools));
  if (shared.length > 0) {
    const names = shared.map(({ name }) => `"${name}"`).join(", ");
    return err({ why: `${names} would change as well: \`${copy.to}\` is read for it, too`, hint: byHand(copy) });
  }
  const [from, to] = [files.read(copy.from, fileCopyBytes), files.read(copy.to, fileCopyBytes)];
  if (!from.ok) return err({ why: from.error.message, hint: byHand(copy) });
  if (!to.ok) return err({ why: to.error.message, hint: byHand(copy) });
  if (sha256(from.value) !== copy.found || sha256(to.value) !== copy.read)
    return err({ why: `\`${copy.from}\` or \`${copy.to}\` was changed while this run went on`, hint: "Run again." });
  const text = Buffer.from(from.value).toString("utf8");
  if (redactor.contains(text)) return err({ why: "what is there holds a secret", hint: secretHint });
  const refused = whyNotWritten(copy.to, files);
  if (refused !== undefined) return err({ why: refused, hint: byHand(copy) });
  return ok({
    path: copy.to,
    shown: files.display(copy.to),
    found: to.value,
    bytes: from.value,
    before: Buffer.from(to.value).toString("utf8"),
    after: text,
  });
}

const secretHint = "Nothing secret belongs into the repository: take it out of there; or apply, to have it as it was.";

function byHand({ from, to }: FileCopy): string {
  return `Do it by hand: copy \`${from}\` to \`${to}\`.`;
}

/** Is the file one that a task reads? */
function reads({ apiVersion, kind, spec }: Task, path: string, { files, rules }: CopyTools): boolean {
  const paths = Object.entries(rules(apiVersion, kind)?.paths ?? {}).filter(([, use]) => use === "read");
  const same = realName(path, files);
  return paths.some(([field]) => {
    const named = spec[field];
    return typeof named === "string" && !named.includes("${") && realName(named, files) === same;
  });
}

function realName(path: string, files: FileAccess): string {
  const real = files.realPath(path);
  return real.ok ? real.value : path;
}
