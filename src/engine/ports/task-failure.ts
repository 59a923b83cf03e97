/** Thrown by processors: an expected failure with advice. */
export class TaskFailure extends Error {
  readonly hint: string | undefined;
  readonly detail: string | undefined;
  /** The operation has changed nothing, so there is nothing to roll back, and nothing was made that could be deleted. */
  readonly untouched: boolean;

  constructor(message: string, options: { hint?: string; detail?: string; untouched?: boolean; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "TaskFailure";
    this.hint = options.hint;
    this.detail = options.detail;
    this.untouched = options.untouched ?? false;
  }
}
