import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { openCapabilities } from "../../../src/app/authorize/capabilities.ts";
import { loadKinds } from "../../../src/app/extensions/load-kinds.ts";
import type { Loaded } from "../../../src/app/load/load-project.ts";
import { createRedactor } from "../../../src/engine/redaction/redactor.ts";
import { readManifest } from "../../../src/manifest/load.ts";
import { ModuleCalls } from "../../../src/node/modules/module-calls.ts";
import { ProcessGroups } from "../../../src/node/processes/process-groups.ts";
import { manifestFiles } from "../../../src/node/workspace/manifest-files.ts";
import { Workspace } from "../../../src/node/workspace/workspace.ts";
import { temporaryFolders } from "../../node/temporary.ts";

const folder = temporaryFolders();
const manifest = `apiVersion: opus/v1
kind: Project
metadata: {name: demo}
spec: {processors: [./kinds/*.mjs]}
`;

/** A module with a kind; it imports a file beside it. */
const module = (more = ""): string => `import { text } from "./lib/text.mjs";
const nothing = async () => text;
export default { apiVersion: "example.com/v1", kind: "Thing", observe: nothing, create: nothing, update: nothing, delete: nothing, ${more} };
`;

/** Versions of the kinds of a repository, by name. Each is another folder: Node imports a file once. */
async function versions(files: { readonly [path: string]: string }) {
  const root = folder();
  for (const [path, text] of Object.entries({ "opus.yaml": manifest, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const workspace = new Workspace(root, ".");
  const loaded: Loaded = {
    workspace,
    workingDirectory: root,
    github: { values: {}, event: undefined, eventProblem: undefined },
    trust: { trusted: true, why: "" },
    manifest: readManifest(["opus.yaml"], manifestFiles(workspace)).check(() => undefined),
    project: "demo",
    formerDefaults: [],
    stateNamed: false,
    projectAlone: false,
  };
  const capabilities = openCapabilities(
    loaded,
    { environment: {}, terminal: true, redactor: createRedactor() },
    new ProcessGroups(),
    {},
  );
  const kinds = await loadKinds({ loaded, capabilities, version: "1.2.3", modules: new ModuleCalls() });
  if (!kinds.ok) return kinds.error.map(({ message }) => message);
  const version = (apiVersion: string, kind: string) => kinds.value.get(apiVersion, kind)?.version;
  return {
    file: version("opus/v1", "File"),
    shell: version("opus/v1", "Shell"),
    thing: version("example.com/v1", "Thing"),
  };
}

const lib = 'export const text = "one";';

describe("the version of a kind", () => {
  it("is that of the program, and the code of a module with what it imports", async () => {
    const before = await versions({ "kinds/thing.mjs": module(), "kinds/lib/text.mjs": lib });
    expect(before).toEqual({ file: "1.2.3", shell: "1.2.3", thing: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) });
    expect(await versions({ "kinds/thing.mjs": module(), "kinds/lib/text.mjs": lib })).toEqual(before);
    expect(await versions({ "kinds/thing.mjs": module(), "kinds/lib/text.mjs": `${lib}\n` })).not.toEqual(before);
    expect(await versions({ "kinds/thing.mjs": `${module()}\n`, "kinds/lib/text.mjs": lib })).not.toEqual(before);
  });

  it("has what the module itself says besides: what its files don't show", async () => {
    const computed = module("version: [`2.${1}`].join()");
    expect(await versions({ "kinds/thing.mjs": computed, "kinds/lib/text.mjs": lib })).toMatchObject({
      thing: expect.stringMatching(/^2\.1 sha256:[0-9a-f]{64}$/),
    });
  });

  it("is a text", async () => {
    expect(await versions({ "kinds/thing.mjs": module("version: 2"), "kinds/lib/text.mjs": lib })).toEqual([
      "kinds/thing.mjs: default export: `version` is not a text",
    ]);
  });
});
