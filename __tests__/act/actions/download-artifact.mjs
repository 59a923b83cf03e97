// Stands for actions/download-artifact: one by name, or a folder for each that the pattern takes.
import { cpSync, existsSync, globSync } from "node:fs";
import { join } from "node:path";

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? "";
const { ARTIFACTS, GITHUB_WORKSPACE } = process.env;
const to = join(GITHUB_WORKSPACE, input("path"));
const name = input("name");
if (name !== "" && !existsSync(join(ARTIFACTS, name))) throw new Error(`no artifact ${name}`);
if (name !== "") cpSync(join(ARTIFACTS, name), to, { recursive: true });
else
  for (const one of globSync(input("pattern") || "*", { cwd: ARTIFACTS }))
    cpSync(join(ARTIFACTS, one), join(to, one), { recursive: true });
