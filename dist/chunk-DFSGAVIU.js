import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  branchName,
  unlockCommand
} from "./chunk-CO4BU3TB.js";
import {
  shownPath
} from "./chunk-LWQZJD46.js";
import {
  locationFlags
} from "./chunk-C3VMYVSV.js";
import {
  closing,
  openByPath,
  openForReading,
  systemCode,
  writeWholeFile
} from "./chunk-QRZW4G5D.js";
import {
  commandLine,
  isSealed,
  lockOf
} from "./chunk-CSETESDP.js";
import {
  withoutEnd
} from "./chunk-I2UBFDYA.js";
import {
  err,
  ok
} from "./chunk-4COZKLNI.js";
import {
  isObject
} from "./chunk-OYQK6QYK.js";

// src/app/post-step/handover-file.ts
import { randomUUID } from "node:crypto";
import { fstatSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
var format = "opus-handover";
var version = 2;
var folderName = "opus";
var fileName = /^handover-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.json$/;
var Handover = class _Handover {
  #target;
  #contexts = [];
  #secretVariables = [];
  constructor(target) {
    this.#target = target;
  }
  /** There is no post step. */
  static none() {
    return new _Handover();
  }
  /**
   * Tells the runner where the handover will be; the file is there only while a context is open.
   * @param folder for temporary files of the job
   * @param process this one
   * @param tell hands the path to the post step
   */
  static begin(folder, process, tell) {
    const path = join(folder, folderName, `handover-${randomUUID()}.json`);
    tell(path);
    return new _Handover({ path, process });
  }
  /** Tells which variables hold secrets; before any context is opened. */
  keepSecret(variables) {
    this.#secretVariables = variables;
  }
  /** A lock is about to be asked for. Throws system errors. */
  open(entry) {
    this.#write([...this.#others(entry.context), entry]);
  }
  /**
   * The run of a context is through. Throws system errors.
   * @param left what the post step is to try again; undefined: nothing
   */
  close(context, left) {
    const entry = this.#contexts.find((one) => one.context === context);
    if (entry) this.#write([...this.#others(context), ...left === void 0 ? [] : [{ ...entry, left }]]);
  }
  #others(context) {
    return this.#contexts.filter((one) => one.context !== context);
  }
  /** All at once, so that the post step never finds half of it. */
  #write(contexts) {
    this.#contexts = contexts;
    if (this.#target === void 0) return;
    const { path, process } = this.#target;
    if (contexts.length === 0) {
      rmSync(path, { force: true });
      return;
    }
    mkdirSync(dirname(path), { recursive: true });
    const content = { format, version, process, contexts, secretVariables: this.#secretVariables };
    writeWholeFile(path, Buffer.from(JSON.stringify(content)), 384);
  }
};
function readHandover(path, folder) {
  const place = join(folder, folderName);
  if (dirname(path) !== place || !fileName.test(basename(path))) return err(`${path} is no place of a handover`);
  let text;
  try {
    const descriptor = openForReading(openByPath(place), basename(path));
    text = closing(descriptor, () => fstatSync(descriptor).isFile() ? readFileSync(descriptor, "utf8") : "");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return ok(void 0);
    return err(error instanceof Error ? error.message : String(error));
  }
  try {
    const content = JSON.parse(text);
    if (!isObject(content) || content.format !== format) return err(`${path} is no handover`);
    if (content.version !== version)
      return err(`${path} has version ${JSON.stringify(content.version)}, and this program knows ${version}`);
    const checked = checkedContent(content);
    return checked ? ok(checked) : err(`${path} holds what no step writes`);
  } catch {
    return err(`${path} is not JSON`);
  }
}
function checkedContent({ process, contexts, secretVariables }) {
  const identity = asProcess(process);
  if (!identity || !Array.isArray(contexts) || !Array.isArray(secretVariables)) return void 0;
  const open = contexts.map(asContext);
  if (!open.every((one) => one !== void 0) || !secretVariables.every(isText)) return void 0;
  return { process: identity, contexts: open, secretVariables };
}
function asProcess(value) {
  if (!isObject(value)) return void 0;
  const { machine, host, bootId, processNamespace, pid, startTime } = value;
  const told = [machine, bootId, processNamespace, startTime].every((one) => one === null || isText(one));
  if (!told || !isText(host) || typeof pid !== "number" || !Number.isInteger(pid) || pid < 2) return void 0;
  return value;
}
function asContext(value) {
  if (!isObject(value)) return void 0;
  const { said, project, context, command, lockId, left } = value;
  if (!isObject(said) || ![project, context, command, lockId].every(isText)) return void 0;
  if (left !== void 0 && left !== "results" && left !== "lock") return void 0;
  const { backend, branch, path, ...others } = said;
  if (Object.keys(others).length > 0 || path !== void 0 && !isText(path)) return void 0;
  if (backend !== void 0 && !["branch", "cache", "file"].includes(String(backend))) return void 0;
  if (branch !== void 0 && !(isText(branch) && branchName.test(branch))) return void 0;
  return value;
}
function isText(value) {
  return typeof value === "string" && value !== "" && value.length <= 1e3;
}

// src/app/secrets/address-secrets.ts
var addresses = [
  "ACTIONS_RESULTS_URL",
  "ACTIONS_CACHE_URL",
  "GITHUB_SERVER_URL",
  "GITHUB_API_URL",
  "GITHUB_GRAPHQL_URL",
  ...["http_proxy", "https_proxy", "all_proxy"].flatMap((name) => [name, name.toUpperCase()])
];
var shortest = 4;
function passwordsInAddresses(environment) {
  return addresses.flatMap((name) => {
    const written = /^[a-z][a-z0-9+.-]*:\/\/[^/?#:]*:([^/?#]*)@/i.exec(environment[name] ?? "")?.[1] ?? "";
    const forms = /* @__PURE__ */ new Set([written, decoded(written)]);
    return [...forms].filter((form) => form.length >= shortest).map((form) => [form, `the password in \`${name}\``]);
  });
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// src/app/state/recovery-file.ts
import { closeSync, fsyncSync, openSync, rmSync as rmSync2, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename as basename2, join as join2, resolve as resolvePath } from "node:path";
var mostNames = 1e3;
function keepRecovery(context, text, failed, around) {
  const { host, settings } = around;
  const { RUNNER_TEMP: temporary } = host.environment;
  const why = { severity: "error", code: failed.reason, message: failed.message };
  const folders = [temporary || resolvePath(host.directory, settings.workingDirectory), tmpdir()];
  const saved = save(folders, context, text);
  const lockId = lockOf(text);
  if (!saved.ok) {
    const lock = lockId === void 0 ? "" : `; should its lock be left, release it: ${unlockCommand(lockId, context, flags(around))}`;
    const message2 = `what was applied could not be kept in a recovery file either (${saved.why}): look at the resources of "${context}" before the next run${lock}`;
    return {
      ...failed,
      message: joined(failed.message, message2),
      diagnostics: [...failed.diagnostics, why, problem(message2)]
    };
  }
  const path = shownPath(saved.path, host.directory);
  const lost = around.backend === "cache" && failed.reason === "state-conflict";
  const message = `what was applied is kept in ${path}${lost ? afterLostRace : toStore(path, text, around)}`;
  const told = [...failed.diagnostics, why, problem(message)];
  const vanishes = temporary && !host.terminal && !lost;
  if (vanishes) told.push(problem(vanishing));
  const after = vanishes ? `; ${vanishing}` : "";
  return { ...failed, message: joined(failed.message, `${message}${after}`), diagnostics: told };
}
function toStore(path, text, around) {
  const key = isSealed(text) ? withKey : "";
  const { host, backend } = around;
  const away = backend !== "file" && !host.terminal && host.environment.RUNNER_TEMP;
  const file = away ? basename2(path) : path;
  const push = (given) => `\`${commandLine(["opus", "state", "push", file, ...given])}\``;
  if (around.backend !== "cache")
    return `: once the cause is mended, store it with ${push(pushFlags(around))}${key}${lockOf(text) === void 0 ? "" : lockToo}`;
  return `. The cache takes no file: once the cause is mended, run again, which looks at each task of this run to find out what became of it; or go on from the file on a branch, with ${push([...pushFlags({ ...around, settings: { ...around.settings, state: {} } }), "--force"])}${key} and \`state-backend: branch\` in the workflow`;
}
var afterLostRace = ". The cache takes no file: run again. What this run made and the other one does not know of is adopted then where it is as the manifest says (or with `lifecycle.adopt`), is an error where it is not, and is made again where it can't be looked at";
var withKey = " and the key that sealed it in `OPUS_ENCRYPTION_KEY`";
var lockToo = ", which also releases the lock of this run, should it be left";
var vanishing = "the runner removes that file when the job ends: let a step after this one upload it (`uses: actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1`, `if: failure()`, `path: ${{ runner.temp }}/opus-recovery*.json`), and push the downloaded one from a checkout";
function problem(message) {
  return { severity: "error", code: "state-not-stored", message };
}
function joined(first, second) {
  if (/[?!]$/.test(first)) return `${first} ${second.charAt(0).toUpperCase()}${second.slice(1)}`;
  return `${withoutEnd(first, ".")}; ${second}`;
}
function flags({ settings, host, project, backend }) {
  return locationFlags(settings, project, host, backend);
}
function pushFlags(around) {
  const { settings, project, projectName } = around;
  const initialize = settings.initialize && settings.encryptionKey !== void 0 ? ["--initialize"] : [];
  const whose = project === void 0 ? ["--project", projectName] : [];
  return [...initialize, ...whose, ...flags(around)];
}
function save(folders, context, text) {
  let why = "";
  for (const folder of folders) {
    for (let number = 0; number < mostNames; number++) {
      const path = join2(folder, fileName2(context, number));
      try {
        write(path, text);
        return { ok: true, path };
      } catch (error) {
        const { code, message } = error;
        if (code === void 0) throw error;
        why ||= message;
        if (code !== "EEXIST") break;
      }
    }
  }
  return { ok: false, why };
}
function fileName2(context, number) {
  return number === 0 ? "opus-recovery.json" : `opus-recovery-${context}${number === 1 ? "" : `-${number}`}.json`;
}
function write(path, text) {
  const file = openSync(path, "wx", 384);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } catch (error) {
    rmSync2(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

export {
  Handover,
  readHandover,
  passwordsInAddresses,
  keepRecovery
};
