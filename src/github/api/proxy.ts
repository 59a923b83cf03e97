import { TaskFailure } from "../../engine/ports/task-failure.ts";

type Environment = { readonly [name: string]: string | undefined };

/** A proxy, and the variable that names it. */
export interface NamedProxy {
  readonly variable: string;
  readonly url: string;
}

/** The proxy for what a task asks. Throws a failure that names the variable, and not its value: it may hold a password. */
export function usableProxy(url: string, environment: Environment): string | undefined {
  const proxy = proxyFor(url, environment);
  if (proxy === undefined || (URL.canParse(proxy.url) && isHttp(proxy.url))) return proxy?.url;
  throw new TaskFailure(`the variable \`${proxy.variable}\` holds no address of an HTTP proxy`, {
    untouched: true,
    hint: "Write it as `host:port`, `http://host:port` or `http://user:password@host:port`.",
  });
}

const forAll: readonly string[] = ["all_proxy", "ALL_PROXY"];

/**
 * The proxy that the environment names for a URL, by the rules of curl and Git: `HTTP_PROXY` in capitals counts too,
 * as it does for the runner; `ALL_PROXY` where neither is set. Exceptions (`NO_PROXY`) are not looked at.
 */
export function proxyFor(url: string, environment: Environment): NamedProxy | undefined {
  const name = url.startsWith("https:") ? "https_proxy" : "http_proxy";
  for (const variable of [name, name.toUpperCase(), ...forAll]) {
    const value = environment[variable];
    if (!value) continue;
    const address = withScheme(value.trim());
    // Git and curl speak SOCKS; what asks by HTTP alone goes without it, as it does where nobody names a proxy.
    if (forAll.includes(variable) && !isHttp(address)) continue;
    return { variable, url: address };
  }
  return undefined;
}

/** `host:3128` is one of HTTP, for curl and Git too. */
function withScheme(value: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
}

function isHttp(address: string): boolean {
  return /^https?:/i.test(address);
}

/** Hosts that are reached without a proxy. */
export function noProxy(environment: Environment): string {
  return environment.no_proxy || environment.NO_PROXY || "";
}
