import type { Counts } from "../../engine/model/report.ts";
import { planWords, plural, sumCounts } from "../rendering/labels.ts";
import { code, joined, type Markdown, md, ours } from "../rendering/markdown.ts";
import type { Left, Part, PartFacts, Phase } from "./model.ts";

/** Stands for a phase. */
export const phaseIcons = {
  planned: "📋",
  applying: "⏳",
  applied: "✅",
  failed: "❌",
  refused: "🚫",
  cancelled: "⏹️",
} as const satisfies { readonly [phase in Phase]: string };
const titles = {
  planned: "Plan",
  applying: "Plan being applied",
  applied: "Applied plan",
  failed: "Failed apply",
  refused: "Refused plan",
  cancelled: "Cancelled apply",
} as const satisfies { readonly [phase in Phase]: string };
// What somebody should see first comes first.
const urgency: readonly Phase[] = ["failed", "refused", "cancelled", "applying", "planned", "applied"];

/** The verdict: what stands in a mail, or on a phone before anything else. */
export function verdict(whose: Markdown, parts: readonly Part[], left: Left, outdated: ReadonlySet<Part>): Markdown {
  const { named, unnamed } = left;
  const shown = parts.map((part) => part.facts);
  // What is outdated counts for nothing.
  const facts = [...parts.filter((part) => !outdated.has(part)).map((part) => part.facts), ...named];
  const failed = facts.filter(({ failure, phase }) => failure !== null && phase === "planned");
  const phase = urgency.find((one) => facts.some((fact) => fact.phase === one)) ?? "planned";
  const twice = countedTwice(failed);
  const failures = failed.length - twice + unnamed.failed;
  const all = sumCounts([...facts, unnamed]);
  const idle = phase === "planned" && isNothing(all);
  const icon = failures > 0 ? "❌" : idle ? "✅" : phaseIcons[phase];
  const what =
    failures === 0
      ? ours(planWords(all))
      : failures === facts.length - twice + unnamed.number
        ? md`could not be made${reasons(failed)}`
        : md`${ours(planWords(all))}, and ${ours(plural(failures, "context"))} that could not be planned`;
  return md`## ${icon} ${titles[phase]} ${ownCommands([...shown, ...named])}for ${whose}: ${what}`;
}

/**
 * A run that ended before it knew of its context has left a part of its own, and is one of those of its project that have
 * left no report: which one, nobody knows.
 */
function countedTwice(
  failed: readonly (Pick<PartFacts, "project" | "failure"> & { readonly context?: string })[],
): number {
  const lost = new Map<string | undefined, number>();
  for (const { project, failure } of failed)
    if (failure === "not-reported") lost.set(project, (lost.get(project) ?? 0) + 1);
  let twice = 0;
  for (const { project, context } of failed) {
    const left = lost.get(project) ?? 0;
    if (context !== "" || left === 0) continue;
    lost.set(project, left - 1);
    twice++;
  }
  return twice;
}

/** What is planned where that is not `apply`. */
function ownCommands(facts: readonly Pick<PartFacts, "command">[]): Markdown {
  const own = [...new Set(facts.map(({ command }) => command))].filter((command) => command !== "apply");
  if (own.length === 0) return md``;
  const commands = own.map((command) => code(command, 60));
  return md`of ${joined(commands, ", ")} `;
}

/** Nothing to do, and nothing that could not be told. */
export function isNothing({
  create,
  update,
  replace,
  adopt,
  forget,
  failed,
  skipped,
  unknown,
  ...rest
}: Counts): boolean {
  return create + update + replace + rest.delete + adopt + forget + failed + skipped + unknown === 0;
}

function reasons(failed: readonly Pick<PartFacts, "failure">[]): Markdown {
  const all = new Set(failed.flatMap(({ failure }) => (failure === null ? [] : [md`${failure}`])));
  return md` (${joined([...all], ", ")})`;
}
