import { err, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";

/** A line of an encryption key that counts. */
export interface Key {
  readonly type: "identity" | "passphrase";
  readonly text: string;
}

/** What is wrong with an encryption key. Nothing of its text is in it. */
export interface KeyProblem {
  /** Counts from 1; undefined: all of it. */
  readonly line: number | undefined;
  /** What goes on with "line 2", or with the name of the input: `is a …`. */
  readonly message: string;
  /** What to do, as one sentence. */
  readonly suggestion: string;
}

/** An encryption key, read. */
export interface KeyLines {
  /** The first one seals, all of them open. */
  readonly keys: readonly [Key, ...Key[]];
  /** Lines with a passphrase that may be guessed. */
  readonly weak: readonly number[];
}

/** Fewer characters than this can be found by trying, even at a second for each. */
export const shortestPassphrase = 16;

/**
 * Reads the text of an encryption key: one age identity or passphrase a line. Empty lines and comments as `age-keygen`
 * writes them (`# created: …`) don't count.
 * @param isSound tells whether age takes an identity
 * @returns the keys, or everything that is wrong with the text
 */
export function parseKeyLines(
  text: string,
  isSound: (identity: string) => boolean,
): Result<KeyLines, readonly KeyProblem[]> {
  const keys: Key[] = [];
  const weak: number[] = [];
  const problems: KeyProblem[] = [];
  let inBlock = false;
  for (const { line, number } of countingLines(text)) {
    // Of a whole file in PEM the first line says all there is to say.
    if (inBlock) {
      inBlock = !/^-----END /.test(line);
      continue;
    }
    inBlock = /^-----BEGIN /.test(line);
    const problem = keyProblem(line, isSound);
    if (problem !== undefined) {
      problems.push({ line: number, ...problem });
      continue;
    }
    const type = isIdentity(line) ? "identity" : "passphrase";
    keys.push({ type, text: line });
    if (type === "passphrase" && [...line].length < shortestPassphrase) weak.push(number);
  }
  if (problems.length > 0) return err(problems);
  const [first, ...others] = keys;
  return first === undefined ? err([nothing]) : ok({ keys: [first, ...others], weak });
}

/** Every line of an encryption key that is a secret by itself, sound or not. */
export function secretLines(text: string): readonly string[] {
  return countingLines(text).map(({ line }) => line);
}

function countingLines(text: string): { readonly line: string; readonly number: number }[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== "" && !/^#(?:\s|$)/.test(line));
}

function isIdentity(line: string): boolean {
  return /AGE-SECRET-KEY-/i.test(line);
}

function keyProblem(
  line: string,
  isSound: (identity: string) => boolean,
): Pick<KeyProblem, "message" | "suggestion"> | undefined {
  if (line.startsWith("#")) return notQuiteComment;
  if (line.includes("${{")) return expression;
  if (isIdentity(line)) return isSound(line) ? undefined : broken;
  if (/^AGE-PLUGIN-/i.test(line)) return plugin;
  if (/^age1[ac-hj-np-z02-9]{20,}$/i.test(line) || /^(?:ssh|ecdsa)-[a-z0-9@.-]+ AAAA/.test(line)) return recipient;
  if (/^-----BEGIN /.test(line)) return block;
  return undefined;
}

const make = "Make an identity with `opus state keygen` or `age-keygen`.";
const nothing: KeyProblem = { line: undefined, message: "has nothing but comments and empty lines", suggestion: make };
const notQuiteComment = {
  message: "begins with `#`, and is no comment, which has a blank after it",
  suggestion: "Put a blank after the `#`, or take the line out. A passphrase can't begin with `#`.",
};
const expression = {
  message: "has a `${{`, so it is an expression of a workflow that nobody has evaluated",
  suggestion:
    "Give the value itself, or write the expression where GitHub evaluates it: below `with` or `env` of a step.",
};
const broken = {
  message: "is an age identity that is broken: cut off, mistyped, or with something around it",
  suggestion: "Give the whole line that begins with `AGE-SECRET-KEY-`, as `age-keygen` has written it.",
};
const plugin = {
  message: "is an identity of an age plugin, and opus runs no plugins",
  suggestion: make,
};
const recipient = {
  message: "is a recipient (a public key), which can't open what is sealed",
  suggestion: "Give the identity that belongs to it: the line that begins with `AGE-SECRET-KEY-`.",
};
const block = {
  message: "is the beginning of a file, such as an SSH key or an encrypted identity, which opus can't use",
  suggestion: make,
};
