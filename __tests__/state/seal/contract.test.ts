import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { FileStore } from "../../../src/state/backends/file/file-store.ts";
import { stateStoreContract } from "../../contracts/state-store.ts";
import { MemoryStore, memoryBacking } from "../../doubles/memory-store.ts";
import { full } from "../../faults/scale.ts";
import { GitServer } from "../../peers/git-server.ts";
import { openBranch } from "../backends/branch/open-branch.ts";
import { clock, context, project, temporaryFolder } from "../fixtures.ts";
import { firstIdentity, passphrase, sealingWith } from "./keys.ts";

const sealing = await sealingWith(firstIdentity);
const slow = await sealingWith(passphrase);
const path = `${project}/${context}/state.json`;
let server: GitServer;
beforeAll(async () => {
  server = await GitServer.start();
});
afterAll(() => server.close());

/** The branch store itself keeps the whole contract unsealed; in short, it is tried sealed where bytes are carried. */
const carriesBytes = (title: string): boolean =>
  full || /^(a first write|writes follow|damaged state|history keeps|a state is carried|a lock goes)/.test(title);

/** Another letter in the middle of the armor. */
function damaged(stored: string): string {
  return stored.replace(/(\\n.{20})(.)(.{43}\\n)/, (_, before, letter, after) => {
    return `${before}${letter === "A" ? "B" : "A"}${after}`;
  });
}

stateStoreContract("the sealed memory store", () => {
  const backing = memoryBacking();
  return {
    open: () => new MemoryStore({ backing, project, context, clock, sealing: slow }),
    damage: () => {
      backing.text = damaged(backing.text ?? "");
    },
    stored: () => backing.text ?? "",
    sealed: true,
    historyLimit: 20,
    cleanUp: () => {},
  };
});

stateStoreContract("the sealed file store", () => {
  const { path: statePath, remove } = temporaryFolder();
  const file = join(statePath, project, context, "state.json");
  return {
    open: () => new FileStore({ statePath, project, context, writer: "0.0.0", clock, sealing }),
    openAs: (name) => new FileStore({ statePath, ...name, writer: "0.0.0", clock, sealing }),
    damage: () => writeFileSync(file, damaged(readFileSync(file, "utf8"))),
    stored: () => readFileSync(file, "utf8"),
    sealed: true,
    historyLimit: 20,
    cleanUp: remove,
  };
});

stateStoreContract(
  "the sealed branch store",
  () => {
    if (server.tip("opus-state") !== undefined) server.git(["update-ref", "-d", "refs/heads/opus-state"]);
    const { path: folder, remove } = temporaryFolder();
    const { url, token } = server;
    return {
      open: () => openBranch({ url, token, folder, store: { sealing } }),
      openAs: (name) =>
        openBranch({ url, token, folder, store: { sealing, ...name, localFolder: join(folder, "other") } }),
      damage: () => {
        server.write("opus-state", { [path]: damaged(server.file("opus-state", path) ?? "") });
      },
      stored: () => server.file("opus-state", path) ?? "",
      sealed: true,
      historyLimit: null,
      cleanUp: remove,
    };
  },
  carriesBytes,
);
