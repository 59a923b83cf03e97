import type { CallOptions } from "./quick-terminal.ts";

/** Somebody slips in a terminal. */
export interface Mistake {
  readonly title: string;
  readonly argv: string;
  /** Instead of, or beside, those of the shop. `null`: the shop's is not there. */
  readonly files?: { readonly [path: string]: string | null };
  readonly options?: CallOptions;
  /** Commands before it. */
  readonly before?: readonly string[];
}

export const project = `apiVersion: opus/v1
kind: Project
metadata:
  name: shop
spec:
  contexts:
    - { branch: main, context: prod }
    - { event: pull_request, context: test }
    - { input: [prod, test] }
`;

export const values = `apiVersion: opus/v1
kind: Values
metadata:
  name: settings
spec:
  values:
    replicas: { type: integer, default: 2 }
    region: { type: string, default: eu }
`;

const greeting = `apiVersion: opus/v1
kind: File
metadata:
  name: greeting
spec:
  path: out/hello.txt
  content: "Hello \${VALUE:region}"
`;

const web = `apiVersion: opus/v1
kind: Shell
metadata:
  name: web
  dependencies: [{ tasks: [greeting] }]
spec:
  create: "true"
  delete: "true"
`;

export function manifest(...documents: readonly string[]): string {
  return documents.join("---\n");
}

/** What all of them begin with. */
export const shop: { readonly [path: string]: string } = { "opus.yaml": manifest(project, values, greeting, web) };

const with_ = (...documents: readonly string[]): { readonly [path: string]: string } => ({
  "opus.yaml": manifest(project, ...documents),
});
const task = (lines: string): string => `apiVersion: opus/v1\n${lines}`;

export const mistakes: readonly Mistake[] = [
  // Commands.
  { title: "a command with a letter too few", argv: "aply" },
  { title: "a command with two letters swapped", argv: "paln --context prod" },
  { title: "a command of another program", argv: "destroy --context prod" },
  { title: "what Terraform calls taking over", argv: "import --context prod" },
  { title: "a command in capitals", argv: "Apply --context prod" },
  { title: "a wrong command where there is no manifest", argv: "aply", files: { "opus.yaml": null } },
  {
    title: "a wrong command, and a manifest with errors",
    argv: "aply --context prod",
    files: with_(greeting.replace("path:", "pth:")),
  },
  {
    title: "a wrong command to plan, and a manifest that is no YAML",
    argv: "plan --context prod --plan-command delet",
    files: { "opus.yaml": "spec: {a" },
  },
  {
    title: "a command that the project may have named, and a manifest that is no YAML",
    argv: "aply --context prod",
    files: { "opus.yaml": "kind: Project\nspec: { commands: { aply: apply }" },
  },
  { title: "two commands", argv: "plan apply" },
  { title: "a task after the command", argv: "apply web --context prod" },
  { title: "a command of opus state without state", argv: "history --context prod" },
  { title: "opus state without a command", argv: "state" },
  { title: "a command of opus state with a slip", argv: "state lst" },
  { title: "state after a flag", argv: "--verbose state list" },
  { title: "help for a command that there is not", argv: "help aply" },
  // Flags.
  { title: "a flag with a slip", argv: "plan --contxt prod" },
  { title: "a flag with one dash", argv: "plan -context prod" },
  { title: "a flag of another program", argv: "apply --auto-approve --context prod" },
  { title: "a flag without its value", argv: "plan --context" },
  { title: "a flag as its value", argv: "plan --context --verbose" },
  { title: "a switch with a value", argv: "plan --context prod --fail-fast=yes" },
  { title: "a number that is none", argv: "apply --context prod --parallelism many" },
  { title: "three wrong flags at once", argv: "plan --context prod --refresh al --parallelism 0 --max-deletes x" },
  { title: "a backend with a slip", argv: "plan --context prod --state-backend branhc" },
  { title: "dry-run of apply", argv: "apply --context prod --dry-run" },
  { title: "dry-run of delete", argv: "delete --context prod --dry-run" },
  { title: "plan-command of apply", argv: "apply --context prod --plan-command update" },
  { title: "a plan of what changes nothing", argv: "plan --context prod --plan-command drift" },
  { title: "detailed-exitcode of apply", argv: "apply --context prod --detailed-exitcode" },
  { title: "quiet and verbose", argv: "plan --context prod --quiet --verbose" },
  { title: "a flag for workflows", argv: "apply --context prod --require-reviewed-plan" },
  { title: "a duration without a unit", argv: "apply --context prod --lock-timeout 5" },
  { title: "the report to a folder that is not there", argv: "plan --context prod --report-path no/such/report.json" },
  // Contexts.
  { title: "no context, and there are two", argv: "plan" },
  { title: "a context with a slip", argv: "plan --context prd" },
  { title: "a context that there is not", argv: "apply --context staging" },
  { title: "a context that is no name", argv: "plan --context feature/x" },
  { title: "delete without a context", argv: "delete" },
  { title: "delete of a context that nobody knows", argv: "delete --context staging" },
  {
    title: "apply to a context that only pull requests lead to",
    argv: "apply --context test",
    files: { "opus.yaml": manifest(project.replace("[prod, test]", "[prod]"), values, greeting, web) },
  },
  // Names.
  { title: "a target with a slip", argv: "plan --context prod --target greting" },
  {
    title: "forget of a task with a slip",
    argv: "forget --context prod --target grting",
    before: ["apply --context prod"],
  },
  { title: "forget without a task", argv: "forget --context prod" },
  { title: "unlock without an id", argv: "unlock --context prod" },
  { title: "unlock where nothing is locked", argv: "unlock --context prod --lock-id 4711" },
  { title: "rollback with nothing to undo", argv: "rollback --context prod" },
  { title: "a value that is not declared", argv: "plan --context prod --values replcas=3" },
  { title: "values that are no YAML", argv: "plan --context prod --values {a" },
  {
    title: "state show of a task with a slip",
    argv: "state show wbe --context prod",
    before: ["apply --context prod"],
  },
  // Folders and files.
  { title: "one folder too deep", argv: "plan --context prod", files: { "src/index.js": "" }, options: { cwd: "src" } },
  {
    title: "one folder too high",
    argv: "plan --context prod",
    files: { "opus.yaml": null, "infra/opus.yaml": shop["opus.yaml"] ?? "" },
  },
  { title: "an empty folder", argv: "plan", files: { "opus.yaml": null } },
  { title: "opus.yml", argv: "plan", files: { "opus.yaml": null, "opus.yml": shop["opus.yaml"] ?? "" } },
  { title: "a manifest with a slip", argv: "plan --manifest ops.yaml" },
  {
    title: "a working directory that is not there",
    argv: "plan --working-directory infa",
    files: { "infra/opus.yaml": project },
  },
  { title: "an empty manifest", argv: "plan", files: { "opus.yaml": "" } },
  // Manifests.
  {
    title: "a tab",
    argv: "validate",
    files: with_("apiVersion: opus/v1\nkind: File\nmetadata:\n\tname: a\nspec: {path: a, content: b}\n"),
  },
  {
    title: "a line with too little indentation",
    argv: "validate",
    files: with_(task("kind: File\nmetadata:\n  name: a\nspec:\n  path: a\n content: b\n")),
  },
  {
    title: "content beside spec",
    argv: "validate",
    files: with_(task("kind: File\nmetadata: {name: a}\nspec:\n  path: a\ncontent: b\n")),
  },
  {
    title: "a kind with a slip",
    argv: "validate",
    files: with_(task("kind: Flie\nmetadata: {name: a}\nspec: {path: a, content: b}\n"), web.replace("greeting", "a")),
  },
  {
    title: "a field with a slip",
    argv: "validate",
    files: with_(task("kind: File\nmetadata: {name: a}\nspec: {path: a, contnet: b}\n"), web.replace("greeting", "a")),
  },
  {
    title: "a dependency with a slip",
    argv: "validate",
    files: with_(values, greeting, web.replace("greeting", "greting")),
  },
  {
    title: "a task that can't be read, and one that needs it",
    argv: "plan --context prod",
    files: with_(task("kind: File\nmetadata: {name: a}\nspec: [path, a\n"), web.replace("greeting", "a")),
  },
  {
    title: "a task without a name, and one that needs it",
    argv: "plan --context prod",
    files: with_(task("kind: File\nmetadata: {nmae: a}\nspec: {path: a, content: b}\n"), web.replace("greeting", "a")),
  },
  { title: "two tasks of one name", argv: "validate", files: with_(values, greeting, greeting) },
  {
    title: "a quote that is not closed",
    argv: "validate",
    files: with_(task('kind: File\nmetadata: {name: a}\nspec: {path: "a, content: b}\n')),
  },
  {
    title: "a circle",
    argv: "plan --context prod",
    files: with_(
      values,
      greeting.replace("  name: greeting\n", "  name: greeting\n  dependencies: [{tasks: [web]}]\n"),
      web,
    ),
  },
  {
    title: "a reference with a slip",
    argv: "plan --context prod",
    files: with_(values, greeting.replace("VALUE:region", "VALEU:region"), web),
  },
  {
    title: "a value with a slip",
    argv: "plan --context prod",
    files: with_(values, greeting.replace("VALUE:region", "VALUE:regoin"), web),
  },
  {
    title: "a secret that is not set",
    argv: "apply --context prod",
    files: with_(
      values.replace("  values:", "  secrets:\n    password: { env: DB_PASSWORD }\n  values:"),
      greeting.replace("VALUE:region", "SECRET:password"),
      web,
    ),
  },
  {
    title: "a variable that is not set",
    argv: "apply --context prod",
    files: with_(values, greeting.replace("VALUE:region", "ENV:REGION"), web),
  },
  {
    title: "a script that fails",
    argv: "apply --context prod",
    files: with_(values, greeting, web.replace('create: "true"', 'create: "exit 3"')),
  },
  { title: "a file of somebody else in the way", argv: "apply --context prod", files: { "out/hello.txt": "mine\n" } },
];
