/** Prints what a release does to others, as outputs of a step: `node scripts/release/tags.ts v1.2.3`. */
import { execFileSync } from "node:child_process";
import { root } from "../action-file.ts";
import { isNewest, movingTag } from "./versions.ts";

const tag = process.argv[2] ?? "";
const tags = execFileSync("git", ["tag", "--list"], { cwd: root, encoding: "utf8" }).split("\n");
console.log(`moves=${movingTag(tag, tags) ?? ""}`);
console.log(`latest=${isNewest(tag, tags)}`);
