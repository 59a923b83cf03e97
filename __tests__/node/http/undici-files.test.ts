import undici from "undici";
import connect from "undici/lib/api/api-connect.js";
import request from "undici/lib/api/api-request.js";
import makeConnector from "undici/lib/core/connect.js";
import Agent from "undici/lib/dispatcher/agent.js";
import Dispatchers from "undici/lib/dispatcher/dispatcher.js";
import EnvHttpProxyAgent from "undici/lib/dispatcher/env-http-proxy-agent.js";
import { expect, test } from "vitest";

// The package promises nothing of where its files are.
test("the files of undici that are loaded hold what its index gives", () => {
  expect(Agent).toBe(undici.Agent);
  expect(Dispatchers).toBe(undici.Dispatcher);
  expect(EnvHttpProxyAgent).toBe(undici.EnvHttpProxyAgent);
  expect(makeConnector).toBe(undici.buildConnector);
  expect(undici.Dispatcher.prototype.connect).toBe(connect);
  expect(undici.Dispatcher.prototype.request).toBe(request);
});
