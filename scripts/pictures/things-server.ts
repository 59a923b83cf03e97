import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Thing = { readonly [member: string]: unknown };

/** A small API for things: it gives ids, adds members of its own, and never shows what is secret. */
export async function thingsServer() {
  const things = new Map<string, Thing>();
  const shown = ({ secret: _, ...thing }: Thing): Thing => ({
    ...thing,
    createdAt: "2026-11-30T00:00:00Z",
    zone: "eu",
  });
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const piece of request) text += piece;
    const id = request.url?.split("/")[2];
    const known = id === undefined ? undefined : things.get(id);
    const answer = (status: number, value?: unknown): void => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(value === undefined ? "" : JSON.stringify(value));
    };
    if (request.method === "POST") {
      const made = String(things.size + 1);
      things.set(made, { id: made, ...JSON.parse(text) });
      return answer(201, shown(things.get(made) ?? {}));
    }
    return answer(known || id === undefined ? 200 : 404, known ? shown(known) : [...things.values()].map(shown));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Changes one as another client would. */
    change: (name: string, members: Thing): void => {
      for (const [id, thing] of things) if (thing.name === name) things.set(id, { ...thing, ...members });
    },
    close: () => server.close(),
  };
}
