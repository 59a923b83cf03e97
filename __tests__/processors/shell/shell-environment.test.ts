import { describe, expect, it } from "vitest";
import { childEnvironment, environmentProblems } from "../../../src/processors/shell/shell-environment.ts";

const parent = {
  PATH: "/bin",
  HOME: "/home/me",
  LC_ALL: "C.UTF-8",
  TZ: "UTC",
  GITHUB_SHA: "abc",
  RUNNER_TRACKING_ID: "github_1",
  GITHUB_TOKEN: "token",
  GITHUB_ENV: "/env",
  GITHUB_OUTPUT: "/output",
  GITHUB_PATH: "/path",
  GITHUB_STATE: "/state",
  GITHUB_STEP_SUMMARY: "/summary",
  GITHUB_EVENT_PATH: "/event",
  ACTIONS_RUNTIME_TOKEN: "token",
  actions_id_token_request_token: "token",
  INPUT_TOKEN: "token",
  "INPUT_ENCRYPTION-KEY": "key",
  OPUS_ENCRYPTION_KEY: "key",
  AWS_REGION: "eu",
  AWS_PROFILE: "me",
  SECRET: "s",
  NOTHING: undefined,
};

describe("childEnvironment", () => {
  it("hands through the allowed names alone", () => {
    expect(childEnvironment(parent, {})).toEqual({
      PATH: "/bin",
      HOME: "/home/me",
      LC_ALL: "C.UTF-8",
      TZ: "UTC",
      GITHUB_SHA: "abc",
      RUNNER_TRACKING_ID: "github_1",
    });
  });

  it("adds what the spec names and sets, as text; what opus tells wins", () => {
    const spec = {
      env: { A: "text", B: 3, C: true, PATH: "/own", __proto__: "x" },
      secretEnv: { D: "hidden" },
      passEnv: ["AWS_*", "NOTHING", "S?CRET", "MISSING"],
    };
    expect(childEnvironment(parent, spec, { A: "opus" })).toMatchObject({
      A: "opus",
      B: "3",
      C: "true",
      D: "hidden",
      PATH: "/own",
      AWS_REGION: "eu",
      AWS_PROFILE: "me",
      SECRET: "s",
    });
    expect(Object.keys(childEnvironment(parent, spec))).not.toContain("NOTHING");
  });

  it("never gives away what steers the job, not by any glob", () => {
    const names = Object.keys(
      childEnvironment(parent, { passEnv: ["*", "GITHUB_*", "ACTIONS_*", "?NPUT_*", "GITHUB_TOKEN"] }),
    );
    expect(names.sort()).toEqual(
      [
        ...["AWS_PROFILE", "AWS_REGION", "GITHUB_EVENT_PATH", "GITHUB_SHA", "HOME", "LC_ALL", "PATH"],
        ...["RUNNER_TRACKING_ID", "SECRET", "TZ"],
      ].sort(),
    );
  });
});

it("is never told by a recorded spec what the runner and opus are to be told", () => {
  const spec = { env: { GITHUB_ENV: "x", opus_task: "x", FINE: "y" }, secretEnv: { ACTIONS_RUNTIME_TOKEN: "x" } };
  const names = Object.keys(childEnvironment({ PATH: "/bin" }, spec, { OPUS_TASK: "t" }));
  expect(names.sort()).toEqual(["FINE", "OPUS_TASK", "PATH"]);
});

describe("environmentProblems", () => {
  it("locates names that may not be set or asked for", () => {
    expect(
      environmentProblems({
        env: { OPUS_TASK: "x", FINE: "y", BAD: "a\0b" },
        secretEnv: { GITHUB_TOKEN: "x", "INPUT_A/B": "x" },
        passEnv: ["FINE", "GITHUB_OUTPUT", "ACTIONS_*"],
      }),
    ).toEqual([
      {
        code: "reserved-variable",
        message: "`env` may not set OPUS_TASK",
        pointer: "/env/OPUS_TASK",
        atKey: true,
        suggestion: "Choose another name: those that begin with OPUS_ are for what opus tells scripts.",
      },
      {
        code: "bad-variable",
        message: "the value of BAD holds a NUL character, which no environment variable can",
        pointer: "/env/BAD",
      },
      {
        code: "reserved-variable",
        message: "`secretEnv` may not set GITHUB_TOKEN",
        pointer: "/secretEnv/GITHUB_TOKEN",
        atKey: true,
        suggestion: "Declare the token as a secret, and give it to the script as GH_TOKEN in `secretEnv`.",
      },
      {
        code: "reserved-variable",
        message: "`secretEnv` may not set INPUT_A/B",
        pointer: "/secretEnv/INPUT_A~1B",
        atKey: true,
        suggestion: "Choose another name: this one belongs to the runner.",
      },
      {
        code: "reserved-variable",
        message: "`passEnv` may not hand GITHUB_OUTPUT through: scripts never get it",
        pointer: "/passEnv/1",
        suggestion: "Write outputs to the file that $OPUS_OUTPUT names.",
      },
    ]);
  });
});
