import { describe, expect, it } from "vitest";
import { insist } from "../../../../src/engine/execute/calls/insist.ts";
import { heldFileMs, heldFilePollMs } from "../../../../src/engine/model/timing.ts";

const refusal = (code: string) => Object.assign(new Error(code), { code });

/** Runs something that fails so often, and tells how often it was tried and how long it was waited. */
function attempts(platform: string, failures: readonly string[]) {
  const left = [...failures];
  let tries = 0;
  let waited = 0;
  let thrown: unknown;
  try {
    insist(
      platform,
      () => {
        tries++;
        const code = left.shift();
        if (code !== undefined) throw refusal(code);
      },
      (ms) => {
        waited += ms;
      },
    );
  } catch (error) {
    thrown = error;
  }
  return { tries, waited, thrown };
}

describe("insist", () => {
  it("tries again on Windows while another program has the file open", () => {
    expect(attempts("win32", ["EPERM", "EBUSY", "EACCES"])).toEqual({
      tries: 4,
      waited: 3 * heldFilePollMs,
      thrown: undefined,
    });
  });

  it("gives up after its time, with the last error", () => {
    const { waited, thrown } = attempts("win32", [...Array(1_000).fill("EBUSY"), "EPERM"]);
    expect(waited).toBe(heldFileMs);
    expect(thrown).toEqual(refusal("EBUSY"));
  });

  it.each([
    ["linux", "EBUSY"],
    ["darwin", "EPERM"],
    ["win32", "ENOENT"],
  ])("tries once on %s after %s", (platform, code) => {
    expect(attempts(platform, [code])).toEqual({ tries: 1, waited: 0, thrown: refusal(code) });
  });
});
