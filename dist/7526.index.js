export const id = 7526;
export const ids = [7526];
export const modules = {

/***/ 67526:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  serveDocs: () => (/* binding */ serveDocs)
});

var external_node_fs_ = __webpack_require__(73024);
var external_node_http_ = __webpack_require__(37067);
var external_node_path_ = __webpack_require__(76760);
var micromark = __webpack_require__(15951);
var micromark_extension_gfm = __webpack_require__(89363);
;// CONCATENATED MODULE: ./src/app/docs/heading-id.ts
function headingId(text) {
    return text
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .trim()
        .replaceAll(" ", "-");
}

;// CONCATENATED MODULE: ./src/app/docs/render-page.ts



function renderPage(markdown) {
    const body = (0,micromark/* micromark */.yt)(markdown, {
        extensions: [(0,micromark_extension_gfm/* gfm */.T)()],
        htmlExtensions: [(0,micromark_extension_gfm/* gfmHtml */.I)()],
        allowDangerousHtml: true,
        allowDangerousProtocol: false,
    });
    const seen = new Map();
    let title;
    const lines = body.split("\n").map((line) => {
        const level = /^<h([1-6])>/.exec(line)?.[1];
        if (level === undefined || !line.endsWith(`</h${level}>`))
            return line;
        const text = line.slice("<h1>".length, -"</h1>".length);
        if (level === "1")
            title ??= withoutTags(text);
        const id = headingId(withoutTags(text).replace(/&(?:amp|lt|gt|quot|#\d+);/g, ""));
        const times = seen.get(id) ?? 0;
        seen.set(id, times + 1);
        return `<h${level} id="${id}${times === 0 ? "" : `-${times}`}">${text}</h${level}>`;
    });
    return { title: title ?? "Magnum Opus", html: lines.join("\n") };
}
function withoutTags(html) {
    const [before = "", ...rest] = html.split("<");
    return before + rest.map((part) => part.slice(part.indexOf(">") + 1)).join("");
}
function pageDocument(page, path, pages) {
    const entries = pages
        .map((one) => `<li><a href="/${one.path}"${one.path === path ? ' aria-current="page"' : ""}>${one.title}</a></li>`)
        .join("\n");
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} \u00b7 Magnum Opus</title>
<style>${style}</style>
</head>
<body>
<a class="to-pages" href="#pages">All pages</a>
<main>
${page.html}
</main>
<nav id="pages" aria-label="Pages"><ul>
${entries}
</ul></nav>
</body>
</html>
`;
}
const style = `
:root { color-scheme: light dark; --line: #d0d7de; --soft: #f6f8fa; --link: #0550ae; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --soft: #151b23; --link: #79b8ff; } }
body { margin: 0; font: 16px/1.55 system-ui, sans-serif; display: grid; grid-template-columns: 15rem minmax(0, 1fr); }
nav { grid-column: 1; grid-row: 1; padding: 1rem; border-right: 1px solid var(--line); font-size: 0.9rem; } main { grid-column: 2; grid-row: 1; }
.to-pages { display: none; } nav ul { list-style: none; padding: 0; } nav li { margin: 0.25rem 0; }
a { color: var(--link); } [aria-current] { font-weight: bold; }
main { padding: 1rem 2rem 4rem; max-width: 60rem; min-width: 0; overflow-wrap: break-word; }
table { border-collapse: collapse; display: block; overflow-x: auto; } td, th { border: 1px solid var(--line); padding: 0.3rem 0.6rem; vertical-align: top; }
pre { background: var(--soft); padding: 0.8rem; overflow-x: auto; } code { background: var(--soft); } img { max-width: 100%; }
@media (max-width: 45rem) { body { display: block; } .to-pages { display: block; padding: 1rem 1rem 0; } nav { border: 0; border-top: 1px solid var(--line); } main { padding: 0 1rem 1rem; } }
`;

;// CONCATENATED MODULE: ./src/app/docs/serve-docs.ts




const shown = [
    "docs",
    "examples",
    "schema",
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "SUPPORT.md",
    "LICENSE",
];
const types = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".json": "application/json; charset=utf-8",
};
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'";
async function serveDocs(root, port) {
    const pages = listPages(root);
    if (pages.length === 0)
        throw new Error(`no pages lie beside this program: ${(0,external_node_path_.join)(root, "docs")} is not there`);
    const server = (0,external_node_http_.createServer)(({ method, url = "/" }, response) => {
        if (method !== "GET" && method !== "HEAD")
            answer(response, 405, "text/plain", "Only GET.\n");
        else
            answerPath(response, root, pages, url);
    });
    await new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", resolve);
    });
    const { port: chosen } = server.address();
    return {
        url: `http://127.0.0.1:${chosen}/`,
        close: () => {
            server.closeAllConnections();
            server.close();
        },
    };
}
function answerPath(response, root, pages, url) {
    const path = requested(url);
    const file = path === undefined ? undefined : fileOf(root, path === "" ? "README.md" : path);
    if (file === undefined) {
        const { html } = renderPage("# There is no such page\n\n[The first page](/README.md)\n");
        answer(response, 404, "text/html; charset=utf-8", pageDocument({ title: "No such page", html }, "", pages));
    }
    else if ((0,external_node_path_.extname)(file.path) === ".md") {
        const page = renderPage((0,external_node_fs_.readFileSync)(file.absolute, "utf8"));
        answer(response, 200, "text/html; charset=utf-8", pageDocument(page, file.path, pages));
    }
    else {
        const type = types[(0,external_node_path_.extname)(file.path)] ?? "text/plain; charset=utf-8";
        answer(response, 200, type, (0,external_node_fs_.readFileSync)(file.absolute));
    }
}
function answer(response, status, type, body) {
    response.writeHead(status, {
        "content-type": type,
        "content-security-policy": policy,
        "x-content-type-options": "nosniff",
    });
    response.end(body);
}
function requested(url) {
    try {
        const parts = decodeURIComponent(url.split(/[?#]/)[0] ?? "").split("/");
        return parts.filter((part) => part !== "").join("/");
    }
    catch {
        return undefined;
    }
}
function fileOf(root, path) {
    const parts = path.split("/");
    if (!shown.includes(parts[0] ?? "") || parts.includes("..") || path.includes("\\") || path.includes("\0"))
        return;
    const absolute = (0,external_node_path_.join)(root, ...parts);
    try {
        const real = (0,external_node_fs_.realpathSync)(absolute);
        if (!real.startsWith((0,external_node_fs_.realpathSync)(root) + external_node_path_.sep))
            return;
        (0,external_node_fs_.readFileSync)(real);
        return { path, absolute: real };
    }
    catch {
        return; // not there, or a folder
    }
}
function listPages(root) {
    const folder = (0,external_node_path_.join)(root, "docs");
    if (!(0,external_node_fs_.existsSync)(folder))
        return [];
    const names = (0,external_node_fs_.readdirSync)(folder, { recursive: true, encoding: "utf8" })
        .map((name) => name.replaceAll("\\", "/"))
        .filter((name) => name.endsWith(".md") && !name.startsWith("codes/"))
        .sort();
    const paths = [...((0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, "README.md")) ? ["README.md"] : []), ...names.map((name) => `docs/${name}`)];
    return paths.map((path) => ({ path, title: renderPage(firstLine((0,external_node_path_.join)(root, path))).title }));
}
function firstLine(path) {
    return (0,external_node_fs_.readFileSync)(path, "utf8").split("\n", 1)[0] ?? "";
}


/***/ })

};
