import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { stateStoreContract } from "../../../contracts/state-store.ts";
import { GitServer } from "../../../peers/git-server.ts";
import { context, project, temporaryFolder } from "../../fixtures.ts";
import { startScript } from "../../processes.ts";
import { openBranch } from "./open-branch.ts";

const path = `${project}/${context}/state.json`;
let server: GitServer;
beforeAll(async () => {
  server = await GitServer.start();
});
afterAll(() => server.close());

stateStoreContract("the branch store", () => {
  if (server.tip("opus-state") !== undefined) server.git(["update-ref", "-d", "refs/heads/opus-state"]);
  const temporary = temporaryFolder();
  const { url, token } = server;
  const folder = temporary.path;
  return {
    open: () => openBranch({ url, token, folder }),
    openAs: (name) => openBranch({ url, token, folder, store: { ...name, localFolder: join(folder, "other") } }),
    damage: () => {
      server.write("opus-state", { [path]: (server.file("opus-state", path) ?? "").replace("greeting", "meeting") });
    },
    stored: () => server.file("opus-state", path) ?? "",
    historyLimit: null,
    race: async (processes, rounds) => {
      const script = join(import.meta.dirname, "worker.ts");
      const workers = Array.from({ length: processes }, () =>
        startScript(script, "increment", url, token, folder, String(rounds)),
      );
      await Promise.all(workers.map((worker) => worker.ended));
      return { succeeded: processes * rounds };
    },
    cleanUp: temporary.remove,
  };
});
