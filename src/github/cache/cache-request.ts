import type { NoAnswer } from "../api/no-answer.ts";

/** What the process of the cache client is asked for, as JSON in its second argument. */
export interface CacheRequest {
  /** `restore` takes the entry with this key, or the newest one whose key begins with it. */
  readonly call: "save" | "restore";
  readonly key: string;
  /** Absolute path of the folder that is there for this call alone. */
  readonly folder: string;
  /** The answer is to be preceded by what is traced. */
  readonly traced?: true;
}

/** What the process of the cache client traces, before its answer. */
export interface Traced {
  readonly traced: string;
}

/** What the client answered: `-1` or null for a miss and for nearly every failure alike. Which one, it only prints. */
export type CacheAnswer =
  | { readonly id: number | null }
  | { readonly key: string | null }
  /** It refused what it was asked for. */
  | { readonly threw: string }
  | Refused;

/** Why the call was ended, whatever the client would have made of it. */
export type Refused =
  /** The service led to another server, and the token must not go there. */
  | { readonly refused: "redirect"; readonly to: string }
  /** What answers there is no service of this protocol: it does not know the address, which the client would try again. */
  | { readonly refused: "no-service"; readonly status: number }
  /** What answers there speaks another language than the service, with this type of content. */
  | { readonly refused: "foreign"; readonly status: number; readonly type: string }
  /** A server can't be reached, and the next try would come to the same. Of the storage the address is another one. */
  | { readonly refused: "no-answer"; readonly address: string; readonly why: NoAnswer }
  /** What came is larger than it may be. `bytes`: what it has, where the server says so. */
  | { readonly refused: "size"; readonly of: "answer" | "archive"; readonly bytes?: number };

/** The one file in an entry. The service compares a hash of the name: under another one, no entry would be found. */
export const cachedFile = "state.json";

/** What folders of calls are called, before six random characters. */
export const folderPrefix = "opus-cache-";
