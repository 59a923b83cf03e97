import type { Console } from "../../src/ports/console.ts";

/** Writes down what is shown, a line each; groups and progress are marked. */
export class RecordingConsole implements Console {
  readonly live: boolean;
  readonly lines: string[] = [];

  constructor(live = false) {
    this.live = live;
  }

  line(text: string): void {
    this.lines.push(text);
  }

  group(title: string): void {
    this.lines.push(`▼ ${title}`);
  }

  endGroup(): void {
    this.lines.push("▲");
  }

  output(text: string): void {
    for (const line of text.replace(/\n$/, "").split("\n")) this.lines.push(`  │ ${line}`);
  }

  progress(text: string | undefined): void {
    if (text !== undefined) this.lines.push(`… ${text}`);
  }

  get text(): string {
    return `${this.lines.join("\n")}\n`;
  }
}
