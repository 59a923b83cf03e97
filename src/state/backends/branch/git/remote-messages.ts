import { type Failure, failure } from "../../../../engine/diagnostics/diagnostic.ts";
import { commandLine } from "../../../../engine/text/command-line.ts";
import type { Trouble } from "./remote-trouble.ts";

/** The remote, as messages name it. */
export interface RemoteNames {
  /** Its location without credentials. */
  readonly shown: string;
  readonly branch: string;
  /** What opens it: a token; what the user's own git is set up with; or nothing, where a token is missing. */
  readonly signIn: "token" | "own" | "no-token";
  /** The variable that names a proxy which answers in the place of the server: where nothing is encrypted. */
  readonly plainProxy?: string | undefined;
}

/** What was to be done. */
export type Purpose = "read" | "write";

/** A remote that can't be read or written, as a failure that says what to change. Never "there is nothing". */
export function remoteFailure(trouble: Trouble, purpose: Purpose, names: RemoteNames): Failure {
  const { shown, branch } = names;
  const can = purpose === "read" ? "can't be read" : "can't be written";
  const { what, advice } = explanation(trouble, purpose, names);
  const said = trouble.kind === "no-git" || trouble.words === "" ? "" : ` Its answer: ${stopped(trouble.words)}`;
  return failure("state-unavailable", `The state branch ${branch} of ${shown} ${can}: ${what}.${said} ${advice}`);
}

/**
 * A push may have arrived, and the branch can't be read to tell.
 * @param reading why it can't be read
 */
export function unclearFailure(pushing: Trouble, reading: Failure, names: RemoteNames): Failure {
  const message = `Writing to the state branch ${names.branch} of ${names.shown} ended without an answer (${pushing.words}), so what was written may or may not have arrived, and looking failed too. ${reading.message}`;
  return failure(reading.reason === "cancelled" ? "cancelled" : "state-unavailable", message);
}

/** What is wrong, as the middle of a sentence, and what to do, in sentences. */
interface Explanation {
  readonly what: string;
  readonly advice: string;
}

function explanation(trouble: Trouble, purpose: Purpose, names: RemoteNames): Explanation {
  const lookThere = commandLine(["git", "ls-remote", names.shown]);
  switch (trouble.kind) {
    case "no-git":
      return { what: "git is needed for it", advice: trouble.words };
    case "unauthorized":
    case "forbidden":
    case "not-found":
      return orByProxy(accessExplanations[trouble.kind](accessWords(purpose, lookThere))[names.signIn], trouble, names);
    case "ssh":
      return {
        what: "ssh could not sign in",
        advice: `Add your key to the agent (\`ssh-add\`), and try \`${lookThere}\`: nothing can be typed in while opus runs.`,
      };
    case "name-clash":
      return {
        what: `there is a branch ${trouble.name ?? ""}, and git can't have both names`,
        advice: "Choose another `state-branch`, or rename that branch.",
      };
    case "empty":
      return {
        what: "the server shows no branch at all of this repository, so it can't be told whether there is state",
        advice: `Push a first commit to the repository. If it has some, does a proxy stand in between? Try \`${lookThere}\`.`,
      };
    case "unknown":
      return {
        what: "git failed",
        advice: `Try \`${lookThere}\` on the same machine${names.signIn === "token" ? " with the same token" : ""}.`,
      };
    case "rule":
    case "too-large":
    case "default-branch":
      return refusalExplanation(trouble.kind, names.branch);
    default:
      return networkExplanation(trouble.kind, names.shown);
  }
}

/** Over plain HTTP nobody can tell an answer of the proxy from one of the server. */
function orByProxy(explained: Explanation, { kind, words }: Trouble, { plainProxy }: RemoteNames): Explanation {
  if (kind !== "forbidden" || plainProxy === undefined || !/returned error: 403|HTTP 403/i.test(words))
    return explained;
  return {
    what: `${explained.what}, or the proxy that \`${plainProxy}\` names forbids it`,
    advice: `Was it the proxy? Then have the server allowed there, or name it in \`no_proxy\`. Was it the server? ${explained.advice}`,
  };
}

interface AccessWords {
  readonly purpose: Purpose;
  readonly lookThere: string;
  /** `contents: write` */
  readonly permission: string;
  /** What else is needed; with its brackets, or empty. */
  readonly writing: string;
  /** What to do where a token is missing: a sentence. */
  readonly missing: string;
}

function accessWords(purpose: Purpose, lookThere: string): AccessWords {
  const permission = purpose === "read" ? "contents: read" : "contents: write";
  const writing = purpose === "write" ? "" : " (`contents: write` for commands that change something)";
  const missing = `Give the step a \`token\`: leave the input out, and it is the job's own, which needs \`permissions: ${permission}\`${writing}.`;
  return { purpose, lookThere, permission, writing, missing };
}

type BySignIn = { readonly [signIn in RemoteNames["signIn"]]: Explanation };

/** What keeps this run out, by how it signs in. */
const accessExplanations: {
  readonly [kind in "unauthorized" | "forbidden" | "not-found"]: (words: AccessWords) => BySignIn;
} = {
  unauthorized: ({ lookThere, permission, writing, missing }) => ({
    "no-token": { what: "the server wants to know who asks, and the input `token` is empty", advice: missing },
    token: {
      what: "the server does not accept the token",
      advice: `Check the input \`token\`: it must be valid, not expired, and made for this repository, with \`${permission}\`${writing}.`,
    },
    own: {
      what: "the server wants to know who you are, and git has no valid credentials for it",
      advice: `Sign in (\`gh auth login\`, or a credential helper), and try \`${lookThere}\`.`,
    },
  }),
  forbidden: ({ purpose, permission, writing, missing }) => ({
    "no-token": { what: `without a token nobody may ${purpose} this repository`, advice: missing },
    token: {
      what: `the token may not ${purpose} this repository`,
      advice: `Give the job \`permissions: ${permission}\`${writing}. Runs for pull requests from forks and of Dependabot get a token that only reads, whatever the workflow says. An archived repository takes nothing.`,
    },
    own: {
      what: `you may not ${purpose} this repository`,
      advice: "Ask for access to it, or choose another `state-backend`.",
    },
  }),
  "not-found": ({ permission, writing, missing }) => {
    const what = "the server has no such repository, or does not show it to this user";
    return {
      "no-token": {
        what,
        advice: `Check the repository's name. The input \`token\` is empty: ${missing.charAt(0).toLowerCase()}${missing.slice(1)}`,
      },
      token: {
        what,
        advice: `Check the repository's name, and that the input \`token\` was made for it, with \`permissions: ${permission}\`${writing}.`,
      },
      own: { what, advice: "Check the address of the remote `origin`, and that you have access to it." },
    };
  },
};

/** The server was reached, and takes no such branch. */
function refusalExplanation(kind: "rule" | "too-large" | "default-branch", branch: string): Explanation {
  switch (kind) {
    case "rule":
      return {
        what: "a rule of the repository refuses it",
        advice: `Allow pushes to ${branch}: take the branch out of the rulesets and branch protections that apply to it (Settings → Rules), or let the one who pushes bypass them. The branch needs no review: it only holds state.`,
      };
    case "too-large":
      return {
        what: "it is larger than the server takes",
        advice: "Split the project into several contexts or projects, or capture less output in its tasks.",
      };
    case "default-branch":
      return {
        what: "it is the default branch of the repository, and state needs a branch for itself alone",
        advice: "Choose another one with `state-branch`.",
      };
  }
}

/** The server was not reached, or was not the right one. */
function networkExplanation(
  kind: "not-git" | "certificate" | "proxy" | "proxy-failed" | "unreachable" | "transient",
  shown: string,
): Explanation {
  switch (kind) {
    case "not-git":
      return {
        what: "what answered is no git server",
        advice: `Does a proxy or a sign-in page stand in between (\`https_proxy\`, \`no_proxy\`)? Is ${shown} the right address?`,
      };
    case "certificate":
      return {
        what: "its certificate can't be verified",
        advice:
          "Name the file of the certificates that this network uses in the variable `GIT_SSL_CAINFO`, and in `NODE_EXTRA_CA_CERTS` for what opus asks without git.",
      };
    case "proxy":
      return {
        what: "the proxy does not let this machine through",
        advice:
          "Check `https_proxy` and `no_proxy`, and the user and password in them; or have this server allowed at the proxy.",
      };
    case "proxy-failed":
      return {
        what: "the proxy did not get through to the server, several times in a row",
        advice:
          "Is the proxy that `https_proxy` names the right one, and does it reach the server? Else run again later.",
      };
    case "unreachable":
      return {
        what: "the server can't be reached",
        advice: "Check the network of this machine, the server's address, and `https_proxy` and `no_proxy`.",
      };
    case "transient":
      return {
        what: "the connection broke, or the server is overloaded, several times in a row",
        advice: "Run again later; is the server's status page quiet?",
      };
  }
}

function stopped(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
