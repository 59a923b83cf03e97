/** What an environment is, and what it takes to make it. */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync } from "node:fs";
import { join } from "node:path";

const bundle = join(import.meta.dirname, "../../dist/index.js");

/** What is run in each environment. */
export const scenarios = ["hello", "branch", "drift", "preview"] as const;
export type Scenario = (typeof scenarios)[number];

/** Servers that are there. */
export interface Network {
  /** Ports of proxies: one that forbids everything, one that reaches nobody, and one that opens a way to who knows its password. */
  readonly forbids: number;
  readonly fails: number;
  readonly tunnels: number;
  readonly password: string;
  /** The same git server, with a certificate that only this file vouches for. */
  readonly encrypted: { readonly url: string; readonly certificate: string };
}

/** Where a run happens, as a row makes it ready. */
export interface Place {
  /** A folder that is there for this run alone; all of the others lie in it. */
  readonly directory: string;
  readonly workspace: string;
  /** `RUNNER_TEMP`. */
  readonly temporary: string;
  /** May be changed. */
  readonly env: { [name: string]: string | undefined };
  readonly network: Network;
}

/** How a run ends that does not work. */
export interface Refused {
  /** For the docs: half a sentence. */
  readonly why: string;
  /** What people read. */
  readonly said: RegExp;
}

/** What it takes to make an environment. A row is skipped, by its name, where one of them is missing. */
type Need = "root" | "users" | "mount" | "faketime" | "busybox" | "setpriv" | "unshare" | "node20";

export interface Environment {
  readonly name: string;
  readonly needs?: readonly Need[];
  /** Makes it ready, and may change the variables. */
  arrange?(place: Place): void;
  /** Lines of a shell before the program, in the same process. */
  script?(place: Place): string;
  /** Words before all of it. */
  readonly within?: readonly string[];
  /** The program that runs the bundle. Default: the Node of the tests. */
  readonly node?: string;
  /** Those of which nothing is said work. */
  readonly ends?: { readonly [scenario in Scenario]?: Refused };
  /** Is tried in `npm test` too, and not at full length alone. */
  readonly short?: true;
}

/** Words before a command that some user is to run. */
export const user = (id: number): readonly string[] => [
  "setpriv",
  "--reuid",
  `${id}`,
  "--regid",
  `${id}`,
  "--clear-groups",
];

/** The Node 20 of this machine, if it has one. */
export function node20(): string | undefined {
  const found = spawnSync("sh", ["-c", "command -v -a node || which -a node"], { encoding: "utf8" }).stdout.split("\n");
  const paths = [...found, "/usr/bin/node", "/usr/local/bin/node", "/opt/node/bin/node"].filter(
    (path) => path !== "" && existsSync(path),
  );
  return paths.find((path) => spawnSync(path, ["--version"], { encoding: "utf8" }).stdout?.startsWith("v20."));
}

const tried = new Map<Need, boolean>();

/** What a machine lacks for an environment. */
export function lacking({ needs = [] }: Environment): Need | undefined {
  return needs.find((need) => {
    if (!tried.has(need)) tried.set(need, has(need));
    return !tried.get(need);
  });
}

function has(need: Need): boolean {
  const runs = (...[command = "", ...words]: string[]): boolean => spawnSync(command, words).status === 0;
  switch (need) {
    case "root":
      return process.getuid?.() === 0;
    case "mount":
      return runs("unshare", "--mount", "sh", "-c", "mount -t tmpfs none /mnt");
    case "unshare":
      return runs("unshare", "--net", "--pid", "--uts", "--fork", "true") && runs("unshare", "--user", "true");
    case "users":
      // They have to reach the program, too.
      return runs(...user(54321), process.execPath, bundle, "--version");
    case "setpriv":
      return runs("setpriv", "--no-new-privs", "true");
    case "faketime":
      return runs("faketime", "2030-01-01", "true");
    case "busybox":
      return runs("sh", "-c", "busybox true");
    case "node20":
      return node20() !== undefined;
  }
}

/** Lets a folder of the tests be entered by who runs in it. */
export function openUp(directory: string): void {
  chmodSync(directory, 0o755);
}
