import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { handoverPlace } from "../../../src/app/post-step/handover-place.ts";
import { nothingLeft } from "../../../src/app/post-step/nothing-left.ts";
import { makePrivateFolder } from "../../../src/node/files/private-folders.ts";
import { temporaryFolders } from "../../node/temporary.ts";

const folder = temporaryFolders();
let temporary: string;
let path: string;
const left = (more: { readonly [name: string]: string } = {}): boolean =>
  nothingLeft({ RUNNER_TEMP: temporary, STATE_handover: path, ...more });

beforeEach(() => {
  temporary = folder();
  path = handoverPlace(temporary, "01234567-89ab-cdef-0123-456789abcdef");
  // Other runs on this machine may have left something in the folder of all.
  vi.stubEnv("TMPDIR", join(temporary, "all"));
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe("a step has left nothing", () => {
  it("when its handover is gone, or it never began one", () => {
    expect(left()).toBe(true);
    expect(left({ STATE_handover: "" })).toBe(true);
    mkdirSync(dirname(path));
    expect(left()).toBe(true);
    writeFileSync(join(temporary, "opus-notes.txt"), "");
    expect(left()).toBe(true);
  });

  it("which is not said when something is at the place of the handover, or another place is named", () => {
    expect(left({ STATE_handover: join(temporary, "gone.json") })).toBe(false);
    mkdirSync(dirname(path));
    symlinkSync("nowhere", path);
    expect(left()).toBe(false);
  });

  it.each(["", "all", "opus/local/scripts", "opus/local/plans"])(
    "nor when some run has made a folder for itself in RUNNER_TEMP/%s",
    (inside) => {
      makePrivateFolder([join(temporary, inside)], "script");
      expect(left()).toBe(false);
    },
  );

  it("nor when the post step was asked to tell what it does", () => {
    expect(left({ RUNNER_DEBUG: "1" })).toBe(false);
  });
});
