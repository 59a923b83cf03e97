import { chmodSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/engine/json/json.ts";
import type { TaskProcessor } from "../../../src/engine/ports/processor.ts";
import { checkMode } from "../../../src/node/files/file-writing.ts";
import { sha256 } from "../../../src/node/sha256.ts";
import { Workspace } from "../../../src/node/workspace/workspace.ts";
import { fileProcessor } from "../../../src/processors/file/file.ts";
import { modeAs } from "../../../src/processors/file/file-mode.ts";
import { validateSpec } from "../../../src/schema/validate.ts";
import { testIo } from "../../contracts/task-processor.ts";
import { temporaryFolders } from "../../node/temporary.ts";

const folder = temporaryFolders();
const onlyWritable = 0o200;

describe("modeAs", () => {
  const file = { state: "present", type: "file", size: 0, links: 1 } as const;
  it.each([
    // Windows shows 0666 and 0444, and nothing else.
    ["0755", 0o666, 0o755],
    ["0700", 0o666, 0o700],
    ["0444", 0o444, 0o444],
    ["0577", 0o444, 0o577],
    ["0755", 0o444, 0o555],
    ["0644", 0o444, 0o444],
    ["0444", 0o666, 0o644],
    ["0555", 0o666, 0o755],
  ])(
    "of a file declared as %s, found as %o where only that it may be written is kept, is %o",
    (declared, mode, shown) => {
      expect(modeAs({ ...file, mode, kept: onlyWritable }, Number.parseInt(declared, 8))).toBe(shown);
      expect(modeAs({ ...file, mode }, Number.parseInt(declared, 8))).toBe(mode);
    },
  );

  it("without a declared mode is as it was found", () => {
    expect(modeAs({ ...file, mode: 0o666, kept: onlyWritable }, undefined)).toBe(0o666);
  });
});

describe("a File where only is kept whether it may be written", () => {
  const rig = () => {
    const root = folder();
    const file = fileProcessor({
      files: new Workspace(root, ".", { keptMode: onlyWritable }),
      hash: sha256,
      validate: validateSpec,
    }) as unknown as TaskProcessor;
    const spec: JsonObject = { path: "tool", content: "x\n", mode: "0755" };
    const look = async () => {
      const found = await file.observe(spec, testIo());
      if (found.state !== "present") throw new Error(found.state);
      return file.compare?.differs?.(found.facts, spec, undefined);
    };
    return { path: join(root, "tool"), file, spec, look };
  };

  it("does not differ in what is not kept", async () => {
    const { path, look } = rig();
    writeFileSync(path, "x\n");
    chmodSync(path, 0o666);
    expect(await look()).toEqual([]);
  });

  it("differs where somebody has made it read-only, and is made writable again", async () => {
    const { path, file, spec, look } = rig();
    writeFileSync(path, "x\n");
    chmodSync(path, 0o444);
    expect(await look()).toEqual([{ path: "/mode", before: "0555", after: "0755" }]);
    await file.update(spec, spec, testIo());
    expect(statSync(path).mode & 0o200).toBe(0o200);
    expect(await look()).toEqual([]);
  });
});

it("refuses a mode that a file system has not taken", () => {
  expect(() => checkMode({ mode: 0o100777 } as never, 0o777)).not.toThrow();
  expect(() => checkMode({ mode: 0o100777 } as never, 0o644)).toThrow(expect.objectContaining({ code: "ENOTSUP" }));
});
