import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const dist = join(root, "dist");

/** Files of dist/ with the HTTP client in them. */
function clientFiles(): string[] {
  return readdirSync(dist).filter(
    (name) => name.endsWith(".js") && readFileSync(join(dist, name), "utf8").includes("class EnvHttpProxyAgent"),
  );
}

describe("the HTTP client", () => {
  const folder = mkdtempSync(join(tmpdir(), "opus-bundle-"));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is in a file of its own, which no plan loads", () => {
    const files = clientFiles();
    expect(files).toHaveLength(1);
    expect(files).not.toContain("index.js");
    cpSync(dist, join(folder, "dist"), {
      recursive: true,
      filter: (path) => !files.some((name) => path.endsWith(name)),
    });
    cpSync(join(root, "examples/hello-world/opus.yaml"), join(folder, "opus.yaml"));
    const plan = spawnSync(process.execPath, ["dist/index.js", "plan", "--context", "main"], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder },
      encoding: "utf8",
    });
    expect(plan.stderr).toBe("");
    expect(plan.stdout).toContain("Plan: 1 to create.");
    expect(plan.status).toBe(0);
  });

  it("is listed with its licence, next to what every run loads", () => {
    const licences = readFileSync(join(dist, "licenses.txt"), "utf8");
    const names = [
      "@octokit/endpoint",
      "@octokit/request",
      "@octokit/request-error",
      "undici",
      "yaml",
      "@actions/core",
    ];
    for (const name of names) expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+\\n(MIT|ISC)\\n`, "m"));
  });
});
