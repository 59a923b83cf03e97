/** Most bytes of a lock file. */
export const lockBytes = 64 * 1024;

const longest = 2_000;

/** May this be a text of a lock? All of them are one short line. */
export function isLockText(value: unknown): value is string {
  return (
    typeof value === "string" && value.length <= longest && !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(value)
  );
}
