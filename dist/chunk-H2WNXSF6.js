import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/github/api/proxy.ts
function proxyFor(url, environment) {
  const name = url.startsWith("https:") ? "https_proxy" : "http_proxy";
  for (const variable of [name, name.toUpperCase()]) {
    const value = environment[variable];
    if (value) return { variable, url: value };
  }
  return void 0;
}
function noProxy(environment) {
  return environment.no_proxy || environment.NO_PROXY || "";
}

export {
  proxyFor,
  noProxy
};
