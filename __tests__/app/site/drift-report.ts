export interface ReportTask {
  readonly name: string;
  readonly drift: string;
  readonly status?: string;
}

/**
 * A report as `opus drift` writes it.
 * @param state what it says of the state that was looked at
 */
export function driftReport(
  project: string,
  context: string,
  tasks: readonly ReportTask[],
  state: { readonly lineage: string; readonly serial: number },
  {
    command = "drift",
    failureReason = null,
  }: { readonly command?: string; readonly failureReason?: string | null } = {},
): string {
  const counts = {
    create: 0,
    update: 0,
    replace: 0,
    delete: 0,
    adopt: 0,
    forget: 0,
    noop: 0,
    failed: 0,
    skipped: 0,
    unknown: 0,
  };
  const rows = tasks.map(({ name, drift, status = "observed" }) => ({
    name,
    apiVersion: "opus/v1",
    kind: "File",
    change: "none",
    reason: "observed",
    status,
    drift,
    fields: [],
    durationMs: 1,
    outputs: {},
    error: null,
    location: null,
    dependencies: [],
  }));
  const facts = { backend: "branch", revision: null, ...state };
  return JSON.stringify({
    format: "opus-report",
    version: 1,
    command,
    project,
    result: "success",
    failureReason: null,
    diagnostics: [],
    contexts: [{ name: context, order: [], planDigest: null, state: facts, counts, tasks: rows, failureReason }],
  });
}
