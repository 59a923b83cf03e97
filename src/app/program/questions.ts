import type { Ask } from "../../action/inputs.ts";
import type { Program } from "./program.ts";

/**
 * How whoever sits at the terminal is asked. What is typed counts, and nothing else is yes. One of the outputs may go
 * elsewhere (`opus delete … | tee log`): the question stands on the other. Where no stream is a terminal, a script runs,
 * which has said all that it has to say.
 */
export function questions({ process, redactor, shown, stdout: printed, say }: Program): Ask {
  return async (question, signal) => {
    const { stdin, stdout, stderr } = process;
    const [typed, seen] = [stdin.isTTY === true, stdout.isTTY === true || stderr.isTTY === true];
    if (!typed) return seen ? "nobody-types" : "nobody-there";
    if (!seen) return "nobody-sees";
    if (stderr.isTTY === true) say(question);
    else printed.write(shown(redactor.text(`${question}\n`)));
    const answer = await line(stdin, signal);
    return /^y(?:es)?$/i.test(answer.trim()) ? "yes" : "no";
  };
}

/** What is typed; empty when the run is cancelled, the input ends, or the terminal is closed. */
async function line(stdin: NodeJS.Process["stdin"], signal: AbortSignal): Promise<string> {
  const typed = await new Promise<string>((resolve) => {
    if (signal.aborted) resolve("");
    signal.addEventListener("abort", () => resolve(""), { once: true });
    stdin.setEncoding("utf8");
    stdin.once("data", (text: string) => resolve(text));
    for (const end of ["end", "close"] as const) stdin.once(end, () => resolve(""));
    // A terminal that was closed. For good: it may say so again.
    stdin.on("error", () => resolve(""));
    stdin.resume();
  });
  stdin.pause();
  return typed;
}
