export const id = 9875;
export const ids = [9875];
export const modules = {

/***/ 99875:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  format: () => (/* binding */ format)
});

var external_yaml_cjs_ = __webpack_require__(18462);
;// CONCATENATED MODULE: ./src/app/tools/respace.ts

function respaced(text) {
    const spacing = new Spacing();
    for (const token of new external_yaml_cjs_.Parser().parse(text))
        spacing.token(token, 0);
    if (spacing.taken !== text)
        return undefined;
    const lines = spacing.end();
    settleComments(lines);
    const made = lines.map(({ sort, text: line, indent = 0 }) => sort === "verbatim" || line === "" ? line : " ".repeat(indent) + line);
    return made.length === 0 ? "" : `${made.join("\n")}\n`;
}
function settleComments(lines) {
    let below;
    const above = [];
    let blocks = [];
    for (const line of lines) {
        above.push(blocks);
        if (line.sort === "content")
            blocks = line.blocks;
    }
    for (let at = lines.length - 1; at >= 0; at--) {
        const line = lines[at];
        if (line.sort === "content")
            below = line;
        if (line.indent !== undefined)
            continue;
        const least = below?.column ?? 0;
        const as = above[at]?.findLast(({ column }) => column <= line.column && column >= least);
        line.indent = (line.column > least ? as?.indent : undefined) ?? below?.indent ?? as?.indent ?? 0;
    }
}
class Spacing {
    taken = "";
    #lines = [];
    #blocks = [];
    #line;
    #last = "";
    #isSpaced = false;
    token(token, indent) {
        switch (token.type) {
            case "block-map":
            case "block-seq":
                this.#block(token, indent);
                break;
            case "flow-collection":
                this.#flow(token, indent);
                break;
            case "block-scalar":
                for (const prop of token.props)
                    this.token(prop, indent);
                this.#blockText(token, indent);
                break;
            case "document":
                for (const part of token.start)
                    this.#leaf(part, indent);
                if (token.value)
                    this.token(token.value, indent);
                break;
            default:
                this.#leaf(token, indent);
        }
        if (token.type !== "flow-collection" && "end" in token)
            for (const part of token.end ?? [])
                this.#leaf(part, indent);
    }
    end() {
        this.#flush();
        while (this.#lines.at(-1)?.text === "" && this.#lines.at(-1)?.sort === "blank")
            this.#lines.pop();
        return this.#lines;
    }
    #block({ items, ...token }, indent) {
        const around = this.#blocks;
        this.#blocks = [...around, { column: token.indent, indent }];
        for (const { start, key, sep, value } of items) {
            for (const part of start)
                this.#leaf(part, indent);
            if (key)
                this.token(key, start.some(({ type }) => type === "explicit-key-ind") ? indent + 2 : indent);
            for (const part of sep ?? [])
                this.#leaf(part, part.type === "map-value-ind" ? indent : indent + 2);
            if (value)
                this.token(value, indent + 2);
        }
        this.#blocks = around;
    }
    #flow({ start, items, end }, indent) {
        this.#leaf(start, indent);
        const close = Math.max(this.#line?.indent ?? indent, indent);
        const parts = [...(items[0]?.start ?? []), ...end].filter(({ type }) => type !== "space");
        const inside = parts[0]?.type === "newline" || parts[0]?.type === "comment" ? close + 2 : close;
        for (const { start: before, key, sep, value } of items) {
            for (const part of before)
                this.#leaf(part, inside, true);
            if (key)
                this.token(key, inside);
            for (const part of sep ?? [])
                this.#leaf(part, inside, true);
            if (value)
                this.token(value, inside);
        }
        const closes = end.findIndex(({ type }) => type.endsWith("-end"));
        for (const [at, part] of end.entries()) {
            if (at === closes)
                this.#leaf(part, close);
            else
                this.#leaf(part, at < closes ? inside : indent, at < closes);
        }
    }
    #leaf({ type, source }, indent, isWithin = false) {
        const column = this.taken.length - this.taken.lastIndexOf("\n") - 1;
        this.taken += source;
        if (type === "space")
            this.#isSpaced = true;
        else if (type === "newline")
            this.#newline();
        else if (type === "comment" && this.#line === undefined)
            this.#begin("comment", source, column, isWithin ? indent : undefined);
        else
            this.#content(type, source, column, indent);
    }
    #content(type, source, column, indent) {
        const [first = "", ...others] = source.split("\n");
        if (this.#line === undefined)
            this.#begin("content", first, column, indent);
        else
            this.#line.text += this.#gapBefore(type) + first;
        for (const other of others) {
            this.#flush();
            const line = other.trimStart();
            if (line === "")
                this.#begin("verbatim", "", 0, 0);
            else
                this.#begin("content", line, other.length - line.length, indent);
        }
        this.#last = type;
        this.#isSpaced = false;
        if (this.#line)
            this.#line.blocks = this.#blocks;
    }
    #blockText({ source, props }, indent) {
        this.taken += source;
        const lines = source.split("\n");
        const outer = this.#blocks.at(-1);
        const header = props.find(({ type }) => type === "block-scalar-header");
        const counted = /[1-9]/.exec(header?.source ?? "")?.[0];
        const first = lines.find((line) => /[^ ]/.test(line)) ?? "";
        const before = counted === undefined ? first.search(/[^ ]|$/) : (outer?.column ?? 0) + Number(counted);
        const after = counted === undefined ? indent : (outer?.indent ?? 0) + Number(counted);
        const moved = outer === undefined ? 0 : after - before;
        const isWhole = lines.at(-1) === "";
        for (const line of isWhole ? lines.slice(0, -1) : lines) {
            const blanks = /^ */.exec(line)?.[0].length ?? 0;
            const text = line.slice(blanks);
            const kept = text === "" && blanks <= before ? "" : " ".repeat(Math.max(0, blanks + moved)) + text;
            this.#begin("verbatim", kept, 0, 0);
            this.#flush();
        }
    }
    #begin(sort, text, column, indent) {
        this.#line = { sort, text, column, indent, blocks: this.#blocks };
        this.#last = "";
        this.#isSpaced = false;
    }
    #newline() {
        const last = this.#lines.at(-1);
        if (this.#line === undefined && last !== undefined && last.sort !== "blank")
            this.#lines.push({ sort: "blank", text: "", column: 0, indent: 0, blocks: [] });
        this.#flush();
    }
    #flush() {
        if (this.#line !== undefined)
            this.#lines.push(this.#line);
        this.#line = undefined;
        this.#isSpaced = false;
    }
    #gapBefore(type) {
        const last = this.#last;
        if (type === "comment")
            return " ";
        if (type === "comma" || type === "flow-seq-end" || last === "flow-seq-start")
            return "";
        if (last === "flow-map-start")
            return type === "flow-map-end" ? "" : " ";
        if (type === "map-value-ind")
            return this.#isSpaced && !/scalar|flow/.test(last) ? " " : "";
        if (type === "flow-map-end" || last === "comma" || last === "map-value-ind")
            return " ";
        return this.#isSpaced ? " " : "";
    }
}

;// CONCATENATED MODULE: ./src/app/tools/fmt.ts


function format(text) {
    if (!text.includes("\r\n"))
        return formatPlain(text);
    const plain = formatPlain(text.replaceAll("\r\n", "\n"));
    if (plain.state === "left")
        return plain;
    if (/(?<!\r)\n/.test(text))
        return { state: "changed", text: plain.text };
    return { state: plain.state, text: plain.text.replaceAll("\n", "\r\n") };
}
function formatPlain(text) {
    const once = written(text);
    if (once === undefined)
        return { state: "left", why: "it is no sound YAML" };
    if (once === text)
        return { state: "same", text };
    const twice = written(once);
    if (twice !== once)
        return { state: "left", why: "formatting it would not come to an end" };
    if (valuesOf(once) !== valuesOf(text))
        return { state: "left", why: "formatting would change what it says" };
    if (linesOf(once) !== linesOf(text))
        return { state: "left", why: "formatting would move something to another line" };
    return { state: "changed", text: once };
}
function written(text) {
    return parse(text) === undefined ? undefined : respaced(text);
}
function parse(text) {
    const documents = (0,external_yaml_cjs_.parseAllDocuments)(text, {
        keepSourceTokens: false,
        uniqueKeys: false,
        logLevel: "silent",
    });
    if (!Array.isArray(documents))
        return [];
    return documents.some(({ errors }) => errors.length > 0) ? undefined : documents;
}
function valuesOf(text) {
    const nodes = (parse(text) ?? []).map((document) => {
        const found = [];
        (0,external_yaml_cjs_.visit)(document, {
            Node: (_, node, path) => {
                const said = (0,external_yaml_cjs_.isScalar)(node) ? [node.source, typeof node.value, node.value] : (0,external_yaml_cjs_.isAlias)(node) ? [node.source] : [];
                const { tag, anchor } = (0,external_yaml_cjs_.isAlias)(node) ? { tag: undefined, anchor: undefined } : node;
                found.push([path.length, node.constructor.name, tag, anchor, ...said]);
            },
        });
        return found;
    });
    return JSON.stringify(nodes);
}
function linesOf(text) {
    const lines = text.split("\n").map((line) => line.replace(/\s+/g, ""));
    return lines.filter((line) => line !== "").join("\n");
}


/***/ })

};
