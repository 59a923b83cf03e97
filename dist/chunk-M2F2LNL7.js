import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  ManifestDocument,
  Reporter,
  Source
} from "./chunk-A7FT4HDT.js";
import {
  fileLexemeLimit,
  plainPartsLimit,
  readDocuments
} from "./chunk-7FF22DOR.js";
import {
  err,
  failure,
  ok
} from "./chunk-VKSB6RUN.js";
import {
  isObject,
  pointerSegment
} from "./chunk-RRD47Q5D.js";

// src/manifest/yaml-mapping.ts
function readMapping(text, shown) {
  const source = new Source(shown, text);
  const report = new Reporter();
  const documents = [];
  const problems = readDocuments(text, { lexemes: fileLexemeLimit, plainParts: plainPartsLimit }, (read) => {
    for (const problem of read.problems) report.span(source, problem);
    if (!read.isEmpty) documents.push(new ManifestDocument(source, read));
  });
  for (const problem of problems) report.span(source, problem);
  for (const document2 of documents) report.zeroes(document2);
  if (report.errors > 0) return err(report.diagnostics);
  const [document, second] = documents;
  if (!document) return ok(/* @__PURE__ */ new Map());
  if (second || !isObject(document.value)) {
    const message = second ? `${shown} must hold one document, not several` : `${shown} must be a mapping of names to values`;
    const location = (second ?? document).location;
    return err([
      { severity: "error", code: "bad-values", message, location, suggestion: "Write `name: value`, one a line." }
    ]);
  }
  return ok(
    new Map(
      Object.entries(document.value).map(([name, value]) => {
        const pointer = `/${pointerSegment(name)}`;
        const spelling = document.spelling(pointer);
        return [name, { value, location: document.locate(pointer), ...spelling === void 0 ? {} : { spelling } }];
      })
    )
  );
}

// src/app/load/value-inputs.ts
function givenValues(settings, { workspace, projectAlone }, sources, warn) {
  const given = /* @__PURE__ */ new Map();
  const diagnostics = [];
  const take = (text, shown, origin, located) => {
    const mapping = readMapping(text, shown);
    if (!mapping.ok) {
      diagnostics.push(
        ...mapping.error.map(
          (one) => located ? one : { ...one, message: `${origin}, line ${one.location?.line ?? 1}: ${one.message}` }
        )
      );
      return;
    }
    const lines = text.trim().includes("\n");
    for (const [name, { value, location, spelling }] of mapping.value) {
      const place = located || !lines ? origin : `${origin}, line ${location.line}`;
      const written = spelling === void 0 ? {} : { spelling };
      given.set(name, { value, origin: place, ...located ? { location } : {}, ...written });
    }
  };
  if (settings.valuesFile !== void 0) {
    const shown = workspace.display(settings.valuesFile);
    const read = workspace.read(settings.valuesFile, 4 * 1024 * 1024);
    if (read.ok) {
      const text = new TextDecoder().decode(read.value);
      sources.set(shown, text);
      take(text, shown, shown, true);
    } else {
      const message = `the values file ${settings.valuesFile} could not be read: ${read.error.message}`;
      diagnostics.push({ severity: "error", code: "invalid-input", message });
    }
  }
  if (projectAlone) for (const problem of diagnostics.splice(0)) warn({ ...problem, severity: "warning" });
  if (settings.values !== void 0) take(settings.values.text, settings.values.origin, settings.values.origin, false);
  const [first] = diagnostics;
  if (!first) return ok(given);
  return err(
    failure(
      "invalid-input",
      first.message,
      diagnostics.map((one) => withoutInputPlace(one, settings))
    )
  );
}
function withoutInputPlace(diagnostic, settings) {
  if (diagnostic.location?.file !== settings.values?.origin) return diagnostic;
  const { location: _, ...rest } = diagnostic;
  return rest;
}

export {
  givenValues
};
