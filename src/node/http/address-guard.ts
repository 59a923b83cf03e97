import { BlockList, isIP, isIPv6 } from "node:net";
import { withoutEnd } from "../../engine/text/line-ends.ts";

/** Blocks of IPv4 that are not the internet: RFC 6890 and its successors, and the servers of clouds on addresses like others. */
const reservedBlocks: readonly (readonly [string, number, string])[] = [
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
  ["168.63.129.16", 32, "an address of the cloud's own"],
];

/** The part of IPv6 that is the internet … */
const internet = new BlockList();
internet.addSubnet("2000::", 3, "ipv6");

/** … but for what carries other addresses inside (Teredo, 6to4), and what is only for examples and tests. */
const special = new BlockList();
for (const [prefix, length] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  special.addSubnet(prefix, length, "ipv6");

const reserved = reservedBlocks.map(([address, length, what]) => {
  const block = new BlockList();
  block.addSubnet(address, length, "ipv4");
  return { block, what };
});

/**
 * What an address is, where it is not one of the internet: `a loopback address`. All that is not known to be one counts.
 * @param address as Node writes one, without brackets
 * @returns undefined for an address of the internet
 */
export function notInternet(address: string): string | undefined {
  const [bare = ""] = address.split("%");
  if (!isIPv6(bare))
    return isIP(bare) === 4 ? reserved.find(({ block }) => block.check(bare, "ipv4"))?.what : "not an address";
  if (internet.check(bare, "ipv6") && !special.check(bare, "ipv6")) return undefined;
  return isLoopback6(bare) ? "a loopback address" : "a private, link-local or reserved address";
}

function isLoopback6(address: string): boolean {
  const one = new BlockList();
  one.addAddress("::1", "ipv6");
  one.addSubnet("127.0.0.0", 8, "ipv4");
  return one.check(address, "ipv6");
}

/** An IPv6 address as it is without the brackets that it has in a URL. */
export function withoutBrackets(host: string): string {
  return host.startsWith("[") && host.endsWith("]") ? host.slice(1, -1) : host;
}

/** A host as it is compared: in small letters, without brackets and the dots at its end. */
export function bareHost(hostname: string): string {
  return withoutEnd(withoutBrackets(hostname.toLowerCase()), ".");
}

/** Why a host can't be asked, by its name alone; undefined: nothing is known against it. */
export function refusedByName(hostname: string): string | undefined {
  const host = bareHost(hostname);
  if (host === "") return "no host";
  if (isIP(host.split("%")[0] ?? "") !== 0) return notInternet(host);
  return host === "localhost" || host.endsWith(".localhost") ? "a name of this machine" : undefined;
}

/** A host that the Project allows: `db.corp.example`, `*.corp.example:8443`, `[::1]:80`. */
interface AllowedHost {
  readonly host: string;
  readonly below: boolean;
  readonly port: string | undefined;
}

/** The hosts that a Project allows whatever their address. */
export class AllowedHosts {
  readonly #hosts: readonly AllowedHost[];

  constructor(allow: readonly string[]) {
    this.#hosts = allow.flatMap(readAllowed);
  }

  has(url: Pick<URL, "hostname" | "port" | "protocol">): boolean {
    const host = bareHost(url.hostname);
    const port = url.port || (url.protocol === "https:" ? "443" : "80");
    return this.#hosts.some(
      (allowed) =>
        (allowed.port === undefined || allowed.port === port) &&
        (allowed.below ? host.endsWith(`.${allowed.host}`) : host === allowed.host),
    );
  }
}

function readAllowed(entry: string): AllowedHost[] {
  const [, star, name = "", port] = /^(\*\.)?(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(entry) ?? [];
  // As URLs write it: one address has many spellings.
  const host = URL.parse(`http://${name}`)?.hostname;
  return host ? [{ host: bareHost(host), below: star !== undefined, port }] : [];
}
