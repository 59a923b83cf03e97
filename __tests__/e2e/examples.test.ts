import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { QuickRig } from "./quick-rig.ts";
import { changes, drifts, type Rig, statuses } from "./rig.ts";

const root = join(import.meta.dirname, "../..");

function example(name: string): Rig {
  const rig = new QuickRig();
  // What a run of somebody by hand may have left there is not part of it.
  const filter = (path: string): boolean => !/\/(out|\.opus)(\/|$)/.test(path);
  cpSync(join(root, "examples", name), rig.workspace, { recursive: true, filter });
  return rig;
}

describe("hello-world", () => {
  it("is what npm start runs: it plans, applies, and says what to try next", () => {
    const folder = mkdtempSync(join(tmpdir(), "opus-start-"));
    for (const part of ["dist", "examples", "scripts", "package.json"]) {
      cpSync(join(root, part), join(folder, part), {
        recursive: true,
        filter: (path) => !/\/(out|\.opus)(\/|$)/.test(path),
      });
    }
    const env = { PATH: process.env.PATH, HOME: folder, NO_COLOR: "1" };
    const printed = execFileSync(process.execPath, ["scripts/start.mjs"], { cwd: folder, env, encoding: "utf8" });
    expect(printed).toContain("Plan: 1 to create.");
    expect(printed).toContain("apply succeeded");
    expect(printed).toContain("What to try next:");
    expect(readFileSync(join(folder, "examples/hello-world/out/hello.txt"), "utf8")).toBe("Hello World!\n");
    // What it says to try works as it is written.
    const commands = printed
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line.startsWith("node ") || line.startsWith("echo "));
    expect(commands.length).toBeGreaterThanOrEqual(7);
    const script = `set -e\ncd examples/hello-world\n${commands.join("\n")}`;
    const tried = execFileSync("bash", ["-c", script], {
      cwd: folder,
      env: { ...env, PATH: `${join(process.execPath, "..")}:${env.PATH}` },
      encoding: "utf8",
    });
    expect(tried).toContain("greeting  resource-changed");
    expect(tried).toContain("delete succeeded");
    rmSync(folder, { recursive: true });
  });

  it("runs as a step on a push to main", async () => {
    using rig = example("hello-world");
    const applied = await rig.step({ command: "apply" });
    expect(applied.exitCode).toBe(0);
    expect(applied.outputs.context).toBe("main");
    expect(rig.read("out/hello.txt")).toBe("Hello World!\n");
    expect((await rig.step({ command: "apply" })).outputs.changes).toBe("false");
  });
});

describe("storefront", () => {
  const env = { HOOK_TOKEN: "hook-token-of-test-5f3a" };

  it("applies both contexts, each with its own values, dependencies and tasks", async () => {
    using rig = example("storefront");
    const test = await rig.step({ command: "apply" }, { env });
    expect(test.exitCode).toBe(0);
    expect(test.outputs.context).toBe("test");
    expect(test.report.contexts[0].order).toEqual(["settings", "start-script", "shop", "alert-hook", "handover"]);
    expect(JSON.parse(rig.read("out/test/settings.json"))).toMatchObject({ api: "https://test.example", replicas: 1 });
    const hook = JSON.parse(test.outputs.outputs ?? "")["alert-hook"].ID;
    expect(rig.read("out/test/HANDOVER.md")).toBe(
      `# storefront in test\n\n- shop: https://shop.example/1\n- alerts: ${hook}\n`,
    );
    expect(test.log).toContain("registering a hook for https://shop.example/1 with the token ***");
    expect(test.log.replace(/^::add-mask::.*$/gm, "")).not.toContain(env.HOOK_TOKEN);

    const release = { name: "push", ref: "refs/tags/v1.0", payload: { repository: { id: 1, default_branch: "main" } } };
    const prod = await rig.step({ command: "apply" }, { env, event: release });
    expect(prod.outputs.context).toBe("prod");
    expect(prod.report.contexts[0].order).toEqual([
      "settings",
      "start-script",
      "backup",
      "shop",
      "alert-hook",
      "handover",
    ]);
    expect(JSON.parse(rig.read("out/prod/shop.json")).replicas).toBe(3);

    const nightly = {
      name: "schedule",
      ref: "refs/heads/main",
      payload: { repository: { id: 1, default_branch: "main" } },
    };
    const quiet = await rig.step({ command: "drift" }, { env, event: nightly });
    expect(quiet.report.contexts.map((context: { name: string }) => context.name)).toEqual(["test", "prod"]);
    expect(quiet.outputs).toMatchObject({ drift: "false", changes: "false", contexts: '["test","prod"]', context: "" });
    rig.write("out/prod/shop.json", '{"replicas": 1, "settings": ""}\n');
    const drifted = await rig.step({ command: "drift", "fail-on-drift": "true" }, { env, event: nightly });
    expect(drifted.exitCode).toBe(1);
    expect(drifts(drifted.report, 1).shop).toBe("resource-changed");
    expect(drifts(drifted.report, 0).shop).toBe("in-sync");
  });

  it("rolls a failing update back, skips what depends on it, and recovers", async () => {
    using rig = example("storefront");
    await rig.step({ command: "apply" }, { env });
    const shop = rig.read("out/test/shop.json");
    const failed = await rig.step({ command: "apply", values: "replicas: 6" }, { env });
    expect(failed.exitCode).toBe(1);
    expect(failed.outputs["failure-reason"]).toBe("task-failed");
    expect(statuses(failed.report)).toMatchObject({
      settings: "done",
      "start-script": "done",
      shop: "rolled-back",
      "alert-hook": "skipped",
      handover: "skipped",
    });
    expect(failed.log).toContain("only 5 machines are left");
    expect(rig.read("out/test/shop.json")).toBe(shop);
    const mended = await rig.step({ command: "apply", values: "replicas: 2" }, { env });
    expect(mended.exitCode).toBe(0);
    expect(changes(mended.report)).toMatchObject({ shop: "update", "alert-hook": "update", handover: "update" });
    expect(rig.read("out/test/HANDOVER.md")).toContain("https://shop.example/2");
    const deleted = await rig.step({ command: "delete", context: "test" }, { env });
    expect(deleted.report.contexts[0].order).toEqual(["handover", "alert-hook", "shop", "start-script", "settings"]);
    expect(rig.exists("out/test/shop.json")).toBe(false);
  });

  it("protects the backup of prod", async () => {
    using rig = example("storefront");
    await rig.step({ command: "apply", context: "prod" }, { env });
    const refused = await rig.step({ command: "delete", context: "prod" }, { env });
    expect(refused.outputs["failure-reason"]).toBe("guarded");
    expect(rig.exists("out/prod/backup.conf")).toBe(true);
  });
});

describe("wait-for-service", () => {
  it("starts a service, waits for it, uses it, and tells when it is gone", async () => {
    using rig = example("wait-for-service");
    using beside = example("wait-for-service");
    // Another one on the same machine.
    expect((await beside.step({ command: "apply" })).exitCode).toBe(0);
    const planned = await rig.step({ command: "plan" });
    expect(planned.log).toContain("… service-is-up  probed after apply  Probe");
    const applied = await rig.step({ command: "apply" });
    expect(statuses(applied.report), applied.log).toEqual({
      service: "done",
      "service-is-up": "done",
      "log-is-clean": "done",
      "first-order": "done",
    });
    expect(JSON.parse(rig.read("out/order.json"))).toEqual({ order: "/orders/1" });
    expect((await rig.step({ command: "apply" })).outputs.changes).toBe("false");
    process.kill(Number(JSON.parse(applied.outputs.outputs ?? "").service.PID), "SIGKILL");
    const drifted = await rig.step({ command: "drift" });
    expect(drifted.log).toContain("1 does not hold");
    const deleted = await rig.step({ command: "delete", context: "main" });
    expect(deleted.report.contexts[0].order).toEqual(["first-order", "service"]);
    // The one beside was not disturbed.
    expect((await beside.step({ command: "drift" })).log).not.toContain("does not hold");
    await beside.step({ command: "delete", context: "main" });
  });
});
