import { resolve as resolvePath } from "node:path";
import type { StateRequest } from "../../cli/state-arguments.ts";
import { err, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { reservedProject } from "../../engine/model/project.ts";
import type { StateName } from "../../engine/ports/state-store.ts";
import { systemClock } from "../../node/clock.ts";
import { checkout } from "../../node/git/checkout.ts";
import type { StateLocation } from "../../state/backend.ts";
import type { Host } from "../host.ts";
import type { Loaded } from "../load/load-project.ts";
import { ElsewhereLook } from "../state/state-elsewhere.ts";
import { stateLocation } from "../state/state-location.ts";
import { wholeNames } from "./move-state.ts";
import { onlyContext } from "./only-context.ts";
import type { PreparedCommand } from "./prepare-command.ts";
import { type FileToPush, readFileToPush } from "./push.ts";

/** Which state is meant, and where it is. */
export interface ChosenState {
  readonly place: StateLocation;
  readonly own: StateName;
  /** Of `opus state mv` with whole states. */
  readonly moved: { readonly from: StateName; readonly to: StateName } | undefined;
  /** Of `opus state push`. */
  readonly file: FileToPush | undefined;
  readonly look: ElsewhereLook;
}

/** @returns the state; or why it is not clear which one is meant */
export async function chooseState(
  request: StateRequest,
  host: Host,
  { settings, loaded }: PreparedCommand,
): Promise<Result<ChosenState, Failure>> {
  const project = projectName(request, loaded);
  if (!project.ok) return project;
  const place = await stateLocation(settings, loaded.manifest.project, host, loaded.workingDirectory, checkout);
  if (!place.ok) return place;
  const file = fileToPush(request, host);
  if (!file.ok) return file;
  const redact = (text: string): string => host.redactor.text(text);
  const look = new ElsewhereLook({ settings, host, loaded, project: project.value, clock: systemClock, redact });
  const tracked = await look.contexts();
  const { whole } = request;
  const given = settings.context ?? whole?.fromContext ?? whole?.toContext;
  const name = whole?.fromProject ?? project.value;
  const context = contextName(given, file.value, place.value, name, loaded, tracked);
  if (!context.ok) return context;
  const own = { project: project.value, context: context.value };
  const moved = whole === undefined ? undefined : wholeNames(whole, own);
  if (moved?.ok === false) return moved;
  return ok({ place: place.value, own, moved: moved?.value, file: file.value, look });
}

/** A Project document with errors may say another name, and another place: nothing is assumed then. */
function projectName(request: StateRequest, { manifest, project }: Loaded): Result<string, Failure> {
  for (const name of [request.project, request.whole?.toProject]) {
    const reserved = name === undefined ? undefined : reservedProject(name);
    if (reserved !== undefined) return err(failure("invalid-input", reserved));
  }
  if (request.project !== undefined) return ok(request.project);
  const errors = manifest.diagnostics.filter(({ severity }) => severity === "error");
  if (manifest.project || errors.length === 0) return ok(project);
  const message = "the Project document can't be read, so it is not known whose state is meant, and where it is";
  const suggestion =
    "Mend it; or give `--project NAME`, and what the Project says of `state` as `--state-backend`, `--state-path` or `--state-branch`.";
  return err(
    failure("invalid-manifest", message, [
      { severity: "error", code: "invalid-manifest", message, suggestion },
      ...errors,
    ]),
  );
}

/** Read first: it says which context it is of. */
function fileToPush({ subcommand, operands }: StateRequest, host: Host): Result<FileToPush | undefined, Failure> {
  const [path = ""] = operands;
  if (subcommand !== "push") return ok(undefined);
  return readFileToPush(resolvePath(host.directory, path), path);
}

function contextName(
  context: string | undefined,
  file: FileToPush | undefined,
  place: StateLocation,
  name: string,
  { manifest }: Loaded,
  tracked: readonly string[],
): Result<string, Failure> {
  if (context !== undefined) return ok(context);
  if (file) return ok(file.context ?? "?");
  return onlyContext(place, name, manifest.project, tracked);
}
