import type { FlagRow } from "./flags.ts";

/** A program of the terminal with few arguments of its own. */
export interface ToolRow {
  /** What follows its name, as in the help. */
  readonly operands: string;
  readonly least: number;
  readonly most: number;
  readonly flags: readonly FlagRow[];
  readonly about: string;
  readonly examples: readonly (readonly [line: string, does: string])[];
  readonly notes: readonly string[];
}

const folder: FlagRow = ["--working-directory <path>", "The folder that every path is relative to. Default: this one."];
const manifest: FlagRow = ["--manifest <path>", "Files or globs of the manifest. Default: opus.yaml."];

/** The programs, by name. */
export const tools = {
  init: {
    operands: "",
    least: 0,
    most: 0,
    flags: [["--template <name>", "What to begin with: files, http or scripts. Default: files."], folder],
    about: "begin a project: manifest, workflow, .gitignore, editor settings",
    examples: [
      ["opus init", "with a file that says hello"],
      ["opus init --template scripts", "with a resource that scripts make"],
    ],
    notes: ["What is there already stays as it is. Called twice, it changes nothing."],
  },
  explain: {
    operands: "[KIND | KIND.field | CODE]",
    least: 0,
    most: 1,
    flags: [],
    about: "tell what a kind, a field or a code in a message means",
    examples: [
      ["opus explain", "the kinds there are"],
      ["opus explain File", "the fields of a kind"],
      ["opus explain File.spec.path", "one field, and what is below it"],
      ["opus explain unknown-task", "a code of a message, with an example"],
    ],
    notes: [],
  },
  graph: {
    operands: "",
    least: 0,
    most: 0,
    flags: [["--format <name>", "mermaid, dot or svg. Default: mermaid."], manifest, folder],
    about: "draw which task of the manifest depends on which",
    examples: [
      ["opus graph", "for a page on GitHub, in a block of mermaid"],
      ["opus graph --format svg > graph.svg", "a picture"],
    ],
    notes: ["All tasks are drawn, whatever contexts and commands they are for."],
  },
  fmt: {
    operands: "[FILE…]",
    least: 0,
    most: Number.POSITIVE_INFINITY,
    flags: [["--check", "Write nothing; exit 1 and name the files that would change."], manifest, folder],
    about: "give the files of the manifest one way of indentation and spacing",
    examples: [
      ["opus fmt", "all files of the manifest"],
      ["opus fmt --check", "only look, for a workflow"],
    ],
    notes: ["Order, comments, quotes and values stay.", "A file that can't be kept so is left as it is, and named."],
  },
  docs: {
    operands: "",
    least: 0,
    most: 0,
    flags: [["--port <number>", "Where to serve them on this machine. Default: a free one."]],
    about: "serve the pages of this version to a browser on this machine",
    examples: [["opus docs", "prints the address; Ctrl-C ends it"]],
    notes: ["Only this machine can see them, and nothing is fetched from elsewhere."],
  },
  completion: {
    operands: "bash | zsh | fish",
    least: 1,
    most: 1,
    flags: [],
    about: "print what makes a shell complete commands and flags",
    examples: [
      ["echo 'eval \"$(opus completion bash)\"' >> ~/.bashrc", "for bash, from its next start on"],
      ["echo 'eval \"$(opus completion zsh)\"' >> ~/.zshrc", "for zsh"],
      ["echo 'opus completion fish | source' >> ~/.config/fish/config.fish", "for fish"],
    ],
    notes: [],
  },
} as const satisfies { readonly [name: string]: ToolRow };

export type ToolName = keyof typeof tools;
