import { createSourceFile, forEachLeadingCommentRange, type Node, ScriptKind, ScriptTarget } from "typescript";

/**
 * Takes out the comments that stand on lines of their own; all else keeps its bytes. Who wants to read has the sources,
 * and every run reads the bundle. Licences stay: `/*!`, `@license`, copyrights.
 * @param code JavaScript
 */
export function stripComments(code: string): string {
  const file = createSourceFile("bundle.js", code, ScriptTarget.Latest, false, ScriptKind.JS);
  const ranges = new Map<number, number>();
  const look = (node: Node): void => {
    forEachLeadingCommentRange(code, node.pos, (pos, end) => {
      ranges.set(pos, end);
    });
    node.forEachChild(look);
  };
  look(file);
  forEachLeadingCommentRange(code, file.endOfFileToken.pos, (pos, end) => {
    ranges.set(pos, end);
  });
  const kept: string[] = [];
  let at = 0;
  for (const [pos, end] of [...ranges].sort(([a], [b]) => a - b)) {
    const lineStart = code.lastIndexOf("\n", pos - 1) + 1;
    const lineEnd = code.indexOf("\n", end);
    if (pos < at || lineEnd === -1 || /\S/.test(code.slice(lineStart, pos)) || /\S/.test(code.slice(end, lineEnd)))
      continue;
    if (/^\/\*!|@license|@preserve|copyright/i.test(code.slice(pos, end))) continue;
    kept.push(code.slice(at, lineStart));
    at = lineEnd + 1;
  }
  return kept.join("") + code.slice(at);
}
