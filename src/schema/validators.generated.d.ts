// Written by scripts/generate-validators.ts from schema/*.json. Do not edit.

export interface RawError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
  propertyName?: string;
}
export interface Validator {
  (data: unknown): boolean;
  errors: RawError[] | null;
}
/** What the schema says about one place in it, by pointer into the schema. */
export interface SchemaNotes {
  /** Text for a failed keyword. */
  messages?: Record<string, string>;
  /** Advice for a failed keyword; "*" is for any. */
  hints?: Record<string, string>;
  /** Known fields and the first sentence of their descriptions. */
  fields?: Record<string, string>;
}
/** What checks values, and what to say about them. */
export interface Checks {
  readonly validate: Validator;
  readonly notes: Record<string, SchemaNotes>;
}
export declare const validators: Readonly<Record<string, Checks>> &
  Readonly<Record<"project" | "values" | "task" | "file" | "shell", Checks>>;
/** By the kind, for those kinds that few runs have. */
export declare const lateChecks: Readonly<Record<string, () => Promise<Checks>>>;
/** The kinds of opus/v1, and the name of the validator of each one's spec. */
export declare const specs: Readonly<Record<string, string>>;
/** The fields of the specs of all kinds. */
export declare const specFields: readonly string[];
