import { execFileSync } from "node:child_process";
import { chmodSync, linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readArchive } from "../../../src/github/cache/cache-archive.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "opus-archive-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function read(archive: Uint8Array): Promise<string> {
  const path = join(folder, "archive");
  writeFileSync(path, archive);
  const result = await readArchive(path);
  return result.ok ? Buffer.from(result.value).toString("latin1") : `${result.error.kind}: ${result.error.what}`;
}

/** @param make puts what is packed into a folder, and names it */
function packed(make: (work: string) => readonly string[], ...options: readonly string[]): Buffer {
  const work = mkdtempSync(join(folder, "work-"));
  return execFileSync("tar", [...options, "-czPf", "-", ...make(work)], { cwd: work, maxBuffer: 1024 ** 3 });
}

const write = (work: string, name: string, text: string): string => {
  writeFileSync(join(work, name), text);
  return name;
};
const other = "corrupt: an entry was found, and it holds something else than one file of state";

describe("the file of state in an archive", () => {
  it.each(["v7", "oldgnu", "gnu", "ustar", "posix"])("is read whoever packed it (%s)", async (format) => {
    const text = "{}".repeat(700);
    expect(await read(packed((work) => [write(work, "state.json", text)], `--format=${format}`))).toBe(text);
    expect(await read(packed((work) => [write(work, "state.json", "")], `--format=${format}`))).toBe("");
  });

  it("is read beside others, which are passed over", async () => {
    const archive = packed((work) => {
      const long = "n".repeat(150);
      mkdirSync(join(work, long));
      const names = [write(work, "._state.json", "mac"), long, write(work, "state.json", "fine")];
      return [...names, write(work, `${long}/state.json`, "no"), write(work, "last", "x".repeat(2_000))];
    });
    expect(await read(archive)).toBe("fine");
  });

  type Odd = readonly [string, (work: string) => readonly string[], readonly string[]];
  /** One entry, made as `state.json`. */
  const alone = (what: string, make: (path: string) => unknown, ...options: readonly string[]): Odd => {
    const prepare = (work: string): readonly string[] => {
      make(join(work, "state.json"));
      return ["state.json"];
    };
    return [what, prepare, options];
  };
  const odd: readonly Odd[] = [
    alone("a symlink", (path) => symlinkSync("/etc/hostname", path)),
    alone("a pipe", (path) => execFileSync("sh", ["-c", `mkfifo "$1"`, "sh", path])),
    alone("a folder", (path) => mkdirSync(path)),
    alone("a read-only folder with something in it", (path) => {
      mkdirSync(path);
      write(path, "inner", "x");
      chmodSync(path, 0o555);
    }),
    ...["gnu", "posix"].map((format) =>
      alone(
        `full of holes (${format})`,
        (path) => {
          writeFileSync(path, "");
          truncateSync(path, 1_900_000_000);
        },
        "--sparse",
        `--format=${format}`,
      ),
    ),
    [
      "a hard link",
      (work) => {
        linkSync(join(work, write(work, "one", "x")), join(work, "state.json"));
        return ["one", "state.json"];
      },
      [],
    ],
    ["there twice", (work) => [write(work, "state.json", "x"), "state.json"], ["--hard-dereference"]],
    ["not there", (work) => [write(work, "other.json", "x")], []],
    [
      "in another folder",
      (work) => {
        mkdirSync(join(work, "a"));
        return [write(work, "a/state.json", "x")];
      },
      [],
    ],
  ];
  it.each(odd)("is refused when it is %s", async (_, make, options) => {
    expect(await read(packed(make, ...options))).toBe(other);
  });

  it("is refused when it is larger than a state may be", async () => {
    const zeros = (bytes: number) =>
      packed((work) => {
        truncateSync(join(work, write(work, "state.json", "")), bytes);
        return ["state.json"];
      });
    const most = 64 * 1024 ** 2;
    expect(await read(zeros(most + 1))).toBe(
      "corrupt: an entry was found, and its state has 64.1 MiB (at most 64 MiB are taken)",
    );
    expect(await read(zeros(most * 2))).toBe(
      "corrupt: an entry was found, and unpacks to more than 65 MiB (at most 64 MiB are taken)",
    );
    expect((await read(zeros(most))).length).toBe(most);
  });

  it("is refused when the archive is too large, or no file", async () => {
    const path = join(folder, "large");
    writeFileSync(path, "");
    truncateSync(path, 300_000_000);
    expect(await readArchive(path)).toMatchObject({
      error: { what: "an entry was found, and its archive has 286.2 MiB (at most 64 MiB are taken)" },
    });
    expect(await readArchive(folder)).toMatchObject({
      error: { what: "an entry was found, and its archive is no file" },
    });
  });

  it("is refused when a header lies", async () => {
    const sound = packed((work) => [write(work, "state.json", "x".repeat(600))]);
    const tar = execFileSync("gzip", ["-dc"], { input: sound });
    const changed = (at: number, text: string): Buffer => {
      const copy = Buffer.from(tar);
      copy.write(text, at, "latin1");
      copy.fill(" ", 148, 156);
      const sum = copy.subarray(0, 512).reduce((all, byte) => all + byte, 0);
      copy.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
      return gzipSync(copy);
    };
    expect(await read(changed(0, "state.json"))).toBe("x".repeat(600));
    expect(await read(changed(124, "77777777777"))).toBe(
      "corrupt: an entry was found, and can't be unpacked (it is cut off)",
    );
    const damaged = "corrupt: an entry was found, and can't be unpacked (a header is damaged)";
    expect(await read(changed(124, "-0000000001"))).toBe(damaged);
    expect(await read(changed(124, "\x80\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"))).toBe(damaged);
    expect(await read(gzipSync(Buffer.concat([Buffer.from("y"), tar.subarray(1)])))).toBe(damaged);
  });

  it("is never misread, whatever the bytes are", async () => {
    const tar = execFileSync("gzip", ["-dc"], { input: packed((work) => [write(work, "state.json", "fine")]) });
    await fc.assert(
      fc.asyncProperty(fc.nat(1_023), fc.uint8Array({ minLength: 1, maxLength: 20 }), async (at, bytes) => {
        const copy = Buffer.from(tar);
        copy.set(bytes, at);
        const result = await read(gzipSync(copy));
        // The checksum covers the header: only the content itself may read as something else.
        if (!result.startsWith("corrupt: ")) expect(result).toHaveLength(4);
      }),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), async (bytes) => {
        expect(await read(gzipSync(bytes))).toMatch(/^corrupt: an entry was found/);
        expect(await read(bytes)).toMatch(/^corrupt: an entry was found, and can't be unpacked/);
      }),
    );
  });
});
