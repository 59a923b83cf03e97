import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  passwordsInAddresses
} from "./chunk-4M3YFS4D.js";
import {
  readSettings,
  readSureSettings,
  wrongInputs
} from "./chunk-FTEEA57J.js";
import {
  code,
  details,
  md,
  ours,
  table
} from "./chunk-DTGBYTTG.js";
import {
  projectLookup
} from "./chunk-MCAJJ234.js";
import {
  declaredSecrets,
  load,
  openCapabilities,
  openNames
} from "./chunk-OWGJJ7ZC.js";
import "./chunk-UJVBIXX2.js";
import "./chunk-SYK35MFE.js";
import "./chunk-GVRYNTHU.js";
import "./chunk-QK6MTLUX.js";
import "./chunk-L3IILN6V.js";
import "./chunk-T52OZLMG.js";
import "./chunk-Q25WG5M4.js";
import "./chunk-A7FT4HDT.js";
import {
  Stores,
  secretSettings
} from "./chunk-B32DNQLH.js";
import {
  stateLocation
} from "./chunk-2LULCZ5L.js";
import {
  checkout
} from "./chunk-7WGP7UA6.js";
import {
  systemClock
} from "./chunk-OWXY5KPK.js";
import "./chunk-QXHLS2HQ.js";
import {
  decideContexts
} from "./chunk-VV5JYV5H.js";
import "./chunk-JOSI6L7F.js";
import "./chunk-7FF22DOR.js";
import "./chunk-RXZCXUB4.js";
import "./chunk-ZHKSUILZ.js";
import "./chunk-NZX5AGU2.js";
import "./chunk-7ANHA2T2.js";
import "./chunk-ISYZXV75.js";
import "./chunk-KEXNV5DD.js";
import "./chunk-MAM7B6KD.js";
import "./chunk-NOJM2UO2.js";
import "./chunk-GQFY5NGX.js";
import "./chunk-C5KIVHJI.js";
import "./chunk-3X5OX6NC.js";
import "./chunk-B6KQZQNF.js";
import {
  ProcessGroups,
  askProgram
} from "./chunk-CDGJNW5Y.js";
import {
  GitHubServer
} from "./chunk-G5B4PQ7C.js";
import {
  serverKind
} from "./chunk-GHE6YAKB.js";
import "./chunk-3KUNSIUL.js";
import "./chunk-7S447Q45.js";
import "./chunk-IEAZJNH3.js";
import "./chunk-N35UVQ2N.js";
import "./chunk-Z3T6MPV3.js";
import "./chunk-OIN6ASEP.js";
import "./chunk-AEBTEOXY.js";
import "./chunk-F5MAH5B3.js";
import "./chunk-7AN7EH64.js";
import "./chunk-H6W3A4JT.js";
import "./chunk-756ZVGAZ.js";
import "./chunk-Y5B556YC.js";
import "./chunk-H7CNPS2Q.js";
import "./chunk-NTF4PRMK.js";
import "./chunk-6SHK6BE2.js";
import "./chunk-4X7ZPCTY.js";
import "./chunk-SGU7ENRC.js";
import {
  printableLines
} from "./chunk-JSSPZBFU.js";
import "./chunk-OZE7IRRJ.js";
import "./chunk-IN66ROTJ.js";
import "./chunk-PN4IT2FT.js";
import "./chunk-VFHQJX4Z.js";
import "./chunk-6KA4WOHT.js";
import "./chunk-LI4TCKJH.js";
import "./chunk-UYCPWTLL.js";
import "./chunk-RTR3EWSL.js";
import "./chunk-IOTVDPD4.js";
import "./chunk-T4BGI7IW.js";
import "./chunk-T3NMYTTS.js";
import "./chunk-J4HGFYZ3.js";
import "./chunk-6A663GUQ.js";
import "./chunk-U3X2RP64.js";
import "./chunk-Q4RDUBL5.js";
import "./chunk-P4WMOHAY.js";
import "./chunk-FGOILAFU.js";
import "./chunk-PQ6DQE26.js";
import "./chunk-NFAW5THG.js";
import "./chunk-VKSB6RUN.js";
import "./chunk-RRD47Q5D.js";
import "./chunk-35FI2EEV.js";
import "./chunk-I2UBFDYA.js";
import "./chunk-GNBVHH4E.js";
import {
  apiAttemptMs,
  debugQuestionMs
} from "./chunk-IE326VUJ.js";
import {
  metadata
} from "./chunk-3CUOGUAX.js";
import "./chunk-FOQK4HC4.js";
import "./chunk-DGTLEPWR.js";
import "./chunk-DPEJMFBY.js";
import "./chunk-QHW5LFAW.js";

// src/app/debug-info/debug-info.ts
import { release } from "node:os";

// src/github/reached-hosts.ts
var theServer = "the server's own";
var serverHosts = {
  git: {
    what: "git",
    variable: "GITHUB_SERVER_URL",
    at: {
      "github.com": "github.com",
      "ghe.com": "ACME.ghe.com",
      ghes: theServer,
      gitea: theServer,
      forgejo: theServer
    }
  },
  api: {
    what: "API",
    variable: "GITHUB_API_URL",
    at: {
      "github.com": "api.github.com",
      "ghe.com": "api.ACME.ghe.com",
      ghes: theServer,
      gitea: theServer,
      forgejo: theServer
    }
  },
  cache: {
    what: "cache service",
    variable: "ACTIONS_RESULTS_URL",
    at: { "github.com": "*.actions.githubusercontent.com", "ghe.com": "*.actions.ACME.ghe.com" }
  },
  archives: {
    what: "archives of the cache",
    at: { "github.com": "*.blob.core.windows.net", "ghe.com": "*.blob.core.windows.net" }
  }
};
function hostsWords(environment) {
  const kind = serverKind(environment);
  const words = Object.values(serverHosts).flatMap(({ what, variable, at }) => {
    const host = variable === void 0 ? void 0 : URL.parse(environment[variable] ?? "")?.host;
    return at[kind] !== void 0 && host ? [`${what}: ${host}`] : [];
  });
  return words.length === 0 ? "the environment names none" : words.join(", ");
}

// src/app/secrets/given-secrets.ts
var variables = [
  "ACTIONS_RUNTIME_TOKEN",
  "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
  "GITHUB_TOKEN",
  "GH_TOKEN",
  "OPUS_ENCRYPTION_KEY"
];
function givenSecrets(raw, environment) {
  const inherited = { "encryption-key": environment.OPUS_ENCRYPTION_KEY };
  const ofSettings = [raw, inherited].flatMap((one) => secretSettings(readSureSettings(one)).map(([secret]) => secret));
  const ofVariables = variables.flatMap((name) => environment[name] || []);
  return [...ofSettings, ...ofVariables, ...passwordsInAddresses(environment).map(([password]) => password)];
}

// src/app/debug-info/seen-permissions.ts
var questions = [
  ["contents: read", "GET /repos/{owner}/{repo}/branches"],
  ["actions: read", "GET /repos/{owner}/{repo}/actions/caches"],
  ["pull-requests: read", "GET /repos/{owner}/{repo}/pulls"]
];
async function seenPermissions(token, host) {
  const { GITHUB_API_URL: apiUrl, GITHUB_REPOSITORY: repository } = host.environment;
  if (token === void 0) return "not asked: no token was given";
  if (!apiUrl || !repository) return "not asked: the environment names no repository";
  const [owner = "", repo = ""] = repository.split("/");
  const server = new GitHubServer({
    apiUrl,
    token,
    userAgent: `magnum-opus/${host.version}`,
    environment: host.environment
  });
  const client = await server.open({ attemptMs: apiAttemptMs });
  try {
    const answers = [];
    for (const [permission, route] of questions) {
      const called = await client.call(route, { owner, repo, per_page: 1 }, { signal: host.signal });
      const answer = called.ok ? called.value : "answer" in called ? called.answer : void 0;
      if (answer === void 0) return server.whyUnreachable("error" in called ? called.error : void 0);
      answers.push(`${permission} (${answer.status})`);
    }
    return answers.join(", ");
  } finally {
    await client.dispose();
  }
}

// src/app/debug-info/debug-info.ts
async function debugInfo(raw, host) {
  for (const secret of givenSecrets(raw, host.environment)) host.redactor.add(secret);
  const facts = await gatherFacts(raw, host);
  return renderFacts(facts, (text) => host.redactor.text(text));
}
function renderFacts(facts, redact) {
  const rows = facts.map(([name, value]) => [ours(name), code(redact(value), 500)]);
  return details(ours("opus debug-info"), table([md`what`, md`found`], rows));
}
async function gatherFacts(raw, host) {
  const { environment, terminal, version } = host;
  const read = readSettings(raw, { terminal });
  const wrong = new Set(read.ok ? [] : wrongInputs(raw, { terminal }));
  const others = Object.fromEntries(Object.entries(raw).filter(([name]) => !wrong.has(name)));
  const fallback = readSettings(others, { terminal });
  const settings = read.ok ? read.value : fallback.ok ? fallback.value : void 0;
  const facts = [
    ["opus", version],
    ["Node", process.version],
    ["git", await attempt(gitVersion)],
    ["system", `${process.platform} ${process.arch}, ${release()}`],
    ["runner", runnerWords(environment)],
    ["hosts", hostsWords(environment)],
    ["event", eventWords(environment)],
    ["given", givenWords(raw, environment)]
  ];
  if (!read.ok) facts.push(["inputs", `wrong: ${flagWords([...wrong])}`]);
  if (settings === void 0) return facts;
  const loaded = await attempt(() => loadWords(settings, host));
  facts.push(
    ...typeof loaded === "string" ? [["manifest", loaded]] : await loadedFacts(settings, loaded, host)
  );
  const asked = typeof loaded !== "string" && loaded.trust.trusted;
  const seen = asked ? await attempt(() => seenPermissions(settings.token, host)) : "not asked: only trusted runs ask";
  facts.push(["permissions seen", seen]);
  return facts;
}
async function loadWords(settings, host) {
  const loading = await load(settings, host);
  return loading.ok ? loading.value : `can't be loaded: ${loading.error.message}`;
}
async function loadedFacts(settings, loaded, host) {
  const { trust, manifest, project } = loaded;
  const { environment } = openCapabilities(loaded, host, new ProcessGroups(), settings);
  const open = openNames(loaded, []);
  for (const { value } of declaredSecrets(loaded, environment)) host.redactor.add(value, open);
  return [
    ["trust", `${trust.trusted ? "yes" : "no"}, as ${trust.why}`],
    ["manifest", manifestWords(loaded)],
    ["project", `${project}${manifest.project === void 0 ? " (no Project document)" : ""}`],
    ["context", await attempt(() => contextWords(settings, loaded, host))],
    ["state", await attempt(() => stateWords(settings, loaded, host))]
  ];
}
function manifestWords({ manifest }) {
  const files = `${manifest.files.length} ${manifest.files.length === 1 ? "file" : "files"}, tasks: ${manifest.tasks.length}`;
  const errors = manifest.diagnostics.filter(({ severity }) => severity === "error");
  const shown = errors.slice(0, 5).map(({ code: code2, location }) => `${code2}${location ? ` in ${location.file}:${location.line}` : ""}`);
  const more = errors.length > shown.length ? `, and ${errors.length - shown.length} more` : "";
  return errors.length === 0 ? `${files}, no errors` : `${files}; errors: ${shown.join(", ")}${more}`;
}
function contextWords(settings, loaded, host) {
  const capabilities = openCapabilities(loaded, host, new ProcessGroups(), settings);
  const decided = decideContexts({
    project: loaded.manifest.project,
    given: settings.context,
    environment: capabilities.environment,
    event: loaded.github.event,
    looks: true,
    lookup: projectLookup(capabilities, loaded, "plan", settings.context ?? "")
  });
  if (!decided.ok) return `none: ${decided.error.message}`;
  return `${decided.value.choices.map(({ name }) => name).join(", ")}, by ${decided.value.by()}`;
}
async function stateWords(settings, loaded, host) {
  const { manifest, workingDirectory, project } = loaded;
  const key = settings.encryptionKey === void 0 ? "no key was given" : "a key was given";
  const place = await stateLocation(settings, manifest.project, host, workingDirectory, checkout);
  if (!place.ok) return `can't be told: ${place.error.message}; ${key}`;
  const { environment, terminal, version, redactor } = host;
  const stores = new Stores({
    place: place.value,
    project,
    environment,
    terminal,
    stateFiles: openCapabilities(loaded, host, new ProcessGroups(), settings).stateFiles,
    version,
    token: settings.token,
    initialize: false,
    clock: systemClock,
    sealing: void 0,
    redact: (text) => redactor.text(text),
    onProgress: () => {
    }
  });
  try {
    const { backend, location } = await stores.open(settings.context ?? "CONTEXT");
    return `${backend}: ${location}; ${key}`;
  } finally {
    await stores.dispose();
  }
}
async function gitVersion() {
  const { ok, stdout } = await askProgram({
    called: "git version",
    command: "git",
    args: ["version"],
    timeoutMs: debugQuestionMs,
    mostBytes: 1e4
  });
  return ok ? stdout.trim() : "not found";
}
function runnerWords(environment) {
  if (environment.GITHUB_ACTIONS !== "true") return "none, a terminal";
  const names = ["RUNNER_OS", "RUNNER_ARCH", "RUNNER_ENVIRONMENT", "ImageOS", "ImageVersion"];
  return names.flatMap((name) => environment[name] ?? []).join(", ") || "a runner that says nothing of itself";
}
function eventWords({ GITHUB_EVENT_NAME: event, GITHUB_REF: ref }) {
  return event ? `${event} of ${ref || "no ref"}` : "none";
}
function givenWords(raw, { OPUS_ENCRYPTION_KEY: key }) {
  const byDefault = new Map(metadata.inputs.map((input) => [input.name, input.default]));
  const isOwn = (name, value) => value !== "" && value !== byDefault.get(name);
  const given = Object.entries(raw).flatMap(([name, value = ""]) => isOwn(name, value) ? [name] : []);
  const isFlag = (name) => !(name === "command" && raw.command === "debug-info") && !(name === "encryption-key" && raw[name] === key);
  const inherited = key && raw["encryption-key"] === key ? "OPUS_ENCRYPTION_KEY" : "";
  return `${flagWords(given.filter(isFlag))} ${inherited}`.trim() || "nothing but defaults";
}
function flagWords(names) {
  return names.map((name) => `--${name}`).join(" ");
}
async function attempt(find) {
  try {
    return await find();
  } catch (error) {
    return `can't be told: ${printableLines(error instanceof Error ? error.message : String(error)).join(" ")}`;
  }
}
export {
  debugInfo,
  renderFacts
};
