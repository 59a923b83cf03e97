/** What is measured: manifests, as opus and the bare script read them, and CFEngine's policy of the same files. */

/** One file that a manifest declares. */
export interface BenchFile {
  readonly name: string;
  readonly path: string;
  /** As it stands in the manifest, with references. */
  readonly content: string;
  readonly after?: readonly string[];
}

const project =
  "apiVersion: opus/v1\nkind: Project\nmetadata: {name: bench}\nspec:\n  contexts: [{input: true}, {branch: main, context: test}]\n";
/** More than one file of a manifest may hold. */
const filesOfOne = 20_000;

/** Files that know nothing of each other. */
export function separateFiles(count: number): BenchFile[] {
  return Array.from({ length: count }, (_, number) => file(number));
}

/** Files each of which waits for the one before. */
export function chainOfFiles(count: number): BenchFile[] {
  return Array.from({ length: count }, (_, number) =>
    number === 0 ? file(number) : { ...file(number), after: [`file-${number - 1}`] },
  );
}

/** Layers of 100 files, each of which holds a value and the checksum of a file of the layer above. */
export function layeredFiles(count: number): BenchFile[] {
  return Array.from({ length: count }, (_, number) => {
    const above = number < 100 ? "none" : `\${VAR:file-${number - 100}:SHA256_CHECKSUM}`;
    return { ...file(number), content: `Hello \${VALUE:greeting}.\nThe file above is ${above}.\n` };
  });
}

function file(number: number): BenchFile {
  const content = `This is file ${number}.\nIt has a few lines of text.\n`;
  return { name: `file-${number}`, path: `out/${number % 100}/${number}.txt`, content };
}

/** @param secrets how many are declared; their values are in variables of the environment: `SECRET_0` and so on */
export function manifestOf(files: readonly BenchFile[], secrets = 0): string {
  const documents = [project, valuesDocument(secrets), ...files.map(fileDocument)];
  return documents.join("---\n");
}

/** The files of a manifest, by name: one, or `opus.yaml` and those that it includes. */
export function manifestFiles(files: readonly BenchFile[], secrets = 0): { readonly [name: string]: string } {
  if (files.length <= filesOfOne) return { "opus.yaml": manifestOf(files, secrets) };
  const parts: { [name: string]: string } = {
    "opus.yaml": `${project}  include: [part-*.yaml]\n---\n${valuesDocument(secrets)}`,
  };
  for (let start = 0; start < files.length; start += filesOfOne) {
    const part = files.slice(start, start + filesOfOne).map(fileDocument);
    parts[`part-${start}.yaml`] = part.join("---\n");
  }
  return parts;
}

function valuesDocument(secrets: number): string {
  const declared = Array.from({ length: secrets }, (_, number) => `secret${number}: {env: SECRET_${number}}`);
  const held = secrets === 0 ? "" : `  secrets: {${declared.join(", ")}}\n`;
  return `apiVersion: opus/v1\nkind: Values\nmetadata: {name: all}\nspec:\n  values: {greeting: {type: string, default: everybody}}\n${held}`;
}

function fileDocument({ name, path, content, after = [] }: BenchFile): string {
  const dependencies = after.length === 0 ? "" : `\n  dependencies:\n  - {tasks: [${after.join(", ")}]}`;
  const lines = content.trimEnd().split("\n");
  return `apiVersion: opus/v1\nkind: File\nmetadata:\n  name: ${name}${dependencies}\nspec:\n  path: ${path}\n  content: |\n${lines.map((line) => `    ${line}\n`).join("")}`;
}

/** A script that writes so much, with a secret on each hundredth line. */
export function outputTask(mib: number): string {
  const blocks = Math.round((mib * 1024 * 1024) / 79 / 100);
  return `apiVersion: opus/v1
kind: Shell
metadata: {name: talk}
spec:
  env: {LINE: "${"x".repeat(78)}"}
  secretEnv: {TOKEN: "\${SECRET:secret1}"}
  create: |
    block=$(for line in {1..99}; do echo "$LINE"; done)
    for round in {1..${blocks}}; do echo "$block"; echo "now comes $TOKEN"; done
  delete: "true"
`;
}
