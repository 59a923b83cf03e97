import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** Something by which a secret would be recognised. */
interface Needle {
  readonly secret: number;
  readonly form: string;
  readonly bytes: Buffer;
}

/** Bytes that a run left behind, and where. */
export interface Left {
  readonly place: string;
  readonly bytes: Buffer;
}

const shortest = 4;
/** What is encrypted is random, so that anything of a few characters turns up in it. */
const shortestInNoise = 9;
/** With what the log puts before a line of a program. */
const lineBreak = new RegExp(`(?:\\r?\n|(?:\\\\r)?\\\\n)(?:[ \t]|${Buffer.from("│").toString("latin1")})*`, "g");

/** The forms that must never be left, by name, made without the program under test. */
export const forms: { readonly [name: string]: (text: string) => readonly string[] } = {
  plain: (text) => [text],
  json: (text) => [JSON.stringify(text).slice(1, -1)],
  "json in json": (text) => [JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1)],
  "json in ascii": (text) => [asciiJson(text)],
  url: (text) => [encodeURIComponent(text)],
  "url, lower case": (text) => [encodeURIComponent(text).replace(/%../g, (code) => code.toLowerCase())],
  form: (text) => [
    new URLSearchParams({ x: text }).toString().slice(2).replaceAll("%0A", "\n").replaceAll("%0D", "\r"),
  ],
  html: (text) => [text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")],
  shell: (text) => [text.replaceAll("'", "'\\''")],
  base64: (text) => [0, 1, 2].map((shift) => certain(Buffer.from(text), shift, "base64")),
  "base64 of json": (text) =>
    [0, 1, 2].map((shift) => certain(Buffer.from(JSON.stringify(text).slice(1, -1)), shift, "base64")),
  "base64 for urls": (text) => [0, 1, 2].map((shift) => certain(Buffer.from(text), shift, "base64url")),
};

function asciiJson(text: string): string {
  const coded = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^ -~]/g, coded);
}

/** Characters of base64 that are the same whatever stands before and after the bytes. */
function certain(bytes: Buffer, shift: number, encoding: "base64" | "base64url"): string {
  const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString(encoding);
  return whole.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
}

/** A secret, and what of it can stand alone: without blanks around it, and its lines. */
export function parts(secret: string): readonly string[] {
  const lines = secret.split(/\r\n|\n|\r/).map((line) => line.trim());
  return [...new Set([secret, secret.trim(), ...lines])].filter((part) => part.length >= shortest);
}

/** Finds what is left of secrets. */
export class TraceSearch {
  /** By their first four bytes. */
  readonly #needles = new Map<number, Needle[]>();
  /** Whether a needle begins with these two bytes: most places are left after one look. */
  readonly #begins = new Uint8Array(1 << 16);
  /** Digests of bytes in which nothing was found: much of what is left stays the same from one search to the next. */
  readonly #clean = new Set<string>();

  constructor(secrets: readonly string[]) {
    for (const [secret, value] of secrets.entries()) {
      for (const [form, write] of Object.entries(forms))
        for (const text of new Set(parts(value).flatMap(write))) this.#add({ secret, form, bytes: Buffer.from(text) });
    }
  }

  #add(needle: Needle): void {
    if (needle.bytes.length < shortest) return;
    this.#begins[needle.bytes.readUInt16BE(0)] = 1;
    const key = needle.bytes.readUInt32BE(0);
    const known = this.#needles.get(key);
    if (known) known.push(needle);
    else this.#needles.set(key, [needle]);
  }

  /** @returns every trace, in words; also of what was broken into lines */
  in({ place, bytes }: Left): string[] {
    const noise = isNoise(place, bytes);
    const digest = `${noise} ${createHash("sha256").update(bytes).digest("hex")}`;
    if (this.#clean.has(digest)) return [];
    const lines = bytes.toString("latin1");
    const joined = lines.replace(lineBreak, "");
    const found = this.#in(place, bytes, noise);
    if (joined !== lines) found.push(...this.#in(`${place}, in one line`, Buffer.from(joined, "latin1"), noise));
    if (found.length === 0) this.#clean.add(digest);
    return found;
  }

  #in(place: string, bytes: Buffer, noise: boolean): string[] {
    const found = new Map<string, string>();
    const least = noise ? shortestInNoise : shortest;
    let pair = bytes[0] ?? 0;
    for (let at = 0; at + shortest <= bytes.length; at++) {
      pair = ((pair & 0xff) << 8) | (bytes[at + 1] ?? 0);
      if (this.#begins[pair] === 0) continue;
      for (const needle of this.#needles.get(bytes.readUInt32BE(at)) ?? []) {
        if (needle.bytes.length < least) continue;
        if (!bytes.subarray(at, at + needle.bytes.length).equals(needle.bytes)) continue;
        const around = bytes.subarray(Math.max(0, at - 60), at + needle.bytes.length + 20).toString("utf8");
        const name = `${place}: secret ${needle.secret} as ${needle.form}`;
        if (!found.has(name)) found.set(name, `${name} in …${JSON.stringify(around.slice(0, 300))}`);
      }
    }
    return [...found.values()];
  }
}

function isNoise(place: string, bytes: Buffer): boolean {
  return bytes.includes("AGE ENCRYPTED FILE") || (place.includes("journal.ndjson") && bytes.includes('"sealed"'));
}

/** Everything below a folder but what `skip` says, with the objects of git repositories as they are inside. */
export function filesBelow(root: string, skip: (path: string) => boolean = () => false): Left[] {
  const left: Left[] = [];
  const walk = (folder: string): void => {
    if (isRepository(folder)) {
      left.push(...objectsOf(folder, relative(root, folder)));
      return;
    }
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      const shown = relative(root, path);
      // Names are left as well.
      left.push({ place: `name of ${shown}`, bytes: Buffer.from(name) });
      if (skip(shown)) continue;
      const stat = lstatSync(path);
      if (stat.isDirectory()) walk(path);
      else if (stat.isFile()) left.push({ place: shown, bytes: readFileSync(path) });
    }
  };
  walk(root);
  return left;
}

function isRepository(folder: string): boolean {
  const names = readdirSync(folder);
  return names.includes("objects") && names.includes("HEAD") && names.includes("refs");
}

/** Every object that a repository has, reachable or not: files, folders, commits with their messages. */
export function objectsOf(repository: string, shown: string): Left[] {
  const all = execFileSync("git", ["--git-dir", repository, "cat-file", "--batch-all-objects", "--batch"], {
    maxBuffer: 256 * 1024 * 1024,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const left: Left[] = [];
  // `<name> <type> <size>`, a line end, the bytes, a line end.
  for (let at = 0; at < all.length; ) {
    const end = all.indexOf("\n", at);
    const [name = "", type = "", size = ""] = all.toString("latin1", at, end).split(" ");
    const bytes = all.subarray(end + 1, end + 1 + Number(size));
    left.push({ place: `${type} ${name} of ${shown}`, bytes });
    at = end + 1 + Number(size) + 1;
  }
  return left;
}

/** A log without the lines that tell the runner what to hide. */
export function withoutMasks(log: string): string {
  return log
    .split("\n")
    .filter((line) => !line.startsWith("::add-mask::"))
    .join("\n");
}
