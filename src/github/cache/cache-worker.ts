import { basename } from "node:path";
import { Writable } from "node:stream";
import { guardAnswers } from "./cache-guard.ts";
import { type CacheRequest, folderPrefix } from "./cache-request.ts";

/**
 * The process of the cache client: it answers one request over the channel to its parent, which then ends it. Should
 * the parent be killed, nothing stays behind: neither the process, nor programs that it has started, nor the folder.
 * @param removeTree removes a folder with all that is in it; never throws
 */
export async function runCacheWorker(argument: string, removeTree: (path: string) => void): Promise<void> {
  const request = JSON.parse(argument) as CacheRequest;
  process.once("disconnect", () => {
    if (basename(request.folder).startsWith(folderPrefix)) removeTree(request.folder);
    // Its parent has made it the leader of a process group.
    process.kill(-process.pid, "SIGKILL");
  });
  guardAnswers((why) => process.send?.(why));
  if (request.traced) {
    const { traceRequests } = await import("./cache-trace.ts");
    traceRequests((traced) => process.send?.({ traced }));
  }
  const { callCache } = await import("./cache-call.ts");
  const answer = await callCache(request);
  // What was printed tells what the answer means, so it goes first.
  await Promise.all([process.stdout, process.stderr].map(flushed));
  process.send?.(answer);
}

/** All that was printed has left, also what the program holds back until its line ends. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  stream.write("\n");
  return new Promise((done) => Writable.prototype.write.call(stream, "", "utf8", () => done()));
}
