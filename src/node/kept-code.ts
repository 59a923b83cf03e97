import { createHash } from "node:crypto";
import { accessSync, constants, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";

export interface KeptCodeOptions {
  /** Absolute, there, and this user's alone: what lies in it is run. */
  readonly folder: string;
  /** What the process does, as far as it decides which functions it calls: each has files of its own. */
  readonly use: string;
  /** Calls when the process ends. */
  onExit(listener: () => void): void;
}

/** What a chunk of the bundle exports. */
export type Chunk = object;

const begin = "export const id = ";
const modules = "export const modules = ";
const digestBytes = 32;

/**
 * Loads chunks of the bundle with the code that an earlier process has compiled of them. Node's own compile cache holds
 * only what was compiled before anything ran; here it is what had been compiled at the end, so that no function is compiled
 * twice. What can't be read, is damaged or of another version is as good as missing.
 */
export class KeptCode {
  readonly #options: KeptCodeOptions;
  readonly #fresh: { readonly path: string; readonly source: Buffer; readonly script: Script }[] = [];

  constructor(options: KeptCodeOptions) {
    this.#options = options;
    options.onExit(() => this.#keep());
  }

  /** @returns undefined: it has to be imported */
  load(url: URL): Chunk | undefined {
    try {
      const bytes = readFileSync(fileURLToPath(url));
      // The bundle is ASCII.
      const code = asFunction(bytes.toString("latin1"));
      return code === undefined ? undefined : this.#compiled(url, code, digest(bytes)).runInThisContext();
    } catch {
      return undefined;
    }
  }

  #compiled(url: URL, code: string, source: Buffer): Script {
    const { folder, use } = this.#options;
    const path = join(folder, `${basename(url.pathname, ".js")}-${use}-${source.toString("hex", 0, 8)}`);
    const cachedData = readKept(path, source);
    const script = new Script(code, {
      filename: url.href,
      ...(cachedData && { cachedData }),
    });
    if (cachedData === undefined || script.cachedDataRejected) this.#fresh.push({ path, source, script });
    return script;
  }

  /** Whatever goes wrong, the next start only takes longer. */
  #keep(): void {
    const { folder } = this.#options;
    for (const { path, source, script } of this.#fresh) {
      const temporary = join(folder, `.${process.pid}-${basename(path)}`);
      try {
        accessSync(folder, constants.W_OK);
        const data = script.createCachedData();
        writeFileSync(temporary, Buffer.concat([source, digest(data), data]), { mode: 0o600 });
        renameSync(temporary, path);
      } catch {
        rmSync(temporary, { force: true });
      }
    }
  }
}

/** What only a file can do that was imported. Chunks load others without; `import()` stands in their comments. */
const anyImport = /\bimport(?:\.meta|\((?!\)))/;

/**
 * A chunk as an expression, with all lines but the first where they were.
 * @returns undefined: it is no chunk, or has to be imported because it imports
 */
function asFunction(text: string): string | undefined {
  const start = text.indexOf(modules);
  if (!text.startsWith(begin) || start === -1 || anyImport.test(text)) return undefined;
  const names = text.slice(0, start).replaceAll("export ", "");
  return `(() => {"use strict";${names}${text.slice(start + "export ".length)}\nreturn { id, ids, modules };})()`;
}

/** What was kept of the code with this digest. */
function readKept(path: string, source: Buffer): Buffer | undefined {
  try {
    const kept = readFileSync(path);
    const data = kept.subarray(2 * digestBytes);
    if (!kept.subarray(0, digestBytes).equals(source)) return undefined;
    return kept.subarray(digestBytes, 2 * digestBytes).equals(digest(data)) ? data : undefined;
  } catch {
    return undefined;
  }
}

function digest(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}
