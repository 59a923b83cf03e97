/**
 * Runs the bundle against a small API, and keeps what the plan of some HttpResources looks like in a terminal in
 * docs/pictures/http-plan.svg. Run by hand, when the log has changed.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./action-file.ts";
import { terminalSvg } from "./pictures/terminal-svg.ts";
import { thingsServer } from "./pictures/things-server.ts";

const folder = mkdtempSync(join(tmpdir(), "opus-picture-"));
const server = await thingsServer();
try {
  writeFileSync(join(folder, "opus.yaml"), manifest("before"));
  await opus("apply");
  server.change("team", { color: "pink", owner: "somebody" });
  writeFileSync(join(folder, "opus.yaml"), manifest("after"));
  const plan = await opus("plan");
  const path = join(root, "docs/pictures/http-plan.svg");
  // What differs from run to run.
  const shown = plan
    .replaceAll(`http://${server.host}`, "https://api.example")
    .replaceAll(folder, "~/shop")
    .replaceAll(/ · [\d.]+m?s/g, "");
  writeFileSync(path, terminalSvg(shown, "A plan of some HttpResources"));
  console.log(path);
} finally {
  server.close();
  rmSync(folder, { recursive: true, force: true });
}

/** What the program prints. */
async function opus(command: string): Promise<string> {
  const child = spawn(process.execPath, [join(root, "dist/index.js"), command, "--context", "prod", "--color"], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, TOKEN: "a-token-of-things", HOOK: "a-secret-of-hooks", CI: "true" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece: Buffer) => (printed += piece.toString()));
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0) throw new Error(`opus ${command} ended with ${code}:\n${printed}`);
  return printed;
}

function manifest(when: "before" | "after"): string {
  const now = <T>(before: T, after: T): T => (when === "before" ? before : after);
  const thing = (name: string, body: object, more: object = {}) => ({
    apiVersion: "opus/v1",
    kind: "HttpResource",
    metadata: { name },
    spec: {
      baseUrl: `http://${server.host}`,
      path: "/things",
      auth: { bearer: "${SECRET:token}" },
      find: { match: ["/name"] },
      body: { name, ...body },
      ...more,
    },
  });
  const hook = thing(
    "alert-hook",
    { url: "https://pager.example/in", secret: "${SECRET:hook}", active: true },
    { outputs: { HOOK_ID: "/id" } },
  );
  const documents = [
    {
      apiVersion: "opus/v1",
      kind: "Project",
      metadata: { name: "shop" },
      spec: { contexts: [{ input: true, context: "prod" }], http: { allow: [server.host] } },
    },
    {
      apiVersion: "opus/v1",
      kind: "Values",
      metadata: { name: "secrets" },
      spec: { secrets: { token: { env: "TOKEN" }, hook: { env: "HOOK" } } },
    },
    thing("dashboard", {
      color: now("red", "green"),
      panels: now(3, 5),
      tags: ["ops", now("sale", "shop")],
      config: { url: "https://shop.example", limits: { perMinute: now(60, 120) } },
    }),
    ...now([], [hook]),
    thing("monitor", { type: now("ping", "http"), every: "5m" }, { replaceOn: ["/type"] }),
    thing("team", { color: "blue" }),
    thing("status-page", { title: "Shop" }),
  ];
  return documents.map((one) => JSON.stringify(one)).join("\n---\n");
}
