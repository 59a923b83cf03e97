/** The environments that runs are tried in, and how each run ends there. docs/runners.md has the same as a table. */
import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Environment, type Place, type Refused, scenarios, user } from "./environment.ts";

const mounts = ["unshare", "--mount"];
const give = (path: string, id: number): unknown => spawnSync("chown", ["-R", `${id}:${id}`, path]);
const program = (place: Place, name: string, text: string): void => {
  const folder = join(place.directory, "bin");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text, { mode: 0o755 });
};
const everywhere = (refused: Refused): NonNullable<Environment["ends"]> =>
  Object.fromEntries(scenarios.map((scenario) => [scenario, refused]));
const onBranch = (refused: Refused): NonNullable<Environment["ends"]> => ({ branch: refused, preview: refused });

const users: readonly Environment[] = [
  { name: "nothing unusual" },
  {
    name: "the workspace belongs to another user",
    needs: ["root"],
    arrange: ({ workspace }) => give(workspace, 12345),
  },
  {
    name: "a user without a name, who owns the runner's folders",
    needs: ["root", "users"],
    arrange: ({ directory }) => give(directory, 54321),
    within: user(54321),
    short: true,
  },
  {
    name: "a user who may not write the workspace",
    needs: ["root", "users"],
    arrange: ({ directory, workspace }) => {
      give(directory, 54321);
      give(workspace, 0);
    },
    within: user(54321),
    ends: {
      hello: { why: "state can't be written", said: /permission denied/ },
      branch: { why: "the task fails", said: /permission denied/ },
    },
  },
  {
    name: "a user who may not write the runner's files",
    needs: ["root", "users"],
    arrange: ({ workspace, temporary }) => {
      for (const path of [workspace, temporary]) give(path, 54321);
    },
    within: user(54321),
    ends: everywhere({
      why: "outputs can't be set",
      said: /runner's file for outputs of this step .* can't be written/,
    }),
  },
  {
    name: "no capabilities",
    needs: ["root", "users"],
    within: ["setpriv", "--bounding-set", "-all", "--inh-caps", "-all"],
  },
  { name: "no new privileges", needs: ["setpriv"], within: ["setpriv", "--no-new-privs"] },
  {
    name: "no variable HOME",
    arrange: ({ env }) => {
      env.HOME = undefined;
    },
  },
  {
    name: "a HOME that is not there",
    arrange: ({ env }) => {
      env.HOME = "/nowhere/at/all";
    },
  },
];

const disks: readonly Environment[] = [
  {
    name: "a read-only workspace",
    needs: ["root", "mount"],
    within: mounts,
    script: ({ workspace }) =>
      `mount --bind "${workspace}" "${workspace}" && mount -o remount,bind,ro "${workspace}" && cd "${workspace}"`,
    ends: {
      hello: { why: "state can't be written", said: /the file system is read-only \(EROFS\)/ },
      branch: { why: "the task fails", said: /the file system is read-only \(EROFS\)/ },
    },
    short: true,
  },
  {
    name: "a read-only RUNNER_TEMP",
    needs: ["root", "mount"],
    within: mounts,
    script: ({ temporary }) => `mount -t tmpfs -o ro none "${temporary}"`,
    ends: onBranch({
      why: "git has no place to work",
      said: /Could not make a temporary folder in .*EROFS.* Name a folder that this user can write in the variable `RUNNER_TEMP`/,
    }),
    short: true,
  },
  {
    name: "RUNNER_TEMP in memory, where no program may run",
    needs: ["root", "mount"],
    within: mounts,
    script: ({ temporary }) => `mount -t tmpfs -o noexec,nosuid,nodev none "${temporary}"`,
  },
  {
    name: "a full RUNNER_TEMP",
    needs: ["root", "mount"],
    within: mounts,
    script: ({ temporary }) =>
      `mount -t tmpfs -o size=4k none "${temporary}" && head -c 4096 /dev/zero > "${temporary}/full"`,
    ends: onBranch({ why: "git has no room", said: /No space left on device|no space left/i }),
  },
  {
    name: "a read-only /tmp",
    needs: ["root", "mount"],
    within: mounts,
    script: ({ directory, workspace }) =>
      `mount --bind "${directory}" "${directory}" && mount --rbind /tmp /tmp && mount -o remount,bind,ro /tmp && cd "${workspace}"`,
  },
  {
    name: "no /proc",
    needs: ["root", "mount"],
    within: mounts,
    script: () => "mount -t tmpfs none /proc",
  },
  {
    name: "the folder that it was started in is gone",
    script: ({ temporary }) => `mkdir "${temporary}/gone" && cd "${temporary}/gone" && rmdir "${temporary}/gone"`,
  },
  {
    name: "the workspace behind a link",
    arrange: (place) => {
      symlinkSync(place.workspace, join(place.directory, "linked"));
      place.env.GITHUB_WORKSPACE = join(place.directory, "linked");
    },
  },
  {
    name: "files of at most 0 bytes",
    script: () => "ulimit -f 0",
    ends: everywhere({ why: "nothing can be written", said: /there is no room to write \(EFBIG: file too large/ }),
  },
];

const namespaces: readonly Environment[] = [
  {
    name: "no network",
    needs: ["root", "unshare"],
    within: ["unshare", "--net"],
    ends: onBranch({
      why: "the server can't be reached",
      said: /can't be read: the server can't be reached\. .*Check the network of this machine/,
    }),
  },
  {
    name: "a pid namespace of its own",
    needs: ["root", "unshare"],
    within: ["unshare", "--pid", "--fork", "--mount-proc"],
  },
  { name: "a user namespace of its own", needs: ["root", "unshare"], within: ["unshare", "--user", "--map-root-user"] },
  {
    name: "a machine without a name",
    needs: ["root", "unshare"],
    within: ["unshare", "--uts"],
    script: () => "hostname ''  2>/dev/null || true",
  },
];

const tools: readonly Environment[] = [
  {
    name: "busybox in place of the usual programs",
    needs: ["busybox"],
    arrange: (place) => {
      const folder = join(place.directory, "bin");
      mkdirSync(folder);
      spawnSync("sh", ["-c", `busybox --install -s "${folder}"`]);
      symlinkSync(spawnSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).stdout.trim(), join(folder, "git"));
      place.env.PATH = folder;
    },
  },
  {
    name: "no git",
    arrange: ({ directory, env }) => {
      env.PATH = join(directory, "none");
    },
    ends: onBranch({
      why: "git was not found",
      said: /git was not found\. Install git 2\.31 or newer, and put it on the PATH\./,
    }),
    short: true,
  },
  {
    name: "a git that can't be started",
    arrange: (place) => {
      program(place, "git", "#!/bin/sh\nexec /nowhere/git\n");
      place.env.PATH = `${place.directory}/bin:${place.env.PATH}`;
    },
    ends: onBranch({
      why: "it is named",
      said: /The `git` on the PATH does not work: `git version` failed \(exit code 127/,
    }),
  },
  {
    name: "a git that is too old",
    arrange: (place) => {
      program(place, "git", "#!/bin/sh\necho git version 2.20.1\n");
      place.env.PATH = `${place.directory}/bin:${place.env.PATH}`;
    },
    ends: onBranch({ why: "its version is named", said: /This is git version 2\.20\.1\. Install git 2\.31 or newer/ }),
  },
];

const locales: readonly Environment[] = ["tr_TR.UTF-8", "C", "ar_EG.UTF-8", "no-such-locale", ""].map((locale) => ({
  name: locale === "" ? "no locale" : `the locale \`${locale}\``,
  arrange: ({ env }: Place) => {
    Object.assign(env, { LANG: locale, LC_ALL: locale, LANGUAGE: locale.slice(0, 2) });
  },
}));

const clocks: readonly Environment[] = [
  { name: "a clock in 1971", needs: ["faketime"], within: ["faketime", "1971-01-01 00:00:00"] },
  { name: "a clock in 2060", needs: ["faketime"], within: ["faketime", "2060-02-29 12:00:00"] },
  { name: "a clock at a tenth of its speed", needs: ["faketime"], within: ["faketime", "-f", "+0 x0.1"] },
  ...["Pacific/Kiritimati", "America/St_Johns", "no/where"].map((zone) => ({
    name: `the time zone \`${zone}\``,
    arrange: ({ env }: Place) => {
      env.TZ = zone;
    },
  })),
];

const limits: readonly Environment[] = [
  { name: "64 open files", script: () => "ulimit -n 64" },
  { name: "a stack of 512 KiB", script: () => "ulimit -s 512" },
  { name: "files that nobody else may read (umask 077)", script: () => "umask 077" },
  { name: "files that everybody may write (umask 000)", script: () => "umask 000" },
  { name: "the lowest priority", within: ["nice", "-n", "19"] },
  { name: "no standard input and output", script: () => "exec <&- >&- 2>&-" },
  {
    name: "standard output on a full disk",
    script: () => "exec > /dev/full",
  },
];

const gits: readonly Environment[] = [
  {
    name: "a `.gitconfig` that can't be read",
    arrange: ({ directory }) => writeFileSync(join(directory, ".gitconfig"), "[user\nx"),
  },
  {
    name: "a `.gitconfig` with another address, a proxy, hooks and a monitor",
    arrange: ({ directory }) =>
      writeFileSync(
        join(directory, ".gitconfig"),
        '[url "http://127.0.0.1:1/"]\n\tinsteadOf = http://\n[http]\n\tproxy = http://127.0.0.1:1\n[core]\n\thooksPath = /nowhere\n\tfsmonitor = false\n\tautocrlf = true\n[init]\n\ttemplateDir = /nowhere\n[push]\n\tgpgSign = true\n[commit]\n\tgpgSign = true\n[protocol]\n\tallow = never\n',
      ),
    short: true,
  },
  {
    name: "variables of another repository (`GIT_DIR` and others)",
    arrange: ({ env }) => {
      Object.assign(env, {
        GIT_DIR: "/nowhere",
        GIT_WORK_TREE: "/nowhere",
        GIT_INDEX_FILE: "/nowhere",
        GIT_CEILING_DIRECTORIES: "/",
      });
    },
  },
  {
    name: "settings of git's in variables (`GIT_CONFIG_COUNT`)",
    arrange: ({ env }) => {
      Object.assign(env, { GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "protocol.allow", GIT_CONFIG_VALUE_0: "never" });
    },
  },
  {
    name: "a git that traces all it does (`GIT_TRACE`)",
    arrange: ({ env }) => {
      Object.assign(env, { GIT_TRACE: "1", GIT_CURL_VERBOSE: "1", GIT_TRACE_PACKET: "1" });
    },
  },
  {
    name: "a checkout whose settings can't be read",
    arrange: ({ workspace }) => {
      spawnSync("git", ["init", "-q", workspace]);
      writeFileSync(join(workspace, ".git/config"), "[user\nx");
    },
  },
];

const networks: readonly Environment[] = [
  {
    name: "a CONNECT proxy with a password, and a certificate that `GIT_SSL_CAINFO` names",
    arrange: ({ env, network: { encrypted, password, tunnels } }) => {
      if (env.GITHUB_SERVER_URL?.startsWith("http://"))
        Object.assign(env, {
          GITHUB_SERVER_URL: encrypted.url,
          GIT_SSL_CAINFO: encrypted.certificate,
          https_proxy: `http://me:${password}@127.0.0.1:${tunnels}`,
        });
    },
    short: true,
  },
  {
    name: "a CONNECT proxy that wants another password",
    arrange: ({ env, network: { encrypted, tunnels } }) => {
      if (env.GITHUB_SERVER_URL?.startsWith("http://"))
        Object.assign(env, { GITHUB_SERVER_URL: encrypted.url, https_proxy: `http://127.0.0.1:${tunnels}` });
    },
    ends: onBranch({
      why: "the proxy is named",
      said: /can't be read: the proxy does not let this machine through\. .*407.* Check `https_proxy` and `no_proxy`, and the user and password in them/,
    }),
  },
  {
    name: "a certificate that no variable names",
    arrange: ({ env, network: { encrypted } }) => {
      if (env.GITHUB_SERVER_URL?.startsWith("http://")) env.GITHUB_SERVER_URL = encrypted.url;
    },
    ends: onBranch({
      why: "both variables are named",
      said: /its certificate can't be verified\. .*`GIT_SSL_CAINFO`, and in `NODE_EXTRA_CA_CERTS`/,
    }),
  },
  {
    name: "a proxy that forbids the server",
    arrange: ({ env, network }) => {
      env.http_proxy = `http://127.0.0.1:${network.forbids}`;
    },
    ends: onBranch({ why: "the proxy is named", said: /or the proxy that `http_proxy` names forbids it\./ }),
  },
  {
    name: "a proxy that reaches nobody",
    arrange: ({ env, network }) => {
      env.http_proxy = `http://127.0.0.1:${network.fails}`;
    },
    ends: onBranch({ why: "after four tries", said: /several times in a row\. Its answer: .*502/ }),
  },
  {
    name: "a proxy that is not for this server (`no_proxy`)",
    arrange: ({ env, network }) => {
      Object.assign(env, { http_proxy: `http://127.0.0.1:${network.forbids}`, no_proxy: "127.0.0.1" });
    },
  },
];

const nodes: readonly Environment[] = [
  {
    name: "Node's `--frozen-intrinsics`",
    arrange: ({ env }) => {
      env.NODE_OPTIONS = "--frozen-intrinsics";
    },
  },
  {
    name: "Node's `--permission`",
    arrange: ({ env }) => {
      env.NODE_OPTIONS = "--permission --allow-fs-read=*";
    },
    ends: everywhere({ why: "it is named", said: /Node's `--permission` does not allow it/ }),
  },
  {
    name: "64 MiB of memory for Node",
    arrange: ({ env }) => {
      env.NODE_OPTIONS = "--max-old-space-size=64";
    },
  },
  { name: "Node 20", needs: ["node20"], node: "node20" },
];

/** All of them, in the order of the table. */
export const environments: readonly Environment[] = [
  ...users,
  ...disks,
  ...namespaces,
  ...tools,
  ...locales,
  ...clocks,
  ...limits,
  ...gits,
  ...networks,
  ...nodes,
];
