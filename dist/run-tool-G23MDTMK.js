import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  renderDiagnostic
} from "./chunk-NHLEHMNN.js";
import {
  manifestFiles,
  readManifest
} from "./chunk-UJVBIXX2.js";
import {
  openWorkspace
} from "./chunk-GVRYNTHU.js";
import "./chunk-L3IILN6V.js";
import "./chunk-T52OZLMG.js";
import {
  loadBuiltIn
} from "./chunk-Q25WG5M4.js";
import "./chunk-A7FT4HDT.js";
import "./chunk-QXHLS2HQ.js";
import {
  specRules
} from "./chunk-JOSI6L7F.js";
import "./chunk-7FF22DOR.js";
import {
  terminalSurface
} from "./chunk-NZX5AGU2.js";
import "./chunk-7ANHA2T2.js";
import "./chunk-ISYZXV75.js";
import "./chunk-B6KQZQNF.js";
import "./chunk-N35UVQ2N.js";
import "./chunk-Z3T6MPV3.js";
import "./chunk-OIN6ASEP.js";
import "./chunk-AEBTEOXY.js";
import "./chunk-F5MAH5B3.js";
import "./chunk-7AN7EH64.js";
import "./chunk-H6W3A4JT.js";
import "./chunk-Y5B556YC.js";
import "./chunk-H7CNPS2Q.js";
import "./chunk-4X7ZPCTY.js";
import "./chunk-IN66ROTJ.js";
import "./chunk-PN4IT2FT.js";
import "./chunk-VFHQJX4Z.js";
import "./chunk-6A663GUQ.js";
import "./chunk-U3X2RP64.js";
import "./chunk-Q4RDUBL5.js";
import "./chunk-P4WMOHAY.js";
import "./chunk-FGOILAFU.js";
import "./chunk-NFAW5THG.js";
import "./chunk-VKSB6RUN.js";
import "./chunk-RRD47Q5D.js";
import "./chunk-35FI2EEV.js";
import "./chunk-GNBVHH4E.js";
import "./chunk-IE326VUJ.js";
import "./chunk-DGTLEPWR.js";
import "./chunk-DPEJMFBY.js";
import "./chunk-QHW5LFAW.js";

// src/app/tools/run-tool.ts
import { existsSync, writeFileSync } from "node:fs";
import { join, resolve as resolvePath } from "node:path";
import { fileURLToPath } from "node:url";
async function runTool({ name, operands, options }, env) {
  const folder = resolvePath(env.directory, String(options.workingDirectory ?? "."));
  switch (name) {
    case "init": {
      const { init } = await import("./init-O76GO6BT.js");
      const template = options.template === void 0 ? void 0 : String(options.template);
      return init(
        { folder, template, program: fileURLToPath(new URL(".", import.meta.url)) },
        (line) => env.print(`${line}
`)
      );
    }
    case "explain": {
      const { explain } = await import("./explain-Z26KOYPU.js");
      const explained = explain(operands[0]);
      return explained.ok ? printed(env, `${explained.text}
`) : refused(env, explained.error);
    }
    case "graph":
      return drawn(folder, options, env);
    case "fmt":
      return formatted(folder, operands, options, env);
    case "docs":
      return served(options, env);
    case "completion":
      return completed(operands[0] ?? "", env);
  }
}
function printed({ print }, text) {
  print(text);
  return 0;
}
function refused({ say }, message) {
  say(`opus: ${message}`);
  return 1;
}
async function served(options, env) {
  const text = String(options.port ?? "0");
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    return refused(env, `--port must be a number from 0 to 65535, not "${text}"`);
  const { serveDocs } = await import("./serve-docs-M2XG2DWX.js");
  const root = fileURLToPath(new URL("..", import.meta.url));
  try {
    const { url, close } = await serveDocs(root, port);
    env.print(`The docs are at ${url} until you press Ctrl-C.
`);
    await new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => resolve());
    });
    close();
    return 0;
  } catch (error) {
    return refused(env, `the docs can't be served: ${error.message}`);
  }
}
async function completed(shell, env) {
  const { renderCompletion, shells } = await import("./completion-3O53EMNG.js");
  const found = shells.find((one) => one === shell);
  if (found === void 0) return refused(env, `there is a completion for ${shells.join(", ")}, not for "${shell}"`);
  const { metadata } = await import("./metadata.generated-UTUN3HKU.js");
  return printed(env, renderCompletion(found, metadata));
}
async function loaded(folder, options, { say }) {
  const top = existsSync(folder) ? openWorkspace(folder, folder) : void 0;
  if (!top?.ok) {
    say(`opus: the folder ${folder} ${top === void 0 ? "does not exist" : "can't be opened"}`);
    return void 0;
  }
  const patterns = options.manifest === void 0 ? ["opus.yaml"] : String(options.manifest).split(",");
  const files = manifestFiles(top.value, { workingDirectory: folder, surface: terminalSurface });
  const read = readManifest(patterns, files);
  await loadBuiltIn(read.kinds);
  const manifest = read.check(specRules());
  for (const one of manifest.diagnostics)
    if (one.severity === "error")
      say(renderDiagnostic(one, manifest.sources, { color: false, redact: (text) => text }));
  return { manifest, workspace: top.value };
}
async function drawn(folder, options, env) {
  const { drawGraph, formats, graphOf } = await import("./graph-BJGUTDBR.js");
  const wanted = String(options.format ?? "mermaid");
  const format = formats.find((one) => one === wanted);
  if (format === void 0) return refused(env, `--format must be ${formats.join(", ")}, not "${wanted}"`);
  const found = await loaded(folder, options, env);
  if (found === void 0) return 1;
  const isSound = !found.manifest.diagnostics.some(({ severity }) => severity === "error");
  if (!isSound) return 1;
  return printed(env, drawGraph(graphOf(found.manifest.tasks), format));
}
async function formatted(folder, operands, options, env) {
  const { format } = await import("./fmt-SNYZVWOB.js");
  const given = await loaded(folder, operands.length > 0 ? { ...options, manifest: operands.join(",") } : options, env);
  if (given === void 0) return 1;
  const check = options.check === true;
  let status = given.manifest.files.length === 0 ? 1 : 0;
  for (const path of given.manifest.files) {
    const read = given.workspace.read(path, 16 * 1024 * 1024);
    if (!read.ok) {
      status = refused(env, `${path}: ${read.error.message}`);
      continue;
    }
    const result = format(new TextDecoder().decode(read.value));
    if (result.state === "left") status = refused(env, `${path} is left as it is: ${result.why}`);
    if (result.state !== "changed") continue;
    if (check) status = 1;
    else writeFileSync(join(folder, path), result.text);
    env.print(`${path}  ${check ? "would change" : "formatted"}
`);
  }
  return status;
}
export {
  runTool
};
