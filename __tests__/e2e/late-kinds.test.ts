// Kinds whose code is loaded where they are named. Each command is a process of its own: nothing is loaded before.
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolders } from "../node/temporary.ts";
import { SpitefulServer } from "../peers/spiteful-server.ts";

const bundle = join(import.meta.dirname, "../../dist/index.js");
const folder = temporaryFolders();

async function rig() {
  const server = await new SpitefulServer().start();
  const work = folder();
  const opus = (...args: string[]) =>
    new Promise<{ status: number; told: string }>((resolve) => {
      const env = { PATH: process.env.PATH, HOME: work, NO_COLOR: "1" };
      execFile(process.execPath, [bundle, ...args, "--context", "main"], { cwd: work, env }, (error, out, told) =>
        resolve({ status: error === null ? 0 : Number(error.code), told: out + told }),
      );
    });
  const project = { name: "demo" };
  const contexts = [{ input: true }];
  const documents = [
    { kind: "Project", metadata: project, spec: { contexts, http: { allow: [server.host] } } },
    { kind: "File", metadata: { name: "note" }, spec: { path: "note.txt", content: "a" } },
  ];
  const write = (...more: object[]): void =>
    writeFileSync(
      join(work, "opus.yaml"),
      [...documents, ...more].map((one) => JSON.stringify({ apiVersion: "opus/v1", ...one })).join("\n---\n"),
    );
  const thing = (more: object = {}) => ({
    kind: "HttpResource",
    metadata: { name: "thing" },
    spec: {
      baseUrl: server.origin,
      path: "/things",
      find: { items: "/items", match: ["/name"] },
      body: { name: "one" },
      ...more,
    },
  });
  return { server, opus, write, thing, [Symbol.dispose]: () => server[Symbol.dispose]() };
}

it("what state alone names is known: it is shown, and deleted", async () => {
  using life = await rig();
  life.write(life.thing());
  const made = await life.opus("apply");
  expect(made.status, made.told).toBe(0);
  expect(life.server.things.size).toBe(1);
  life.write();
  const listed = await life.opus("state", "show");
  expect(listed, listed.told).toMatchObject({ status: 0, told: expect.stringContaining("thing") });
  const planned = await life.opus("plan");
  expect(planned, planned.told).toMatchObject({ status: 0, told: expect.stringMatching(/delete/) });
  const applied = await life.opus("apply");
  expect(applied.status, applied.told).toBe(0);
  expect(life.server.things.size).toBe(0);
});

it("what comes back by a rollback is known, when neither the manifest nor a task of state names it", async () => {
  using life = await rig();
  life.write(life.thing());
  expect((await life.opus("apply")).status).toBe(0);
  life.write();
  expect((await life.opus("apply")).status).toBe(0);
  const back = await life.opus("rollback");
  expect(back.status, back.told).toBe(0);
  expect(life.server.things.size).toBe(1);
});

it("what is wrong with a spec is told with its place", async () => {
  using life = await rig();
  life.write(life.thing({ pathh: "/things", auth: {} }));
  const { status, told } = await life.opus("validate");
  expect(status).toBe(1);
  expect(told).toContain('"pathh" is not a field of HttpResource.spec');
});

it("a kind that is misspelt is told what it is like", async () => {
  using life = await rig();
  life.write({ ...life.thing(), kind: "HttpResourse" });
  const { status, told } = await life.opus("validate");
  expect(status).toBe(1);
  expect(told).toContain('"HttpResource"');
});
