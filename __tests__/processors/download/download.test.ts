import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { JsonObject } from "../../../src/engine/json/json.ts";
import type { Facts, Outcome } from "../../../src/engine/model/outcome.ts";
import type { Io } from "../../../src/engine/ports/task-io.ts";
import { Workspace } from "../../../src/node/workspace/workspace.ts";
import { downloadProcessor } from "../../../src/processors/download/download.ts";
import { loadSchemas, validateSpec } from "../../../src/schema/validate.ts";
import { describeTaskProcessor, type TestIo, testIo } from "../../contracts/task-processor.ts";
import { testHttp } from "../../node/http/client-rig.ts";
import { temporaryFolders } from "../../node/temporary.ts";
import { FileServer } from "../../peers/file-server.ts";

vi.mock("../../../src/engine/model/timing.ts", async (load) => ({
  ...(await load<typeof import("../../../src/engine/model/timing.ts")>()),
  httpAnswerMs: 300,
  httpNoticeMs: 0,
  httpRetryMs: 1,
}));

await loadSchemas(["Download"]);

/** Three mebibytes that repeat nowhere. */
const large = Buffer.from(Uint32Array.from({ length: 786_432 }, (_, index) => Math.imul(index, 2_654_435_761)).buffer);

const folder = temporaryFolders();
let root: string;
let server: FileServer;
beforeEach(async () => {
  root = folder();
  server = await new FileServer(large).start();
});
afterEach(() => server[Symbol.dispose]());

const kind = () => downloadProcessor({ files: new Workspace(root, "."), validate: validateSpec });
const told: string[] = [];
const call = (more: Partial<Io> = {}, http: Parameters<typeof testHttp>[1] = {}): TestIo => {
  const rig = testHttp([server.host], http);
  told.length = 0;
  const { push } = rig.told;
  rig.told.push = (...texts) => {
    told.push(...texts);
    return push.apply(rig.told, texts);
  };
  return testIo([], { http: rig.http, ...more });
};
const spec = (more: JsonObject = {}): JsonObject => ({
  url: server.url,
  path: "bin/tool",
  sha256: server.sha256,
  ...more,
});
const loose = (more: JsonObject = {}): JsonObject => ({ url: server.url, path: "bin/tool", unpinned: true, ...more });
const tool = () => readFileSync(join(root, "bin/tool"));
const names = () => readdirSync(join(root, "bin"));
const recorded = (of: JsonObject, { outputs, observed }: Outcome): Partial<Io> => ({
  recorded: {
    spec: of,
    outputs: Object.fromEntries(outputs.map(({ name, value }) => [name, value])),
    ...(observed ? { observed } : {}),
    missing: [],
  },
});
async function factsOf(of: JsonObject, io = call()): Promise<Facts> {
  const observation = await kind().observe(of, io);
  if (observation.state !== "present") throw new Error(JSON.stringify(observation));
  return observation.facts;
}
async function failure(operation: Promise<unknown>) {
  const error = await operation.then(
    () => undefined,
    (reason: Error & { hint?: string; untouched?: boolean }) => reason,
  );
  if (error === undefined) throw new Error("it did not fail");
  return error;
}
/** Everything in the workspace, as `observe` could have changed it. */
const listing = () =>
  (readdirSync(root, { recursive: true }) as string[]).sort().map((name) => {
    const stats = statSync(join(root, name));
    return [name, stats.mode, stats.size, stats.ino, stats.mtimeMs];
  });

const other = Buffer.from("another one");
const servers = async () => {
  const second = await new FileServer(other).start();
  return second;
};

for (const unpinned of [false, true]) {
  describe(unpinned ? "not pinned" : "pinned", () => {
    let second: FileServer;
    beforeEach(async () => {
      second = await servers();
    });
    afterEach(() => second[Symbol.dispose]());
    describeTaskProcessor(unpinned ? "Download that is not pinned" : "Download", () => {
      const of = (one: FileServer): JsonObject =>
        unpinned ? { url: one.url, path: "a/b", unpinned } : { url: one.url, path: "a/b", sha256: one.sha256 };
      return {
        processor: kind() as never,
        spec: of(server),
        changed: { ...of(second), mode: "0755" },
        fingerprint: listing,
        io: { http: testHttp([server.host, second.host]).http },
      };
    });
  });
}

describe("a download", () => {
  it("is fetched, verified and put in its place, and nothing else stays", async () => {
    const outcome = await kind().create(spec({ mode: "0755" }), call());
    expect(tool().equals(large)).toBe(true);
    expect(statSync(join(root, "bin/tool")).mode & 0o7777).toBe(0o755);
    expect(names()).toEqual(["tool"]);
    expect(outcome.outputs).toEqual([
      { name: "FILE_PATH", value: "bin/tool" },
      { name: "SIZE", value: large.length },
      { name: "SHA256_CHECKSUM", value: server.sha256 },
    ]);
    expect(told.at(-1)).toBe("fetching tool.bin: 3.1 of 3.1 MB");
  });

  it("goes on where the line was cut", async () => {
    server.mood.cut = 1_000_000;
    const io = call();
    await kind().create(spec(), io);
    expect(tool().equals(large)).toBe(true);
    expect(server.ranges[0]).toBeUndefined();
    expect(server.ranges.slice(1).every((range) => /^bytes=\d+-$/.test(range ?? ""))).toBe(true);
    expect(server.sent).toBe(large.length);
    expect(server.headers.at(-1)?.["if-range"]).toBe(server.etag);
    expect(io.shown[0]?.text).toMatch(/^the answer of 127\.0\.0\.1:\d+ was cut off: .+; going on at .+ MiB\n|bytes\n$/);
  });

  it("goes on in the next run, after one that gave up or was killed", async () => {
    server.mood.cut = 1_000_000;
    const stop = new AbortController();
    server.asked = (count) => count === 3 && stop.abort(new Error("enough"));
    await failure(kind().create(spec(), call({ signal: stop.signal }, { signal: stop.signal })));
    expect(names()).toEqual([expect.stringMatching(/^\.opus-work-.*\.tmp$/)]);
    server.asked = () => {};
    server.mood.cut = undefined;
    const before = server.ranges.length;
    await kind().create(spec(), call());
    expect(tool().equals(large)).toBe(true);
    expect(server.ranges.slice(before)).toEqual([expect.stringMatching(/^bytes=[1-9]\d{5,}-$/)]);
    expect(names()).toEqual(["tool"]);
  });

  it("keeps no address beside what is not finished: it may hold a secret", async () => {
    server.mood.cut = 1000;
    const url = `${server.url}?signature=of-a-secret-key`;
    const error = await failure(kind().create(spec({ url }), call()));
    expect(error.message).not.toContain("signature");
    const [work = ""] = names();
    expect(readdirSync(join(root, "bin", work)).sort()).toEqual(["data", "note"]);
    const note = readFileSync(join(root, "bin", work, "note"), "utf8");
    expect([note.includes("signature"), JSON.parse(note).etag]).toEqual([false, server.etag]);
    expect(statSync(join(root, "bin", work)).mode & 0o777).toBe(0o700);
  });

  it("is not begun where the disk has no room for it", async () => {
    const files = new Workspace(root, ".");
    const work = files.work.bind(files);
    files.work = async (path) => {
      const opened = await work(path);
      if (opened.ok) opened.value.room = () => 1000;
      return opened;
    };
    const error = await failure(downloadProcessor({ files, validate: validateSpec }).create(spec(), call()));
    expect([error.message, error.untouched]).toEqual([
      "there is no room for it: 3 MiB are still to come, and 1,000 bytes are free",
      true,
    ]);
    expect(server.sent).toBeLessThanOrEqual(large.length);
    expect(names()).toEqual([]);
  });

  it("begins anew where a server looks at no range", async () => {
    server.mood.cut = 1_000_000;
    server.mood.whole = true;
    server.asked = (count) => {
      if (count === 2) server.mood.cut = undefined;
    };
    await kind().create(spec(), call());
    expect(tool().equals(large)).toBe(true);
    expect(server.ranges).toHaveLength(2);
  });

  it("is given up when nothing comes of it, and what came is kept", async () => {
    server.mood.cut = 1000;
    const error = await failure(kind().create(spec(), call()));
    expect(error.message).toMatch(/was cut off/);
    expect(error.untouched).toBe(true);
    expect(server.ranges).toHaveLength(5);
    expect(names()).toHaveLength(1);
  });

  it.each([
    ["that looks at If-Range", false],
    ["that does not", true],
  ])("is of one version when it changes between two tries, with a server %s", async (_, careless) => {
    server.mood.careless = careless;
    server.mood.cut = 1_000_000;
    const next = Buffer.from(large).fill(7, 0, 10);
    server.asked = (count) => {
      if (count !== 2) return;
      server.mood.cut = undefined;
      server.content = next;
    };
    const outcome = await kind().create(loose(), call());
    expect(tool().equals(next)).toBe(true);
    expect(outcome.observed).toMatchObject({ sha256: server.sha256, etag: server.etag });
  });

  it("that is pinned is fetched once more as a whole when its pieces are of two versions", async () => {
    server.mood.mute = true;
    server.mood.cut = 1_000_000;
    const { content } = server;
    const wanted = spec();
    server.content = Buffer.from(large).fill(7, 0, 10);
    server.asked = (count) => {
      if (count === 2) server.content = content;
      if (count === 3) server.mood.cut = undefined;
    };
    await kind().create(wanted, call());
    expect(tool().equals(large)).toBe(true);
  });

  it("with other bytes than are wanted changes nothing, and is not kept", async () => {
    const error = await failure(kind().create(spec({ sha256: "0".repeat(64) }), call()));
    expect(error.message).toBe(
      `${server.url} has other bytes than are wanted: sha256 ${server.sha256} (${large.length} bytes), not ${"0".repeat(64)}`,
    );
    expect([error.untouched, server.ranges.length, names()]).toEqual([true, 1, []]);
  });

  it("that is a web page is told to be one", async () => {
    server.mood.type = "text/html; charset=utf-8";
    const sha256 = "0".repeat(64);
    expect((await failure(kind().create(spec({ sha256 }), call()))).message).toMatch(/it is a web page \(text\/html/);
    expect((await failure(kind().create(loose(), call()))).message).toBe(
      `${server.url} answered with a web page (text/html; charset=utf-8)`,
    );
    await kind().create(loose({ path: "bin/page.html" }), call());
    expect(names()).toEqual(["page.html"]);
  });

  it("of a server that says a wrong length is no file", async () => {
    server.mood.lie = 10;
    server.mood.whole = true;
    const error = await failure(kind().create(loose(), call()));
    expect(error.message).toMatch(/was cut off|another number of bytes/);
    expect(names().filter((name) => !name.startsWith(".opus-work-"))).toEqual([]);
  });

  it("of a server that goes silent is told so, and goes on", async () => {
    server.mood.stall = 1_000_000;
    server.asked = (count) => {
      if (count === 2) server.mood.stall = undefined;
    };
    const io = call();
    await kind().create(spec(), io);
    expect(io.shown[0]?.text).toMatch(/^127\.0\.0\.1:\d+ sent nothing for \d+ s; going on at /);
    expect(tool().equals(large)).toBe(true);
  });

  it("without a length is taken", async () => {
    server.mood.chunked = true;
    await kind().create(spec(), call());
    expect(tool().equals(large)).toBe(true);
  });

  it.each([
    [404, "Correct `url`."],
    [401, "Its credentials are not, or no longer, taken: look at `auth`."],
    [403, "Its credentials may not do this: look at what they are good for."],
  ])("that is answered with %i fails by name", async (status, hint) => {
    server.mood.status = status;
    const error = await failure(kind().create(spec(), call()));
    expect([error.message, error.hint, error.untouched]).toEqual([
      `\`GET ${server.url}\` answered ${status}`,
      hint,
      true,
    ]);
  });

  it("sends its headers, and its credentials to no other origin", async () => {
    using second = await new FileServer(large).start();
    server.mood.location = second.url;
    const http = testHttp([server.host, second.host]).http;
    const auth = { bearer: "the-token-of-the-file" };
    await kind().create(spec({ headers: { "X-One": "1" }, auth }), testIo([], { http }));
    expect(server.headers[0]).toMatchObject({ "x-one": "1", authorization: "Bearer the-token-of-the-file" });
    expect(second.headers[0]?.authorization).toBeUndefined();
    expect(second.headers[0]?.["x-one"]).toBeUndefined();
    expect(tool().equals(large)).toBe(true);
  });

  it("comes by http only from hosts that are allowed, and from no address of this machine", async () => {
    const http = testHttp([], {
      resolve: (_name, _options, callback) => callback(null, [{ address: "127.0.0.1", family: 4 }]),
    }).http;
    const error = await failure(kind().create(spec({ url: "http://example.com/tool" }), testIo([], { http })));
    expect(error.message).toBe("not asked: `http://example.com` is not https");
    expect(error.hint).toContain('allow: ["example.com"]');
    expect((await failure(kind().create(spec(), testIo([], { http })))).message).toMatch(/not asked: /);
    expect(server.ranges).toEqual([]);
    server.mood.location = "http://example.com/tool";
    const led = await failure(kind().create(spec(), call()));
    expect(led.message).toBe(`${server.host} leads elsewhere; not asked: \`http://example.com\` is not https`);
    // What a server names is not put forward to be allowed.
    expect(led.hint).toContain("find out why");
    expect(led.hint).not.toContain("example.com");
  });
});

describe("what is there", () => {
  it("drifts by its digest and its mode, and is fetched only for the first", async () => {
    const wanted = spec({ mode: "0755" });
    const outcome = await kind().create(wanted, call());
    chmodSync(join(root, "bin/tool"), 0o600);
    const differs = (facts: Facts) => kind().compare?.differs?.(facts, wanted as never, outcome.observed);
    expect(differs(await factsOf(wanted))).toEqual([{ path: "/mode", before: "0600", after: "0755" }]);
    await kind().update(wanted, wanted, call(recorded(wanted, outcome)));
    expect([statSync(join(root, "bin/tool")).mode & 0o777, server.ranges.length]).toEqual([0o755, 1]);
    writeFileSync(join(root, "bin/tool"), "something");
    expect(differs(await factsOf(wanted))).toMatchObject([
      {
        path: "/content",
        before: expect.stringMatching(/^sha256:[0-9a-f]{64} \(9 bytes\)$/),
        after: `sha256:${server.sha256}`,
      },
    ]);
    await kind().update(wanted, wanted, call(recorded(wanted, outcome)));
    expect([tool().equals(large), server.ranges.length]).toEqual([true, 2]);
    expect(statSync(join(root, "bin/tool")).mode & 0o777).toBe(0o755);
  });

  it("that opus did not make is never overwritten, and nothing is fetched for it", async () => {
    mkdirSync(join(root, "bin"));
    writeFileSync(join(root, "bin/tool"), "mine");
    expect((await failure(kind().create(spec(), call()))).message).toContain("it appeared after opus had looked");
    expect([tool().toString(), server.ranges]).toEqual(["mine", []]);
  });

  it("that appears while it is fetched is left alone", async () => {
    server.asked = () => {
      writeFileSync(join(root, "bin/tool"), "mine");
    };
    expect((await failure(kind().create(spec(), call()))).message).toContain("it appeared after opus had looked");
    expect(tool().toString()).toBe("mine");
  });

  it("is not written to through another name, or through a link", async () => {
    const outside = folder();
    writeFileSync(join(outside, "other"), "other");
    const wanted = spec();
    const outcome = await kind().create(wanted, call());
    linkSync(join(root, "bin/tool"), join(outside, "name"));
    const changed = { ...wanted, mode: "0700" };
    await kind().update(wanted, changed, call(recorded(wanted, outcome)));
    expect(statSync(join(outside, "name")).mode & 0o777).not.toBe(0o700);
    await kind().delete(wanted, call());
    symlinkSync(join(outside, "other"), join(root, "bin/tool"));
    expect(await factsOf(wanted)).toMatchObject({ type: "symlink" });
    await kind().update(wanted, wanted, call(recorded(wanted, outcome)));
    expect(tool().equals(large)).toBe(true);
    expect(readFileSync(join(outside, "other"), "utf8")).toBe("other");
  });

  it("is nothing behind a folder that leads out of the workspace", async () => {
    symlinkSync(folder(), join(root, "bin"));
    expect((await failure(kind().create(spec(), call()))).message).toBe(
      "`bin/tool` leads out of the workspace through a symlink",
    );
    expect(server.ranges).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)(
    "can't be made in a folder that is not writable, which is said before anything is fetched",
    async () => {
      mkdirSync(join(root, "bin"), { mode: 0o500 });
      expect((await failure(kind().create(spec(), call()))).message).toBe("`bin/tool`: permission denied (EACCES)");
      expect(server.ranges).toEqual([]);
    },
  );
});

describe("two runs at once", () => {
  it("each fetch for themselves, and one of them makes the file", async () => {
    server.mood.cut = 500_000;
    const both = await Promise.allSettled([kind().create(spec(), call()), kind().create(spec(), call())]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(tool().equals(large)).toBe(true);
    expect(names()).toEqual(["tool"]);
  });
});

describe("what is not pinned", () => {
  it("is asked for on every look, by its tag, and changes with the server", async () => {
    const wanted = loose();
    const outcome = await kind().create(wanted, call());
    const look = () => factsOf(wanted, call(recorded(wanted, outcome)));
    const differs = (facts: Facts) => kind().compare?.differs?.(facts, wanted as never, outcome.observed);
    expect(differs(await look())).toEqual([]);
    expect(server.headers.at(-1)?.["if-none-match"]).toBe(server.etag);
    const before = server.sha256;
    server.content = other;
    expect(differs(await look())).toEqual([
      {
        path: "/content",
        before: `sha256:${before} (${large.length} bytes)`,
        after: `sha256:${server.sha256} (${other.length} bytes)`,
      },
    ]);
    const updated = await kind().update(wanted, wanted, call(recorded(wanted, outcome)));
    expect(tool().equals(other)).toBe(true);
    expect(updated.observed).toMatchObject({ sha256: server.sha256, etag: server.etag });
  });

  it("is told by its bytes where a server has no validators", async () => {
    server.mood.mute = true;
    const wanted = loose();
    const outcome = await kind().create(wanted, call());
    const differs = async () =>
      kind().compare?.differs?.(
        await factsOf(wanted, call(recorded(wanted, outcome))),
        wanted as never,
        outcome.observed,
      );
    expect(await differs()).toEqual([]);
    server.content = Buffer.from(large).fill(1, 100, 101);
    expect(await differs()).toMatchObject([{ path: "/content" }]);
  });

  it("stays as it is, with a warning, while its server says nothing", async () => {
    const wanted = loose();
    const outcome = await kind().create(wanted, call());
    server.mood.status = 404;
    const io = call(recorded(wanted, outcome));
    const facts = await factsOf(wanted, io);
    expect(kind().compare?.differs?.(facts, wanted as never, outcome.observed)).toEqual([]);
    expect(io.shown).toEqual([
      {
        stream: "stderr",
        text: `warning: whether it has changed is not known: \`GET ${server.url}\` answered 404\n`,
      },
    ]);
    await kind().delete(wanted, io);
    expect(names()).toEqual([]);
  });

  it("and is there already is compared with what the server has", async () => {
    mkdirSync(join(root, "bin"));
    writeFileSync(join(root, "bin/tool"), large);
    const facts = await factsOf(loose());
    expect(kind().compare?.differs?.(facts, loose() as never, undefined)).toEqual([]);
    writeFileSync(join(root, "bin/tool"), "else");
    expect(kind().compare?.differs?.(await factsOf(loose()), loose() as never, undefined)).toHaveLength(1);
  });
});

describe("a spec", () => {
  const problems = (of: JsonObject) => {
    const parsed = kind().parse(of);
    return parsed.ok ? [] : parsed.error.map(({ message, pointer }) => [pointer, message]);
  };

  it("is pinned, or says that it is not", () => {
    expect(problems(spec())).toEqual([]);
    expect(problems(loose())).toEqual([]);
    expect(problems(spec({ unpinned: true }))).toMatchObject([
      ["/unpinned", expect.stringContaining("`sha256` pins it")],
    ]);
    const { sha256: _, ...bare } = spec();
    expect(problems(bare)).toMatchObject([["", expect.stringContaining("there is no `sha256`")]]);
    expect(problems({ ...bare, sha256: "abc" })).toMatchObject([["/sha256", expect.any(String)]]);
    expect(kind().fields?.normalize?.(spec({ sha256: server.sha256.toUpperCase() }))).toEqual(spec());
  });

  it("stays in the workspace, and names no credentials in its address", () => {
    for (const path of ["../x", "/etc/x", ".git/hooks/x", "a/"]) expect(problems(spec({ path }))).toHaveLength(1);
    for (const url of ["ftp://a/b", "https://a:b@c/d", "a/b", "https://", "https://a/b#c"])
      expect(problems(spec({ url }))).toMatchObject([["/url", expect.any(String)]]);
  });

  it("with another address and the same digest is only recorded, with another path made anew", () => {
    const rules = kind().compare;
    expect(rules?.recordOnly?.(spec() as never)).toContain("/url");
    expect(rules?.recordOnly?.(loose() as never)).not.toContain("/url");
    expect(rules?.replaceOn?.(spec() as never, spec({ path: "b" }) as never)).toEqual(["/path"]);
  });
});
