import { handInSdk } from "./hand-in-sdk.ts";

/**
 * Imports a file that is no part of the program. The bundle has it in a chunk of its own: an import of what is not known
 * beforehand works only in a file that was imported itself (see `KeptCode`).
 * @param url absolute
 * @param wantsSdk does it mention, or what it imports, what `handInSdk` hands in?
 */
export function importFile(url: string, wantsSdk: () => boolean): Promise<unknown> {
  handInSdk(wantsSdk);
  return import(/* webpackIgnore: true */ url);
}
