import { type BigIntStats, lstatSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** How many entries of a folder are looked at for one that tells how it takes names. */
const mostEntries = 200;

/** What a folder may make no difference between. */
type Difference = "case" | "form";

/** Looks at a file system. Throws system errors. */
export interface SpellingLooks {
  /** Of a path, no link followed; undefined: there is nothing. */
  look(path: string): { readonly id: string; readonly folder: boolean; readonly links: number } | undefined;
  /** Names in a folder. */
  list(path: string): readonly string[];
}

const nodeLooks: SpellingLooks = {
  look(path) {
    const stats: BigIntStats | undefined = lstatSync(path, { bigint: true, throwIfNoEntry: false });
    return stats && { id: `${stats.dev}:${stats.ino}`, folder: stats.isDirectory(), links: Number(stats.nlink) };
  },
  list: (path) => readdirSync(path),
};

/**
 * Knows which spellings of a path are one file: `A.txt` and `a.txt` where a file system folds case, as on Windows and
 * macOS, and the composed and decomposed forms of `é` where it folds these. Whether it does is seen by looking at it, and
 * only once two spellings have come up.
 */
export class Spellings {
  readonly #root: string;
  readonly #looks: SpellingLooks;
  /** By folder and folded name: how it was written first, and what else is a file of its own. */
  readonly #names = new Map<string, string | string[]>();
  readonly #folders = new Map<string, string>();

  /** @param root absolute; paths are below it */
  constructor(root: string, looks: SpellingLooks = nodeLooks) {
    this.#root = root;
    this.#looks = looks;
  }

  /** One spelling for all spellings of a path that are one file, the one that was asked for first, with `/`. */
  one(components: readonly string[]): string {
    const last = components.length - 1;
    if (last < 0) return "";
    return this.#in(last === 0 ? "" : this.#folder(components.slice(0, last)), components[last] as string);
  }

  #folder(components: readonly string[]): string {
    const written = components.join("/");
    const known = this.#folders.get(written);
    if (known !== undefined) return known;
    const one = this.one(components);
    this.#folders.set(written, one);
    return one;
  }

  #in(folder: string, name: string): string {
    const key = `${folder}/${folded(name)}`;
    const known = this.#names.get(key);
    const spelled = known === name ? name : this.#spelled(folder, name, key, known);
    return folder === "" ? spelled : `${folder}/${spelled}`;
  }

  #spelled(folder: string, name: string, key: string, known: string | string[] | undefined): string {
    if (known === undefined) {
      this.#names.set(key, name);
      return name;
    }
    const all = typeof known === "string" ? [known] : known;
    const same = all.find((other) => other === name || this.isSame(folder, other, name));
    if (same === undefined) this.#names.set(key, [...all, name]);
    return same ?? name;
  }

  /** Does a path lie in a folder, or is it that folder, in whatever spelling? */
  within(components: readonly string[], folder: readonly string[]): boolean {
    return (
      folder.length <= components.length &&
      folder.every((part, index) => {
        const name = components[index] as string;
        if (part === name) return true;
        return folded(part) === folded(name) && this.isSame(folder.slice(0, index).join("/"), part, name);
      })
    );
  }

  /** Are two names that differ by case or form one file? @param folder from the root */
  isSame(folder: string, one: string, other: string): boolean {
    try {
      const path = join(this.#root, folder);
      const seen = this.#seen(path, one, other);
      if (seen !== undefined) return seen;
      const ofCase = one.normalize() !== other.normalize();
      const ofForm = one.toLowerCase() !== other.toLowerCase();
      return (!ofCase || this.#folds(path, "case")) && (!ofForm || this.#folds(path, "form"));
    } catch {
      // Nobody may look: then a write will tell.
      return false;
    }
  }

  /** Told by the files that are there; undefined: there is none. */
  #seen(folder: string, one: string, other: string): boolean | undefined {
    const first = this.#looks.look(join(folder, one));
    const second = this.#looks.look(join(folder, other));
    if (!first && !second) return undefined;
    if (!first || !second || first.id !== second.id) return false;
    // Two names of one file stand in the list as two.
    if (first.folder || first.links === 1) return true;
    const names = this.#looks.list(folder);
    return !(names.includes(one) && names.includes(other));
  }

  /** Does a folder make no such difference? What is not there will be as the folder is in which it is made. */
  #folds(folder: string, what: Difference): boolean {
    for (let at = folder; ; at = dirname(at)) {
      const found = this.#looks.look(at);
      const told = found?.folder ? this.#told(at, what) : undefined;
      if (told !== undefined) return told;
      // Nothing tells it: then it is as the platforms are.
      if (dirname(at) === at) return process.platform === "darwin" || (process.platform === "win32" && what === "case");
    }
  }

  #told(folder: string, what: Difference): boolean | undefined {
    for (const name of this.#looks.list(folder).slice(0, mostEntries)) {
      const other = what === "case" ? swapped(name) : otherForm(name);
      if (other === name) continue;
      const seen = this.#seen(folder, name, other);
      if (seen !== undefined) return seen;
    }
    return undefined;
  }
}

/** A name in which case and Unicode form make no difference. */
function folded(name: string): string {
  // Nearly all names.
  return /^[a-z0-9._-]*$/.test(name) ? name : name.normalize().toLowerCase().normalize();
}

/** In the other case, as far as that is one sign for another. */
function swapped(name: string): string {
  return name.replace(/[a-z]|([A-Z])/g, (letter, upper) => (upper ? letter.toLowerCase() : letter.toUpperCase()));
}

function otherForm(name: string): string {
  const composed = name.normalize("NFC");
  return composed === name ? name.normalize("NFD") : composed;
}
