import { expect, it } from "vitest";
import type { JsonObject } from "../../src/engine/json/json.ts";
import { QuickRig } from "./quick-rig.ts";
import { changes, statuses } from "./rig.ts";

/** A server with things of one sort, as another client of it sees them. */
export interface ThingServer {
  readonly host: string;
  /** The spec of one thing by this name. @param more of its fields in another way */
  spec(more?: { readonly body?: JsonObject; readonly spec?: JsonObject }): JsonObject;
  /** Another body: what differs can be changed in place. */
  readonly changed: JsonObject;
  /** Another body: what differs can't be changed in place. */
  readonly replaced: JsonObject;
  readonly secrets: { readonly [variable: string]: string };
  readonly inputs?: { readonly [name: string]: string };
  /** All that there is: id → members that tests look at. */
  things(): Promise<ReadonlyMap<string, JsonObject>>;
  /** Makes one like that of the spec. @returns its id */
  add(body: JsonObject): Promise<string>;
  /** Makes it another than `spec` wants it. */
  change(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** What of the server tells nothing of "gone" once its credentials are not taken any more. */
  readonly hides: boolean;
  /** Things can be found by what they are. */
  readonly finds: boolean;
}

export function manifestOf(server: ThingServer, spec: JsonObject, metadata: JsonObject = {}): string {
  const secrets = Object.fromEntries(Object.keys(server.secrets).map((name) => [name.toLowerCase(), { env: name }]));
  const documents = [
    {
      apiVersion: "opus/v1",
      kind: "Project",
      metadata: { name: "demo" },
      spec: { contexts: [{ input: true }, { branch: "main", context: "test" }], http: { allow: [server.host] } },
    },
    { apiVersion: "opus/v1", kind: "Values", metadata: { name: "secrets" }, spec: { secrets } },
    { apiVersion: "opus/v1", kind: "HttpResource", metadata: { name: "thing", ...metadata }, spec },
  ];
  return documents.map((one) => JSON.stringify(one)).join("\n---\n");
}

/** The life of a thing behind a server, by plain manifests. */
export function describeVerbs(start: () => Promise<ThingServer & Disposable>): void {
  async function setting(metadata: JsonObject = {}) {
    const server = await start();
    const rig = new QuickRig({ "opus.yaml": manifestOf(server, server.spec(), metadata) });
    const run = (command: string, inputs: { readonly [name: string]: string } = {}) =>
      rig.step({ command, ...server.inputs, ...inputs }, { env: server.secrets });
    const apply = async () => {
      const step = await run("apply");
      expect(step.exitCode, step.log).toBe(0);
      return step;
    };
    const wants = (more: Parameters<ThingServer["spec"]>[0], lifecycle: JsonObject = {}) =>
      rig.write("opus.yaml", manifestOf(server, server.spec(more), { ...metadata, ...lifecycle }));
    const planned = async () => changes((await run("plan")).report).thing;
    return {
      server,
      rig,
      run,
      apply,
      wants,
      planned,
      [Symbol.dispose]: () => {
        rig[Symbol.dispose]();
        server[Symbol.dispose]();
      },
    };
  }

  it("is made, and then there is nothing to do", async () => {
    using life = await setting();
    expect(await life.planned()).toBe("create");
    expect((await life.server.things()).size).toBe(0);
    await life.apply();
    expect((await life.server.things()).size).toBe(1);
    expect(await life.planned()).toBe("noop");
    const again = await life.run("drift", { "fail-on-drift": "true" });
    expect([again.exitCode, again.outputs.drift], again.log).toEqual([0, "false"]);
    const shown = again.log.replace(/^::add-mask::.*$/gm, "");
    for (const secret of Object.values(life.server.secrets)) expect(shown).not.toContain(secret);
  });

  it("drifts by another client's hand, and is mended", async () => {
    using life = await setting();
    await life.apply();
    const [id = ""] = [...(await life.server.things()).keys()];
    await life.server.change(id);
    const drift = await life.run("drift");
    expect(drift.outputs.drift, drift.log).toBe("true");
    const { report } = await life.apply();
    expect(report.contexts[0].tasks[0]).toMatchObject({ change: "update", reason: "drifted", status: "done" });
    expect(await life.planned()).toBe("noop");
  });

  it("is updated", async () => {
    using life = await setting();
    await life.apply();
    const before = await life.server.things();
    life.wants({ body: life.server.changed });
    expect(await life.planned()).toBe("update");
    await life.apply();
    const after = await life.server.things();
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect([...after.values()]).not.toEqual([...before.values()]);
    expect(await life.planned()).toBe("noop");
  });

  it("is replaced", async () => {
    using life = await setting();
    await life.apply();
    life.wants({ body: life.server.replaced });
    expect(await life.planned()).toBe("replace");
    await life.apply();
    expect((await life.server.things()).size).toBe(1);
    expect(await life.planned()).toBe("noop");
  });

  it("is deleted", async () => {
    using life = await setting();
    await life.apply();
    const deleted = await life.run("delete", { context: "test" });
    expect(deleted.exitCode, deleted.log).toBe(0);
    expect((await life.server.things()).size).toBe(0);
    expect(await life.planned()).toBe("create");
  });

  it("is made again when it is gone behind our back", async () => {
    using life = await setting();
    await life.apply();
    const [id = ""] = [...(await life.server.things()).keys()];
    await life.server.remove(id);
    const drift = await life.run("drift");
    expect(drift.report.contexts[0].tasks[0], drift.log).toMatchObject({ drift: "missing" });
    await life.apply();
    expect((await life.server.things()).size).toBe(1);
    expect(await life.planned()).toBe("noop");
  });

  it("is made once by two runs at once", async () => {
    using life = await setting();
    const both = await Promise.all([life.run("apply"), life.run("apply")]);
    expect(
      both.map(({ exitCode }) => exitCode),
      both.map(({ log }) => log).join("\n"),
    ).toEqual([0, 0]);
    expect((await life.server.things()).size).toBe(1);
    expect(await life.planned()).toBe("noop");
  });
}

/** The same of what is there already; only where things can be found. */
export function describeAdoption(start: () => Promise<ThingServer & Disposable>): void {
  const begin = async (lifecycle: JsonObject) => {
    const server = await start();
    const rig = new QuickRig({ "opus.yaml": manifestOf(server, server.spec(), { lifecycle }) });
    const run = (command: string) => rig.step({ command, ...server.inputs }, { env: server.secrets });
    return {
      server,
      rig,
      run,
      [Symbol.dispose]: () => {
        rig[Symbol.dispose]();
        server[Symbol.dispose]();
      },
    };
  };
  const body = (server: ThingServer) => server.spec().body as JsonObject;

  it("is adopted as it is, and with a change where that is wanted", async () => {
    for (const drifts of [false, true]) {
      using life = await begin({ adopt: drifts });
      const id = await life.server.add(body(life.server));
      if (drifts) await life.server.change(id);
      const applied = await life.run("apply");
      expect(applied.exitCode, applied.log).toBe(0);
      expect(changes(applied.report)).toEqual({ thing: "adopt" });
      expect([...(await life.server.things()).keys()]).toEqual([id]);
      expect(changes((await life.run("plan")).report)).toEqual({ thing: "noop" });
    }
  });

  it("is not adopted when it differs and nobody said so", async () => {
    using life = await begin({});
    const id = await life.server.add(body(life.server));
    await life.server.change(id);
    const before = await life.server.things();
    const applied = await life.run("apply");
    expect(applied.exitCode).toBe(1);
    expect(applied.log).toContain("was not made by opus");
    expect(await life.server.things()).toEqual(before);
  });

  it("is not taken for its own when somebody has made it again", async () => {
    using life = await begin({});
    expect((await life.run("apply")).exitCode).toBe(0);
    const [id = ""] = [...(await life.server.things()).keys()];
    await life.server.remove(id);
    const other = await life.server.add(body(life.server));
    const planned = await life.run("plan");
    // Where ids are names, it is the same thing again.
    if (other === id) expect(planned.exitCode, planned.log).toBe(0);
    else {
      expect(planned.exitCode).toBe(1);
      expect(planned.log).toContain("which opus did not make");
    }
    expect((await life.server.things()).size).toBe(1);
  });

  it("is never gone when only the permission is", async () => {
    using life = await begin({});
    expect((await life.run("apply")).exitCode).toBe(0);
    const secrets = Object.fromEntries(Object.keys(life.server.secrets).map((name) => [name, "not-taken-any-more"]));
    for (const command of ["plan", "apply"]) {
      const step = await life.rig.step({ command, ...life.server.inputs }, { env: secrets });
      expect(step.exitCode).toBe(1);
      expect(statuses(step.report)).toEqual({ thing: "failed" });
    }
    expect((await life.server.things()).size).toBe(1);
    expect(changes((await life.run("plan")).report)).toEqual({ thing: "noop" });
  });
}
