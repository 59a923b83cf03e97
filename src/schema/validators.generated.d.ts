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
export declare const validators: Record<"project" | "values" | "task" | "file" | "shell" | "httpresource", { validate: Validator; notes: Record<string, SchemaNotes> }>;
/** The kinds of opus/v1, and the name of the validator of each one's spec. */
export declare const specs: Readonly<Record<string, keyof typeof validators>>;
