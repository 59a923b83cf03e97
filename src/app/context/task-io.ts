import type { RunEvent } from "../../engine/model/run-events.ts";
import type { BareIo } from "../../engine/ports/task-io.ts";
import type { IoFactory } from "../../engine/ports/toolbox.ts";
import { LineBuffer } from "../../engine/text/line-buffer.ts";
import type { Host } from "../host.ts";

export interface TaskIoOptions {
  readonly context: string;
  /** The name that scopes test. */
  readonly command: string;
  readonly redactor: Host["redactor"];
  emit(event: RunEvent): void;
}

/** Makes what processors get with each call. Output goes on in whole lines, so that no secret in it is cut in two. */
export function taskIo({ context, command, redactor, emit }: TaskIoOptions): IoFactory {
  return (task, signal): BareIo => {
    const buffers = new Map<string, LineBuffer>();
    const bufferOf = (stream: "stdout" | "stderr"): LineBuffer => {
      const known = buffers.get(stream);
      if (known) return known;
      const give = (text: string): void => emit({ type: "task-output", context, task, stream, text });
      const made = new LineBuffer(give, redactor);
      buffers.set(stream, made);
      return made;
    };
    return {
      task,
      context,
      command,
      signal,
      output: (stream, text) => bufferOf(stream).add(text),
      containsSecret: (text) => redactor.contains(text),
      end: () => {
        for (const buffer of buffers.values()) buffer.end();
      },
    };
  };
}
