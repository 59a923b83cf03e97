import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GitServer } from "../peers/git-server.ts";
import { QuickRig } from "./quick-rig.ts";

const key = "a-passphrase-of-forty-signs-0123456789-0123";
const project = (contexts: string, name = "demo") =>
  `apiVersion: opus/v1\nkind: Project\nmetadata: {name: ${name}}\nspec:\n  contexts: [${contexts}]\n`;
const file = (name: string) =>
  `---\napiVersion: opus/v1\nkind: File\nmetadata: {name: ${name}}\nspec: {path: out/${name}.txt, content: "1"}\n`;
const anything = project("{ input: true }");

let git: GitServer;
let rig: QuickRig;
beforeEach(async () => {
  git = await GitServer.start();
  rig = new QuickRig({ "opus.yaml": anything + file("a") });
  rig.remote = git;
});
afterEach(async () => {
  rig[Symbol.dispose]();
  await git.close();
});

const list = (inputs: { readonly [name: string]: string } = {}) =>
  rig.step({ command: "contexts", recorded: "true", ...inputs });

async function apply(context: string, inputs: { readonly [name: string]: string } = {}): Promise<void> {
  const { exitCode, log } = await rig.step({ command: "apply", context, ...inputs });
  expect([exitCode, log]).toEqual([0, expect.any(String)]);
  rig.remove("out");
}

describe("contexts with recorded", () => {
  it("lists what is recorded, of this project alone, and asks no rule", async () => {
    await apply("pr-7");
    await apply("pr-12");
    rig.write("opus.yaml", project("{ input: true }", "another") + file("a"));
    await apply("pr-9");
    rig.write("opus.yaml", project("{ branch: release, context: prod }") + file("a"));
    const listed = await list();
    expect([listed.exitCode, listed.outputs.contexts]).toEqual([0, '["pr-12","pr-7"]']);
    expect(listed.log).toContain("pr-12");
  });

  it("leaves out what a whole delete has emptied, and lists nothing where there is no branch yet", async () => {
    expect((await list()).outputs.contexts).toBe("[]");
    await apply("pr-7");
    await apply("pr-8");
    expect((await rig.step({ command: "delete", context: "pr-7" })).exitCode).toBe(0);
    expect((await list()).outputs.contexts).toBe('["pr-8"]');
  });

  it("lists what it can't open, and says so", async () => {
    await apply("pr-7", { "encryption-key": key });
    const listed = await list();
    expect([listed.exitCode, listed.outputs.contexts]).toEqual([0, '["pr-7"]']);
    expect(listed.log).toContain('what is recorded of "pr-7" can\'t be read, so it is listed');
  });

  it("fails where the branch can't be read, and never says that there is nothing", async () => {
    git.fault = () => ({ kind: "status", code: 403 });
    const listed = await list();
    expect([listed.exitCode, listed.outputs["failure-reason"]]).toEqual([1, "state-unavailable"]);
  });

  it("lists states in a folder too", async () => {
    rig.remote = undefined;
    await apply("pr-7");
    expect((await list()).outputs.contexts).toBe('["pr-7"]');
  });

  it.each([
    [{ command: "plan" }, '"recorded" is for the command contexts, not for plan'],
    [{ context: "pr-7" }, '"recorded" lists all contexts, so it goes with no "context"'],
  ])("is refused with %j", async (inputs, words) => {
    const listed = await list(inputs);
    expect([listed.exitCode, listed.log]).toEqual([1, expect.stringContaining(words)]);
  });
});
