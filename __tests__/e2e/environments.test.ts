// The bundle in many environments: each run ends as its row says, and docs/runners.md with it.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, request } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { full } from "../faults/scale.ts";
import { GitServer } from "../peers/git-server.ts";
import { selfSigned } from "../peers/self-signed.ts";
import {
  type Environment,
  lacking,
  type Network,
  node20,
  openUp,
  type Place,
  type Scenario,
  scenarios,
} from "./environment.ts";
import { environments } from "./environments.ts";
import { type Event, pushToMain, Rig, type StepResult } from "./rig.ts";

const bundle = join(import.meta.dirname, "../../dist/index.js");
const manifest = (content: string): string => `apiVersion: opus/v1
kind: Project
metadata: {name: hello-world}
spec: {contexts: [{event: pull_request, context: main}, {branch: main, context: main}]}
---
apiVersion: opus/v1
kind: File
metadata: {name: greeting}
spec: {path: out/hello.txt, content: ${content}}
`;

/** A step of the bundle in an environment. */
class Elsewhere extends Rig {
  async run(
    environment: Environment,
    inputs: { readonly [name: string]: string },
    event: Event,
    network: Network,
  ): Promise<StepResult> {
    const { env, files, stateFile } = this.prepareStep(inputs, { event });
    const { directory, workspace, temporary } = this;
    openUp(directory);
    const place: Place = { directory, workspace, temporary, env: { ...env }, network };
    environment.arrange?.(place);
    const variables = Object.entries(place.env).filter((one): one is [string, string] => one[1] !== undefined);
    // A shell hands on no variable whose name has a hyphen, as those of inputs do.
    const hyphened = variables.filter(([name]) => name.includes("-")).map(([name, value]) => `${name}=${value}`);
    const node = environment.node === "node20" ? (node20() ?? "node") : process.execPath;
    const script = `${environment.script?.(place) ?? "true"}\nexec "$@"`;
    const words = [
      ...(environment.within ?? []),
      "/bin/sh",
      "-c",
      script,
      "sh",
      "/usr/bin/env",
      ...hyphened,
      node,
      bundle,
    ];
    const [command = "", ...args] = words.map((word, index) =>
      index === 0 && environment.within ? whole(word) : word,
    );
    const child = spawn(command, args, {
      cwd: workspace,
      env: Object.fromEntries(variables),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    const exitCode = await new Promise<number>((done, fail) => {
      child.on("error", fail);
      child.on("close", (code) => done(code ?? -1));
    });
    return { exitCode, log: Buffer.concat(chunks).toString("utf8"), ...files(), stateFile };
  }
}

/** The environment's PATH may be empty. */
function whole(command: string): string {
  return spawnSync("sh", ["-c", `command -v ${command}`], { encoding: "utf8" }).stdout.trim() || command;
}

let server: GitServer;
const password = "a-proxy-word-of-nobody";
const proxyServers = [
  ...[403, 502].map((status) => createServer((_, response) => response.writeHead(status).end())),
  createServer().on("connect", tunnel),
];
/** The git server, encrypted. */
const encrypted = createTlsServer(selfSigned, (incoming, response) => {
  const onward = request(
    `${server.url}${incoming.url}`,
    { method: incoming.method, headers: incoming.headers },
    (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on("error", () => response.destroy());
  incoming.pipe(onward);
});
function tunnel({ headers, url }: IncomingMessage, socket: Duplex): void {
  socket.on("error", () => {});
  if (headers["proxy-authorization"] !== `Basic ${Buffer.from(`me:${password}`).toString("base64")}`) {
    socket.end(
      'HTTP/1.1 407 Who?\r\nproxy-authenticate: Basic realm="p"\r\nconnection: close\r\ncontent-length: 0\r\n\r\n',
    );
    return;
  }
  const onward = connect(Number(url?.split(":")[1]), "127.0.0.1", () => {
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    socket.pipe(onward).pipe(socket);
  });
  onward.on("error", () => socket.destroy());
}

let network: Network;
/** State that an ordinary run has left: in files, and on a branch. */
let recorded: { readonly files: { readonly [path: string]: string }; readonly commit: string };

beforeAll(async () => {
  server = await GitServer.start();
  for (const one of [...proxyServers, encrypted]) await new Promise<void>((done) => one.listen(0, "127.0.0.1", done));
  const [forbids = 0, fails = 0, tunnels = 0, tls = 0] = [...proxyServers, encrypted].map(portOf);
  const certificate = join(folder, "certificate.pem");
  writeFileSync(certificate, selfSigned.cert);
  network = { forbids, fails, tunnels, password, encrypted: { url: `https://localhost:${tls}`, certificate } };
  using rig = new Rig({ "opus.yaml": manifest("hello") });
  await rig.step({ command: "apply" });
  const state = ".opus/state/hello-world/main/state.json";
  const files = { [state]: rig.read(state) };
  rig.remove("out");
  rig.remote = server;
  await rig.step({ command: "apply" });
  recorded = { files, commit: server.git(["rev-parse", "refs/heads/opus-state"]).trim() };
});
afterAll(async () => {
  for (const one of [...proxyServers, encrypted]) {
    one.closeAllConnections();
    one.close();
  }
  await server.close();
  rmSync(folder, { recursive: true });
});

const repository = { id: 1, default_branch: "main" };
const pullRequest: Event = {
  name: "pull_request",
  ref: "refs/pull/7/merge",
  payload: {
    number: 7,
    repository,
    pull_request: {
      number: 7,
      head: { repo: { id: 1 }, ref: "topic", sha: "0".repeat(40) },
      base: { repo: repository, ref: "main" },
    },
  },
};

const folder = mkdtempSync(join(tmpdir(), "opus-environments-"));

function portOf(one: Server): number {
  return (one.address() as AddressInfo).port;
}

let branches = 0;

/** Runs one scenario, and tells besides what it left. */
async function tried(environment: Environment, scenario: Scenario) {
  const content = scenario === "preview" ? "other" : "hello";
  using rig = new Elsewhere({ "opus.yaml": manifest(content) });
  const branch = `state-${++branches}`;
  if (scenario === "branch" || scenario === "preview") rig.remote = server;
  if (scenario === "preview") server.git(["update-ref", `refs/heads/${branch}`, recorded.commit]);
  if (scenario === "drift") for (const [path, text] of Object.entries(recorded.files)) rig.write(path, text);
  if (scenario === "drift") rig.write("out/hello.txt", "by hand");
  if (scenario === "preview") rig.write("out/hello.txt", "hello");
  const state: { [name: string]: string } = rig.remote ? { "state-branch": branch } : {};
  const command = { hello: "apply", branch: "apply", drift: "drift", preview: "plan" }[scenario];
  const event = scenario === "preview" ? pullRequest : pushToMain;
  const step = await rig.run(environment, { command, ...state }, event, network);
  const pushed = rig.remote
    ? server.git(["for-each-ref", "--format=%(objectname)", `refs/heads/${branch}`]).trim()
    : "";
  const stored = rig.remote ? pushed !== "" : rig.exists(".opus/state/hello-world/main/state.json");
  return { step, file: rig.exists("out/hello.txt") ? rig.read("out/hello.txt") : undefined, stored };
}

const effects: { readonly [scenario in Scenario]: object } = {
  hello: { file: "hello", stored: true, outputs: { "to-create": "1", "failure-reason": "" } },
  branch: { file: "hello", stored: true, outputs: { "to-create": "1", "failure-reason": "" } },
  drift: { file: "by hand", stored: true, outputs: { drift: "true", "failure-reason": "" } },
  preview: { file: "hello", stored: true, outputs: { "to-update": "1", "failure-reason": "" } },
};

describe.each(environments.filter(({ short }) => full || short))("$name", (environment) => {
  const missing = lacking(environment);
  if (missing !== undefined) process.stdout.write(`SKIPPED: the environment "${environment.name}" needs ${missing}\n`);
  it.skipIf(missing !== undefined).each(scenarios)("%s", async (scenario) => {
    const { step, file, stored } = await tried(environment, scenario);
    const refused = environment.ends?.[scenario];
    expect(step.log).not.toMatch(/internal error|please report/);
    if (refused === undefined) {
      expect({ exitCode: step.exitCode, outputs: step.outputs, file, stored }, step.log).toMatchObject({
        exitCode: 0,
        ...effects[scenario],
      });
      return;
    }
    expect(step.log).toMatch(refused.said);
    expect(step.exitCode).not.toBe(0);
    // What is there already stays as it was, and nothing else comes into being.
    const before = { hello: undefined, branch: undefined, drift: "by hand", preview: "hello" }[scenario];
    expect(file).toBe(before);
  });
});
