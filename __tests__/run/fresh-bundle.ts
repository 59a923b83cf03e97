import { builtDigest, sourcesDigest } from "../../scripts/sources.ts";

/** Set: the tests take whatever bundle is there. */
export const anyBundle = "OPUS_ANY_BUNDLE";

/**
 * Says why the tests must not run with the bundle in dist/.
 * @param built the digest of the sources that it was made of; undefined when it holds none
 * @returns undefined when they may
 */
export function staleBundle(
  built: string | undefined,
  sources: string,
  environment: NodeJS.ProcessEnv,
): string | undefined {
  if (built === sources || (environment[anyBundle] ?? "") !== "") return undefined;
  const what =
    built === undefined ? "dist/ does not say what it was made of" : "dist/ was made of other sources than these";
  return `${what}, and the tests run what is in dist/. Run \`npm run build\` first (about 40 s). For a bundle that you made in another way, set ${anyBundle}=1.`;
}

/** Vitest calls it before the first test that runs the bundle. */
export default function refuseStaleBundle(): void {
  const why = staleBundle(builtDigest(), sourcesDigest(), process.env);
  if (why !== undefined) throw new Error(why);
}
