export const id = 6461;
export const ids = [6461];
export const modules = {

/***/ 88842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  ageSeal: () => (/* binding */ ageSeal),
  t: () => (/* binding */ newIdentity)
});

var diagnostic = __webpack_require__(9246);
var size_limits = __webpack_require__(44608);
var external_node_crypto_ = __webpack_require__(77598);
var line_ends = __webpack_require__(7487);
;// CONCATENATED MODULE: ./src/state/seal/passphrase.ts


const usualWorkFactor = 18;
const mostWorkFactor = 20;
const label = "age-encryption.org/v1/scrypt";
const saltBytes = 16;
const keptKeys = 8;
class NotDerived extends Error {
    name = "NotDerived";
}
class Passphrase {
    #text;
    #workFactor;
    #newStanza;
    #keys = new Map();
    constructor(text, newStanza, workFactor) {
        this.#text = text;
        this.#newStanza = newStanza;
        this.#workFactor = workFactor;
    }
    async wrapFileKey(fileKey) {
        const salt = (0,external_node_crypto_.randomBytes)(saltBytes);
        const cipher = (0,external_node_crypto_.createCipheriv)("chacha20-poly1305", await this.#key(salt, this.#workFactor), nonce(), tagLength);
        const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
        return [new this.#newStanza(["scrypt", unpadded(salt), String(this.#workFactor)], body)];
    }
    async unwrapFileKey(stanzas) {
        const [stanza, ...others] = stanzas;
        if (!stanzas.some(({ args }) => args[0] === "scrypt"))
            return null;
        if (stanza === undefined || others.length > 0)
            throw new Error("a passphrase is never one of several recipients");
        const [, text = "", factor = "", ...rest] = stanza.args;
        const salt = Buffer.from(text, "base64");
        if (rest.length > 0 || salt.length !== saltBytes || unpadded(salt) !== text)
            throw new Error("no stanza of scrypt");
        if (!/^[1-9]\d?$/.test(factor) || Number(factor) > mostWorkFactor)
            throw new Error("no work factor of scrypt");
        if (stanza.body.length !== 32)
            throw new Error("no wrapped file key");
        const decipher = (0,external_node_crypto_.createDecipheriv)("chacha20-poly1305", await this.#key(salt, Number(factor)), nonce(), tagLength);
        decipher.setAuthTag(stanza.body.subarray(16));
        try {
            return Buffer.concat([decipher.update(stanza.body.subarray(0, 16)), decipher.final()]);
        }
        catch {
            return null;
        }
    }
    #key(salt, workFactor) {
        const name = `${workFactor} ${salt.toString("hex")}`;
        const key = this.#keys.get(name) ?? derive(this.#text, salt, workFactor);
        this.#keys.set(name, key);
        for (const oldest of this.#keys.keys())
            if (this.#keys.size > keptKeys)
                this.#keys.delete(oldest);
        return key;
    }
}
function deriveNow(passphrase, salt, workFactor) {
    return (0,external_node_crypto_.scryptSync)(passphrase, salt, 32, cost(workFactor));
}
function derive(passphrase, salt, workFactor) {
    return new Promise((resolve, reject) => {
        (0,external_node_crypto_.scrypt)(passphrase, Buffer.concat([Buffer.from(label), salt]), 32, cost(workFactor), (error, key) => {
            if (error)
                reject(new NotDerived("the key of a passphrase could not be derived", { cause: error }));
            else
                resolve(key);
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
const tagLength = { authTagLength: 16 };
function unpadded(bytes) {
    return (0,line_ends/* withoutEnd */.M)(Buffer.from(bytes).toString("base64"), "=");
}

;// CONCATENATED MODULE: ./src/state/seal/journal-seal.ts



const journal_seal_saltBytes = 16;
const checkBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;
const algorithm = "aes-256-gcm";
function journalSeal(keys, workFactor) {
    const [first] = keys;
    const roots = new Roots();
    let slow;
    return {
        begin: () => {
            if (first.type === "passphrase")
                slow ??= { workFactor, salt: (0,external_node_crypto_.randomBytes)(journal_seal_saltBytes) };
            const recipe = { ...(slow ? { slow } : {}), salt: (0,external_node_crypto_.randomBytes)(journal_seal_saltBytes) };
            const { key, check } = journal_seal_derive(roots.of(first, recipe), recipe);
            return { header: headerOf(recipe, check), lines: lineSeal(key) };
        },
        open: (header) => {
            const read = recipeOf(header);
            if (read === undefined)
                return (0,diagnostic/* err */._q)("damaged");
            const type = read.recipe.slow ? "passphrase" : "identity";
            for (const candidate of keys.filter((one) => one.type === type)) {
                const { key, check } = journal_seal_derive(roots.of(candidate, read.recipe), read.recipe);
                if ((0,external_node_crypto_.timingSafeEqual)(check, read.check))
                    return (0,diagnostic.ok)(lineSeal(key));
            }
            return (0,diagnostic/* err */._q)("key");
        },
    };
}
class Roots {
    #slow = new Map();
    of({ text }, { slow }) {
        if (slow === undefined)
            return Buffer.from(text);
        const name = `${slow.workFactor} ${slow.salt.toString("hex")} ${text}`;
        const known = this.#slow.get(name) ?? deriveNow(text, slow.salt, slow.workFactor);
        this.#slow.set(name, known);
        return known;
    }
}
function journal_seal_derive(root, { salt }) {
    const derived = Buffer.from((0,external_node_crypto_.hkdfSync)("sha256", root, salt, "opus-journal", 32 + checkBytes));
    return { key: derived.subarray(0, 32), check: derived.subarray(32) };
}
function headerOf({ slow, salt }, check) {
    const made = slow ? ["passphrase", `${slow.workFactor}.${slow.salt.toString("hex")}`] : ["identity"];
    return [...made, salt.toString("hex"), check.toString("hex")].join(" ");
}
const headerShape = /^(?:identity|passphrase (?<factor>[1-9]\d?)\.(?<slow>[0-9a-f]{32})) (?<salt>[0-9a-f]{32}) (?<check>[0-9a-f]{32})$/;
function recipeOf(header) {
    const { factor, slow, salt = "", check = "" } = headerShape.exec(header)?.groups ?? {};
    if (salt === "" || Number(factor ?? 0) > mostWorkFactor)
        return undefined;
    const passphrase = slow === undefined ? {} : { slow: { workFactor: Number(factor), salt: Buffer.from(slow, "hex") } };
    return { recipe: { ...passphrase, salt: Buffer.from(salt, "hex") }, check: Buffer.from(check, "hex") };
}
function lineSeal(key) {
    return {
        seal: (text, bound) => {
            const nonce = (0,external_node_crypto_.randomBytes)(nonceBytes);
            const cipher = (0,external_node_crypto_.createCipheriv)(algorithm, key, nonce).setAAD(Buffer.from(bound));
            return Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]).toString("base64");
        },
        open: (sealed, bound) => {
            const data = Buffer.from(sealed, "base64");
            if (data.length < nonceBytes + tagBytes)
                return undefined;
            const decipher = (0,external_node_crypto_.createDecipheriv)(algorithm, key, data.subarray(0, nonceBytes), { authTagLength: tagBytes });
            decipher.setAAD(Buffer.from(bound)).setAuthTag(data.subarray(-tagBytes));
            try {
                return Buffer.concat([decipher.update(data.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString("utf8");
            }
            catch {
                return undefined;
            }
        },
    };
}

var key_lines = __webpack_require__(74326);
;// CONCATENATED MODULE: ./src/state/seal/age-seal.ts





async function ageSeal(text, workFactor = usualWorkFactor) {
    const age = await __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 20855));
    const parsed = (0,key_lines/* parseKeyLines */.Sr)(text, (identity) => isSound(age, identity));
    if (!parsed.ok)
        return parsed;
    const { keys, weak } = parsed.value;
    const openerOf = (key) => key.type === "identity" ? key.text : new Passphrase(key.text, age.Stanza, workFactor);
    const [first, ...others] = keys;
    const sealer = openerOf(first);
    const openers = [sealer, ...others.map(openerOf)];
    const encrypter = new age.Encrypter();
    encrypter.addRecipient(typeof sealer === "string" ? await age.identityToRecipient(sealer) : sealer);
    const seal = {
        seal: async (content) => age.armor.encode(await encrypter.encrypt(content)),
        open: (armored) => age_seal_open(age, openers, armored),
        isCurrent: (armored) => opensHeader(age, sealer, armored),
        journal: journalSeal(keys, workFactor),
    };
    return (0,diagnostic.ok)({ seal, weak });
}
async function newIdentity() {
    const age = await __webpack_require__.e(/* import() */ 855).then(__webpack_require__.bind(__webpack_require__, 20855));
    const identity = await age.generateX25519Identity();
    return { identity, recipient: await age.identityToRecipient(identity) };
}
function isSound({ Decrypter }, identity) {
    try {
        new Decrypter().addIdentity(identity);
        return true;
    }
    catch {
        return false;
    }
}
async function opensHeader(age, opener, armored) {
    const decrypter = new age.Decrypter();
    decrypter.addIdentity(opener);
    try {
        const sealed = age.armor.decode(armored);
        if (keysOf(sealed) > size_limits/* mostSealedKeys */.GP)
            return false;
        await decrypter.decryptHeader(sealed);
        return true;
    }
    catch (error) {
        if (error instanceof NotDerived)
            throw error;
        return false;
    }
}
async function age_seal_open(age, openers, armored) {
    const decrypter = new age.Decrypter();
    for (const opener of openers)
        decrypter.addIdentity(opener);
    let noneFits = false;
    decrypter.addIdentity({
        unwrapFileKey: () => {
            noneFits = true;
            return null;
        },
    });
    try {
        const sealed = age.armor.decode(armored);
        const sealedFor = keysOf(sealed);
        if (sealedFor > size_limits/* mostSealedKeys */.GP)
            return (0,diagnostic/* err */._q)({ keys: sealedFor });
        return (0,diagnostic.ok)(await decrypter.decrypt(sealed, "text"));
    }
    catch (error) {
        if (error instanceof NotDerived)
            throw error;
        return (0,diagnostic/* err */._q)(noneFits ? "key" : "damaged");
    }
}
function keysOf(sealed) {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    let keys = 0;
    for (let at = 0; at < bytes.length;) {
        const end = bytes.indexOf(10, at);
        const begin = bytes.toString("latin1", at, at + 3);
        if (begin === "---" || end === -1)
            break;
        if (begin === "-> ")
            keys++;
        at = end + 1;
    }
    return keys;
}


/***/ })

};
