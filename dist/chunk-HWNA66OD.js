import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/cli/tools.ts
var folder = ["--working-directory <path>", "The folder that every path is relative to. Default: this one."];
var manifest = ["--manifest <path>", "Files or globs of the manifest. Default: opus.yaml."];
var tools = {
  init: {
    operands: "",
    least: 0,
    most: 0,
    flags: [["--template <name>", "What to begin with: files, http or scripts. Default: files."], folder],
    about: "begin a project: manifest, workflow, .gitignore, editor settings",
    examples: [
      ["opus init", "with a file that says hello"],
      ["opus init --template scripts", "with a resource that scripts make"]
    ],
    notes: ["What is there already stays as it is. Called twice, it changes nothing."]
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
      ["opus explain unknown-task", "a code of a message"]
    ],
    notes: []
  },
  graph: {
    operands: "",
    least: 0,
    most: 0,
    flags: [["--format <name>", "mermaid, dot or svg. Default: mermaid."], manifest, folder],
    about: "draw which task of the manifest depends on which",
    examples: [
      ["opus graph", "for a page on GitHub, in a block of mermaid"],
      ["opus graph --format svg > graph.svg", "a picture"]
    ],
    notes: ["All tasks are drawn, whatever contexts and commands they are for."]
  },
  fmt: {
    operands: "[FILE\u2026]",
    least: 0,
    most: Number.POSITIVE_INFINITY,
    flags: [["--check", "Write nothing; exit 1 and name the files that would change."], manifest, folder],
    about: "give the files of the manifest one way of indentation and spacing",
    examples: [
      ["opus fmt", "all files of the manifest"],
      ["opus fmt --check", "only look, for a workflow"]
    ],
    notes: ["Order, comments, quotes and values stay.", "A file that can't be kept so is left as it is, and named."]
  },
  docs: {
    operands: "",
    least: 0,
    most: 0,
    flags: [["--port <number>", "Where to serve them on this machine. Default: a free one."]],
    about: "serve the pages of this version to a browser on this machine",
    examples: [["opus docs", "prints the address; Ctrl-C ends it"]],
    notes: ["Only this machine can see them, and nothing is fetched from elsewhere."]
  },
  completion: {
    operands: "bash | zsh | fish",
    least: 1,
    most: 1,
    flags: [],
    about: "print what makes a shell complete commands and flags",
    examples: [
      ["opus completion bash >> ~/.bash_completion", "for bash, from its next start on"],
      ["opus completion fish > ~/.config/fish/completions/opus.fish", "for fish"],
      ['opus completion zsh > "${fpath[1]}/_opus"', "for zsh"]
    ],
    notes: []
  }
};

export {
  tools
};
