/**
 * The same work as a run of opus, in plain Node and with js-yaml: no plan, no state, no secrets, nothing undone.
 * `node bare.mjs apply|delete MANIFEST…`
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { loadAll } from "js-yaml";

const [, , command, ...manifests] = process.argv;
const documents = manifests.flatMap((manifest) => loadAll(readFileSync(manifest, "utf8")));
const tasks = documents.filter(({ kind }) => kind === "File");
const values = documents.find(({ kind }) => kind === "Values")?.spec.values ?? {};
const checksums = new Map();
const counts = { unchanged: 0, written: 0, deleted: 0 };

for (const task of inOrder()) {
  if (command === "delete") remove(task);
  else apply(task);
}
console.log(
  Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(", "),
);

/** Each task after those that it names. */
function inOrder() {
  const named = new Map(tasks.map((task) => [task.metadata.name, task]));
  const ordered = new Set();
  for (const task of tasks) {
    const waiting = [task];
    while (waiting.length > 0) {
      const next = waiting.at(-1);
      const before = sources(next)
        .map((name) => named.get(name))
        .filter((other) => !ordered.has(other));
      if (before.length > 0) waiting.push(...before);
      else ordered.add(waiting.pop());
    }
  }
  return ordered;
}

function sources({ metadata, spec }) {
  const declared = (metadata.dependencies ?? []).flatMap((rule) => rule.tasks);
  return spec.content.includes("${VAR:")
    ? [...declared, ...[...spec.content.matchAll(/\$\{VAR:([^:}]+):/g)].map(([, name]) => name)]
    : declared;
}

function apply({ metadata, spec }) {
  const content = spec.content.includes("${")
    ? spec.content.replaceAll(/\$\{(VAR|VALUE):([^:}]+)(:SHA256_CHECKSUM)?\}/g, (_, source, name) =>
        source === "VALUE" ? values[name].default : checksums.get(name),
      )
    : spec.content;
  checksums.set(metadata.name, createHash("sha256").update(content).digest("hex"));
  if (read(spec.path) === content) {
    counts.unchanged++;
    return;
  }
  mkdirSync(dirname(spec.path), { recursive: true });
  writeFileSync(spec.path, content);
  counts.written++;
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

function remove({ spec }) {
  unlinkSync(spec.path);
  counts.deleted++;
}
