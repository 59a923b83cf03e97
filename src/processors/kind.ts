import type { TaskProcessor } from "../engine/ports/processor.ts";
import type { RunScript } from "../ports/script-runner.ts";
import type { SpecRules } from "../ports/spec-rules.ts";
import type { FileAccess } from "../ports/workspace-files.ts";
import type { Sha256, ValidateSpec } from "./file/file-access.ts";

/** The apiVersion of all kinds that opus ships. */
export const builtInVersion = "opus/v1";

/** What is known of a kind that opus ships before its code is loaded. */
export interface KindFacts {
  readonly kind: string;
  /** The JSON Schema of its spec, by path from the root of the repository. */
  readonly schema: string;
  /** The page that documents it, by path from the root of the repository. */
  readonly docs: string;
  /** What reading a manifest has to know before a processor is made. */
  readonly spec: SpecRules;
}

/** A kind that every run has. */
export interface BuiltInKind extends KindFacts {
  make(dependencies: KindDependencies): TaskProcessor;
}

/** A kind that few runs need: its code, and the checks of its schema, are chunks that are loaded where it is named. */
export interface LateKind extends KindFacts {
  load(): Promise<BuiltInKind["make"]>;
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
