import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { QuickRig } from "./quick-rig.ts";

const root = join(import.meta.dirname, "../..");

interface Sample {
  readonly place: string;
  readonly manifest: string;
  /** Modules of the same page, by name: `<!-- example: folder.mjs -->` in front of a fence. */
  readonly modules: ReadonlyMap<string, string>;
}

/** Fences of the pages that are whole manifests: they begin with `apiVersion`, or are called opus.yaml. */
const samples: readonly Sample[] = globSync(["README.md", "docs/**/*.md"], { cwd: root })
  // Those of docs/codes/ are wrong on purpose; __tests__/codes/ runs them.
  .filter((path) => !path.replaceAll("\\", "/").startsWith("docs/codes/"))
  .sort()
  .flatMap((path) => {
    const text = readFileSync(join(root, path), "utf8");
    const named = text.matchAll(/^<!-- example: (\S+) -->\n```js\n(.*?)^```/gms);
    const modules = new Map(
      [...named].filter(([, name = ""]) => !name.includes(".test.")).map(([, name = "", code = ""]) => [name, code]),
    );
    return [...text.matchAll(/^```ya?ml\n((?:# opus\.yaml\n)?apiVersion: .*?)^```/gms)].map(
      ({ 1: manifest = "", index }) => ({
        place: `${path}:${text.slice(0, index).split("\n").length}`,
        manifest,
        modules,
      }),
    );
  });

it("there are some", () => {
  expect(samples.length).toBeGreaterThan(12);
});

it.each(samples.map((sample) => [sample.place, sample] as const))(
  "the manifest in %s is valid as pasted",
  async (_, sample) => {
    using rig = new QuickRig();
    rig.write("opus.yaml", sample.manifest);
    // Folders that a sample makes files of.
    for (const [, source = ""] of sample.manifest.matchAll(/^ {2}(?:source|template): (\S+\/)$/gm))
      rig.write(`${source}one.conf`, "one");
    for (const [name, code] of sample.modules) rig.write(`opus/processors/${name}`, code);
    const variables = [...sample.manifest.matchAll(/env: ([A-Z][A-Z0-9_]+) \}/g)].map(([, name]) => name);
    const env = Object.fromEntries(variables.map((name) => [name, "a-secret-of-this-test"]));
    const { exitCode, log } = await rig.step({ command: "validate", context: contextOf(sample) }, { env });
    expect(log).not.toMatch(/^(::(error|warning)|.*\d+:\d+: (error|warning))/m);
    expect(exitCode).toBe(0);
  },
);

/** Where rules choose the context, that of a push to main; else one is to be named. */
function contextOf({ manifest }: Sample): string {
  return /^ {2}contexts:/m.test(manifest) ? "" : "prod";
}
