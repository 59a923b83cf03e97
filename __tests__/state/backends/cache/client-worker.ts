// The process of the cache client, without the rest of the program: node client-worker.ts cache-worker <request as JSON>
import { runCacheWorker } from "../../../../src/github/cache/cache-worker.ts";
import { removeTree } from "../../../../src/node/files/private-folders.ts";

await runCacheWorker(process.argv[3] ?? "", removeTree);
