/** Fields of the built-in kinds that are scripts, not templates. The manifest has to know before a processor is made. */
export function verbatimFields(apiVersion: string, kind: string): readonly string[] {
  return apiVersion === "opus/v1" && kind === "Shell" ? shellScripts : [];
}

/** Scripts of the kind Shell. */
export const shellScripts = ["create", "update", "read", "delete", "rollback", "shell"] as const;
