import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Stores } from "../../src/app/state/stores.ts";
import type { StateStore } from "../../src/engine/ports/state-store.ts";
import { branchBackend } from "../../src/state/backends/branch/backend.ts";
import type { BranchLocation } from "../../src/state/backends/branch/branch-location.ts";
import { onBranch } from "../../src/state/backends/branch/branch-state.ts";
import { folderLocation } from "../../src/state/backends/file/backend.ts";
import { nodeFileSystem } from "../../src/state/backends/file/file-system.ts";
import { GitServer } from "../peers/git-server.ts";
import { clock, project } from "../state/fixtures.ts";
import type { Backend } from "./world.ts";

/** Where a peer keeps state. Plain data, so that other processes can be told. */
export type PeerPlace = BranchLocation | { readonly path: string };

/** A place for state, and stores there as so many runs on so many machines would open them. */
export interface Peer {
  readonly place: PeerPlace;
  readonly token: string;
  readonly server: GitServer | undefined;
  open(context: string): Promise<StateStore>;
  [Symbol.asyncDispose](): Promise<void>;
}

export async function openPeer(backend: Backend): Promise<Peer> {
  const folder = mkdtempSync(join(tmpdir(), "opus-faults-"));
  const server = backend === "branch" ? await GitServer.start({ folder }) : undefined;
  const token = server?.token ?? "";
  const place: PeerPlace = server
    ? { branch: "opus-state", url: server.remote, shown: server.remote, author, flags: [] }
    : { path: join(folder, "state") };
  const opened: Stores[] = [];
  return {
    place,
    token,
    server,
    open: (context) => {
      const stores = storesAt(place, token, join(folder, `machine-${randomUUID()}`));
      opened.push(stores);
      return stores.open(context);
    },
    async [Symbol.asyncDispose]() {
      for (const stores of opened) await stores.dispose();
      await server?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const author = { name: "opus", email: "opus@example.com" };

/** The stores of one run, with a temporary folder of its own. */
export function storesAt(place: PeerPlace, token: string, temporary: string): Stores {
  mkdirSync(temporary, { recursive: true });
  return new Stores({
    place: "path" in place ? folderLocation(place.path, []) : onBranch(branchBackend, place),
    project,
    environment: { PATH: process.env.PATH, HOME: temporary, RUNNER_TEMP: temporary, GITHUB_ACTIONS: "true" },
    terminal: false,
    stateFiles: nodeFileSystem,
    version: "0.0.0",
    token: token === "" ? undefined : token,
    initialize: false,
    clock,
    sealing: undefined,
    redact: (text) => text,
    onProgress: () => undefined,
  });
}
