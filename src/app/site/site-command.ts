import { resolve as resolvePath } from "node:path";
import type { SiteRequest } from "../../cli/site-arguments.ts";
import { renderDiagnostic } from "../../engine/diagnostics/code-frame.ts";
import { err, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { Json } from "../../engine/json/json.ts";
import { redactFailure } from "../../engine/redaction/redact-report.ts";
import { oneLine, printableLines } from "../../engine/text/printable.ts";
import { systemClock } from "../../node/clock.ts";
import { checkout } from "../../node/git/checkout.ts";
import type { StateLocation } from "../../state/backend.ts";
import type { SurveyedContext } from "../../state/survey.ts";
import type { Host } from "../host.ts";
import { openSealing } from "../state/open-seal.ts";
import { isChosen, stateLocation } from "../state/state-location.ts";
import { storeServices } from "../state/stores.ts";
import { type PreparedCommand, prepareLook } from "../state-cli/prepare-command.ts";
import type { StateOutput } from "../state-cli/state-output.ts";
import { type ReportedLook, readDriftReports } from "./drift-reports.ts";
import { gathered } from "./gather.ts";
import type { SiteModel } from "./model.ts";
import { siteFiles } from "./site-files.ts";
import { writeSite } from "./site-folder.ts";

/** Of how many of the last runs of each context the changed tasks are looked up. */
const detailedRuns = 25;

/**
 * `opus site`: makes pages of all that is recorded in one place. It only reads.
 * @returns the exit status: 1 also where a part of it can't be read, which the pages then say
 */
export async function runSite(request: SiteRequest, host: Host, output: StateOutput): Promise<0 | 1> {
  const sources = new Map<string, string>();
  const { redactor } = host;
  const done = await makeSite(request, host, output, sources);
  if (done.ok) return done.value ? 0 : 1;
  const { message, diagnostics } = redactFailure(done.error, redactor);
  output.error(`opus: ${printableLines(message).join(" ")}`);
  for (const diagnostic of diagnostics) {
    if (diagnostic.message !== message || diagnostic.location)
      output.error(renderDiagnostic(diagnostic, sources, { redact: (text) => redactor.text(text) }));
    else if (diagnostic.suggestion !== undefined) output.error(`  ${printableLines(diagnostic.suggestion).join(" ")}`);
  }
  return 1;
}

/** @returns whether all of it could be read */
async function makeSite(
  request: SiteRequest,
  host: Host,
  output: StateOutput,
  sources: Map<string, string>,
): Promise<Result<boolean, Failure>> {
  const prepared = await prepareLook(request.raw, host, sources);
  if (!prepared.ok) return prepared;
  const place = await placeOf(prepared.value, host);
  if (!place.ok) return place;
  const surveyed = await survey(place.value, prepared.value, host, output);
  if (!surveyed.ok) return surveyed;
  const { looks, problems } = readDriftReports(request.reports, host.directory);
  const model = modelOf(surveyed.value, looks, place.value.backend.name, request, host);
  const folder = resolvePath(host.directory, request.out);
  const written = writeSite(folder, request.out, siteFiles(model));
  if (!written.ok) return written;
  const say = (text: string): void => output.error(`opus: ${host.redactor.text(printableLines(text).join(" "))}`);
  const unread = [
    ...model.contexts.flatMap(({ problem }) => problem ?? []),
    ...new Set(model.contexts.flatMap(({ runsProblem }) => runsProblem ?? [])),
    ...problems.map((text) => `${text}.`),
  ];
  for (const text of unread) say(text);
  for (const text of withoutState(looks, surveyed.value)) say(`warning: ${text}`);
  const { settings, loaded } = prepared.value;
  if (model.contexts.length === 0 && !isChosen(settings, loaded.manifest.project))
    say(
      `warning: only ${place.value.backend.help} was looked at; a workflow keeps state on a branch: --state-backend branch`,
    );
  output.console.line(doneWords(model, request.out));
  return ok(unread.length === 0);
}

/** Where states are. A Project document with errors may say another place: nothing is assumed then. */
async function placeOf({ settings, loaded }: PreparedCommand, host: Host): Promise<Result<StateLocation, Failure>> {
  const { manifest, workingDirectory } = loaded;
  const { backend, branch, path } = settings.state;
  const errors = manifest.diagnostics.filter(({ severity }) => severity === "error");
  const told = manifest.project !== undefined || (backend ?? branch ?? path) !== undefined;
  if (!told && errors.length > 0) {
    const message = "the Project document can't be read, so it is not known where state is";
    const suggestion =
      "Mend it; or give `--state-backend`, with `--state-path` or `--state-branch` where it is not the default.";
    return err(
      failure("invalid-manifest", message, [
        { severity: "error", code: "invalid-manifest", message, suggestion },
        ...errors,
      ]),
    );
  }
  return stateLocation(settings, manifest.project, host, workingDirectory, checkout);
}

async function survey(
  place: StateLocation,
  { settings, capabilities, loaded }: PreparedCommand,
  host: Host,
  output: StateOutput,
): Promise<Result<readonly SurveyedContext[], Failure>> {
  if (!place.survey) return err(failure("invalid-input", `states in the ${place.backend.name} can't be listed`));
  const { encryptionKey, stateFiles } = capabilities;
  const { initialize, token } = settings;
  const { environment, terminal, version, redactor, signal } = host;
  const sealing = await openSealing({ encryptionKey, initialize }, host, ({ message, suggestion }) => {
    output.error(`opus: ${printableLines(`${message}. ${suggestion ?? ""}`).join(" ")}`);
  });
  if (!sealing.ok) return sealing;
  const services = storeServices({
    place,
    project: loaded.project,
    environment,
    terminal,
    version,
    token,
    initialize,
    clock: systemClock,
    sealing: sealing.value,
    stateFiles,
    redact: (text) => redactor.text(text),
    onProgress: () => undefined,
  });
  return place.survey(services, { detailedRuns }, signal);
}

/** Nothing secret is in it any more. */
function modelOf(
  surveyed: readonly SurveyedContext[],
  looks: readonly ReportedLook[],
  backend: string,
  { values, limit }: SiteRequest,
  { redactor, version }: Host,
): SiteModel {
  const gathering = { looks, values, limit, redactor };
  const contexts = surveyed.map((context) => gathered(context, gathering));
  contexts.sort((one, other) => order(one.project, other.project) || order(one.context, other.context));
  const model: SiteModel = { madeAt: systemClock.timestamp(), version, backend, values, contexts };
  return redactor.value(model as unknown as Json) as unknown as SiteModel;
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Reports that no context takes, which may be of another project or branch. */
function withoutState(looks: readonly ReportedLook[], surveyed: readonly SurveyedContext[]): readonly string[] {
  const known = new Set(surveyed.map(({ name }) => JSON.stringify([name.project, name.context])));
  return looks
    .filter(({ project, context }) => !known.has(JSON.stringify([project, context.name])))
    .map(
      ({ project, context }) =>
        `a report tells of ${oneLine(`${project}/${context.name}`)}, of which nothing is recorded here`,
    );
}

function doneWords({ contexts }: SiteModel, out: string): string {
  const projects = new Set(contexts.map(({ project }) => project)).size;
  if (contexts.length === 0) return `Nothing is recorded yet: ${out}/index.html says so.`;
  const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
  return `Wrote ${counted(contexts.length, "context")} of ${counted(projects, "project")} to ${out}/index.html.`;
}
