import picomatch from "picomatch";
import { type LoadedManifest, loadManifest } from "../../src/manifest/load.ts";
import type { ManifestFiles } from "../../src/ports/manifest-files.ts";

/** Files in memory, as the loader sees a working directory. */
function memoryFiles(
  contents: Readonly<Record<string, string | Uint8Array>>,
  options: { readonly workingDirectory?: string } = {},
): ManifestFiles {
  const prefix = options.workingDirectory === undefined ? "" : `${options.workingDirectory}/`;
  return {
    glob(pattern) {
      const plain = pattern.replace(/^\.\//, "");
      if (!/[*?[\]{}]/.test(plain)) return { ok: true, value: Object.hasOwn(contents, plain) ? [plain] : [] };
      const matches = picomatch(plain);
      return {
        ok: true,
        value: Object.keys(contents)
          .filter((path) => matches(path))
          .sort(),
      };
    },
    read(path) {
      const content = contents[path];
      if (content === undefined) return { ok: false, error: `${path} does not exist` };
      return { ok: true, value: typeof content === "string" ? new TextEncoder().encode(content) : content };
    },
    display: (path) => prefix + path,
  };
}

/** The kinds of opus/v1, as the processors describe them. */
const kinds = {
  verbatimFields: (apiVersion: string, kind: string): readonly string[] =>
    apiVersion === "opus/v1" && kind === "Shell" ? ["create", "update", "read", "delete", "rollback"] : [],
  outputNames: (apiVersion: string, kind: string): readonly string[] | undefined =>
    apiVersion === "opus/v1" && kind === "File" ? ["FILE_PATH", "SIZE", "SHA256_CHECKSUM", "EXECUTABLE"] : undefined,
};

/** Loads `opus.yaml` of these files. */
export function load(
  contents: Readonly<Record<string, string | Uint8Array>> | string,
  options: { readonly patterns?: readonly string[]; readonly workingDirectory?: string } = {},
): LoadedManifest {
  const files = typeof contents === "string" ? { "opus.yaml": contents } : contents;
  return loadManifest(options.patterns ?? ["opus.yaml"], memoryFiles(files, options), kinds);
}
