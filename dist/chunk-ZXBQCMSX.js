import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  isObject,
  pointerSegment
} from "./chunk-RRD47Q5D.js";
import {
  grouped
} from "./chunk-GNBVHH4E.js";

// src/processors/download/tree-facts.ts
var mostShown = 50;
var missing = "missing";
function fileState(sha256, executable) {
  return executable ? `sha256:${sha256}, executable` : `sha256:${sha256}`;
}
function isExecutable(state) {
  return state?.endsWith(", executable") === true;
}
function linkState(target) {
  return `link to ${target}`;
}
function readTree(facts) {
  if (!isObject(facts?.files)) return void 0;
  const texts = (value) => Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
  return {
    files: new Map(Object.entries(facts.files).map(([path, state]) => [path, String(state)])),
    left: texts(facts.left),
    folders: texts(facts.folders)
  };
}
function storedTree({ files, left, folders }) {
  return { files: Object.fromEntries(files), folders: [...folders], ...left.length > 0 ? { left: [...left] } : {} };
}
function treeDifferences({ changed }) {
  if (!isObject(changed)) return [];
  const all = Object.entries(changed).map(([path, states]) => {
    const { found = missing, wanted = missing } = isObject(states) ? states : {};
    return { path: `/content/${pointerSegment(path)}`, before: found, after: wanted };
  });
  if (all.length <= mostShown) return all;
  const more = `${grouped(all.length - mostShown)} more files differ`;
  return [...all.slice(0, mostShown), { path: "/content", before: more, after: "as unpacked" }];
}

// src/processors/download/download-spec.ts
var downloadFieldNames = [
  "url",
  "headers",
  "auth",
  "limits",
  "path",
  "extract",
  "mode",
  "sha256",
  "unpinned"
];
function downloadFields(spec) {
  return spec;
}
function pinned({ sha256, unpinned }) {
  return unpinned ? void 0 : sha256;
}
function declaredMode({ mode }) {
  return mode === void 0 ? void 0 : Number.parseInt(mode, 8);
}
function showMode(mode) {
  return mode.toString(8).padStart(4, "0");
}
function contentIn(facts) {
  if (typeof facts?.sha256 !== "string" || typeof facts.size !== "number") return void 0;
  return { sha256: facts.sha256, size: facts.size };
}
function versionIn(facts) {
  return {
    ...typeof facts?.etag === "string" ? { etag: facts.etag } : {},
    ...typeof facts?.lastModified === "string" ? { lastModified: facts.lastModified } : {}
  };
}
function writtenFacts({ path }, content, version) {
  return { path, type: "file", ...content, ...version };
}
var downloadOutputs = ["FILE_PATH", "FOLDER_PATH", "SIZE", "SHA256_CHECKSUM"];
function outputsOf({ path, extract }, { sha256, size }) {
  return [
    extract ? { name: "FOLDER_PATH", value: extract.to } : { name: "FILE_PATH", value: path },
    { name: "SIZE", value: size },
    { name: "SHA256_CHECKSUM", value: sha256 }
  ];
}
function differences(facts, fields, observed) {
  const found = contentIn(facts);
  const wanted = wantedContent(facts, fields, observed);
  if (fields.extract) return [...archiveDifference(found, wanted), ...treeDifferences(facts)];
  const same = facts.type === "file" && (wanted === void 0 || found?.sha256 === wanted.sha256);
  const content = same ? [] : [
    {
      path: "/content",
      before: facts.type === "file" && found ? shownContent(found) : `(${facts.type})`,
      after: wanted === void 0 ? `what ${host(fields)} has` : shownContent(wanted)
    }
  ];
  const mode = declaredMode(fields);
  if (facts.type !== "file" || mode === void 0 || facts.mode === showMode(mode)) return content;
  return [...content, { path: "/mode", before: facts.mode ?? null, after: showMode(mode) }];
}
function archiveDifference(found, wanted) {
  if (!found || !wanted || found.sha256 === wanted.sha256) return [];
  return [{ path: "/content", before: shownContent(found), after: shownContent(wanted) }];
}
function wantedContent({ upstream }, fields, observed) {
  const sha256 = pinned(fields);
  if (sha256 !== void 0) return { sha256 };
  if (isObject(upstream)) return contentIn(upstream) ?? { sha256: otherVersion(upstream) };
  return contentIn(observed);
}
function otherVersion({ other }) {
  return `another version (${typeof other === "string" ? other : "of unknown age"})`;
}
function shownContent({ sha256, size }) {
  const named = /^[0-9a-f]{64}$/.test(sha256) ? `sha256:${sha256}` : sha256;
  return size === void 0 ? named : `${named} (${size} bytes)`;
}
function host({ url }) {
  return URL.parse(url)?.host ?? "the server";
}

export {
  missing,
  fileState,
  isExecutable,
  linkState,
  readTree,
  storedTree,
  downloadFieldNames,
  downloadFields,
  pinned,
  declaredMode,
  showMode,
  contentIn,
  versionIn,
  writtenFacts,
  downloadOutputs,
  outputsOf,
  differences
};
