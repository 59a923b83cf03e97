/**
 * `npm start`: runs examples/hello-world with the committed bundle. Needs nothing but Node 20 or newer: no install,
 * no network, no account.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const example = join(root, "examples", "hello-world");
const program = join(root, "dist", "index.js");
const made = join("out", "hello.txt");

const major = Number(process.versions.node.split(".")[0]);
if (major < 20) fail(`Node 20 or newer is needed; this is ${process.version}.`);
if (!existsSync(program)) fail("dist/index.js is missing. Run `npm ci` and `npm run build`.");

say("This runs examples/hello-world: a manifest that wants one file.\n");
say(indented(readFileSync(join(example, "opus.yaml"), "utf8").split("---\n").at(-1)));
step(1, "What would happen? Nothing is written.", ["plan", "--context", "demo"]);
step(2, "Do it.", ["apply", "--context", "demo"]);
say(`\nThe file that it made, examples/hello-world/${made.replaceAll("\\", "/")}:\n`);
say(indented(readFileSync(join(example, made), "utf8")));
say(`What to try next:

  cd examples/hello-world

  # Change the file by hand: opus notices, and puts it back.
  echo "Hello?" > out/hello.txt
  node ../../dist/index.js drift --context demo
  node ../../dist/index.js apply --context demo

  # Change what you want: edit \`content\` in opus.yaml, look, and apply.
  node ../../dist/index.js plan --context demo
  node ../../dist/index.js apply --context demo

  # Undo the last run; or delete everything that it made.
  node ../../dist/index.js rollback --context demo
  node ../../dist/index.js delete --context demo

  # All commands and flags.
  node ../../dist/index.js --help

examples/storefront shows more: two environments, scripts, a secret, a failure that is rolled back.
`);

/** Runs the terminal program and stops when it fails. */
function step(number, title, args) {
  say(`\n${number}. ${title}\n\n   $ node ../../dist/index.js ${args.join(" ")}\n`);
  const { status, error } = spawnSync(process.execPath, [program, ...args], { cwd: example, stdio: "inherit" });
  if (error) fail(error.message);
  if (status !== 0) fail(`That failed with exit status ${status}.`);
}

function indented(text) {
  return text.replace(/^(?=.)/gm, "    ");
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
