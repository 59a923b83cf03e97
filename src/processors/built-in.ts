// What the manifest has to know of the built-in kinds before a processor is made.

/** The outputs of every File. */
export const fileOutputs = ["FILE_PATH", "SIZE", "SHA256_CHECKSUM", "EXECUTABLE"] as const;

/** The names of the outputs of a built-in kind that always has the same; undefined for others. */
export function outputNames(apiVersion: string, kind: string): readonly string[] | undefined {
  return apiVersion === "opus/v1" && kind === "File" ? fileOutputs : undefined;
}

/** Fields of the built-in kinds that are scripts, not templates. */
export function verbatimFields(apiVersion: string, kind: string): readonly string[] {
  return apiVersion === "opus/v1" && kind === "Shell" ? shellScripts : [];
}

/** Scripts of the kind Shell. */
export const shellScripts = ["create", "update", "read", "delete", "rollback", "shell"] as const;
