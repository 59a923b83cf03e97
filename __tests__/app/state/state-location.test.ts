import { expect, test } from "vitest";
import type { Settings } from "../../../src/action/inputs.ts";
import { readSettings } from "../../../src/action/inputs.ts";
import { metadata } from "../../../src/action/metadata.generated.ts";
import { chosenBackend, isChosen, locationFlags } from "../../../src/app/state/state-location.ts";
import { parseArguments } from "../../../src/cli/terminal.ts";

type State = Settings["state"];

interface Case {
  readonly terminal?: boolean;
  readonly given?: State;
  readonly project?: State;
  readonly manifest?: readonly string[];
  readonly workingDirectory?: string;
}

const directory = "/home/runner/work/storefront";

function settings({ given = {}, manifest = ["opus.yaml"], workingDirectory = "." }: Case) {
  return { state: given, manifest, workingDirectory };
}

/** Where a run of the case keeps state, and the flags that are printed for a terminal. */
function flags(one: Case): { readonly backend: string; readonly words: readonly string[] } {
  const { terminal = false, project = {} } = one;
  const backend = chosenBackend(settings(one), { state: project }, { terminal });
  if (!backend.ok) throw new Error(backend.error.message);
  const words = locationFlags(settings(one), { state: project }, { terminal, directory }, backend.value.name);
  return { backend: backend.value.name, words };
}

const cases: readonly (readonly [what: string, one: Case, words: string])[] = [
  ["a workflow's default", {}, "--state-backend branch"],
  ["a terminal's default", { terminal: true }, ""],
  ["as the Project says", { project: { backend: "branch" } }, ""],
  ["a branch of the Project's alone", { project: { branch: "states" } }, ""],
  ["a path of the Project's alone", { project: { path: "kept" } }, ""],
  ["both, in a workflow", { project: { branch: "states", path: "kept" } }, "--state-backend branch"],
  ["against the Project", { given: { backend: "file" }, project: { backend: "branch" } }, "--state-backend file"],
  ["another branch", { given: { branch: "states" } }, "--state-backend branch --state-branch states"],
  ["a path", { given: { path: "kept" } }, "--state-path kept"],
  [
    "a path against the Project",
    { terminal: true, given: { path: "kept" }, project: { backend: "branch" } },
    "--state-backend file --state-path kept",
  ],
  ["a branch in a terminal", { terminal: true, given: { backend: "branch" } }, "--state-backend branch"],
  ["the cache, for a branch in its place", { given: { backend: "cache" } }, "--state-backend branch"],
  ["a folder", { terminal: true, workingDirectory: "infra" }, "--working-directory infra"],
  [
    "a folder by the runner's path",
    { workingDirectory: `${directory}/infra` },
    "--working-directory infra --state-backend branch",
  ],
  ["the top by the runner's path", { workingDirectory: directory }, "--state-backend branch"],
  ["another manifest", { terminal: true, manifest: ["a.yaml"] }, "--manifest a.yaml"],
  ["several", { terminal: true, manifest: ["opus.yaml", "b/*.yaml"] }, "--manifest opus.yaml --manifest b/*.yaml"],
];

test.each(cases)("%s", (_, one, words) => {
  expect(flags(one).words.join(" ")).toBe(words);
});

test.each(cases.filter(([, { given }]) => given?.backend !== "cache"))(
  "%s: a terminal with these flags means the same state",
  async (_, one) => {
    const { backend, words } = flags(one);
    const parsed = await parseArguments(["plan", ...words], metadata);
    if (parsed.type !== "run") throw new Error(JSON.stringify(parsed));
    const read = readSettings(parsed.raw, { terminal: true });
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const { state } = read.value;
    expect(chosenBackend({ state }, { state: one.project ?? {} }, { terminal: true })).toEqual({
      ok: true,
      value: expect.objectContaining({ name: backend }),
    });
    expect([state.branch, state.path]).toEqual([one.given?.branch, one.given?.path]);
  },
);

test("what anybody has said of the place counts as chosen", () => {
  expect(isChosen({ state: {} }, undefined)).toBe(false);
  expect(isChosen({ state: {} }, { state: {} })).toBe(false);
  for (const state of [{ backend: "file" }, { branch: "x" }, { path: "x" }] as const) {
    expect(isChosen({ state }, undefined)).toBe(true);
    expect(isChosen({ state: {} }, { state })).toBe(true);
  }
});
