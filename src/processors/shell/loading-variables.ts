/** Exact names, in upper case. */
const names = new Set(
  [
    // Shells.
    "PATH PATHEXT SHELL COMSPEC BASH_ENV ENV SHELLOPTS BASHOPTS PROMPT_COMMAND IFS CDPATH FPATH ZDOTDIR PSMODULEPATH",
    "PS0 PS1 PS2 PS3 PS4",
    // Where configuration and temporary files lie.
    "HOME USERPROFILE APPDATA LOCALAPPDATA PROGRAMDATA TMPDIR TMP TEMP INPUTRC TERMINFO TERMINFO_DIRS TERMCAP",
    "NETRC WGETRC CURL_HOME DOCKER_CONFIG KUBECONFIG AWS_CONFIG_FILE AWS_SHARED_CREDENTIALS_FILE TF_CLI_CONFIG_FILE",
    "OPENSSL_CONF OPENSSL_ENGINES OPENSSL_MODULES",
    // Programs that others start.
    "EDITOR VISUAL PAGER BROWSER LESSOPEN LESSCLOSE RSYNC_RSH CVS_RSH CC CXX TAR_OPTIONS",
    // Options and code of interpreters and build tools.
    "NODE_OPTIONS NODE_PATH NODE_REPL_EXTERNAL_MODULE PERLLIB CLASSPATH JAVA_HOME JAVA_OPTS JAVA_TOOL_OPTIONS",
    "_JAVA_OPTIONS JDK_JAVA_OPTIONS MAKEFLAGS GNUMAKEFLAGS MFLAGS MAKEFILES GOFLAGS GOENV GOPATH GOROOT GOPROXY",
    "RUSTFLAGS RUSTC RUSTC_WRAPPER PHPRC PHP_INI_SCAN_DIR DOTNET_STARTUP_HOOKS GCONV_PATH CLOUDSDK_PYTHON",
    "CLOUDSDK_CONFIG",
  ].flatMap((line) => line.split(" ")),
);

const beginnings =
  /^(?:LD_|DYLD_|BASH_FUNC_|XDG_|GIT_|SSH_|PYTHON|PIP_|UV_|PERL5|RUBY|GEM_|BUNDLE_|NPM_CONFIG_|YARN_|MAVEN_|GRADLE_|CARGO_|LUA_|HELM_|ANSIBLE_|TF_CLI_ARGS|CORECLR_|COR_)/;
const ends = /_(?:COMMAND|ASKPASS|EDITOR|PAGER)$/;

/**
 * True for variables by which a shell or a well-known program finds code, options or programs to run: their values are
 * no data. Others may exist; nobody has a list of all. Case does not count, as on Windows.
 */
export function isLoadingVariable(name: string): boolean {
  const upper = name.toUpperCase();
  return names.has(upper) || beginnings.test(upper) || ends.test(upper);
}
