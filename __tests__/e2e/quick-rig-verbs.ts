import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import type { JsonObject } from "../../src/engine/json/json.ts";
import type { Front } from "../peers/front.ts";
import { QuickRig } from "./quick-rig.ts";

/** A server with things of one sort, as another client of it sees them. */
export interface Peer extends Disposable {
  /** Before the server: the manifest finds it there. */
  readonly front: Front;
  /** Environment variables with the secrets that the manifest needs. */
  readonly secrets: { readonly [variable: string]: string };
  readonly inputs?: { readonly [name: string]: string };
  /** All that there is: id → members that tests look at. */
  things(): Promise<ReadonlyMap<string, JsonObject>>;
  /** Makes one like that of the manifest. @returns its id */
  add(): Promise<string>;
  /** The secrets with which that one can be taken over, where they are others. */
  adopting?(id: string): { readonly [variable: string]: string };
  /** Makes it another than the manifest wants it. */
  change(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** What the credentials are once they may not look any more: other ones, or the server takes the right from them. */
  readonly forbidden:
    | { readonly [variable: string]: string }
    | ((id: string, forbidden: boolean) => Promise<void> | void);
}

/** A server, and the manifest by which one thing behind it is kept. */
export interface Row {
  readonly name: string;
  /** False: the server is not on this machine. */
  readonly here: boolean;
  /** Text of the manifest. Its value `server` says where the server is. */
  readonly manifest: string;
  /** Name of the task. */
  readonly task: string;
  readonly start: () => Promise<Peer>;
  /** Values that count always, those by which it can be changed in place, and those by which it can't. */
  readonly values?: JsonObject;
  readonly changed: JsonObject;
  readonly replaced: JsonObject;
  /**
   * How what is there already is taken over: found, and as it is; found, but shown in other forms than it is declared in; or
   * only by the id that is named.
   */
  readonly adopts: "as it is" | "in other forms" | "named";
  /** What is thought of one that somebody has made in its place. */
  readonly recreated: "the same" | "refused" | "not seen";
  /** The server lets no two things have the same name. */
  readonly unique: boolean;
  /** What is special about a verb here, for the name of its test. */
  readonly says?: { readonly [verb in Verb]?: string };
}

/** What is tried of a server, in the hands of one test. */
export class Life implements Disposable {
  readonly peer: Peer;
  readonly #row: Row;
  readonly #rig = new QuickRig();

  constructor(row: Row, peer: Peer) {
    this.#row = row;
    this.peer = peer;
    this.wants();
  }

  [Symbol.dispose](): void {
    this.#rig[Symbol.dispose]();
  }

  #values: JsonObject = {};
  #secrets: { readonly [variable: string]: string } = {};

  /** From now on the manifest has these values, and its task this lifecycle. */
  wants(values: JsonObject = {}, lifecycle?: JsonObject): void {
    const { manifest, task } = this.#row;
    const head = `metadata: { name: ${task} }`;
    expect(manifest).toContain(head);
    this.#values = { server: this.peer.front.origin, ...this.#row.values, ...values };
    const more = `metadata: { name: ${task}, lifecycle: ${JSON.stringify(lifecycle)} }`;
    this.#rig.write("opus.yaml", lifecycle ? manifest.replace(head, () => more) : manifest);
  }

  /** From now on the manifest has its values as text, where it has references to them, and comments at them. */
  says(): void {
    const documents = parseAllDocuments(this.#row.manifest).map((document) => document.toJS());
    const declared = documents.find(({ kind }) => kind === "Values").spec.values as { [name: string]: JsonObject };
    const text = Object.entries(declared).reduce((so, [name, { default: standard }]) => {
      const value = this.#row.values?.[name] ?? standard;
      // Where it is, is known to the peer alone.
      return value === undefined || name === "server" ? so : so.replaceAll(`\${VALUE:${name}}`, () => String(value));
    }, this.#row.manifest);
    this.#rig.write("opus.yaml", text.replace(/^( +body:.*)$/gm, "$1 # what is wanted"));
  }

  get manifest(): string {
    return this.#rig.read("opus.yaml");
  }

  /** Writes into the manifest what is there. */
  async accepts() {
    const values = JSON.stringify(this.#values);
    const step = await this.#rig.accept(
      { context: "main", values, ...this.peer.inputs },
      { env: { ...this.peer.secrets, ...this.#secrets } },
    );
    expect(step.exitCode, step.log).toBe(0);
    return step;
  }

  /** From now on these secrets count in place of those that the server takes. */
  has(secrets: { readonly [variable: string]: string }): void {
    this.#secrets = secrets;
  }

  run(command: string, inputs: { readonly [name: string]: string } = {}) {
    return this.#rig.step(
      { command, context: "main", values: JSON.stringify(this.#values), ...this.peer.inputs, ...inputs },
      { env: { ...this.peer.secrets, ...this.#secrets } },
    );
  }

  /** Runs it, which must go well. @returns what the report says of the task */
  async does(command: string, inputs: { readonly [name: string]: string } = {}) {
    const step = await this.run(command, inputs);
    expect(step.exitCode, step.log).toBe(0);
    return { ...step, task: this.#task(step) };
  }

  /** Runs it, which must fail. */
  async fails(command: string) {
    const step = await this.run(command);
    expect(step.exitCode, step.log).toBe(1);
    return { ...step, task: this.#task(step) };
  }

  /** Applies, and holds it against what is done and that then nothing is left to do. */
  async applies(change: string) {
    const applied = await this.does("apply");
    expect(applied.task, applied.log).toMatchObject({ change });
    if (change !== "noop") expect(applied.task.status).toBe("done");
    const planned = await this.does("plan");
    expect(planned.task.change, planned.log).toBe("noop");
    return applied;
  }

  /** The one thing that there is. */
  async only(): Promise<readonly [string, JsonObject]> {
    const all = [...(await this.peer.things())];
    expect(all.length, JSON.stringify(all)).toBe(1);
    return all[0] as [string, JsonObject];
  }

  // biome-ignore lint/suspicious/noExplicitAny: as reports are everywhere in tests
  #task(step: { readonly report: any }) {
    return step.report.contexts[0].tasks.find(({ name }: { name: string }) => name === this.#row.task);
  }
}

const verbs = {
  async create(life: Life) {
    const planned = await life.does("plan");
    expect(planned.task.change).toBe("create");
    expect((await life.peer.things()).size).toBe(0);
    const applied = await life.does("apply");
    expect(applied.task).toMatchObject({ change: "create", status: "done" });
    await life.only();
    const shown = applied.log.replace(/^::add-mask::.*$/gm, "");
    for (const secret of Object.values(life.peer.secrets)) expect(shown).not.toContain(secret);
  },

  async "no-op"(life: Life) {
    await life.applies("create");
    const asked = life.peer.front.requests.length;
    const drift = await life.does("drift", { "fail-on-drift": "true" });
    expect(drift.outputs.drift).toBe("false");
    await life.applies("noop");
    expect(life.peer.front.writes(asked)).toEqual([]);
  },

  async drift(life: Life) {
    await life.does("apply");
    const [id, made] = await life.only();
    await life.peer.change(id);
    expect(await life.only()).not.toEqual([id, made]);
    const drift = await life.does("drift");
    expect(drift.task, drift.log).toMatchObject({ drift: "resource-changed" });
    const mended = await life.applies("update");
    expect(mended.task.reason).toBe("drifted");
    expect(await life.only()).toEqual([id, made]);
  },

  async accept(life: Life) {
    life.says();
    await life.applies("create");
    const [id] = await life.only();
    await life.peer.change(id);
    const there = await life.only();
    const before = life.manifest;
    const asked = life.peer.front.requests.length;
    const accepted = await life.accepts();
    expect(accepted.log).not.toContain("drift-not-accepted");
    expect(life.manifest).not.toBe(before);
    expect(life.manifest.match(/#.*$/gm)).toEqual(before.match(/#.*$/gm));
    const planned = await life.does("plan", { "expect-no-changes": "true" });
    expect(planned.outputs, planned.log).toMatchObject({ changes: "false", "to-update": "0" });
    const drift = await life.does("drift", { "fail-on-drift": "true" });
    expect(drift.task, drift.log).toMatchObject({ drift: "in-sync" });
    await life.applies("noop");
    expect(life.peer.front.writes(asked)).toEqual([]);
    expect(await life.only()).toEqual(there);
    const again = life.manifest;
    await life.accepts();
    expect(life.manifest).toBe(again);
    // From now on it is what is wanted.
    expect((await life.does("drift")).outputs.drift).toBe("false");
  },

  async update(life: Life, { changed }: Row) {
    await life.does("apply");
    const [id, made] = await life.only();
    life.wants(changed);
    await life.applies("update");
    const [same, updated] = await life.only();
    expect(same).toBe(id);
    expect(updated).not.toEqual(made);
  },

  async replace(life: Life, { replaced }: Row) {
    await life.does("apply");
    const before = await life.only();
    life.wants(replaced);
    await life.applies("replace");
    expect(await life.only()).not.toEqual(before);
  },

  async delete(life: Life) {
    await life.does("apply");
    const deleted = await life.does("delete");
    expect(deleted.task).toMatchObject({ change: "delete", status: "done" });
    expect((await life.peer.things()).size).toBe(0);
    expect((await life.does("plan")).task.change).toBe("create");
  },

  async adopt(life: Life, row: Row) {
    const id = await life.peer.add();
    const [, there] = await life.only();
    if (row.adopts === "named") life.wants({}, { adopt: { id } });
    life.has(life.peer.adopting?.(id) ?? {});
    if (row.adopts === "in other forms") life.wants({}, { adopt: true });
    await life.applies("adopt");
    const [same, adopted] = await life.only();
    expect(same).toBe(id);
    if (row.adopts !== "in other forms") expect(adopted).toEqual(there);
    // From now on it is ours.
    await life.peer.change(id);
    await life.applies("update");
    expect((await life.only())[0]).toBe(id);
  },

  async "adoption refused"(life: Life, row: Row) {
    const id = await life.peer.add();
    await life.peer.change(id);
    const there = await life.only();
    if (row.adopts === "named") life.wants({}, { adopt: { id: "of-nobody-at-all" } });
    const refused = await life.fails("apply");
    expect(refused.log).toContain(row.adopts === "named" ? "of-nobody-at-all" : "was not made by opus");
    expect(await life.only()).toEqual(there);
    // Where somebody says so, it is taken over and made as it is wanted.
    life.wants({}, { adopt: row.adopts === "named" ? { id } : true });
    life.has(life.peer.adopting?.(id) ?? {});
    await life.applies("adopt");
    const [same, mended] = await life.only();
    expect(same).toBe(id);
    expect(mended).not.toEqual(there[1]);
  },

  async gone(life: Life) {
    await life.does("apply");
    const [id] = await life.only();
    await life.peer.remove(id);
    const drift = await life.does("drift");
    expect(drift.task, drift.log).toMatchObject({ drift: "missing" });
    await life.applies("create");
    await life.only();
    // What is to be deleted and gone is as it should be.
    await life.peer.remove((await life.only())[0]);
    await life.does("delete");
    expect((await life.does("plan")).task.change).toBe("create");
  },

  async recreated(life: Life, { recreated, task }: Row) {
    await life.does("apply");
    const [id] = await life.only();
    await life.peer.remove(id);
    const other = await life.peer.add();
    if (recreated === "the same") {
      expect(other).toBe(id);
      await life.applies("noop");
      return;
    }
    expect(other).not.toBe(id);
    if (recreated === "not seen") {
      await life.applies("create");
      expect([...(await life.peer.things()).keys()]).toContain(other);
      expect((await life.peer.things()).size).toBe(2);
      return;
    }
    const refused = await life.fails("apply");
    expect(refused.log).toContain(`(id ${id}) is gone, and another one`);
    expect(refused.log).toContain("which opus did not make");
    expect((await life.only())[0]).toBe(other);
    // The way out that it names.
    await life.does("forget", { target: task });
    life.wants({}, { adopt: true });
    await life.applies("adopt");
    expect((await life.only())[0]).toBe(other);
  },

  async "permission lost"(life: Life) {
    await life.does("apply");
    const there = await life.only();
    const failing = async () => {
      const asked = life.peer.front.requests.length;
      for (const command of ["apply", "delete"]) {
        const step = await life.fails(command);
        // Below another one, it is skipped together with that.
        expect(["failed", "skipped"], step.log).toContain(step.task.status);
        expect(step.task.drift, step.log).not.toBe("missing");
      }
      expect(life.peer.front.writes(asked)).toEqual([]);
      expect(await life.only()).toEqual(there);
    };
    const { forbidden } = life.peer;
    if (typeof forbidden === "function") await forbidden(there[0], true);
    else life.has(forbidden);
    await failing();
    if (typeof forbidden === "function") await forbidden(there[0], false);
    life.has({});
    // Who hides what may not be seen says that there is nothing.
    const { front } = life.peer;
    front.answer = () => ({ status: 404, body: { message: "Not Found" } });
    await failing();
    front.answer = () => undefined;
    await life.applies("noop");
  },

  async "two at once"(life: Life, row: Row) {
    const both = await Promise.all([life.does("apply"), life.does("apply")]);
    expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    await life.only();
    expect((await life.does("plan")).task.change).toBe("noop");
    if (!row.unique) return;
    await life.does("delete");
    // Two that know nothing of each other: no state, and no lock.
    using other = new Life(row, life.peer);
    const runs = await Promise.all([life.run("apply"), other.run("apply")]);
    // Who is second is refused by the server, or sees what is there: half made as yet, perhaps.
    const second = /answered 4\d\d|it appeared after opus had looked|was not made by opus/;
    for (const { exitCode, log } of runs) expect(exitCode === 0 || second.test(log), log).toBe(true);
    await life.only();
    // Whoever was second, and failed, finds it as it is wanted.
    await Promise.all([life, other].map((one) => one.does("apply")));
    for (const one of [life, other]) expect((await one.does("plan")).task.change).toBe("noop");
  },
};

export type Verb = keyof typeof verbs;

const titles: { readonly [verb in Verb]: string } = {
  create: "is made once it is applied, and not before",
  "no-op": "has nothing left to be done, and nothing is written then",
  drift: "drifts by another client's hand, and is mended",
  accept: "drifts, and the manifest takes what is there: nothing is left to be done",
  update: "is updated",
  replace: "is replaced",
  delete: "is deleted",
  adopt: "is adopted when it is there already",
  "adoption refused": "is not adopted when it differs and nobody said so",
  gone: "is made again when it is gone behind our back",
  recreated: "is gone, and somebody has made it again",
  "permission lost": "is never gone when only the permission is",
  "two at once": "is made once by two runs at once",
};

/** The life of a thing behind each server, by plain manifests: thirteen verbs. */
export function describeVerbs(rows: readonly Row[]): void {
  for (const row of rows) {
    describe.skipIf(!row.here)(row.name, () => {
      let peer: Peer;
      beforeAll(async () => {
        peer = await row.start();
      });
      afterAll(() => peer?.[Symbol.dispose]());
      afterEach(async () => {
        peer.front.answer = () => undefined;
        for (const id of (await peer.things()).keys()) await peer.remove(id);
      });
      for (const verb of Object.keys(verbs) as Verb[]) {
        const special = row.says?.[verb];
        it(`${verb}: ${special === undefined ? titles[verb] : `${titles[verb]} (${special})`}`, async () => {
          using life = new Life(row, peer);
          await verbs[verb](life, row);
        });
      }
    });
  }
}
