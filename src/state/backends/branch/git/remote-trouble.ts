import { shortened } from "../../../../engine/text/shorten.ts";
import type { GitEnd } from "../../../../ports/git.ts";

export type TroubleKind =
  | "no-git"
  | "unauthorized"
  | "forbidden"
  | "not-found"
  /** Something answered that is no git server. */
  | "not-git"
  | "certificate"
  /** The proxy lets nobody through, and will not do so later either. */
  | "proxy"
  /** The proxy did not get through to the server: a later try may do. */
  | "proxy-failed"
  | "ssh"
  | "unreachable"
  /** Cut off, overloaded, slow: a later try may do. */
  | "transient"
  /** A hook, a protected branch or a ruleset. */
  | "rule"
  | "too-large"
  | "name-clash"
  /** It shows not a single branch. */
  | "empty"
  /** The branch is the one that everybody works on. */
  | "default-branch"
  | "unknown";

/** Why git could not do something with a remote. */
export interface Trouble {
  readonly kind: TroubleKind;
  /** What the server and git said, in one line. */
  readonly words: string;
  /** The branch in the way, for `name-clash`. */
  readonly name?: string;
}

/** Texts of git, curl, ssh and GitHub; the first that fits counts. */
const kinds: readonly (readonly [TroubleKind, RegExp])[] = [
  ["too-large", /\bGH001\b|exceeds GitHub's file size limit|pack exceeds maximum allowed size|HTTP 413|error: 413/i],
  [
    "rule",
    /\bGH0\d\d\b|hook declined|repository rule violations|protected branch|refusing to allow|deny updating a hidden ref|shallow update not allowed|branch is currently checked out/i,
  ],
  [
    "forbidden",
    /Permission to \S+ denied|Write access to repository not granted|returned error: 403|HTTP 403|was archived so it is read-only|\bread-only\b.*\brepository\b|account is suspended|must use (?:an? )?(?:SSO|SAML)|enabled or enforced SAML SSO/i,
  ],
  [
    "proxy-failed",
    /(?:CONNECT tunnel failed, response|Received HTTP code) (?:408|425|429|5\d\d)|Proxy CONNECT aborted/i,
  ],
  [
    "proxy",
    /(?:CONNECT tunnel failed, response|Received HTTP code) \d{3}|HTTP code 407|returned error: 407|Could not resolve proxy/i,
  ],
  [
    "unauthorized",
    /could not read (?:Username|Password)|Authentication failed|Invalid username or (?:token|password)|returned error: 401|HTTP 401|HTTP Basic: Access denied/i,
  ],
  [
    "not-found",
    /Repository not found|repository '[^']*' not found|returned error: 404|does not appear to be a git repository/i,
  ],
  [
    "certificate",
    /certificate|SSL_connect|SSL connect error|gnutls_handshake|TLS connect error|CAfile|wrong version number/i,
  ],
  [
    "not-git",
    /not valid: (?:is this a git repository|could not determine hash algorithm)|bad line length character|invalid server response|unable to update url base from redirection|expected service, got/i,
  ],
  ["ssh", /Permission denied \([a-z,-]*publickey|Host key verification failed|no matching host key/i],
  [
    "transient",
    /(?:error: |HTTP )(?:408|425|429|5\d\d)|Empty reply from server|Connection reset|Recv failure|Send failure|Operation (?:too slow|timed out)|Connection timed out|timed out|early EOF|unexpected disconnect|hung up unexpectedly|curl \d+|transfer closed|unexpected end of file|HTTP\/2 stream|RPC failed|expected flush|not our ref|unadvertised object|couldn't find remote ref|Broken pipe|error reading section header/i,
  ],
  [
    "unreachable",
    /Could not resolve host|Couldn't connect|Failed to connect|Connection refused|Network is unreachable|No route to host|Temporary failure in name resolution|Name or service not known/i,
  ],
];

/**
 * Judges a call that did not do what it should.
 * @param reason what the server said of the branch that was pushed, as `[remote rejected] (…)`
 */
export function troubleOf(end: Exclude<GitEnd, { state: "aborted" }>, reason = ""): Trouble {
  switch (end.state) {
    case "not-started":
      return { kind: "no-git", words: end.message };
    case "timed-out":
      return { kind: "transient", words: `no answer within ${Math.round(end.timeoutMs / 1_000)} s` };
    case "killed":
      return { kind: "transient", words: `git was killed by ${end.signal}` };
    case "exited": {
      const text = `${reason}\n${end.stderr}`;
      // git says why it can't do something; without a word a program that it had started was ended by somebody.
      const otherwise = text.trim() === "" ? "transient" : "unknown";
      const kind = kinds.find(([, pattern]) => pattern.test(text))?.[0] ?? otherwise;
      return { kind, words: answerOf(end.stderr, reason) || `git ended with exit code ${end.code} and no message` };
    }
  }
}

/** Lines of git's that say nothing which others don't. */
const chatter =
  /^(?:error: failed to push some refs to|hint:|To |Done$|Everything up-to-date|Please make sure you have the correct access|and the repository exists|fatal: the remote end hung up unexpectedly$|Pushing to|POST git-)/;

/** What the server and git said, as one line of at most 400 characters: the server's own words first. */
export function answerOf(stderr: string, reason = ""): string {
  const lines = stderr
    .split(/[\r\n]+/)
    .map((line) => line.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, " ").trim())
    .filter((line) => line !== "" && !chatter.test(line));
  const remote = lines.filter((line) => line.startsWith("remote:")).map((line) => line.slice(7).trim());
  const own = lines.filter((line) => !line.startsWith("remote:"));
  const said = [...new Set([...remote.map((line) => line.replace(/^error: /, "")), ...own, reason])];
  const text = said.filter((line) => line !== "").join(" · ");
  return shortened(text, 400);
}
