import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  keptBytes
} from "./chunk-OIN6ASEP.js";
import {
  modeAs
} from "./chunk-AEBTEOXY.js";
import {
  fileError,
  pathProblem
} from "./chunk-IN66ROTJ.js";
import {
  escapeGlob,
  globMatcher,
  globProblem
} from "./chunk-PN4IT2FT.js";
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";
import {
  andMore
} from "./chunk-P4WMOHAY.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  isObject,
  pointerSegment
} from "./chunk-RRD47Q5D.js";
import {
  folderBytesKept,
  folderFiles
} from "./chunk-35FI2EEV.js";
import {
  grouped
} from "./chunk-GNBVHH4E.js";
import {
  escapeText
} from "./chunk-DGTLEPWR.js";
import "./chunk-QHW5LFAW.js";

// src/processors/folder/expand-folder.ts
import { isUtf8 } from "node:buffer";
var templateBytes = 1024 * 1024;
async function expandFolder(access, hash, spec) {
  const { source, template, include, exclude, ...rest } = spec;
  const field = typeof source === "string" ? "source" : "template";
  const folder = spec[field];
  if (typeof folder !== "string" || typeof spec.path !== "string") return ok({ spec });
  if (source !== void 0 && template !== void 0 || "files" in spec || "executable" in spec) return ok({ spec });
  const taken = { include: texts(include), exclude: texts(exclude) };
  const listed = listSource(access, { field, folder, path: spec.path, ...taken });
  if (!listed.ok) return listed;
  const read = await readSource(access, hash, { folder, field }, listed.value);
  if (!read.ok) return read;
  const executable = spec.mode === void 0 ? read.value.filter((file) => file.executable).map(({ path }) => path) : [];
  const whole = {
    ...rest,
    source: folder,
    ...executable.length > 0 ? { executable: executable.map(escapeText) } : {}
  };
  if (field === "template") return ok(filledIn(access, folder, read.value, whole));
  const kept = read.value.map(({ path, bytes, sha256 }) => [path, bytes ? contentOf(bytes) : { sha256 }]);
  return ok({ spec: { ...whole, files: Object.fromEntries(kept) } });
}
function filledIn(access, folder, files, whole) {
  const origins = {};
  const kept = files.map(({ path, bytes, sha256 }) => {
    if (bytes === void 0 || !isUtf8(bytes))
      return [path, bytes && bytes.length <= keptBytes ? contentOf(bytes) : { sha256 }];
    const text = Buffer.from(bytes).toString("utf8");
    origins[`/files/${pointerSegment(path)}`] = { file: access.display(`${folder}/${path}`), text };
    return [path, text];
  });
  return { spec: { ...whole, files: Object.fromEntries(kept) }, origins };
}
function contentOf(bytes) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return isUtf8(bytes) ? escapeText(buffer.toString("utf8")) : { base64: buffer.toString("base64") };
}
function texts(value) {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : void 0;
}
function listSource(access, source) {
  const { field, folder, path, include, exclude = [] } = source;
  const pointer = `/${field}`;
  const normal = access.normalize(folder, { folder: true });
  if (!normal.ok) return err([pathProblem(normal.error, pointer)]);
  const there = access.folder(folder);
  if (!there.ok) return err([folderProblem(there.error, pointer)]);
  const target = access.normalize(path, { folder: true });
  if (target.ok && (normal.value === "." || `${target.value}/`.startsWith(`${normal.value}/`)))
    return err([
      {
        code: "bad-path",
        message: `\`${path}\` lies in \`${folder}\`, so each run would copy what the last one has made`,
        pointer: "/path",
        suggestion: "Choose a folder outside of it."
      }
    ]);
  for (const glob of [...include ?? [], ...exclude]) {
    const wrong = globProblem(glob);
    if (wrong !== void 0) return err([{ code: "invalid-value", message: `the glob \`${glob}\` ${wrong}`, pointer }]);
  }
  const found = access.glob([`${escapeGlob(folder.replace(/\/+$/, ""))}/**`]);
  if (!found.ok) return err([pathProblem(found.error, pointer)]);
  const all = found.value.flatMap((file) => {
    const whole = access.normalize(file);
    return whole.ok ? [whole.value.slice(normal.value.length + 1)] : [];
  });
  const wanted = include === void 0 ? () => true : globMatcher(anywhere(include), { dot: true, path: true });
  const left = globMatcher(anywhere(exclude), { dot: true, path: true });
  const files = all.filter((file) => wanted(file) && !left(file)).sort();
  if (files.length === 0) return err([emptyProblem(source, all.length)]);
  if (files.length > folderFiles) return err([tooMany(files.length, folder, pointer)]);
  return ok(files);
}
function anywhere(globs) {
  return globs.flatMap((glob) => {
    const bare = glob.replace(/^\.\//, "").replace(/\/+$/, "");
    const deep = bare.includes("/") ? bare : `**/${bare}`;
    return deep.endsWith("**") ? [deep] : [deep, `${deep}/**`];
  });
}
function emptyProblem({ field, folder }, all) {
  const message = all === 0 ? `the folder \`${folder}\` has no files` : `none of the ${grouped(all)} files in \`${folder}\` is taken: \`include\` and \`exclude\` leave out all of them`;
  const suggestion = "To delete all files of the task, take it out of the manifest; that no file is left here may be a mistake.";
  return { code: "missing-file", message, pointer: `/${field}`, suggestion };
}
function tooMany(count, folder, pointer) {
  return {
    code: "invalid-value",
    message: `\`${folder}\` has ${grouped(count)} files, and a Folder takes at most ${grouped(folderFiles)}`,
    pointer,
    suggestion: "Take fewer with `include` and `exclude`, or make several tasks of it."
  };
}
function folderProblem(error, pointer) {
  if (error.code === "refused") return pathProblem(error.message, pointer);
  if (error.code === "missing") {
    const suggestion2 = "Commit the folder, or correct the path; its files must be there before anything runs.";
    return { code: "missing-file", message: error.message, pointer, suggestion: suggestion2 };
  }
  const suggestion = error.hint === void 0 ? {} : { suggestion: error.hint };
  return { code: "unreadable-file", message: error.message, pointer, ...suggestion };
}
async function readSource(access, hash, { folder, field }, paths) {
  const filled = field === "template";
  const files = [];
  let room = filled ? Number.POSITIVE_INFINITY : folderBytesKept;
  for (const path of paths) {
    const place = `${folder.replace(/\/+$/, "")}/${path}`;
    const found = access.look(place, filled ? templateBytes : keptBytes);
    if (found.state !== "present" || found.type !== "file")
      return err([folderProblem(lostProblem(place, found), `/${field}`)]);
    const executable = (found.mode & 73) !== 0;
    room -= found.bytes?.length ?? 0;
    if (found.bytes) {
      files.push({ path, executable, bytes: room < 0 ? void 0 : found.bytes, sha256: hash(found.bytes) });
      continue;
    }
    if (filled) return err([largeTemplate(place)]);
    const digest = await access.hash(place);
    if (!digest.ok) return err([folderProblem(digest.error, `/${field}`)]);
    files.push({ path, executable, bytes: void 0, sha256: digest.value.sha256 });
  }
  return ok(room < 0 ? files.map((file) => ({ ...file, bytes: void 0 })) : files);
}
function lostProblem(place, found) {
  return found.state === "failed" ? found.problem : { code: "missing", message: `\`${place}\` is no file any more` };
}
function largeTemplate(place) {
  return {
    code: "unreadable-file",
    message: `\`${place}\` is larger than ${templateBytes} bytes, so no references are filled in`,
    pointer: "/template",
    suggestion: "Leave it out with `exclude`, and copy it with a File."
  };
}

// src/processors/folder/folder-spec.ts
function filesOf({ files }) {
  return Object.entries(files ?? {});
}
function placeOf({ path }, file) {
  return `${path.replace(/\/+$/, "")}/${file}`;
}
function digestOf(file, hash) {
  if (typeof file === "string") return hash(file);
  return "base64" in file ? hash(Buffer.from(file.base64, "base64")) : file.sha256;
}
function wantsExecutable(spec, file) {
  if (spec.mode !== void 0 || process.platform === "win32") return void 0;
  return spec.executable?.includes(file) ?? false;
}
function declaredMode({ mode }) {
  return mode === void 0 ? void 0 : Number.parseInt(mode, 8);
}
function parseFolder(files, validate, spec) {
  const { files: found, executable, ...written } = spec;
  const expanded = typeof spec.source === "string" && isObject(found ?? null);
  const problems = validate("opus/v1", "Folder", expanded ? written : spec) ?? [];
  if (problems.length > 0) return err([...problems]);
  const normal = files.normalize(placeOf({ path: String(spec.path) }, "x"));
  return normal.ok ? ok(spec) : err([pathProblem(normal.error, "/path")]);
}
function foundFolder({ files }, stored) {
  if (!isObject(files ?? null) || !isObject(stored.files ?? null)) return void 0;
  const found = files;
  const changed = Object.entries(stored.files).map(([path, kept]) => {
    const text = found[path];
    return [path, typeof text === "string" ? escapeText(text) : kept];
  });
  return { ...stored, files: Object.fromEntries(changed) };
}

// src/processors/folder/folder-facts.ts
function folderDiffers(given, spec, hash) {
  const facts = given;
  const found = facts.files ?? {};
  const fields = filesOf(spec).flatMap(([path, file]) => {
    const field = fileDiffers(Object.hasOwn(found, path) ? found[path] : void 0, file, hash);
    return field ? [{ path: `/files/${pointerSegment(path)}`, ...field }] : [];
  });
  return [...fields, ...permissionsDiffer(facts, spec)];
}
function fileDiffers(found, wanted, hash) {
  if (found === void 0) return { after: shownFile(wanted) };
  if (typeof found === "object" && "type" in found) return { before: `(${found.type})`, after: shownFile(wanted) };
  if (typeof found === "string" && typeof wanted === "string")
    return found === wanted ? void 0 : { before: found, after: wanted };
  const [is, be] = [typeof found === "string" ? hash(found) : found.sha256, digestOf(wanted, hash)];
  return is === be ? void 0 : { before: `sha256:${is}`, after: `sha256:${be}` };
}
function shownFile(file) {
  if (typeof file === "string") return file;
  return "sha256" in file ? `sha256:${file.sha256}` : `(${Buffer.byteLength(file.base64, "base64")} bytes)`;
}
function permissionsDiffer({ modes, executable = [], files = {} }, spec) {
  if (spec.mode !== void 0) {
    const others = Object.entries(modes ?? {}).filter(
      ([path, mode]) => Object.hasOwn(spec.files ?? {}, path) && mode !== octal(spec.mode)
    );
    if (others.length === 0) return [];
    return [{ path: "/mode", before: others.map(([path, mode]) => `${mode} ${path}`), after: octal(spec.mode) }];
  }
  const wrong = filesOf(spec).some(([path]) => {
    const wanted = wantsExecutable(spec, path);
    return wanted !== void 0 && isFile(files[path]) && wanted !== executable.includes(path);
  });
  return wrong ? [{ path: "/executable", before: [...executable], after: [...spec.executable ?? []] }] : [];
}
function isFile(found) {
  return typeof found === "string" || isObject(found ?? null) && !Object.hasOwn(found, "type");
}
function octal(mode) {
  return (mode ?? "").padStart(4, "0");
}
function acceptFolder(differing, { path }) {
  const hint = `Copy from \`${path}\` what is to stay to the folder that the task takes its files from.`;
  return differing.map(
    (field) => field.path === "/mode" ? {
      path: field.path,
      why: "not all of its files have one mode",
      hint: "Set it by hand; or apply, to have it as it was."
    } : { path: field.path, why: "its files are made of those of another folder", hint }
  );
}

// src/processors/folder/folder-work.ts
import { isUtf8 as isUtf82 } from "node:buffer";
var readBytes = 1024 * 1024;
var FolderWork = class {
  #files;
  #hash;
  constructor(files, hash) {
    this.#files = files;
    this.#hash = hash;
  }
  outputs(spec, io) {
    const files = filesOf(spec);
    const listed = files.map(([path, file]) => `${digestOf(file, this.#hash)}  ${path}
`);
    const sensitive = files.some(([, file]) => typeof file === "string" && io.containsSecret(file));
    const checksum = { name: "SHA256_CHECKSUM", value: this.#hash(listed.join("")) };
    return [
      { name: "FOLDER_PATH", value: spec.path },
      { name: "FILES", value: files.length },
      sensitive ? { ...checksum, sensitive } : checksum
    ];
  }
  async observe(spec, io) {
    const found = [];
    const executable = [];
    const modes = [];
    for (const [path, file] of filesOf(spec)) {
      io.signal.throwIfAborted();
      const look = this.#files.look(placeOf(spec, path), readBytes);
      if (look.state === "failed") return { state: "failed", error: fileError(look.problem) };
      if (look.state === "absent" && look.blocked && !io.recorded)
        return { state: "failed", error: blockedError(spec, path) };
      if (look.state === "absent") continue;
      if (look.type !== "file") {
        found.push([path, { type: look.type }]);
        continue;
      }
      const content = await this.#contentOf(spec, path, file, look, io);
      if (content === void 0) continue;
      if ("code" in Object(content)) return { state: "failed", error: fileError(content) };
      found.push([path, content]);
      if ((look.mode & 73) !== 0) executable.push(path);
      const mode = modeAs(look, declaredMode(spec)).toString(8).padStart(4, "0");
      if (spec.mode !== void 0 && mode !== octal(spec.mode)) modes.push([path, mode]);
    }
    if (found.length === 0) return { state: "absent" };
    const files = Object.fromEntries(found);
    return { state: "present", facts: { path: spec.path, files, executable, modes: Object.fromEntries(modes) } };
  }
  /** @returns undefined: it is gone by now */
  async #contentOf(spec, path, file, { bytes }, io) {
    if (bytes === void 0) {
      const digest = await this.#files.hash(placeOf(spec, path), io.signal, false);
      if (digest.ok) return { sha256: digest.value.sha256 };
      return digest.error.code === "missing" ? void 0 : digest.error;
    }
    const text = isUtf82(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8") : void 0;
    if (text !== void 0 && io.containsSecret(text)) return text;
    const sha256 = this.#hash(bytes);
    const shown = text !== void 0 && bytes.length <= keptBytes && sha256 !== digestOf(file, this.#hash);
    return shown ? text : { sha256 };
  }
  /** Makes all files where none of them is; or none. */
  async create(spec, io) {
    this.#refuseStrangers(spec, filesOf(spec));
    const made = [];
    try {
      for (const [path, file] of filesOf(spec)) {
        io.signal.throwIfAborted();
        await this.#write(spec, path, file, "create", io);
        made.push(path);
      }
    } catch (error) {
      this.#remove(spec, made);
      throw error;
    }
    return { outputs: this.outputs(spec, io) };
  }
  /** Removes what is wanted no more, then writes what differs. */
  async update(before, after, io) {
    const recorded = io.recorded?.spec.files ?? {};
    const own = (path) => Object.hasOwn(before.files ?? {}, path) || Object.hasOwn(recorded, path);
    const wanted = filesOf(after);
    const folders = foldersOf(filesOf(before).map(([path]) => path));
    this.#refuseStrangers(
      after,
      wanted.filter(([path]) => !own(path) && !folders.has(path))
    );
    const gone = filesOf(before).filter(([path]) => !Object.hasOwn(after.files ?? {}, path));
    const ours = gone.filter(([path, file]) => Object.hasOwn(recorded, path) || this.#isSame(before, path, file));
    this.#remove(
      before,
      ours.map(([path]) => path)
    );
    for (const [path, file] of wanted) {
      io.signal.throwIfAborted();
      await this.#makeEqual(after, path, file, own(path), io);
    }
    return { outputs: this.outputs(after, io) };
  }
  remove(spec) {
    this.#remove(
      spec,
      filesOf(spec).map(([path]) => path)
    );
  }
  async #makeEqual(spec, path, file, own, io) {
    const place = placeOf(spec, path);
    const look = this.#files.look(place, -1);
    if (look.state !== "present" || look.type !== "file" || !await this.#holds(place, file, io)) {
      await this.#write(spec, path, file, own ? "replace" : "create", io);
      return;
    }
    const mode = modeOf(spec, path, look.mode);
    if (mode === void 0 || modeAs(look, mode) === mode) return;
    if (look.links > 1) await this.#write(spec, path, file, "replace", io);
    else settled(this.#files.chmod(place, mode), spec);
  }
  async #holds(place, file, io) {
    const digest = await this.#files.hash(place, io.signal, false);
    return digest.ok && digest.value.sha256 === digestOf(file, this.#hash);
  }
  #isSame(spec, path, file) {
    const look = this.#files.look(placeOf(spec, path), Number.MAX_SAFE_INTEGER);
    return look.state === "present" && look.bytes !== void 0 && this.#hash(look.bytes) === digestOf(file, this.#hash);
  }
  async #write(spec, path, file, how, io) {
    const place = placeOf(spec, path);
    const present = how === "replace" ? this.#files.look(place, -1) : void 0;
    const mode = modeOf(spec, path, present?.state === "present" && present.type === "file" ? present.mode : void 0);
    settled(await this.#files[how](place, contentOf2(spec, path, file), mode, io.signal), spec);
  }
  /** Looked at before anything is touched. */
  #refuseStrangers(spec, files) {
    const strangers = files.filter(([path, file]) => {
      const look = this.#files.look(placeOf(spec, path), -1);
      return look.state === "present" && !(look.type === "file" && this.#isSame(spec, path, file));
    });
    if (strangers.length === 0) return;
    const named = andMore(
      strangers.map(([path]) => `\`${placeOf(spec, path)}\``),
      3,
      "more files"
    );
    throw new TaskFailure(
      `${named} ${strangers.length === 1 ? "exists" : "exist"}, and opus has not made ${strangers.length === 1 ? "it" : "them"}`,
      {
        hint: "Move away what is there, leave these files out with `exclude`, or choose another `path`: opus never overwrites what it did not make.",
        untouched: true
      }
    );
  }
  /** Files, then the folders that are empty without them. What is gone already is fine. */
  #remove(spec, paths) {
    for (const path of paths) {
      const removed = this.#files.remove(placeOf(spec, path));
      if (!removed.ok && removed.error.code !== "wrong-type") throw failureOf(removed.error);
    }
    const deepest = [...foldersOf(paths)].sort((one, other) => other.split("/").length - one.split("/").length);
    for (const folder of deepest) this.#files.remove(placeOf(spec, folder), { folder: true });
    if (paths.length > 0) this.#files.remove(spec.path.replace(/\/+$/, ""), { folder: true });
  }
};
function foldersOf(paths) {
  const folders = /* @__PURE__ */ new Set();
  for (const path of paths)
    for (let at = path.lastIndexOf("/"); at !== -1; at = path.lastIndexOf("/", at - 1)) folders.add(path.slice(0, at));
  return folders;
}
function contentOf2(spec, path, file) {
  if (typeof file === "string") return Buffer.from(file, "utf8");
  if ("base64" in file) return Buffer.from(file.base64, "base64");
  return { source: placeOf({ path: spec.source ?? "" }, path), sha256: file.sha256 };
}
function modeOf(spec, path, found) {
  const declared = declaredMode(spec);
  const executable = wantsExecutable(spec, path);
  if (declared !== void 0 || executable === void 0) return declared;
  if (found === void 0) return executable ? 493 : void 0;
  return executable ? found | (found & 292) >> 2 : found & ~73;
}
function settled(result, spec) {
  if (!result.ok) throw failureOf(result.error, spec);
}
function failureOf(problem, spec) {
  const { code, message, hint } = problem;
  if (code === "exists")
    return new TaskFailure(`${message}: it appeared after opus had looked`, {
      hint: "opus never overwrites what it did not make. Run again to see what it would do now."
    });
  if (spec && (code === "changed" || code === "missing"))
    return new TaskFailure(`${message}, and the old bytes were not kept`, {
      hint: `State keeps the files of folders of at most 1 MiB, each of at most ${keptBytes / 1024} KiB. Bring the file back from git, and run again.`
    });
  return new TaskFailure(message, hint === void 0 ? {} : { hint });
}
function blockedError(spec, path) {
  return {
    message: `\`${placeOf(spec, path)}\` can't be made: a part of its path is there and is not a folder`,
    hint: "Move what is in the way, or choose another `path`: opus replaces only files and symlinks."
  };
}

// src/processors/folder/folder.ts
function folderProcessor({ files, hash, validate }) {
  const work = new FolderWork(files, hash);
  const realFolder = ({ path }) => {
    const real = files.realPath(placeOf({ path }, "x"));
    return real.ok ? real.value.slice(0, -1) : void 0;
  };
  const globs = ({ path }) => [`${escapeGlob(path.replace(/\/+$/, ""))}/**`];
  return {
    apiVersion: "opus/v1",
    kind: "Folder",
    parse: (spec) => parseFolder(files, validate, spec),
    observe: (spec, io) => work.observe(spec, io),
    create: (spec, io) => work.create(spec, io),
    update: (before, after, io) => work.update(before, after, io),
    delete: (before) => work.remove(before),
    fields: {
      names: ["path", "files", "executable", "mode"],
      files: ["source", "template", "include", "exclude"],
      expand: (spec) => expandFolder(files, hash, spec)
    },
    compare: {
      differs: (facts, spec) => folderDiffers(facts, spec, hash),
      replaceOn: (before, after) => {
        const same = before.path === after.path || (realFolder(before) ?? before.path) === (realFolder(after) ?? after.path);
        return same ? [] : ["/path"];
      },
      removes,
      accept: (facts, spec) => acceptFolder(folderDiffers(facts, spec, hash), spec),
      // The files stand beside it.
      recordOnly: () => ["/source"]
    },
    known: {
      thing: "File",
      // There is room for others in it.
      identity: realFolder,
      excludes: (spec) => {
        const folder = realFolder(spec) ?? "";
        return [...foldersAbove(folder), ...filesOf(spec).map(([path]) => `${folder}${path}`)];
      },
      addressFields: ["path", "files"],
      outputNames: ["FOLDER_PATH", "FILES", "SHA256_CHECKSUM"],
      predict: (spec, io) => work.outputs(spec, io)
    },
    workspace: { writes: globs, owns: { fields: ["path"], of: globs } },
    undo: { asFound: foundFolder }
  };
}
function removes(before, after) {
  const all = filesOf(before);
  return { count: all.filter(([path]) => !Object.hasOwn(after.files, path)).length, of: all.length };
}
function foldersAbove(path) {
  const folders = [];
  for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) folders.push(path.slice(0, at));
  return folders;
}
export {
  folderProcessor
};
