/** Where GitHub's API is, and who asks. */
export interface GitHubAccess {
  /** As `GITHUB_API_URL`. */
  readonly apiUrl: string;
  /** Empty: nothing is asked. */
  readonly token: string;
  readonly userAgent: string;
  /** For the variables of proxies. */
  readonly environment: { readonly [name: string]: string | undefined };
}

/** How long GitHub is waited for, and what is taken of it. */
export interface ClientPolicy {
  /** Further addresses that may be asked with the token. */
  readonly alsoServers?: readonly string[];
  /** How long one attempt of a request may take, in milliseconds. */
  readonly attemptMs: number;
  /** The longest wait for a rate limit to end, in milliseconds; GitHub may name hours. Default: none. */
  readonly patienceMs?: number;
  /** Most bytes of one answer, unpacked. Default: `answerBytes`. */
  readonly mostBytes?: number;
}
