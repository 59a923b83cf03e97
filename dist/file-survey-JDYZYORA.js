import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  changedTasks
} from "./chunk-7RBZIDVM.js";
import {
  StateFolder,
  errorCode,
  ioFailure,
  nameOfFolder,
  sortedNames
} from "./chunk-PQ6DQE26.js";
import "./chunk-NFAW5THG.js";
import {
  ok
} from "./chunk-VKSB6RUN.js";
import "./chunk-RRD47Q5D.js";
import "./chunk-35FI2EEV.js";
import "./chunk-I2UBFDYA.js";
import "./chunk-GNBVHH4E.js";
import "./chunk-IE326VUJ.js";
import "./chunk-QHW5LFAW.js";

// src/state/backends/file/file-survey.ts
import { join } from "node:path";
async function surveyFolder(folder, options, signal) {
  let names;
  try {
    names = namesIn(folder);
  } catch (error) {
    if (errorCode(error) === void 0) throw error;
    return { ok: false, error: ioFailure("read the state folder", folder.path, error) };
  }
  const contexts = [];
  for (const name of names) {
    const context = await contextOf(name, folder, options, signal);
    if (context !== void 0) contexts.push(context);
  }
  return ok(contexts);
}
function namesIn({ path, files }) {
  const entries = (below) => {
    try {
      return files.readdir(below);
    } catch (error) {
      if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return [];
      throw error;
    }
  };
  const names = entries(path).flatMap(
    (project) => entries(join(path, project)).map((context) => ({ project: nameOfFolder(project), context: nameOfFolder(context) }))
  );
  return sortedNames(names);
}
async function contextOf(name, folder, options, signal) {
  const store = folder.open(name);
  const read = await store.read(signal);
  if (read.state === "unavailable" && read.movedTo !== void 0) return void 0;
  const lock = await store.lockedBy(signal);
  if (read.state === "absent" && lock === void 0) return void 0;
  const data = storedBytes(name, folder);
  return { name, location: store.location, read, data, lock, runs: await runsOf(store, options, signal) };
}
function storedBytes({ project, context }, { path, files }) {
  const read = new StateFolder(path, project, context, files).read();
  return read.ok ? read.value : void 0;
}
async function runsOf(store, { detailedRuns }, signal) {
  const ends = await store.runEnds(signal);
  if (!ends.ok) return ends;
  const newest = [...ends.value].reverse();
  return ok(
    await Promise.all(newest.map((end, index) => runOf(end, index < detailedRuns ? store : void 0, signal)))
  );
}
async function runOf(end, store, signal) {
  const read = await store?.history(end.serial, signal);
  const changes = read?.state === "found" ? changedTasks(read.snapshot.body) : void 0;
  return { ...end, author: "", changes };
}
export {
  surveyFolder
};
