// What docs/recipes.md says, done as it stands there.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createEmulator } from "emulate";
import { expect, it } from "vitest";
import { QuickRig } from "./quick-rig.ts";
import { changes } from "./rig.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/recipes.md"), "utf8");

function recipe(heading: string): string {
  const [, text] = new RegExp(`^## ${heading}\n.*?^\`\`\`yaml\n(.*?)^\`\`\``, "ms").exec(page) ?? [];
  if (text === undefined) throw new Error(`no manifest stands under "${heading}"`);
  return text;
}

it("a label is made, left alone, mended, taken over, and deleted", async () => {
  const token = "the-token-of-a-maintainer";
  const seed = {
    tokens: { [token]: { login: "lead" } },
    github: {
      users: [{ login: "lead" }],
      orgs: [{ login: "octo", members: [{ login: "lead", role: "admin" }] }],
      repos: [{ owner: "octo", name: "storefront" }],
    },
  };
  const emulator = await createEmulator({ service: "github", port: 0, seed });
  await using _ = { [Symbol.asyncDispose]: () => emulator.close() };
  const { host, origin } = new URL(emulator.url.replace("localhost", "127.0.0.1"));
  const allow = `http: { allow: ["${host}"] }`;
  const text = recipe("The labels of a repository")
    .replace("https://api.github.com", origin)
    .replace("spec: { contexts:", `spec: { ${allow}, contexts:`);
  using rig = new QuickRig({ "opus.yaml": text });
  const env = { LABELS_TOKEN: token };
  const does = async (command: string) => {
    const step = await rig.step({ command }, { env });
    expect(step.exitCode, step.log).toBe(0);
    return changes(step.report);
  };
  const label = async (method = "GET", body?: object) => {
    const response = await fetch(`${origin}/repos/octo/storefront/labels/bug`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body && { body: JSON.stringify(body) }),
    });
    return response.ok ? await response.json() : response.status;
  };
  // Some servers have labels from the beginning.
  await label("DELETE");
  expect(await does("apply")).toEqual({ "label-bug": "create" });
  expect(await label()).toMatchObject({ name: "bug", color: "d73a4a", description: "Something does not work" });
  expect(await does("apply")).toEqual({ "label-bug": "noop" });
  await label("PATCH", { color: "000000" });
  expect(await does("apply")).toEqual({ "label-bug": "update" });
  expect(await label()).toMatchObject({ color: "d73a4a" });
  const emptied = `${text.slice(0, text.indexOf("---\napiVersion: opus/v1\nkind: HttpResource"))}`;
  rig.write("opus.yaml", emptied);
  const gone = await rig.step({ command: "apply", "max-deletes": "1" }, { env });
  expect(gone.exitCode, gone.log).toBe(0);
  expect(await label()).toBe(404);
});
