import type { RunEvent } from "../../engine/model/run-events.ts";
import { endlessPatience } from "../../engine/ports/patience.ts";
import type { BareIo } from "../../engine/ports/task-io.ts";
import type { IoFactory } from "../../engine/ports/toolbox.ts";
import { LineBuffer } from "../../engine/text/line-buffer.ts";
import type { Capabilities } from "../authorize/capabilities.ts";
import type { Host } from "../host.ts";

export interface TaskIoOptions {
  readonly context: string;
  /** The name that scopes test. */
  readonly command: string;
  readonly redactor: Host["redactor"];
  /** See `Capabilities`. */
  readonly http: Capabilities["http"];
  emit(event: RunEvent): void;
  conceal(text: string, what: string): void;
}

/** Makes what processors get with each call. Output goes on in whole lines, so that no secret in it is cut in two. */
export function taskIo({ context, command, redactor, http, emit, conceal }: TaskIoOptions): IoFactory {
  const tell = (text: string): void => emit({ type: "progress", text });
  return (task, bounds): BareIo => {
    // Most calls print nothing, and neither look at their signal nor ask a server.
    let buffers: Map<string, LineBuffer> | undefined;
    const bufferOf = (stream: "stdout" | "stderr"): LineBuffer => {
      const known = buffers?.get(stream);
      if (known) return known;
      const give = (text: string): void => emit({ type: "task-output", context, task, stream, text });
      const made = new LineBuffer(give, redactor);
      buffers ??= new Map();
      buffers.set(stream, made);
      return made;
    };
    return {
      task,
      context,
      command,
      get signal() {
        return bounds.signal;
      },
      output: (stream, text) => bufferOf(stream).add(text),
      tell: (text) => emit({ type: "progress", text, task }),
      containsSecret: (text) => redactor.contains(text),
      get http() {
        const { signal, patience = endlessPatience } = bounds;
        return http?.({
          task,
          signal,
          patience,
          tell,
          paced: (pace) => emit({ type: "paced", context, task, ...pace }),
          hide: (text) => conceal(text, `a token of task "${task}"`),
        });
      },
      end: () => {
        for (const buffer of buffers?.values() ?? []) buffer.end();
      },
    };
  };
}
