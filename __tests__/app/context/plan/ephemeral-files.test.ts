import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EphemeralFiles } from "../../../../src/app/context/plan/ephemeral-files.ts";
import type { PlannedTask } from "../../../../src/engine/plan/planned-task.ts";
import type { TaskProcessor } from "../../../../src/engine/ports/processor.ts";
import { Workspace } from "../../../../src/node/workspace/workspace.ts";
import { shellProcessor } from "../../../../src/processors/shell/shell.ts";
import { temporaryFolders } from "../../../node/temporary.ts";

const folder = temporaryFolders();
const environment = { GITHUB_ACTIONS: "true", RUNNER_ENVIRONMENT: "github-hosted" };

/** A task of Shell with `outputs`, as far as it is looked at. */
function producing(name: string, outputs: readonly string[], unknowns: readonly string[] = []): PlannedTask {
  const processor = shellProcessor({
    files: undefined as never,
    hash: () => "",
    validate: () => [],
    environment: {},
    run: undefined as never,
  }) as unknown as TaskProcessor;
  const spec = { create: "make", outputs };
  return {
    name,
    task: {},
    desired: { value: spec, stored: spec, unknowns: new Map(unknowns.map((pointer) => [pointer, ["a:B"]])) },
    processor,
    decision: { change: "noop" },
    lifecycle: {},
    hidden: false,
    location: null,
  } as unknown as PlannedTask;
}

async function noted(top: string, tasks: readonly PlannedTask[], working = top): Promise<string | undefined> {
  const ephemeralFiles = new EphemeralFiles(environment, {
    workspace: new Workspace(top, "."),
    workingDirectory: working,
  });
  await ephemeralFiles.look({ tasks });
  return ephemeralFiles.note()?.message.split(" in the workspace")[0];
}

describe("files that a script produces", () => {
  it("are gone with the runner unless some of each glob are committed", async () => {
    const top = folder();
    mkdirSync(join(top, "app/dist/deep"), { recursive: true });
    writeFileSync(join(top, "app/dist/deep/a.js"), "");
    writeFileSync(join(top, "app/model.bin"), "");
    const build = producing("build", ["dist/**/*.js"]);
    const train = producing("train", ["dist/**/*.js", "model.bin"]);
    const app = join(top, "app");
    expect(await noted(top, [build, train], app)).toBe('"build" and "train" make files');
    execFileSync("git", ["init", "--quiet"], { cwd: top });
    expect(await noted(top, [build, train], app)).toBe('"build" and "train" make files');
    execFileSync("git", ["add", "app/dist"], { cwd: top });
    expect(await noted(top, [build, train], app)).toBe('"train" makes files');
    execFileSync("git", ["add", "app/model.bin"], { cwd: top });
    expect(await noted(top, [build, train], app)).toBeUndefined();
  });

  it("are not guessed about: where they are not known yet, where there are none, where git does not tell", async () => {
    const top = folder();
    expect(await noted(top, [producing("a", ["${VAR:a:B}"], ["/outputs/0"]), producing("b", [])])).toBeUndefined();
    mkdirSync(join(top, ".git"));
    expect(await noted(top, [producing("a", ["dist/*"])])).toBeUndefined();
  });
});
