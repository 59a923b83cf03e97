import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { GitFault } from "../peers/git-server.ts";
import { full, storeDeadline } from "./scale.ts";
import { manifest, World } from "./world.ts";

// Pauses before git is asked again; at full length the bundle makes them, as long as they are.
vi.mock("../../src/node/clock.ts", async (original) => {
  const { systemClock } = await original<typeof import("../../src/node/clock.ts")>();
  const sleep: typeof systemClock.sleep = (ms, signal) => systemClock.sleep(ms / 20, signal);
  return { systemClock: { ...systemClock, sleep } };
});

let world: World;
beforeAll(async () => {
  world = await World.make("branch", manifest(3));
  expect((await world.rig.step({ command: "apply" })).exitCode).toBe(0);
});
afterAll(() => world[Symbol.asyncDispose]());

const hello = { kind: "status", code: 200 } as const;
const faults: readonly (readonly [name: string, GitFault | "wrong token" | "no repository" | "unreachable", RegExp])[] =
  [
    ["a wrong token", "wrong token", /token/],
    ["a repository that is not there", "no repository", /not found|does not exist|no repository/i],
    ["a server that can't be reached", "unreachable", /connect|reach/i],
    ["a page of HTML", { kind: "html" }, /not .*git|HTML/i],
    ["an empty answer", { ...hello, body: "" }, /git/i],
    [
      "an empty list of refs",
      { ...hello, body: "", contentType: "application/x-git-upload-pack-advertisement" },
      /git/i,
    ],
    ["a refusal", { kind: "status", code: 403, body: "Resource not accessible by integration" }, /permission/i],
    ["an error of the server", { kind: "status", code: 500, body: "oops" }, /500/],
    ["connections that break", { kind: "cut-before" }, /git|connection/i],
  ];

describe("state on a branch that can't be read is never taken for empty", () => {
  it.each(faults)(
    "%s",
    async (_, fault, words) => {
      const { rig, server } = world;
      const stored = world.text();
      const good = rig.remote;
      if (typeof fault === "object" && server) server.fault = () => fault;
      if (fault === "wrong token" && good)
        rig.remote = { ...good, token: "ghs_WrongToken0123456789abcdefABCDEF012345" };
      if (fault === "unreachable" && good) rig.remote = { ...good, url: "http://127.0.0.1:9" };
      const env = fault === "no repository" ? { GITHUB_REPOSITORY: "octo/elsewhere" } : {};
      try {
        for (const command of full ? ["plan", "apply", "drift", "describe", "delete"] : ["apply"]) {
          const step = await rig.step({ command, context: command === "delete" ? "test" : "" }, { env });
          const { "failure-reason": reason, "to-create": creates } = step.outputs;
          expect([command, step.exitCode, reason, creates === "0" || creates === ""]).toEqual([
            command,
            1,
            "state-unavailable",
            true,
          ]);
          expect(step.log).toMatch(words);
          expect(step.log.replace(/^::add-mask::.*$/gm, "") + step.summary).not.toContain(good?.token);
          const errors = step.log.split("\n").filter((line) => line.startsWith("::error"));
          expect(errors).toHaveLength(1);
        }
      } finally {
        rig.remote = good;
        if (server) server.fault = () => undefined;
      }
      expect(world.text()).toBe(stored);
      expect(world.twice()).toEqual([]);
    },
    storeDeadline,
  );
});

describe("a push that GitHub refuses", () => {
  const refusals = [
    ["a ruleset", "remote: error: GH013: Repository rule violations found for refs/heads/opus-state.", /rule/],
    [
      "a protected branch",
      "remote: error: GH006: Protected branch update failed for refs/heads/opus-state.",
      /protect/i,
    ],
  ] as const;
  it.each(refusals)(
    "by %s is one clear error, tried once, with what was done kept",
    async (_, words, remedy) => {
      await using other = await World.make("branch", manifest(3));
      const { server, rig } = other;
      server?.hook(`echo "${words.replace("remote: ", "")}" >&2; exit 1`);
      const locked = await rig.step({ command: "apply" });
      expect([locked.exitCode, locked.outputs["failure-reason"], server?.pushes]).toEqual([1, "state-unavailable", 1]);
      expect(locked.log).toContain(words.replace("remote: error: ", ""));
      expect(locked.log).toMatch(remedy);
      expect(other.things()).toEqual([]);

      // The rule comes while a run is under way: what it did is kept.
      server?.hook(undefined);
      const before = server?.pushes ?? 0;
      if (server)
        server.fault = ({ pushNumber = 0 }) => {
          if (pushNumber === before + 2) server.hook(`echo "${words.replace("remote: ", "")}" >&2; exit 1`);
          return undefined;
        };
      const step = await rig.step({ command: "apply" });
      expect([step.exitCode, step.outputs["failure-reason"]]).toEqual([1, "state-unavailable"]);
      expect(step.log).toContain("opus state push");
      expect(other.things()).toHaveLength(3);
    },
    storeDeadline,
  );
});
