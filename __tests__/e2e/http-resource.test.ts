import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { caddyPackages, hasCaddy } from "../peers/caddy.ts";
import { hasPowerDns, powerDnsPackages } from "../peers/powerdns.ts";
import { caddy, oidc, powerDnsKey, rows } from "./http-rows.ts";
import { describeVerbs, Life, type Peer, type Row } from "./quick-rig-verbs.ts";
import { statuses } from "./rig.ts";

describeVerbs(rows);

const rowOf = (start: Row["start"]): Row => rows.find((row) => row.start === start) as Row;

describe.skipIf(!hasPowerDns)(`a key of PowerDNS whose zone is gone (${powerDnsPackages})`, () => {
  it("can't be told from one that may not be seen; the zone is made again, and the key by the next run", async () => {
    using peer = await powerDnsKey();
    using life = new Life(rowOf(powerDnsKey), peer);
    await life.applies("create");
    const headers = { "x-api-key": peer.secrets.PDNS_API_KEY ?? "" };
    const zone = `${peer.front.origin}/api/v1/servers/localhost/zones/shop.example.`;
    expect((await fetch(zone, { method: "DELETE", headers })).status).toBe(204);
    const failed = await life.fails("apply");
    expect(statuses(failed.report), failed.log).toEqual({ zone: "done", "signing-key": "failed" });
    expect(failed.log).toContain("If the thing that it is below is gone, make that first, and run again.");
    await life.applies("create");
  });
});

describe("a client of oidc-provider whose registration token is not taken any more", () => {
  it("is kept with the token of its own", async () => {
    using peer = await oidc();
    const row = rowOf(oidc);
    using life = new Life(row, peer);
    await life.applies("create");
    life.has({ REGISTRATION_TOKEN: "not-taken-any-more" });
    life.wants(row.changed);
    await life.applies("update");
    await life.does("delete");
    expect((await peer.things()).size).toBe(0);
  });
});

describe.skipIf(!hasCaddy)(`what somebody does to a server of Caddy (${caddyPackages}) while a run goes on`, () => {
  const row = rowOf(caddy);
  let peer: Peer;
  let life: Life;
  beforeAll(async () => {
    peer = await caddy();
  });
  beforeEach(() => {
    life = new Life(row, peer);
  });
  afterEach(async () => {
    peer.front.answer = () => undefined;
    for (const id of (await peer.things()).keys()) await peer.remove(id);
    life[Symbol.dispose]();
  });
  afterAll(() => peer?.[Symbol.dispose]());

  /** Does something once, right before the server gets a request by this method. */
  function before(method: string, act: () => Promise<unknown>): void {
    let done = false;
    peer.front.answer = async (asked) => {
      if (done || !asked.startsWith(`${method} `)) return undefined;
      done = true;
      await act();
      return undefined;
    };
  }

  it("is not overwritten: the change is refused (412), and the next run says what it is", async () => {
    await life.applies("create");
    life.wants(row.changed);
    before("PATCH", () => peer.change("shop"));
    const there = async () => JSON.stringify((await life.only())[1]);
    const refused = await life.fails("apply");
    expect(refused.log).toContain("somebody else has changed /body/routes/0/handle/0/body meanwhile");
    expect(await there()).toContain("Somebody was here");
    await life.applies("update");
    expect(await there()).toContain("Welcome back");
  });

  it("is not taken for ours when it was made in the moment before", async () => {
    before("PUT", async () => {
      await peer.add();
      await peer.change("shop");
    });
    const refused = await life.fails("apply");
    // Told is Caddy's "key already exists", or that it dropped the line while it took the other's change.
    expect(refused.log).toContain("what is there now (id shop) is not as it was sent");
    const there = await life.only();
    expect(JSON.stringify(there)).toContain("Somebody was here");
    const next = await life.fails("apply");
    expect(next.log).toContain("was not made by opus");
    expect(await life.only()).toEqual(there);
  });
});
