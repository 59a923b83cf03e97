import type { Settings } from "../../action/inputs.ts";
import type { Failure } from "../../engine/diagnostics/diagnostic.ts";
import type { NamedContext, ProjectRow } from "../../engine/model/report.ts";
import { oneLine } from "../../engine/text/printable.ts";
import { shortened } from "../../engine/text/shorten.ts";
import type { ProgramCommands } from "../commands.ts";
import { compareContexts } from "../compare/compare-contexts.ts";
import type { ComparedStores } from "../compare/compared-stores.ts";
import { tellComparison } from "../compare/list-changed.ts";
import type { RunFrame } from "../run-frame.ts";
import type { BegunProject, OpenedProject } from "./open-project.ts";

export interface ProjectRowsOptions {
  readonly settings: Settings;
  readonly commands: ProgramCommands;
  readonly frame: RunFrame;
  /** Undefined: nothing is compared, and all is listed. */
  readonly stores: ComparedStores | undefined;
}

/** Characters of an error in a row: the log has all of it. */
const longestError = 300;

/** The rows of the matrix. */
export class ProjectRows {
  readonly #options: ProjectRowsOptions;
  readonly #rows: ProjectRow[] = [];
  readonly #unchanged: NamedContext[] = [];

  constructor(options: ProjectRowsOptions) {
    this.#options = options;
  }

  get listed(): readonly ProjectRow[] {
    return this.#rows;
  }

  /** What was compared, and is as it is recorded. */
  get unchanged(): readonly NamedContext[] {
    return this.#unchanged;
  }

  async add(project: OpenedProject): Promise<void> {
    const { failed, nowhere, begun } = project;
    if (failed) this.#broken(project, failed);
    else if (nowhere) this.#nowhere(project, nowhere);
    else if (begun && this.#options.stores) await this.#changed(project, begun, this.#options.stores);
    else this.#rows.push(...project.choices.map(({ name }) => rowOf(project, name)));
  }

  /** It is listed, so that the job of its row tells what is wrong where people look. */
  #broken(project: OpenedProject, { message }: Failure): void {
    const changed = this.#options.settings.changed ? { changed: null } : {};
    this.#rows.push({ ...rowOf(project, ""), ...changed, error: shortened(oneLine(message), longestError) });
  }

  #nowhere({ file, name, begun }: OpenedProject, { message }: Failure): void {
    const never = (begun?.loaded.manifest.project?.contexts ?? []).length === 0;
    this.#options.frame.reporter.diagnose({
      severity: never ? "warning" : "notice",
      code: "project-not-listed",
      message: `the project ${name} (${file}) is not listed: ${message}`,
    });
  }

  async #changed(project: OpenedProject, begun: BegunProject, stores: ComparedStores): Promise<void> {
    const { commands, frame } = this.#options;
    const compared = await compareContexts({ ...begun, choices: project.choices, commands, stores, frame });
    if (!compared.ok) {
      const { message: words } = compared.error;
      for (const { name } of project.choices) this.#take(project, begun, { context: name, verdict: "unknown", words });
      return;
    }
    for (const one of compared.value) this.#take(project, begun, one);
  }

  #take(
    project: OpenedProject,
    { loaded }: BegunProject,
    one: Parameters<typeof tellComparison>[0] & { readonly context: string },
  ): void {
    tellComparison(one, `${project.name}/${one.context}`, loaded, this.#options.frame);
    if (one.verdict === "unchanged") {
      this.#unchanged.push({ project: project.name, context: one.context });
      return;
    }
    this.#rows.push({ ...rowOf(project, one.context), changed: one.verdict === "changed" ? true : null });
  }
}

function rowOf({ found, name }: OpenedProject, context: string): ProjectRow {
  return { project: name, context, manifest: found.manifest, "working-directory": found.workingDirectory };
}
