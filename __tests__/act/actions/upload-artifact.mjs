// Stands for actions/upload-artifact: one file, kept in a folder of the test.
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? "";
const { ARTIFACTS, GITHUB_RUN_ID } = process.env;
const folder = join(ARTIFACTS, GITHUB_RUN_ID, input("name") || "artifact");
if (existsSync(folder) && input("overwrite") !== "true") throw new Error(`there is an artifact ${input("name")}`);
mkdirSync(folder, { recursive: true });
copyFileSync(input("path"), join(folder, basename(input("path"))));
