import { err, ok, type Problem, type Result } from "../../engine/diagnostics/diagnostic.ts";
import type { JsonObject } from "../../engine/json/json.ts";
import { globProblem } from "../../engine/text/glob.ts";
import type { FileAccess } from "../../ports/workspace-files.ts";
import { pathProblem, type ValidateSpec } from "../file/file-access.ts";
import { authProblems } from "../http-resource/parse-resource.ts";
import { type DownloadFields, downloadFields } from "./download-spec.ts";

/** Checks a resolved spec: first its shape, then what a schema can't say. */
export function parseDownload(
  files: FileAccess,
  validate: ValidateSpec,
  spec: JsonObject,
): Result<JsonObject, Problem[]> {
  const shape = validate("opus/v1", "Download", spec) ?? [];
  if (shape.length > 0) return err([...shape]);
  const fields = downloadFields(spec);
  const problems = [...pinProblems(fields), ...authProblems(fields), ...placeProblems(files, fields)];
  return problems.length > 0 ? err(problems) : ok(spec);
}

function pinProblems({ sha256, unpinned }: DownloadFields): Problem[] {
  if (sha256 === undefined && unpinned !== true) {
    const message = "there is no `sha256`: whatever the server gives one day would be taken";
    const suggestion = "Add the `sha256` that its makers publish; or `unpinned: true`, if any version is fine.";
    return [{ code: "invalid-value", message, pointer: "", suggestion, atKey: true }];
  }
  if (sha256 === undefined || unpinned !== true) return [];
  const message = "`sha256` pins it, and `unpinned: true` says that it is not pinned";
  return [{ code: "invalid-value", message, pointer: "/unpinned", suggestion: "Keep one of them." }];
}

function placeProblems(files: FileAccess, { path, extract, mode }: DownloadFields): Problem[] {
  if (!extract) {
    const normal = files.normalize(path);
    return normal.ok ? [] : [pathProblem(normal.error, "/path")];
  }
  const normal = files.normalize(extract.to, { folder: true });
  const whole = "is the workspace itself, or ends with a slash";
  const wrong =
    normal.ok && (normal.value === "." || extract.to.endsWith("/")) ? `\`${extract.to}\` ${whole}` : undefined;
  const error = normal.ok ? wrong : normal.error;
  const place = error === undefined ? [] : [pathProblem(error, "/extract/to")];
  const globs = (extract.include ?? []).flatMap((pattern, index): Problem[] => {
    const wrong = globProblem(pattern.replace(/^!/, ""));
    const suggestion = "Write a shorter one, or several.";
    return wrong === undefined
      ? []
      : [{ code: "invalid-value", message: `the glob ${wrong}`, pointer: `/extract/include/${index}`, suggestion }];
  });
  if (mode === undefined) return [...place, ...globs];
  const message = "`mode` is for a single file: an archive says which of its files can be executed";
  return [...place, ...globs, { code: "invalid-value", message, pointer: "/mode", suggestion: "Take it away." }];
}
