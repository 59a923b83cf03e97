/**
 * Pins of actions: the workflows and the examples say them, where a bot raises them, and all other texts have the same.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where an action is used: `actions/checkout@08c6… # v5.0.0`. */
interface Use {
  readonly file: string;
  readonly line: number;
  readonly action: string;
  readonly pin: string;
}

const leading = [".github/workflows/*.yml", "examples/workflows/*.yml"];
const following = ["*.md", "docs/**/*.md", "examples/**/*.md", "src/**/*.ts"];
/** Our own name has no owner yet; a path is an action of the same commit. */
const usePattern = /\buses: *(?!OWNER\/|\.)([\w.-]+\/[\w./-]+)@([^\s`"',]+)(?: +# (v[\w.]+))?/g;
const pinPattern = /^[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

/** What is wrong with the pins of all texts, each with its place and what to do. */
export function pinProblems(root: string): string[] {
  const uses = usesIn(root, leading);
  const pins = pinsOf(uses);
  return [...uses, ...usesIn(root, following)].flatMap(({ file, line, action, pin }) => {
    const place = `${file}:${line}: ${action}@${pin}`;
    const wanted = pins.get(action);
    if (!pinPattern.test(pin)) return [`${place} is no commit with its version (\`${wanted ?? "<commit> # v1.2.3"}\`)`];
    if (wanted === undefined || wanted === pin) return [];
    return [`${place} is another pin than elsewhere (\`${wanted}\`); run \`npm run docs\``];
  });
}

/**
 * Where our own action is used in another version than that of package.json, the only one that is sure to be there.
 * @returns each with its place
 */
export function ownPinProblems(root: string): string[] {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const wanted = `v${version.split(".")[0]}`;
  return globSync([...leading, ...following], { cwd: root })
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(root, file), "utf8");
      return [...text.matchAll(/OWNER\/magnum-opus@([^\s`"',}]+)/g)]
        .filter(([, ref]) => ref !== wanted && !/^[0-9a-f]{40}$/.test(ref ?? ""))
        .map(
          ({ 1: ref, index }) =>
            `${file}:${text.slice(0, index).split("\n").length}: OWNER/magnum-opus@${ref} is not @${wanted}, the version of package.json`,
        );
    });
}

/** A text with the pins that the workflows and the examples have. */
export function withPins(root: string, text: string): string {
  const pins = pinsOf(usesIn(root, leading));
  return text.replace(usePattern, (use: string, action: string) => {
    const pin = pins.get(action);
    return pin === undefined ? use : `uses: ${action}@${pin}`;
  });
}

/** The files that follow. */
export function followingFiles(root: string): string[] {
  return globSync(following, { cwd: root }).sort();
}

function usesIn(root: string, globs: readonly string[]): Use[] {
  return globSync([...globs], { cwd: root })
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(root, file), "utf8");
      return [...text.matchAll(usePattern)].map(({ 1: action = "", 2: ref = "", 3: version, index }) => ({
        file,
        line: text.slice(0, index).split("\n").length,
        action,
        pin: version === undefined ? ref : `${ref} # ${version}`,
      }));
    });
}

/** The pin of each action, as its first use says. */
function pinsOf(uses: readonly Use[]): ReadonlyMap<string, string> {
  const pins = new Map<string, string>();
  for (const { action, pin } of uses) if (!pins.has(action)) pins.set(action, pin);
  return pins;
}
