// The commands of the pages about state, and those that uninstall opus, done as they stand there, on a broken state.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolders } from "../node/temporary.ts";

const root = join(import.meta.dirname, "../..");
const folder = temporaryFolders();

/** The `sh` fences below a heading of a page, until the next heading, also those in lists. */
function commandsOf(page: string, heading: string): string {
  const text = readFileSync(join(root, "docs", page), "utf8");
  const at = text.indexOf(`# ${heading}\n`);
  if (at === -1) throw new Error(`${page} has no heading "${heading}"`);
  const [section = ""] = text.slice(at + 2).split(/^##+ /m);
  const fences = [...section.matchAll(/^( *)```sh\n(.*?)^\1```/gms)].map(([, , commands = ""]) => commands);
  if (fences.length === 0) throw new Error(`no commands stand under "${heading}"`);
  return fences.join("");
}

interface Home {
  /** What a shell prints, in the checkout; its standard error as well. */
  sh(script: string): string;
}

const manifest = `apiVersion: opus/v1
kind: Project
metadata: { name: storefront }
spec: { contexts: [{ input: [prod] }] }
---
apiVersion: opus/v1
kind: File
metadata: { name: greeting }
spec: { path: hello.txt, content: one }
`;

/** A checkout with a remote, whose state was stored twice on the branch. */
function applied(): Home {
  const home = folder();
  const bin = join(home, "bin");
  const checkout = join(home, "storefront");
  for (const made of [bin, checkout]) mkdirSync(made);
  writeFileSync(join(bin, "opus"), `#!/bin/sh\nexec "${process.execPath}" "${join(root, "dist/index.js")}" "$@"\n`);
  chmodSync(join(bin, "opus"), 0o755);
  writeFileSync(join(checkout, "opus.yaml"), manifest);
  const env = {
    GIT_AUTHOR_NAME: "a",
    GIT_AUTHOR_EMAIL: "a@example.com",
    GIT_COMMITTER_NAME: "a",
    GIT_COMMITTER_EMAIL: "a@example.com",
    GIT_CONFIG_NOSYSTEM: "1",
    PATH: `${bin}:${process.env.PATH}`,
    HOME: home,
    NO_COLOR: "1",
  };
  const sh = (script: string): string =>
    execFileSync("bash", ["-c", `set -e\n${script}`], { cwd: checkout, env, encoding: "utf8", stdio: "pipe" });
  sh(`git init -q --bare ../origin.git
git init -q -b main .
git remote add origin ../origin.git
git add . && git commit -qm "One" && git push -q origin main
opus apply --context prod --state-backend branch
sed -i s/one/two/ opus.yaml
opus apply --context prod --state-backend branch`);
  return { sh };
}

const fetched = "git fetch -q origin opus-state";
const plan = "opus plan --context prod --state-backend branch 2>&1 || true";

/** Changes the state branch by hand. */
function byHand(home: Home, script: string): void {
  home.sh(`${fetched}
git worktree add -q --detach ../by-hand FETCH_HEAD
cd ../by-hand
${script}
git commit -qam "By hand" && git push -q origin HEAD:opus-state
cd - > ../last && git worktree remove ../by-hand`);
}

function lastGood(home: Home): string {
  return home.sh(`${fetched}; git log --format=%H --grep Opus-Run-Ended FETCH_HEAD | head -1`).trim();
}

it("a state is read, broken, lost, split and given up, and each time the page leads on", () => {
  const home = applied();
  const nothingToDo = "Plan: nothing to do, 1 unchanged.";
  const shown = home.sh(`export GIT_PAGER=cat\n${commandsOf("state-branch.md", "Its history")}`);
  expect(shown).toContain('"format": "opus-state"');
  expect(shown).toMatch(/^4 .*updated 1/m);

  byHand(home, "head -c 300 storefront/prod/state.json > x && mv x storefront/prod/state.json");
  expect(home.sh(plan)).toContain("can't be used: it is cut off");
  home.sh(commandsOf("state-repair.md", "Putting an earlier version back").replaceAll("COMMIT", lastGood(home)));
  expect(home.sh(plan)).toContain(nothingToDo);

  byHand(home, "git rm -q storefront/prod/state.json");
  expect(home.sh(plan)).toContain("is gone: it was there with serial");
  const gone = commandsOf("state-repair.md", "is gone: it was there with serial …");
  home.sh(gone.replaceAll("COMMIT", lastGood(home)));
  expect(home.sh(plan)).toContain(nothingToDo);

  const commit = home.sh(`${fetched}; git rev-parse FETCH_HEAD; git push -q origin :opus-state`).trim();
  expect(home.sh(plan.replace("plan", "apply"))).toContain(
    "and a run on this machine has stored storefront/prod there",
  );
  const back = "was deleted while this run went on · and a run on this machine has stored … there";
  home.sh(commandsOf("state-repair.md", back).replaceAll("COMMIT", commit));

  home.sh(commandsOf("state-branch.md", "A branch for each context"));
  expect(home.sh(plan.replace("--state-backend branch", "--state-branch 'state/${OPUS:context}'"))).toContain(
    nothingToDo,
  );
  home.sh(commandsOf("state-repair.md", "Beginning anew"));
  expect(home.sh(plan)).toContain("Plan: 1 to adopt.");

  home.sh("opus apply --context prod --state-backend branch");
  const uninstalled = home.sh(`${commandsOf("how-to.md", "Uninstall")}ls; git ls-remote origin 'opus*'`);
  expect(uninstalled).toContain("Recorded: prod");
  expect(uninstalled).toMatch(/delete succeeded.*\nopus\.yaml\nstate\.json\n$/);
});
