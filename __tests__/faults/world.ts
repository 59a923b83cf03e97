import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { QuickRig as Rig } from "../e2e/quick-rig.ts";
import { GitServer } from "../peers/git-server.ts";
import { GithubApi } from "../peers/github-api.ts";

export const backends = ["file", "branch"] as const;
export type Backend = (typeof backends)[number];

const project = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{branch: main, context: test}, {input: true}]
`;

/** Making a thing that is there already is noticed; looking tells whether it is there. */
const scripts = {
  create: 'sleep "0.0$((RANDOM % 6))"; mkdir "world/$THING" || echo "$THING" >> twice; sleep "0.0$((RANDOM % 4))"',
  read: 'if [ -d "world/$THING" ]; then echo "{}"; fi',
  delete: 'rmdir "world/$THING"',
};

/** Tasks in chains of five, each of which makes a folder in `world`. */
export function manifest(tasks: number, script: Partial<typeof scripts> = {}): string {
  const documents = Array.from({ length: tasks }, (_, index) => {
    const dependencies = index % 5 === 0 ? [] : [{ tasks: [`t${index - 1}`] }];
    const spec = { ...scripts, ...script, env: { THING: `t${index}` } };
    return JSON.stringify({
      apiVersion: "opus/v1",
      kind: "Shell",
      metadata: { name: `t${index}`, dependencies },
      spec,
    });
  });
  return [project, ...documents].join("\n---\n");
}

// biome-ignore lint/suspicious/noExplicitAny: looked at as any reader of the JSON would
type Stored = any;

/** A checkout, the store behind it, and the things that its tasks make. */
export class World {
  readonly rig: Rig;
  /** Undefined with the file backend. */
  readonly server: GitServer | undefined;
  /** What GitHub says of run attempts: that they are over. */
  readonly api: GithubApi | undefined;

  private constructor(rig: Rig, server: GitServer | undefined, api: GithubApi | undefined) {
    this.rig = rig;
    this.server = server;
    this.api = api;
    if (api) api.reply = { attempt: { status: "completed", conclusion: "failure" } };
    if (server) rig.remote = { url: server.url, token: server.token };
  }

  static async make(backend: Backend, opus: string): Promise<World> {
    const rig = new Rig({ "opus.yaml": opus, "world/.keep": "" });
    if (backend === "file") return new World(rig, undefined, undefined);
    const server = await GitServer.start();
    return new World(rig, server, await GithubApi.start(server.token));
  }

  /** Where GitHub's API is. */
  get env(): { readonly [name: string]: string } {
    return this.api ? { GITHUB_API_URL: this.api.url } : {};
  }

  /** The text of state.json; undefined: nothing is stored. */
  text(): string | undefined {
    if (this.server) return this.server.file("opus-state", "demo/test/state.json");
    const path = ".opus/state/demo/test/state.json";
    return this.rig.exists(path) ? this.rig.read(path) : undefined;
  }

  stored(): Stored {
    const text = this.text();
    return text === undefined ? undefined : JSON.parse(text);
  }

  /** Is a lock held in the store? */
  locked(): boolean {
    if (this.server) return this.server.file("opus-state", "demo/test/lock.json") !== undefined;
    const folder = join(this.rig.workspace, ".opus/state/demo/test");
    if (!existsSync(folder)) return false;
    const numbers = readdirSync(folder).map((name) => Number(/^lock-(\d+)\.json$/.exec(name)?.[1] ?? 0));
    const newest = Math.max(0, ...numbers);
    return newest > 0 && JSON.parse(readFileSync(join(folder, `lock-${newest}.json`), "utf8")).released !== true;
  }

  /** Names of the things that are there. */
  things(): string[] {
    return readdirSync(join(this.rig.workspace, "world"))
      .filter((name) => !name.startsWith("."))
      .sort();
  }

  /** Things that were made while they were there already. */
  twice(): string[] {
    return this.rig.exists("twice") ? this.rig.read("twice").trim().split("\n") : [];
  }

  /** Whatever was made is in stored state, as applied or as something that a run meant to make. */
  expectNothingLost(): void {
    const { tasks = {}, pending = [] } = this.stored()?.body ?? {};
    const known = new Set([...Object.keys(tasks), ...pending.map(({ task }: { task: string }) => task)]);
    expect(this.things().filter((name) => !known.has(name))).toEqual([]);
  }

  /** Everything is made, once, and recorded as applied; nobody is at it any more. */
  expectWhole(tasks: number): void {
    expect(this.things()).toHaveLength(tasks);
    expect(this.twice()).toEqual([]);
    const { body } = this.stored();
    expect(Object.values<{ status: string }>(body.tasks).filter(({ status }) => status !== "applied")).toEqual([]);
    expect(Object.keys(body.tasks)).toHaveLength(tasks);
    expect(body.pending).toEqual([]);
    expect(this.locked()).toBe(false);
  }

  /** Undoes all of it from outside, so that the next round begins with nothing. */
  async clear(): Promise<void> {
    for (const name of this.things()) this.rig.remove(`world/${name}`);
    this.rig.remove("twice");
    this.rig.remove(".opus");
    if (this.server?.tip("opus-state")) this.server.git(["update-ref", "-d", "refs/heads/opus-state"]);
    for (const name of readdirSync(this.rig.temporary)) this.rig.removeTemporary(name);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server?.close();
    await this.api?.stop();
    this.rig[Symbol.dispose]();
  }
}
