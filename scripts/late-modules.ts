import { builtinModules, createRequire } from "node:module";

/** Modules of Node that take milliseconds to load, and that most runs don't need. Each version of Node has them. */
const lateBuiltins = ["child_process", "crypto", "http", "http2", "https", "tls", "vm", "zlib"];

const helper = `const __late = (names, load) => {
    let loaded;
    const get = (name) => () => (loaded ??= load())[name];
    return Object.defineProperties({}, Object.fromEntries(names.map((name) => [name, { enumerable: true, get: get(name) }])));
};
`;

const chunks = `const __chunks = {};
const __importChunk = async (name) => __chunks.load?.(new URL(name, import.meta.url)) ?? import("./" + name);
`;

/**
 * Has modules loaded where something of them is first used, and not where they are imported: `require` may wait, which an
 * import can't.
 * @param code of the bundle's entry, which loads all modules from outside with `__nodeRequire`
 * @param files of dist/ that are such modules
 */
export function lateModules(code: string, files: readonly string[]): string {
  const require = createRequire(import.meta.url);
  let late = code;
  for (const name of lateBuiltins) {
    if (!builtinModules.includes(name)) throw new Error(`Node has no module ${name}`);
    const names = JSON.stringify(Object.keys(require(`node:${name}`)));
    late = late.replaceAll(
      new RegExp(`module\\.exports = (__nodeRequire\\("(?:node:)?${name}"\\));`, "g"),
      (_, load: string) => `module.exports = __late(${names}, () => ${load});`,
    );
  }
  for (const file of files) {
    const imported = new RegExp(`^import \\* as (\\w+) from "\\./${file.replaceAll(".", "\\.")}";\n`, "m").exec(late);
    if (imported === null) throw new Error(`the bundle does not import ${file}`);
    const [line, name] = imported;
    late = late.replace(line, "").replaceAll(`${name}.`, `${name}().`);
    late = afterRequire(late, `let ${name}_;\nconst ${name} = () => (${name}_ ??= __nodeRequire("./${file}"));\n`);
  }
  return afterRequire(late, helper);
}

/**
 * Has chunks loaded by who wants to (src/node/kept-code.ts), and imported else.
 * @param code of the bundle's entry
 */
export function loadableChunks(code: string): string {
  const imported = 'import("./" + __nccwpck_require__.u(chunkId))';
  if (code.split(imported).length !== 2) throw new Error("the bundle imports no chunks");
  return afterRequire(code.replace(imported, "__importChunk(__nccwpck_require__.u(chunkId))"), chunks);
}

function afterRequire(code: string, more: string): string {
  const declared = /^const __nodeRequire = .*\n/m.exec(code);
  if (declared === null) throw new Error("the bundle has no __nodeRequire");
  const end = declared.index + declared[0].length;
  return code.slice(0, end) + more + code.slice(end);
}
