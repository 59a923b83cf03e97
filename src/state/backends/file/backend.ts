import { readdirSync } from "node:fs";
import { join, resolve as resolvePath } from "node:path";
import { ok } from "../../../engine/diagnostics/diagnostic.ts";
import type { StateName } from "../../../engine/ports/state-store.ts";
import type { Backend, LocateRequest, StateLocation, StoreServices } from "../../backend.ts";
import { FileStore } from "./file-store.ts";
import { nodeFileSystem } from "./file-system.ts";
import { selfIgnoring } from "./self-ignoring-folder.ts";
import { folderName, StateFolder } from "./state-folder.ts";

const defaultPath = ".opus/state";

/** State in a folder on this machine. */
export const fileBackend: Backend = {
  name: "file",
  help: "a local folder",
  noun: "folder",
  chosenBy: "path",
  standardIn: "terminal",
  onThisMachine: true,
  locate: async (request) => ok(folderLocation(statePath(request), request.flags)),
  ownPaths: (request) => [statePath(request)],
};

/** @param path absolute */
export function folderLocation(path: string, flags: readonly string[]): StateLocation {
  return {
    backend: fileBackend,
    flags,
    key: path,
    open: (services) => ({ open: async (name) => openStore({ path, flags }, name, services), dispose: async () => {} }),
    contexts: (project) => recordedContexts(path, project),
    survey: async (services, options, signal) => {
      const { surveyFolder } = await import("./file-survey.ts");
      const open = (name: StateName) => openStore({ path, flags }, name, services);
      return surveyFolder({ path, files: services.files, open }, options, signal);
    },
  };
}

function openStore(
  { path, flags }: { readonly path: string; readonly flags: readonly string[] },
  { project, context }: { readonly project: string; readonly context: string },
  { version, clock, sealing, files }: StoreServices,
): FileStore {
  return new FileStore({
    statePath: path,
    project,
    context,
    writer: version,
    clock,
    sealing,
    files: selfIgnoring(files, path),
    flags,
  });
}

function statePath({
  settings,
  project,
  workingDirectory,
}: Pick<LocateRequest, "settings" | "project" | "workingDirectory">): string {
  return resolvePath(workingDirectory, settings.path ?? project?.state.path ?? defaultPath);
}

/** Contexts of a project that a folder of states holds; none when it is not there or can't be read. */
function recordedContexts(path: string, project: string): string[] {
  const isAway = (context: string): boolean => {
    const moved = new StateFolder(path, project, context, nodeFileSystem).movedTo();
    return moved.ok && moved.value !== undefined;
  };
  try {
    return (
      readdirSync(join(path, folderName(project)), { withFileTypes: true })
        // What is cut can't be read back.
        .filter((entry) => entry.isDirectory() && !entry.name.includes("~"))
        .map((entry) => decodeURIComponent(entry.name))
        .filter((context) => !isAway(context))
        .sort()
    );
  } catch {
    return [];
  }
}
