import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  noProxy,
  proxyFor
} from "./chunk-GHE6YAKB.js";
import {
  whyUnreachable,
  withoutToken
} from "./chunk-3KUNSIUL.js";
import {
  withoutCredentials
} from "./chunk-T3NMYTTS.js";
import {
  withoutEnd
} from "./chunk-I2UBFDYA.js";

// src/github/api/open-client.ts
var GitHubServer = class {
  #access;
  #apiUrl;
  constructor(access) {
    this.#access = access;
    this.#apiUrl = withoutEnd(access.apiUrl, "/");
  }
  /** The address as people may see it. */
  get shown() {
    return withoutCredentials(this.#apiUrl);
  }
  /** Loads a client. Whoever opens it ends it with `dispose`. */
  async open(policy) {
    const { token, userAgent, environment } = this.#access;
    const { GitHubClient } = await import("./client-RW7B7G6L.js");
    const proxy = proxyFor(this.#apiUrl, environment)?.url;
    return new GitHubClient({
      apiUrl: this.#apiUrl,
      token,
      userAgent,
      proxy,
      noProxy: noProxy(environment),
      ...policy
    });
  }
  /**
   * Why there was no answer, without the token.
   * @param address that was asked; absent: that of the REST API
   */
  whyUnreachable(error, address = this.#apiUrl) {
    const { token, environment } = this.#access;
    return withoutToken(whyUnreachable(error, address, proxyFor(address, environment)), token);
  }
};

export {
  GitHubServer
};
