/**
 * Runs scripts of package.json side by side: `types+lint check:dist` are two rows, in each of which one comes after the
 * other, and a row ends where one fails. What each said is shown as a whole when it is through, so that nothing is mixed.
 * Ends with 1 when any has failed.
 */
import { spawn } from "node:child_process";

const rows = process.argv.slice(2).map((row) => row.split("+"));
const failed = (await Promise.all(rows.map(inTurn))).flat();
if (failed.length > 0) console.error(`failed: ${failed.join(", ")}`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function inTurn(names: readonly string[]): Promise<readonly string[]> {
  for (const name of names) if ((await run(name)) !== 0) return [name];
  return [];
}

/** @returns its status; 1 when a signal has ended it */
function run(name: string): Promise<number> {
  const said: Buffer[] = [];
  // npm is a script of the shell on Windows.
  const child = spawn("npm", ["run", name], { shell: process.platform === "win32", stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => {
      process.stdout.write(Buffer.concat(said));
      resolve(status ?? 1);
    });
  });
}
