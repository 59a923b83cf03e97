export const id = 111;
export const ids = [111];
export const modules = {

/***/ 83702:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ layOut)
/* harmony export */ });
const sweeps = 4;
function layOut(dependencies) {
    const edges = dependencies.flatMap((list, to) => [...new Set(list)].filter((from) => from !== to).map((from) => ({ from, to })));
    const [before, behind] = [neighbours(edges, "to", "from"), neighbours(edges, "from", "to")];
    const layerOf = layersOf(dependencies.length, before, behind);
    const layers = [];
    for (const [index, layer] of layerOf.entries()) {
        if (!before.has(index) && !behind.has(index))
            continue;
        while (layers.length <= layer)
            layers.push([]);
        layers[layer]?.push(index);
    }
    for (let sweep = 0; sweep < sweeps; sweep++) {
        const down = sweep % 2 === 0;
        for (const layer of down ? layers : [...layers].reverse())
            order(layer, down ? before : behind, layers);
    }
    const rows = Math.max(0, ...layers.map(({ length }) => length));
    const nodes = layers.flatMap((members, layer) => members.map((index, row) => ({ index, layer, row: row + (rows - members.length) / 2 })));
    return { nodes, edges, layers: layers.length, rows };
}
function neighbours(edges, of, to) {
    const found = new Map();
    for (const edge of edges) {
        const list = found.get(edge[of]);
        if (list === undefined)
            found.set(edge[of], [edge[to]]);
        else
            list.push(edge[to]);
    }
    return found;
}
function layersOf(count, before, behind) {
    const layers = new Array(count).fill(0);
    const waiting = layers.map((_, index) => before.get(index)?.length ?? 0);
    const ready = [...layers.keys()].filter((index) => waiting[index] === 0);
    for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
        for (const to of behind.get(next) ?? []) {
            layers[to] = Math.max(layers[to] ?? 0, (layers[next] ?? 0) + 1);
            waiting[to] = (waiting[to] ?? 0) - 1;
            if (waiting[to] === 0)
                ready.push(to);
        }
    }
    return layers;
}
function order(layer, towards, layers) {
    const rows = new Map(layers.flatMap((members) => members.map((index, row) => [index, row])));
    const middle = new Map(layer.map((index) => {
        const others = towards.get(index) ?? [index];
        return [index, others.reduce((sum, other) => sum + (rows.get(other) ?? 0), 0) / others.length];
    }));
    layer.sort((one, other) => (middle.get(one) ?? 0) - (middle.get(other) ?? 0));
}


/***/ }),

/***/ 89286:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ed: () => (/* binding */ Html),
/* harmony export */   Mk: () => (/* binding */ escaped),
/* harmony export */   nE: () => (/* binding */ jsonData),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   qy: () => (/* binding */ html)
/* harmony export */ });
class Html {
    text;
    constructor(text) {
        this.text = text;
    }
}
function html(parts, ...values) {
    return new Html(parts.reduce((text, part, index) => `${text}${part}${shown(values[index])}`, ""));
}
function shown(value) {
    if (value instanceof Html)
        return value.text;
    if (value === null || value === undefined || value === false)
        return "";
    if (typeof value === "string")
        return escaped(value);
    return typeof value === "number" ? String(value) : value.map(shown).join("");
}
const entities = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
};
function escaped(text) {
    return text
        .replace(/[&<>"']/g, (character) => entities[character] ?? "")
        .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd");
}
function jsonData(value) {
    return new Html(JSON.stringify(value).replaceAll("<", "\\u003c"));
}
function link(url, text) {
    if (!/^https?:\/\/[^\s]+$/i.test(url))
        return html `${text}`;
    return html `<a href="${url}" rel="noreferrer noopener">${text}</a>`;
}


/***/ }),

/***/ 80111:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   drawGraph: () => (/* binding */ drawGraph),
/* harmony export */   formats: () => (/* binding */ formats),
/* harmony export */   graphOf: () => (/* binding */ graphOf)
/* harmony export */ });
/* harmony import */ var _engine_references_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5375);
/* harmony import */ var _site_graph_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83702);
/* harmony import */ var _site_html_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89286);



const formats = ["mermaid", "dot", "svg"];
function graphOf(tasks) {
    const places = new Map(tasks.map(({ name }, index) => [name, index]));
    const dependencies = tasks.map(({ dependencies: rules, spec, name }) => {
        const named = rules.flatMap((rule) => rule.tasks);
        const referred = textsOf(spec).flatMap((text) => (0,_engine_references_references_js__WEBPACK_IMPORTED_MODULE_0__/* .findReferences */ .yU)(text).flatMap((one) => (one.source === "VAR" ? [one.name.slice(0, one.name.indexOf(":"))] : [])));
        const all = [...new Set([...named, ...referred])].filter((one) => one !== name);
        return all.flatMap((one) => places.get(one) ?? []);
    });
    return { names: tasks.map(({ name }) => name), kinds: tasks.map(({ kind }) => kind), dependencies };
}
function drawGraph(graph, format) {
    switch (format) {
        case "mermaid":
            return mermaid(graph);
        case "dot":
            return dot(graph);
        case "svg":
            return svg(graph);
    }
}
function* edges({ dependencies }) {
    for (const [to, list] of dependencies.entries())
        for (const from of list)
            yield [from, to];
}
function mermaid(graph) {
    const nodes = graph.names.map((name, index) => `  n${index}["${name}<br/>${graph.kinds[index]}"]`);
    const lines = [...edges(graph)].map(([from, to]) => `  n${from} --> n${to}`);
    return `${["flowchart LR", ...nodes, ...lines].join("\n")}\n`;
}
function dot(graph) {
    const nodes = graph.names.map((name, index) => `  ${JSON.stringify(name)} [label=${JSON.stringify(`${name}\n${graph.kinds[index]}`)}];`);
    const name = (index) => JSON.stringify(graph.names[index] ?? "");
    const lines = [...edges(graph)].map(([from, to]) => `  ${name(from)} -> ${name(to)};`);
    return `${["digraph opus {", "  rankdir=LR;", "  node [shape=box];", ...nodes, ...lines, "}"].join("\n")}\n`;
}
const box = { width: 168, height: 34, gapX: 56, gapY: 12, margin: 8 };
const longestLabel = 22;
function svg(graph) {
    const layout = (0,_site_graph_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .layOut */ .v)(graph.dependencies);
    const drawn = new Set(layout.nodes.map(({ index }) => index));
    const alone = graph.names.map((_, index) => index).filter((index) => !drawn.has(index));
    const perRow = Math.max(layout.layers, 4);
    const nodes = [
        ...layout.nodes,
        ...alone.map((index, at) => ({ index, layer: at % perRow, row: layout.rows + Math.floor(at / perRow) })),
    ];
    const columns = nodes.reduce((most, { layer }) => Math.max(most, layer + 1), 1);
    const rows = nodes.reduce((most, { row }) => Math.max(most, row + 1), 1);
    const width = columns * (box.width + box.gapX) - box.gapX + 2 * box.margin;
    const height = rows * (box.height + box.gapY) - box.gapY + 2 * box.margin;
    const left = (layer) => box.margin + layer * (box.width + box.gapX);
    const top = (row) => box.margin + row * (box.height + box.gapY);
    const placed = new Map(nodes.map((one) => [one.index, one]));
    const lines = layout.edges.flatMap(({ from, to }) => {
        const [begin, end] = [placed.get(from), placed.get(to)];
        if (!begin || !end)
            return [];
        const [x1, y1] = [left(begin.layer) + box.width, top(begin.row) + box.height / 2];
        const [x2, y2] = [left(end.layer), top(end.row) + box.height / 2];
        const middle = (x1 + x2) / 2;
        return [`<path d="M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}"/>`];
    });
    const boxes = nodes.map(({ index, layer, row }) => {
        const [x, y] = [left(layer), top(row)];
        const name = graph.names[index] ?? "";
        const said = (0,_site_html_js__WEBPACK_IMPORTED_MODULE_1__/* .escaped */ .Mk)(`${name} (${graph.kinds[index]})`);
        return `<g><title>${said}</title><rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="6"/><text x="${x + 10}" y="${y + box.height / 2 + 4}">${(0,_site_html_js__WEBPACK_IMPORTED_MODULE_1__/* .escaped */ .Mk)(shortened(name))}</text></g>`;
    });
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">
<rect width="100%" height="100%" fill="#ffffff"/>
<g fill="none" stroke="#515862">${lines.join("\n")}</g>
<g fill="#f6f7f9" stroke="#515862">
${boxes.join("\n").replaceAll("<text ", '<text fill="#1b1f24" stroke="none" ')}
</g>
</svg>
`;
}
function shortened(name) {
    const characters = [...name];
    return characters.length <= longestLabel ? name : `${characters.slice(0, longestLabel - 1).join("")}\u2026`;
}
function textsOf(value) {
    const [open, texts] = [[value], []];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
        if (typeof one === "string")
            texts.push(one);
        else if (typeof one === "object" && one !== null)
            open.push(...Object.values(one));
    }
    return texts;
}


/***/ })

};
