/** What is there before the commands of a page run. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { root } from "./fences.ts";
import { SampleShell } from "./shell.ts";

const file = (name: string, content: string): string => `---
apiVersion: opus/v1
kind: File
metadata: { name: ${name} }
spec: { path: "out/\${OPUS:context}/${name}.txt", content: "${content}\\n" }
`;

const project = (name: string): string =>
  `apiVersion: opus/v1\nkind: Project\nmetadata: { name: ${name} }\nspec: { contexts: [{ input: true }] }\n`;

const values = `---
apiVersion: opus/v1
kind: Values
metadata: { name: shared }
spec: { values: { replicas: { type: integer, default: 1 } } }
`;
const replicas = "${VALUE:replicas} replicas";

/** The repository that the pages speak of, with a remote that has no state. */
export function shop(): SampleShell {
  const shell = new SampleShell();
  const tasks = file("web", replicas) + file("web-2", replicas) + file("old-label", "old");
  shell.terminal.write({
    "opus.yaml": project("storefront") + values + tasks,
    "services/shop/opus.yaml": project("shop") + file("shop", "one"),
    ".gitignore": ".opus\n.bin\n.calls\n.local\n.gitconfig\nout\nremote\n",
  });
  shell.prepare(`git init --quiet --initial-branch main
git init --quiet --bare --initial-branch main remote/storefront.git
git add . && git commit --quiet -m Begin
git remote add origin $PWD/remote/storefront.git
git push --quiet origin main
git config --global url.$PWD/remote/storefront.git.insteadOf https://github.com/OWNER/magnum-opus`);
  return shell;
}

const made = new Map<string, Promise<SampleShell>>();

/** A copy of the same, with a state in each context, of two runs in prod. */
export async function runningShop(backend: "branch" | "file"): Promise<SampleShell> {
  const first = made.get(backend) ?? runShop(backend);
  made.set(backend, first);
  const shell = new SampleShell((await first).terminal.folder);
  shell.prepare(`git remote set-url origin $PWD/remote/storefront.git
rm .gitconfig
git config --global url.$PWD/remote/storefront.git.insteadOf https://github.com/OWNER/magnum-opus`);
  return shell;
}

async function runShop(backend: "branch" | "file"): Promise<SampleShell> {
  const shell = shop();
  const apply = (context: string) => shell.mustRun(`opus apply --context ${context} --state-backend ${backend}`);
  for (const context of ["prod", "test", "pr-123"]) await apply(context);
  shell.prepare("sed -i 's/default: 1/default: 2/' opus.yaml && git commit --quiet -am Two");
  await apply("prod");
  return shell;
}

/** Removes what the copies were made of. */
export async function removeShops(): Promise<void> {
  for (const shell of made.values()) (await shell)[Symbol.dispose]();
}

/** A copy of an example, at its place in the repository. */
export function example(name: string): SampleShell {
  const shell = new SampleShell();
  const filter = (path: string): boolean => !/\/(out|\.opus|record\.txt)(\/|$)/.test(path);
  cpSync(join(root, "examples", name), join(shell.terminal.folder, "examples", name), { recursive: true, filter });
  return shell;
}

/** What a sample finds besides, by its page and its first words: what is broken, or was done by hand. */
export const before: readonly { readonly page: string; readonly begins: string; readonly run: readonly string[] }[] = [
  { page: "docs/drift.md", begins: "opus drift", run: ["echo by hand > out/prod/old-label.txt"] },
  {
    page: "docs/state-repair.md",
    begins: 'export OPUS_ENCRYPTION_KEY="$(cat key.txt)"',
    run: [
      "opus state keygen > key.txt",
      'export OPUS_ENCRYPTION_KEY="$(cat key.txt)"',
      "opus apply --context prod --state-backend branch --initialize",
      "export OPUS_ENCRYPTION_KEY=",
    ],
  },
  {
    page: "docs/state-repair.md",
    begins: 'export OPUS_ENCRYPTION_KEY="$(cat new-key.txt',
    run: ["mv key.txt old-key.txt", "opus state keygen > new-key.txt"],
  },
  {
    page: "docs/state-repair.md",
    begins: "rm .opus",
    run: ["echo broken > .opus/state/storefront/prod/journal.ndjson"],
  },
  {
    page: "docs/state-repair.md",
    begins: "mv .opus",
    run: ["echo broken > .opus/state/storefront/prod/journal.ndjson"],
  },
];
