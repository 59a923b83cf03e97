import { describe, expect, it } from "vitest";
import { OpenedKinds } from "../../../src/app/extensions/opened-kinds.ts";
import { ok } from "../../../src/engine/diagnostics/diagnostic.ts";
import { kindCloseMs } from "../../../src/engine/model/timing.ts";
import type { RunAccess, TaskProcessor } from "../../../src/engine/ports/processor.ts";
import { TaskFailure } from "../../../src/engine/ports/task-failure.ts";
import { testIo } from "../../contracts/task-processor.ts";

/** A kind whose `open` is given, and what breaks its program. */
function opened(open: (access: RunAccess) => Promise<{ close(): Promise<void> }>, openMs?: number) {
  const processor = {
    apiVersion: "example.com/v1",
    kind: "P05",
    module: "k.mjs",
    parse: (spec) => ok(spec),
    observe: () => new Promise(() => {}),
    create: async () => ({ outputs: [] }),
    update: async () => ({ outputs: [] }),
    delete: async () => {},
    open,
  } satisfies TaskProcessor;
  let broken = (_: TaskFailure): void => {};
  const stopped: string[] = [];
  const kinds = new OpenedKinds({
    processors: { get: () => processor, list: () => [] },
    signal: new AbortController().signal,
    io: () => testIo(),
    configurationOf: () => ok({}),
    startProcess: async (_request, owner, tell) => {
      broken = tell;
      const ended = new Promise<never>(() => {});
      return { pid: 1, write: () => {}, ended, stop: async () => void stopped.push(owner) };
    },
    warn: () => {},
    ...(openMs === undefined ? {} : { openMs }),
  });
  const kind = kinds.get("example.com/v1", "P05") as TaskProcessor;
  return { kinds, kind, stopped, breaks: (message: string) => broken(new TaskFailure(message, { hint: "h" })) };
}

const request = { command: "x", onLine: () => {} };

describe("a kind whose program breaks", () => {
  it("fails the calls that wait, and those to come, by name", async () => {
    const { kinds, kind, breaks, stopped } = opened(async (access) => {
      await access.start(request);
      return { close: async () => {} };
    });
    expect(await kind.create({}, testIo())).toEqual({ outputs: [] });
    const waiting = kind.observe({}, testIo());
    // Until it is called.
    await new Promise((done) => setImmediate(done));
    breaks("`onLine` threw: no JSON");
    const failure = { message: "k.mjs: P05: `onLine` threw: no JSON", hint: "h" };
    await expect(waiting).rejects.toMatchObject({ ...failure, untouched: false });
    await expect(kind.create({}, testIo())).rejects.toMatchObject({ ...failure, untouched: true });
    await kinds.close();
    expect(stopped).toEqual(["P05"]);
  });

  it("while it is opened can't be opened", async () => {
    const { kind, breaks } = opened(async (access) => {
      await access.start(request);
      return new Promise(() => {});
    });
    const waiting = kind.create({}, testIo());
    await new Promise((done) => setImmediate(done));
    breaks("`onLine` threw: no JSON");
    await expect(waiting).rejects.toMatchObject({
      message: "its kind could not be opened: k.mjs: P05: `onLine` threw: no JSON",
    });
  });
});

describe("an `open` that does not come to its end in time", () => {
  const message = "its kind could not be opened: it took longer than 0.02 seconds";

  /** Starts a program, and opens when it is told to. */
  function late() {
    const closed: string[] = [];
    let give = (): void => {};
    const told = new Promise<void>((done) => {
      give = done;
    });
    let access: RunAccess | undefined;
    const one = opened(async (given) => {
      access = given;
      await given.start(request);
      await told;
      return { close: async () => void closed.push("closed") };
    }, 20);
    return { ...one, closed, give, access: () => access as RunAccess };
  }

  it("is given up, and told so", async () => {
    const { kind, access } = late();
    await expect(kind.create({}, testIo())).rejects.toMatchObject({ message });
    expect(access().signal.aborted).toBe(true);
    await expect(access().start(request)).rejects.toThrow("the kind was given up while it was opened");
  });

  it("is closed when it opens later, and its programs are ended", async () => {
    const { kind, kinds, closed, stopped, give } = late();
    await expect(kind.create({}, testIo())).rejects.toMatchObject({ message });
    expect([closed, stopped]).toEqual([[], []]);
    give();
    await new Promise((done) => setTimeout(done, 10));
    expect([closed, stopped]).toEqual([["closed"], ["P05"]]);
    await kinds.close();
    expect(closed).toEqual(["closed"]);
  });

  it("is closed when it opens while the run ends", async () => {
    const { kind, kinds, closed, stopped, give } = late();
    await expect(kind.create({}, testIo())).rejects.toMatchObject({ message });
    setTimeout(give, 30);
    await kinds.close();
    expect([closed, stopped.slice(0, 1)]).toEqual([["closed"], ["P05"]]);
  });

  it("does not keep a run that has ended from its end", async () => {
    const { kind, kinds, closed, stopped } = late();
    await expect(kind.create({}, testIo())).rejects.toMatchObject({ message });
    const began = performance.now();
    const keepsAlive = setInterval(() => {}, 100);
    await kinds.close();
    clearInterval(keepsAlive);
    expect(performance.now() - began).toBeLessThan(kindCloseMs * 2);
    expect([closed, stopped]).toEqual([[], ["P05"]]);
  });
});
