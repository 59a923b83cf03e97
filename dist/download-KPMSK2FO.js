import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  authProblems
} from "./chunk-GMCCLIUG.js";
import {
  differences,
  downloadFieldNames,
  downloadFields,
  downloadOutputs,
  pinned
} from "./chunk-ZXBQCMSX.js";
import "./chunk-JO7QTVSF.js";
import {
  pathProblem
} from "./chunk-IN66ROTJ.js";
import "./chunk-CHHS7TI7.js";
import {
  escapeGlob,
  globProblem
} from "./chunk-PN4IT2FT.js";
import "./chunk-VFHQJX4Z.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import "./chunk-RRD47Q5D.js";
import "./chunk-GNBVHH4E.js";
import "./chunk-DGTLEPWR.js";
import "./chunk-QHW5LFAW.js";

// src/processors/download/parse-download.ts
function parseDownload(files, validate, spec) {
  const shape = validate("opus/v1", "Download", spec) ?? [];
  if (shape.length > 0) return err([...shape]);
  const fields = downloadFields(spec);
  const problems = [...pinProblems(fields), ...authProblems(fields), ...placeProblems(files, fields)];
  return problems.length > 0 ? err(problems) : ok(spec);
}
function pinProblems({ sha256, unpinned }) {
  if (sha256 === void 0 && unpinned !== true) {
    const message2 = "there is no `sha256`: whatever the server gives one day would be taken";
    const suggestion = "Add the `sha256` that its makers publish; or `unpinned: true`, if any version is fine.";
    return [{ code: "invalid-value", message: message2, pointer: "", suggestion, atKey: true }];
  }
  if (sha256 === void 0 || unpinned !== true) return [];
  const message = "`sha256` pins it, and `unpinned: true` says that it is not pinned";
  return [{ code: "invalid-value", message, pointer: "/unpinned", suggestion: "Keep one of them." }];
}
function placeProblems(files, { path, extract, mode }) {
  if (!extract) {
    const normal2 = files.normalize(path);
    return normal2.ok ? [] : [pathProblem(normal2.error, "/path")];
  }
  const normal = files.normalize(extract.to, { folder: true });
  const whole = "is the workspace itself, or ends with a slash";
  const wrong = normal.ok && (normal.value === "." || extract.to.endsWith("/")) ? `\`${extract.to}\` ${whole}` : void 0;
  const error = normal.ok ? wrong : normal.error;
  const place = error === void 0 ? [] : [pathProblem(error, "/extract/to")];
  const globs = (extract.include ?? []).flatMap((pattern, index) => {
    const wrong2 = globProblem(pattern.replace(/^!/, ""));
    const suggestion = "Write a shorter one, or several.";
    return wrong2 === void 0 ? [] : [{ code: "invalid-value", message: `the glob ${wrong2}`, pointer: `/extract/include/${index}`, suggestion }];
  });
  if (mode === void 0) return [...place, ...globs];
  const message = "`mode` is for a single file: an archive says which of its files can be executed";
  return [...place, ...globs, { code: "invalid-value", message, pointer: "/mode", suggestion: "Take it away." }];
}

// src/processors/download/download.ts
var asked = ["/headers", "/auth", "/limits"];
function downloadProcessor({ files, validate }) {
  const work = async (spec, io, task) => {
    const { DownloadWork } = await import("./download-work-XFNW3FKH.js");
    return task(new DownloadWork(files, downloadFields(spec), io));
  };
  const realPath = (spec) => {
    const real = files.realPath(placeOf(spec));
    return real.ok ? real.value : void 0;
  };
  return {
    apiVersion: "opus/v1",
    kind: "Download",
    parse: (spec) => parseDownload(files, validate, spec),
    observe: (spec, io) => work(spec, io, (download) => download.observe()),
    create: (spec, io) => work(spec, io, (download) => download.create()),
    update: (_before, after, io) => work(after, io, (download) => download.update()),
    delete: (before, io) => work(before, io, (download) => download.remove()),
    fields: {
      names: [...downloadFieldNames, "content"],
      normalize: (spec) => typeof spec.sha256 === "string" && /^[0-9a-fA-F]{64}$/.test(spec.sha256) ? { ...spec, sha256: spec.sha256.toLowerCase() } : spec
    },
    compare: {
      differs: (facts, spec, observed) => differences(facts, downloadFields(spec), observed),
      replaceOn: (before, after) => [...moved(before, after, realPath)],
      // With its digest it is the same wherever it comes from.
      recordOnly: (after) => [...asked, ...pinned(downloadFields(after)) === void 0 ? [] : ["/url"]],
      accept: (facts, spec, _written, observed) => differences(facts, downloadFields(spec), observed).map(({ path, before = null }) => acceptable(path, before))
    },
    known: {
      thing: "File",
      // In a folder there is room for others.
      identity: (spec) => downloadFields(spec).extract ? `${realPath(spec) ?? placeOf(spec)}/` : realPath(spec),
      excludes: (spec) => foldersAbove(`${realPath(spec) ?? ""}${downloadFields(spec).extract ? "/" : ""}`),
      addressFields: (recorded) => [recorded.extract === void 0 ? "path" : "extract"],
      outputNames: downloadOutputs
    },
    workspace: {
      writes: (spec) => [downloadFields(spec).extract ? `${escapeGlob(placeOf(spec))}/**` : placeOf(spec)],
      owns: {
        fields: ["path", "extract"],
        of: (spec) => [downloadFields(spec).extract ? `${escapeGlob(placeOf(spec))}/**` : placeOf(spec)]
      }
    }
  };
}
function acceptable(path, before) {
  if (path === "/mode") return { path, value: before };
  const hint = "Where the server has another version by now, write its `sha256`; a file of your own is a File with `source`.";
  return { path: "", why: "what is there did not come from the server", hint };
}
function moved(before, after, realPath) {
  const [was, is] = [downloadFields(before).extract, downloadFields(after).extract];
  if (!was !== !is) return ["/path", "/extract"];
  const [from, to] = [placeOf(before), placeOf(after)];
  if (from === to || (realPath(before) ?? from) === (realPath(after) ?? to)) return [];
  return [is ? "/extract/to" : "/path"];
}
function placeOf(spec) {
  const { path, extract } = downloadFields(spec);
  return extract?.to ?? path;
}
function foldersAbove(path) {
  const folders = [];
  for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) folders.push(path.slice(0, at));
  return folders;
}
export {
  downloadProcessor
};
