import { err, type Failure, failure, ok, type Result } from "../../engine/diagnostics/diagnostic.ts";
import { oneLine } from "../../engine/text/printable.ts";
import { table } from "../../hooks/log/log-tables.ts";
import type { StateCommandEnv } from "./state-command-env.ts";
import { printJson } from "./stored-state.ts";

/** `opus state history`: prints the ends of runs, newest first. */
export async function showHistory(commandEnv: StateCommandEnv): Promise<Result<void, Failure>> {
  const { store, signal, request } = commandEnv;
  if (!store.runEnds)
    return err(failure("invalid-input", `the ${store.backend} backend keeps no versions with which runs ended`));
  const ends = await store.runEnds(signal);
  if (!ends.ok) return ends;
  const newest = [...ends.value].reverse().slice(0, request.limit);
  if (request.json) {
    await printJson(
      commandEnv,
      newest.map(({ serial, at, what, url }) => ({ serial, at, what, url })),
    );
    return ok(undefined);
  }
  if (newest.length === 0)
    commandEnv.line(`No run has ended in ${commandEnv.project}/${commandEnv.context} yet.`, "heading");
  else {
    const rows = newest.map(({ serial, at, what, url }) => [
      String(serial),
      at === "" ? "-" : at.replace("T", " ").replace(/(?:\.\d+)?Z$/, ""),
      what || "-",
      url || "a terminal",
    ]);
    const lines = table(
      ["Serial", "When (UTC)", "What", "Run"],
      rows.map((row) => row.map(oneLine)),
    );
    for (const { text, tone } of lines) commandEnv.line(text, tone);
    commandEnv.line("");
    const { serial } = newest[0] as (typeof newest)[number];
    const back = commandEnv.command("rollback", "--to", "SERIAL");
    commandEnv.line(`A serial counts what was stored; these are the ends of runs, and ${serial} is the last.`, "muted");
    commandEnv.line(`\`${back}\` goes back to one of them.`, "muted");
  }
  return ok(undefined);
}
