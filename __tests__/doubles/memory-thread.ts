import { err, ok } from "../../src/engine/diagnostics/diagnostic.ts";
import type { ApiTrouble, CommentThread, IssueComment } from "../../src/ports/pull-requests.ts";

/** Comments in memory, with the delays of a network around each look and each write. */
export class MemoryComments {
  readonly all: IssueComment[] = [];
  /** How often somebody was told of a new comment. */
  added = 0;
  /** Asked before each call: what goes wrong with it. */
  trouble: (call: string) => ApiTrouble | undefined = () => undefined;
  #next = 1;
  readonly #delay: () => Promise<void>;

  /** @param delay waited before and after what a call does */
  constructor(delay: () => Promise<void> = async () => {}) {
    this.#delay = delay;
  }

  post(author: string, body: string): number {
    const id = this.#next++;
    this.all.push({ id, author, body, url: `https://github.com/octo/storefront/pull/12#issuecomment-${id}` });
    return id;
  }

  /** As somebody with this login sees and writes them. */
  thread(login: string): CommentThread {
    const call = async <T>(name: string, work: () => T) => {
      await this.#delay();
      const trouble = this.trouble(name);
      if (trouble && !trouble.unclear) return err(trouble);
      const value = work();
      await this.#delay();
      return trouble ? err(trouble) : ok(value);
    };
    const at = (id: number): IssueComment | undefined => this.all.find((one) => one.id === id);
    return {
      login: () => call("login", () => login),
      list: () => call("list", () => [...this.all]),
      read: (id) => call("read", () => at(id)),
      add: (body) =>
        call("add", () => {
          this.added++;
          return at(this.post(login, body));
        }),
      edit: async (id, body) => {
        if (!at(id)) return err({ kind: "missing", said: "GitHub answered 404: Not Found", unclear: false });
        return call("edit", () => {
          const index = this.all.findIndex((one) => one.id === id);
          const found = this.all[index];
          if (found) this.all[index] = { ...found, body };
          return found && { ...found, body };
        });
      },
      remove: (id) =>
        call("remove", () => {
          const index = this.all.findIndex((one) => one.id === id);
          if (index !== -1) this.all.splice(index, 1);
        }),
    };
  }
}
