import type { Diagnostic, Failure, Location, Result } from "../engine/diagnostics/diagnostic.ts";
import type { ProjectState } from "../engine/model/project.ts";
import type { Clock } from "../engine/ports/clock.ts";
import type { RunLookup } from "../engine/ports/run-lookup.ts";
import type { StateName, StateStore } from "../engine/ports/state-store.ts";
import type { ActionsCache, CacheScope } from "../ports/actions-cache.ts";
import type { RunGit } from "../ports/git.ts";
import type { GitSetting } from "./backends/branch/git/git-environment.ts";
import type { FileSystem } from "./backends/file/file-system.ts";
import type { Machine } from "./lock/process-identity.ts";
import type { Sealing } from "./seal/seal.ts";
import type { SurveyedContext, SurveyOptions } from "./survey.ts";

/** A state backend: all that the program knows of it, outside of its folder. See `backends.ts` for the list. */
export interface Backend {
  /** As inputs, reports and messages call it. */
  readonly name: string;
  /** What it is, in a few words, for help and docs: `a branch of this repository`. */
  readonly help: string;
  /** What a state is on or in, for messages: `branch`. */
  readonly noun: string;
  /** The setting under `state` that chooses this backend when none is named. */
  readonly chosenBy?: "branch" | "path";
  /** Where it is the backend of those who have said nothing. */
  readonly standardIn?: "workflow" | "terminal";
  /** State lies in files of the machine on which the command runs, under a path that means something there. */
  readonly onThisMachine?: boolean;
  /** What it does not have was never there: state is neither lost with a machine, nor dropped after some time. */
  readonly lasting?: boolean;
  /** Name of the backend that a terminal is led to instead. Absent: a terminal reaches this one. */
  readonly insteadInTerminal?: string;
  /** What people should know of it wherever its name is shown: `best effort`. */
  readonly label?: string;
  /** Everybody who can read the repository can read the state. */
  readonly readableWithRepository?: boolean;
  /** What to do with a recovery file, where none can be pushed. Absent: `opus state push` stores it. */
  readonly takesNoFile?: TakesNoFile;
  /** Finds out where states are, from settings and surroundings; asks no server. */
  locate(request: LocateRequest): Promise<Result<StateLocation, Failure>>;
  /** Absolute paths in which no task may write, whichever backend is chosen. */
  ownPaths?(request: Pick<LocateRequest, "settings" | "project" | "workingDirectory">): readonly string[];
  /** What to tell as a run begins: texts are lines of the log. */
  advise?(run: RunBeginning): readonly (string | Diagnostic)[];
  /** Looks for states that nobody has asked for. Absent: it costs too much. Undefined: there are none to be found here. */
  glance?(request: LocateRequest, services: GlanceServices): Glance | undefined;
}

/** A backend and the place in which it keeps all states of a run. */
export interface StateLocation {
  readonly backend: Backend;
  /** See `LocateRequest.flags`. */
  readonly flags: readonly string[];
  /** Two locations with the same backend and this text are one place. */
  readonly key: string;
  /** @param oneLook all states are read as they were at one moment, and none is written: a server is asked once */
  open(services: StoreServices, oneLook?: boolean): StateStores;
  /** The contexts of a project that are recorded, sorted. Absent: they can't be listed without asking a server. */
  contexts?(project: string): readonly string[];
  /**
   * Looks at all states in the place at once, and what runs did to them; takes no lock. What can't be read is among them,
   * and so is what is known to be missing. Absent: it can't be listed.
   */
  survey?(
    services: StoreServices,
    options: SurveyOptions,
    signal: AbortSignal,
  ): Promise<Result<readonly SurveyedContext[], Failure>>;
}

/** The stores of a run, which share one place. */
export interface StateStores {
  open(name: StateName): Promise<StateStore>;
  /** Removes what is only needed while the run goes on. */
  dispose(): Promise<void>;
}

/** What decides where states are. */
export interface LocateRequest {
  /** Inputs or flags. They go before what the Project says. */
  readonly settings: ProjectState;
  /** Undefined: the manifest has none. */
  readonly project: StateSaid | undefined;
  readonly terminal: boolean;
  readonly environment: { readonly [name: string]: string | undefined };
  /** Absolute. */
  readonly workingDirectory: string;
  readonly checkout: Checkout;
  /**
   * Words that lead a terminal to the same states, in a clone and at its top: `--state-backend branch`. The context is
   * not among them. Where no terminal gets there, they lead to the backend that takes its place.
   */
  readonly flags: readonly string[];
}

/** A Project, as far as it tells where state is. */
export interface StateSaid {
  readonly state: ProjectState;
  /** Where it says so; absent: that is not known any more. */
  locate?(pointer: string): Location;
}

/** What a checkout of git tells. */
export interface Checkout {
  /** Could there be one around a folder? Asks no program; false is sure. */
  possible(folder: string, environment: LocateRequest["environment"]): boolean;
  /** Address or absolute path of its remote `origin`, or the end of a sentence that says why there is none. */
  origin(folder: string): Promise<Result<string, string>>;
  /** Whom git would name as the author of a commit there. */
  author(folder: string): Promise<{ readonly name: string; readonly email: string } | undefined>;
  /** What of its settings says how its server is reached. */
  connection(folder: string): Promise<readonly GitSetting[]>;
  /** Paths of files below a folder of a branch, as of the last fetch from `origin`. */
  tracked(
    folder: string,
    branch: string,
    below: string,
    environment: LocateRequest["environment"],
  ): Promise<readonly string[]>;
}

/** What stores need of the run, and of the rest of the program. */
export interface StoreServices {
  /** Of the whole process. */
  readonly environment: { readonly [name: string]: string | undefined };
  readonly terminal: boolean;
  /** Of the program, for what is written. */
  readonly version: string;
  /** For this repository. When there is none, git signs in by itself in a terminal, and never in a step. */
  readonly token: string | undefined;
  /** State that the cache does not have was never there. */
  readonly initialize: boolean;
  readonly clock: Clock;
  /** Undefined: states are not sealed, and sealed ones can't be opened. */
  readonly sealing: Sealing | undefined;
  /** For state in files. */
  readonly files: FileSystem;
  readonly git: GitProgram;
  /** The machine as locks name it that several machines see. */
  machine(): Machine;
  /** Tells whether the run of a lock's holder is over. Undefined: nobody knows here. */
  runLookup(): RunLookup | undefined;
  /** @param repository `owner/name` */
  actionsCache(repository: string): Promise<OpenedCache>;
  /**
   * The folder of a context on this machine, which a later run with the same place finds again.
   * @param place text that is the same for the same place
   */
  localFolder(place: string, name: StateName): string;
  /** Takes secrets out of what git or GitHub said. */
  redact(text: string): string;
  /** Tells of something that takes long. */
  onProgress(text: string): void;
}

export interface GitProgram {
  readonly run: RunGit;
  /** How the names of folders for private repositories begin. */
  readonly folderPrefix: string;
}

/** The Actions cache, and what the token of the run says it may do there. */
export interface OpenedCache {
  readonly cache: ActionsCache;
  /** Undefined: it does not say. */
  readonly granted: readonly CacheScope[] | undefined;
}

/** Sentences about a recovery file that the backend can't take. */
export interface TakesNoFile {
  /** After a write that lost against another run: the file is of no use. Continues a sentence. */
  readonly afterConflict: string;
  /** @param push the command that stores it in the backend that a terminal is led to instead, as code. Continues a sentence. */
  otherwise(push: string): string;
}

/** A run of one context that is about to begin, its state read. */
export interface RunBeginning {
  readonly project: string;
  readonly context: string;
  readonly writes: boolean;
  /** The input `initialize`. */
  readonly initialize: boolean;
  /** Of the stored state; 0: there is none. */
  readonly serial: number;
  /** There is a key, and what is stored is sealed. */
  readonly sealed: boolean;
}

export type GlanceServices = Pick<StoreServices, "git" | "token" | "clock" | "redact">;

/** A look at states that nobody has asked for: quick, and never a failure. */
export interface Glance {
  /** What is looked at, for messages: `the branch opus-state of https://…`. */
  where(): Promise<string>;
  /** Contexts of a project that this machine knows of without asking a server. */
  contexts(project: string): Promise<readonly string[]>;
  /** Asks the server once. @returns whether there is a state, or a lock; undefined: that can't be told */
  ask(signal: AbortSignal): Promise<((name: StateName) => Promise<boolean>) | undefined>;
  dispose(): void;
}
