import type { TaskProcessor } from "../engine/ports/processor.ts";
import type { RunScript } from "../ports/script-runner.ts";
import type { SpecRules } from "../ports/spec-rules.ts";
import type { FileAccess } from "../ports/workspace-files.ts";
import type { Sha256, ValidateSpec } from "./file/file-access.ts";

/** The apiVersion of all kinds that opus ships. */
export const builtInVersion = "opus/v1";

/** A kind that opus ships, as everything that deals with kinds finds it. */
export interface BuiltInKind {
  readonly kind: string;
  /** The JSON Schema of its spec, by path from the root of the repository. */
  readonly schema: string;
  /** The page that documents it, by path from the root of the repository. */
  readonly docs: string;
  /** What reading a manifest has to know before a processor is made. */
  readonly spec: SpecRules;
  make(dependencies: KindDependencies): TaskProcessor;
}

/** What a built-in kind may use of the machine. */
export interface KindDependencies {
  readonly files: FileAccess;
  readonly hash: Sha256;
  readonly validate: ValidateSpec;
  readonly run: RunScript;
  /** Environment of this process. */
  readonly environment: { readonly [name: string]: string | undefined };
}
