import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  gitWords
} from "./chunk-C5KIVHJI.js";
import {
  runProcess
} from "./chunk-CDGJNW5Y.js";
import {
  GitHubServer
} from "./chunk-G5B4PQ7C.js";
import {
  serverOf
} from "./chunk-GHE6YAKB.js";
import {
  isRateLimit,
  saidOf
} from "./chunk-3KUNSIUL.js";
import {
  ownedPrefix
} from "./chunk-NTF4PRMK.js";
import {
  sha256
} from "./chunk-SGU7ENRC.js";
import {
  localRoot
} from "./chunk-6KA4WOHT.js";
import {
  localMachine
} from "./chunk-UYCPWTLL.js";
import {
  isTraced,
  stopwatch,
  trace
} from "./chunk-IOTVDPD4.js";
import {
  folderName
} from "./chunk-PQ6DQE26.js";
import {
  err,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  isObject
} from "./chunk-RRD47Q5D.js";
import {
  mostSealedKeys
} from "./chunk-35FI2EEV.js";
import {
  withoutEnd
} from "./chunk-I2UBFDYA.js";
import {
  runLookupMs
} from "./chunk-IE326VUJ.js";

// src/app/state/stores.ts
import { join } from "node:path";

// src/github/run-lookup.ts
var routeOfRun = "GET /repos/{owner}/{repo}/actions/runs/{run_id}";
var route = `${routeOfRun}/attempts/{attempt_number}`;
function createRunLookup(options) {
  const { repository, token, timeoutMs = runLookupMs } = options;
  const [owner = "", repo = ""] = repository.split("/");
  const server = new GitHubServer(options);
  return async (run, signal) => {
    const unasked = whyUnasked(run, options);
    if (unasked !== void 0) return unsure(unasked);
    const late = AbortSignal.timeout(timeoutMs);
    const client = await server.open({ attemptMs: timeoutMs });
    const parameters = { owner, repo, run_id: Number(run.id), attempt_number: run.attempt };
    const asked = { signal: AbortSignal.any([signal, late]), once: true };
    const ofAttempt = await client.call(route, parameters, asked);
    const unknown = !ofAttempt.ok && "answer" in ofAttempt && ofAttempt.answer.status === 404;
    const whole = unknown && serverOf(options.environment).wholeRuns;
    const called = whole ? await client.call(routeOfRun, { owner, repo, run_id: parameters.run_id }, asked) : ofAttempt;
    await client.dispose();
    if (signal.aborted) return unsure("asking GitHub was cancelled");
    if (late.aborted) return unsure(`${server.shown} did not answer within ${timeoutMs / 1e3} s`);
    if (!called.ok && "error" in called) return unsure(server.whyUnreachable(called.error));
    const answer = called.ok ? called.value : called.answer;
    return (whole ? judgeWhole(answer, run) : void 0) ?? judge(answer, run, server.shown, token);
  };
}
function whyUnasked(run, options) {
  const { serverUrl, repository, token, environment } = options;
  if (run.id === "") return "it is no run of a workflow, so GitHub can't be asked";
  const where = `${withoutEnd(serverUrl, "/")}/${repository}/actions/runs/${run.id}/attempts/${run.attempt}`;
  if (!/^[1-9]\d{0,14}$/.test(run.id) || !Number.isSafeInteger(run.attempt) || run.attempt < 1)
    return `its lock names a run that can't exist (id "${run.id}", attempt ${run.attempt})`;
  if (run.url.toLowerCase() !== where.toLowerCase())
    return `it is not a run of ${repository}, whose token this run has`;
  const { runs: lacking } = serverOf(environment).lacks;
  if (lacking !== void 0) return `${lacking}: when it is, release its lock with \`unlock\``;
  if (token === "") return "there is no token to ask GitHub with: give the input `token`";
  return void 0;
}
function judgeWhole({ status, data }, run) {
  if (status !== 200 || !isObject(data) || String(data.id) !== run.id || typeof data.status !== "string")
    return void 0;
  return data.status === "completed" ? { state: "over", why: `run ${run.url} ended` } : { state: "going-on" };
}
function judge(answer, run, apiUrl, token) {
  const { status, data, headers } = answer;
  if (status === 200 && isObject(data) && String(data.id) === run.id && data.run_attempt === run.attempt) {
    if (data.status === "completed") {
      const conclusion = typeof data.conclusion === "string" ? `: ${data.conclusion}` : "";
      return { state: "over", why: `run attempt ${run.url} ended${conclusion}` };
    }
    if (typeof data.status === "string") return { state: "going-on" };
  }
  const said = saidOf(answer, token);
  if (isRateLimit(answer)) return unsure(`GitHub's rate limit for this token is used up (${said})`);
  switch (status) {
    case 401:
      return unsure(`GitHub refused the token (${said}): check the input \`token\``);
    case 403:
      return unsure(
        `the token may not look at runs (${said}): add \`actions: read\` to the \`permissions\` of the workflow`
      );
    case 404:
      return unsure(
        `GitHub has no such run attempt, or the token may not see it (${said}): if that run was deleted, release its lock with \`unlock\``
      );
    default: {
      const type = isObject(data) ? "" : ` with ${headers["content-type"] ?? "nothing"}`;
      return unsure(`${apiUrl} answered ${said}${type}, which tells nothing about that run`);
    }
  }
}
function unsure(why) {
  return { state: "unsure", why };
}

// src/node/git/git.ts
import { constants } from "node:os";
var stderrBytes = 64 * 1024;
async function runGit({ args, cwd, environment, input = "", timeoutMs, signal }) {
  const output = [];
  const errors = new BoundedText(stderrBytes);
  const end = await runProcess({
    called: gitWords(args),
    command: "git",
    args,
    cwd,
    env: environment,
    input,
    timeoutMs,
    signal,
    onOutput: (stream, chunk) => {
      if (stream === "stdout") output.push(chunk);
      else errors.add(chunk);
    }
  });
  return gitEnd(end, () => Buffer.concat(output), errors, timeoutMs);
}
function gitEnd(end, stdout, { text: stderr }, timeoutMs) {
  switch (end.state) {
    case "aborted":
      return { state: "aborted" };
    case "timed-out":
      return { state: "timed-out", timeoutMs, stderr };
    case "not-started":
      return { state: "not-started", message: whyNotStarted(end.code, end.message) };
    case "exited": {
      const { exitCode } = end;
      if (exitCode === null) return { state: "killed", signal: end.signal ?? "an unknown signal", stderr };
      const signal = exitCode > 128 + 1 ? signalName(exitCode - 128) : void 0;
      if (signal !== void 0) return { state: "killed", signal, stderr };
      return { state: "exited", code: exitCode, stdout: stdout(), stderr };
    }
  }
}
function signalName(number) {
  return Object.entries(constants.signals).find(([, value]) => value === number)?.[0];
}
function whyNotStarted(code, message) {
  if (code === "ENOENT") return "git was not found. Install git 2.31 or newer, and put it on the PATH.";
  if (code === "EMFILE" || code === "ENFILE")
    return `git could not be started, as too many files are open (${code}). Raise the limit with \`ulimit -n\`.`;
  if (code === "ERR_ACCESS_DENIED")
    return "git could not be started: Node was started with `--permission`, which does not let opus run programs. Start it without.";
  return `git could not be started (${message}). opus needs git 2.31 or newer on the PATH.`;
}
var BoundedText = class {
  #most;
  #chunks = [];
  #bytes = 0;
  constructor(most) {
    this.#most = most;
  }
  add(chunk) {
    if (this.#bytes < this.#most) this.#chunks.push(chunk.subarray(0, this.#most - this.#bytes));
    this.#bytes += chunk.length;
  }
  get text() {
    const kept = Buffer.concat(this.#chunks).toString("utf8");
    return this.#bytes > this.#most ? `${kept.replace(/\ufffd+$/, "")}\u2026` : kept;
  }
};

// src/app/state/traced-store.ts
function tracedStore(store) {
  if (!isTraced()) return store;
  const where = `state (${store.backend})`;
  const read = store.read.bind(store);
  const write = store.write.bind(store);
  const lock = store.lock?.bind(store);
  const lockWithWrite = store.lockWithWrite?.bind(store);
  const overridden = {
    read: (signal) => timed(`${where}: read`, () => read(signal), readWords),
    write: (next, expected, options, signal) => timed(
      `${where}: write of serial ${next.serial} over ${expected ?? "nothing"}`,
      () => write(next, expected, options, signal),
      writeWords
    )
  };
  if (lock)
    overridden.lock = async (holder, options, signal) => {
      const taken = await timed(`${where}: lock ${holder.id}`, () => lock(holder, options, signal), lockWords);
      return taken.state === "locked" ? withTracedRelease(taken, `${where}: release of lock ${holder.id}`) : taken;
    };
  if (lockWithWrite)
    overridden.lockWithWrite = async (holder, options, signal) => {
      const ask = () => lockWithWrite(holder, options, signal);
      const lock2 = await timed(`${where}: lock ${holder.id}, to come with a write`, ask, lockWords);
      return lock2.state === "free" ? withTracedRelease(lock2, `${where}: release of lock ${holder.id}`) : lock2;
    };
  return Object.assign(store, overridden);
}
function withTracedRelease(lock, what) {
  return {
    ...lock,
    release: (signal) => timed(
      what,
      () => lock.release(signal),
      (released) => released.ok ? "done" : `failed: ${released.error.message}`
    )
  };
}
async function timed(what, ask, words) {
  const took = stopwatch();
  const answer = await ask();
  trace(() => `${what}: ${words(answer)} in ${took()}`);
  return answer;
}
function readWords(read) {
  switch (read.state) {
    case "found":
      return `serial ${read.snapshot.serial}, revision ${read.revision}, ${read.data.length} bytes`;
    case "absent":
      return "nothing is stored";
    case "unavailable":
      return `unavailable: ${read.failure.message}`;
  }
}
function writeWords(write) {
  if (write.state === "written") return `written, revision ${write.revision}`;
  return `${write.state}: ${write.failure.message}`;
}
function lockWords(lock) {
  if (lock.state === "locked") return "taken";
  return "failure" in lock ? `${lock.state}: ${lock.failure.message}` : lock.state;
}

// src/app/state/stores.ts
var gitProgram = {
  run: runGit,
  get folderPrefix() {
    return ownedPrefix("state");
  }
};
var Stores = class {
  #project;
  #stores;
  constructor(options) {
    this.#project = options.project;
    this.#stores = options.place.open(storeServices(options), options.oneLook);
  }
  /** @param project whose state it is; absent: that of the run's own */
  async open(context, project = this.#project) {
    return tracedStore(await this.#stores.open({ project, context }));
  }
  /** Removes what is only needed while the run goes on. */
  dispose() {
    return this.#stores.dispose();
  }
};
function storeServices({
  place: _,
  project: __,
  oneLook: ___,
  stateFiles: files,
  ...options
}) {
  const root = localRoot(options);
  return {
    ...options,
    files,
    git: gitProgram,
    machine: () => localMachine(join(root, "machine")),
    runLookup: () => runLookup(options),
    actionsCache: async (repository) => {
      const { openActionsCache } = await import("./actions-cache-5ILHUQC3.js");
      return openActionsCache(repository, options);
    },
    localFolder: (place, name) => localFolder(root, place, name)
  };
}
function localFolder(root, place, { project, context }) {
  const key = sha256(place).slice(0, 16);
  return join(root, key, folderName(project), folderName(context));
}
function runLookup({
  environment,
  token = "",
  version,
  terminal
}) {
  const {
    GITHUB_API_URL: apiUrl = "https://api.github.com",
    GITHUB_SERVER_URL: serverUrl,
    GITHUB_REPOSITORY: repository
  } = environment;
  if (terminal || !serverUrl || !repository) return void 0;
  const userAgent = `magnum-opus/${version}`;
  return createRunLookup({ apiUrl, serverUrl, repository, token, userAgent, environment });
}

// src/app/state/open-seal.ts
import { randomBytes as randomBytes3 } from "node:crypto";

// src/state/seal/journal-seal.ts
import { createCipheriv as createCipheriv2, createDecipheriv as createDecipheriv2, hkdfSync, randomBytes as randomBytes2, timingSafeEqual } from "node:crypto";

// src/state/seal/passphrase.ts
import { createCipheriv, createDecipheriv, randomBytes, scrypt, scryptSync } from "node:crypto";
var usualWorkFactor = 18;
var mostWorkFactor = 20;
var label = "age-encryption.org/v1/scrypt";
var saltBytes = 16;
var keptKeys = 8;
var NotDerived = class extends Error {
  name = "NotDerived";
};
var Passphrase = class {
  #text;
  #workFactor;
  #newStanza;
  /** Of what was sealed and opened last, so that it opens at once. Nothing is ever sealed with one of these again. */
  #keys = /* @__PURE__ */ new Map();
  constructor(text, newStanza, workFactor) {
    this.#text = text;
    this.#newStanza = newStanza;
    this.#workFactor = workFactor;
  }
  async wrapFileKey(fileKey) {
    const salt = randomBytes(saltBytes);
    const cipher = createCipheriv("chacha20-poly1305", await this.#key(salt, this.#workFactor), nonce(), tagLength);
    const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
    return [new this.#newStanza(["scrypt", unpadded(salt), String(this.#workFactor)], body)];
  }
  /** Throws when the stanza is none that age writes. */
  async unwrapFileKey(stanzas) {
    const [stanza, ...others] = stanzas;
    if (!stanzas.some(({ args }) => args[0] === "scrypt")) return null;
    if (stanza === void 0 || others.length > 0) throw new Error("a passphrase is never one of several recipients");
    const [, text = "", factor = "", ...rest] = stanza.args;
    const salt = Buffer.from(text, "base64");
    if (rest.length > 0 || salt.length !== saltBytes || unpadded(salt) !== text) throw new Error("no stanza of scrypt");
    if (!/^[1-9]\d?$/.test(factor) || Number(factor) > mostWorkFactor) throw new Error("no work factor of scrypt");
    if (stanza.body.length !== 32) throw new Error("no wrapped file key");
    const decipher = createDecipheriv("chacha20-poly1305", await this.#key(salt, Number(factor)), nonce(), tagLength);
    decipher.setAuthTag(stanza.body.subarray(16));
    try {
      return Buffer.concat([decipher.update(stanza.body.subarray(0, 16)), decipher.final()]);
    } catch {
      return null;
    }
  }
  #key(salt, workFactor) {
    const name = `${workFactor} ${salt.toString("hex")}`;
    const key = this.#keys.get(name) ?? derive(this.#text, salt, workFactor);
    this.#keys.set(name, key);
    for (const oldest of this.#keys.keys()) if (this.#keys.size > keptKeys) this.#keys.delete(oldest);
    return key;
  }
};
function deriveNow(passphrase, salt, workFactor) {
  return scryptSync(passphrase, salt, 32, cost(workFactor));
}
function derive(passphrase, salt, workFactor) {
  return new Promise((resolve, reject) => {
    scrypt(passphrase, Buffer.concat([Buffer.from(label), salt]), 32, cost(workFactor), (error, key) => {
      if (error) reject(new NotDerived("the key of a passphrase could not be derived", { cause: error }));
      else resolve(key);
    });
  });
}
function cost(workFactor) {
  const [N, r, p] = [2 ** workFactor, 8, 1];
  return { N, r, p, maxmem: 2 * 128 * N * r + 2 ** 20 };
}
function nonce() {
  return Buffer.alloc(12);
}
var tagLength = { authTagLength: 16 };
function unpadded(bytes) {
  return withoutEnd(Buffer.from(bytes).toString("base64"), "=");
}

// src/state/seal/journal-seal.ts
var saltBytes2 = 16;
var checkBytes = 16;
var nonceBytes = 12;
var tagBytes = 16;
var algorithm = "aes-256-gcm";
function journalSeal(keys, workFactor) {
  const [first] = keys;
  const roots = new Roots();
  let slow;
  return {
    begin: () => {
      if (first.type === "passphrase") slow ??= { workFactor, salt: randomBytes2(saltBytes2) };
      const recipe = { ...slow ? { slow } : {}, salt: randomBytes2(saltBytes2) };
      const { key, check } = derive2(roots.of(first, recipe), recipe);
      return { header: headerOf(recipe, check), lines: lineSeal(key) };
    },
    open: (header) => {
      const read = recipeOf(header);
      if (read === void 0) return err("damaged");
      const type = read.recipe.slow ? "passphrase" : "identity";
      for (const candidate of keys.filter((one) => one.type === type)) {
        const { key, check } = derive2(roots.of(candidate, read.recipe), read.recipe);
        if (timingSafeEqual(check, read.check)) return ok(lineSeal(key));
      }
      return err("key");
    }
  };
}
var Roots = class {
  #slow = /* @__PURE__ */ new Map();
  of({ text }, { slow }) {
    if (slow === void 0) return Buffer.from(text);
    const name = `${slow.workFactor} ${slow.salt.toString("hex")} ${text}`;
    const known = this.#slow.get(name) ?? deriveNow(text, slow.salt, slow.workFactor);
    this.#slow.set(name, known);
    return known;
  }
};
function derive2(root, { salt }) {
  const derived = Buffer.from(hkdfSync("sha256", root, salt, "opus-journal", 32 + checkBytes));
  return { key: derived.subarray(0, 32), check: derived.subarray(32) };
}
function headerOf({ slow, salt }, check) {
  const made = slow ? ["passphrase", `${slow.workFactor}.${slow.salt.toString("hex")}`] : ["identity"];
  return [...made, salt.toString("hex"), check.toString("hex")].join(" ");
}
var headerShape = /^(?:identity|passphrase (?<factor>[1-9]\d?)\.(?<slow>[0-9a-f]{32})) (?<salt>[0-9a-f]{32}) (?<check>[0-9a-f]{32})$/;
function recipeOf(header) {
  const { factor, slow, salt = "", check = "" } = headerShape.exec(header)?.groups ?? {};
  if (salt === "" || Number(factor ?? 0) > mostWorkFactor) return void 0;
  const passphrase = slow === void 0 ? {} : { slow: { workFactor: Number(factor), salt: Buffer.from(slow, "hex") } };
  return { recipe: { ...passphrase, salt: Buffer.from(salt, "hex") }, check: Buffer.from(check, "hex") };
}
function lineSeal(key) {
  return {
    seal: (text, bound) => {
      const nonce2 = randomBytes2(nonceBytes);
      const cipher = createCipheriv2(algorithm, key, nonce2).setAAD(Buffer.from(bound));
      return Buffer.concat([nonce2, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]).toString(
        "base64"
      );
    },
    open: (sealed, bound) => {
      const data = Buffer.from(sealed, "base64");
      if (data.length < nonceBytes + tagBytes) return void 0;
      const decipher = createDecipheriv2(algorithm, key, data.subarray(0, nonceBytes), { authTagLength: tagBytes });
      decipher.setAAD(Buffer.from(bound)).setAuthTag(data.subarray(-tagBytes));
      try {
        return Buffer.concat([decipher.update(data.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString(
          "utf8"
        );
      } catch {
        return void 0;
      }
    }
  };
}

// src/state/seal/key-lines.ts
var shortestPassphrase = 16;
function parseKeyLines(text, isSound2) {
  const keys = [];
  const weak = [];
  const problems = [];
  let inBlock = false;
  for (const { line, number } of countingLines(text)) {
    if (inBlock) {
      inBlock = !/^-----END /.test(line);
      continue;
    }
    inBlock = /^-----BEGIN /.test(line);
    const problem = keyProblem(line, isSound2);
    if (problem !== void 0) {
      problems.push({ line: number, ...problem });
      continue;
    }
    const type = isIdentity(line) ? "identity" : "passphrase";
    keys.push({ type, text: line });
    if (type === "passphrase" && [...line].length < shortestPassphrase) weak.push(number);
  }
  if (problems.length > 0) return err(problems);
  const [first, ...others] = keys;
  return first === void 0 ? err([nothing]) : ok({ keys: [first, ...others], weak });
}
function secretLines(text) {
  return countingLines(text).map(({ line }) => line);
}
function countingLines(text) {
  return text.split(/\r\n|\r|\n/).map((line, index) => ({ line: line.trim(), number: index + 1 })).filter(({ line }) => line !== "" && !/^#(?:\s|$)/.test(line));
}
function isIdentity(line) {
  return /AGE-SECRET-KEY-/i.test(line);
}
function keyProblem(line, isSound2) {
  if (line.startsWith("#")) return notQuiteComment;
  if (line.includes("${{")) return expression;
  if (isIdentity(line)) return isSound2(line) ? void 0 : broken;
  if (/^AGE-PLUGIN-/i.test(line)) return plugin;
  if (/^age1[ac-hj-np-z02-9]{20,}$/i.test(line) || /^(?:ssh|ecdsa)-[a-z0-9@.-]+ AAAA/.test(line)) return recipient;
  if (/^-----BEGIN /.test(line)) return block;
  return void 0;
}
var make = "Make an identity with `opus state keygen` or `age-keygen`.";
var nothing = { line: void 0, message: "has nothing but comments and empty lines", suggestion: make };
var notQuiteComment = {
  message: "begins with `#`, and is no comment, which has a blank after it",
  suggestion: "Put a blank after the `#`, or take the line out. A passphrase can't begin with `#`."
};
var expression = {
  message: "has a `${{`, so it is an expression of a workflow that nobody has evaluated",
  suggestion: "Give the value itself, or write the expression where GitHub evaluates it: below `with` or `env` of a step."
};
var broken = {
  message: "is an age identity that is broken: cut off, mistyped, or with something around it",
  suggestion: "Give the whole line that begins with `AGE-SECRET-KEY-`, as `age-keygen` has written it."
};
var plugin = {
  message: "is an identity of an age plugin, and opus runs no plugins",
  suggestion: make
};
var recipient = {
  message: "is a recipient (a public key), which can't open what is sealed",
  suggestion: "Give the identity that belongs to it: the line that begins with `AGE-SECRET-KEY-`."
};
var block = {
  message: "is the beginning of a file, such as an SSH key or an encrypted identity, which opus can't use",
  suggestion: make
};

// src/state/seal/age-seal.ts
async function ageSeal(text, workFactor = usualWorkFactor) {
  const age = await import("./dist-HCOLOISH.js");
  const parsed = parseKeyLines(text, (identity) => isSound(age, identity));
  if (!parsed.ok) return parsed;
  const { keys, weak } = parsed.value;
  const openerOf = (key) => key.type === "identity" ? key.text : new Passphrase(key.text, age.Stanza, workFactor);
  const [first, ...others] = keys;
  const sealer = openerOf(first);
  const openers = [sealer, ...others.map(openerOf)];
  const encrypter = new age.Encrypter();
  encrypter.addRecipient(typeof sealer === "string" ? await age.identityToRecipient(sealer) : sealer);
  const seal = {
    seal: async (content) => age.armor.encode(await encrypter.encrypt(content)),
    open: (armored) => open(age, openers, armored),
    isCurrent: (armored) => opensHeader(age, sealer, armored),
    journal: journalSeal(keys, workFactor)
  };
  return ok({ seal, weak });
}
async function newIdentity() {
  const age = await import("./dist-HCOLOISH.js");
  const identity = await age.generateX25519Identity();
  return { identity, recipient: await age.identityToRecipient(identity) };
}
function isSound({ Decrypter }, identity) {
  try {
    new Decrypter().addIdentity(identity);
    return true;
  } catch {
    return false;
  }
}
async function opensHeader(age, opener, armored) {
  const decrypter = new age.Decrypter();
  decrypter.addIdentity(opener);
  try {
    const sealed = age.armor.decode(armored);
    if (keysOf(sealed) > mostSealedKeys) return false;
    await decrypter.decryptHeader(sealed);
    return true;
  } catch (error) {
    if (error instanceof NotDerived) throw error;
    return false;
  }
}
async function open(age, openers, armored) {
  const decrypter = new age.Decrypter();
  for (const opener of openers) decrypter.addIdentity(opener);
  let noneFits = false;
  decrypter.addIdentity({
    unwrapFileKey: () => {
      noneFits = true;
      return null;
    }
  });
  try {
    const sealed = age.armor.decode(armored);
    const sealedFor = keysOf(sealed);
    if (sealedFor > mostSealedKeys) return err({ keys: sealedFor });
    return ok(await decrypter.decrypt(sealed, "text"));
  } catch (error) {
    if (error instanceof NotDerived) throw error;
    return err(noneFits ? "key" : "damaged");
  }
}
function keysOf(sealed) {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  let keys = 0;
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    const begin = bytes.toString("latin1", at, at + 3);
    if (begin === "---" || end === -1) break;
    if (begin === "-> ") keys++;
    at = end + 1;
  }
  return keys;
}

// src/app/authorize/invalid-manifest.ts
function inputFailure(errors) {
  const [first] = errors;
  const message = errors.length === 1 && first ? first.message : `${errors.length} inputs are wrong`;
  return failure("invalid-input", message, errors);
}
function invalidManifest(problems, inputs) {
  const errors = problems.filter((problem) => problem.severity === "error");
  if (inputs && errors.every((error) => inputs.has(error))) return inputFailure(errors);
  return failure(
    "invalid-manifest",
    errors.length === 1 ? errors[0]?.message ?? "" : `the manifest has ${errors.length} errors`,
    problems
  );
}

// src/app/state/open-seal.ts
async function openSealing({ encryptionKey, initialize }, { terminal, environment }, warn) {
  if (encryptionKey === void 0) return ok(void 0);
  const fromEnvironment = encryptionKey.trim() === environment.OPUS_ENCRYPTION_KEY?.trim();
  const flag = fromEnvironment ? "OPUS_ENCRYPTION_KEY" : "--encryption-key";
  const input = terminal ? flag : 'input "encryption-key"';
  const made = await ageSeal(encryptionKey);
  if (!made.ok) return err(inputFailure(made.error.map((problem) => told(problem, input))));
  const { seal, weak } = made.value;
  if (weak.length > 0) warn(weakPassphrase(weak, input));
  return ok({ seal, takesPlain: initialize });
}
function sessionSeal(sealing) {
  return sealing && { seal: sealing.seal, newFingerprintKey: () => randomBytes3(32).toString("hex") };
}
function secretSettings({
  token,
  encryptionKey,
  planSigningKey
}) {
  const inputs = [
    ["token", token ? [token] : []],
    ["encryption-key", encryptionKey ? secretLines(encryptionKey) : []],
    ["plan-signing-key", planSigningKey ? [planSigningKey] : []]
  ];
  return inputs.flatMap(([name, secrets]) => secrets.map((secret) => [secret, `input \`${name}\``]));
}
function told({ line, message, suggestion }, input) {
  const subject = line === void 0 ? input : `line ${line} of ${input}`;
  return { severity: "error", code: "invalid-input", message: `${subject} ${message}`, suggestion };
}
function weakPassphrase(lines, input) {
  const which = lines.length === 1 ? `line ${lines[0]}` : `lines ${lines.join(", ")}`;
  const message = `${which} of ${input} has a passphrase of fewer than ${shortestPassphrase} characters, which who has the state may find by trying`;
  const suggestion = "Make an identity with `opus state keygen`, put it first, and keep this one as a further line.";
  return { severity: "warning", code: "weak-passphrase", message, suggestion };
}

export {
  inputFailure,
  invalidManifest,
  gitProgram,
  Stores,
  storeServices,
  newIdentity,
  openSealing,
  sessionSeal,
  secretSettings
};
