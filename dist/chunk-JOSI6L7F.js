import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  parseOutputFile
} from "./chunk-7ANHA2T2.js";
import {
  storable
} from "./chunk-ISYZXV75.js";
import {
  oddNumber
} from "./chunk-B6KQZQNF.js";
import {
  decodeText,
  expandFile,
  fileSpecFields,
  foundFile,
  keptBytes,
  parseFile
} from "./chunk-OIN6ASEP.js";
import {
  modeAs
} from "./chunk-AEBTEOXY.js";
import {
  capturedBytes,
  environmentProblems,
  factBytes,
  lastLines,
  outputText,
  runScript,
  shellFields,
  splitShell
} from "./chunk-F5MAH5B3.js";
import {
  outputKey
} from "./chunk-H6W3A4JT.js";
import {
  fileError,
  fileFailure,
  pathProblem
} from "./chunk-IN66ROTJ.js";
import {
  TaskFailure
} from "./chunk-VFHQJX4Z.js";
import {
  err,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  isObject,
  pointerSegment
} from "./chunk-RRD47Q5D.js";

// src/processors/download/download-kind.ts
var downloadKind = {
  kind: "Download",
  schema: "schema/download.json",
  docs: "docs/kinds/download.md",
  spec: { outputNames: ["FILE_PATH", "FOLDER_PATH", "SIZE", "SHA256_CHECKSUM"], paths: { path: "write" } },
  load: async () => {
    const { downloadProcessor } = await import("./download-KPMSK2FO.js");
    return (dependencies) => downloadProcessor(dependencies);
  }
};

// src/processors/file/accept-file.ts
function acceptFile(hash, differing, facts, spec, written) {
  return differing.map(({ path, before }) => {
    if (path === "/mode") return { path, value: before ?? null };
    if (facts.type !== "file")
      return { path, why: `a ${facts.type} is there, and no file`, hint: "Move it away, and apply." };
    return acceptContent(hash, facts, spec, written);
  });
}
function acceptContent(hash, facts, spec, written) {
  const path = "/content";
  const { template, source } = written;
  if (template !== void 0) {
    const shown = typeof template === "string" ? `\`${template}\`` : "another file";
    const hint = `Compare \`${spec.path}\` with it, and change it by hand.`;
    return { path: "/template", why: `it is made of the template ${shown}, in which values are filled in`, hint };
  }
  const { content, sha256 } = facts;
  if (typeof content === "string" && sha256 === void 0)
    return { path: source === void 0 ? path : "/source", why: "what is there holds a secret" };
  if (source === void 0) {
    if (typeof content === "string") return { path, value: content };
    const hint = `Copy \`${spec.path}\` to a file of its own, and name that as \`source\`.`;
    return { path, why: `what is there is no text, or has more than ${keptBytes / 1024} KiB`, hint };
  }
  const reference = typeof source !== "string" || source.includes("${");
  if (reference || typeof sha256 !== "string")
    return {
      path: "/source",
      why: "which file it is a copy of is said by a reference",
      hint: "Copy it there by hand."
    };
  return { path: "/source", copy: { from: spec.path, to: source, found: sha256, read: digestRead(hash, spec) } };
}
function digestRead(hash, { content, base64, sha256 }) {
  if (content !== void 0) return hash(content);
  return base64 === void 0 ? sha256 ?? "" : hash(Buffer.from(base64, "base64"));
}

// src/processors/file/file-work.ts
var readBytes = 1024 * 1024;
var FileWork = class {
  #files;
  #hash;
  constructor(files, hash) {
    this.#files = files;
    this.#hash = hash;
  }
  #look(spec) {
    return this.#files.look(spec.path, Math.max(readBytes, byteLength(spec.content)));
  }
  #digestOf(spec) {
    if (spec.content !== void 0) return { sha256: this.#hash(spec.content), size: byteLength(spec.content) };
    if (spec.base64 !== void 0) {
      const bytes = Buffer.from(spec.base64, "base64");
      return { sha256: this.#hash(bytes), size: bytes.length };
    }
    return { sha256: spec.sha256 ?? "", size: spec.size ?? 0 };
  }
  /** @param found the mode of the file that is there; absent: it is looked for */
  outputs(spec, io, found) {
    const { sha256, size } = this.#digestOf(spec);
    const sensitive = spec.content !== void 0 && io.containsSecret(spec.content);
    const checksum = { name: "SHA256_CHECKSUM", value: sha256 };
    const mode = declaredMode(spec) ?? found ?? presentMode(this.#files, spec);
    return [
      { name: "FILE_PATH", value: spec.path },
      { name: "SIZE", value: size },
      sensitive ? { ...checksum, sensitive } : checksum,
      // Where nobody may look it is not known before the file is written.
      ...mode === void 0 ? [] : [{ name: "EXECUTABLE", value: (mode & 73) !== 0 }]
    ];
  }
  differs(facts, spec) {
    const content = this.#contentDiffers(facts, spec);
    if (facts.type !== "file") return content;
    const fields = [...content];
    const mode = declaredMode(spec);
    if (mode !== void 0 && facts.mode !== showMode(mode)) {
      fields.push({ path: "/mode", before: facts.mode ?? null, after: showMode(mode) });
    }
    return fields;
  }
  #contentDiffers(facts, spec) {
    const { content } = spec;
    const isFile = facts.type === "file";
    if (isFile && content !== void 0 && facts.content === content) return [];
    const wanted = this.#digestOf(spec);
    const after = `sha256:${wanted.sha256} (${wanted.size} bytes)`;
    if (!isFile) return [{ path: "/content", before: `(${facts.type})`, after }];
    const found = typeof facts.sha256 === "string" ? facts.sha256 : this.#hash(String(facts.content));
    if (found === wanted.sha256) return [];
    const asText = typeof facts.content === "string" && content !== void 0 && byteLength(content) <= keptBytes;
    return [
      asText ? { path: "/content", before: facts.content, after: content } : { path: "/content", before: `sha256:${found} (${facts.size} bytes)`, after }
    ];
  }
  /** At once, but for a large file. */
  observe(spec, io) {
    const found = this.#look(spec);
    if (found.state === "absent")
      return found.blocked && !io.recorded ? { state: "failed", error: blockedError(spec) } : { state: "absent" };
    if (found.state === "failed") return { state: "failed", error: fileError(found.problem) };
    const { type, size, bytes } = found;
    if (type === "directory") return { state: "failed", error: folderError(spec, io) };
    const facts = { path: spec.path, type, mode: showMode(modeAs(found, declaredMode(spec))), size };
    if (type !== "file") return { state: "present", facts };
    if (bytes === void 0) return this.#observeLarge(spec, facts, io.signal);
    const text = decodeText(bytes);
    if (text !== void 0 && io.containsSecret(text)) return { state: "present", facts: { ...facts, content: text } };
    const sha256 = this.#hash(bytes);
    if (text === void 0 || bytes.length > keptBytes) return { state: "present", facts: { ...facts, sha256 } };
    return { state: "present", facts: { ...facts, sha256, content: text } };
  }
  async #observeLarge(spec, facts, signal) {
    const digest = await this.#files.hash(spec.path, signal, false);
    if (digest.ok) return { state: "present", facts: { ...facts, ...digest.value } };
    if (digest.error.code === "missing") return { state: "absent" };
    return { state: "failed", error: fileError(digest.error) };
  }
  async write(spec, io, how) {
    const written = await this.#files[how](spec.path, contentOf(spec), declaredMode(spec), io.signal);
    if (!written.ok) throw writeFailure(spec, written.error);
  }
  /** Makes what is there equal to the spec. */
  async makeEqual(spec, io) {
    const observation = await this.observe(spec, io);
    if (observation.state === "failed") throw failureOf(observation.error);
    const fields = observation.state === "present" ? this.differs(observation.facts, spec) : void 0;
    const modeOnly = fields?.length === 1 && fields[0]?.path === "/mode";
    if (modeOnly && isSingle(this.#look(spec))) {
      const changed = this.#files.chmod(spec.path, declaredMode(spec) ?? 0);
      if (!changed.ok) throw writeFailure(spec, changed.error);
    } else if (fields === void 0 || fields.length > 0) {
      await this.write(spec, io, "replace");
    }
    return { outputs: this.outputs(spec, io) };
  }
  remove(spec) {
    const removed = this.#files.remove(spec.path);
    if (removed.ok) return;
    if (removed.error.code !== "wrong-type") throw fileFailure(removed.error);
    throw fileFailure(
      removed.error,
      "Remove it yourself, or run `forget` with this task as `target`: opus deletes only files."
    );
  }
};
function contentOf(spec) {
  if (spec.content !== void 0) return Buffer.from(spec.content, "utf8");
  if (spec.base64 !== void 0) return Buffer.from(spec.base64, "base64");
  return { source: spec.source ?? "", sha256: spec.sha256 ?? "" };
}
function writeFailure(spec, problem) {
  const { message, hint } = explainWrite(spec, problem);
  return new TaskFailure(message, hint === void 0 ? { untouched: true } : { hint, untouched: true });
}
function explainWrite(spec, problem) {
  const { code, message } = problem;
  switch (code) {
    case "exists":
      return {
        message: `\`${spec.path}\` exists: it appeared after opus had looked`,
        hint: "opus never overwrites what it did not make. Run again to see what it would do now."
      };
    case "wrong-type":
      return { message, hint: "Move it away and run again: opus replaces only files and symlinks." };
    case "changed":
    case "missing":
      if (spec.source === void 0 || spec.content !== void 0 || spec.base64 !== void 0) return problem;
      return {
        message: `\`${spec.path}\` can't be written: \`${spec.source}\` no longer has the bytes that are wanted (sha256:${spec.sha256}), and the old bytes were not kept`,
        hint: `Files of more than ${keptBytes / 1024} KiB are not kept in state. Bring \`${spec.source}\` back from git, and run again.`
      };
    default:
      return problem;
  }
}
function failureOf({ message, hint }) {
  return new TaskFailure(message, { ...hint === void 0 ? {} : { hint }, untouched: true });
}
function folderError({ path }, { recorded }) {
  return {
    message: `there is a folder at \`${path}\`, where a file should be`,
    hint: recorded ? "Move the folder away, or run `forget` with this task as `target`: opus replaces and deletes only files and symlinks." : "Move the folder away, or choose another `path`: opus replaces only files and symlinks."
  };
}
function blockedError({ path }) {
  return {
    message: `\`${path}\` can't be made: a part of its path is there and is not a folder`,
    hint: "Move what is in the way, or choose another `path`: opus replaces only files and symlinks."
  };
}
function isSingle(found) {
  return found.state === "present" && found.type === "file" && found.links === 1;
}
function declaredMode(spec) {
  return spec.mode === void 0 ? void 0 : Number.parseInt(spec.mode, 8);
}
function presentMode(files, spec) {
  const found = files.look(spec.path, -1);
  if (found.state === "failed") return void 0;
  return found.state === "present" && found.type === "file" ? found.mode : 0;
}
function showMode(mode) {
  return mode.toString(8).padStart(4, "0");
}
function byteLength(text) {
  return text === void 0 ? 0 : Buffer.byteLength(text, "utf8");
}

// src/processors/file/file.ts
var fileOutputs = ["FILE_PATH", "SIZE", "SHA256_CHECKSUM", "EXECUTABLE"];
var newFileMode = 438;
function fileProcessor({ files, hash, validate }) {
  const work = new FileWork(files, hash);
  return {
    apiVersion: "opus/v1",
    kind: "File",
    parse: (spec) => parseFile(files, validate, spec),
    observe: (spec, io) => work.observe(spec, io),
    fields: {
      names: [...fileSpecFields],
      files: ["template", "source"],
      expand: (spec) => expandFile(files, spec)
    },
    compare: {
      differs: (facts, spec) => work.differs(facts, spec),
      replaceOn: (before, after) => isSamePath(files, before.path, after.path) ? [] : ["/path"],
      accept: (facts, spec, written) => acceptFile(hash, work.differs(facts, spec), facts, spec, written),
      // Beside them stand the bytes, or their digest.
      recordOnly: () => ["/source", "/size"]
    },
    known: {
      identity: (spec) => realPath(files, spec.path),
      excludes: (spec) => foldersAbove(realPath(files, spec.path) ?? ""),
      addressFields: ["path"],
      outputNames: fileOutputs,
      predict: (spec, io) => work.outputs(spec, io)
    },
    workspace: { writes: ({ path }) => [path], owns: { fields: ["path"], of: ({ path }) => [path] } },
    undo: { asFound: foundFile },
    async create(spec, io) {
      await work.write(spec, io, "create");
      return { outputs: work.outputs(spec, io, newFileMode) };
    },
    async update(_before, after, io) {
      return work.makeEqual(after, io);
    },
    delete(before) {
      work.remove(before);
    }
  };
}
function realPath(files, path) {
  const real = files.realPath(path);
  return real.ok ? real.value : void 0;
}
function foldersAbove(path) {
  const folders = [];
  for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) folders.push(path.slice(0, at));
  return folders;
}
function isSamePath(files, before, after) {
  return before === after || (realPath(files, before) ?? before) === (realPath(files, after) ?? after);
}

// src/processors/file/file-kind.ts
var fileKind = {
  kind: "File",
  schema: "schema/file.json",
  docs: "docs/kinds/file.md",
  spec: { outputNames: fileOutputs, paths: { path: "write", template: "read", source: "read" } },
  // A registry holds processors of many specs; each gets only its own.
  make: (dependencies) => fileProcessor(dependencies)
};

// src/processors/folder/folder-kind.ts
var folderKind = {
  kind: "Folder",
  schema: "schema/folder.json",
  docs: "docs/kinds/folder.md",
  spec: {
    outputNames: ["FOLDER_PATH", "FILES", "SHA256_CHECKSUM"],
    paths: { path: "write", source: "read", template: "read" },
    globs: ["include", "exclude"]
  },
  load: async () => {
    const { folderProcessor } = await import("./folder-T47FHNPM.js");
    return (dependencies) => folderProcessor(dependencies);
  }
};

// src/processors/http-resource/http-resource-kind.ts
var httpResourceKind = {
  kind: "HttpResource",
  schema: "schema/http-resource.json",
  docs: "docs/kinds/http-resource.md",
  spec: {},
  load: async () => {
    const { httpResourceProcessor } = await import("./http-resource-OJNVU7SB.js");
    return (dependencies) => httpResourceProcessor(dependencies);
  }
};

// src/processors/kind.ts
var builtInVersion = "opus/v1";

// src/processors/probe/probe-kind.ts
var probeKind = {
  kind: "Probe",
  schema: "schema/probe.json",
  docs: "docs/kinds/probe.md",
  spec: { verbatim: ["command", "shell"], variables: ["env"], outputNames: [] },
  load: async () => {
    const { probeProcessor } = await import("./probe-DRJ6EDQW.js");
    return (dependencies) => probeProcessor(dependencies);
  }
};

// src/engine/ports/processor.ts
var scriptNames = ["create", "update", "read", "delete", "rollback"];

// src/processors/shell/loading-variables.ts
var names = new Set(
  [
    // Shells.
    "PATH PATHEXT SHELL COMSPEC BASH_ENV ENV SHELLOPTS BASHOPTS PROMPT_COMMAND IFS CDPATH FPATH ZDOTDIR PSMODULEPATH",
    "PS0 PS1 PS2 PS3 PS4",
    // Where configuration and temporary files lie.
    "HOME USERPROFILE APPDATA LOCALAPPDATA PROGRAMDATA TMPDIR TMP TEMP INPUTRC TERMINFO TERMINFO_DIRS TERMCAP",
    "NETRC WGETRC CURL_HOME DOCKER_CONFIG KUBECONFIG AWS_CONFIG_FILE AWS_SHARED_CREDENTIALS_FILE TF_CLI_CONFIG_FILE",
    "OPENSSL_CONF OPENSSL_ENGINES OPENSSL_MODULES",
    // Programs that others start.
    "EDITOR VISUAL PAGER BROWSER LESSOPEN LESSCLOSE RSYNC_RSH CVS_RSH CC CXX TAR_OPTIONS",
    // Options and code of interpreters and build tools.
    "NODE_OPTIONS NODE_PATH NODE_REPL_EXTERNAL_MODULE PERLLIB CLASSPATH JAVA_HOME JAVA_OPTS JAVA_TOOL_OPTIONS",
    "_JAVA_OPTIONS JDK_JAVA_OPTIONS MAKEFLAGS GNUMAKEFLAGS MFLAGS MAKEFILES GOFLAGS GOENV GOPATH GOROOT GOPROXY",
    "RUSTFLAGS RUSTC RUSTC_WRAPPER PHPRC PHP_INI_SCAN_DIR DOTNET_STARTUP_HOOKS GCONV_PATH CLOUDSDK_PYTHON",
    "CLOUDSDK_CONFIG"
  ].flatMap((line) => line.split(" "))
);
var beginnings = /^(?:LD_|DYLD_|BASH_FUNC_|XDG_|GIT_|SSH_|PYTHON|PIP_|UV_|PERL5|RUBY|GEM_|BUNDLE_|NPM_CONFIG_|YARN_|MAVEN_|GRADLE_|CARGO_|LUA_|HELM_|ANSIBLE_|TF_CLI_ARGS|CORECLR_|COR_)/;
var ends = /_(?:COMMAND|ASKPASS|EDITOR|PAGER)$/;
function isLoadingVariable(name) {
  const upper = name.toUpperCase();
  return names.has(upper) || beginnings.test(upper) || ends.test(upper);
}

// src/processors/shell/shell-facts.ts
var hidden = "(sensitive)";
var mask = "***";
var form = "A read script prints one JSON object on stdout, or nothing when the resource is absent; notes go to stderr.";
function readFacts(result, io) {
  const failed = (message, hint = form) => {
    const detail = lastLines(result.stderrTail);
    return new TaskFailure(message, {
      hint,
      ...detail === void 0 ? {} : { detail }
    });
  };
  if (result.stdout.cut) throw failed(`read script printed more than ${factBytes} bytes`);
  const text = result.stdout.text.trim();
  if (text === "") return void 0;
  let facts;
  try {
    facts = JSON.parse(text);
  } catch {
    throw failed("read script printed something that is not JSON");
  }
  if (!isObject(facts)) throw failed(`read script printed ${describe(facts)} instead of a JSON object`);
  const odd = oddNumber(text);
  if (odd) {
    const shown = odd.text.length > 40 ? `a number of ${odd.text.length} characters` : `the number ${odd.text}`;
    const message = `read script printed ${shown} at ${odd.pointer}, which JavaScript can't hold exactly`;
    throw failed(message, 'Print it as a text: "9007199254740993". With jq: `tostring`, before it calculates.');
  }
  const kept = storable(facts);
  if (!kept.ok) throw failed(`what read script printed can't be kept: ${kept.error.pointer} ${kept.error.what}`);
  return hideSecrets(facts, io);
}
function describe(value) {
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}
function hideSecrets(value, io) {
  if (typeof value === "string") return io.containsSecret(value) ? hidden : value;
  if (typeof value === "number") return io.containsSecret(String(value)) ? hidden : value;
  if (Array.isArray(value)) return value.map((member) => hideSecrets(member, io));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [io.containsSecret(key) ? hidden : key, hideSecrets(member, io)])
  );
}
function factDifferences(facts, observed) {
  if (observed === void 0) return [{ path: "/observed", before: facts }];
  const fields = [];
  compare(facts, observed, "/observed", fields);
  return fields;
}
function compare(live, recorded, path, fields) {
  if (isObject(live) && isObject(recorded)) {
    for (const key of /* @__PURE__ */ new Set([...Object.keys(recorded), ...Object.keys(live)])) {
      compare(own(live, key), own(recorded, key), `${path}/${pointerSegment(key)}`, fields);
    }
    return;
  }
  if (same(live, recorded) || mayBe(live, recorded)) return;
  fields.push({
    path,
    ...live === void 0 ? {} : { before: live },
    ...recorded === void 0 ? {} : { after: recorded }
  });
}
function mayBe(live, recorded) {
  if (typeof recorded !== "string" || typeof live !== "string" && typeof live !== "number") return false;
  if (recorded === hidden) return true;
  const [first = "", ...others] = recorded.split(mask);
  const last = others.pop();
  const text = String(live);
  if (last === void 0 || !text.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
function own(value, key) {
  return Object.hasOwn(value, key) ? value[key] : void 0;
}
function same(left, right) {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((member, index) => same(member, right[index]));
  }
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => same(left[key], own(right, key)));
}
function scriptOutputs(name, spec, result, io) {
  const outputs = /* @__PURE__ */ new Map();
  const add = (output, text) => outputs.set(outputKey(output), marked(output, text, spec, io));
  if (spec.capture) {
    const { end, stdout, stderr } = result;
    add({ name: "EXIT_CODE", value: end.state === "exited" ? end.exitCode ?? -1 : -1 }, "");
    add({ name: "STDOUT", value: shorten(stdout) }, stdout.text);
    add({ name: "STDERR", value: shorten(stderr) }, stderr.text);
  }
  for (const output of readOutputFile(name, result)) add(output, output.value);
  return [...outputs.values()];
}
function outputsSoFar(text, ended, spec, io) {
  const lines = ended ? text : text.slice(0, text.lastIndexOf("\n") + 1);
  return parseWhole(lines).map((output) => marked(output, output.value, spec, io));
}
function marked(output, text, spec, io) {
  const sensitive = spec.sensitiveOutputs?.includes(output.name) || io.containsSecret(text);
  return sensitive ? { ...output, sensitive } : output;
}
function parseWhole(text) {
  const parsed = parseOutputFile(text, process.platform === "win32");
  if (parsed.ok) return parsed.value;
  const before = text.split("\n").slice(0, parsed.error.line - 1).join("\n");
  const whole = parseOutputFile(before, process.platform === "win32");
  return whole.ok ? whole.value : [];
}
function readOutputFile(name, { outputFile }) {
  if (outputFile === void 0) {
    throw new TaskFailure(`what ${name} script left at $OPUS_OUTPUT is not a file of at most ${factBytes} bytes`, {
      hint: "Append lines of the form KEY=value to it; keep large data in files."
    });
  }
  const parsed = parseOutputFile(outputText(outputFile), process.platform === "win32");
  if (parsed.ok) return parsed.value;
  throw new TaskFailure(
    `${name} script wrote line ${parsed.error.line} of $OPUS_OUTPUT wrongly: ${parsed.error.message}`,
    {
      hint: 'Write `echo "KEY=value" >> "$OPUS_OUTPUT"`; for several lines KEY<<EOF, the lines, and EOF.'
    }
  );
}
function shorten({ text, bytes }) {
  if (bytes <= capturedBytes) return text;
  const whole = Buffer.from(text, "utf8");
  let end = Math.min(capturedBytes, whole.length);
  while (end > 0 && end < whole.length && (whole[end] & 192) === 128) end--;
  return `${whole.toString("utf8", 0, end)}
[cut here: the first ${end} of ${bytes} bytes]
`;
}

// src/processors/shell/scripts-beyond-manifest.ts
function scriptsBeyond(recorded, declared) {
  const scripts2 = scriptNames.filter((name) => recorded[name] !== void 0);
  if (!declared || !runsWithin(recorded, declared)) return scripts2;
  return scripts2.filter((name) => recorded[name] !== declared[name]);
}
function runsWithin(recorded, declared) {
  return recorded.shell === declared.shell && recorded.workingDirectory === declared.workingDirectory && (recorded.passEnv ?? []).every((pattern) => declared.passEnv?.includes(pattern)) && within(recorded.secretEnv, declared.secretEnv, () => false) && within(recorded.env, declared.env, (name, value) => isPlain(value) && !isLoadingVariable(name));
}
function within(recorded, declared, free) {
  return Object.entries(recorded ?? {}).every(
    ([name, value]) => declared !== void 0 && Object.hasOwn(declared, name) && (free(name, value) || same(value, declared[name]))
  );
}
function isPlain(value) {
  return typeof value !== "string" || !value.includes("${");
}

// src/processors/shell/shell-effects.ts
var scripts = ["create", "update", "read", "delete", "rollback"];
var settings = [
  "shell",
  "workingDirectory",
  "passEnv",
  "secretEnv",
  "capture",
  "sensitiveOutputs",
  "timeout"
];
function shellEffects(change, after) {
  const running2 = scriptsOf(change, after);
  const effects = {};
  for (const name of scripts) {
    const runs = name === "read" ? "look" : name;
    effects[`/${name}`] = { effect: running2.includes(name) ? "now" : "later", runs };
  }
  for (const name of settings) {
    if (name === "secretEnv" && after.compareSecrets) continue;
    effects[`/${name}`] = { effect: running2.length > 0 ? "now" : "later" };
  }
  return effects;
}
function scriptsOf(change, { update: update2 }) {
  switch (change) {
    case "update":
      return update2 === void 0 ? ["create", "read"] : ["update", "read"];
    case "create":
    case "replace":
      return ["create", "read"];
    default:
      return [];
  }
}

// src/processors/shell/shell-files.ts
var listedFiles = 500;
var fact = "outputFiles";
async function* hashGlobs(files, hash, globs, signal) {
  const excluded = globs.filter((glob) => glob.startsWith("!"));
  for (const [index, glob] of globs.entries()) {
    if (glob.startsWith("!")) continue;
    const paths = files.glob([glob, ...excluded], { folders: true });
    if (!paths.ok) {
      yield { glob, index, found: paths.error };
      continue;
    }
    const digests = [];
    const problems = [];
    for (const path of paths.value) {
      const digest = await files.hash(path, signal);
      if (digest.ok) digests.push([path, digest.value.sha256]);
      else problems.push(digest.error);
    }
    if (digests.length <= listedFiles) yield { glob, index, found: { digests, problems } };
    else {
      const lines = digests.map(([path, digest]) => `${digest}  ${path}
`);
      const one = [glob, `${digests.length} files, ${hash(lines.join(""))}`];
      yield { glob, index, found: { digests: [one], problems } };
    }
  }
}
async function hashOutputs(files, hash, outputs, signal) {
  const digests = [];
  const missing = [];
  for await (const { glob, found } of hashGlobs(files, hash, outputs, signal)) {
    if (typeof found === "string") throw new TaskFailure(found);
    const [problem] = found.problems.filter(({ code }) => code !== "missing");
    if (problem) throw new TaskFailure(problem.message, problem.hint === void 0 ? {} : { hint: problem.hint });
    if (found.digests.length === 0) missing.push(glob);
    digests.push(...found.digests);
  }
  return { digests: Object.fromEntries(digests), missing };
}
function withOutputFiles(facts, { digests }) {
  if (facts !== void 0 && Object.hasOwn(facts, fact)) {
    throw new TaskFailure(`read script printed the fact \`${fact}\`, under which the digests of \`outputs\` stand`, {
      hint: "Give the fact another name."
    });
  }
  return { ...facts, [fact]: digests };
}
function recordedOutputFiles(observed) {
  const recorded = observed?.[fact];
  return isObject(recorded) ? recorded : void 0;
}
function noOutputFile(script, { missing }) {
  const patterns = missing.map((glob) => `\`${glob}\``).join(", ");
  const matches = missing.length > 1 ? "patterns" : "pattern";
  return new TaskFailure(
    `${script} script exited with 0, but \`outputs\` ${matches} ${patterns} ${missing.length > 1 ? "match" : "matches"} no file`,
    { hint: `Let ${script} write it, or correct \`outputs\`: paths begin at the working directory of the run.` }
  );
}
function outputProblem(files, output) {
  const glob = output.startsWith("!") ? output.slice(1) : output;
  const names2 = glob.split("/");
  const first = names2.findIndex((name) => /[*?[\]{}()!+@|\\]/.test(name));
  const literal = first === -1 ? glob : names2.slice(0, first).join("/") || (glob.startsWith("/") ? "/" : ".");
  const normal = files.normalize(literal, { folder: true });
  if (!normal.ok) return normal.error;
  if (first !== -1 && names2.slice(first).some((name) => /(^|[{,(|])\.\.([},)|]|$)/.test(name)))
    return `\`${glob}\`: \`..\` may stand only at the beginning of a glob`;
  return void 0;
}

// src/processors/shell/shell-spec.ts
var noFiles = "(no file)";
async function expandShell(files, hash, spec) {
  const { inputs, inputFiles: _, ...rest } = spec;
  if (!Array.isArray(inputs) || !inputs.every((input) => typeof input === "string")) return ok({ spec });
  const all = [];
  const problems = [];
  for await (const { glob, index, found } of hashGlobs(files, hash, inputs)) {
    const pointer = `/inputs/${index}`;
    if (typeof found === "string") {
      problems.push(pathProblem(found, pointer));
      continue;
    }
    for (const { code, message } of found.problems)
      problems.push(code === "refused" ? pathProblem(message, pointer) : { code: "unreadable-file", message, pointer });
    if (found.digests.length === 0) all.push([glob, noFiles]);
    else all.push(...found.digests);
  }
  return problems.length > 0 ? err(problems) : ok({ spec: { ...rest, inputs, inputFiles: Object.fromEntries(all) } });
}
function parseShell(files, validate, spec) {
  const { inputFiles, ...written } = spec;
  const problems = [...validate("opus/v1", "Shell", inputFiles !== void 0 && spec.inputs ? written : spec) ?? []];
  if (problems.length > 0) return err(problems);
  const fields = shellFields(spec);
  problems.push(...environmentProblems(fields));
  if (splitShell(fields.shell) === void 0) {
    const message = `the shell \`${fields.shell}\` has a quote that is not closed`;
    problems.push({ code: "bad-shell", message, pointer: "/shell", suggestion: "Write it like `bash -e {0}`." });
  }
  if (fields.workingDirectory !== void 0) {
    const normal = files.normalize(fields.workingDirectory, { folder: true });
    if (!normal.ok) problems.push(pathProblem(normal.error, "/workingDirectory"));
  }
  for (const [index, output] of (fields.outputs ?? []).entries()) {
    const problem = outputProblem(files, output);
    if (problem !== void 0) problems.push(pathProblem(problem, `/outputs/${index}`));
  }
  if (fields.outputs?.length && fields.outputs.every((output) => output.startsWith("!"))) {
    const message = "`outputs` only leaves files out, and names none";
    problems.push({ code: "bad-outputs", message, pointer: "/outputs" });
  }
  for (const name of ["create", "update", "read", "delete", "rollback"]) {
    if (!fields[name]?.includes("\0")) continue;
    const message = `the ${name} script holds a NUL character`;
    problems.push({ code: "bad-script", message, pointer: `/${name}`, offset: fields[name]?.indexOf("\0") ?? 0 });
  }
  return problems.length > 0 ? err(problems) : ok(spec);
}
function normalizeShell(spec) {
  const empty = (field) => {
    const value = spec[field];
    return typeof value === "object" && value !== null && Object.keys(value).length === 0;
  };
  const left = ["env", "secretEnv", "passEnv", "inputs", "inputFiles", "outputs", "sensitiveOutputs"].filter(empty);
  if (left.length === 0) return spec;
  return Object.fromEntries(Object.entries(spec).filter(([field]) => !left.includes(field)));
}
function shellWarnings(spec, { sealed }) {
  const { compareSecrets, secretEnv } = shellFields(spec);
  if (sealed || !compareSecrets || !secretEnv || Object.keys(secretEnv).length === 0) return [];
  return [
    {
      code: "values-not-compared",
      message: "`compareSecrets` sees which secrets `secretEnv` names, and not when the value of one changes: that takes sealed state",
      pointer: "/compareSecrets",
      suggestion: "Seal the state with `encryption-key`; or, to run after a secret was rotated, raise a number of your own in `env`, such as TOKEN_VERSION."
    }
  ];
}

// src/processors/shell/shell.ts
var shellScripts = ["create", "update", "read", "delete", "rollback", "shell"];
var running = ["env", "inputFiles", "create"];
var recordedOnly = [
  "update",
  "read",
  "delete",
  "rollback",
  "shell",
  "workingDirectory",
  "passEnv",
  "inputs",
  "outputs",
  "capture",
  "sensitiveOutputs",
  "compareSecrets",
  "timeout",
  "identity"
].map((field) => `/${field}`);
async function read(shell, spec, io) {
  const result = await runScript(shell, "read", spec, io);
  const facts = readFacts(result, io);
  if (facts === void 0) return void 0;
  return { facts, outputs: scriptOutputs("read", { ...spec, capture: false }, result, io) };
}
async function readBack(shell, after, spec, io, outputs) {
  if (spec.read === void 0) return { outputs };
  let found;
  try {
    found = await read(shell, spec, io);
  } catch (error) {
    if (!(error instanceof TaskFailure)) throw error;
    throw new TaskFailure(`${after} script exited with 0, but then ${error.message}`, {
      ...error.hint === void 0 ? {} : { hint: error.hint },
      ...error.detail === void 0 ? {} : { detail: error.detail }
    });
  }
  if (found !== void 0) {
    const given = new Set(outputs.map(outputKey));
    const more = found.outputs.filter((output) => !given.has(outputKey(output)));
    return { outputs: [...outputs, ...more], observed: found.facts };
  }
  throw new TaskFailure(`${after} script exited with 0, but then read script found nothing`, {
    hint: `Let ${after} wait until the resource is there, or let read look in the right place.`
  });
}
async function act(shell, name, spec, io, about = {}) {
  let known = "";
  const tell = (outputs2) => {
    const now = JSON.stringify(outputs2);
    if (outputs2.length > 0 && now !== known) io.made(void 0, outputs2);
    known = now;
  };
  const onOutputs = (text, ended) => tell(outputsSoFar(text, ended, spec, io));
  const result = await runScript(shell, name, spec, io, { ...about, onOutputs });
  const outputs = scriptOutputs(name, spec, result, io);
  tell(outputs);
  return seenAfter(shell, name, spec, io, outputs);
}
async function seenAfter(shell, after, spec, io, outputs) {
  const outcome = await readBack(shell, after, spec, io, outputs);
  if (!spec.outputs?.length) return outcome;
  const made = await hashOutputs(shell.files, shell.hash, spec.outputs, io.signal);
  if (made.missing.length > 0) throw noOutputFile(after, made);
  return { ...outcome, observed: withOutputFiles(outcome.observed, made) };
}
async function observeOutputs(shell, { outputs = [], update: update2 }, found, { recorded, signal }) {
  const before = recordedOutputFiles(recorded?.observed);
  const others = recorded !== void 0 && !same(recorded.spec.outputs, [...outputs]);
  if (!found && !before && !others) return { state: "unobservable", why: "its `outputs` count once it has run" };
  try {
    const made = await hashOutputs(shell.files, shell.hash, outputs, signal);
    const mended = others || !before || found !== void 0 && update2 !== void 0;
    if (made.missing.length > 0 && !mended) return { state: "absent", partly: true };
    return {
      state: "present",
      facts: withOutputFiles(found?.facts, made),
      ...found && found.outputs.length > 0 ? { outputs: found.outputs } : {}
    };
  } catch (error) {
    return failedLook(error);
  }
}
async function observe(shell, fields, io) {
  const produces = (fields.outputs?.length ?? 0) > 0;
  if (fields.read === void 0)
    return produces ? observeOutputs(shell, fields, void 0, io) : { state: "unobservable", why: "has no `read` script" };
  const folder = shell.files.folder(fields.workingDirectory ?? ".");
  if (!folder.ok && folder.error.code === "missing") {
    return { state: "unobservable", why: "its working directory does not exist" };
  }
  try {
    const found = await read(shell, fields, io);
    if (found === void 0) return { state: "absent" };
    if (produces) return await observeOutputs(shell, fields, found, io);
    return {
      state: "present",
      facts: found.facts,
      ...found.outputs.length > 0 ? { outputs: found.outputs } : {}
    };
  } catch (error) {
    return failedLook(error);
  }
}
async function update(shell, old, next, io) {
  if (next.update !== void 0) return act(shell, "update", next, io);
  if (old.delete !== void 0) {
    await runScript(shell, "delete", old, io);
    return await act(shell, "create", next, io, { recorded: void 0 }).catch(touched);
  }
  const outcome = await act(shell, "create", next, io);
  const warning = "it has neither an `update` nor a `delete` script, so `create` ran over what was there";
  return { ...outcome, warnings: [warning] };
}
async function remove(shell, fields, io) {
  if (fields.delete !== void 0) await runScript(shell, "delete", fields, io);
  else io.output("stderr", "warning: there is no `delete` script, so what `create` made stays; opus only forgets it\n");
}
function shellProcessor(shell) {
  const { files, hash, validate } = shell;
  return {
    apiVersion: "opus/v1",
    kind: "Shell",
    parse: (spec) => parseShell(files, validate, spec),
    upgrade: normalizeShell,
    fields: {
      names: [...running, "inputs", "secretEnv", ...recordedOnly.map((pointer) => pointer.slice(1))],
      verbatim: shellScripts,
      files: ["inputs"],
      expand: (spec) => expandShell(files, hash, spec),
      normalize: normalizeShell,
      warnings: shellWarnings,
      scriptsBeyond: (recorded, declared) => scriptsBeyond(shellFields(recorded), declared && shellFields(declared))
    },
    compare: shellCompare,
    known: shellKnown,
    workspace: {
      reads: { from: "inputs", into: "inputFiles" },
      writes: (spec) => shellFields(spec).outputs?.filter((output) => !output.startsWith("!")),
      owns: { fields: ["outputs"], of: (spec) => shellFields(spec).outputs ?? [] }
    },
    observe: (spec, io) => observe(shell, shellFields(spec), io),
    create: (spec, io) => act(shell, "create", shellFields(spec), io),
    update: (before, after, io) => update(shell, shellFields(before), shellFields(after), io),
    delete: (before, io) => remove(shell, shellFields(before), io),
    undo: shellUndo(shell)
  };
}
var shellKnown = {
  // A name that only serves to tell resources apart says nothing of where one is.
  likeness({ identity, create, env, workingDirectory }) {
    if (identity !== void 0) return { identity };
    return {
      ...create === void 0 ? {} : { create },
      ...env === void 0 ? {} : { env },
      ...workingDirectory === void 0 ? {} : { workingDirectory }
    };
  },
  // Where no script looks or deletes, nothing is needed for it.
  addressFields: (recorded) => recorded.read === void 0 && recorded.delete === void 0 ? [] : void 0
};
function shellUndo(shell) {
  return {
    has: (spec) => shellFields(spec).rollback !== void 0,
    async rollback(change, before, attempted, io) {
      const spec = rollbackSpec(before, attempted);
      if (spec === void 0) return void 0;
      const result = await runScript(shell, "rollback", spec, io, { undone: change });
      const outputs = scriptOutputs("rollback", { ...spec, capture: false }, result, io);
      if (before !== void 0) return seenAfter(shell, "rollback", shellFields(before), io, outputs);
      if (spec.read !== void 0 && await read(shell, spec, io) !== void 0) {
        throw new TaskFailure("rollback script exited with 0, but then read script still found the resource");
      }
      return void 0;
    }
  };
}
var shellCompare = {
  differs: (facts, _spec, observed) => factDifferences(facts, observed),
  factFields: ["read", "outputs", "shell", "workingDirectory", "env", "secretEnv", "passEnv"],
  replaceOn(before, after) {
    const [old, next] = [shellFields(before), shellFields(after)];
    if (next.update !== void 0) return [];
    const fields = next.compareSecrets ? [...running, "secretEnv"] : running;
    return fields.filter((field) => !same(old[field], next[field])).map((field) => `/${field}`);
  },
  replaces: (after) => shellFields(after).update === void 0,
  recordOnly: (after) => shellFields(after).compareSecrets ? recordedOnly : [...recordedOnly, "/secretEnv"],
  effects: (change, _before, after) => shellEffects(change, shellFields(after)),
  deletes: (spec) => shellFields(spec).delete !== void 0,
  accept: (facts, _spec, _written, observed) => factDifferences(facts, observed).length === 0 ? [] : [
    {
      path: "",
      why: "nothing tells which of its scripts and variables make what `read` has found",
      hint: "Change `env` or the scripts by hand, so that they make it; or apply, to have it as it was."
    }
  ]
};
function failedLook(error) {
  if (!(error instanceof TaskFailure)) throw error;
  const { message, hint, detail } = error;
  return {
    state: "failed",
    error: { message, ...hint === void 0 ? {} : { hint }, ...detail === void 0 ? {} : { detail } }
  };
}
function touched(error) {
  if (!(error instanceof TaskFailure) || !error.untouched) throw error;
  throw new TaskFailure(error.message, error.hint === void 0 ? {} : { hint: error.hint });
}
function rollbackSpec(before, attempted) {
  const spec = attempted ?? before;
  return spec !== void 0 && shellFields(spec).rollback !== void 0 ? shellFields(spec) : void 0;
}

// src/processors/shell/shell-kind.ts
var shellKind = {
  kind: "Shell",
  schema: "schema/shell.json",
  docs: "docs/kinds/shell.md",
  spec: { verbatim: shellScripts, globs: ["inputs", "outputs"], variables: ["env"] },
  // A registry holds processors of many specs; each gets only its own.
  make: (dependencies) => shellProcessor(dependencies)
};

// src/processors/built-in.ts
var builtInKinds = [
  fileKind,
  shellKind,
  httpResourceKind,
  downloadKind,
  probeKind,
  folderKind
];
var loaded = /* @__PURE__ */ new Map();
async function loadKinds(named) {
  for (const kind of builtInKinds)
    if (!("make" in kind) && named.has(kind.kind) && !loaded.has(kind)) loaded.set(kind, await kind.load());
}
function makerOf(kind) {
  return "make" in kind ? (dependencies) => kind.make(dependencies) : loaded.get(kind);
}
function specRules(kinds = builtInKinds) {
  return (apiVersion, kind) => apiVersion === builtInVersion ? kinds.find((one) => one.kind === kind)?.spec : void 0;
}

export {
  builtInVersion,
  scriptNames,
  builtInKinds,
  loadKinds,
  makerOf,
  specRules
};
