import picomatch from "picomatch";
import { stepSurface } from "../../src/engine/text/surface.ts";
import { type LoadedManifest, readManifest } from "../../src/manifest/load.ts";
import type { ManifestFiles } from "../../src/ports/manifest-files.ts";
import { builtInKinds, specRules } from "../../src/processors/built-in.ts";
import { loadSchemas } from "../../src/schema/validate.ts";

await loadSchemas(builtInKinds.map(({ kind }) => kind));

/** Files in memory, as the loader sees a working directory. */
function memoryFiles(
  contents: Readonly<Record<string, string | Uint8Array>>,
  options: { readonly workingDirectory?: string } = {},
): ManifestFiles {
  const prefix = options.workingDirectory === undefined ? "" : `${options.workingDirectory}/`;
  return {
    surface: stepSurface,
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
    above: () => undefined,
    display: (path) => prefix + path,
  };
}

/** Loads `opus.yaml` of these files. */
export function load(
  contents: Readonly<Record<string, string | Uint8Array>> | string,
  options: { readonly patterns?: readonly string[]; readonly workingDirectory?: string } = {},
): LoadedManifest {
  const files = typeof contents === "string" ? { "opus.yaml": contents } : contents;
  return readManifest(options.patterns ?? ["opus.yaml"], memoryFiles(files, options)).check(specRules());
}
