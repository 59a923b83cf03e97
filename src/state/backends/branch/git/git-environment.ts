/** A setting of git's: its name, as `http.<url>.proxy`, and its value. */
export type GitSetting = readonly [name: string, value: string];

export interface GitEnvironmentOptions {
  /** What the program was started with. */
  readonly base: { readonly [name: string]: string | undefined };
  /** The private repository. */
  readonly directory: string;
  readonly token?: string | undefined;
  /**
   * Present: where there is no token, git reads the user's configuration, to sign in as he does, and these settings of
   * his checkout besides. Absent: it reads none.
   */
  readonly ownSettings?: readonly GitSetting[] | undefined;
  /** Address of the server that the token is for, as `https://github.com`. */
  readonly server: string;
}

/** Variables of git's that say how to reach a server, and nothing about a repository. */
const connection = /^GIT_(?:SSL_\w+|SSH|SSH_COMMAND|SSH_VARIANT|HTTP_PROXY_AUTHMETHOD|PROXY_SSL_\w+)$/;
/** What somebody at a terminal has set up to sign in with. */
const ownCredentials =
  /^(?:GIT_CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM)|GIT_ASKPASS|SSH_ASKPASS|SSH_ASKPASS_REQUIRE|GH_\w+|GITHUB_TOKEN)$/;
/** What concerns another repository, or is a secret of the step. */
const foreign =
  /^(?:GIT_|ACTIONS_|INPUT_|STATE_|SSH_ASKPASS|GH_|GITHUB_(?:TOKEN|ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)$|OPUS_)/i;

/**
 * The environment of git for a private repository: nothing of a surrounding repository, nothing secret but the token,
 * which goes through the environment so that it stands in no command line, no URL and no file.
 */
export function gitEnvironment(options: GitEnvironmentOptions): { [name: string]: string } {
  const { base, directory, token, server } = options;
  const own = token === undefined ? options.ownSettings : undefined;
  const environment: { [name: string]: string } = {};
  for (const [name, value] of Object.entries(base)) {
    if (value === undefined) continue;
    const kept = connection.test(name) || (own !== undefined && ownCredentials.test(name));
    if (kept || !foreign.test(name)) environment[name] = value;
  }
  // The last one of a name wins.
  const settings = [
    ...(own ?? []),
    ...fixedSettings,
    ...(token === undefined ? [] : tokenSettings(token, server)),
    ...(own === undefined ? nobodyElse : []),
  ];
  const noUserConfiguration = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  return {
    ...environment,
    // Messages are matched, so they must be English.
    LC_ALL: "C",
    LANGUAGE: "",
    GIT_DIR: directory,
    GIT_TERMINAL_PROMPT: "0",
    GCM_INTERACTIVE: "never",
    ...(own === undefined ? noUserConfiguration : {}),
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(settings.map(([name], index) => [`GIT_CONFIG_KEY_${index}`, name])),
    ...Object.fromEntries(settings.map(([, value], index) => [`GIT_CONFIG_VALUE_${index}`, value])),
  };
}

/** They win over every configuration file. */
const fixedSettings: readonly GitSetting[] = [
  ["core.hooksPath", "/dev/null"],
  ["core.fsmonitor", "false"],
  ["core.logAllRefUpdates", "false"],
  ["gc.auto", "0"],
  ["maintenance.auto", "false"],
  ["init.defaultBranch", "opus"],
  ["protocol.version", "2"],
  ["push.gpgSign", "false"],
  ["push.recurseSubmodules", "no"],
  ["push.followTags", "false"],
  ["push.pushOption", ""],
  ["push.useForceIfIncludes", "false"],
  ["fetch.writeCommitGraph", "false"],
  ["fetch.recurseSubmodules", "no"],
  ["fetch.prune", "false"],
  ["log.showSignature", "false"],
  ["i18n.commitEncoding", "UTF-8"],
  ["i18n.logOutputEncoding", "UTF-8"],
  // A server that stops talking.
  ["http.lowSpeedLimit", "1"],
  ["http.lowSpeedTime", "30"],
];

/** An empty one forgets those before it: nobody else is asked when the token is refused. */
const nobodyElse: readonly GitSetting[] = [
  ["credential.helper", ""],
  ["core.askPass", ""],
];

function tokenSettings(token: string, server: string): readonly GitSetting[] {
  return [[`http.${server}/.extraheader`, `AUTHORIZATION: basic ${basicCredentials(token)}`]];
}

function basicCredentials(token: string): string {
  return Buffer.from(`x-access-token:${token}`).toString("base64");
}

/** Takes what stands in headers of the user's settings out of what a server or a proxy may have sent back. */
export function withoutHeaders(text: string, settings: readonly GitSetting[]): string {
  const headers = settings.filter(([name]) => /^http\.(?:.*\.)?extraheader$/i.test(name)).map(([, value]) => value);
  const secrets = headers.flatMap((value) => [value.replace(/^[^:]*:\s*/, ""), value.split(/\s+/).at(-1) ?? ""]);
  return secrets
    .filter((secret) => secret.length >= 4)
    .reduce((clean, secret) => clean.replaceAll(secret, "***"), text);
}

/** Takes a token out of what a server or a proxy may have sent back. */
export function withoutToken(text: string, token: string): string {
  return text.replaceAll(token, "***").replaceAll(basicCredentials(token), "***");
}
