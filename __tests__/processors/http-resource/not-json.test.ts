import { describe, expect, it } from "vitest";
import { recordedTask } from "../../../src/engine/execute/calls/made-so-far.ts";
import type { JsonObject } from "../../../src/engine/json/json.ts";
import { httpResourceProcessor } from "../../../src/processors/http-resource/http-resource.ts";
import { loadSchemas, validateSpec } from "../../../src/schema/validate.ts";
import { testIo } from "../../contracts/task-processor.ts";
import { testHttp, testServer } from "../../node/http/client-rig.ts";

await loadSchemas(["HttpResource"]);
const kind = httpResourceProcessor({ validate: validateSpec });

const page = "<!doctype html><title>Sign in</title>";

/** Looks at a thing with the id 1, or at none that is recorded, behind a server with these answers. */
async function look(answers: Record<string, readonly [number, string]>, more: JsonObject, recorded: boolean) {
  const server = await testServer((request, response) => {
    const [status, text] = answers[request.url ?? ""] ?? [404, "{}"];
    response.writeHead(status).end(text);
  });
  const spec = { baseUrl: server.origin, path: "/things", body: { name: "one" }, ...more };
  const before = recordedTask({ spec, outputs: {}, observed: { id: "1", body: { name: "one" } } });
  const { http } = testHttp([server.host]);
  const seen = await kind.observe(spec, testIo([], { http, ...(recorded ? { recorded: before } : {}) }));
  return seen.state === "failed" ? seen.error.message.replaceAll(server.origin, "") : seen.state;
}

describe("an answer with status 200 that is not JSON", () => {
  const find = { items: "/items", match: ["/name"] };

  it.each([
    ["drift", {}],
    ["gone, where it has an envelope", { response: { at: "/thing" } }],
  ])("is not taken for %s", async (_, more) => {
    const seen = await look({ "/things/1": [200, page] }, { find: false, ...more }, true);
    expect(seen).toBe("`GET /things/1` answered 200 with a web page");
  });

  it("is named for what it is", async () => {
    const seen = await look({ "/things/1": [200, "upstream is busy"] }, { find: false }, true);
    expect(seen).toBe("`GET /things/1` answered 200 with text that is not JSON");
  });

  it("is no empty list", async () => {
    expect(await look({ "/things": [200, page] }, { find }, false)).toBe("`GET /things` answered 200 with a web page");
    expect(await look({ "/things": [200, "{}"] }, { find }, false)).toBe("absent");
  });

  it.each([
    ["with", { find }],
    ["without", { find: false }],
  ])("of the collection does not prove that a thing is gone, %s `find`", async (_, more) => {
    expect(await look({ "/things": [200, page] }, more, true)).toMatch(/can't be told.* answered 200 with a web page$/);
    expect(await look({ "/things": [200, '{"items":[]}'] }, more, true)).toBe("absent");
  });
});
