/**
 * Imports a file that is no part of the program. The bundle has it in a chunk of its own: an import of what is not known
 * beforehand works only in a file that was imported itself (see `KeptCode`).
 * @param url absolute
 */
export function importFile(url: string): Promise<unknown> {
  return import(/* webpackIgnore: true */ url);
}
