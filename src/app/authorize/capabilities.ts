import { err } from "../../engine/diagnostics/diagnostic.ts";
import type { Observation } from "../../engine/model/observation.ts";
import type { KindProcess, KindProcessRequest } from "../../engine/ports/kind-process.ts";
import type { TaskProcessor } from "../../engine/ports/processor.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import { noProxy, usableProxy } from "../../github/api/proxy.ts";
import { systemClock } from "../../node/clock.ts";
import type { BindHttp } from "../../node/http/http-call.ts";
import { runHttp } from "../../node/http/run-http.ts";
import type { ProcessGroups } from "../../node/processes/process-groups.ts";
import type { Workspace } from "../../node/workspace/workspace.ts";
import type { RunScript } from "../../ports/script-runner.ts";
import type { FileAccess, FileProblem } from "../../ports/workspace-files.ts";
import { childEnvironment } from "../../processors/shell/shell-environment.ts";
import { type FileSystem, nodeFileSystem } from "../../state/backends/file/file-system.ts";
import type { Host } from "../host.ts";
import type { Loaded } from "../load/load-project.ts";
import { scriptFolders } from "../state/local-root.ts";
import { importModule } from "./import-module.ts";
import { stateInside, stateToRead } from "./read-only-state-files.ts";

/**
 * All of the machine that a run gets, besides its stores. Made once, from trust, before anything of the repository could
 * run: what an untrusted run may not do it has nothing to do it with. Whatever else asks for trust only decides what is
 * shown.
 */
export interface Capabilities {
  /** For references, secrets, scripts and rules of contexts. Untrusted: the event's name and ref, nothing of the step. */
  readonly environment: Host["environment"];
  /** Files of the workspace. Untrusted: those that a manifest names can be read, and that is all. */
  readonly files: FileAccess;
  /**
   * Files of state, where it is kept in a folder: in the workspace, unless the workflow has named the folder. Untrusted: they
   * can be read, inside the workspace by no way out.
   */
  readonly stateFiles: FileSystem;
  /** Imports a file below the working directory. Untrusted: rejects. */
  importModule(path: string): Promise<unknown>;
  /** Untrusted: rejects. */
  readonly runScript: RunScript;
  /**
   * Starts a program for a kind of the repository. Untrusted: rejects.
   * @param owner the kind, as the ledger of processes has it
   * @param broken hears why a program is ended that breaks what it was started for
   */
  startProcess(
    request: KindProcessRequest,
    owner: string,
    broken: (failure: TaskFailure) => void,
  ): Promise<KindProcess>;
  /** A processor as this run may use it. Untrusted: it checks and compares specs; it looks at nothing, and changes nothing. */
  limit(processor: TaskProcessor): TaskProcessor;
  /** HTTP for one call of a task. Untrusted: none. */
  readonly http: BindHttp | undefined;
  /** May requests be made, other than those for state? */
  readonly mayRequest: boolean;
  /** Opens sealed states and seals them. Untrusted: none, so sealed state stays closed. */
  readonly encryptionKey: string | undefined;
  /** Signs plans and their digests. Untrusted: none, as anybody may have made the plan. */
  readonly planSigningKey: string | undefined;
}

/** Keys that the step was given. */
type Keys = { readonly [key in "encryptionKey" | "planSigningKey"]?: string | undefined };

/** Decides what a run may do, once and for all. */
export function openCapabilities(
  loaded: Pick<Loaded, "trust" | "workspace" | "workingDirectory" | "stateNamed" | "manifest">,
  host: Pick<Host, "environment" | "terminal" | "redactor">,
  groups: ProcessGroups,
  { encryptionKey, planSigningKey }: Keys,
): Capabilities {
  const { trust, workspace, workingDirectory, stateNamed, manifest } = loaded;
  if (!trust.trusted) return noPowers(workspace, host, `it runs nothing and looks at nothing live: ${trust.why}`);
  return {
    environment: host.environment,
    files: workspace,
    stateFiles: stateNamed ? nodeFileSystem : stateInside(workspace.root),
    runScript: async (request) => {
      const { scriptRunner } = await import("../../node/processes/script-runner.ts");
      return scriptRunner({ groups, redaction: host.redactor, folders: scriptFolders(host) })(request);
    },
    startProcess: async (request, owner, broken) => {
      const { startKindProcess } = await import("../../node/processes/kind-process.ts");
      return startKindProcess(request, {
        groups,
        redaction: host.redactor,
        env: childEnvironment(host.environment, {}),
        cwd: workingDirectory,
        owner,
        broken,
      });
    },
    http: runHttp({
      allow: manifest.project?.http?.allow ?? [],
      clock: systemClock,
      proxyFor: (url) => usableProxy(url, host.environment),
      noProxy: noProxy(host.environment),
    }),
    limit: (processor) => processor,
    mayRequest: true,
    encryptionKey,
    planSigningKey,
    importModule: (path) => importModule(path, workspace, workingDirectory),
  };
}

/** Which context an event leads to rests on these. */
const eventVariables = ["GITHUB_EVENT_NAME", "GITHUB_REF"];

function noPowers(workspace: Workspace, { environment }: Pick<Host, "environment">, why: string): Capabilities {
  const message = `refused in an untrusted run: ${why}`;
  const refuse = async (): Promise<never> => {
    throw new TaskFailure(message, { untouched: true });
  };
  const observation: Observation = { state: "unobservable", why: "not looked at in an untrusted run" };
  return {
    environment: Object.fromEntries(eventVariables.map((name) => [name, environment[name]])),
    files: onlyReading(workspace, { code: "refused", message }),
    stateFiles: stateToRead(workspace.root),
    importModule: refuse,
    runScript: refuse,
    startProcess: refuse,
    // Without `validate`, `plan` and `open`: they ask programs and servers.
    limit: ({ undo, validate: _validate, plan: _plan, open: _open, ...processor }) => ({
      ...processor,
      observe: async () => observation,
      create: refuse,
      update: refuse,
      delete: refuse,
      ...(undo ? { undo: { ...undo, ...(undo.rollback ? { rollback: refuse } : {}) } } : {}),
    }),
    http: undefined,
    mayRequest: false,
    encryptionKey: undefined,
    planSigningKey: undefined,
  };
}

function onlyReading(files: FileAccess, problem: FileProblem): FileAccess {
  return {
    normalize: (path, options) => files.normalize(path, options),
    realPath: (path) => files.realPath(path),
    display: (path) => files.display(path),
    read: (path, limit) => files.read(path, limit),
    hash: (path, signal, follow) => files.hash(path, signal, follow),
    glob: (patterns, options) => files.glob(patterns, options),
    look: () => ({ state: "failed", problem }),
    create: async () => err(problem),
    replace: async () => err(problem),
    work: async () => err(problem),
    chmod: () => err(problem),
    remove: () => err(problem),
    folder: () => err(problem),
  };
}
