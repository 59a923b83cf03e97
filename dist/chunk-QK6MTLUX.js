import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  reservedProject
} from "./chunk-L3IILN6V.js";
import {
  checkout
} from "./chunk-7WGP7UA6.js";
import {
  sha256
} from "./chunk-SGU7ENRC.js";
import {
  plainFolders
} from "./chunk-PN4IT2FT.js";
import {
  withoutCredentials
} from "./chunk-T3NMYTTS.js";
import {
  withoutEnd
} from "./chunk-I2UBFDYA.js";

// src/app/load/default-project.ts
import { existsSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve as resolvePath, sep } from "node:path";
async function defaultProject(options) {
  const { root, repository } = options;
  const outside = nameOf(root);
  const base = repository?.split("/")[1] || await originName(root) || outside;
  const known = repository ? [base] : [base, outside];
  const folder = manifestFolder(options);
  const top = reservedProject(base) === void 0 ? base : base.replaceAll(".", "-");
  const name = folder === "" ? top : `${base}--${folderPart(folder)}`;
  const former = known.filter((one) => one !== name);
  const foreign = folder !== "" && existsSync(join(root, "opus.yaml"));
  return { name, former: foreign ? [] : [...new Set(former)] };
}
function manifestFolder({ root, workingDirectory, manifest }) {
  const base = existsSync(workingDirectory) ? realpathSync(workingDirectory) : workingDirectory;
  const folders = manifest.map((pattern) => {
    return resolvePath(base, plainFolders(pattern).join("/") || (pattern.startsWith("/") ? "/" : "."));
  });
  const common = folders.reduce((one, other) => commonFolder(one, other), folders[0] ?? base);
  const inside = isWithin(base, common) ? common : base;
  return isWithin(root, inside) ? relative(root, inside).split(sep).join("/") : "";
}
function commonFolder(one, other) {
  let folder = one;
  while (!isWithin(folder, other) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
function isWithin(folder, path) {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
var plain = /^(?!-)(?!.*--)[A-Za-z0-9._-]+(?<!-)$/;
var longest = 100;
function folderPart(folder) {
  const segments = folder.split("/");
  const joined = segments.join("--");
  if (joined.length <= longest && segments.every((segment) => plain.test(segment))) return joined;
  const sum = sha256(folder).slice(0, 16);
  const legible = joined.replaceAll(/[^A-Za-z0-9._-]+/g, "-").slice(0, longest - 20);
  return `${withoutEnd(legible, "-")}---${sum}`;
}
async function originName(root) {
  if (!existsSync(join(root, ".git"))) return void 0;
  const origin = await checkout.origin(root);
  if (!origin.ok) return void 0;
  const last = withoutCredentials(origin.value).split(/[\\/:]/).filter(Boolean).at(-1);
  const name = last?.replace(/\.git$/, "");
  return name === void 0 || name === "" ? void 0 : name.replaceAll(illegal, "-");
}
function nameOf(path) {
  const name = path.split(/[\\/]/).filter(Boolean).at(-1) ?? "";
  return name.replaceAll(illegal, "-").replace(/^[^A-Za-z0-9]+/, "") || "project";
}
var illegal = /[^A-Za-z0-9._-]/g;

export {
  defaultProject
};
