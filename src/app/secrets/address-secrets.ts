type Environment = { readonly [name: string]: string | undefined };

const addresses = [
  "ACTIONS_RESULTS_URL",
  "ACTIONS_CACHE_URL",
  "GITHUB_SERVER_URL",
  "GITHUB_API_URL",
  "GITHUB_GRAPHQL_URL",
  ...["http_proxy", "https_proxy", "all_proxy"].flatMap((name) => [name, name.toUpperCase()]),
];
/** What is shorter stands in too many words that are none. */
const shortest = 4;

/** The passwords in the addresses of servers and proxies that an environment names, with what each is. */
export function passwordsInAddresses(environment: Environment): readonly (readonly [string, string])[] {
  return addresses.flatMap((name) => {
    // As it is written, and as it is sent; a proxy's may have no scheme.
    const written = /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^/?#:]*:([^/?#]*)@/i.exec(environment[name] ?? "")?.[1] ?? "";
    const forms = new Set([written, decoded(written)]);
    return [...forms]
      .filter((form) => form.length >= shortest)
      .map((form) => [form, `the password in \`${name}\``] as const);
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
