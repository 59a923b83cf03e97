/** zizmor, the linter of workflows for security: where it is, and what it finds. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { root, type Source } from "./sources.ts";

/** Where .ci/run installs it, else what is on the PATH; undefined: it is not here. */
export const zizmor: string | undefined = [
  join(root, "node_modules/.cache/zizmor/bin"),
  ...(process.env.PATH ?? "").split(delimiter),
]
  .map((folder) => join(folder, "zizmor"))
  .find((path) => existsSync(path));

interface Finding {
  readonly ident: string;
  readonly desc: string;
  readonly locations: readonly {
    readonly symbolic: { readonly key: { readonly Local: { readonly verbatim_path: string } } };
    readonly concrete: { readonly location: { readonly start_point: { readonly row: number } } };
  }[];
}

/** Whatever the strictest persona finds without a network, when a reader has pinned our action as the README asks. */
export function zizmorFindings(program: string, sources: readonly Source[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), "opus-zizmor-"));
  try {
    // It looks at workflows in this folder only.
    mkdirSync(join(folder, ".github/workflows"), { recursive: true });
    for (const { name, text } of sources)
      writeFileSync(
        join(folder, ".github/workflows", name),
        text.replaceAll("OWNER/magnum-opus@v1", `OWNER/magnum-opus@${"0123456789".repeat(4)}`),
      );
    const { stdout, stderr, error } = spawnSync(
      program,
      ["--quiet", "--offline", "--strict-collection", "--no-config", "--persona=pedantic", "--format=json", "."],
      { cwd: folder, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
    );
    if (error || !stdout.startsWith("[")) throw new Error(`zizmor: ${error?.message ?? stderr}`);
    return (JSON.parse(stdout) as Finding[]).map(({ ident, desc, locations: [first] }) => {
      const file = first?.symbolic.key.Local.verbatim_path.replace(/^.*\//, "");
      return `${file}:${(first?.concrete.location.start_point.row ?? 0) + 1}: ${ident}: ${desc}`;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
