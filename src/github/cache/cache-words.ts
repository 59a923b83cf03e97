import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { withoutEnd } from "../../engine/text/line-ends.ts";
import { withoutCredentials } from "../../engine/text/shown-url.ts";
import type { CacheTrouble } from "../../ports/actions-cache.ts";
import type { CacheAnswer } from "./cache-request.ts";
import { quoted, trouble } from "./cache-trouble.ts";

/** What the client puts before the words of a server or of the system. */
const callPrefix = /^(?:Error: )?(?:Failed to [A-Z]\w+: (?:Failed to make request after \d+ attempts: )?)?/;

/**
 * What the official cache client (`@actions/cache` 6.3) means. It answers `-1` or nothing for a miss, a refusal, a
 * broken server and a damaged archive alike, and prints what happened; so this is the one place that knows its words.
 * Words that are not known are a trouble, never "there is none".
 */
export class CacheWords {
  /** One for each line or workflow command; those may have several lines. */
  readonly #said: readonly string[];
  readonly #service: string;

  /**
   * @param printed what the client and the programs that it started have written
   * @param address of the cache service
   */
  constructor(printed: string, address: string) {
    this.#said = printed.split(/\r?\n/).map(withoutCommand);
    this.#service = serviceAt(address);
  }

  /** @param answer what `saveCache` returned */
  save(answer: CacheAnswer): Result<"saved" | "taken", CacheTrouble> {
    if ("id" in answer && answer.id !== null && answer.id >= 0) return ok("saved");
    const why = this.#find(/^Failed to reserve cache: (.*)/s) ?? this.#find(/^Failed to save: (.*)/s);
    if (why !== undefined && /Failed request: \(409\)/.test(why)) return ok("taken");
    if (this.#find(/^FinalizeCacheEntryUploadResponse: (false)/) !== undefined)
      return err(trouble("server", `${this.#service} did not complete the entry${said(this.#last())}`));
    return err(this.#threw(answer) ?? this.#mode() ?? this.#why(why, "tools"));
  }

  /**
   * @param answer what `restoreCache` returned
   * @returns the key of the entry that was unpacked; undefined: the service said that there is none
   */
  restore(answer: CacheAnswer): Result<string | undefined, CacheTrouble> {
    if ("key" in answer && answer.key !== null) return ok(answer.key);
    const why = this.#find(/^Failed to restore: (.*)/s);
    const none = this.#find(/^(Cache not found) for version /) !== undefined;
    // The client takes every answer without `ok` for a miss. One with a reason is none.
    const reason = none ? /"(?:message|msg|error)"\s*:\s*("[^"]+")/.exec(this.#find(/^Body: (.*)/s) ?? "")?.[1] : "";
    if (reason) return err(trouble("unknown", `${this.#service} refused it${said(reason)}`));
    if (why === undefined && none) return ok(undefined);
    return err(this.#threw(answer) ?? this.#mode() ?? this.#why(why, "corrupt"));
  }

  /** The key of the entry that the service has found; undefined: nothing was said of one. */
  hit(): string | undefined {
    return this.#find(/^Cache hit for(?: restore-key)?: (.*)/);
  }

  /** When the client was stopped, because it took too long: the error after which it was trying again, if any. */
  interrupted(timeoutMs: number): CacheTrouble {
    const why = this.#find(/^Attempt \d+ of \d+ failed with error: (.*)\. Retrying request in/s);
    if (why !== undefined) return this.#why(why, "unknown");
    return trouble("slow", `${this.#service} did not answer within ${Math.round(timeoutMs / 1_000)} s`);
  }

  #threw(answer: CacheAnswer): CacheTrouble | undefined {
    return "threw" in answer ? trouble("unknown", `the cache client refused it (${quoted(answer.threw)})`) : undefined;
  }

  #mode(): CacheTrouble | undefined {
    const mode = this.#find(/^Cache (?:save|restore) skipped: the effective cache-mode '([^']*)'/);
    if (mode === undefined) return undefined;
    return trouble(
      "mode",
      `the cache mode of this job, \`${mode}\`, does not permit it: set \`cache-mode: write\` in the workflow`,
    );
  }

  /** @param tar what a failure of `tar` means */
  #why(told: string | undefined, tar: "corrupt" | "tools" | "unknown"): CacheTrouble {
    if (told === undefined)
      return trouble("unknown", `the cache client gave no answer, and did not say why${said(this.#last())}`);
    const why = told.replace(callPrefix, "");
    return (
      this.#denied(why) ??
      this.#status(why) ??
      this.#tar(why, tar) ??
      this.#storage() ??
      this.#connection(why) ??
      trouble("unknown", `the cache client failed${said(why)}`)
    );
  }

  #denied(why: string): CacheTrouble | undefined {
    const [, denied, words = ""] = /cache (write|read) denied:\s*(.*)/s.exec(why) ?? [];
    if (denied === "read")
      return trouble(
        "read-denied",
        `this job may not read the cache${said(words)}: see \`cache-mode\` of the workflow`,
      );
    if (denied === "write")
      return trouble(
        "write-denied",
        `this job may only read the cache${said(words)}: GitHub lets no run save that an outsider can start, as one of \`pull_request_target\`, \`issue_comment\` or \`workflow_run\`, nor one whose \`cache-mode\` forbids it. Save in a run of \`push\`, \`schedule\` or \`workflow_dispatch\``,
      );
    if (/Cache storage quota has been hit/.test(why))
      return trouble("full", "there is no room left for it: delete entries of the cache, or raise the budget for it");
    return undefined;
  }

  #status(why: string): CacheTrouble | undefined {
    const [, status, reason = ""] = /Failed request: \((\d{3})\) (.*)/s.exec(why) ?? [];
    if (status === undefined) return undefined;
    const words = said(`${status} ${reason}`);
    if (status === "401")
      return trouble(
        "unauthorized",
        `${this.#service} did not accept the token of this job${words}: run the job again`,
      );
    if (status === "403") return trouble("forbidden", `${this.#service} refused the token of this job${words}`);
    if (status === "429") {
      const seconds = this.#find(/your rate limit will reset in (\d+) seconds/);
      const again = seconds === undefined ? "later" : `in ${seconds} s`;
      const what = `GitHub's rate limit of the cache is used up${words}: run the job again ${again}`;
      return trouble("limited", what, seconds === undefined ? undefined : Number(seconds));
    }
    return trouble(status < "500" ? "unknown" : "server", `${this.#service} failed${words}`);
  }

  #tar(why: string, kind: "corrupt" | "tools" | "unknown"): CacheTrouble | undefined {
    if (!/tar" failed with error:/.test(why)) return undefined;
    // It could not be started at all: the folder is on a disk that runs no programs, for example.
    if (/\bE(?:ACCES|NOENT|PERM)\b/.test(why)) return trouble("tools", `tar can't be run${said(why)}`);
    const complaint = this.#said.find((line) => /^(?:\S*tar|gzip): /.test(line));
    const what = kind === "corrupt" ? "an entry was found, and can't be unpacked" : "it can't be packed";
    return trouble(kind, `${what}${said(complaint ?? why)}`);
  }

  /** The library for Azure's storage says nothing in its errors, but logs what the server answered. */
  #storage(): CacheTrouble | undefined {
    const status = this.#find(/Response status code: (\d{3})/);
    if (status === undefined || status < "400") return undefined;
    if (status === "404") return trouble("gone", "an entry was found, and its content is gone (404 of the storage)");
    if (status >= "500") return trouble("server", `the storage of the cache failed (${status})`);
    return trouble("forbidden", `the storage of the cache refused the job (${status})`);
  }

  #connection(why: string): CacheTrouble | undefined {
    if (/\b(?:ETIMEDOUT|ESOCKETTIMEDOUT)\b|time(?:d )?-?out/i.test(why))
      return trouble("slow", `${this.#service} did not answer in time${said(why)}`);
    const [code] =
      /\bE(?:CONN(?:REFUSED|RESET|ABORTED)|NOTFOUND|HOSTUNREACH|NETUNREACH|PIPE|AI_AGAIN)\b|socket hang up|^[^\n]*\b(?:certificate|TLS|SSL)\b[^\n]*|Incomplete download[^\n]*/im.exec(
        why,
      ) ?? [];
    if (code !== undefined) return trouble("unreachable", `${this.#service} can't be reached${said(code)}`);
    if (/not valid JSON|Unexpected (?:token|end)/.test(why))
      return trouble(
        "server",
        `${this.#service} answered something that is no answer of GitHub's: is a proxy in between?`,
      );
    return undefined;
  }

  /** The newest text that matches; its first group. */
  #find(pattern: RegExp): string | undefined {
    return this.#said.map((text) => pattern.exec(text)?.[1]).findLast((found) => found !== undefined);
  }

  #last(): string {
    return this.#said.findLast((text) => text.trim() !== "") ?? "";
  }
}

/** @param address as `ACTIONS_RESULTS_URL` */
export function serviceAt(address: string): string {
  return `the cache service at ${withoutEnd(withoutCredentials(address), "/")}`;
}

/** Takes the wrapping of a workflow command off, as the runner would. */
function withoutCommand(line: string): string {
  const [, text] = /^::(?:debug|notice|warning|error)(?: [^:]*)?::(.*)/.exec(line) ?? [];
  if (text === undefined) return line;
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

/** In brackets, unless it says nothing. */
function said(words: string): string {
  const text = quoted(words);
  return text === "" ? "" : ` (${text})`;
}
