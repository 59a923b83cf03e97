import { TaskFailure } from "./task-failure.ts";

/** Header names in small letters → values; several of one name are joined with `, `. */
export type HttpHeaders = { readonly [name: string]: string };

/** One request of a task. */
export interface HttpRequest {
  readonly method: string;
  /** Absolute, `http:` or `https:`, without user and password. */
  readonly url: string;
  /** All of them stay with the origin: another one that an answer leads to gets none but `accept`. */
  readonly headers?: HttpHeaders;
  readonly body?: string;
  /**
   * May be sent again when it is not clear whether it came through. Default: all methods but POST and PATCH; said of one of
   * these, false also keeps it from being sent again when a server that failed says when to come back.
   */
  readonly repeatable?: boolean;
  /** Statuses after which it is sent again, besides 408, 425, 429 and all from 500 on. */
  readonly retryOn?: readonly number[];
  /** For all requests of a run to the host: of several that were given the smallest counts. */
  readonly limits?: HttpLimits;
  /** It is sent one time, and whatever answer comes is taken. */
  readonly once?: true;
  /** False: an answer that leads elsewhere is taken as it is. */
  readonly follow?: false;
  /** How long it may take in all, in milliseconds, with the wait for its turn. */
  readonly withinMs?: number;
}

export interface HttpLimits {
  /** At once. Default: 4. */
  readonly concurrent?: number;
  readonly perSecond?: number;
}

/** What a server said, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  /** What the status is called: `Service Unavailable`. Absent: it has no name. */
  readonly statusName?: string;
  /** Those that came behind the body, too. */
  readonly headers: HttpHeaders;
  readonly text: string;
  /** Where it came from, when answers have led elsewhere. */
  readonly url: string;
}

/** A GET whose answer may be too large to hold. */
export interface HttpFetch extends Pick<HttpRequest, "url" | "headers" | "limits"> {
  /** What is fetched, for people who wait: `tool.tar.gz`. Absent: nothing is told. */
  readonly what?: string;
  /** True: `http:` is taken only to hosts that the Project allows by name. */
  readonly secure?: boolean;
}

/** An answer whose body is still to come. */
export interface HttpStream extends Omit<HttpAnswer, "text"> {
  /**
   * The body as it is sent, never unpacked. It is read once, and while it is the turn at the host is taken.
   * @throws HttpFailure when it ends before its time, or nothing comes for too long
   */
  readonly pieces: AsyncIterable<Uint8Array>;
}

/**
 * HTTP as a task gets it: bounded in size, time and number, to addresses that a run may ask. What is asked is traced without
 * query, headers and bodies.
 */
export interface Http {
  /**
   * Asks a server, again where that is safe. What waits for its turn at a host does not count against the task's timeout.
   * @throws HttpFailure when there is no answer
   */
  request(request: HttpRequest): Promise<HttpAnswer>;
  /**
   * Asks for what is read piece by piece. Until an answer begins it is asked again as by `request`; what is cut off later
   * is for `take` to deal with.
   * @param take what it leaves of the body unread is given up
   * @throws HttpFailure when there is no answer
   */
  fetch<T>(request: HttpFetch, take: (answer: HttpStream) => Promise<T>): Promise<T>;
  /**
   * Opens a connection to a host that a run may ask, and closes it again. Nothing is sent, and no proxy is taken.
   * @param withinMs how long it may take, in milliseconds
   * @throws HttpFailure when none came about
   */
  reach(host: string, port: number, withinMs: number): Promise<void>;
  /**
   * What several tasks of a run share: loaded once, also when they ask at the same time. Who changes what it stands for
   * changes the loaded value itself, or drops it.
   * @param key names it among all of the run: address and credentials are part of it
   * @param load asks by an `Http` of its own, as it goes on when the task that came first is stopped
   * @param fresh loads it again, when what is held was asked for before this call
   */
  shared<T>(key: string, load: (http: Http) => Promise<T>, fresh?: boolean): Promise<T>;
  /** Forgets a shared value. */
  drop(key: string): void;
  /** Hides a text (a token that a server gave) in all that is shown and stored from now on. */
  hide(secret: string): void;
  /** Waits: for what a server makes of a request. @throws the reason of the task's signal */
  pause(ms: number): Promise<void>;
  /** Milliseconds, monotonic. */
  now(): number;
}

/** There is no answer. */
export class HttpFailure extends TaskFailure {
  /** `nothing`: the server has got none of it; `unclear`: it may have acted. */
  readonly sent: "nothing" | "unclear";
  /** The run may not ask this address, however often it tries. */
  readonly refused: boolean;

  constructor(
    message: string,
    sent: "nothing" | "unclear",
    options: { hint?: string; cause?: unknown; refused?: boolean } = {},
  ) {
    super(message, { ...options, untouched: sent === "nothing" });
    this.name = "HttpFailure";
    this.sent = sent;
    this.refused = options.refused ?? false;
  }
}
