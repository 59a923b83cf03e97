// Stands for actions/checkout: what a job asks of it, from the git server of the test.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? "";
const { GIT_SERVER, GITHUB_REPOSITORY, GITHUB_WORKSPACE, GITHUB_SHA, GITHUB_REF } = process.env;
const { ACTIONS } = process.env;
const repository = input("repository") || GITHUB_REPOSITORY;
if (input("persist-credentials") !== "false") throw new Error("a token would be left on the disk");

const folder = join(GITHUB_WORKSPACE, input("path"));
mkdirSync(folder, { recursive: true });
if (repository !== GITHUB_REPOSITORY) {
  cpSync(join(ACTIONS, repository), folder, { recursive: true, dereference: true });
  process.exit(0);
}
const url = `${GIT_SERVER}/${GITHUB_REPOSITORY}`;
const basic = Buffer.from(`x-access-token:${input("token")}`).toString("base64");
const git = (...args) => {
  const ran = spawnSync("git", ["-c", `http.extraheader=Authorization: Basic ${basic}`, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  if (ran.status !== 0) throw new Error(`git ${args[0]}: ${ran.stderr}`);
};
const ref = input("ref") === "" ? GITHUB_SHA : input("ref");
const depth = Number(input("fetch-depth") || "1");
git("init", "--quiet", "-b", "main");
git("remote", "add", "origin", url);
git("fetch", "--quiet", ...(depth === 0 ? [] : [`--depth=${depth}`]), "origin", ref);
git("-c", "advice.detachedHead=false", "checkout", "--quiet", "FETCH_HEAD");
console.log(`checked out ${ref} (${GITHUB_REF})`);
