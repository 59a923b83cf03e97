/** What the program makes, to hold samples of outputs against: by the names that comments on the pages use. */
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { QuickRig } from "../e2e/quick-rig.ts";
import { root } from "./fences.ts";
import { runningShop } from "./scenes.ts";
import { SampleShell } from "./shell.ts";

export interface Made {
  /** Text, or JSON. */
  readonly text?: string;
  /** Files with their paths. */
  readonly files?: readonly string[];
}

/** By name; a page says `made by NAME`, `part of NAME` or `tree of NAME`. */
export const makers: { readonly [name: string]: () => Promise<Made> } = {
  report: () =>
    inShop("file", (shell) => printed(shell, "opus apply --context prod --values replicas=3 --report-path - --quiet")),
  state: () => inShop("file", (shell) => ({ text: shell.terminal.read(".opus/state/storefront/prod/state.json") })),
  "state-list": () => inShop("file", (shell) => printed(shell, "opus state list --context prod --json")),
  projects: () => inShop("file", (shell) => printed(shell, "opus projects --context test --json")),
  status: () => inShop("file", async (shell) => ({ text: (await site(shell)).read("storefront/prod/status.json") })),
  badge: () =>
    inShop("file", async (shell) => {
      const path = (await site(shell)).files.find((one) => one.includes("/prod/") && one.endsWith(".svg"));
      return { text: `![prod](https://octo.github.io/shop/${path})\n` };
    }),
  "site-folder": () => inShop("file", async (shell) => ({ files: (await site(shell)).files })),
  "state-folder": () =>
    inShop("file", (shell) => ({
      files: filesBelow(join(shell.terminal.folder, ".opus/state")).map((path) => `place/${path}`),
    })),
  "state-branch": () =>
    inShop("branch", (shell) => ({
      files: shell.output("git fetch --quiet origin opus-state && git ls-tree -r --name-only FETCH_HEAD").split("\n"),
    })),
  "branch-log": () =>
    inShop("branch", (shell) => ({
      text: shell.output("git fetch --quiet origin opus-state && git log --first-parent --format=%s FETCH_HEAD"),
    })),
  repository: async () => ({ files: [...filesBelow(root, 3)] }),
  "plan-of-a-change": planOfAChange,
  "wrong-field": wrongField,
  webhook,
};

async function inShop(backend: "file" | "branch", make: (shell: SampleShell) => Made | Promise<Made>): Promise<Made> {
  using shell = await runningShop(backend);
  return await make(shell);
}

async function printed(shell: SampleShell, command: string): Promise<Made> {
  const ran = await shell.run(`${command} > printed`);
  return { text: shell.terminal.read("printed") || ran.screen };
}

async function site(shell: SampleShell): Promise<{ readonly files: readonly string[]; read(path: string): string }> {
  await shell.mustRun("opus drift --context prod --report-path drift.json");
  await shell.mustRun("opus site --out site --report drift.json");
  return {
    files: filesBelow(join(shell.terminal.folder, "site")),
    read: (path) => shell.terminal.read(join("site", path)),
  };
}

/** Paths below a folder; of what is deeper than `depth`, and of what is installed or built, the folders alone. */
function filesBelow(folder: string, depth = 9): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return [entry.name];
    if (depth === 0 || ["node_modules", "dist", ".git"].includes(entry.name)) return [`${entry.name}/`];
    return filesBelow(join(folder, entry.name), depth - 1).map((path) => join(entry.name, path));
  });
}

const project = (more = ""): string =>
  `apiVersion: opus/v1\nkind: Project\nmetadata: { name: storefront }\nspec: { contexts: [{ input: true }]${more} }\n`;

async function planOfAChange(): Promise<Made> {
  const api = (spec: string): string =>
    `${project()}---\napiVersion: opus/v1\nkind: Shell\nmetadata: { name: api }\nspec: ${spec}\n`;
  using shell = new SampleShell();
  shell.terminal.write({ "opus.yaml": api('{ create: "true", update: scale.sh, env: { REPLICAS: 1 } }') });
  await shell.mustRun("opus apply --context prod");
  shell.terminal.write({
    "opus.yaml": api('{ create: "true", update: scale.sh --now, env: { REPLICAS: 6 }, delete: stop.sh }'),
  });
  const { text = "" } = await printed(shell, "opus plan --context prod");
  return { text: text.slice(text.indexOf("~ api"), text.indexOf("\n\nPlan:") + 1) };
}

async function wrongField(): Promise<Made> {
  using shell = new SampleShell();
  const file =
    "apiVersion: opus/v1\nkind: File\nmetadata: { name: greeting }\n# …\n# …\nspec:\n  path: out/hello.txt\n";
  shell.terminal.write({ "opus.yaml": `${project()}---\n# …\n${file}  contnt: Hello\n` });
  const { screen } = await shell.run("opus validate --context prod");
  return { text: screen.slice(screen.indexOf("opus.yaml:"), screen.indexOf("\n\n", screen.indexOf("opus.yaml:")) + 1) };
}

/** Of an apply of which one task fails. */
async function webhook(): Promise<Made> {
  let text = "";
  const server = createServer((request, response) => {
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => response.end());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    using rig = new QuickRig();
    const hooks = `, http: { allow: ["${host}"] }, hooks: [{ use: webhook, with: { url: "http://${host}/hook", format: json } }]`;
    const task = (name: string, create: string): string =>
      `---\napiVersion: opus/v1\nkind: Shell\nmetadata: { name: ${name} }\nspec: { create: "${create}" }\n`;
    rig.write("opus.yaml", project(hooks) + task("one", "true") + task("two", "exit 3"));
    const { log } = await rig.step({ command: "apply", context: "prod" });
    return { text: text || log };
  } finally {
    server.close();
  }
}

/** Texts of the sources, where names of files are found that are there only for a while. */
export function sources(): string {
  const folder = join(root, "src");
  return filesBelow(folder)
    .filter((path) => path.endsWith(".ts"))
    .map((path) => readFileSync(join(folder, path), "utf8"))
    .join("\n");
}
