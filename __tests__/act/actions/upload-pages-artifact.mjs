// Stands for actions/upload-pages-artifact: a folder, kept in a folder of the test. GitHub's leaves out hidden files.
import { cpSync, existsSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";

const { ARTIFACTS, GITHUB_RUN_ID, INPUT_PATH = "", INPUT_NAME = "" } = process.env;
const folder = join(ARTIFACTS, GITHUB_RUN_ID, INPUT_NAME || "github-pages");
if (existsSync(folder)) throw new Error(`there is an artifact ${folder}`);
mkdirSync(folder, { recursive: true });
cpSync(INPUT_PATH, folder, { recursive: true, filter: (path) => !basename(path).startsWith(".") });
