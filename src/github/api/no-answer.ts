/** Why a request got no answer, where another try comes to the same or somebody else than the server is to blame. */
export type NoAnswer =
  /** The proxy opened no way to the server. `lasting`: it won't do so later either. */
  | { readonly by: "proxy"; readonly status: number; readonly lasting: boolean }
  /** `words` say what is wrong with it. */
  | { readonly by: "certificate"; readonly words: string; readonly lasting: true };

const proxyWords = /^Proxy response \((\d{3})\) !== 200 when HTTP Tunneling/;
const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)_/;
/** Refusals that are over after a while. */
const passing: ReadonlySet<number> = new Set([408, 425, 429]);

/**
 * Finds in what a request threw, and in what caused that, who kept it from the server.
 * @returns undefined for anything else
 */
export function noAnswer(error: unknown): NoAnswer | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const [, status] = proxyWords.exec(cause.message) ?? [];
    if (status !== undefined) return refusedByProxy(Number(status));
    if ("code" in cause && certificateCodes.test(String(cause.code)))
      // Node adds what to start it with, which is nothing for a step.
      return { by: "certificate", words: cause.message.replace(/;.*/s, ""), lasting: true };
  }
  return undefined;
}

/** @param status which the proxy answered to who wanted to be led through */
export function refusedByProxy(status: number): NoAnswer {
  return { by: "proxy", status, lasting: status < 500 && !passing.has(status) };
}
