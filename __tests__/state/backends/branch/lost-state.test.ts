import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { StateStore } from "../../../../src/engine/ports/state-store.ts";
import { GitServer } from "../../../peers/git-server.ts";
import { holder, lockOptions, never, snapshot, temporaryFolder, writeOptions } from "../../fixtures.ts";
import { openBranch } from "./open-branch.ts";

const path = "storefront/prod/state.json";
let server: GitServer;
let temporary: ReturnType<typeof temporaryFolder>;
beforeEach(async () => {
  server = await GitServer.start();
  temporary = temporaryFolder();
});
afterEach(async () => {
  await server.close();
  temporary.remove();
});

function open(): StateStore {
  return openBranch({ url: server.url, token: server.token, folder: temporary.path });
}

function shown(message: string): string {
  return message.replaceAll(server.url, "https://ci.example");
}

async function stored(): Promise<string> {
  const write = await open().write(snapshot(3), undefined, writeOptions(true), never);
  if (write.state !== "written") throw new Error(write.failure.message);
  return server.tip("opus-state") ?? "";
}

describe("a state.json that is gone", () => {
  test("is never absent while the branch's history has one, on any machine", async () => {
    const commit = await stored();
    server.write("opus-state", { [path]: null });
    const read = await open().read(never);
    expect(read).toMatchObject({ state: "unavailable", damaged: { revision: undefined, serial: 3 } });
    expect(read.state === "unavailable" && shown(read.failure.message).replace(/written \S+/, "written (when)")).toBe(
      `The state at storefront/prod/state.json on the branch opus-state of https://ci.example/octo/storefront is gone: it was there with serial 3, written (when) in commit ${commit}, and somebody has removed the file. Put it back: \`git fetch origin opus-state && git show ${commit}:storefront/prod/state.json > state.json\`, then \`opus state push state.json --force --state-branch opus-state\`. To begin anew, say so on the branch: in a commit whose message has the line \`Opus-State-Removed: storefront/prod\`. Nothing was changed.`,
    );
    expect(server.git(["show", `${commit}:${path}`])).toContain('"serial": 3');
  });

  test("is absent once somebody has said so, until the next one is stored", async () => {
    await stored();
    server.write("opus-state", { [path]: null }, "Begin anew\n\nOpus-State-Removed: storefront/prod\n");
    expect(await open().read(never)).toEqual({ state: "absent" });
    await stored();
    server.write("opus-state", { [path]: null });
    expect(await open().read(never)).toMatchObject({ state: "unavailable", damaged: { serial: 3 } });
    server.write("opus-state", { x: null }, "Begin anew\n\nOpus-State-Removed: storefront/production\n");
    expect(await open().read(never)).toMatchObject({ state: "unavailable" });
  });

  test("of another context, or history that can't be read, is no answer", async () => {
    await stored();
    const other = openBranch({ url: server.url, token: server.token, folder: temporary.path, context: "test" });
    expect(await other.read(never)).toEqual({ state: "absent" });
    server.write("opus-state", { [path]: null });
    let requests = 0;
    server.fault = ({ service, method }) =>
      service === "git-upload-pack" && method === "POST" && ++requests > 2 ? { kind: "html" } : undefined;
    expect(await open().read(never)).toMatchObject({ state: "unavailable" });
  });
});

describe("a branch that is gone", () => {
  test("while a run holds its lock: it is told so, and nothing is made anew", async () => {
    const store = open();
    const lock = await store.lock?.(holder("a"), lockOptions(0), never);
    if (lock?.state !== "locked") throw new Error("not locked");
    const write = await store.write(snapshot(1), undefined, writeOptions(), never);
    const commit = server.tip("opus-state") ?? "";
    server.git(["update-ref", "-d", "refs/heads/opus-state"]);
    const revision = write.state === "written" ? write.revision : undefined;
    const late = await store.write(snapshot(2), revision, writeOptions(true), never);
    expect(late).toMatchObject({ state: "conflict", failure: { reason: "state-conflict" } });
    expect(late.state === "conflict" && shown(late.failure.message)).toBe(
      `The state at storefront/prod/state.json on the branch opus-state of https://ci.example/octo/storefront was not written: the branch opus-state of https://ci.example/octo/storefront was deleted while this run went on, and with it the lock of this run and all that was stored. The last commit of it that this run has seen is ${commit}: \`git push origin ${commit}:refs/heads/opus-state\` brings it back, from a clone that has it. Bring it back before the next run.`,
    );
    expect(await lock.release()).toMatchObject({ ok: true });
    expect(server.tip("opus-state")).toBeUndefined();
  });

  test("with a journal of it on this machine: no lock makes it anew", async () => {
    const store = open();
    store.journal?.start("line-1", 3);
    const lock = await store.lock?.(holder("a"), lockOptions(0), never);
    expect(lock?.state === "unavailable" && shown(lock.failure.message)).toMatch(
      /^There is no branch opus-state in https:\/\/ci\.example\/octo\/storefront any more\. The journal .* continues serial 3 /,
    );
    expect(server.tip("opus-state")).toBeUndefined();
  });

  test("after a run on this machine that ended well: the same, with the way to begin anew", async () => {
    const store = open();
    await store.lock?.(holder("a"), lockOptions(0), never);
    await store.write(snapshot(1), undefined, writeOptions(false), never);
    store.journal?.start("line-1", 1);
    const read = await store.read(never);
    const revision = read.state === "found" ? read.revision : undefined;
    expect(await store.write(snapshot(2), revision, writeOptions(true), never)).toMatchObject({ state: "written" });
    store.journal?.clear();
    server.git(["update-ref", "-d", "refs/heads/opus-state"]);

    const next = open();
    const refused = await next.lock?.(holder("b"), lockOptions(0), never);
    expect(refused?.state === "unavailable" && shown(refused.failure.message)).toMatch(
      /^There is no branch opus-state in https:\/\/ci\.example\/octo\/storefront any more, and a run on this machine has stored storefront\/prod there, with a serial of at least 1\. Bring the branch back from a clone that has it\. To begin anew, remove \S+\/journal\.ndjson\.$/,
    );
    expect(server.tip("opus-state")).toBeUndefined();
    rmSync(join(temporary.path, "local", "journal.ndjson"));
    expect(await next.lock?.(holder("b"), lockOptions(0), never)).toMatchObject({ state: "locked" });
  });

  test("the run that makes it says so", async () => {
    const progress: string[] = [];
    const options = { url: server.url, token: server.token, folder: temporary.path };
    const store = openBranch({ ...options, store: { onProgress: (text) => void progress.push(shown(text)) } });
    await store.write(snapshot(1), undefined, writeOptions(), never);
    await store.write(snapshot(2), undefined, writeOptions(), never);
    expect(progress).toEqual(["Made the branch opus-state in https://ci.example/octo/storefront."]);
  });
});

describe("a state that is damaged", () => {
  test.each<[string, (text: string) => string, object]>([
    ["changed by hand", (text) => text.replace("greeting", "meeting"), { lineage: "line-1", serial: 3 }],
    ["cut off", (text) => text.slice(0, -40), { lineage: undefined, serial: 3 }],
    ["no JSON", () => "<html>", { lineage: undefined, serial: undefined }],
    ["empty", () => "", { lineage: undefined, serial: undefined }],
  ])("%s: is replaced by who knows its revision only", async (_, damage, left) => {
    await stored();
    server.write("opus-state", { [path]: damage(server.file("opus-state", path) ?? "") });
    const store = open();
    const read = await store.read(never);
    expect(read).toMatchObject({ state: "unavailable", damaged: left });
    const write = (revision: string | undefined) => store.write(snapshot(4), revision, writeOptions(true), never);
    expect(await write(undefined)).toMatchObject({ state: "unavailable" });
    expect(await write("sha256:0")).toMatchObject({ state: "unavailable" });
    expect(await write(read.state === "unavailable" ? read.damaged?.revision : "")).toMatchObject({ state: "written" });
    expect(await open().read(never)).toMatchObject({ state: "found", snapshot: { serial: 4 } });
  });

  test.each<[string, (text: string) => string]>([
    ["another project", (text) => text.replace('"project": "storefront"', '"project": "shop"')],
    ["a newer version", (text) => text.replace('"version": 1', '"version": 2')],
    ["another file altogether", () => "{}"],
  ])("%s: is not replaced", async (_, damage) => {
    await stored();
    server.write("opus-state", { [path]: damage(server.file("opus-state", path) ?? "") });
    const read = await open().read(never);
    expect(read.state).toBe("unavailable");
    expect(read).not.toHaveProperty("damaged");
  });
});
