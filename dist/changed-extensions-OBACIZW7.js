import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  isModule,
  modulePaths
} from "./chunk-AAMIZVO2.js";
import {
  askGit,
  moduleFiles
} from "./chunk-GQFY5NGX.js";
import "./chunk-C5KIVHJI.js";
import {
  member
} from "./chunk-3X5OX6NC.js";
import "./chunk-B6KQZQNF.js";
import "./chunk-CDGJNW5Y.js";
import "./chunk-H7CNPS2Q.js";
import "./chunk-6SHK6BE2.js";
import "./chunk-4X7ZPCTY.js";
import "./chunk-SGU7ENRC.js";
import "./chunk-IOTVDPD4.js";
import "./chunk-T4BGI7IW.js";
import "./chunk-T3NMYTTS.js";
import {
  andMore
} from "./chunk-P4WMOHAY.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import "./chunk-RRD47Q5D.js";
import "./chunk-IE326VUJ.js";
import "./chunk-QHW5LFAW.js";

// src/node/git/pull-request-files.ts
import { relative, sep } from "node:path";
async function pullRequestFiles(folder, root, { base, head }) {
  const top = (await askGit(folder, ["rev-parse", "--show-toplevel"]))?.trim();
  const commit = await askGit(folder, ["cat-file", "commit", "HEAD"]);
  if (!top || commit === void 0) return err("git can't be asked about the checkout");
  for (const from of await bases(folder, commit, base, head)) {
    const options = ["-r", "-z", "--name-only", "--no-renames", "--no-ext-diff", "--ignore-submodules=none"];
    const changed = await askGit(folder, ["diff-tree", ...options, from, "HEAD"]);
    if (changed !== void 0)
      return ok({ top: relative(root, top).split(sep).join("/"), paths: changed.split("\0").filter(Boolean) });
  }
  return err("the commit that it is compared with is not in the checkout");
}
async function bases(folder, commit, base, head) {
  const [first, second, third] = (commit.split("\n\n")[0] ?? "").split("\n").flatMap((line) => {
    const parent = /^parent ([0-9a-f]{40,64})$/.exec(line)?.[1];
    return parent === void 0 ? [] : [parent];
  });
  const merged = first !== void 0 && second === head && third === void 0 ? [first] : [];
  if (typeof base !== "string" || !/^[0-9a-f]{40,64}$/.test(base)) return merged;
  const fork = (await askGit(folder, ["merge-base", base, "HEAD"]))?.trim();
  return [...merged, ...fork ? [fork] : [], base];
}

// src/app/extensions/changed-extensions.ts
var kindsPointer = "/spec/processors/";
function moduleUses({ processors, hooks }) {
  const kinds = processors.map(({ use: pattern }, index) => ({ pattern, pointer: `${kindsPointer}${index}` }));
  const own = hooks.flatMap(
    (hook, index) => isModule(hook) ? [{ pattern: hook.use, pointer: `/spec/hooks/${index}/use` }] : []
  );
  return [...kinds, ...own];
}
var none = { diagnostics: [], ofKinds: false };
async function moduleChanges(loaded) {
  const { workspace, workingDirectory, github, trust, manifest } = loaded;
  const { project } = manifest;
  const pull = member(github.event, "pull_request");
  const uses = project ? moduleUses(project) : [];
  if (!project || pull === void 0 || uses.length === 0) return none;
  if (trust.trusted && github.values.event_name === "pull_request_target") return none;
  const commits = { base: member(pull, "base", "sha"), head: member(pull, "head", "sha") };
  const found = await pullRequestFiles(workingDirectory, workspace.root, commits);
  if (!found.ok) return { ...none, diagnostics: [unsure(project, uses[0]?.pointer ?? "", found.error)] };
  let ofKinds = false;
  const diagnostics = uses.flatMap(({ pattern, pointer }) => {
    const entries = modulePaths(pattern, workspace);
    const modules = entries.ok ? entries.value.map((path) => ({ path, ...moduleFiles(path, workspace, workingDirectory) })) : [];
    const paths = [...new Set(modules.flatMap((module) => module.paths))];
    const changed = paths.filter((path) => isChanged(path, found.value)).sort();
    if (changed.length > 0 && pointer.startsWith(kindsPointer)) ofKinds = true;
    const cut = modules.find(({ whole }) => !whole);
    const outside = paths.find((path) => !isBelow(path, found.value.top));
    return [
      ...changed.length > 0 ? [change(project, pointer, changed, trust.trusted)] : [],
      ...cut ? [unsure(project, pointer, `${cut.path} imports more files than are looked at`)] : [],
      ...outside === void 0 ? [] : [unsure(project, pointer, `${outside} lies outside of the checkout`)]
    ];
  });
  return { diagnostics, ofKinds };
}
function isChanged(path, { top, paths }) {
  return paths.some((changed) => isBelow(path, top === "" ? changed : `${top}/${changed}`));
}
function isBelow(path, folder) {
  return folder === "" || path === folder || path.startsWith(`${folder}/`);
}
function change(project, pointer, paths, trusted) {
  const shown = andMore(paths, 5, "more files");
  const power = trusted ? "whose code acts with everything that the step has" : "whose code would act with everything that the step has; this run did not import it";
  return {
    severity: "warning",
    code: "module-changed",
    message: `module changed: this pull request changes ${shown}, ${power}`,
    location: project.locate(pointer),
    suggestion: "Review its code as you would review a workflow: no plan shows what it will do."
  };
}
function unsure(project, pointer, why) {
  return {
    severity: "notice",
    code: "module-unsure",
    message: `it can't be told whether this pull request changes code of modules: ${why}`,
    location: project.locate(pointer),
    suggestion: "Check out the merge of the pull request with `fetch-depth: 2` of actions/checkout."
  };
}
export {
  moduleChanges
};
