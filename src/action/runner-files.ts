import { closeSync, fstatSync, ftruncateSync, openSync, writeFileSync } from "node:fs";

/**
 * Adds to a file of the runner all of a text, or nothing: of half an output the runner only says that it has no end, and
 * fails the step. Throws system errors.
 */
export function append(path: string, text: string): void {
  const descriptor = openSync(path, "a");
  const { size } = fstatSync(descriptor);
  try {
    writeFileSync(descriptor, text);
  } catch (error) {
    try {
      ftruncateSync(descriptor, size);
    } catch {
      // What went wrong first is told.
    }
    throw error;
  } finally {
    closeSync(descriptor);
  }
}
