type Environment = { readonly [name: string]: string | undefined };

/** A proxy, and the variable that names it. */
export interface NamedProxy {
  readonly variable: string;
  readonly url: string;
}

/**
 * The proxy that the environment names for a URL, by the rules of curl and Git: `HTTP_PROXY` in capitals counts too,
 * as it does for the runner. Exceptions (`NO_PROXY`) are not looked at.
 */
export function proxyFor(url: string, environment: Environment): NamedProxy | undefined {
  const name = url.startsWith("https:") ? "https_proxy" : "http_proxy";
  for (const variable of [name, name.toUpperCase()]) {
    const value = environment[variable];
    if (value) return { variable, url: value };
  }
  return undefined;
}

/** Hosts that are reached without a proxy. */
export function noProxy(environment: Environment): string {
  return environment.no_proxy || environment.NO_PROXY || "";
}
