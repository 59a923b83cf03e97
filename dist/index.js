#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
const __nodeRequire = __WEBPACK_EXTERNAL_createRequire(import.meta.url);
const __chunks = {};
const __importChunk = async (name) => __chunks.load?.(new URL(name, import.meta.url)) ?? import("./" + name);
const __late = (names, load) => {
    let loaded;
    const get = (name) => () => (loaded ??= load())[name];
    return Object.defineProperties({}, Object.fromEntries(names.map((name) => [name, { enumerable: true, get: get(name) }])));
};
let __WEBPACK_EXTERNAL_MODULE__yaml_cjs_dbcfd137___;
const __WEBPACK_EXTERNAL_MODULE__yaml_cjs_dbcfd137__ = () => (__WEBPACK_EXTERNAL_MODULE__yaml_cjs_dbcfd137___ ??= __nodeRequire("./yaml.cjs"));
/******/ var __webpack_modules__ = ({

/***/ 79407:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _node_compile_cache_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(74306);
/* harmony import */ var _node_kept_code_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(35740);


const [oldest, here] = [20, Number.parseInt(process.versions.node, 10)];
if (here < oldest) {
    process.stderr.write(`opus: this is Node ${process.versions.node}, and Node ${oldest} or newer is needed. Nothing was done.\n`);
    process.exit(1);
}
const { permission } = process;
if (permission?.has("fs.read", import.meta.dirname) === false) {
    process.stderr.write("opus: Node was started with `--permission`, and may not read the files of opus. Start it without. Nothing was done.\n");
    process.exit(1);
}
const user = process.getuid?.();
const compiled = (0,_node_compile_cache_js__WEBPACK_IMPORTED_MODULE_0__/* .keepCompiledCode */ .e)({ environment: process.env, platform: process.platform, user });
const [, , first = ""] = process.argv;
const told = ["--version", "-V", "--help", "-h"];
if (compiled !== undefined && typeof __chunks !== "undefined" && !told.includes(first)) {
    const folder = (0,_node_compile_cache_js__WEBPACK_IMPORTED_MODULE_0__/* .keptCodeFolder */ .g)(compiled, user);
    if (folder !== undefined) {
        const use = /^[a-z][a-z-]{0,30}$/.test(first) ? first : "other";
        const kept = new _node_kept_code_js__WEBPACK_IMPORTED_MODULE_1__/* .KeptCode */ .i({ folder, use, onExit: (listener) => process.on("exit", listener) });
        __chunks.load = (url) => kept.load(url);
    }
}
const { runProgram } = await __nccwpck_require__.e(/* import() */ 9106).then(__nccwpck_require__.bind(__nccwpck_require__, 29106));
await runProgram({ process, environment: process.env, exit: (status) => process.exit(status) });

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 74306:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ keepCompiledCode),
/* harmony export */   g: () => (/* binding */ keptCodeFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(98995);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_module__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);



const mostVersions = 4;
const mostChunks = 60;
function keepCompiledCode(options, node = (node_module__WEBPACK_IMPORTED_MODULE_1___default())) {
    const { enableCompileCache, getCompileCacheDir } = node;
    if (enableCompileCache === undefined || getCompileCacheDir?.() !== undefined)
        return undefined;
    try {
        const folder = cacheFolder(options);
        if (folder === undefined)
            return undefined;
        enableCompileCache(folder);
        const current = getCompileCacheDir?.();
        if (current !== undefined)
            removeSurplus(folder, current, options.mostFiles ?? 4_000);
        return current;
    }
    catch {
        return undefined;
    }
}
function keptCodeFolder(directory, user) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(directory)), "code");
    const current = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(directory));
    try {
        for (const path of [folder, current])
            if (!isMade(path, user))
                return undefined;
        removeSurplus(folder, current, mostChunks);
        return current;
    }
    catch {
        return undefined;
    }
}
function cacheFolder({ environment, platform, user }) {
    const { GITHUB_ACTIONS, NODE_DISABLE_COMPILE_CACHE, NODE_V8_COVERAGE } = environment;
    if (GITHUB_ACTIONS === "true" || NODE_DISABLE_COMPILE_CACHE || NODE_V8_COVERAGE)
        return undefined;
    const place = userCaches(environment, platform);
    if (place === undefined || !isOwn((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(place[0]), user, 0o002))
        return undefined;
    const caches = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(...place);
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(caches, "magnum-opus");
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(own, "compiled");
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(caches, { throwIfNoEntry: false }) === undefined)
        makeFolder(caches);
    if (!isOwn((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(caches), user, 0o002))
        return undefined;
    for (const path of [own, folder])
        if (!isMade(path, user))
            return undefined;
    return folder;
}
function isMade(path, user) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false }) === undefined)
        makeFolder(path);
    return isOwn((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path), user, 0o022);
}
function makeFolder(path) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path, { recursive: true, mode: 0o700 });
}
function userCaches({ HOME: home, XDG_CACHE_HOME: caches, LOCALAPPDATA: local }, platform) {
    if (platform === "win32")
        return local && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(local) ? [local, ""] : undefined;
    if (caches && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(caches))
        return [caches, ""];
    if (!home || !(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(home))
        return undefined;
    return [home, platform === "darwin" ? "Library/Caches" : ".cache"];
}
function isOwn(stats, user, closed) {
    if (!stats.isDirectory())
        return false;
    return user === undefined || (stats.uid === user && (stats.mode & closed) === 0);
}
function removeSurplus(folder, current, mostFiles) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(current).length > mostFiles)
        for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(current))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(current, name), { force: true });
    const versions = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder).map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name));
    if (versions.length <= mostVersions)
        return;
    const byAge = versions.filter((path) => path !== current).sort((a, b) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(b).mtimeMs - (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(a).mtimeMs);
    for (const path of byAge.slice(mostVersions - 1))
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { recursive: true, force: true });
}


/***/ }),

/***/ 35740:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ KeptCode)
});

var external_node_crypto_ = __nccwpck_require__(77598);
var external_node_fs_ = __nccwpck_require__(73024);
var external_node_path_ = __nccwpck_require__(76760);
var external_node_url_ = __nccwpck_require__(73136);
;// CONCATENATED MODULE: external "node:vm"
const external_node_vm_namespaceObject = __nodeRequire("node:vm");
;// CONCATENATED MODULE: ./src/node/kept-code.ts





const begin = "export const id = ";
const modules = "export const modules = ";
const digestBytes = 32;
class KeptCode {
    #options;
    #fresh = [];
    constructor(options) {
        this.#options = options;
        options.onExit(() => this.#keep());
    }
    load(url) {
        try {
            const bytes = (0,external_node_fs_.readFileSync)((0,external_node_url_.fileURLToPath)(url));
            const code = asFunction(bytes.toString("latin1"));
            return code === undefined ? undefined : this.#compiled(url, code, digest(bytes)).runInThisContext();
        }
        catch {
            return undefined;
        }
    }
    #compiled(url, code, source) {
        const { folder, use } = this.#options;
        const path = (0,external_node_path_.join)(folder, `${(0,external_node_path_.basename)(url.pathname, ".js")}-${use}-${source.toString("hex", 0, 8)}`);
        const cachedData = readKept(path, source);
        const script = new external_node_vm_namespaceObject.Script(code, {
            filename: url.href,
            ...(cachedData && { cachedData }),
        });
        if (cachedData === undefined || script.cachedDataRejected)
            this.#fresh.push({ path, source, script });
        return script;
    }
    #keep() {
        const { folder } = this.#options;
        for (const { path, source, script } of this.#fresh) {
            const temporary = (0,external_node_path_.join)(folder, `.${process.pid}-${(0,external_node_path_.basename)(path)}`);
            try {
                (0,external_node_fs_.accessSync)(folder, external_node_fs_.constants.W_OK);
                const data = script.createCachedData();
                (0,external_node_fs_.writeFileSync)(temporary, Buffer.concat([source, digest(data), data]), { mode: 0o600 });
                (0,external_node_fs_.renameSync)(temporary, path);
            }
            catch {
                (0,external_node_fs_.rmSync)(temporary, { force: true });
            }
        }
    }
}
const anyImport = /\bimport(?:\.meta|\((?!\)))/;
function asFunction(text) {
    const start = text.indexOf(modules);
    if (!text.startsWith(begin) || start === -1 || anyImport.test(text))
        return undefined;
    const names = text.slice(0, start).replaceAll("export ", "");
    return `(() => {"use strict";${names}${text.slice(start + "export ".length)}\nreturn { id, ids, modules };})()`;
}
function readKept(path, source) {
    try {
        const kept = (0,external_node_fs_.readFileSync)(path);
        const data = kept.subarray(2 * digestBytes);
        if (!kept.subarray(0, digestBytes).equals(source))
            return undefined;
        return kept.subarray(digestBytes, 2 * digestBytes).equals(digest(data)) ? data : undefined;
    }
    catch {
        return undefined;
    }
}
function digest(bytes) {
    return (0,external_node_crypto_.createHash)("sha256").update(bytes).digest();
}


/***/ }),

/***/ 18462:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
module.exports = x({ ["Composer"]: () => (__WEBPACK_EXTERNAL_MODULE__yaml_cjs_dbcfd137__().Composer), ["Lexer"]: () => (__WEBPACK_EXTERNAL_MODULE__yaml_cjs_dbcfd137__().Lexer), ["Parser"]: () => (__WEBPACK_EXTERNAL_MODULE__yaml_cjs_dbcfd137__().Parser), ["isAlias"]: () => (__WEBPACK_EXTERNAL_MODULE__yaml_cjs_dbcfd137__().isAlias), ["isCollection"]: () => (__WEBPACK_EXTERNAL_MODULE__yaml_cjs_dbcfd137__().isCollection), ["isMap"]: () => (__WEBPACK_EXTERNAL_MODULE__yaml_cjs_dbcfd137__().isMap), ["isScalar"]: () => (__WEBPACK_EXTERNAL_MODULE__yaml_cjs_dbcfd137__().isScalar), ["isSeq"]: () => (__WEBPACK_EXTERNAL_MODULE__yaml_cjs_dbcfd137__().isSeq), ["parseAllDocuments"]: () => (__WEBPACK_EXTERNAL_MODULE__yaml_cjs_dbcfd137__().parseAllDocuments), ["stringify"]: () => (__WEBPACK_EXTERNAL_MODULE__yaml_cjs_dbcfd137__().stringify), ["visit"]: () => (__WEBPACK_EXTERNAL_MODULE__yaml_cjs_dbcfd137__().visit) });

/***/ }),

/***/ 42613:
/***/ ((module) => {

module.exports = __nodeRequire("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __nodeRequire("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __late(["_forkChild","ChildProcess","exec","execFile","execFileSync","execSync","fork","spawn","spawnSync"], () => __nodeRequire("child_process"));

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __late(["argon2","argon2Sync","checkPrime","checkPrimeSync","createCipheriv","createDecipheriv","createDiffieHellman","createDiffieHellmanGroup","createECDH","createHash","createHmac","createPrivateKey","createPublicKey","createSecretKey","createSign","createVerify","diffieHellman","generatePrime","generatePrimeSync","getCiphers","getCipherInfo","getCurves","getDiffieHellman","getHashes","hkdf","hkdfSync","pbkdf2","pbkdf2Sync","generateKeyPair","generateKeyPairSync","generateKey","generateKeySync","privateDecrypt","privateEncrypt","publicDecrypt","publicEncrypt","randomBytes","randomFill","randomFillSync","randomInt","randomUUID","randomUUIDv7","scrypt","scryptSync","sign","setEngine","timingSafeEqual","getFips","setFips","verify","hash","encapsulate","decapsulate","Certificate","Cipheriv","Decipheriv","DiffieHellman","DiffieHellmanGroup","ECDH","Hash","Hmac","KeyObject","Sign","Verify","X509Certificate","secureHeapUsed","constants","webcrypto","subtle","getRandomValues"], () => __nodeRequire("crypto"));

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __nodeRequire("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __nodeRequire("fs");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __late(["_connectionListener","METHODS","STATUS_CODES","Agent","ClientRequest","IncomingMessage","OutgoingMessage","Server","ServerResponse","createServer","validateHeaderName","validateHeaderValue","get","request","setMaxIdleHTTPParsers","setGlobalProxyFromEnv","maxHeaderSize","globalAgent","WebSocket","CloseEvent","MessageEvent"], () => __nodeRequire("http"));

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __late(["Agent","globalAgent","Server","createServer","get","request"], () => __nodeRequire("https"));

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __nodeRequire("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __nodeRequire("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __nodeRequire("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __nodeRequire("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __late(["_forkChild","ChildProcess","exec","execFile","execFileSync","execSync","fork","spawn","spawnSync"], () => __nodeRequire("node:child_process"));

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __nodeRequire("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __late(["argon2","argon2Sync","checkPrime","checkPrimeSync","createCipheriv","createDecipheriv","createDiffieHellman","createDiffieHellmanGroup","createECDH","createHash","createHmac","createPrivateKey","createPublicKey","createSecretKey","createSign","createVerify","diffieHellman","generatePrime","generatePrimeSync","getCiphers","getCipherInfo","getCurves","getDiffieHellman","getHashes","hkdf","hkdfSync","pbkdf2","pbkdf2Sync","generateKeyPair","generateKeyPairSync","generateKey","generateKeySync","privateDecrypt","privateEncrypt","publicDecrypt","publicEncrypt","randomBytes","randomFill","randomFillSync","randomInt","randomUUID","randomUUIDv7","scrypt","scryptSync","sign","setEngine","timingSafeEqual","getFips","setFips","verify","hash","encapsulate","decapsulate","Certificate","Cipheriv","Decipheriv","DiffieHellman","DiffieHellmanGroup","ECDH","Hash","Hmac","KeyObject","Sign","Verify","X509Certificate","secureHeapUsed","constants","webcrypto","subtle","getRandomValues"], () => __nodeRequire("node:crypto"));

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __nodeRequire("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __nodeRequire("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __nodeRequire("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __nodeRequire("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __nodeRequire("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __late(["_connectionListener","METHODS","STATUS_CODES","Agent","ClientRequest","IncomingMessage","OutgoingMessage","Server","ServerResponse","createServer","validateHeaderName","validateHeaderValue","get","request","setMaxIdleHTTPParsers","setGlobalProxyFromEnv","maxHeaderSize","globalAgent","WebSocket","CloseEvent","MessageEvent"], () => __nodeRequire("node:http"));

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __late(["connect","constants","createServer","createSecureServer","getDefaultSettings","getPackedSettings","getUnpackedSettings","performServerHandshake","sensitiveHeaders","Http2ServerRequest","Http2ServerResponse"], () => __nodeRequire("node:http2"));

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __late(["Agent","globalAgent","Server","createServer","get","request"], () => __nodeRequire("node:https"));

/***/ }),

/***/ 98995:
/***/ ((module) => {

module.exports = __nodeRequire("node:module");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __nodeRequire("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __nodeRequire("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __nodeRequire("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __nodeRequire("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __nodeRequire("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __nodeRequire("node:querystring");

/***/ }),

/***/ 80099:
/***/ ((module) => {

module.exports = __nodeRequire("node:sqlite");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __nodeRequire("node:stream");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __nodeRequire("node:string_decoder");

/***/ }),

/***/ 87997:
/***/ ((module) => {

module.exports = __nodeRequire("node:timers");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __nodeRequire("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __late(["CLIENT_RENEG_LIMIT","CLIENT_RENEG_WINDOW","DEFAULT_CIPHERS","DEFAULT_ECDH_CURVE","DEFAULT_MIN_VERSION","DEFAULT_MAX_VERSION","getCiphers","getCertificateCompressionAlgorithms","rootCertificates","getCACertificates","setDefaultCACertificates","convertALPNProtocols","checkServerIdentity","createSecureContext","SecureContext","TLSSocket","Server","createServer","connect"], () => __nodeRequire("node:tls"));

/***/ }),

/***/ 7066:
/***/ ((module) => {

module.exports = __nodeRequire("node:tty");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __nodeRequire("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __nodeRequire("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __nodeRequire("node:util/types");

/***/ }),

/***/ 78877:
/***/ ((module) => {

module.exports = __nodeRequire("node:v8");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __nodeRequire("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __late(["crc32","Deflate","Inflate","Gzip","Gunzip","DeflateRaw","InflateRaw","Unzip","BrotliCompress","BrotliDecompress","ZstdCompress","ZstdDecompress","deflate","deflateSync","gzip","gzipSync","deflateRaw","deflateRawSync","unzip","unzipSync","inflate","inflateSync","gunzip","gunzipSync","inflateRaw","inflateRawSync","brotliCompress","brotliCompressSync","brotliDecompress","brotliDecompressSync","zstdCompress","zstdCompressSync","zstdDecompress","zstdDecompressSync","createDeflate","createInflate","createDeflateRaw","createInflateRaw","createGzip","createGunzip","createUnzip","createBrotliCompress","createBrotliDecompress","createZstdCompress","createZstdDecompress","constants","codes"], () => __nodeRequire("node:zlib"));

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __nodeRequire("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __nodeRequire("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __nodeRequire("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __nodeRequire("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __nodeRequire("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __late(["CLIENT_RENEG_LIMIT","CLIENT_RENEG_WINDOW","DEFAULT_CIPHERS","DEFAULT_ECDH_CURVE","DEFAULT_MIN_VERSION","DEFAULT_MAX_VERSION","getCiphers","getCertificateCompressionAlgorithms","rootCertificates","getCACertificates","setDefaultCACertificates","convertALPNProtocols","checkServerIdentity","createSecureContext","SecureContext","TLSSocket","Server","createServer","connect"], () => __nodeRequire("tls"));

/***/ }),

/***/ 52018:
/***/ ((module) => {

module.exports = __nodeRequire("tty");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __nodeRequire("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __nodeRequire("util");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __late(["crc32","Deflate","Inflate","Gzip","Gunzip","DeflateRaw","InflateRaw","Unzip","BrotliCompress","BrotliDecompress","ZstdCompress","ZstdDecompress","deflate","deflateSync","gzip","gzipSync","deflateRaw","deflateRawSync","unzip","unzipSync","inflate","inflateSync","gunzip","gunzipSync","inflateRaw","inflateRawSync","brotliCompress","brotliCompressSync","brotliDecompress","brotliDecompressSync","zstdCompress","zstdCompressSync","zstdDecompress","zstdDecompressSync","createDeflate","createInflate","createDeflateRaw","createInflateRaw","createGzip","createGunzip","createUnzip","createBrotliCompress","createBrotliDecompress","createZstdCompress","createZstdDecompress","constants","codes"], () => __nodeRequire("zlib"));

/***/ })

/******/ });
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = __importChunk(__nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(79407);
/******/ __webpack_exports__ = await __webpack_exports__;
