/** What a project begins with. */
export const templateNames = ["files", "http", "scripts"] as const;
export type TemplateName = (typeof templateNames)[number];

/** What is known of the place. */
export interface Place {
  readonly project: string;
  /** The branch that is applied. */
  readonly branch: string;
  /** `owner/name` of the repository on GitHub; undefined: it has no such remote. */
  readonly repository: string | undefined;
}

interface Template {
  readonly task: (place: Place) => string;
  /** Lines for `.gitignore`. */
  readonly ignored: readonly string[];
  /** What is to be known before the first plan: sentences. */
  readonly notes: readonly string[];
  /** Lines below `with` of the workflow's steps. */
  readonly env: readonly string[];
}

const files: Template = {
  task: () => `apiVersion: opus/v1
kind: File
metadata:
  name: greeting
  # In a job the file is gone with the runner: each run makes it again, and nobody calls that drift.
  lifecycle: { ephemeral: true }
spec:
  path: out/hello.txt
  content: |
    Hello World!
`,
  ignored: ["/out/"],
  notes: [],
  env: [],
};

const scripts: Template = {
  task: () => `apiVersion: opus/v1
kind: Shell
metadata:
  name: greeting
  # In a job the file is gone with the runner: each run makes it again, and nobody calls that drift.
  lifecycle: { ephemeral: true }
spec:
  env: { TEXT: Hello World! }
  # Prints what is there as JSON, and nothing where it is not there.
  read: if [ -f out/hello.txt ]; then printf '{"size":%d}' "$(wc -c < out/hello.txt)"; fi
  create: |
    mkdir -p out
    echo "$TEXT" > out/hello.txt
  update: echo "$TEXT" > out/hello.txt
  delete: rm -f out/hello.txt
`,
  ignored: ["/out/"],
  notes: [],
  env: [],
};

const http: Template = {
  task: ({ repository = "OWNER/REPOSITORY" }) => `apiVersion: opus/v1
kind: Values
metadata: { name: secrets }
spec:
  secrets:
    token: { env: LABELS_TOKEN }
---
apiVersion: opus/v1
kind: HttpResource
metadata:
  name: label
spec:
  baseUrl: https://api.github.com/repos/${repository}
  auth: { bearer: "\${SECRET:token}" }
  path: /labels
  # A label is named by its name, so it is found again whatever becomes of an answer.
  id: { body: /name }
  update: { method: PATCH }
  body:
    name: opus
    color: "1f6feb"
    description: What opus has made
`,
  ignored: [],
  notes: [
    "The task is a label of the repository. It needs a token that may write issues: `export LABELS_TOKEN=$(gh auth token)`.",
    "In the repository keep such a token as the secret LABELS_TOKEN.",
  ],
  env: ["LABELS_TOKEN: ${{ secrets.LABELS_TOKEN }}"],
};

export const templates: { readonly [name in TemplateName]: Template } = { files, http, scripts };

/** The text of opus.yaml. */
export function manifestText(template: TemplateName, place: Place): string {
  return `# What should be there. \`opus plan\` shows what would change, \`opus apply\` makes it so.
apiVersion: opus/v1
kind: Project
metadata: { name: ${place.project} }
spec:
  contexts:
    - { branch: ${yamlText(place.branch)}, context: prod } # what a push applies
    - { event: pull_request, context: prod } # what a pull request previews
    - { input: [prod] } # what a terminal takes
---
${templates[template].task(place)}`;
}

/** A name as YAML has it: in quotes where it would be something else than text, or a glob of a branch. */
export function yamlText(text: string): string {
  return /^[A-Za-z][A-Za-z0-9_./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
