import { shownAddress } from "../../engine/text/shown-url.ts";
import { trace } from "../../trace/trace.ts";
import type { AnswerHead } from "./retry-rules.ts";

/** Says in a trace what was asked, and what came of it: no query, headers or bodies. */
export function traceAnswer(
  { task }: { readonly task: string },
  method: string,
  url: URL,
  tries: number,
  took: string,
  answer: AnswerHead | undefined,
  error: string,
) {
  trace(() => {
    const again = tries > 1 ? `, try ${tries}` : "";
    const outcome = answer ? `${answer.status}` : `no answer (${error})`;
    return `http: task "${task}": ${method} ${shownAddress(url.href)}: ${outcome} in ${took}${again}${answer ? limitWords(answer) : ""}`;
  });
}

function limitWords({ headers }: AnswerHead): string {
  const left = headers["x-ratelimit-remaining"] ?? headers["ratelimit-remaining"];
  const after = headers["retry-after"];
  return `${left === undefined ? "" : `, ${left} requests left`}${after === undefined ? "" : `, retry after ${after}`}`;
}
