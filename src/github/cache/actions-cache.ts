import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { answerBytes, sizeWords } from "../../engine/model/size-limits.ts";
import { cacheCallMs, cacheListMs } from "../../engine/model/timing.ts";
import type { ActionsCache, CacheContent, CacheEntry, CacheKey, CacheTrouble } from "../../ports/actions-cache.ts";
import type { RunProcess } from "../../ports/processes.ts";
import { isTraced } from "../../trace/trace.ts";
import { noAnswerWords } from "../api/answer.ts";
import { serverOf } from "../servers.ts";
import { readArchive, tooLargeArchive } from "./cache-archive.ts";
import { CacheFolder } from "./cache-folder.ts";
import { type CacheListOptions, listCacheEntries } from "./cache-list.ts";
import { Patience } from "./cache-patience.ts";
import { runCacheProcess } from "./cache-process.ts";
import type { CacheAnswer, CacheRequest, Refused } from "./cache-request.ts";
import { quoted, trouble } from "./cache-trouble.ts";
import { CacheWords, serviceAt } from "./cache-words.ts";

export interface ActionsCacheOptions {
  /** Of the whole process: where the cache service is, and how it is reached. */
  readonly environment: { readonly [name: string]: string | undefined };
  /** Absolute path of the program's main file, which is started once more for each call. */
  readonly program: string;
  /** Folders for what is under way, best first. */
  readonly temporaryFolders: readonly string[];
  /** For the REST API, which alone can list. */
  readonly list: CacheListOptions;
  readonly run: RunProcess;
  /** Removes a folder with all that is in it. Never throws. */
  removeTree(path: string): void;
  /** Takes secrets out of what servers said. */
  redact(text: string): string;
  /** How long the service is waited for. */
  readonly patience?: Patience;
}

/** What the client reads besides what it is given: how the service is reached. */
const passedOn = [
  "ACTIONS_RESULTS_URL",
  "ACTIONS_CACHE_URL",
  "ACTIONS_CACHE_SERVICE_V2",
  "ACTIONS_RUNTIME_TOKEN",
  "ACTIONS_CACHE_MODE",
  "GITHUB_SERVER_URL",
  "NODE_EXTRA_CA_CERTS",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  ...["http_proxy", "https_proxy", "all_proxy", "no_proxy"].flatMap((name) => [name, name.toUpperCase()]),
];

/**
 * GitHub's cache, through its official client, which runs in a process of its own: it prints, hangs and is configured
 * by the environment. One process serves one call, in a private folder that is gone afterwards.
 */
export class OfficialActionsCache implements ActionsCache {
  readonly #options: ActionsCacheOptions;
  readonly #patience: Patience;
  readonly #disposed = new AbortController();
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(options: ActionsCacheOptions) {
    this.#options = options;
    this.#patience = options.patience ?? new Patience();
  }

  /** Complete entries whose key begins with a prefix, of all refs, newest first. */
  list(prefix: string, signal: AbortSignal): Promise<Result<readonly CacheEntry[], CacheTrouble>> {
    return this.#call(cacheListMs, signal, async (timeoutMs, either) => {
      // Of a server without caches the API would answer something that is told as one about the token.
      const unavailable = whyNotAvailable(this.#options.environment);
      if (unavailable !== undefined) return err(trouble("not-available", unavailable));
      return listCacheEntries(this.#options.list, prefix, timeoutMs, either);
    });
  }

  /** Content of the entry with a key, or of the newest that begins with a prefix; undefined: the service has none. */
  restore(which: CacheKey, signal: AbortSignal): Promise<Result<CacheContent | undefined, CacheTrouble>> {
    const wanted = "key" in which ? which.key : which.prefix;
    return this.#withFolder(signal, async (folder, ask) => {
      const asked = await ask({ call: "restore", key: wanted, folder: folder.path, ...whetherTraced() });
      if (!asked.ok) return asked;
      const found = asked.value.words.restore(asked.value.answer);
      if (!found.ok) return found;
      const key = found.value;
      // The service falls back to keys that only begin with the one that it was asked for.
      if (key === undefined || ("key" in which && key !== which.key)) return ok(undefined);
      if (!key.startsWith(wanted))
        return err(trouble("server", `it was asked for ${wanted}, and answered with another key`));
      const data = await readArchive(folder.archive);
      return data.ok ? ok({ key, data: data.value }) : err({ ...data.error, key });
    });
  }

  /** Saves under a new key. `taken`: there is an entry with it, or a job has reserved it. */
  save(key: string, data: Uint8Array, signal: AbortSignal): Promise<Result<"saved" | "taken", CacheTrouble>> {
    return this.#withFolder(signal, async (folder, ask) => {
      folder.write(data);
      const asked = await ask({ call: "save", key, folder: folder.path, ...whetherTraced() });
      return asked.ok ? asked.value.words.save(asked.value.answer) : asked;
    });
  }

  /** Ends what is under way, and leaves nothing behind. */
  async dispose(): Promise<void> {
    this.#disposed.abort();
    await Promise.all(this.#underWay);
  }

  #call<T>(
    wantedMs: number,
    signal: AbortSignal,
    call: (timeoutMs: number, either: AbortSignal) => Promise<Result<T, CacheTrouble>>,
  ): Promise<Result<T, CacheTrouble>> {
    const either = AbortSignal.any([signal, this.#disposed.signal]);
    const answer = this.#patience.spend(wantedMs, async (timeoutMs) => {
      if (either.aborted) return err(trouble("cancelled", "it was cancelled"));
      return this.#redacted(await call(timeoutMs, either));
    });
    this.#underWay.add(answer);
    return answer.finally(() => this.#underWay.delete(answer));
  }

  #withFolder<T>(
    signal: AbortSignal,
    work: (folder: CacheFolder, ask: Ask) => Promise<Result<T, CacheTrouble>>,
  ): Promise<Result<T, CacheTrouble>> {
    return this.#call(cacheCallMs, signal, async (timeoutMs, either) => {
      const unavailable = whyNotAvailable(this.#options.environment);
      if (unavailable !== undefined) return err(trouble("not-available", unavailable));
      const { temporaryFolders, environment, removeTree } = this.#options;
      const made = CacheFolder.make(temporaryFolders, environment.PATH ?? "", removeTree);
      if (!made.ok) return made;
      const folder = made.value;
      try {
        return await work(folder, (request) => this.#ask(folder, request, timeoutMs, either));
      } catch (error) {
        return err(trouble("tools", `${folder.path} can't be used (${(error as Error).message})`));
      } finally {
        folder.remove();
      }
    });
  }

  async #ask(
    { work, temporary, programs }: CacheFolder,
    request: CacheRequest,
    timeoutMs: number,
    signal: AbortSignal,
  ): ReturnType<Ask> {
    const { environment, program, run } = this.#options;
    const { ACTIONS_RESULTS_URL: address = "" } = environment;
    const own = {
      PATH: programs,
      HOME: temporary,
      TMPDIR: temporary,
      LANG: "C.UTF-8",
      RUNNER_TEMP: temporary,
      GITHUB_WORKSPACE: work,
      // Its library for Azure's storage tells nowhere else what a server answered.
      AZURE_LOG_LEVEL: "info",
    };
    const passed = passedOn.flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value] as const];
    });
    const child = { ...Object.fromEntries(passed), ...own };
    const end = await runCacheProcess({ program, request, cwd: work, environment: child, timeoutMs, signal, run });
    switch (end.state) {
      case "answered":
        if ("refused" in end.answer) {
          const key = new CacheWords(end.printed, address).hit();
          return err({ ...this.#refused(end.answer), ...(key === undefined ? {} : { key }) });
        }
        return ok({ answer: end.answer, words: new CacheWords(end.printed, address) });
      case "timed-out":
        return err(new CacheWords(end.printed, address).interrupted(timeoutMs));
      case "aborted":
        return err(trouble("cancelled", "it was cancelled"));
      case "ended":
        return err(trouble("unknown", `the process of the cache client ended without an answer (${end.how})`));
    }
  }

  #refused(why: Refused): CacheTrouble {
    const { ACTIONS_RESULTS_URL: address = "" } = this.#options.environment;
    const service = serviceAt(address);
    if (why.refused === "no-answer") {
      const own = URL.parse(address)?.hostname === URL.parse(why.address)?.hostname;
      const who = own ? service : `the storage of the cache at ${why.address}`;
      return trouble("unreachable", `${who} can't be reached: ${noAnswerWords(why.why, undefined)}`);
    }
    if (why.refused === "redirect")
      return trouble(
        "server",
        `${service} led to another server (${why.to}), which is not given the token of this job`,
      );
    if (why.refused === "no-service")
      return trouble(
        "not-available",
        `${service} is none of the version 2, which runners of GitHub.com have (it answered ${why.status}): choose the backend \`branch\``,
      );
    if (why.refused === "foreign")
      return trouble(
        "server",
        `${service} answered ${why.status} with ${quoted(why.type)}, which is no answer of GitHub's: does a proxy or a sign-in page stand in between?`,
      );
    if (why.of === "archive") return tooLargeArchive(why.bytes);
    const has = why.bytes === undefined ? `more than ${sizeWords(answerBytes)}` : sizeWords(why.bytes);
    return trouble("server", `${service} answered with ${has} (at most ${sizeWords(answerBytes)} are taken)`);
  }

  #redacted<T>(result: Result<T, CacheTrouble>): Result<T, CacheTrouble> {
    if (result.ok) return result;
    const { redact, environment, list } = this.#options;
    const secrets = [environment.ACTIONS_RUNTIME_TOKEN, list.token].filter((one) => one !== undefined && one !== "");
    const bare = secrets.reduce<string>((text, one) => text.replaceAll(one as string, "***"), result.error.what);
    return err({ ...result.error, what: redact(bare.replace(/\bsig=[^\s&)]+/g, "sig=***")) });
  }
}

type Ask = (
  request: CacheRequest,
) => Promise<Result<{ readonly answer: CacheAnswer; readonly words: CacheWords }, CacheTrouble>>;

function whetherTraced(): Pick<CacheRequest, "traced"> {
  return isTraced() ? { traced: true } : {};
}

const otherBackend = "choose the backend `branch`";

/** The client would fall back to the first version of the service, which tells less and is switched off on GitHub. */
function whyNotAvailable(environment: ActionsCacheOptions["environment"]): string | undefined {
  const { ACTIONS_RESULTS_URL, ACTIONS_RUNTIME_TOKEN, ACTIONS_CACHE_SERVICE_V2 } = environment;
  if (process.platform === "win32") return `the cache can't hold state on Windows: ${otherBackend}`;
  const { cache: lacking } = serverOf(environment).lacks;
  if (lacking !== undefined) return `${lacking}: ${otherBackend}`;
  if (!ACTIONS_RESULTS_URL || !ACTIONS_RUNTIME_TOKEN)
    return `this step was given no cache service (${ACTIONS_RESULTS_URL ? "ACTIONS_RUNTIME_TOKEN" : "ACTIONS_RESULTS_URL"} is not set): on GitHub it comes with \`uses:\`, and not with \`run:\`; other runners may have none. There, ${otherBackend}`;
  if (!ACTIONS_CACHE_SERVICE_V2)
    return `this runner has no cache service of the version 2, which those of GitHub.com have: ${otherBackend}`;
  return undefined;
}
