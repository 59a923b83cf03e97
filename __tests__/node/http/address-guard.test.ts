import { describe, expect, it } from "vitest";
import { HttpFailure } from "../../../src/engine/ports/http.ts";
import { notInternet } from "../../../src/node/http/address-guard.ts";
import { refusedSocket } from "../../../src/node/http/guarded-connect.ts";
import { countingPort, testHttp, testServer } from "./client-rig.ts";

/** Hosts in an address that lead to this machine, or to another that is not on the internet. */
const hosts = [
  // IPv4 in all its spellings.
  "127.0.0.1",
  "127.1",
  "127.0.1",
  "127.255.255.254",
  "2130706433",
  "0x7f000001",
  "0x7f.0.0.1",
  "0x7F.0x0.0x0.0x1",
  "0177.0.0.1",
  "0177.0x0.1",
  "017700000001",
  "①②⑦.⓪.⓪.①",
  "１２７.０.０.１",
  "127。0。0。1",
  "127%2e0.0.1",
  "0",
  "0.0.0.0",
  "10.0.0.1",
  "10.255.255.255",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "100.64.0.1",
  "100.100.100.200",
  "169.254.169.254",
  "169.254.170.2",
  "2852039166",
  "0xa9fea9fe",
  "0251.0376.0251.0376",
  "168.63.129.16",
  "192.0.0.192",
  "192.0.2.1",
  "198.18.0.1",
  "203.0.113.7",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  // IPv6 in all its forms, and IPv4 inside of it.
  "[::1]",
  "[0:0:0:0:0:0:0:1]",
  "[::]",
  "[::127.0.0.1]",
  "[::7f00:1]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "[::ffff:0:7f00:1]",
  "[::ffff:0:127.0.0.1]",
  "[64:ff9b::127.0.0.1]",
  "[64:ff9b::7f00:1]",
  "[64:ff9b:1::7f00:1]",
  "[2002:7f00:1::]",
  "[2002:a9fe:a9fe::1]",
  "[2001:0:7f00:1::1]",
  "[2001:db8::1]",
  "[fe80::1]",
  "[fc00::1]",
  "[fd00:ec2::254]",
  "[fec0::1]",
  "[ff02::1]",
  "[100::1]",
  "[3fff::1]",
  // Names.
  "localhost",
  "LOCALHOST",
  "localhost.",
  "localhost..",
  "a.localhost",
  "a.localhost.",
  "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
  // Hidden behind what looks like a host.
  "example.com@127.0.0.1",
  "example.com:80@127.0.0.1",
  "user:word@example.com",
];

describe("no byte is sent to what is not on the internet", () => {
  it.each(hosts)("%s", async (host) => {
    const { port, seen } = await countingPort();
    for (const scheme of ["http", "https"]) {
      const { http } = testHttp([]);
      const asked = http.request({ method: "GET", url: `${scheme}://${host}:${port}/` });
      await expect(asked).rejects.toThrow(/^not asked: |is not an address$/);
      await expect(asked).rejects.toMatchObject({ sent: "nothing", untouched: true });
    }
    expect(seen).toEqual({ connections: 0, bytes: 0 });
  });

  it.each(["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.1.2.3", "169.254.169.254"])(
    "a name that leads to %s",
    async (address) => {
      const { port, seen } = await countingPort();
      const family = address.includes(":") ? 6 : 4;
      const { http } = testHttp([], { resolve: (_name, _options, told) => told(null, [{ address, family }]) });
      const asked = http.request({ method: "GET", url: `http://rebinding.example:${port}/` });
      await expect(asked).rejects.toThrow(`not asked: \`rebinding.example\` leads to ${address}`);
      expect(seen.connections).toBe(0);
    },
  );

  it("a name that leads to another address when it is asked again", async () => {
    const { port, seen } = await countingPort();
    let times = 0;
    const { http } = testHttp([], {
      // The first answer is an address of the internet that nobody answers at.
      resolve: (_name, _options, told) =>
        told(null, [{ address: times++ === 0 ? "192.0.3.1" : "127.0.0.1", family: 4 }]),
      signal: AbortSignal.timeout(300),
    });
    await http.request({ method: "GET", url: `http://rebinding.example:${port}/` }).catch(() => {});
    const again = testHttp([], {
      resolve: (_name, _options, told) => told(null, [{ address: "127.0.0.1", family: 4 }]),
    });
    await expect(again.http.request({ method: "GET", url: `http://rebinding.example:${port}/` })).rejects.toThrow();
    expect(seen.connections).toBe(0);
  });

  it("the address that a socket is really connected with", () => {
    const url = new URL("https://names.example/");
    expect(refusedSocket(url, { remoteAddress: "::ffff:127.0.0.1" })).toBeInstanceOf(HttpFailure);
    expect(refusedSocket(url, { remoteAddress: "10.0.0.1" })?.message).toBe(
      "not asked: `names.example` leads to 10.0.0.1, a private address",
    );
    expect(refusedSocket(url, { remoteAddress: "fe80::1%eth0" })).toBeInstanceOf(HttpFailure);
    expect(refusedSocket(url, { remoteAddress: undefined })).toBeInstanceOf(HttpFailure);
    expect(refusedSocket(url, { remoteAddress: "140.82.112.3" })).toBeUndefined();
    expect(refusedSocket(url, { remoteAddress: "2606:50c0:8000::153" })).toBeUndefined();
  });

  it.each([301, 302, 303, 307, 308])("where an answer with %i leads", async (status) => {
    const { port, seen } = await countingPort();
    const server = await testServer((_request, response) =>
      response.writeHead(status, { location: `http://127.1:${port}/` }).end(),
    );
    const { http } = testHttp([server.host]);
    await expect(http.request({ method: "GET", url: server.origin })).rejects.toThrow(
      "not asked: `127.0.0.1` is a loopback address",
    );
    expect(seen.bytes).toBe(0);
  });

  it("where an answer leads by a name, and tells whose answer it was", async () => {
    const server = await testServer((_request, response) =>
      response.writeHead(302, { location: "http://rebinding.example/" }).end(),
    );
    const { http } = testHttp([server.host], {
      resolve: (_name, _options, told) => told(null, [{ address: "169.254.169.254", family: 4 }]),
    });
    await expect(http.request({ method: "GET", url: server.origin })).rejects.toMatchObject({
      message: `${server.host} leads elsewhere; not asked: \`rebinding.example\` leads to 169.254.169.254, a link-local address`,
      hint: expect.stringContaining("find out why"),
      refused: true,
    });
  });

  it.each(["127.0.0.1", "*", "127.0.0.1:1", "localhost,127.0.0.1", "①②⑦.⓪.⓪.①"])(
    "a host that goes past the proxy by the word %s",
    async (noProxy) => {
      const { port, seen } = await countingPort();
      const proxy = await countingPort();
      const { http } = testHttp([], { proxyFor: () => `http://127.0.0.1:${proxy.port}`, noProxy });
      for (const host of ["127.0.0.1", "localhost.", "[::1]"])
        await expect(http.request({ method: "GET", url: `http://${host}:${port}/` })).rejects.toThrow("not asked");
      expect([seen.bytes, proxy.seen.bytes]).toEqual([0, 0]);
    },
  );

  it("a name that goes past the proxy", async () => {
    const { port, seen } = await countingPort();
    const { http } = testHttp([], {
      proxyFor: () => "http://127.0.0.1:1",
      noProxy: "rebinding.example",
      resolve: (_name, _options, told) => told(null, [{ address: "127.0.0.1", family: 4 }]),
    });
    await expect(http.request({ method: "GET", url: `http://rebinding.example:${port}/` })).rejects.toThrow(
      "not asked",
    );
    expect(seen.bytes).toBe(0);
  });
});

describe("a host that the Project allows", () => {
  it.each([
    ["127.0.0.1", "127.0.0.1"],
    ["127.0.0.1:PORT", "127.1"],
    ["localhost", "LocalHost"],
    ["*.corp.example", "db.corp.example"],
    ["*.corp.example:PORT", "DB.Corp.Example."],
  ])("%s lets %s be asked", async (entry, host) => {
    const { port } = await testServer((_request, response) => response.end("yes"));
    const { http } = testHttp([entry.replace("PORT", String(port))], {
      resolve: (_name, _options, told) => told(null, [{ address: "127.0.0.1", family: 4 }]),
    });
    // A name that only the test knows is looked up by the machine, which is not asked here.
    if (host.toLowerCase().includes("corp")) {
      await expect(http.request({ method: "GET", url: `http://${host}:${port}/` })).rejects.not.toThrow("not asked");
      return;
    }
    expect(await http.request({ method: "GET", url: `http://${host}:${port}/` })).toMatchObject({ text: "yes" });
  });

  it.each([
    ["127.0.0.1:1", "127.0.0.1"],
    ["127.0.0.2", "127.0.0.1"],
    ["*.localhost", "localhost"],
    ["*.0.0.1", "127.0.0.1:1"],
  ])("%s does not let %s be asked", async (entry, host) => {
    const { http } = testHttp([entry.startsWith("*.0") ? "*.corp.example" : entry]);
    const url = host.includes(":") ? `http://${host}/` : `http://${host}:8399/`;
    await expect(http.request({ method: "GET", url })).rejects.toThrow("not asked");
  });

  it("is named by the hint", async () => {
    const { http } = testHttp([]);
    await expect(http.request({ method: "GET", url: "http://localhost.:8399/x" })).rejects.toMatchObject({
      message: "not asked: `localhost` is a name of this machine",
      hint: 'If it is meant, allow it in the Project: `spec: {http: {allow: ["localhost:8399"]}}`.',
    });
  });
});

it("tells what addresses are", () => {
  expect(notInternet("8.8.8.8")).toBeUndefined();
  expect(notInternet("2a00:1450:4001:800::200e")).toBeUndefined();
  expect(notInternet("172.32.0.1")).toBeUndefined();
  expect(notInternet("127.0.0.1")).toBe("a loopback address");
  expect(notInternet("::1")).toBe("a loopback address");
  expect(notInternet("::ffff:127.0.0.1")).toBe("a loopback address");
  expect(notInternet("words")).toBe("not an address");
});
