import { andMore } from "../../engine/text/listed.ts";
import { plural } from "../../hooks/rendering/labels.ts";
import { aliveWords, orphanProcessWords } from "../state/with-lock.ts";
import type { Recovery } from "./recover-context.ts";

/** What a post step has to say of one context: to people, at night. */
export interface RecoveryWords {
  readonly level: "notice" | "warning" | "error";
  readonly text: string;
}

const beginnings = {
  all: "The step was ended before it was through.",
  results: "The step could not store everything.",
  lock: "The step could not release its lock.",
};

/** Tells what was done for a context, and what is left to do. */
export function recoveryWords({ entry, ended, alive, outcome }: Recovery): RecoveryWords {
  const { project, context, command } = entry;
  const where = `${project}/${context}`;
  const begin = beginnings[entry.left ?? "all"];
  const killed = ended.length === 0 ? [] : [`ended ${orphanProcessWords(ended)}`];
  const still = alive.length === 0 ? "" : ` ${aliveWords(alive, entry)}`;
  const sentences = (parts: readonly string[], rest: string): string =>
    `${begin} ${capital(parts.join(", "))}.${rest}${still}`;
  switch (outcome.state) {
    case "stored": {
      const { results, serial, underWay, problem } = outcome;
      const stored =
        results === 0
          ? `nothing of ${command} in ${where} was left to store (serial ${serial})`
          : `stored ${plural(results, "result")} of ${command} in ${where} (serial ${serial})`;
      const open = underWay.length === 0 ? [] : [underWayWords(underWay)];
      const next = underWay.length === 0 ? "" : ` The next run settles ${underWay.length === 1 ? "it" : "them"}.`;
      const but = problem ? ` ${sentence(problem.message)}` : "";
      const text = sentences([...killed, stored, ...open], `${next}${but}`);
      return { level: problem || alive.length > 0 ? "error" : "notice", text };
    }
    case "taken-over": {
      const { holder } = outcome;
      const url = holder.run.url === "" ? "" : `, ${holder.run.url}`;
      const by = `\`${holder.command}\` since ${holder.since}${url}`;
      const rest = " What the step had left on this machine went to that run.";
      const text = sentences([...killed, `the state of ${where} is locked by another run (${by})`], rest);
      return { level: "warning", text };
    }
    case "nothing-left": {
      const { failure } = outcome;
      const what =
        entry.left === "lock" ? `everything of ${command} in ${where} is stored` : `it had changed nothing in ${where}`;
      if (!failure) return { level: alive.length > 0 ? "error" : "notice", text: sentences([...killed, what], "") };
      const rest = ` Should its lock ${entry.lockId} still be held, release it with \`unlock\`, or let the next run break it once this one is over. ${sentence(failure.message)}`;
      return { level: "warning", text: sentences([...killed, what], rest) };
    }
    case "not-stored": {
      const what = `the last results of ${command} in ${where} are not stored`;
      return { level: "error", text: sentences([...killed, what], ` ${sentence(outcome.failure.message)}`) };
    }
  }
}

function underWayWords(tasks: readonly string[]): string {
  const shown = andMore(tasks, 10);
  return `${plural(tasks.length, "task")} ${tasks.length === 1 ? "was" : "were"} under way: ${shown}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function sentence(text: string): string {
  return `${capital(text)}${/[.!?]$/.test(text) ? "" : "."}`;
}
