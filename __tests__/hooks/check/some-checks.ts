import { err, ok } from "../../../src/engine/diagnostics/diagnostic.ts";
import type { CheckChange, CheckIdentity, CheckRuns, NewCheck } from "../../../src/ports/checks.ts";
import type { ApiTrouble } from "../../../src/ports/pull-requests.ts";

/** A check as it was kept. */
export interface SomeCheck {
  readonly id: number;
  readonly name: string;
  readonly sha: string;
  readonly mark: string;
  conclusion: string;
  title: string;
  annotations: number;
}

/** Checks in memory, with what goes wrong. */
export class SomeChecks implements CheckRuns {
  readonly all: SomeCheck[] = [];
  /** Of each request, in order, its method. */
  readonly asked: string[] = [];
  /** Asked before each request; what it returns is the answer, and nothing is done. */
  trouble: (request: {
    readonly method: "create" | "change" | "find" | "list";
    readonly change?: CheckChange | NewCheck;
  }) => ApiTrouble | undefined = () => undefined;
  /** Waited for in each request. */
  during: () => Promise<void> = async () => {};

  add(check: Partial<SomeCheck> & Pick<SomeCheck, "name">): SomeCheck {
    const whole = { sha: "a".repeat(40), mark: "", conclusion: "", title: "", annotations: 0, ...check };
    const made = { id: 500 + this.all.length, ...whole };
    this.all.push(made);
    return made;
  }

  /** `opus: demo/prod success: 1 to create`. */
  get said(): readonly string[] {
    return this.all.map(({ name, conclusion, title }) => `${name} ${conclusion || "in progress"}: ${title}`);
  }

  async create(check: NewCheck) {
    const refused = await this.#ask("create", check);
    if (refused) return refused;
    const { name, sha, mark, conclusion = "", output } = check;
    const { title = "", annotations = [] } = output ?? {};
    return ok(found(this.add({ name, sha, mark, conclusion, title, annotations: annotations.length })));
  }

  async change(id: number, change: CheckChange) {
    const refused = await this.#ask("change", change);
    if (refused) return refused;
    const check = this.all.find((one) => one.id === id);
    if (!check) return err<ApiTrouble>({ kind: "missing", said: "GitHub answered 404: Not Found", unclear: false });
    check.conclusion = change.conclusion ?? check.conclusion;
    check.title = change.output?.title ?? check.title;
    check.annotations += change.output?.annotations?.length ?? 0;
    return ok(undefined);
  }

  async find({ name, sha, mark }: CheckIdentity) {
    const refused = await this.#ask("find");
    if (refused) return refused;
    const check = this.all.find((one) => one.name === name && one.sha === sha && one.mark === mark);
    return ok(check && found(check));
  }

  async list(sha: string) {
    const refused = await this.#ask("list");
    if (refused) return refused;
    return ok(this.all.filter((one) => one.sha === sha).map((one) => ({ ...found(one), ...one })));
  }

  async #ask(method: "create" | "change" | "find" | "list", change?: CheckChange | NewCheck) {
    this.asked.push(method);
    await this.during();
    const trouble = this.trouble({ method, ...(change ? { change } : {}) });
    return trouble && err(trouble);
  }
}

function found({ id, conclusion, annotations }: SomeCheck) {
  return { id, completed: conclusion !== "", annotations };
}

/** What GitHub may say. */
export const said = {
  forbidden: { kind: "forbidden", said: "GitHub answered 403: Resource not accessible by integration", unclear: false },
  missing: { kind: "missing", said: "GitHub answered 404: Not Found", unclear: false },
  refused: { kind: "refused", said: "GitHub answered 422: Invalid request.", unclear: false },
  broken: { kind: "unreachable", said: "GitHub answered 502", unclear: true },
} as const satisfies { readonly [name: string]: ApiTrouble };
