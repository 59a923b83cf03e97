import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  heldFailure,
  heldLock,
  localMachine,
  notHeldFailure,
  notReleasedFailure,
  readLock,
  unreadableFailure,
  whyGone
} from "./chunk-UYCPWTLL.js";
import {
  isoTime
} from "./chunk-RTR3EWSL.js";
import {
  trace
} from "./chunk-IOTVDPD4.js";
import "./chunk-T4BGI7IW.js";
import {
  shownAddress,
  withoutCredentials
} from "./chunk-T3NMYTTS.js";
import {
  sameBody
} from "./chunk-DTF5GTS3.js";
import {
  FileJournal,
  conflict,
  decode,
  encode,
  isSealed,
  parseStored,
  versionOf
} from "./chunk-J4HGFYZ3.js";
import "./chunk-6A663GUQ.js";
import "./chunk-U3X2RP64.js";
import "./chunk-Q4RDUBL5.js";
import {
  andOthers
} from "./chunk-P4WMOHAY.js";
import {
  shortened
} from "./chunk-FGOILAFU.js";
import {
  changedTasks
} from "./chunk-7RBZIDVM.js";
import {
  folderName,
  ioFailure,
  makeFolder,
  movedFailure,
  nameOfFolder,
  nodeFileSystem,
  sha256,
  sortedNames
} from "./chunk-PQ6DQE26.js";
import "./chunk-NFAW5THG.js";
import {
  err,
  explained,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  isObject
} from "./chunk-RRD47Q5D.js";
import {
  sizeWords,
  stateBytes,
  surveyedBranches,
  surveyedVersionBytes
} from "./chunk-35FI2EEV.js";
import {
  withoutEnd
} from "./chunk-I2UBFDYA.js";
import "./chunk-GNBVHH4E.js";
import {
  branchGlanceMs,
  exchangeMs,
  historyMs,
  holderAskMs,
  leastContestedMs,
  localGitMs,
  lockGiveBackMs,
  lockNoticeMs,
  longestBranchPauseMs,
  writeLockMs
} from "./chunk-IE326VUJ.js";
import {
  commandLine
} from "./chunk-FOQK4HC4.js";
import "./chunk-DGTLEPWR.js";
import "./chunk-QHW5LFAW.js";

// src/state/backends/branch/branch-location.ts
import { tmpdir } from "node:os";

// src/state/backends/branch/git/branch-repository.ts
import { join as join2 } from "node:path";

// src/state/backends/branch/commit-message.ts
import { randomUUID } from "node:crypto";
var skip = "[skip ci]";
var past = [
  ["create", "created"],
  ["update", "updated"],
  ["replace", "replaced"],
  ["delete", "deleted"],
  ["adopt", "adopted"],
  ["forget", "forgot"]
];
function stateMessage(folder, next, options) {
  const subject = `${options.command} ${progress(next, options)}`.trimEnd();
  return message(folder, subject.replace(/ ,/, ","), options.run, [
    ["Serial", String(next.serial)],
    ...options.runEnded ? [["Run-Ended", "true"]] : []
  ]);
}
function moveMessage(folder, from, next, { run }) {
  return message(folder, `carried over from ${from}`, run, [
    ["Serial", String(next.serial)],
    ["Moved-From", from]
  ]);
}
function lockMessage(folder, holder, why) {
  const broken = why === void 0 ? "" : ` (the lock before was left behind: ${why})`;
  return message(folder, `locked for ${holder.command}${broken}`, holder.run, []);
}
function unlockMessage(folder, holder, byHand) {
  const what = byHand ? `lock ${holder.id} of ${holder.command} released by hand` : `unlocked after ${holder.command}`;
  return message(folder, what, holder.run, []);
}
function withoutSecrets(text, redact) {
  return text.split("\n").map((line) => {
    if (line.startsWith("Opus-")) return line;
    const [, label = "", words = "", end = ""] = /^(Run: )?(.*?)( \[skip ci\])?$/.exec(line) ?? [];
    return `${label}${redact(words)}${end}`;
  }).join("\n");
}
var trailers = {
  State: /^Opus-State: (.*)$/m,
  Serial: /^Opus-Serial: (.*)$/m,
  "Moved-From": /^Opus-Moved-From: (.*)$/m,
  "Run-Ended": /^Opus-Run-Ended: (.*)$/m
};
function parseMessage(text) {
  const trailer = (name) => trailers[name].exec(text)?.[1];
  const folder = trailer("State");
  if (folder === void 0) return void 0;
  const serial = trailer("Serial");
  const [subject = ""] = text.split("\n");
  const what = subject.slice(subject.indexOf(": ") + 2).replace(` ${skip}`, "");
  const url = /^Run: (.*)$/m.exec(text)?.[1] ?? "";
  const number = serial !== void 0 && /^\d{1,15}$/.test(serial) ? Number(serial) : void 0;
  const movedFrom = trailer("Moved-From");
  return { folder, serial: number, runEnded: trailer("Run-Ended") === "true", movedFrom, what, url };
}
function asideMessage(text, main) {
  return `${text}Opus-After: ${main}
`;
}
function mainCommitOf(text) {
  return /^Opus-After: ([0-9a-f]{40})$/m.exec(text)?.[1];
}
var removalTrailer = "Opus-State-Removed";
function removesState(text, folder) {
  return text.split("\n").some((line) => line.trim() === `${removalTrailer}: ${folder}`);
}
function removedFolders(text) {
  if (!text.includes(removalTrailer)) return [];
  return text.split("\n").flatMap((line) => {
    const [name, folder] = line.trim().split(": ");
    return name === removalTrailer && folder !== void 0 ? [folder] : [];
  });
}
function progress(next, { command, runEnded, changes }) {
  const counts = countsOf(command, changes);
  const done2 = past.reduce((sum, [change]) => sum + (changes[change] ?? 0), 0);
  const left = next.body.pending.length;
  if (runEnded) {
    const unfinished = left === 0 ? [] : [`${left} unfinished`];
    return counts.length + left === 0 ? "changed no task" : [...counts, ...unfinished].join(", ");
  }
  if (left === 0) return counts.length === 0 ? "" : `, ${counts.join(", ")} so far`;
  if (done2 === 0) return `begins, ${left} ${left === 1 ? "task" : "tasks"} to change`;
  return `, ${done2} of ${done2 + left} done`;
}
function countsOf(command, changes) {
  if (command === "state mv") {
    const { adopt = 0, update: update2 = 0 } = changes;
    return adopt === 0 ? [] : [`renamed ${adopt}`, ...update2 === 0 ? [] : [`updated ${update2}`]];
  }
  return past.flatMap(([change, word]) => changes[change] ? [`${word} ${changes[change]}`] : []);
}
function message(folder, what, run, trailers2) {
  const all = [
    ["State", folder],
    ...trailers2,
    ...run.id === "" ? [] : [["Run", `${oneLine(run.id)}/${run.attempt}`]],
    // Two runs must never make the same commit: a push of one that is there already would seem to have won.
    ["Id", randomUUID()]
  ];
  const link = run.url === "" ? "" : `Run: ${oneLine(run.url)}

`;
  return `${folder}: ${oneLine(what)} ${skip}

${link}${all.map(([name, value]) => `Opus-${name}: ${value}
`).join("")}`;
}
function oneLine(text) {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim();
  return shortened(line, 200);
}

// src/state/backends/branch/git/git-objects.ts
var objectName = /^[0-9a-f]{40}$/;
function batchObjects(output, count) {
  const buffer = Buffer.from(output);
  const objects = [];
  for (let at2 = 0; objects.length < count; ) {
    const lineEnd = buffer.indexOf(10, at2);
    if (lineEnd === -1) throw new Error(`git cat-file answered ${objects.length} of ${count} questions`);
    const header = buffer.toString("utf8", at2, lineEnd);
    const [, name = "", type = "", size = ""] = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(header) ?? [];
    at2 = lineEnd + 1;
    if (size === "") {
      objects.push(void 0);
      continue;
    }
    objects.push({ name, type, data: buffer.subarray(at2, at2 + Number(size)) });
    at2 += Number(size) + 1;
  }
  return objects;
}
function treeEntries(tree) {
  const entries = [];
  for (let at2 = 0; at2 < tree.length; ) {
    const nameEnd = tree.indexOf(0, at2);
    const [, mode = "", name = ""] = /^(\d+) ([\s\S]*)$/.exec(tree.toString("utf8", at2, nameEnd)) ?? [];
    entries.push({ kind: kindOfMode(mode), name });
    at2 = nameEnd + 1 + 20;
  }
  return entries;
}
function kindOfMode(mode) {
  switch (mode) {
    case "40000":
    case "040000":
      return "folder";
    case "120000":
      return "link";
    case "160000":
      return "repository";
    default:
      return "file";
  }
}

// src/state/backends/branch/branch-files.ts
var stateFile = "state.json";
var lockFile = "lock.json";
var readmeFile = "README.md";
function lockIn(stored) {
  if (stored.state === "absent") return { state: "free" };
  const content = stored.state === "file" ? readLock(stored.data) : { state: "unreadable" };
  return content.state === "released" ? { state: "free" } : content;
}
function foreignFilesAmong(paths) {
  return paths.filter((path) => path !== readmeFile && !ofState.test(path));
}
function stateFolders(paths) {
  return paths.flatMap((path) => /^([^/]+\/[^/]+)\/state\.json$/.exec(path)?.[1] ?? []);
}
var ofState = /^[^/]+\/[^/]+\/(?:state|lock)\.json(?:\/|$)/;
function questions(commit, folder) {
  const project = folder.slice(0, folder.indexOf("/"));
  const places = ["", project, folder, `${folder}/${stateFile}`, `${folder}/${lockFile}`];
  return [...places.map((place) => `${commit}:${place}`), commit];
}
function contextFiles(commit, folder, output, tooLarge = /* @__PURE__ */ new Map()) {
  const [root, project, context, state, lock, whole] = batchObjects(output, 6);
  const foreignFiles = entriesOf(root).filter(({ kind, name }) => kind !== "folder" && !(kind === "file" && name === readmeFile)).map(({ name }) => name);
  const contextName = folder.slice(folder.indexOf("/") + 1);
  const projectName = folder.slice(0, folder.indexOf("/"));
  const notAFolder = (entries, entry, shown) => {
    const found = entries.find(({ kind, name }) => name === entry && kind !== "folder");
    return found && `${shown} is a ${found.kind}, not a folder`;
  };
  const inTheWay = notAFolder(entriesOf(root), projectName, projectName) ?? notAFolder(entriesOf(project), contextName, folder);
  const at2 = (name, object, size) => {
    if (size !== void 0) {
      const what = `${folder}/${name} has ${sizeWords(size)}, and opus reads at most ${sizeWords(stateBytes)}`;
      return { state: "other", what };
    }
    if (inTheWay !== void 0) return { state: "other", what: inTheWay };
    const entry = entriesOf(context).find((one) => one.name === name);
    if (entry === void 0) return { state: "absent" };
    if (entry.kind !== "file" || object?.type !== "blob")
      return { state: "other", what: `${folder}/${name} is a ${entry.kind}, not a file` };
    return { state: "file", data: object.data };
  };
  return {
    foreignFiles,
    files: {
      commit,
      tree: root?.name,
      mainCommit: whole && mainCommitOf(whole.data.toString("utf8")),
      state: at2(stateFile, state, tooLarge.get(3)),
      lock: at2(lockFile, lock, tooLarge.get(4))
    }
  };
}
function entriesOf(object) {
  return object?.type === "tree" ? treeEntries(object.data) : [];
}
function namesOf(folder) {
  const [project = "", context = ""] = folder.split("/");
  return { project: nameOfFolder(project), context: nameOfFolder(context) };
}

// src/state/backends/branch/git/branch-objects.ts
var BranchObjects = class {
  #here;
  constructor(here) {
    this.#here = here;
  }
  /** All files of a commit that was fetched. */
  async listing(commit, signal) {
    const listed = await this.#here.local(["ls-tree", "-r", "-l", "-z", commit], signal);
    if (!listed.ok) return listed;
    const lines = Buffer.from(listed.value).toString("utf8").split("\0");
    return ok(lines.filter((line) => line !== "").map(listedFile));
  }
  /**
   * The sizes of objects.
   * @param names of objects, or `<commit>:<path>`
   * @returns bytes, in the same order; undefined: there is no file of that name
   */
  async sizes(names, signal) {
    if (names.length === 0) return ok([]);
    const input = names.map((name) => `${name}
`).join("");
    const args = ["cat-file", "--batch-check=%(objecttype) %(objectsize)"];
    const asked = await this.#here.local(args, signal, { input });
    if (!asked.ok) return asked;
    const lines = Buffer.from(asked.value).toString("utf8").split("\n");
    return ok(names.map((_, index) => sizeOf(lines[index] ?? "")));
  }
  /**
   * Reads files; who calls has seen that they are not too large.
   * @param names of objects, or `<commit>:<path>`
   * @returns their bytes, in the same order; undefined: there is no file of that name
   */
  async blobs(names, signal) {
    if (names.length === 0) return ok([]);
    const input = names.map((name) => `${name}
`).join("");
    const read = await this.#here.local(["cat-file", "--batch"], signal, { input });
    if (!read.ok) return read;
    const objects = batchObjects(read.value, names.length);
    return ok(objects.map((object) => object?.type === "blob" ? object.data : void 0));
  }
};
function sizeOf(line) {
  const size = /^blob (\d+)$/.exec(line)?.[1];
  return size === void 0 ? void 0 : Number(size);
}
function listedFile(line) {
  const [, mode = "", object = "", size = "", path = ""] = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t([\s\S]*)$/.exec(line) ?? [];
  return { kind: kindOfMode(mode), path, object, size: size === "-" ? 0 : Number(size) };
}

// src/state/backends/branch/git/fast-import.ts
var nextRef = "refs/opus/next";
function fastImport(commit) {
  const { parent, merged, history, message: message2, author, at: at2, files } = commit;
  const who = `${plain(author.name) || "opus"} <${plain(author.email)}> ${Math.floor(Date.parse(at2) / 1e3)} +0000`;
  const text = Buffer.from(message2);
  const parts = [];
  const add = (line) => parts.push(Buffer.from(line));
  add(`feature done
reset ${nextRef}

commit ${nextRef}
mark :1
author ${who}
committer ${who}
`);
  add(`data ${text.length}
`);
  parts.push(text);
  add("\n");
  if (parent !== void 0) add(`from ${parent}
`);
  if (merged !== void 0) add(`merge ${merged.commit}
`);
  if (parent !== void 0 && history !== void 0) add(`merge ${history}
`);
  if (merged !== void 0) add(`M 040000 ${merged.tree} 
`);
  for (const [path, data] of files) {
    if (data === null) {
      add(`D ${path}
`);
      continue;
    }
    add(`M 100644 inline ${path}
data ${data.length}
`);
    parts.push(data);
    add("\n");
  }
  add("\nget-mark :1\ndone\n");
  return Buffer.concat(parts);
}
function plain(text) {
  return text.replaceAll(/[<>\p{Cc}]/gu, "").trim();
}

// src/state/backends/branch/git/remote-trouble.ts
var kinds = [
  ["too-large", /\bGH001\b|exceeds GitHub's file size limit|pack exceeds maximum allowed size|HTTP 413|error: 413/i],
  [
    "rule",
    /\bGH0\d\d\b|hook declined|repository rule violations|protected branch|refusing to allow|deny updating a hidden ref|shallow update not allowed|branch is currently checked out/i
  ],
  [
    "forbidden",
    /Permission to \S+ denied|Write access to repository not granted|returned error: 403|HTTP 403|was archived so it is read-only|\bread-only\b.*\brepository\b|account is suspended|must use (?:an? )?(?:SSO|SAML)|enabled or enforced SAML SSO/i
  ],
  [
    "proxy-failed",
    /(?:CONNECT tunnel failed, response|Received HTTP code) (?:408|425|429|5\d\d)|Proxy CONNECT aborted/i
  ],
  [
    "proxy",
    /(?:CONNECT tunnel failed, response|Received HTTP code) \d{3}|HTTP code 407|returned error: 407|Could not resolve proxy/i
  ],
  [
    "unauthorized",
    /could not read (?:Username|Password)|Authentication failed|Invalid username or (?:token|password)|returned error: 401|HTTP 401|HTTP Basic: Access denied/i
  ],
  [
    "not-found",
    /Repository not found|repository '[^']*' not found|returned error: 404|does not appear to be a git repository/i
  ],
  [
    "certificate",
    /certificate|SSL_connect|SSL connect error|gnutls_handshake|TLS connect error|CAfile|wrong version number/i
  ],
  [
    "not-git",
    /not valid: (?:is this a git repository|could not determine hash algorithm)|bad line length character|invalid server response|unable to update url base from redirection|expected service, got/i
  ],
  ["ssh", /Permission denied \([a-z,-]*publickey|Host key verification failed|no matching host key/i],
  [
    "transient",
    /(?:error: |HTTP )(?:408|425|429|5\d\d)|Empty reply from server|Connection reset|Recv failure|Send failure|Operation (?:too slow|timed out)|Connection timed out|timed out|early EOF|unexpected disconnect|hung up unexpectedly|curl \d+|transfer closed|unexpected end of file|HTTP\/2 stream|RPC failed|expected flush|not our ref|unadvertised object|couldn't find remote ref|Broken pipe|error reading section header/i
  ],
  [
    "unreachable",
    /Could not resolve host|Couldn't connect|Failed to connect|Connection refused|Network is unreachable|No route to host|Temporary failure in name resolution|Name or service not known/i
  ]
];
function troubleOf(end, reason = "") {
  switch (end.state) {
    case "not-started":
      return { kind: "no-git", words: end.message };
    case "timed-out":
      return { kind: "transient", words: `no answer within ${Math.round(end.timeoutMs / 1e3)} s` };
    case "killed":
      return { kind: "transient", words: `git was killed by ${end.signal}` };
    case "exited": {
      const text = `${reason}
${end.stderr}`;
      const otherwise = text.trim() === "" ? "transient" : "unknown";
      const kind = kinds.find(([, pattern]) => pattern.test(text))?.[0] ?? otherwise;
      return { kind, words: answerOf(end.stderr, reason) || `git ended with exit code ${end.code} and no message` };
    }
  }
}
var chatter = /^(?:error: failed to push some refs to|hint:|To |Done$|Everything up-to-date|Please make sure you have the correct access|and the repository exists|fatal: the remote end hung up unexpectedly$|Pushing to|POST git-)/;
function answerOf(stderr, reason = "") {
  const lines = stderr.split(/[\r\n]+/).map((line) => line.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, " ").trim()).filter((line) => line !== "" && !chatter.test(line));
  const remote = lines.filter((line) => line.startsWith("remote:")).map((line) => line.slice(7).trim());
  const own = lines.filter((line) => !line.startsWith("remote:"));
  const said = [.../* @__PURE__ */ new Set([...remote.map((line) => line.replace(/^error: /, "")), ...own, reason])];
  const text = said.filter((line) => line !== "").join(" \xB7 ");
  return shortened(text, 400);
}

// src/state/backends/branch/git/ls-remote.ts
var symbolic = "ref: ";
function isDefault(ref, listed) {
  if (listed.state !== "exited") return false;
  return Buffer.from(listed.stdout).toString("utf8").split("\n").includes(`${symbolic}${ref}	HEAD`);
}
function refsOf(listed) {
  if (listed.state === "aborted") return err("aborted");
  if (listed.state !== "exited" || listed.code !== 0) return err(troubleOf(listed));
  const refs = /* @__PURE__ */ new Map();
  for (const line of Buffer.from(listed.stdout).toString("utf8").split("\n")) {
    const [name = "", ref] = line.split("	");
    if (ref === void 0 || name.startsWith(symbolic)) continue;
    if (!objectName.test(name)) return err({ kind: "unknown", words: "it does not name its commits with SHA-1" });
    refs.set(ref, name);
  }
  return ok(refs);
}

// src/state/backends/branch/git/plain-proxy.ts
function plainProxy(url, environment) {
  const remote = URL.parse(url);
  if (remote?.protocol !== "http:") return void 0;
  const variable = ["http_proxy", "all_proxy", "ALL_PROXY"].find((name) => environment[name]);
  const exempt = environment.no_proxy || environment.NO_PROXY || "";
  return exempts(exempt, remote.hostname) ? void 0 : variable;
}
function exempts(list, host) {
  return list.split(/[\s,]+/).map((entry) => entry.replace(/^\*?\./, "").replace(/:\d+$/, "")).some((entry) => entry === "*" || entry !== "" && (host === entry || host.endsWith(`.${entry}`)));
}

// src/state/backends/branch/git/private-repository.ts
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";

// src/state/backends/branch/git/git-environment.ts
var connection = /^GIT_(?:SSL_\w+|SSH|SSH_COMMAND|SSH_VARIANT|HTTP_PROXY_AUTHMETHOD|PROXY_SSL_\w+)$/;
var ownCredentials = /^(?:GIT_CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM)|GIT_ASKPASS|SSH_ASKPASS|SSH_ASKPASS_REQUIRE|GH_\w+|GITHUB_TOKEN)$/;
var foreign = /^(?:GIT_|ACTIONS_|INPUT_|STATE_|SSH_ASKPASS|GH_|GITHUB_(?:TOKEN|ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)$|OPUS_)/i;
function gitEnvironment(options) {
  const { base, directory, token, server } = options;
  const own = token === void 0 ? options.ownSettings : void 0;
  const environment = {};
  for (const [name, value] of Object.entries(base)) {
    if (value === void 0) continue;
    const kept = connection.test(name) || own !== void 0 && ownCredentials.test(name);
    if (kept || !foreign.test(name)) environment[name] = value;
  }
  const settings = [
    ...own ?? [],
    ...fixedSettings,
    ...token === void 0 ? [] : tokenSettings(token, server),
    ...own === void 0 ? nobodyElse : []
  ];
  const noUserConfiguration = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  return {
    ...environment,
    // Messages are matched, so they must be English.
    LC_ALL: "C",
    LANGUAGE: "",
    GIT_DIR: directory,
    GIT_TERMINAL_PROMPT: "0",
    GCM_INTERACTIVE: "never",
    ...own === void 0 ? noUserConfiguration : {},
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(settings.map(([name], index) => [`GIT_CONFIG_KEY_${index}`, name])),
    ...Object.fromEntries(settings.map(([, value], index) => [`GIT_CONFIG_VALUE_${index}`, value]))
  };
}
var fixedSettings = [
  ["core.hooksPath", "/dev/null"],
  ["core.fsmonitor", "false"],
  ["core.logAllRefUpdates", "false"],
  ["gc.auto", "0"],
  ["maintenance.auto", "false"],
  ["init.defaultBranch", "opus"],
  ["protocol.version", "2"],
  ["push.gpgSign", "false"],
  ["push.recurseSubmodules", "no"],
  ["push.followTags", "false"],
  ["push.pushOption", ""],
  ["push.useForceIfIncludes", "false"],
  ["fetch.writeCommitGraph", "false"],
  ["fetch.recurseSubmodules", "no"],
  ["fetch.prune", "false"],
  ["log.showSignature", "false"],
  ["i18n.commitEncoding", "UTF-8"],
  ["i18n.logOutputEncoding", "UTF-8"],
  // A server that stops talking.
  ["http.lowSpeedLimit", "1"],
  ["http.lowSpeedTime", "30"]
];
var nobodyElse = [
  ["credential.helper", ""],
  ["core.askPass", ""]
];
function tokenSettings(token, server) {
  return [[`http.${server}/.extraheader`, `AUTHORIZATION: basic ${basicCredentials(token)}`]];
}
function basicCredentials(token) {
  return Buffer.from(`x-access-token:${token}`).toString("base64");
}
function withoutHeaders(text, settings) {
  const headers = settings.filter(([name]) => /^http\.(?:.*\.)?extraheader$/i.test(name)).map(([, value]) => value);
  const secrets = headers.flatMap((value) => [value.replace(/^[^:]*:\s*/, ""), value.split(/\s+/).at(-1) ?? ""]);
  return secrets.filter((secret) => secret.length >= 4).reduce((clean, secret) => clean.replaceAll(secret, "***"), text);
}
function withoutToken(text, token) {
  return text.replaceAll(token, "***").replaceAll(basicCredentials(token), "***");
}

// src/state/backends/branch/git/remote-messages.ts
function remoteFailure(trouble, purpose, names) {
  const { shown, branch } = names;
  const can = purpose === "read" ? "can't be read" : "can't be written";
  const { what, advice } = explanation(trouble, purpose, names);
  const said = trouble.kind === "no-git" || trouble.words === "" ? "" : ` Its answer: ${stopped(trouble.words)}`;
  return failure("state-unavailable", `The state branch ${branch} of ${shown} ${can}: ${what}.${said} ${advice}`);
}
function unclearFailure(pushing, reading, names) {
  const message2 = `Writing to the state branch ${names.branch} of ${names.shown} ended without an answer (${pushing.words}), so what was written may or may not have arrived, and looking failed too. ${reading.message}`;
  return failure(reading.reason === "cancelled" ? "cancelled" : "state-unavailable", message2);
}
function explanation(trouble, purpose, names) {
  const lookThere = commandLine(["git", "ls-remote", names.shown]);
  switch (trouble.kind) {
    case "no-git":
      return { what: "git is needed for it", advice: trouble.words };
    case "unauthorized":
    case "forbidden":
    case "not-found":
      return orByProxy(accessExplanations[trouble.kind](accessWords(purpose, lookThere))[names.signIn], trouble, names);
    case "ssh":
      return {
        what: "ssh could not sign in",
        advice: `Add your key to the agent (\`ssh-add\`), and try \`${lookThere}\`: nothing can be typed in while opus runs.`
      };
    case "name-clash":
      return {
        what: `there is a branch ${trouble.name ?? ""}, and git can't have both names`,
        advice: "Choose another `state-branch`, or rename that branch."
      };
    case "empty":
      return {
        what: "the server shows no branch at all of this repository, so it can't be told whether there is state",
        advice: `Push a first commit to the repository. If it has some, does a proxy stand in between? Try \`${lookThere}\`.`
      };
    case "unknown":
      return {
        what: "git failed",
        advice: `Try \`${lookThere}\` on the same machine${names.signIn === "token" ? " with the same token" : ""}.`
      };
    case "rule":
    case "too-large":
    case "default-branch":
      return refusalExplanation(trouble.kind, names.branch);
    default:
      return networkExplanation(trouble.kind, names.shown);
  }
}
function orByProxy(explained2, { kind, words }, { plainProxy: plainProxy2 }) {
  if (kind !== "forbidden" || plainProxy2 === void 0 || !/returned error: 403|HTTP 403/i.test(words))
    return explained2;
  return {
    what: `${explained2.what}, or the proxy that \`${plainProxy2}\` names forbids it`,
    advice: `Was it the proxy? Then have the server allowed there, or name it in \`no_proxy\`. Was it the server? ${explained2.advice}`
  };
}
function accessWords(purpose, lookThere) {
  const permission = purpose === "read" ? "contents: read" : "contents: write";
  const writing = purpose === "write" ? "" : " (`contents: write` for commands that change something)";
  const missing = `Give the step a \`token\`: leave the input out, and it is the job's own, which needs \`permissions: ${permission}\`${writing}.`;
  return { purpose, lookThere, permission, writing, missing };
}
var accessExplanations = {
  unauthorized: ({ lookThere, permission, writing, missing }) => ({
    "no-token": { what: "the server wants to know who asks, and the input `token` is empty", advice: missing },
    token: {
      what: "the server does not accept the token",
      advice: `Check the input \`token\`: it must be valid, not expired, and made for this repository, with \`${permission}\`${writing}.`
    },
    own: {
      what: "the server wants to know who you are, and git has no valid credentials for it",
      advice: `Sign in (\`gh auth login\`, or a credential helper), and try \`${lookThere}\`.`
    }
  }),
  forbidden: ({ purpose, permission, writing, missing }) => ({
    "no-token": { what: `without a token nobody may ${purpose} this repository`, advice: missing },
    token: {
      what: `the token may not ${purpose} this repository`,
      advice: `Give the job \`permissions: ${permission}\`${writing}. Runs for pull requests from forks and of Dependabot get a token that only reads, whatever the workflow says. An archived repository takes nothing.`
    },
    own: {
      what: `you may not ${purpose} this repository`,
      advice: "Ask for access to it, or choose another `state-backend`."
    }
  }),
  "not-found": ({ permission, writing, missing }) => {
    const what = "the server has no such repository, or does not show it to this user";
    return {
      "no-token": {
        what,
        advice: `Check the repository's name. The input \`token\` is empty: ${missing.charAt(0).toLowerCase()}${missing.slice(1)}`
      },
      token: {
        what,
        advice: `Check the repository's name, and that the input \`token\` was made for it, with \`permissions: ${permission}\`${writing}.`
      },
      own: { what, advice: "Check the address of the remote `origin`, and that you have access to it." }
    };
  }
};
function refusalExplanation(kind, branch) {
  switch (kind) {
    case "rule":
      return {
        what: "a rule of the repository refuses it",
        advice: `Allow pushes to ${branch}: take the branch out of the rulesets and branch protections that apply to it (Settings \u2192 Rules), or let the one who pushes bypass them. The branch needs no review: it only holds state.`
      };
    case "too-large":
      return {
        what: "it is larger than the server takes",
        advice: "Split the project into several contexts or projects, or capture less output in its tasks."
      };
    case "default-branch":
      return {
        what: "it is the default branch of the repository, and state needs a branch for itself alone",
        advice: "Choose another one with `state-branch`."
      };
  }
}
function networkExplanation(kind, shown) {
  switch (kind) {
    case "not-git":
      return {
        what: "what answered is no git server",
        advice: `Does a proxy or a sign-in page stand in between (\`https_proxy\`, \`no_proxy\`)? Is ${shown} the right address?`
      };
    case "certificate":
      return {
        what: "its certificate can't be verified",
        advice: "Name the file of the certificates that this network uses in the variable `GIT_SSL_CAINFO`, and in `NODE_EXTRA_CA_CERTS` for what opus asks without git."
      };
    case "proxy":
      return {
        what: "the proxy does not let this machine through",
        advice: "Check `https_proxy` and `no_proxy`, and the user and password in them; or have this server allowed at the proxy."
      };
    case "proxy-failed":
      return {
        what: "the proxy did not get through to the server, several times in a row",
        advice: "Is the proxy that `https_proxy` names the right one, and does it reach the server? Else run again later."
      };
    case "unreachable":
      return {
        what: "the server can't be reached",
        advice: "Check the network of this machine, the server's address, and `https_proxy` and `no_proxy`."
      };
    case "transient":
      return {
        what: "the connection broke, or the server is overloaded, several times in a row",
        advice: "Run again later; is the server's status page quiet?"
      };
  }
}
function stopped(words) {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}

// src/state/backends/branch/git/private-repository.ts
var PrivateRepository = class {
  #options;
  #names;
  #folder;
  /** @param names of the remote, for messages */
  constructor(options, names) {
    this.#options = options;
    this.#names = names;
  }
  /** Makes it, unless it is there. @returns the folder around it, which is removed with it */
  async ready(signal) {
    if (signal.aborted) return err(this.cancelled());
    if (this.#folder !== void 0) return ok(this.#folder);
    const { temporaryFolder, folderPrefix = "opus-state-" } = this.#options;
    let folder;
    try {
      makeFolder(temporaryFolder);
      folder = mkdtempSync(join(temporaryFolder, folderPrefix));
    } catch (error) {
      return err(ioFailure("make a temporary folder in", temporaryFolder, error, "temporary"));
    }
    this.#folder = folder;
    const made = await this.#make(signal);
    if (made.ok) return ok(folder);
    this.dispose();
    return made;
  }
  /** A call that asks nobody else: when it fails, this machine is the reason. */
  async local(args, signal, options = {}) {
    const end = await this.git(args, signal, localGitMs, options);
    if (end.state === "aborted") return err(this.cancelled());
    if (end.state === "exited" && end.code === 0) return ok(end.stdout);
    if (end.state === "not-started") return err(remoteFailure(troubleOf(end), "read", this.#names));
    return err(failure("state-unavailable", whyNotHere(args[0] ?? "", end, this.#options.temporaryFolder)));
  }
  /** Any call; the caller makes sense of its end. */
  async git(args, signal, timeoutMs, { input = "", directory = this.#directory } = {}) {
    const { git, environment: base, token, ownSettings, server, redact, temporaryFolder } = this.#options;
    const environment = gitEnvironment({ base, directory, token, ownSettings, server });
    const cwd = this.#folder ?? temporaryFolder;
    const end = await git({ args, cwd, environment, input, timeoutMs, signal });
    if (!("stderr" in end)) return end;
    const clean = token === void 0 ? withoutHeaders(end.stderr, ownSettings ?? []) : withoutToken(end.stderr, token);
    const stderr = redact?.(clean) ?? clean;
    if (end.state !== "exited" || end.code !== 0) trace(() => `git said: ${stderr}`);
    return { ...end, stderr };
  }
  /** Removes it. A later call would make it anew. */
  dispose() {
    const folder = this.#folder;
    this.#folder = void 0;
    if (folder !== void 0) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
  cancelled() {
    const { shown, branch } = this.#names;
    return failure("cancelled", `Using the state branch ${branch} of ${shown} was cancelled.`);
  }
  async #make(signal) {
    const printed = await this.local(["version"], signal);
    if (!printed.ok) return printed;
    const version = Buffer.from(printed.value).toString("utf8").trim();
    const [, major = "0", minor = "0"] = /\b(\d{1,9})\.(\d{1,9})/.exec(version) ?? [];
    if (Number(major) < 2 || Number(major) === 2 && Number(minor) < 31)
      return err(
        failure("state-unavailable", `This is ${version}. Install git 2.31 or newer, and put it on the PATH.`)
      );
    return this.local(["init", "--quiet", "--bare", "--template=", this.#directory], signal);
  }
  get #directory() {
    return join(this.#folder ?? this.#options.temporaryFolder, "state.git");
  }
};
function whyNotHere(command, end, folder) {
  const { words } = troubleOf(end);
  const noGit = command === "version" || end.state === "exited" && (end.code === 126 || end.code === 127);
  if (noGit) {
    const status = end.state === "exited" ? `exit code ${end.code}: ` : "";
    return `The \`git\` on the PATH does not work: \`git ${command}\` failed (${status}${words}). Install git 2.31 or newer, and put it first on the PATH.`;
  }
  const failed2 = `\`git ${command}\` failed in the temporary folder ${folder}: ${words}.`;
  if (/Too many open files/i.test(words)) return `${failed2} Raise the limit of open files (\`ulimit -n\`).`;
  return `${failed2} Is there room on its disk, and may it be written?`;
}

// src/state/backends/branch/git/push-outcome.ts
var movedReasons = /stale info|fetch first|non-fast-forward|failed to update ref|failed to lock|cannot lock ref|incorrect old value|reference already exists|\balready exists\b|is at [0-9a-f]{7,} but expected|needs force/i;
var nameClash = /'([^']+)' exists; cannot create '[^']+'/;
function pushOutcome(end) {
  if (end.state === "aborted") return { state: "aborted" };
  if (end.state !== "exited") return unclear(troubleOf(end));
  const status = /^([ +\-*!=])\t[^\t\n]*\t(.*)$/m.exec(Buffer.from(end.stdout).toString("utf8"));
  const [, flag, reason = ""] = status ?? [];
  if (end.code === 0 && flag !== void 0 && flag !== "!") return { state: "landed" };
  const trouble = troubleOf(end, flag === "!" ? reason : "");
  const clash = nameClash.exec(`${end.stderr}
${reason}`)?.[1];
  if (clash !== void 0) return { state: "refused", trouble: { ...trouble, kind: "name-clash", name: clash } };
  if (final.has(trouble.kind)) return { state: "refused", trouble };
  if (flag === "!" && movedReasons.test(reason)) return { state: "moved", words: answerOf(end.stderr, reason) };
  return unclear(trouble, end.stderr);
}
var final = /* @__PURE__ */ new Set([
  "unauthorized",
  "forbidden",
  "rule",
  "too-large",
  "not-found",
  "certificate",
  "proxy",
  "ssh"
]);
function unclear(trouble, stderr = "") {
  const unsent = trouble.kind === "no-git" || /^fatal: (?:unable to access |\S+\/info\/refs not valid)/m.test(stderr);
  return { state: "unclear", trouble, unsent };
}

// src/state/backends/branch/git/branch-repository.ts
var tipRef = "refs/opus/tip";
var defaultTries = 4;
var mayPass = /* @__PURE__ */ new Set(["transient", "unreachable", "proxy-failed"]);
var BranchRepository = class {
  names;
  clock;
  /** What was fetched. */
  objects;
  #options;
  #here;
  #tip;
  #lastCommit;
  #knownAsState = false;
  /** Commits that are in the private repository, with their files. */
  #commits = /* @__PURE__ */ new Set();
  #queue = Promise.resolve();
  #looked;
  #listed;
  constructor(options) {
    this.#options = options;
    this.clock = options.clock;
    const { shown, branch, token, ownSettings } = options;
    const signIn = token !== void 0 ? "token" : ownSettings !== void 0 ? "own" : "no-token";
    this.names = { shown, branch, signIn, plainProxy: plainProxy(options.url, options.environment) };
    this.#here = new PrivateRepository(options, this.names);
    this.objects = new BranchObjects(this.#here);
  }
  /** The tip as last seen or pushed; undefined: never looked. */
  get tip() {
    return this.#tip;
  }
  /** The last commit of the branch that was seen, also when the branch is gone since. */
  get lastCommit() {
    return this.#lastCommit;
  }
  /** Runs one action at a time. */
  exclusive(action) {
    const result = this.#queue.then(action);
    this.#queue = result.catch(() => void 0);
    return result;
  }
  /** Asks the remote where the branch is, and brings that commit here. Tries again where that may help. */
  async fetch(signal) {
    if (!this.#options.oneLook) return this.#fetch(signal);
    this.#looked ??= this.#fetch(signal);
    return this.#looked;
  }
  async #fetch(signal) {
    const ready = await this.#ready(signal);
    if (!ready.ok) return ready;
    const fetched = await this.#retried(() => this.#fetchOnce(signal), signal);
    if (fetched.ok) this.#moveTo(fetched.value);
    return fetched;
  }
  /** What a fetched commit holds of a context. */
  async files(tip, folder, signal) {
    const { commit } = tip;
    if (commit === void 0) return ok({ commit, state: { state: "absent" }, lock: { state: "absent" } });
    const input = questions(commit, folder).map((question) => `${question}
`).join("");
    const sizes = await this.#here.local(["cat-file", "--batch-check=%(objectsize)"], signal, { input });
    if (!sizes.ok) return sizes;
    const tooLarge = largeObjects(sizes.value);
    const asked = tooLarge.size === 0 ? input : withoutLines(input, tooLarge);
    const read = await this.#here.local(["cat-file", "--batch"], signal, { input: asked });
    if (!read.ok) return read;
    const { foreignFiles, files } = contextFiles(commit, folder, read.value, tooLarge);
    if (foreignFiles.length > 0) return err(notForState(this.names, foreignFiles));
    const known = await this.#knowAsState(commit, signal);
    return known.ok ? ok(files) : known;
  }
  /** Once a run: the folders of the branch must be of state as well. */
  async #knowAsState(commit, signal) {
    if (this.#knownAsState) return ok(void 0);
    const listed = await this.objects.listing(commit, signal);
    if (!listed.ok) return listed;
    const foreignFiles = foreignFilesAmong(listed.value.map(({ path }) => path));
    this.#knownAsState = foreignFiles.length === 0;
    return this.#knownAsState ? ok(void 0) : err(notForState(this.names, foreignFiles));
  }
  /** Names of all branches of the remote. */
  async branches(signal) {
    const ready = await this.#ready(signal);
    if (!ready.ok) return ready;
    const args = ["ls-remote", "--heads", this.#options.url];
    const listed = await this.#retried(
      async () => refsOf(await this.#here.git(args, signal, this.#exchangeMs)),
      signal
    );
    return listed.ok ? ok([...listed.value.keys()].map((ref) => ref.replace("refs/heads/", ""))) : listed;
  }
  /**
   * Makes a commit, here only.
   * @param onto what it follows
   * @param main the commit that is to be its first parent instead. It is not asked for, as others would be faster
   *   meanwhile: where it is not here, the history has a line more
   * @param history a commit whose history is to be that of this one, too; it was fetched
   */
  async commit({ message: text, files }, onto, main, signal, history) {
    const { author, redact = (words) => words } = this.#options;
    const message2 = withoutSecrets(text, redact);
    const parents = this.#parents(onto, main);
    const input = fastImport({
      ...parents,
      ...history !== void 0 && { history },
      message: message2,
      files,
      author,
      at: this.clock.timestamp()
    });
    const made = await this.#here.local(["fast-import", "--quiet", "--force"], signal, { input });
    if (!made.ok) return made;
    const name = Buffer.from(made.value).toString("utf8").trim();
    if (!objectName.test(name)) throw new Error(`git fast-import printed ${JSON.stringify(name)}`);
    return ok(name);
  }
  #parents({ commit, tree }, main) {
    if (commit === void 0 || tree === void 0 || main === void 0 || !this.#commits.has(main))
      return { parent: commit };
    return { parent: main, merged: { commit, tree } };
  }
  /** Moves the branch from `tip` to `commit`, or not at all. */
  async push(tip, commit, signal) {
    const ref = `refs/heads/${this.#options.branch}`;
    const lease = `--force-with-lease=${ref}:${tip.commit ?? ""}`;
    const args = ["push", "--porcelain", "--no-verify", lease, this.#options.url, `${commit}:${ref}`];
    const outcome = pushOutcome(await this.#here.git(args, signal, this.#exchangeMs));
    if (outcome.state === "landed") this.#moveTo({ commit });
    return outcome;
  }
  #moveTo(tip) {
    this.#tip = tip;
    if (tip.commit !== void 0) this.#commits.add(tip.commit);
    this.#lastCommit = tip.commit ?? this.#lastCommit;
  }
  /** Is one of these commits among the last ones behind the tip? */
  async contains(tip, commits, signal) {
    if (tip.commit === void 0) return ok(false);
    const fetched = await this.#retried(() => this.#fetchObjects(`${tip.commit}`, signal, 200), signal);
    if (!fetched.ok) return fetched;
    const listed = await this.#here.local(["rev-list", "--max-count=200", tip.commit], signal);
    if (!listed.ok) return listed;
    const behind = new Set(Buffer.from(listed.value).toString("utf8").split("\n"));
    return ok(commits.some((commit) => behind.has(commit)));
  }
  /**
   * Messages of all commits of the branch, newest first; without their files, where the server can leave them out.
   * They go to a repository of their own: one that lacks files can't serve the others.
   */
  async messages(signal) {
    if (!this.#options.oneLook) return this.#messages(signal);
    this.#listed ??= this.#messages(signal);
    return this.#listed;
  }
  async #messages(signal) {
    const ready = await this.#ready(signal);
    if (!ready.ok) return ready;
    const { url, branch } = this.#options;
    const directory = join2(ready.value, "history.git");
    const begun = await this.#here.local(["init", "--quiet", "--bare", "--template=", directory], signal, {
      directory
    });
    if (!begun.ok) return begun;
    const ref = `+refs/heads/${branch}:refs/opus/history`;
    const args = ["fetch", "--quiet", "--filter=tree:0", ...fetchFlags, url, ref];
    const fetched = await this.#here.git(args, signal, historyMs, { directory });
    if (fetched.state === "aborted") return err(this.#here.cancelled());
    if (fetched.state !== "exited" || fetched.code !== 0)
      return err(remoteFailure(troubleOf(fetched), "read", this.names));
    const log = ["log", "-z", "--topo-order", "--format=%H%n%cI%n%an%n%B", "refs/opus/history"];
    const listed = await this.#here.local(log, signal, { directory });
    if (!listed.ok) return listed;
    const texts = Buffer.from(listed.value).toString("utf8").split("\0");
    return ok(texts.filter((text) => text !== "").map(commitMessage));
  }
  /** Brings earlier commits of the branch here, each with its files. */
  async fetchCommits(commits, signal) {
    const ready = await this.#ready(signal);
    if (!ready.ok) return ready;
    return this.#retried(() => this.#fetchObjects(commits, signal), signal);
  }
  /** Removes the private repository. A later call would make it anew. */
  dispose() {
    this.#tip = void 0;
    this.#commits.clear();
    this.#here.dispose();
  }
  async #ready(signal) {
    const { branch } = this.#options;
    if (!signal.aborted && !validBranch(branch))
      return err(failure("invalid-input", `"${branch}" is no name for a branch of git's.`));
    return this.#here.ready(signal);
  }
  get #exchangeMs() {
    return this.#options.exchangeMs ?? exchangeMs;
  }
  async #fetchOnce(signal) {
    const { url, branch } = this.#options;
    const ref = `refs/heads/${branch}`;
    if (this.#tip?.commit !== void 0) {
      const fetched2 = await this.#fetchObjects(`+${ref}:${tipRef}`, signal);
      const commit2 = fetched2.ok ? await this.#commitOf(tipRef, signal) : void 0;
      if (commit2 !== void 0) return ok({ commit: commit2 });
    }
    const listed = await this.#here.git(["ls-remote", "--symref", url, "HEAD", ref], signal, this.#exchangeMs);
    const refs = refsOf(listed);
    if (!refs.ok) return refs;
    if (isDefault(ref, listed)) return err({ kind: "default-branch", words: "" });
    const commit = refs.value.get(ref);
    if (commit === void 0) return this.#absent(refs.value, signal);
    if (commit === this.#tip?.commit) return ok({ commit });
    const fetched = await this.#fetchObjects(`+${commit}:${tipRef}`, signal);
    return fetched.ok ? ok({ commit }) : fetched;
  }
  async #commitOf(ref, signal) {
    const named = await this.#here.local(["rev-parse", "--verify", ref], signal);
    return named.ok ? Buffer.from(named.value).toString("utf8").trim() : void 0;
  }
  /** @param what commits, or refspecs */
  async #fetchObjects(what, signal, depth = 1) {
    const begin = ["fetch", "--quiet", `--depth=${depth}`, ...fetchFlags];
    const fetched = typeof what === "string" ? await this.#here.git([...begin, this.#options.url, what], signal, this.#exchangeMs) : (
      // There may be more of them than a command line takes.
      await this.#here.git([...begin, "--stdin", this.#options.url], signal, this.#exchangeMs, {
        input: what.map((one) => `${one}
`).join("")
      })
    );
    if (fetched.state === "aborted") return err("aborted");
    return fetched.state === "exited" && fetched.code === 0 ? ok(void 0) : err(troubleOf(fetched));
  }
  /** Tries again where that may help. */
  async #retried(look, signal) {
    for (let tries = 1; ; tries++) {
      const looked = await look();
      if (looked.ok) return looked;
      if (looked.error === "aborted" || signal.aborted) return err(this.#here.cancelled());
      if (!mayPass.has(looked.error.kind) || tries >= (this.#options.tries ?? defaultTries))
        return err(remoteFailure(looked.error, "read", this.names));
      await this.clock.sleep(tries * tries * (150 + Math.random() * 150), signal).catch(() => void 0);
    }
  }
  /** Not listed: absent only where something else is, since an empty answer may come from anybody. */
  async #absent(refs, signal) {
    if (refs.size > 0) return ok({ commit: void 0 });
    const all = refsOf(await this.#here.git(["ls-remote", this.#options.url], signal, this.#exchangeMs));
    if (!all.ok) return all;
    if (all.value.size > 0) return ok({ commit: all.value.get(`refs/heads/${this.#options.branch}`) });
    return err({ kind: "empty", words: "" });
  }
};
function notForState({ shown, branch }, foreignFiles) {
  const some = andOthers(foreignFiles, 3);
  const message2 = `The branch ${branch} of ${shown} holds other files than state (${some}): choose a branch for state alone with \`state-branch\`. One of state has ${stateFile} and ${lockFile} in folders \`<project>/<context>\`, and at most a ${readmeFile} beside those.`;
  return failure("state-unavailable", message2);
}
var fetchFlags = ["--no-tags", "--no-write-fetch-head", "--no-auto-maintenance", "--no-recurse-submodules"];
function largeObjects(sizes) {
  const lines = Buffer.from(sizes).toString("utf8").split("\n");
  return new Map(
    lines.map((line, index) => [index, Number(line)]).filter(([index, size]) => index >= 3 && size > stateBytes)
  );
}
function withoutLines(text, lines) {
  return text.split("\n").map((line, index) => lines.has(index) ? "0".repeat(40) : line).join("\n");
}
function commitMessage(text) {
  const [commit = "", at2 = "", author = "", ...lines] = text.split("\n");
  return { commit, at: isoTime(at2), author, text: lines.join("\n") };
}
function validBranch(name) {
  return !/^[-./]|[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)|[./]$|^$|^@$/.test(name);
}

// src/state/backends/branch/branch-location.ts
var actionsAuthor = { name: "github-actions[bot]", email: "41898282+github-actions[bot]@users.noreply.github.com" };
var unknownAuthor = { name: "opus", email: "opus@localhost" };
var defaultBranch = "opus-state";
async function branchLocation(request) {
  const { settings, project, terminal, workingDirectory, checkout, flags } = request;
  const branch = settings.branch ?? project?.state.branch ?? defaultBranch;
  const remote = terminal ? await checkoutRemote(workingDirectory, checkout) : repositoryRemote(request);
  if (!remote.ok) return remote;
  const place = { branch, flags, ...remote.value };
  if (!terminal) return ok({ ...place, author: actionsAuthor });
  const [author, connection2] = await Promise.all([
    checkout.author(workingDirectory),
    checkout.connection(workingDirectory)
  ]);
  return ok({ ...place, author: author ?? unknownAuthor, settings: connection2 });
}
function branchRepository({ url, shown, branch, author, settings = [] }, services, patience = {}) {
  const { environment, terminal, token, clock, redact, git } = services;
  return new BranchRepository({
    url,
    shown,
    branch,
    author,
    server: serverOf(url),
    ...token === void 0 ? {} : { token },
    ...terminal ? { ownSettings: settings } : {},
    clock,
    git: git.run,
    environment,
    temporaryFolder: environment.RUNNER_TEMP || tmpdir(),
    folderPrefix: git.folderPrefix,
    // What git says of an address: as it was given, or with its query alone.
    redact: (text) => redact(text.replaceAll(url, shown).replaceAll(withoutCredentials(url), shown)),
    ...patience
  });
}
function serverOf(url) {
  return /^https?:\/\/[^/]+/i.exec(url)?.[0] ?? url;
}
function repositoryRemote({ environment }) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment;
  if (server && repository) {
    const url = `${withoutEnd(server, "/")}/${repository}`;
    return ok({ url, shown: shownAddress(url) });
  }
  const message2 = "state is kept on a branch of this repository, and the environment does not say which one that is (GITHUB_SERVER_URL and GITHUB_REPOSITORY)";
  return err(failure("invalid-input", message2));
}
async function checkoutRemote(folder, checkout) {
  const origin = await checkout.origin(folder);
  if (origin.ok) return ok({ url: origin.value, shown: shownAddress(origin.value) });
  const message2 = `state is kept on a branch of the repository that \`origin\` of this checkout names, and ${origin.error}`;
  const suggestion = "Run it inside a clone, add the remote, or use `--state-backend file`.";
  return err(explained("invalid-input", message2, { suggestion }));
}

// src/state/backends/branch/branch-glance.ts
function branchGlance(request, services) {
  const { workingDirectory, checkout, environment, terminal } = request;
  let dispose = () => {
  };
  return {
    async where() {
      const origin = await checkout.origin(workingDirectory);
      return `the branch ${defaultBranch} of ${origin.ok ? shownAddress(origin.value) : "origin"}`;
    },
    async contexts(project) {
      const folder = folderName(project);
      const paths = await checkout.tracked(workingDirectory, defaultBranch, `${folder}/`, environment);
      const names = paths.map((path) => path.slice(folder.length + 1).split("/")[0] ?? "");
      return [...new Set(names)].map(decoded);
    },
    async ask(signal) {
      const place = await branchLocation(request);
      if (!place.ok) return void 0;
      const quiet = { ...services, terminal, environment: { ...environment, SSH_ASKPASS_REQUIRE: "never" } };
      const repository = branchRepository(place.value, quiet, { exchangeMs: branchGlanceMs, tries: 1 });
      dispose = () => repository.dispose();
      const tip = await repository.fetch(signal);
      if (!tip.ok || tip.value.commit === void 0) return void 0;
      return async ({ project, context }) => {
        const files = await repository.files(tip.value, `${folderName(project)}/${folderName(context)}`, signal);
        return files.ok && (files.value.state.state !== "absent" || files.value.lock.state !== "absent");
      };
    },
    dispose: () => dispose()
  };
}
function decoded(name) {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

// src/state/backends/branch/branch-store.ts
import { join as join3 } from "node:path";

// src/state/backends/branch/branch-history.ts
async function recordedEnds(repository, folder, signal) {
  const tip = await repository.fetch(signal);
  if (!tip.ok) return tip;
  if (tip.value.commit === void 0) return ok([]);
  const messages = await repository.messages(signal);
  return messages.ok ? ok(endsAmong(readMessages(messages.value), folder)) : messages;
}
function readMessages(messages) {
  return messages.flatMap((commit) => {
    const facts = parseMessage(commit.text);
    return facts === void 0 ? [] : [{ commit, facts }];
  });
}
function endsAmong(messages, folder) {
  const ends = /* @__PURE__ */ new Map();
  let then = folder;
  for (const { commit: made, facts } of messages) {
    if (facts.folder !== then || facts.serial === void 0) continue;
    const { commit, at: at2, author } = made;
    const { serial, runEnded, movedFrom, what, url } = facts;
    if (runEnded && !ends.has(serial)) ends.set(serial, { serial, at: at2, author, what, url, commit, folder: then });
    then = movedFrom ?? then;
  }
  return [...ends.values()].sort((a, b) => a.serial - b.serial);
}
async function lastState(repository, folder, signal) {
  const messages = await repository.messages(signal);
  if (!messages.ok) return messages;
  for (const { commit, at: at2, text } of messages.value) {
    if (removesState(text, folder)) return ok(void 0);
    const facts = parseMessage(text);
    if (facts?.serial === void 0) continue;
    const { serial, movedFrom } = facts;
    if (movedFrom === folder) return ok({ serial, commit, at: at2, movedTo: facts.folder });
    if (facts.folder === folder) return ok({ serial, commit, at: at2, movedTo: void 0 });
  }
  return ok(void 0);
}
async function stateAt(repository, commit, folder, signal) {
  const fetched = await repository.fetchCommits([commit], signal);
  if (!fetched.ok) return err(fetched.error);
  const files = await repository.files({ commit }, folder, signal);
  return files.ok ? ok(files.value.state) : files;
}

// src/state/backends/branch/branch-readme.ts
function readme(branch) {
  return `# State of opus

This branch (\`${branch}\`) is written by opus: what it has made and keeps up, one folder for each project and context,
and the locks of runs that are under way. Its log reads as a history of each environment.

Don't merge it, and don't edit it by hand: use \`opus state\` in a terminal. Without it, opus does not know any more what
is its own.
`;
}

// src/state/backends/branch/branch-update.ts
var lostRaces = /* @__PURE__ */ new WeakMap();
var leastMoves = 30;
var mostUnclear = 4;
var mostTriesPaused = 16;
async function updateBranch(repository, update2, signal) {
  const run = new UpdateRun(repository, update2, signal);
  const giveWayMs = Math.random() * Math.min(2e3, 100 * (lostRaces.get(repository) ?? 0));
  if (giveWayMs > 0) await repository.clock.sleep(giveWayMs, signal).catch(() => void 0);
  for (; ; ) {
    const step = await repository.exclusive(() => run.step());
    lostRaces.set(repository, run.lostRaces);
    if (step.state === "done") return step.result;
    await repository.clock.sleep(step.pauseMs, signal).catch(() => void 0);
  }
}
var UpdateRun = class {
  #repository;
  #update;
  #signal;
  #unclear = [];
  /**
   * Pushes that may be on the branch: those with an unclear end, and refused ones as well. When a connection breaks,
   * curl sends the same push again by itself, and the second one is refused because the first has moved the branch.
   */
  #sent = [];
  /** The tip as known here may be an old one. */
  #mustLook = false;
  #moves = 0;
  #firstMove = 0;
  /** In milliseconds of this process. */
  #stepBegan = 0;
  constructor(repository, update2, signal) {
    this.#repository = repository;
    this.#update = update2;
    this.#signal = signal;
  }
  /** How often others were faster. */
  get lostRaces() {
    return this.#moves;
  }
  async step() {
    this.#stepBegan = performance.now();
    let tip = this.#mustLook ? void 0 : this.#repository.tip;
    for (; ; ) {
      const known = tip !== void 0;
      if (tip === void 0) {
        const fetched = await this.#repository.fetch(this.#signal);
        if (!fetched.ok) return this.#couldNotLook(fetched.error);
        tip = fetched.value;
      }
      const files = await this.#repository.files(tip, this.#update.folder, this.#signal);
      if (files.ok) {
        const arrived = this.#arrived(tip, files.value);
        if (arrived) return done(ok(arrived.value));
        const decision = await this.#update.decide(files.value);
        if (decision.do === "push") return this.#push(tip, files.value, decision);
        if (!known) return this.#settled(tip, decision.value);
      } else if (!known || files.error.reason === "cancelled") return this.#couldNotLook(files.error);
      tip = void 0;
    }
  }
  #arrived(tip, files) {
    return this.#sent.find((push) => push.commit === tip.commit || push.arrived?.(files));
  }
  /** Others may have gone on from what was pushed here: then it did arrive, whatever there is to see now. */
  async #settled(tip, value) {
    const [first] = this.#sent.filter(({ arrived }) => arrived === void 0);
    if (first === void 0) return done(ok(value));
    const commits = this.#sent.map((push) => push.commit);
    const found = await this.#repository.contains(tip, commits, this.#signal);
    if (!found.ok) return this.#couldNotLook(found.error);
    return done(ok(found.value ? first.value : value));
  }
  async #push(tip, files, decision) {
    const { names } = this.#repository;
    const last = this.#unclear.at(-1);
    if (last !== void 0 && this.#unclear.length >= mostUnclear)
      return failed(remoteFailure(last.trouble, "write", names));
    const made = await this.#commit(tip, files, decision);
    if (!made.ok) return failed(made.error);
    const commit = made.value;
    const outcome = await this.#repository.push(tip, commit, this.#signal);
    if (outcome.state === "landed") {
      if (tip.commit === void 0) this.#update.onProgress?.(`Made the branch ${names.branch} in ${names.shown}.`);
      return done(ok(decision.value));
    }
    this.#mustLook = true;
    const { value, arrived } = decision;
    const push = { tip, commit, value, arrived };
    switch (outcome.state) {
      case "moved":
        this.#sent.push({ ...push, trouble: { kind: "transient", words: outcome.words }, unsent: true });
        return this.#moved(outcome.words);
      case "refused":
        return failed(remoteFailure(outcome.trouble, "write", names));
      case "aborted": {
        const trouble = { kind: "transient", words: "it was cancelled" };
        this.#keepUnclear({ ...push, trouble, unsent: false });
        const words = `Writing to the state branch ${names.branch} of ${names.shown} was cancelled; what was written may or may not have arrived.`;
        return failed(failure("cancelled", words), true);
      }
      case "unclear": {
        const { trouble, unsent } = outcome;
        this.#keepUnclear({ ...push, trouble, unsent });
        if (trouble.kind === "no-git") return failed(remoteFailure(trouble, "write", names));
        const tries = this.#unclear.length;
        this.#update.onProgress?.(`Pushing to ${names.branch} ended unclearly (${trouble.words}); looking again.`);
        return { state: "again", pauseMs: tries * tries * (100 + Math.random() * 200) };
      }
    }
  }
  /** The same commit again where nothing has moved: should both pushes arrive, the second one changes nothing. */
  #commit(tip, { tree, mainCommit }, decision) {
    const last = this.#unclear.at(-1);
    if (last !== void 0 && last.tip.commit === tip.commit) return Promise.resolve(ok(last.commit));
    const files = new Map(decision.files);
    if (tip.commit === void 0) files.set(readmeFile, Buffer.from(readme(this.#repository.names.branch)));
    const { message: message2, aside, history } = decision;
    const text = aside && tip.commit !== void 0 ? asideMessage(message2, mainCommit ?? tip.commit) : message2;
    const onto = { commit: tip.commit, tree };
    const main = aside ? void 0 : mainCommit;
    return this.#repository.commit({ message: text, files }, onto, main, this.#signal, history);
  }
  #keepUnclear(push) {
    this.#unclear.push(push);
    this.#sent.push(push);
  }
  #moved(words) {
    const { clock, names } = this.#repository;
    if (this.#moves === 0) this.#firstMove = clock.now();
    this.#moves++;
    const elapsed = clock.now() - this.#firstMove;
    if (this.#moves >= leastMoves && elapsed >= leastContestedMs) {
      const message2 = `The state branch ${names.branch} of ${names.shown} can't be written: others were faster ${this.#moves} times in ${Math.round(elapsed / 1e3)} s (${words}). Run again when fewer runs write to it, or keep this project on a branch of its own with \`state-branch\`.`;
      return failed(failure("state-unavailable", message2));
    }
    if (this.#moves % 5 === 0)
      this.#update.onProgress?.(
        `Others keep writing to ${names.branch}; trying again (${this.#moves + 1}, ${Math.round(elapsed / 1e3)} s).`
      );
    const stepMs = performance.now() - this.#stepBegan;
    const tries = Math.min(mostTriesPaused, 1.6 ** this.#moves);
    return { state: "again", pauseMs: Math.random() * Math.min(longestBranchPauseMs, tries * stepMs) };
  }
  /** The branch can't be looked at: then nobody knows what became of what was sent. */
  #couldNotLook(failure2) {
    const sent = this.#unclear.find((push) => !push.unsent);
    if (sent === void 0) return failed(failure2);
    return failed(unclearFailure(sent.trouble, failure2, this.#repository.names), true);
  }
};
function done(result) {
  return { state: "done", result };
}
function failed(failure2, mayHaveArrived = false) {
  return done(err({ failure: failure2, mayHaveArrived }));
}

// src/state/backends/branch/branch-lock.ts
var unreadableId = "unreadable";
var BranchLock = class {
  #options;
  /** Ids of locks of this process that it could not release. */
  #abandoned = /* @__PURE__ */ new Set();
  /** Ids of holders whose runs are over, and why. They never live again. */
  #over = /* @__PURE__ */ new Map();
  constructor(options) {
    this.#options = options;
  }
  /** Takes the lock, waiting for a living holder at most `timeoutMs`. */
  async acquire(holder, options, signal) {
    const wait = this.wait(options, signal);
    for (; ; ) {
      if (signal.aborted) return { state: "unavailable", failure: this.cancelled() };
      const tried = await this.#update((files) => this.#take(files, holder), signal);
      if (!tried.ok) return this.#notTaken(holder, tried.error);
      if (tried.value.state === "locked") {
        const { broken } = tried.value;
        if (broken) options.onBroken(broken.holder, broken.why);
        return { state: "locked" };
      }
      if (tried.value.state === "refused") return { state: "unavailable", failure: tried.value.failure };
      const refused = await wait.longer(tried.value.held);
      if (refused) return refused;
    }
  }
  /**
   * Waits until nobody has the lock, and takes nothing.
   * @returns `left-behind`: it is somebody's who is gone
   */
  async whenFree(options, signal) {
    const { repository, folder, whyNotBegin } = this.#options;
    const wait = this.wait(options, signal);
    for (; ; ) {
      if (signal.aborted) return { state: "unavailable", failure: this.cancelled() };
      const looked = await repository.exclusive(async () => {
        const tip = await repository.fetch(signal);
        return tip.ok ? repository.files(tip.value, folder, signal) : tip;
      });
      if (!looked.ok) {
        const cancelled = looked.error.reason === "cancelled";
        return { state: "unavailable", failure: cancelled ? this.cancelled() : looked.error };
      }
      const judgement = this.judge(looked.value);
      if (judgement.state === "free") {
        const refused2 = looked.value.commit === void 0 ? whyNotBegin?.() : void 0;
        if (refused2) return { state: "unavailable", failure: refused2 };
        return lockIn(looked.value.lock).state === "free" ? { state: "free" } : { state: "left-behind" };
      }
      const refused = await wait.longer(judgement.held);
      if (refused) return refused;
    }
  }
  /** Begins to wait for those who have the lock. */
  wait(options, signal) {
    const { repository, runLookup } = this.#options;
    const lookup = new HolderLookup(runLookup, repository.clock.now, this.#over);
    const refusal = (held, waitedMs) => this.refusal(held, waitedMs);
    return new LockWait({ clock: repository.clock, lookup, options, signal, refusal });
  }
  /** Releases a lock if it is still held under this id; otherwise nothing happens. */
  async release(id, signal) {
    const released = await this.#update((files) => {
      const content = lockIn(files.lock);
      if (content.state !== "held" || content.holder.id !== id) return { do: "answer", value: void 0 };
      return this.#remove(content.holder, false, void 0);
    }, signal);
    if (released.ok) return ok(void 0);
    this.#abandoned.add(id);
    const { project, context, flags } = this.#options;
    return err(notReleasedFailure(id, released.error.failure, project, context, flags));
  }
  /** Releases the lock with this id, whoever holds it. A lock file that can't be read goes by `unreadable`. */
  async unlock(id, signal) {
    const { project, context, flags } = this.#options;
    const unlocked = await this.#update((files) => {
      const content = lockIn(files.lock);
      if (content.state === "free")
        return { do: "answer", value: err(notHeldFailure(id, void 0, project, context, flags)) };
      const holder = content.state === "held" ? content.holder : this.#unknownHolder();
      if (holder.id !== id) {
        const why = content.state === "held" ? notHeldFailure(id, holder, project, context, flags) : this.#unreadable();
        return { do: "answer", value: err(why) };
      }
      return this.#remove(holder, true, ok(holder));
    }, signal);
    return unlocked.ok ? unlocked.value : err(unlocked.error.failure);
  }
  /** Who has the lock in this commit, and does he still need it? */
  judge(files) {
    const content = lockIn(files.lock);
    switch (content.state) {
      case "free":
        return { state: "free" };
      case "unreadable":
        return { state: "held", held: { holder: this.#unknownHolder(), where: "", unreadable: true } };
      case "held": {
        const { holder, process } = content;
        if (this.#abandoned.has(holder.id)) return { state: "free" };
        const why = whyGone(process, this.#options.machine) ?? this.#over.get(holder.id);
        if (why !== void 0) return { state: "free", dead: { holder, why } };
        const where = holder.run.url === "" ? ` (process ${process.pid} on ${process.host})` : "";
        return { state: "held", held: { holder, where } };
      }
    }
  }
  /** Why somebody else's lock keeps this run from going on. */
  refusal({ holder, where, unreadable }, waitedMs) {
    return unreadable ? this.#unreadable() : heldFailure(holder, where, waitedMs, this.#options.flags);
  }
  /** The file of a lock that goes with a write. */
  file(holder) {
    const { folder, machine } = this.#options;
    return [`${folder}/${lockFile}`, heldLock(holder, machine.self)];
  }
  #take(files, holder) {
    const content = lockIn(files.lock);
    if (content.state === "held" && content.holder.id === holder.id)
      return { do: "answer", value: { state: "locked", broken: void 0 } };
    const judgement = this.judge(files);
    if (judgement.state === "held") return { do: "answer", value: judgement };
    const { folder, whyNotBegin } = this.#options;
    const refused = files.commit === void 0 ? whyNotBegin?.() : void 0;
    if (refused) return { do: "answer", value: { state: "refused", failure: refused } };
    return {
      do: "push",
      files: new Map([this.file(holder)]),
      message: lockMessage(folder, holder, judgement.dead?.why),
      aside: true,
      value: { state: "locked", broken: judgement.dead },
      arrived: (later) => isHeldBy(later, holder.id)
    };
  }
  #remove(holder, byHand, value) {
    const { folder } = this.#options;
    return {
      do: "push",
      files: /* @__PURE__ */ new Map([[`${folder}/${lockFile}`, null]]),
      message: unlockMessage(folder, holder, byHand),
      ...byHand ? {} : { aside: true },
      value,
      arrived: (later) => {
        const lock = lockIn(later.lock);
        return lock.state === "free" || lock.state === "held" && lock.holder.id !== holder.id;
      }
    };
  }
  /** A lock that was perhaps taken all the same must not stay behind. */
  async #notTaken(holder, { failure: failure2, mayHaveArrived }) {
    const why = failure2.reason === "cancelled" ? this.cancelled() : failure2;
    if (!mayHaveArrived) return { state: "unavailable", failure: why };
    const given = await this.release(holder.id, AbortSignal.timeout(lockGiveBackMs));
    return { state: "unavailable", failure: why, ...given.ok ? {} : { mayBeHeld: true } };
  }
  #update(decide, signal) {
    const { repository, folder, onProgress } = this.#options;
    return updateBranch(repository, { folder, decide, onProgress }, signal);
  }
  #unknownHolder() {
    const { project, context } = this.#options;
    const run = { id: "", attempt: 0, sha: "", url: "" };
    return { id: unreadableId, command: "unknown", project, context, since: "an unknown time", run };
  }
  #unreadable() {
    const { location, project, context, flags } = this.#options;
    return unreadableFailure(unreadableId, location, project, context, flags);
  }
  /** A run was cancelled that waited for it. */
  cancelled() {
    return failure("cancelled", `Waiting for the lock ${this.#options.location} was cancelled.`);
  }
};
function isHeldBy(files, id) {
  const lock = lockIn(files.lock);
  return lock.state === "held" && lock.holder.id === id;
}
var LockWait = class {
  #wait;
  /** When somebody was first found to have it, less what was waited before that. */
  #begun;
  #notice = 0;
  constructor(wait) {
    this.#wait = wait;
  }
  /** @returns why there is no more waiting; undefined: it is time to look again */
  async longer(held) {
    const { clock, lookup, options, signal, refusal } = this.#wait;
    const { holder } = held;
    const answer = await lookup.ask(holder, signal);
    if (answer?.state === "over") return void 0;
    if (answer?.state === "unsure") options.onUnsure?.(holder, answer.why);
    this.#begun ??= clock.now() - (options.spent?.ms ?? 0);
    const waited = clock.now() - this.#begun;
    if (options.spent) options.spent.ms = waited;
    if (waited >= options.timeoutMs) return { state: "held", holder, failure: refusal(held, waited) };
    if (waited >= this.#notice) {
      options.onWait(holder, waited);
      this.#notice = waited + lockNoticeMs;
    }
    const pause = pauseMs(waited, options.timeoutMs);
    await clock.sleep(Math.min(pause, Math.max(1, options.timeoutMs - waited)), signal).catch(() => void 0);
    return void 0;
  }
};
function pauseMs(waitedMs, timeoutMs) {
  if (timeoutMs <= 1e4) return 100 + Math.random() * 300;
  return waitedMs < 5e3 ? 300 + Math.random() * 700 : 1e3 + Math.random() * 2e3;
}
var HolderLookup = class {
  #lookup;
  #now;
  #over;
  #id;
  #nextAsk = 0;
  #toldUnsure = false;
  constructor(lookup, now, over) {
    this.#lookup = lookup;
    this.#now = now;
    this.#over = over;
  }
  /** @returns what there is to do; `unsure` only once for each holder */
  async ask(holder, signal) {
    if (this.#lookup === void 0 || holder.run.id === "") return void 0;
    if (holder.id !== this.#id) {
      this.#id = holder.id;
      this.#nextAsk = 0;
      this.#toldUnsure = false;
    }
    if (this.#now() < this.#nextAsk) return void 0;
    const answer = await this.#lookup(holder.run, signal);
    this.#nextAsk = this.#now() + holderAskMs;
    if (answer.state === "over") {
      this.#over.set(holder.id, answer.why);
      return { state: "over" };
    }
    if (answer.state !== "unsure" || this.#toldUnsure) return void 0;
    this.#toldUnsure = true;
    return answer;
  }
};

// src/state/backends/branch/decode-stored.ts
async function decodeStored(stored, place, earlier) {
  const { location } = earlier ?? place;
  const { project, context } = earlier === void 0 || earlier.folder === place.folder ? place : namesOf(earlier.folder);
  const path = `${place.folder}/${stateFile}`;
  const earlierOnes = `Earlier versions are in the history of the branch: \`${gitFetch(place)} && ${commandLine(["git", "log", "FETCH_HEAD", "--", path])}\` lists them.`;
  const remedy = `${earlierOnes} Put a good one back: \`${gitShow("COMMIT", path)}\` with the COMMIT that it is from, then \`${statePush(place)}\`.`;
  if (stored.state === "absent") return { state: "absent" };
  const foreignRemedy = `${earlierOnes} Put the right one back in a commit on that branch, with git: \`opus state push\` writes over nothing that is not of this state.`;
  if (stored.state === "other") {
    const message2 = `The state at ${location} can't be read: ${stored.what}. ${foreignRemedy}`;
    return { state: "unavailable", failure: failure("state-unavailable", message2) };
  }
  const former = earlier !== void 0;
  const { sealing } = place;
  const decoded2 = await decode(stored.data, { project, context, location, former, remedy, foreignRemedy, sealing });
  if (!decoded2.ok) {
    const damaged = decoded2.damaged && { ...decoded2.damaged, revision: sha256(stored.data) };
    return { state: "unavailable", failure: decoded2.error, ...damaged ? { damaged } : {} };
  }
  const { value: snapshot, run } = decoded2;
  return { state: "found", snapshot, revision: sha256(stored.data), run, data: stored.data };
}
function goneState({ serial, commit, at: at2, movedTo: to }, place) {
  const { project, context, folder, location, names } = place;
  if (to !== void 0) {
    const movedTo = namesOf(to);
    const where = ` in commit ${commit} of the branch ${names.branch}`;
    return { state: "unavailable", failure: movedFailure({ project, context }, movedTo, where), movedTo };
  }
  const path = `${folder}/${stateFile}`;
  const message2 = `The state at ${location} is gone: it was there with serial ${serial}, written ${at2} in commit ${commit}, and somebody has removed the file. Put it back: \`${gitFetch(place)} && ${gitShow(commit, path)}\`, then \`${statePush(place)}\`. To begin anew, say so on the branch: in a commit whose message has the line \`${removalTrailer}: ${folder}\`. Nothing was changed.`;
  const damaged = { revision: void 0, lineage: void 0, serial };
  return { state: "unavailable", failure: failure("state-unavailable", message2), damaged };
}
function gitFetch({ names }) {
  return commandLine(["git", "fetch", "origin", names.branch]);
}
function gitShow(commit, path) {
  return `${commandLine(["git", "show", `${commit}:${path}`])} > state.json`;
}
function statePush({ flags = [], names }) {
  const branch = flags.includes("--state-branch") ? [] : ["--state-branch", names.branch];
  return commandLine(["opus", "state", "push", "state.json", "--force", ...flags, ...branch]);
}

// src/state/backends/branch/branch-refusals.ts
function whyNotHeld(files, held, location, repository) {
  const lock = lockIn(files.lock);
  if (held === void 0 || lock.state === "held" && lock.holder.id === held) return void 0;
  if (files.commit !== void 0) return lostLock(location, held);
  const lost = "the lock of this run and all that was stored";
  return { state: "conflict", failure: lostBranch(location, repository, lost) };
}
async function whyPutBack({ state, commit }, place, known, lastCommit) {
  if (commit === void 0 || known === void 0) return void 0;
  const version = await storedVersion(state, place, known);
  if (!version.ok || version.value !== void 0 && version.value.serial >= known.serial) return void 0;
  const now = version.value === void 0 ? "none is" : `serial ${version.value.serial} is`;
  const last = lastCommit === void 0 ? "" : ` This run stored it with the commit ${lastCommit}, or before it.`;
  const message2 = `The state at ${place.location} was not written: serial ${known.serial} was stored, and now ${now}, without the lock of this run. Somebody has put back or rewritten the branch.${last} Find out who, and bring it back before the next run.`;
  return { state: "conflict", failure: failure("state-conflict", message2) };
}
function whyNotFree(files, lock) {
  const judgement = lock.judge(files);
  if (judgement.state !== "held") return void 0;
  return { state: "unavailable", failure: lock.refusal(judgement.held, 0) };
}
async function whyNotSucceed(stored, next, expected, place, known) {
  const version = await storedVersion(stored, place, known);
  if (!version.ok) {
    const replaced = stored.state === "file" && sha256(stored.data) === expected;
    return replaced ? void 0 : { state: "unavailable", failure: version.error };
  }
  const refused = conflict(versionOf(next), version.value, expected, place.location);
  return refused && { state: "conflict", failure: refused };
}
async function storedVersion(stored, place, known) {
  if (stored.state === "file" && known?.revision === sha256(stored.data)) return ok(known);
  const read = await decodeStored(stored, place);
  if (read.state === "found") return ok({ ...versionOf(read.snapshot), revision: read.revision });
  return read.state === "unavailable" ? err(read.failure) : ok(void 0);
}
function whyNotTake({ state }, expected, location) {
  if (state.state === "file" && sha256(state.data) === expected) return void 0;
  const message2 = `The state at ${location} was not carried over: another run has changed it meanwhile. Nothing was changed; run again.`;
  return { state: "conflict", failure: failure("state-conflict", message2) };
}
function leftMeanwhile(location) {
  const message2 = `The state at ${location} was not written: another run has locked it meanwhile, and is gone. Nothing was changed; run again.`;
  return { state: "conflict", failure: failure("state-conflict", message2) };
}
function lostLock(location, id) {
  const message2 = `The state at ${location} was not written: the lock of this run (${id}) was released by somebody else meanwhile, so another run may be writing. The stored state is untouched.`;
  return { state: "conflict", failure: failure("state-conflict", message2) };
}
function lostBranch(location, { names: { branch, shown }, lastCommit }, lost) {
  const last = lastCommit === void 0 ? "" : ` The last commit of it that this run has seen is ${lastCommit}: \`${commandLine(["git", "push", "origin", `${lastCommit}:refs/heads/${branch}`])}\` brings it back, from a clone that has it.`;
  const message2 = `The state at ${location} was not written: the branch ${branch} of ${shown} was deleted while this run went on, and with it ${lost}.${last} Bring it back before the next run.`;
  return failure("state-conflict", message2);
}

// src/state/backends/branch/carry-over.ts
function carryOver(here, from, carried, signal) {
  const [one, other] = [here.repository.names, from.repository.names];
  const isOneBranch = one.branch === other.branch && one.shown === other.shown;
  return (isOneBranch ? onOneBranch : betweenBranches)(here, from, carried, signal);
}
async function onOneBranch(here, from, { next, data, expected, options }, signal) {
  const decide = async (files) => {
    const theirs = await here.repository.files({ commit: files.commit }, from.place.folder, signal);
    if (!theirs.ok) return { do: "answer", value: { state: "unavailable", failure: theirs.error } };
    const refused = await here.whyNotArrive(files, next) ?? from.whyNotLeave(theirs.value, expected);
    if (refused) return { do: "answer", value: refused };
    return {
      do: "push",
      files: new Map([[`${here.place.folder}/${stateFile}`, data], ...goneFiles(from, theirs.value)]),
      message: moveMessage(here.place.folder, from.place.folder, next, options),
      value: { state: "written", revision: sha256(data) }
    };
  };
  const answer = await update(here, decide, signal);
  const arrived = answer.state === "written" ? answer.revision : void 0;
  return { answer, arrived, left: arrived !== void 0 };
}
async function betweenBranches(here, from, carried, signal) {
  const nowhere = (answer2) => ({ answer: answer2, arrived: void 0, left: false });
  const theirs = await from.repository.exclusive(() => from.files(signal));
  if (!theirs.ok) return nowhere({ state: "unavailable", failure: theirs.error });
  const refused = from.whyNotLeave(theirs.value, carried.expected);
  if (refused) return nowhere(refused);
  const { commit = "" } = theirs.value;
  const history = await here.repository.exclusive(() => here.repository.fetchCommits([commit], signal));
  if (!history.ok) return nowhere({ state: "unavailable", failure: history.error });
  const message2 = moveMessage(here.place.folder, from.place.folder, carried.next, carried.options);
  const arrived = await arrive(here, carried, { message: message2, history: commit }, signal);
  if (arrived.state !== "written") return nowhere(arrived);
  const answer = await leave(from, arrived, carried.expected, message2, signal);
  return { answer, arrived: arrived.revision, left: answer.state === "written" };
}
function arrive(here, { next, data }, commit, signal) {
  const decide = async (files) => {
    const refused = here.whyNotBusy(files);
    if (refused) return { do: "answer", value: refused };
    const known = await decodeStored(files.state, here.place);
    if (known.state === "found" && isSame(known.snapshot, next))
      return { do: "answer", value: { state: "written", revision: known.revision } };
    const taken = await here.whyNotArrive(files, next);
    if (taken) return { do: "answer", value: taken };
    const value = { state: "written", revision: sha256(data) };
    return { do: "push", files: /* @__PURE__ */ new Map([[`${here.place.folder}/${stateFile}`, data]]), ...commit, value };
  };
  return update(here, decide, signal);
}
function leave(from, arrived, expected, message2, signal) {
  const decide = (files) => {
    if (files.state.state === "absent") return { do: "answer", value: arrived };
    const refused = from.whyNotLeave(files, expected);
    if (refused) return { do: "answer", value: refused };
    return { do: "push", files: new Map(goneFiles(from, files)), message: message2, value: arrived };
  };
  return update(from, decide, signal);
}
function goneFiles({ place }, { lock }) {
  const names = lock.state === "file" ? [stateFile, lockFile] : [stateFile];
  return names.map((name) => [`${place.folder}/${name}`, null]);
}
async function update({ repository, place, onProgress }, decide, signal) {
  const tried = await updateBranch(repository, { folder: place.folder, decide, onProgress }, signal);
  return tried.ok ? tried.value : { state: "unavailable", failure: tried.error.failure };
}
function isSame(here, next) {
  return here.lineage === next.lineage && here.serial === next.serial && sameBody(here.body, next.body);
}

// src/state/backends/branch/earlier-state.ts
async function earlierState(repository, place, serial, signal) {
  const found = await repository.exclusive(async () => {
    const ends = await recordedEnds(repository, place.folder, signal);
    if (!ends.ok) return ends;
    const end = ends.value.find((one) => one.serial === serial);
    if (end === void 0) return ok(void 0);
    const { commit: commit2, folder: folder2 } = end;
    const state2 = await stateAt(repository, commit2, folder2, signal);
    return state2.ok ? ok({ commit: commit2, folder: folder2, state: state2.value }) : state2;
  });
  if (!found.ok) return { state: "unavailable", failure: found.error };
  if (found.value === void 0) return { state: "absent" };
  const { commit, folder, state } = found.value;
  const { branch, shown } = place.names;
  const location = `${folder}/${stateFile} in commit ${commit} of the branch ${branch} of ${shown}`;
  const read = await decodeStored(state, place, { location, folder });
  if (read.state === "found" && read.snapshot.serial === serial) return read;
  const holds = read.state === "found" ? `serial ${read.snapshot.serial}` : "no state";
  const message2 = `The state at ${location} has ${holds}, not serial ${serial} as the commit's message says. Choose another serial.`;
  return read.state === "unavailable" ? read : { state: "unavailable", failure: failure("state-unavailable", message2) };
}

// src/state/backends/branch/handed-over-journal.ts
function untilHandedOver(journal, isHandedOver) {
  return {
    read: (lineage, serial) => journal.read(lineage, serial),
    start: (lineage, serial, records) => journal.start(lineage, serial, records),
    append: (record) => journal.append(record),
    unended: () => journal.unended(),
    clear: () => {
      if (!isHandedOver()) return journal.clear();
      journal.end();
      return ok(void 0);
    }
  };
}

// src/state/backends/branch/branch-store.ts
var BranchStore = class _BranchStore {
  backend = "branch";
  location;
  journal;
  localFolder;
  #options;
  #repository;
  /** `<project>/<context>`, as on the branch. */
  #folder;
  #lock;
  #place;
  #file;
  /** Id of the lock that `lock` took and that is not released yet. */
  #held;
  /** The lock that comes with the first write. */
  #toCome;
  /** A push that takes it was sent. */
  #mayHold = false;
  /** The lock went with the run's last write: the journal's file may be the next run's by now. */
  #handedOver = false;
  /** The lock was just taken: the tip known here has the current state. */
  #current = false;
  /** What this instance read or wrote last, to save decoding it again. */
  #known;
  /** Nothing is stored, and the history of the branch has nothing either. */
  #neverStored = false;
  constructor(options) {
    const { repository, project, context, localFolder, machine = localMachine(), runLookup, onProgress } = options;
    this.#options = options;
    this.#repository = repository;
    this.#folder = `${folderName(project)}/${folderName(context)}`;
    const { branch, shown } = repository.names;
    const on = `on the branch ${branch} of ${shown}`;
    this.location = `${this.#folder}/${stateFile} ${on}`;
    this.localFolder = localFolder;
    const { sealing, flags } = options;
    this.#place = {
      project,
      context,
      folder: this.#folder,
      location: this.location,
      names: repository.names,
      sealing,
      flags
    };
    this.#file = new FileJournal(join3(localFolder, "journal.ndjson"), nodeFileSystem, options.sealing);
    this.journal = untilHandedOver(this.#file, () => this.#handedOver);
    const location = `${this.#folder}/${lockFile} ${on}`;
    this.#lock = new BranchLock({
      repository,
      project,
      context,
      folder: this.#folder,
      location,
      machine,
      whyNotBegin: () => this.#whyNotBegin(),
      runLookup,
      onProgress,
      flags: options.flags
    });
  }
  async read(signal) {
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Reading") };
    const tip = this.#current ? this.#repository.tip : void 0;
    this.#current = false;
    const looked = await this.#repository.exclusive(async () => {
      const files = await this.#files(tip, signal);
      if (!files.ok) return files;
      const last2 = await this.#lastOf(files.value, signal);
      return last2.ok ? ok({ stored: files.value.state, last: last2.value }) : last2;
    });
    if (!looked.ok) return { state: "unavailable", failure: looked.error };
    const { stored, last } = looked.value;
    const read = last === void 0 ? await decodeStored(stored, this.#place) : goneState(last, this.#place);
    if (read.state === "found") this.#known = { ...versionOf(read.snapshot), revision: read.revision };
    return read;
  }
  async write(next, expected, options, signal) {
    const { project, context, writer, sealing } = this.#options;
    if (next.project !== project || next.context !== context)
      throw new Error(`state of ${next.project}/${next.context} given to the store of ${project}/${context}`);
    this.#current = false;
    if (options.runEnded && this.#held !== void 0) this.#file.hold();
    const data = Buffer.from(await encode(next, options.run, writer, { seal: sealing?.seal }));
    const decide = (files) => this.#decideWrite(files, next, data, expected, options);
    const wait = this.#waitToWrite(options, signal);
    for (; ; ) {
      if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Writing") };
      if (this.#toCome?.signal.aborted && !options.runEnded)
        return { state: "unavailable", failure: this.#lock.cancelled() };
      const { onProgress } = this.#options;
      const update2 = { folder: this.#folder, decide, onProgress };
      const tried = await updateBranch(this.#repository, update2, signal);
      if (!tried.ok) return { state: "unavailable", failure: tried.error.failure };
      if (tried.value.state === "written") this.#afterWrite(next, tried.value.revision, options);
      if (tried.value.state !== "held") return tried.value;
      const refused = await wait.longer(tried.value.held);
      if (refused) return { state: "unavailable", failure: refused.failure };
    }
  }
  async takeOver(from, next, expected, options, signal) {
    if (!(from instanceof _BranchStore)) throw new Error(`the ${from.backend} backend is another place`);
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Writing") };
    this.#current = false;
    const { writer, sealing } = this.#options;
    const data = Buffer.from(await encode(next, options.run, writer, { seal: sealing?.seal }));
    const carried = { next, data, expected, options };
    const { answer, arrived, left } = await carryOver(this.#asEnd(), from.#asEnd(), carried, signal);
    if (arrived !== void 0) {
      this.#afterWrite(next, arrived, { ...options, runEnded: false });
      this.#current = this.#held !== void 0;
    }
    if (left) from.#takenAway();
    return answer;
  }
  #asEnd() {
    return {
      repository: this.#repository,
      place: this.#place,
      onProgress: this.#options.onProgress,
      files: (signal) => this.#files(void 0, signal),
      whyNotArrive: async (files, next) => this.#whyNotMine(files) ?? await this.#whyNotWriteHere(files, next, void 0),
      whyNotBusy: (files) => this.#whyNotMine(files) ?? this.#whyNotHeld(files),
      whyNotLeave: (files, expected) => this.#whyNotMine(files) ?? this.#whyNotHeld(files) ?? whyNotTake(files, expected, this.location)
    };
  }
  async holds(signal) {
    if (signal.aborted) return err(this.#cancelled("Reading"));
    const files = await this.#repository.exclusive(() => this.#files(this.#repository.tip, signal));
    return files.ok ? ok(files.value.state.state !== "absent") : files;
  }
  async beside(signal) {
    if (signal.aborted) return err(this.#cancelled("Reading"));
    const folders = await this.#repository.exclusive(async () => {
      const { tip } = this.#repository;
      const known = tip === void 0 ? await this.#repository.fetch(signal) : ok(tip);
      return known.ok ? foldersOn(this.#repository, known.value, signal) : known;
    });
    if (!folders.ok) return folders;
    const names = folders.value.map(namesOf);
    const others = await this.#options.others?.(signal) ?? ok([]);
    for (const other of others.ok ? others.value : []) {
      const found = await other.exclusive(async () => {
        const tip = await other.fetch(signal);
        return tip.ok ? foldersOn(other, tip.value, signal) : tip;
      });
      if (found.ok) names.push(...found.value.map(namesOf));
    }
    return ok(sortedNames(names));
  }
  async lock(holder, options, signal) {
    const lock = await this.#lock.acquire(holder, options, signal);
    if (lock.state !== "locked") return lock;
    this.#toCome = void 0;
    this.#held = holder.id;
    this.#handedOver = false;
    this.#current = true;
    return { state: "locked", release: this.#releaser(holder.id) };
  }
  async lockWithWrite(holder, options, signal) {
    const looked = await this.#lock.whenFree(options, signal);
    if (looked.state !== "free") return looked;
    this.#toCome = { holder, options, signal };
    this.#mayHold = false;
    this.#handedOver = false;
    this.#current = true;
    const release = this.#releaser(holder.id);
    return {
      state: "free",
      release: async (until) => {
        this.#toCome = void 0;
        return this.#held === holder.id || this.#mayHold ? release(until) : ok(void 0);
      }
    };
  }
  #releaser(id) {
    let released = false;
    return async (until) => {
      if (this.#held === id) this.#held = void 0;
      else released ||= this.#handedOver;
      if (released) return ok(void 0);
      const answer = await this.#lock.release(id, until ?? new AbortController().signal);
      released = answer.ok;
      return answer;
    };
  }
  /** Who has or gets the lock waits for others as long as he said; others only as long as a short write may take. */
  #waitToWrite({ runEnded }, signal) {
    const toCome = this.#toCome;
    if (toCome && !(runEnded && toCome.signal.aborted))
      return this.#lock.wait(toCome.options, AbortSignal.any([signal, toCome.signal]));
    const { writeLockMs: timeoutMs = writeLockMs } = this.#options;
    return this.#lock.wait({ timeoutMs, onWait: () => {
    }, onBroken: () => {
    } }, signal);
  }
  async unlock(id, signal) {
    return signal.aborted ? err(this.#cancelled("Unlocking")) : this.#lock.unlock(id, signal);
  }
  async lockedBy(signal) {
    if (signal.aborted) return void 0;
    const files = await this.#repository.exclusive(() => this.#files(void 0, signal));
    if (!files.ok) return void 0;
    const judgement = this.#lock.judge(files.value);
    return judgement.state === "held" ? judgement.held.holder : void 0;
  }
  async history(serial, signal) {
    if (signal.aborted) return { state: "unavailable", failure: this.#cancelled("Reading") };
    return earlierState(this.#repository, this.#place, serial, signal);
  }
  async runEnds(signal) {
    if (signal.aborted) return err(this.#cancelled("Reading"));
    const ends = await this.#repository.exclusive(() => recordedEnds(this.#repository, this.#folder, signal));
    return ends.ok ? ok(ends.value.map(({ serial, at: at2, what, url }) => ({ serial, at: at2, what, url }))) : ends;
  }
  async #decideWrite(files, next, data, expected, options) {
    const holder = this.#toCome?.holder;
    const held = this.#held ?? (holder && isHeldBy(files, holder.id) ? holder.id : void 0);
    const lock = lockIn(files.lock);
    const judgement = held === void 0 ? this.#lock.judge(files) : void 0;
    if (judgement?.state === "held") return { do: "answer", value: judgement };
    const refused = this.#whyGone(files, expected) ?? await this.#whyNotWriteHere(files, next, expected) ?? (holder && held === void 0 && lock.state !== "free" ? leftMeanwhile(this.location) : void 0);
    if (refused) return { do: "answer", value: refused };
    if (holder && held === void 0 && !options.runEnded) return this.#takeWith(holder, next, data, options);
    const revision = sha256(data);
    const unlocks = lock.state !== "free" && (held === void 0 || options.runEnded);
    const changed = /* @__PURE__ */ new Map([[`${this.#folder}/${stateFile}`, data]]);
    if (unlocks) changed.set(`${this.#folder}/${lockFile}`, null);
    return {
      do: "push",
      files: changed,
      message: stateMessage(this.#folder, next, options),
      ...options.runEnded ? {} : { aside: true },
      value: { state: "written", revision }
    };
  }
  /** The lock and the first state of a run, at once. */
  #takeWith(holder, next, data, options) {
    this.#mayHold = true;
    return {
      do: "push",
      files: new Map([[`${this.#folder}/${stateFile}`, data], this.#lock.file(holder)]),
      message: stateMessage(this.#folder, next, options),
      aside: true,
      value: { state: "written", revision: sha256(data) },
      arrived: (later) => isHeldBy(later, holder.id)
    };
  }
  async #whyNotWriteHere(files, next, expected) {
    const lost = this.#whyNotHeld(files);
    if (lost) return await whyPutBack(files, this.#place, this.#known, this.#repository.lastCommit) ?? lost;
    return whyNotSucceed(files.state, next, expected, this.#place, this.#known);
  }
  /** What was planned from is nowhere any more: to plan again from nothing would make everything once more. */
  #whyGone({ commit }, expected) {
    if (this.#toCome === void 0 || commit !== void 0 || expected === void 0) return void 0;
    return { state: "unavailable", failure: lostBranch(this.location, this.#repository, "all that was stored") };
  }
  #whyNotHeld(files) {
    return whyNotHeld(files, this.#held, this.location, this.#repository);
  }
  #whyNotMine(files) {
    return this.#held === void 0 ? whyNotFree(files, this.#lock) : void 0;
  }
  /** Nothing is left here, the lock neither. */
  #takenAway() {
    this.#known = void 0;
    if (this.#held === void 0) return;
    this.#held = void 0;
    this.#handedOver = true;
  }
  #afterWrite(next, revision, options) {
    this.#known = { ...versionOf(next), revision };
    this.#neverStored = false;
    if (this.#toCome && this.#mayHold) this.#held = this.#toCome.holder.id;
    if (this.#mayHold) this.#toCome = void 0;
    if (!options.runEnded || this.#held === void 0) return;
    this.#held = void 0;
    this.#mayHold = false;
    this.#handedOver = true;
  }
  async #files(known, signal) {
    const tip = known === void 0 ? await this.#repository.fetch(signal) : ok(known);
    return tip.ok ? this.#repository.files(tip.value, this.#folder, signal) : tip;
  }
  /** A file that is not there: the branch tells whether one ever was. That takes a look at all of its history. */
  async #lastOf(files, signal) {
    if (files.state.state !== "absent" || files.commit === void 0 || this.#neverStored) return ok(void 0);
    const last = await lastState(this.#repository, this.#folder, signal);
    this.#neverStored = last.ok && last.value === void 0;
    return last;
  }
  /** A journal on this machine is proof that the branch was there. */
  #whyNotBegin() {
    const left = this.journal.read("", 0);
    const { branch, shown } = this.#repository.names;
    const gone = `There is no branch ${branch} in ${shown} any more`;
    if (!left.ok) return { ...left.error, message: `${gone}. ${left.error.message}` };
    const before = this.#file.ended();
    if (before === void 0) return void 0;
    const message2 = `${gone}, and a run on this machine has stored ${this.#folder} there, with a serial of at least ${before.serial}. Bring the branch back from a clone that has it. To begin anew, remove ${this.#file.path}.`;
    return failure("state-unavailable", message2);
  }
  #cancelled(what) {
    return failure("cancelled", `${what} the state at ${this.location} was cancelled.`);
  }
};
async function foldersOn(repository, { commit }, signal) {
  if (commit === void 0) return ok([]);
  const listed = await repository.objects.listing(commit, signal);
  return listed.ok ? ok(stateFolders(listed.value.map(({ path }) => path))) : listed;
}

// src/state/backends/branch/surveyed-runs.ts
async function surveyedRuns(contexts, messages, repository, { detailedRuns }, signal) {
  const ends = new Map(contexts.map(({ folder }) => [folder, [...endsAmong(messages, folder)].reverse()]));
  const wanted = contexts.filter(({ data }) => data !== void 0 && !isSealed(data)).flatMap(({ folder }) => (ends.get(folder) ?? []).slice(0, detailedRuns));
  const changes = await changesOf(wanted, repository, signal);
  if (!changes.ok && signal.aborted) return changes;
  const known = changes.ok ? changes.value : /* @__PURE__ */ new Map();
  return ok(
    contexts.map(({ folder, ...context }) => ({
      ...context,
      runs: ok((ends.get(folder) ?? []).map((end) => surveyed(end, known.get(end))))
    }))
  );
}
function surveyed({ serial, at: at2, what, url, author }, changes) {
  return { serial, at: at2, what, url, author, changes };
}
async function changesOf(ends, repository, signal) {
  const found = /* @__PURE__ */ new Map();
  if (ends.length === 0) return ok(found);
  const fetched = await repository.fetchCommits([...new Set(ends.map(({ commit }) => commit))], signal);
  if (!fetched.ok) return fetched;
  const newest = [...ends].sort((one, other) => one.at < other.at ? 1 : -1);
  const sizes = await repository.objects.sizes(newest.map(versionName), signal);
  if (!sizes.ok) return sizes;
  let room = surveyedVersionBytes;
  const read = newest.filter((_, index) => {
    const size = sizes.value[index] ?? Number.POSITIVE_INFINITY;
    if (size > stateBytes || size > room) return false;
    room -= size;
    return true;
  });
  const blobs = await repository.objects.blobs(read.map(versionName), signal);
  if (!blobs.ok) return blobs;
  for (const [index, end] of read.entries()) {
    const changes = changesIn(blobs.value[index], end);
    if (changes !== void 0) found.set(end, changes);
  }
  return ok(found);
}
function versionName({ commit, folder }) {
  return `${commit}:${folder}/${stateFile}`;
}
function changesIn(data, { serial }) {
  const parsed = parseStored(data?.toString("utf8") ?? "");
  if (!parsed.ok || !isObject(parsed.value) || parsed.value.serial !== serial) return void 0;
  return changedTasks(parsed.value.body);
}

// src/state/backends/branch/branch-survey.ts
async function surveyBranch(repository, places, options, signal) {
  const tip = await repository.fetch(signal);
  if (!tip.ok) return tip;
  if (tip.value.commit === void 0) return ok([]);
  const [files, messages] = await Promise.all([
    stateFiles(repository, tip.value, signal),
    // A history that can't be read is told with each state.
    repository.messages(signal)
  ]);
  if (!files.ok) return files;
  if (signal.aborted && !messages.ok) return messages;
  const read = messages.ok ? ok(readMessages(messages.value)) : messages;
  const folders = [...new Set([...files.value.keys()].map(folderOf))].sort();
  const contexts = await Promise.all(
    folders.map((folder) => contextOf(folder, files.value, placeOf(folder, repository, places)))
  );
  const gone = messages.ok ? goneStates(messages.value, read.ok ? read.value : [], new Set(folders)) : /* @__PURE__ */ new Map();
  for (const [folder, last] of gone) contexts.push(goneContext(last, placeOf(folder, repository, places)));
  const found = contexts.filter((context) => context !== void 0);
  if (!read.ok) return ok(found.map((context) => ({ ...context, runs: err(read.error) })));
  return surveyedRuns(found, read.value, repository, options, signal);
}
async function stateFiles({ objects, names }, { commit = "" }, signal) {
  const listed = await objects.listing(commit, signal);
  if (!listed.ok) return listed;
  const foreignFiles = foreignFilesAmong(listed.value.map(({ path }) => path));
  if (foreignFiles.length > 0) return err(notForState(names, foreignFiles));
  const files = listed.value.filter(({ path }) => path.includes("/"));
  const isRead = ({ kind, size }) => kind === "file" && size <= stateBytes;
  const read = files.filter(isRead);
  const blobs = await objects.blobs(
    read.map(({ object }) => object),
    signal
  );
  if (!blobs.ok) return blobs;
  const data = new Map(read.map(({ path }, index) => [path, blobs.value[index]]));
  return ok(new Map(files.map((file) => [file.path, storedAs(file, data.get(file.path))])));
}
function storedAs({ path, kind, size }, data) {
  if (data !== void 0) return { state: "file", data };
  if (kind !== "file") return { state: "other", what: `${path} is a ${kind}, not a file` };
  return { state: "other", what: `${path} has ${sizeWords(size)}, and opus reads at most ${sizeWords(stateBytes)}` };
}
function folderOf(path) {
  return path.split("/").slice(0, 2).join("/");
}
function placeOf(folder, { names }, { sealing, flags }) {
  const location = `${folder}/${stateFile} on the branch ${names.branch} of ${names.shown}`;
  return { ...namesOf(folder), folder, location, names, sealing, flags };
}
async function contextOf(folder, files, place) {
  const state = at(files, `${folder}/${stateFile}`);
  const lock = lockIn(at(files, `${folder}/${lockFile}`));
  if (state.state === "absent" && lock.state === "free") return void 0;
  return {
    name: namesOf(folder),
    folder,
    location: place.location,
    read: await decodeStored(state, place),
    data: state.state === "file" ? state.data : void 0,
    lock: lock.state === "held" ? lock.holder : lock.state === "free" ? void 0 : "unknown"
  };
}
function at(files, path) {
  const stored = files.get(path);
  if (stored !== void 0) return stored;
  const below = [...files.keys()].find((one) => one.startsWith(`${path}/`));
  return below === void 0 ? { state: "absent" } : { state: "other", what: `${path} is a folder, not a file` };
}
function goneStates(messages, read, present) {
  const facts = new Map(read.map((one) => [one.commit, one.facts]));
  const settled = new Set(present);
  const gone = /* @__PURE__ */ new Map();
  for (const message2 of messages) {
    for (const folder2 of removedFolders(message2.text)) settled.add(folder2);
    const { serial, movedFrom, folder = "" } = facts.get(message2) ?? {};
    if (serial === void 0) continue;
    if (movedFrom !== void 0) settled.add(movedFrom);
    if (settled.has(folder)) continue;
    settled.add(folder);
    gone.set(folder, { serial, commit: message2.commit, at: message2.at, movedTo: void 0 });
  }
  return gone;
}
function goneContext(last, place) {
  const { folder, location } = place;
  return { name: namesOf(folder), folder, location, read: goneState(last, place), data: void 0, lock: void 0 };
}
function tooManyBranches(branches, most) {
  return failure(
    "state-unavailable",
    `There are ${branches} branches of state, and opus looks at most at ${most}. Name one with \`state-branch\`.`
  );
}

// src/state/backends/branch/branch-template.ts
var references = /\$\{OPUS:(context|project)\}/g;
function isTemplate(branch) {
  return branch.search(references) !== -1;
}
function branchOf(template, { project, context }) {
  return template.replaceAll(references, (_, name) => folderName(name === "context" ? context : project));
}
function branchesOf(template, branches) {
  const parts = template.split(/\$\{OPUS:(?:context|project)\}/);
  return branches.filter((branch) => hasParts(branch, parts));
}
function hasParts(text, [first = "", ...others]) {
  if (!text.startsWith(first)) return false;
  let at2 = first.length;
  for (const [index, part] of others.entries()) {
    const last = index === others.length - 1;
    const found = last ? text.length - part.length : text.indexOf(part, at2 + 1);
    if (found <= at2 || !text.startsWith(part, found)) return false;
    at2 = found + part.length;
  }
  return at2 === text.length;
}

// src/state/backends/branch/branch-state.ts
async function locateBranch(backend, request) {
  const found = await branchLocation(request);
  return found.ok ? ok(onBranch(backend, found.value)) : found;
}
var branchState = { locate: locateBranch, glance: branchGlance };
function onBranch(backend, location) {
  return {
    backend,
    flags: location.flags,
    key: JSON.stringify([location.url, location.branch]),
    open: (services, oneLook) => openBranch(location, services, oneLook),
    survey: (services, options, signal) => surveyAll(location, services, options, signal)
  };
}
async function surveyAll(location, services, options, signal) {
  const { branch: template, flags } = location;
  const places = { sealing: services.sealing, flags };
  const some = branchOf(template, { project: "any", context: "any" });
  const first = branchRepository({ ...location, branch: some }, services);
  const opened = [first];
  try {
    if (!isTemplate(template)) return await surveyBranch(first, places, options, signal);
    const all = await first.branches(signal);
    if (!all.ok) return all;
    const branches = branchesOf(template, all.value);
    if (branches.length > surveyedBranches) return err(tooManyBranches(branches.length, surveyedBranches));
    const found = [];
    for (const branch of branches) {
      const repository = branchRepository({ ...location, branch }, services);
      opened.push(repository);
      const contexts = await surveyBranch(repository, places, options, signal);
      if (!contexts.ok) return contexts;
      found.push(...contexts.value.filter(({ name }) => branchOf(template, name) === branch));
    }
    return ok(found);
  } finally {
    for (const repository of opened) repository.dispose();
  }
}
function openBranch(location, services, oneLook = false) {
  const { version, sealing, onProgress } = services;
  const { shown, branch, flags } = location;
  const repositories = /* @__PURE__ */ new Map();
  const repositoryOf = (one) => {
    const known = repositories.get(one) ?? branchRepository({ ...location, branch: one }, services, { oneLook });
    repositories.set(one, known);
    return known;
  };
  return {
    async open(name) {
      const runLookup = services.runLookup();
      const own = branchOf(branch, name);
      const repository = repositoryOf(own);
      return new BranchStore({
        repository,
        ...isTemplate(branch) && { others: otherBranches(branch, repository, repositoryOf) },
        ...name,
        writer: version,
        localFolder: services.localFolder(`${shown}
${own}`, name),
        machine: services.machine(),
        ...runLookup && { runLookup },
        sealing,
        onProgress,
        flags
      });
    },
    dispose: async () => {
      for (const repository of repositories.values()) repository.dispose();
    }
  };
}
var mostBranches = 10;
function otherBranches(template, own, repositoryOf) {
  return async (signal) => {
    const all = await own.branches(signal);
    if (!all.ok) return all;
    const others = branchesOf(template, all.value).filter((branch) => branch !== own.names.branch);
    return ok(others.slice(0, mostBranches).map(repositoryOf));
  };
}
export {
  branchState,
  onBranch
};
