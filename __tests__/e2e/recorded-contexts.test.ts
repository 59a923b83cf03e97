import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GitServer } from "../peers/git-server.ts";
import { QuickRig } from "./quick-rig.ts";

const key = "a-passphrase-of-forty-signs-0123456789-0123";
const project = (contexts: string, name = "demo") =>
  `apiVersion: opus/v1\nkind: Project\nmetadata: {name: ${name}}\nspec:\n  contexts: [${contexts}]\n`;
const file = (name: string) =>
  `---\napiVersion: opus/v1\nkind: File\nmetadata: {name: ${name}}\nspec: {path: out/${name}.txt, content: "1"}\n`;
const anything = project("{ input: true }");

let rig: QuickRig;
beforeEach(() => {
  rig = new QuickRig({ "opus.yaml": anything + file("a") });
});
afterEach(() => rig[Symbol.dispose]());

const list = (inputs: { readonly [name: string]: string } = {}) =>
  rig.step({ command: "contexts", recorded: "true", ...inputs });

async function apply(context: string, inputs: { readonly [name: string]: string } = {}): Promise<void> {
  const { exitCode, log } = await rig.step({ command: "apply", context, ...inputs });
  expect([exitCode, log]).toEqual([0, expect.any(String)]);
  rig.remove("out");
}

describe("contexts with recorded", () => {
  it("lists what is recorded on the branch, of this project alone, with what it can't open, and asks no rule", async () => {
    const git = await GitServer.start();
    try {
      rig.remote = git;
      // There is no branch yet.
      expect((await list()).outputs.contexts).toBe("[]");
      await apply("pr-7");
      await apply("pr-12", { "encryption-key": key });
      rig.write("opus.yaml", project("{ input: true }", "another") + file("a"));
      await apply("pr-9");
      rig.write("opus.yaml", project("{ branch: release, context: prod }") + file("a"));
      const listed = await list();
      expect([listed.exitCode, listed.outputs.contexts]).toEqual([0, '["pr-12","pr-7"]']);
      expect(listed.log).toContain('what is recorded of "pr-12" can\'t be read, so it is listed');
      // What a whole delete has emptied is left out.
      expect((await rig.step({ command: "delete", context: "pr-7" })).exitCode).toBe(0);
      expect((await list()).outputs.contexts).toBe('["pr-12"]');
      // Where the branch can't be read, it never says that there is nothing.
      git.fault = () => ({ kind: "status", code: 403 });
      const failed = await list();
      expect([failed.exitCode, failed.outputs["failure-reason"]]).toEqual([1, "state-unavailable"]);
    } finally {
      await git.close();
    }
  });

  it("lists states in a folder too", async () => {
    await apply("pr-7");
    expect((await list()).outputs.contexts).toBe('["pr-7"]');
  });

  it.each([
    [{ command: "plan" }, "the input `recorded` is for the command contexts, not for plan"],
    [{ context: "pr-7" }, "the input `recorded` lists all contexts, so it goes without the input `context`"],
  ])("is refused with %j", async (inputs, words) => {
    const listed = await list(inputs);
    expect([listed.exitCode, listed.log]).toEqual([1, expect.stringContaining(words)]);
  });
});
