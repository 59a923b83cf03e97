import { release } from "node:os";
import { readSettings, type Settings, wrongInputs } from "../../action/inputs.ts";
import { metadata } from "../../action/metadata.generated.ts";
import type { RawInputs } from "../../action/raw-inputs.ts";
import { debugQuestionMs } from "../../engine/model/timing.ts";
import { printableLines } from "../../engine/text/printable.ts";
import { decideContexts } from "../../event/context-rules.ts";
import { hostsWords } from "../../github/reached-hosts.ts";
import { code, details, md, ours, table } from "../../hooks/rendering/markdown.ts";
import { systemClock } from "../../node/clock.ts";
import { checkout } from "../../node/git/checkout.ts";
import { ProcessGroups } from "../../node/processes/process-groups.ts";
import { askProgram } from "../../node/processes/run-process.ts";
import { openCapabilities } from "../authorize/capabilities.ts";
import { projectLookup } from "../authorize/project-lookup.ts";
import type { Host } from "../host.ts";
import { type Loaded, load } from "../load/load-project.ts";
import { declaredSecrets, openNames } from "../secrets/declared-secrets.ts";
import { givenSecrets } from "../secrets/given-secrets.ts";
import { stateLocation } from "../state/state-location.ts";
import { Stores } from "../state/stores.ts";
import { seenPermissions } from "./seen-permissions.ts";

/** One thing that a bug report says. */
export type Fact = readonly [name: string, value: string];

/**
 * What somebody who looks into a bug asks first, as Markdown to paste. Looks only, runs nothing of the repository, and
 * holds whatever is broken: each fact that can't be told says why. Values of inputs are not in it, only their names.
 */
export async function debugInfo(raw: RawInputs, host: Host): Promise<string> {
  // Before anything else: also where other inputs are so wrong that no settings come of them.
  for (const secret of givenSecrets(raw, host.environment)) host.redactor.add(secret);
  const facts = await gatherFacts(raw, host);
  return renderFacts(facts, (text) => host.redactor.text(text));
}

/** A fold with a table, in which texts of others mean nothing. */
export function renderFacts(facts: readonly Fact[], redact: (text: string) => string): string {
  const rows = facts.map(([name, value]) => [ours(name), code(redact(value), 500)]);
  return details(ours("opus debug-info"), table([md`what`, md`found`], rows));
}

async function gatherFacts(raw: RawInputs, host: Host): Promise<readonly Fact[]> {
  const { environment, terminal, version } = host;
  const read = readSettings(raw, { terminal });
  const wrong = new Set<string>(read.ok ? [] : wrongInputs(raw, { terminal }));
  // What is wrong counts as not given; all else is what a run would have.
  const others = Object.fromEntries(Object.entries(raw).filter(([name]) => !wrong.has(name)));
  const fallback = readSettings(others, { terminal });
  const settings = read.ok ? read.value : fallback.ok ? fallback.value : undefined;
  const facts: Fact[] = [
    ["opus", version],
    ["Node", process.version],
    ["git", await attempt(gitVersion)],
    ["system", `${process.platform} ${process.arch}, ${release()}`],
    ["runner", runnerWords(environment)],
    ["hosts", hostsWords(environment)],
    ["event", eventWords(environment)],
    ["given", givenWords(raw, environment)],
  ];
  if (!read.ok) facts.push(["inputs", `wrong: ${flagWords([...wrong])}`]);
  if (settings === undefined) return facts;
  const loaded = await attempt(() => loadWords(settings, host));
  facts.push(
    ...(typeof loaded === "string" ? [["manifest", loaded] as const] : await loadedFacts(settings, loaded, host)),
  );
  const asked = typeof loaded !== "string" && loaded.trust.trusted;
  const seen = asked ? await attempt(() => seenPermissions(settings.token, host)) : "not asked: only trusted runs ask";
  facts.push(["permissions seen", seen]);
  return facts;
}

/** @returns why not, where something can't be loaded */
async function loadWords(settings: Settings, host: Host): Promise<Loaded | string> {
  const loading = await load(settings, host);
  return loading.ok ? loading.value : `can't be loaded: ${loading.error.message}`;
}

async function loadedFacts(settings: Settings, loaded: Loaded, host: Host): Promise<readonly Fact[]> {
  const { trust, manifest, project } = loaded;
  const { environment } = openCapabilities(loaded, host, new ProcessGroups(), settings);
  const open = openNames(loaded, []);
  for (const { value } of declaredSecrets(loaded, environment)) host.redactor.add(value, open);
  return [
    ["trust", `${trust.trusted ? "yes" : "no"}, as ${trust.why}`],
    ["manifest", manifestWords(loaded)],
    ["project", `${project}${manifest.project === undefined ? " (no Project document)" : ""}`],
    ["context", await attempt(() => contextWords(settings, loaded, host))],
    ["state", await attempt(() => stateWords(settings, loaded, host))],
  ];
}

/** Codes and places alone: messages quote the manifest. */
function manifestWords({ manifest }: Loaded): string {
  const files = `${manifest.files.length} ${manifest.files.length === 1 ? "file" : "files"}, tasks: ${manifest.tasks.length}`;
  const errors = manifest.diagnostics.filter(({ severity }) => severity === "error");
  const shown = errors
    .slice(0, 5)
    .map(({ code, location }) => `${code}${location ? ` in ${location.file}:${location.line}` : ""}`);
  const more = errors.length > shown.length ? `, and ${errors.length - shown.length} more` : "";
  return errors.length === 0 ? `${files}, no errors` : `${files}; errors: ${shown.join(", ")}${more}`;
}

function contextWords(settings: Settings, loaded: Loaded, host: Host): string {
  const capabilities = openCapabilities(loaded, host, new ProcessGroups(), settings);
  const decided = decideContexts({
    project: loaded.manifest.project,
    given: settings.context,
    environment: capabilities.environment,
    event: loaded.github.event,
    looks: true,
    lookup: projectLookup(capabilities, loaded, "plan", settings.context ?? ""),
  });
  if (!decided.ok) return `none: ${decided.error.message}`;
  return `${decided.value.choices.map(({ name }) => name).join(", ")}, by ${decided.value.by()}`;
}

async function stateWords(settings: Settings, loaded: Loaded, host: Host): Promise<string> {
  const { manifest, workingDirectory, project } = loaded;
  const key = settings.encryptionKey === undefined ? "no key was given" : "a key was given";
  const place = await stateLocation(settings, manifest.project, host, workingDirectory, checkout);
  if (!place.ok) return `can't be told: ${place.error.message}; ${key}`;
  const { environment, terminal, version, redactor } = host;
  const stores = new Stores({
    place: place.value,
    project,
    environment,
    terminal,
    stateFiles: openCapabilities(loaded, host, new ProcessGroups(), settings).stateFiles,
    version,
    token: settings.token,
    initialize: false,
    clock: systemClock,
    sealing: undefined,
    redact: (text) => redactor.text(text),
    onProgress: () => {},
  });
  try {
    const { backend, location } = await stores.open(settings.context ?? "CONTEXT");
    return `${backend}: ${location}; ${key}`;
  } finally {
    await stores.dispose();
  }
}

async function gitVersion(): Promise<string> {
  const { ok, stdout } = await askProgram({
    called: "git version",
    command: "git",
    args: ["version"],
    timeoutMs: debugQuestionMs,
    mostBytes: 10_000,
  });
  return ok ? stdout.trim() : "not found";
}

function runnerWords(environment: Host["environment"]): string {
  if (environment.GITHUB_ACTIONS !== "true") return "none, a terminal";
  const names = ["RUNNER_OS", "RUNNER_ARCH", "RUNNER_ENVIRONMENT", "ImageOS", "ImageVersion"];
  return names.flatMap((name) => environment[name] ?? []).join(", ") || "a runner that says nothing of itself";
}

function eventWords({ GITHUB_EVENT_NAME: event, GITHUB_REF: ref }: Host["environment"]): string {
  return event ? `${event} of ${ref || "no ref"}` : "none";
}

/** Values may be secrets, or what a project keeps to itself. */
function givenWords(raw: RawInputs, { OPUS_ENCRYPTION_KEY: key }: Host["environment"]): string {
  const byDefault = new Map<string, string>(metadata.inputs.map((input) => [input.name, input.default]));
  // A runner gives defaults too.
  const isOwn = (name: string, value: string): boolean => value !== "" && value !== byDefault.get(name);
  const given = Object.entries(raw).flatMap(([name, value = ""]) => (isOwn(name, value) ? [name] : []));
  // The command is there because it was called, and a key may come from its variable.
  const isFlag = (name: string): boolean =>
    !(name === "command" && raw.command === "debug-info") && !(name === "encryption-key" && raw[name] === key);
  const inherited = key && raw["encryption-key"] === key ? "OPUS_ENCRYPTION_KEY" : "";
  return `${flagWords(given.filter(isFlag))} ${inherited}`.trim() || "nothing but defaults";
}

function flagWords(names: readonly string[]): string {
  return names.map((name) => `--${name}`).join(" ");
}

/** Whatever goes wrong with one fact, the others are told. */
async function attempt<T>(find: () => T | Promise<T>): Promise<T | string> {
  try {
    return await find();
  } catch (error) {
    return `can't be told: ${printableLines(error instanceof Error ? error.message : String(error)).join(" ")}`;
  }
}
