import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  withoutEnd
} from "./chunk-I2UBFDYA.js";

// src/node/http/address-guard.ts
import { BlockList, isIP, isIPv6 } from "node:net";
var reservedBlocks = [
  ["0.0.0.0", 8, "an address of this machine"],
  ["10.0.0.0", 8, "a private address"],
  ["100.64.0.0", 10, "a private address (shared by carriers and clouds)"],
  ["127.0.0.0", 8, "a loopback address"],
  ["169.254.0.0", 16, "a link-local address"],
  ["172.16.0.0", 12, "a private address"],
  ["192.0.0.0", 24, "a reserved address"],
  ["192.0.2.0", 24, "a reserved address"],
  ["192.88.99.0", 24, "a reserved address"],
  ["192.168.0.0", 16, "a private address"],
  ["198.18.0.0", 15, "a reserved address"],
  ["198.51.100.0", 24, "a reserved address"],
  ["203.0.113.0", 24, "a reserved address"],
  ["224.0.0.0", 4, "a multicast address"],
  ["240.0.0.0", 4, "a reserved address"],
  // Azure answers virtual machines here, runners of GitHub among them.
  ["168.63.129.16", 32, "an address of the cloud's own"]
];
var internet = new BlockList();
internet.addSubnet("2000::", 3, "ipv6");
var special = new BlockList();
for (const [prefix, length] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20]
])
  special.addSubnet(prefix, length, "ipv6");
var reserved = reservedBlocks.map(([address, length, what]) => {
  const block = new BlockList();
  block.addSubnet(address, length, "ipv4");
  return { block, what };
});
function notInternet(address) {
  const [bare = ""] = address.split("%");
  if (!isIPv6(bare))
    return isIP(bare) === 4 ? reserved.find(({ block }) => block.check(bare, "ipv4"))?.what : "not an address";
  if (internet.check(bare, "ipv6") && !special.check(bare, "ipv6")) return void 0;
  return isLoopback6(bare) ? "a loopback address" : "a private, link-local or reserved address";
}
function isLoopback6(address) {
  const one = new BlockList();
  one.addAddress("::1", "ipv6");
  one.addSubnet("127.0.0.0", 8, "ipv4");
  return one.check(address, "ipv6");
}
function withoutBrackets(host) {
  return host.startsWith("[") && host.endsWith("]") ? host.slice(1, -1) : host;
}
function bareHost(hostname) {
  return withoutEnd(withoutBrackets(hostname.toLowerCase()), ".");
}
function refusedByName(hostname) {
  const host = bareHost(hostname);
  if (host === "") return "no host";
  if (isIP(host.split("%")[0] ?? "") !== 0) return notInternet(host);
  return host === "localhost" || host.endsWith(".localhost") ? "a name of this machine" : void 0;
}
var AllowedHosts = class {
  #hosts;
  constructor(allow) {
    this.#hosts = allow.flatMap(readAllowed);
  }
  has(url) {
    const host = bareHost(url.hostname);
    const port = url.port || (url.protocol === "https:" ? "443" : "80");
    return this.#hosts.some(
      (allowed) => (allowed.port === void 0 || allowed.port === port) && (allowed.below ? host.endsWith(`.${allowed.host}`) : host === allowed.host)
    );
  }
};
function readAllowed(entry) {
  const [, star, name = "", port] = /^(\*\.)?(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(entry) ?? [];
  const host = URL.parse(`http://${name}`)?.hostname;
  return host ? [{ host: bareHost(host), below: star !== void 0, port }] : [];
}

export {
  notInternet,
  withoutBrackets,
  bareHost,
  refusedByName,
  AllowedHosts
};
