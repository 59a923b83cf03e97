/**
 * Takes the operations that the tests' GitHub answers out of GitHub's own description of its API, with all that they
 * refer to. Run by hand, when an operation is added: the whole description unpacks to hundreds of megabytes.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./action-file.ts";

const source = "@octokit/openapi@23.0.2";
const operations = {
  "/user": ["get"],
  "/repos/{owner}/{repo}/issues": ["get", "post"],
  "/repos/{owner}/{repo}/issues/{issue_number}": ["get", "patch"],
  "/repos/{owner}/{repo}/issues/{issue_number}/comments": ["get", "post"],
  "/repos/{owner}/{repo}/issues/comments/{comment_id}": ["get", "patch", "delete"],
  "/repos/{owner}/{repo}/commits/{commit_sha}/pulls": ["get"],
  "/repos/{owner}/{repo}/pulls": ["get"],
  "/repos/{owner}/{repo}/pulls/{pull_number}": ["get"],
  "/repos/{owner}/{repo}/pulls/{pull_number}/files": ["get"],
  "/repos/{owner}/{repo}/check-runs": ["post"],
  "/repos/{owner}/{repo}/check-runs/{check_run_id}": ["patch"],
  "/repos/{owner}/{repo}/commits/{ref}/check-runs": ["get"],
  "/repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}": ["get"],
  "/repos/{owner}/{repo}/actions/caches": ["get"],
};
/** Sent with errors, whatever an operation lists. */
const alwaysNeeded = ["#/components/schemas/basic-error"];

interface Description {
  readonly paths: { readonly [path: string]: { readonly [method: string]: object } };
  readonly components: { readonly [section: string]: { readonly [name: string]: object } };
}

const folder = mkdtempSync(join(tmpdir(), "opus-openapi-"));
try {
  execFileSync("npm", ["install", "--no-save", "--ignore-scripts", "--prefix", folder, source], { stdio: "inherit" });
  const file = join(folder, "node_modules/@octokit/openapi/generated/api.github.com.json");
  const whole = JSON.parse(readFileSync(file, "utf8")) as Description;
  const extract = join(root, "__tests__/peers/github-openapi.generated.json");
  writeFileSync(extract, `${JSON.stringify({ source, ...extractOf(whole) })}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function extractOf({ paths, components }: Description): Description {
  const wanted: { [path: string]: { [method: string]: object } } = {};
  for (const [path, methods] of Object.entries(operations))
    for (const method of methods) {
      const operation = paths[path]?.[method];
      if (operation === undefined) throw new Error(`GitHub's description has no ${method} ${path} any more`);
      wanted[path] = { ...wanted[path], [method]: operation };
    }
  const found: { [section: string]: { [name: string]: object } } = {};
  const queue = [...alwaysNeeded, ...referred(wanted)];
  for (let reference = queue.pop(); reference !== undefined; reference = queue.pop()) {
    const [, , section = "", name = ""] = reference.split("/");
    const component = components[section]?.[name];
    if (component === undefined || found[section]?.[name] !== undefined) continue;
    found[section] = { ...found[section], [name]: component };
    queue.push(...referred(component));
  }
  return { paths: wanted, components: found };
}

function referred(value: object): string[] {
  return [...JSON.stringify(value).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference ?? "");
}
