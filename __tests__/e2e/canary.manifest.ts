import { createHash } from "node:crypto";

/** Where a manifest trips something when it may act. */
export interface Traps {
  /** Absolute path of a folder: whatever runs leaves a file there. */
  readonly canaries: string;
  /** Address of a listener that counts connections. */
  readonly listener: string;
}

/** The commands that a step can be called with and that write; `teardown` is a name of the project for `delete`. */
export const writing = ["apply", "create", "update", "rollback", "teardown", "forget", "unlock"];
/** Those that don't. */
export const looking = ["plan", "drift", "describe", "validate"];

const outsideWord = "canary-outside-2c7d41";
/** A state whose error shows what it holds. */
export const outsideState = `{"format": "${outsideWord}"}\n`;
/** What stands in files outside of the workspace; wrong as YAML, so that a message would show it. */
export const outsideContent = `${outsideWord}: [${outsideWord}\n`;
/** What nobody who has not read them can know. */
export const outsideTraces = [outsideContent, outsideState].flatMap((text) => [
  outsideWord,
  createHash("sha256").update(text).digest("hex"),
]);

const documents = (...all: readonly object[]): string => all.map((one) => `---\n${JSON.stringify(one)}\n`).join("");

const document = (kind: string, name: string, spec: object, apiVersion = "opus/v1"): object => ({
  apiVersion,
  kind,
  metadata: { name },
  spec,
});

const shell = ({ canaries }: Traps, name: string, more: object = {}): object => {
  const script = (what: string): string => {
    const found = what === "read" ? `[ ! -e '${canaries}/${name}-create' ] || echo '{"a": 1}'` : "";
    return `: > '${canaries}/${name}-${what}'\n${found || 'echo "FOUND=yes" >> "$OPUS_OUTPUT"'}\n`;
  };
  const scripts = ["create", "update", "read", "delete", "rollback"].map((what) => [what, script(what)]);
  return document("Shell", name, { ...Object.fromEntries(scripts), ...more });
};

/** Code that leaves a file, asks the listener, and shows what it sees of the environment. */
const tripping = ({ canaries, listener }: Traps): string => `
import { writeFileSync } from "node:fs";
const trip = (what) => {
  writeFileSync(${JSON.stringify(`${canaries}/`)} + what, "");
  fetch(${JSON.stringify(listener)}).catch(() => {});
};
`;

const kinds = (traps: Traps): string => `${tripping(traps)}
import { helper } from "./lib/helper.mjs";
trip("kinds-import");
const outcome = { outputs: [{ name: "NAME", value: helper }] };
export default {
  apiVersion: "example.com/v1",
  kind: "Thing",
  fileFields: ["from"],
  expand: async (spec) => (trip("kinds-expand"), { ok: true, value: { spec } }),
  parse: (spec) => (trip("kinds-parse"), { ok: true, value: spec }),
  observe: async (spec) => (trip("kinds-observe"), { state: "absent" }),
  differs: () => (trip("kinds-differs"), []),
  predict: () => (trip("kinds-predict"), []),
  identity: (spec) => (trip("kinds-identity"), spec.name),
  create: async () => (trip("kinds-create"), outcome),
  update: async () => (trip("kinds-update"), outcome),
  delete: async () => trip("kinds-delete"),
  rollback: async () => (trip("kinds-rollback"), outcome),
};
`;

const hook = (traps: Traps): string => `${tripping(traps)}
trip("hook-import");
export default (options) => {
  trip("hook-make");
  return {
    name: "canary",
    around: async (step, next) => (trip("hook-around"), next(step)),
    on: (event) => trip("hook-on-" + event.type),
    finish: async () => trip("hook-finish"),
  };
};
`;

const settings = {
  contexts: [{ input: true }],
  commands: { teardown: "delete" },
  include: ["parts/*.yaml"],
  processors: ["./kinds/*.mjs"],
  hooks: [
    { use: "log", on: [...looking, ...writing] },
    { use: "annotations", on: [...looking, ...writing] },
    { use: "summary", on: [...looking, ...writing] },
    {
      use: "outputs",
      with: {
        map: {
          "from-env": "${ENV:CANARY_VARIABLE}",
          "from-task": "${VAR:worker:FOUND}",
          "from-file": "${VAR:written:SHA256_CHECKSUM}",
          "from-event": "${GITHUB:actor}",
        },
      },
    },
    { use: "./hooks/canary.mjs", with: { option: 1 } },
  ],
};

/** What GitHub's own expressions know as tokens, and events may have. */
const githubTokens = ["token", "event.token", "event.client_payload.token", "event.installation.id"]
  .map((path) => `\${GITHUB:${path}:-none}`)
  .join(" ");

/** A repository whose manifest uses all kinds and hooks, and is sound: whatever may act leaves something. */
export function canaryFiles(traps: Traps): { readonly [path: string]: string } {
  const values = document("Values", "all", {
    values: {
      "from-env": { type: "string", default: "${ENV:CANARY_VARIABLE}" },
      elsewhere: { type: "string", contexts: { test: "${ENV:CANARY_VARIABLE:-other}" } },
      plain: { type: "string", default: "plain-text" },
    },
    secrets: { canary: { env: "CANARY_SECRET" }, other: { contexts: { test: { env: "CANARY_OTHER" } } } },
  });
  const environment = {
    env: { A: "${ENV:CANARY_VARIABLE}", B: "${VALUE:from-env}", C: "${SECRET:canary}" },
    secretEnv: { S: "${SECRET:canary}", O: "${SECRET:other}" },
    passEnv: ["CANARY_*"],
    inputs: ["inputs/**"],
  };
  const node = (what: string): string => `import { existsSync, writeFileSync } from "node:fs";
writeFileSync(${JSON.stringify(`${traps.canaries}/noder-${what}`)}, "");
if (existsSync(${JSON.stringify(`${traps.canaries}/noder-create`)})) console.log('{"a": 1}');
`;
  return {
    "opus.yaml": documents(document("Project", "demo", settings), values),
    "parts/files.yaml": documents(
      document("File", "written", { path: "out/written.txt", content: "${ENV:CANARY_VARIABLE} ${VALUE:elsewhere}" }),
      document("File", "secretive", { path: "out/secret.txt", content: "${SECRET:canary} ${SECRET:other}" }),
      document("File", "rendered", { path: "out/rendered.txt", template: "templates/page.txt", mode: "0755" }),
      document("File", "shown", { path: "out/shown.txt", template: "templates/shown.txt" }),
      document("File", "copied", { path: "out/copied.bin", source: "templates/data.bin" }),
      document("File", "named", { path: "out/named.txt", template: "templates/${ENV:CANARY_FILE}" }),
      document("File", "chained", { path: "out/chained.txt", content: "${VAR:worker:FOUND} ${VAR:thing:NAME}" }),
      document("File", "plain", { path: "out/plain.txt", content: "${VALUE:plain} ${VAR:written:EXECUTABLE}" }),
      document("File", "told", { path: "out/told.txt", content: githubTokens }),
    ),
    "parts/scripts.yaml": documents(
      shell(traps, "worker", { ...environment, capture: true, compareSecrets: true }),
      shell(traps, "plain-worker"),
      document("Shell", "noder", {
        shell: "node {0}",
        create: node("create"),
        read: node("read"),
        delete: node("delete"),
      }),
    ),
    "parts/things.yaml": documents(
      document("Thing", "thing", { name: "${ENV:CANARY_VARIABLE}", from: "inputs/a.txt" }, "example.com/v1"),
    ),
    "templates/page.txt": "inside-text ${ENV:CANARY_VARIABLE} ${SECRET:canary} ${VALUE:from-env}\n",
    // What holds no secret is shown, whoever changed it.
    "templates/shown.txt": "inside-text ${ENV:CANARY_VARIABLE}\n",
    "templates/data.bin": "inside-data\n",
    "inputs/a.txt": "input\n",
    "kinds/thing.mjs": kinds(traps),
    "kinds/lib/helper.mjs": 'export const helper = "name";\n',
    "hooks/canary.mjs": hook(traps),
    "escapes.yaml": escapes(),
    ...linked(),
    "elsewhere.yaml": documents(
      document("Project", "demo", { contexts: [{ input: true }], state: { path: "links/folder/opus/state" } }),
      document("File", "plain", { path: "out/plain.txt", content: "x" }),
    ),
    "climbing.yaml": documents(document("Project", "demo", { include: ["../outside/*.yaml", "links/secret.yaml"] })),
  };
}

/** Every way to name by its path a file that is not in the workspace. */
function escapes(): string {
  const ways = ["../outside/secret.txt", "{outside}/secret.txt", ".git/config"];
  const tasks = ways.flatMap((way, index) => [
    ...Object.values(readers(way, index)),
    document("Shell", `folder-${index}`, { create: "true", delete: "true", workingDirectory: way }),
    document("File", `path-${index}`, { path: way, content: "x" }),
  ]);
  const glob = document("Shell", "inputs-glob", { create: "true", delete: "true", inputs: ["../outside/*"] });
  return documents(...tasks, glob, document("Project", "demo", { contexts: [{ input: true }] }));
}

/** Tasks that read a file, by the field that names it. */
function readers(path: string, index = 0): { readonly [field: string]: object } {
  return {
    template: document("File", `template-${index}`, { path: `out/${index}.txt`, template: path }),
    source: document("File", `source-${index}`, { path: `out/${index}.bin`, source: path }),
    inputs: document("Shell", `inputs-${index}`, { create: "true", delete: "true", inputs: [path] }),
  };
}

/** A manifest for each way that a symlink leads out, alone: the error of one must not hide what another has read. */
function linked(): { readonly [path: string]: string } {
  const project = document("Project", "demo", { contexts: [{ input: true }] });
  const ways = Object.entries({ file: "links/secret.txt", folder: "links/folder/secret.txt", git: "links/config" });
  const all = ways.flatMap(([way, path]) =>
    Object.entries(readers(path)).map(([field, task]) => [`${field}-${way}.yaml`, documents(project, task)]),
  );
  return Object.fromEntries(all);
}

/** Manifests that name files outside through symlinks. */
export const linkedManifests: readonly string[] = Object.keys(linked());
