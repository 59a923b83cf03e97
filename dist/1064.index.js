export const id = 1064;
export const ids = [1064];
export const modules = {

/***/ 61064:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   format: () => (/* binding */ format)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18462);

function format(text) {
    if (!/\r\n/.test(text) || /(?<!\r)\n/.test(text))
        return formatPlain(text);
    const plain = formatPlain(text.replaceAll("\r\n", "\n"));
    return plain.state === "left" ? plain : { state: plain.state, text: plain.text.replaceAll("\n", "\r\n") };
}
function formatPlain(text) {
    const once = written(text);
    if (once === undefined)
        return { state: "left", why: "it is no sound YAML: `opus validate` tells where" };
    if (once === text)
        return { state: "same", text };
    const twice = written(once);
    if (twice !== once)
        return { state: "left", why: "formatting it would not come to an end" };
    if (valuesOf(once) !== valuesOf(text))
        return { state: "left", why: "formatting would change what it says" };
    if (commentsOf(once) !== commentsOf(text))
        return { state: "left", why: "formatting would lose a comment" };
    return { state: "changed", text: once };
}
const options = { indent: 2, indentSeq: true, lineWidth: 0, flowCollectionPadding: true };
function written(text) {
    const documents = parse(text);
    if (documents === undefined)
        return undefined;
    const all = documents.map((document) => document.toString(options)).join("");
    const plain = withPlainBrackets(all);
    return plain === "" || plain.endsWith("\n") ? plain : `${plain}\n`;
}
const marks = ["\u0002", "\u0018", "\u001f"];
function withPlainBrackets(text) {
    const pieces = [...new yaml__WEBPACK_IMPORTED_MODULE_0__.Lexer().lex(text)].filter((piece) => !marks.includes(piece));
    const kept = pieces.filter((piece, at) => {
        if (!/^ +$/.test(piece))
            return true;
        return pieces[at - 1] !== "[" && (pieces[at + 1] !== "]" || pieces[at - 1] === "\n");
    });
    return kept.join("");
}
function parse(text) {
    const documents = (0,yaml__WEBPACK_IMPORTED_MODULE_0__.parseAllDocuments)(text, {
        keepSourceTokens: false,
        uniqueKeys: false,
        logLevel: "silent",
        customTags: withWrittenNumbers,
    });
    if (!Array.isArray(documents))
        return [];
    return documents.some(({ errors }) => errors.length > 0) ? undefined : documents;
}
function withWrittenNumbers(tags) {
    return tags.map((tag) => {
        if (typeof tag === "string" || tag.collection !== undefined || !/:(?:int|float)$/.test(tag.tag))
            return tag;
        return { ...tag, stringify: (item) => item.source ?? String(item.value) };
    });
}
function valuesOf(text) {
    const nodes = (parse(text) ?? []).map((document) => {
        const found = [];
        (0,yaml__WEBPACK_IMPORTED_MODULE_0__.visit)(document, {
            Node: (_, node, path) => {
                const said = (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isScalar)(node) ? [node.source, typeof node.value, node.value] : (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isAlias)(node) ? [node.source] : [];
                const { tag, anchor } = (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isAlias)(node) ? { tag: undefined, anchor: undefined } : node;
                found.push([path.length, node.constructor.name, tag, anchor, ...said]);
            },
        });
        return found;
    });
    return JSON.stringify(nodes);
}
function commentsOf(text) {
    return [...text.matchAll(/(?:^|\s)#[^\n]*/g)].map(([comment]) => comment.trim()).join("\n");
}


/***/ })

};
