import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/app/secrets/address-secrets.ts
var addresses = [
  "ACTIONS_RESULTS_URL",
  "ACTIONS_CACHE_URL",
  "GITHUB_SERVER_URL",
  "GITHUB_API_URL",
  "GITHUB_GRAPHQL_URL",
  ...["http_proxy", "https_proxy", "all_proxy"].flatMap((name) => [name, name.toUpperCase()])
];
var shortest = 4;
function passwordsInAddresses(environment) {
  return addresses.flatMap((name) => {
    const written = /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^/?#:]*:([^/?#]*)@/i.exec(environment[name] ?? "")?.[1] ?? "";
    const forms = /* @__PURE__ */ new Set([written, decoded(written)]);
    return [...forms].filter((form) => form.length >= shortest).map((form) => [form, `the password in \`${name}\``]);
  });
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export {
  passwordsInAddresses
};
