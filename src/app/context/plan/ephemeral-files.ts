import type { Diagnostic } from "../../../engine/diagnostics/diagnostic.ts";
import type { Plan } from "../../../engine/plan/plan-model.ts";
import type { PlannedTask } from "../../../engine/plan/planned-task.ts";
import { firstOf, inWords } from "../../../engine/text/listed.ts";
import { committedFiles } from "../../../node/git/committed-files.ts";
import type { Host } from "../../host.ts";
import type { Loaded } from "../../load/load-project.ts";

/** More names than this are told as a number. */
const mostNames = 5;

/**
 * Files in the workspace of a runner that GitHub hosts are gone when the job ends. Who makes some there with a task that
 * does not say so finds them missing in every run.
 */
export class EphemeralFiles {
  readonly #hosted: boolean;
  readonly #loaded: Pick<Loaded, "workspace" | "workingDirectory">;
  /** By name: a task may be planned in several contexts. */
  readonly #tasks = new Map<string, PlannedTask>();

  constructor(environment: Host["environment"], loaded: Pick<Loaded, "workspace" | "workingDirectory">) {
    this.#hosted = environment.GITHUB_ACTIONS === "true" && environment.RUNNER_ENVIRONMENT === "github-hosted";
    this.#loaded = loaded;
  }

  /** Looks through the tasks of a plan. */
  async look({ tasks }: Pick<Plan, "tasks">): Promise<void> {
    if (!this.#hosted) return;
    const found = tasks.flatMap((planned) => {
      const files = workspaceFiles(planned);
      return files.length > 0 ? [{ planned, files }] : [];
    });
    if (found.length === 0) return;
    const { workspace, workingDirectory } = this.#loaded;
    const committed = await committedFiles(workingDirectory, workspace.root);
    if (!committed) return;
    for (const { planned, files } of found) {
      for (const file of files) {
        if (committed.has(file) || (isGlob(file) && (await committed.matches(file)))) continue;
        this.#tasks.set(planned.name, planned);
        break;
      }
    }
  }

  /** What to tell, once for all contexts; undefined: nothing. */
  note(): Diagnostic | undefined {
    const [first, ...others] = this.#tasks.values();
    if (!first) return undefined;
    const names = [first, ...others].map(({ name }) => `"${name}"`);
    const shown = firstOf(names, mostNames, (more) => `${more} more tasks`);
    const [make, them] = names.length > 1 ? ["make", "them"] : ["makes", "it"];
    const place = first.location;
    return {
      severity: "notice",
      code: "gone-with-runner",
      message: `${inWords(shown)} ${make} files in the workspace of a runner that GitHub hosts: they are gone when this job ends, so that every run makes them again, and every plan and drift check finds them missing`,
      suggestion: `If that is how it should be, give ${them} \`lifecycle: {ephemeral: true}\`. Else commit the files, or let them be where they last: behind an API, or on a runner of your own that keeps its workspace.`,
      ...(place ? { location: place } : {}),
    };
  }
}

/** The files of a task that is to be there and does not say that they come and go; none: it has none, or they are not known. */
function workspaceFiles({ task, desired, processor, decision, lifecycle, hidden }: PlannedTask): readonly string[] {
  if (!task || !desired || hidden || lifecycle.ephemeral || !processor?.workspace?.owns) return [];
  if (decision.change === "delete" || decision.change === "forget") return [];
  const { fields, of } = processor.workspace.owns;
  if ([...desired.unknowns.keys()].some((pointer) => fields.some((field) => pointer.startsWith(`/${field}`))))
    return [];
  // What a glob leaves out is no file of the task.
  return of(desired.value).filter((pattern) => !pattern.startsWith("!"));
}

function isGlob(path: string): boolean {
  return /[*?[\]{}]/.test(path);
}
