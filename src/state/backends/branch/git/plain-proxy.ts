/**
 * The variable that names a proxy through which git asks a server without encryption, by the rules of curl: then what
 * answers may be the proxy itself.
 * @param url of the remote
 * @returns undefined where it goes without a proxy, or where the proxy can't answer in the place of the server
 */
export function plainProxy(
  url: string,
  environment: { readonly [name: string]: string | undefined },
): string | undefined {
  const remote = URL.parse(url);
  if (remote?.protocol !== "http:") return undefined;
  // HTTP_PROXY in capitals may come from a request to a web server, so curl does not take it.
  const variable = ["http_proxy", "all_proxy", "ALL_PROXY"].find((name) => environment[name]);
  const exempt = environment.no_proxy || environment.NO_PROXY || "";
  return exempts(exempt, remote.hostname) ? undefined : variable;
}

function exempts(list: string, host: string): boolean {
  return list
    .split(/[\s,]+/)
    .map((entry) => entry.replace(/^\*?\./, "").replace(/:\d+$/, ""))
    .some((entry) => entry === "*" || (entry !== "" && (host === entry || host.endsWith(`.${entry}`))));
}
