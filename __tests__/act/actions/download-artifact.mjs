// Stands for actions/download-artifact: one by name, or a folder for each that the pattern takes.
import { cpSync, existsSync, globSync } from "node:fs";
import { join, resolve } from "node:path";

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? "";
const { ARTIFACTS, GITHUB_RUN_ID, GITHUB_WORKSPACE } = process.env;
const from = join(ARTIFACTS, input("run-id") || GITHUB_RUN_ID);
const to = resolve(GITHUB_WORKSPACE, input("path"));
const name = input("name");
if (name !== "" && !existsSync(join(from, name))) throw new Error(`no artifact ${name}`);
if (name !== "") cpSync(join(from, name), to, { recursive: true });
else
  for (const one of globSync(input("pattern") || "*", { cwd: from }))
    cpSync(join(from, one), join(to, one), { recursive: true });
