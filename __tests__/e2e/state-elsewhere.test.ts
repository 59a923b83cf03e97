import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GitServer } from "../peers/git-server.ts";
import { Clone } from "./clone.ts";
import { QuickRig as Rig } from "./quick-rig.ts";

const manifest = (state = ""): string => `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec:
  contexts: [{input: true}]
${state}---
apiVersion: opus/v1
kind: File
metadata: {name: greeting}
spec: {path: out/hello.txt, content: hello}
`;

let folder: string;
let server: GitServer;
/** A clone of a repository whose workflow has applied the context `test`. */
let clone: Clone;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "opus-clones-"));
  server = await GitServer.start({ folder });
  server.write("main", { "opus.yaml": manifest(), ".gitignore": "out\n" });
  using rig = new Rig({ "opus.yaml": manifest() });
  rig.remote = { url: server.url, token: server.token };
  const applied = await rig.step({ command: "apply", context: "test" });
  expect(applied.exitCode, applied.log).toBe(0);
  clone = await Clone.of(join(folder, "home"), withToken());
  server.requests.length = 0;
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function withToken(): string {
  return server.remote.replace("http://", `http://mona:${server.token}@`);
}

const ways =
  "To use the state on the branch, add `--state-backend branch`, or say it for good in `spec` of the Project: `state: {backend: branch}`. If files are meant: `--state-backend file`.";

function there(context = "test"): string {
  return `the branch opus-state of ${server.remote} has a state of demo/${context}, and nothing is recorded in ${clone.workspace}/.opus/state/demo/${context}/state.json`;
}

describe("in a clone whose origin has the state on its branch", () => {
  it("what looks at files says where the state is, with what the last fetch brought", async () => {
    for (const command of ["plan", "drift", "describe"]) {
      const looked = await clone.paste(`opus ${command} --context test`);
      expect([looked.exitCode, looked.log]).toEqual([
        0,
        expect.stringContaining(`warning state-elsewhere: ${there()}: this command does not see it\n  ${ways}\n`),
      ]);
    }
    expect([server.requests, clone.exists(".opus")]).toEqual([[], false]);
    const branch = await clone.paste("opus plan --context test --state-backend branch");
    expect([branch.exitCode, branch.log]).toEqual([0, expect.not.stringContaining("state-elsewhere")]);
    expect(branch.log).toContain("demo/test/state.json on the branch opus-state");
  });

  it("what would act as if nothing had been made is not begun, and both ways out lead out", async () => {
    for (const command of [
      "apply",
      "create",
      "update",
      "delete",
      "rollback",
      "forget --target x",
      "unlock --lock-id x",
    ]) {
      const refused = await clone.paste(`opus ${command} --context test`);
      const name = command.split(" ")[0];
      expect([refused.exitCode, refused.log]).toEqual([
        1,
        expect.stringContaining(
          `error state-elsewhere: ${there()}. \`${name}\` would go by the files, as if nothing had been made yet, so it was not begun\n  ${ways}\n`,
        ),
      ]);
      expect(refused.log).toContain(`${name} failed (invalid-input)`);
    }
    expect([clone.exists("out"), clone.exists(".opus")]).toEqual([false, false]);

    const branch = await clone.paste("opus apply --context test --state-backend branch");
    expect([branch.exitCode, clone.read("out/hello.txt")], branch.log).toEqual([0, "hello"]);
    expect(JSON.parse(server.file("opus-state", "demo/test/state.json") ?? "").serial).toBeGreaterThan(2);
    rmSync(join(clone.workspace, "out"), { recursive: true });
    const files = await clone.paste("opus apply --context test --state-backend file");
    expect([files.exitCode, clone.exists(".opus/state/demo/test/state.json")], files.log).toEqual([0, true]);

    // From now on there are two: that is said, and nothing is refused any more.
    const again = await clone.paste("opus apply --context test");
    expect([again.exitCode, again.log]).toEqual([
      0,
      expect.stringContaining(
        `warning state-elsewhere: the branch opus-state of ${server.remote} has a state of demo/test, and ${clone.workspace}/.opus/state/demo/test/state.json has another one: this command does not see it\n`,
      ),
    ]);
    const listed = await clone.paste("opus state list --context test");
    expect([listed.exitCode, listed.log]).toEqual([
      0,
      expect.stringMatching(/^opus: warning: the branch .* has another one/m),
    ]);
    expect(listed.log).toContain("greeting  File");
  });

  it("a list of what is recorded says what is not in it, also before anything was fetched", async () => {
    clone.write("opus.yaml", manifest().replace("{input: true}", "{input: [test, prod]}"));
    const told = `warning state-elsewhere: the branch opus-state of ${server.remote} has states of demo that are not in this list, which goes by the folder of states here: test\n  ${ways}\n`;
    const tracked = await clone.paste("opus contexts --recorded");
    expect([tracked.exitCode, tracked.log]).toEqual([0, expect.stringContaining(told)]);
    expect((await clone.paste("git update-ref -d refs/remotes/origin/opus-state")).exitCode).toBe(0);
    const asked = await clone.paste("opus contexts --recorded");
    expect([asked.exitCode, asked.log]).toEqual([0, expect.stringContaining(told)]);
    for (const more of ["--state-backend branch", "--state-backend file"]) {
      const said = await clone.paste(`opus contexts --recorded ${more}`);
      expect([said.exitCode, said.log]).toEqual([0, expect.not.stringContaining("state-elsewhere")]);
    }
  });

  it("a delete of what neither knows is an error", async () => {
    const nothing = await clone.paste("opus delete --context tset");
    expect([nothing.exitCode, nothing.log]).toEqual([
      1,
      expect.stringMatching(
        /error nothing-recorded: nothing was ever recorded of demo\/tset in .+, so nothing was deleted\n {2}Of demo nothing is recorded there\. Correct `--context`; or say where the state is with `--state-backend`,/,
      ),
    ]);
  });

  it("`opus state` does not say that nothing is stored", async () => {
    clone.write("state.json", server.file("opus-state", "demo/test/state.json") ?? "");
    for (const command of ["list", "list --json", "show", "pull", "history", "rm x", "mv a b", "push state.json"]) {
      const refused = await clone.paste(`opus state ${command} --context test`);
      const name = `state ${command.split(" ")[0]}`;
      expect([refused.exitCode, refused.log]).toEqual([
        1,
        `opus: ${there()}. \`${name}\` would go by the files, as if nothing had been made yet, so it was not begun\n  ${ways}\n`,
      ]);
    }
    // The only context that the branch has is meant.
    const alone = await clone.paste("opus state list");
    expect([alone.exitCode, alone.log]).toEqual([1, expect.stringContaining(there())]);
    const listed = await clone.paste("opus state list --context test --state-backend branch");
    expect([listed.exitCode, listed.log]).toEqual([0, expect.stringContaining("greeting  File")]);
    const history = await clone.paste("opus state history --context test --state-backend branch");
    expect([history.exitCode, history.log]).toEqual([0, expect.stringContaining("apply created 1")]);
  });

  it("a state under a former name of the project is the one", async () => {
    clone.write("opus.yaml", manifest().replace("{name: demo}", "{name: shop, formerNames: [demo]}"));
    const told = `the branch opus-state of ${server.remote} has a state of shop/test, under its former name demo, and nothing is recorded`;
    const tracked = await clone.paste("opus apply --context test");
    expect([tracked.exitCode, tracked.log]).toEqual([1, expect.stringContaining(told)]);
    expect((await clone.paste("git update-ref -d refs/remotes/origin/opus-state")).exitCode).toBe(0);
    const asked = await clone.paste("opus apply --context test");
    expect([asked.exitCode, asked.log]).toEqual([1, expect.stringContaining(told)]);
  });

  it("nothing is said where somebody has chosen, and of other contexts and projects", async () => {
    const quiet = async (line: string): Promise<void> => {
      const ended = await clone.paste(line);
      expect([ended.exitCode, ended.log]).toEqual([0, expect.not.stringContaining("state-elsewhere")]);
    };
    await quiet("opus plan --context test --state-backend file");
    await quiet("opus plan --context test --state-path .opus/mine");
    for (const place of ["{backend: file}", "{path: kept}", "{backend: branch}"]) {
      clone.write("opus.yaml", manifest(`  state: ${place}\n`));
      await quiet("opus plan --context test");
    }
    clone.write("opus.yaml", manifest());
    await quiet("opus plan --context other");
    await quiet("opus apply --context other");
    clone.write("opus.yaml", manifest().replace("name: demo", "name: another"));
    await quiet("opus plan --context test");
  });
});

describe("where the clone has never fetched the branch", () => {
  beforeEach(async () => {
    expect((await clone.paste("git update-ref -d refs/remotes/origin/opus-state")).exitCode).toBe(0);
  });

  it("the server is asked, once for all contexts, and nothing of the clone changes", async () => {
    clone.write("opus.yaml", manifest().replace("{input: true}", "{input: true}, {contexts: [test, prod, dev]}"));
    const refs = await clone.paste("git for-each-ref && git count-objects -v");
    const plan = await clone.paste("opus plan");
    expect([plan.exitCode, plan.log.match(/state-elsewhere: .*/g)]).toEqual([
      0,
      [`state-elsewhere: ${there()}: this command does not see it`],
    ]);
    // A server that knows nobody first says so.
    const asked = server.requests.filter(({ method, path }) => method === "GET" && path.includes("git-upload-pack"));
    expect(asked.length).toBeLessThanOrEqual(4);
    expect((await clone.paste("git for-each-ref && git count-objects -v")).log).toBe(refs.log);
    expect((await clone.paste("opus apply --context test")).log).toContain(`error state-elsewhere: ${there()}`);
  });

  it("a lock alone is something, too: a first run is under way there", async () => {
    const lock = JSON.stringify({ format: "opus-lock", version: 1, id: "3f2a" });
    server.write("opus-state", { "demo/prod/lock.json": lock });
    const refused = await clone.paste("opus unlock --context prod --lock-id 3f2a");
    expect([refused.exitCode, refused.log]).toEqual([1, expect.stringContaining(there("prod"))]);
  });

  it("a server that can't be reached, refuses or never answers is nobody's trouble", async () => {
    const quiet = async (): Promise<void> => {
      const plan = await clone.paste("opus plan --context test");
      expect([plan.exitCode, plan.log]).toEqual([0, expect.stringContaining("Plan: 1 to create.")]);
      expect(plan.log).not.toMatch(/warning|error/);
    };
    server.fault = () => ({ kind: "hang" });
    await quiet();
    server.fault = () => ({ kind: "status", code: 500 });
    await quiet();
    server.fault = () => undefined;
    for (const remote of ["http://127.0.0.1:9/octo/storefront", server.remote, "/nowhere", "ssh://127.0.0.1:9/x"]) {
      await clone.paste(`git remote set-url origin ${remote}`);
      await quiet();
    }
    await clone.paste("git remote remove origin");
    await quiet();
    await clone.paste(`git remote add origin '${withToken()}'`);
    clone.program("git", "exit 1");
    await quiet();
  });

  it("nobody is asked in a workflow", async () => {
    server.requests.length = 0;
    const env = { GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: "push", GITHUB_EVENT_PATH: "event.json" };
    clone.write("event.json", "{}");
    const plan = await clone.paste("opus plan --context test", env);
    expect([plan.exitCode, server.requests], plan.log).toEqual([0, []]);
    expect(plan.log).not.toContain("state-elsewhere");
  });
});

describe("the folder .opus ignores itself for git", () => {
  const status = async (): Promise<string> => (await clone.paste("git status --short --ignored")).log;

  it("when it is made, and when it was made by an earlier version", async () => {
    expect((await clone.paste("opus plan --context other")).exitCode).toBe(0);
    expect(clone.exists(".opus")).toBe(false);
    expect((await clone.paste("opus apply --context other")).exitCode).toBe(0);
    expect(await status()).toBe("!! .opus/\n!! out/\n");
    rmSync(join(clone.workspace, ".opus/.gitignore"));
    expect(await status()).toBe("?? .opus/\n!! out/\n");
    expect((await clone.paste("opus state list --context other")).exitCode).toBe(0);
    expect(clone.exists(".opus/.gitignore")).toBe(false);
    expect((await clone.paste("opus apply --context other")).exitCode).toBe(0);
    expect(await status()).toBe("!! .opus/\n!! out/\n");
  });

  it("and leaves alone what is the user's", async () => {
    clone.write(".opus/notes.md", "mine");
    expect((await clone.paste("opus apply --context other")).exitCode).toBe(0);
    expect(await status()).toBe("?? .opus/\n!! .opus/state/\n!! out/\n");
    clone.write(".opus/state/.gitignore", "!*\n");
    expect((await clone.paste("opus apply --context third --state-path kept")).exitCode).toBe(0);
    expect((await clone.paste("opus apply --context other")).exitCode).toBe(0);
    expect([clone.read(".opus/state/.gitignore"), clone.exists(".opus/.gitignore")]).toEqual(["!*\n", false]);
    expect([clone.exists("kept/demo/third/state.json"), clone.exists("kept/.gitignore")]).toEqual([true, false]);
  });
});
