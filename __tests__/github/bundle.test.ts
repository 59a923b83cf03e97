import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const dist = join(root, "dist");

/** Files of dist/ with that text in them. */
function filesWith(text: string): string[] {
  return readdirSync(dist).filter(
    (name) => name.endsWith(".js") && readFileSync(join(dist, name), "utf8").includes(text),
  );
}

const httpClient = "class EnvHttpProxyAgent";
/** Of `@actions/cache`. */
const cacheClient = "class CacheServiceClientJSON";

describe("the folder of the program", () => {
  it("is where the docs are looked for, and no file that the bundler made of its path", async () => {
    const program = spawn(process.execPath, [join(dist, "index.js"), "docs"], { stdio: ["ignore", "pipe", "inherit"] });
    try {
      const [printed] = await once(program.stdout, "data");
      const [url = ""] = /http:\/\/\S+/.exec(String(printed)) ?? [];
      expect(await (await fetch(url)).text()).toContain("<title>Magnum Opus");
    } finally {
      program.kill();
      await once(program, "exit");
    }
  });

  it("holds the parts of the bundle alone", () => {
    const scripts = readdirSync(dist).filter((name) => /\.[cm]?js$/.test(name) && !/^\d+\.index\.js$/.test(name));
    expect(scripts.sort()).toEqual(["index.js", "post.js", "yaml.cjs"]);
  });
});

describe("what is large and hardly ever wanted", () => {
  const folder = mkdtempSync(join(tmpdir(), "opus-bundle-"));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is in files of its own: GitHub's API in one, the cache's client in another", () => {
    expect(filesWith(cacheClient)).toHaveLength(1);
    expect(filesWith(httpClient)).toHaveLength(2);
    expect(filesWith(httpClient)).toEqual(expect.arrayContaining(filesWith(cacheClient)));
    expect([...filesWith(httpClient), ...filesWith("azure:")]).not.toContain("index.js");
  });

  it("is loaded by no plan", () => {
    const files = filesWith(httpClient);
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
      "@actions/cache",
      "@actions/exec",
      "@actions/glob",
      "@actions/http-client",
      "@actions/io",
      "@azure/core-rest-pipeline",
      "@azure/storage-blob",
      "@azure/storage-common",
      "fast-xml-parser",
      "semver",
      "tunnel",
    ];
    for (const name of names) expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+\\n(MIT|ISC)\\n`, "m"));
    expect(licences).toMatch(/^@protobuf-ts\/runtime \d+\.\d+\.\d+\n\(?Apache-2\.0/m);
  });
});
