import { type ChildProcessByStdio, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";

// An editor's language server for YAML, which is not among the packages of this project as it takes 21 MB. Where
// `yaml-language-server` is not on the PATH, this says so and is skipped.

const root = join(import.meta.dirname, "../..");
const schema = pathToFileURL(join(root, "schema/opus.json")).href;
const server = (process.env.PATH ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "yaml-language-server"))
  .find((path) => existsSync(path));

if (server === undefined) console.log("SKIPPED: yaml-language-server is not installed, so no editor was asked");

/** Talks with the server as an editor does. */
class Editor {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #waiting = new Map<number, (result: unknown) => void>();
  #buffer = Buffer.alloc(0);
  #id = 0;

  constructor(path: string) {
    this.#process = spawn(process.execPath, [path, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
    this.#process.stdout.on("data", (chunk: Buffer) => this.#read(chunk));
  }

  ask(method: string, params: object): Promise<unknown> {
    const id = ++this.#id;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#send({ id, method, params });
    });
  }

  tell(method: string, params: object): void {
    this.#send({ method, params });
  }

  end(): void {
    this.#process.kill();
  }

  #send(message: object): void {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #read(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const head = /^[\s\S]*?Content-Length: (\d+)[\s\S]*?\r\n\r\n/.exec(this.#buffer.toString("latin1"));
      if (!head) return;
      const [begin, length] = [head[0].length, Number(head[1])];
      if (this.#buffer.length < begin + length) return;
      const message = JSON.parse(this.#buffer.subarray(begin, begin + length).toString("utf8"));
      this.#buffer = this.#buffer.subarray(begin + length);
      if (message.method === "workspace/configuration")
        this.#send({
          id: message.id,
          result: message.params.items.map(({ section }: { section: string }) => settings[section] ?? null),
        });
      else if (message.method !== undefined && message.id !== undefined) this.#send({ id: message.id, result: null });
      else this.#waiting.get(message.id)?.(message.result);
    }
  }
}

/** What `opus init` writes, with the schema of this checkout. */
const settings: { readonly [section: string]: object } = {
  yaml: { schemas: { [schema]: ["opus.yaml"] }, completion: true, validate: false },
};

const project = "apiVersion: opus/v1\nkind: Project\nmetadata: { name: shop }\n---\n";

/** What is offered at the end of a text. */
async function offered(editor: Editor, text: string, version: number): Promise<readonly string[]> {
  const uri = `file:///work/${version}/opus.yaml`;
  editor.tell("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version, text } });
  const lines = text.split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const answer = (await editor.ask("textDocument/completion", { textDocument: { uri }, position })) as {
    readonly items: readonly { readonly label: string }[];
  };
  return answer.items.map(({ label }) => label);
}

describe.runIf(server !== undefined)("an editor's language server", () => {
  it("completes kinds, and fields of five kinds, in the second document of a file", async () => {
    const editor = new Editor(server ?? "");
    try {
      await editor.ask("initialize", {
        processId: process.pid,
        rootUri: null,
        capabilities: { workspace: { configuration: true }, textDocument: { completion: {} } },
      });
      editor.tell("initialized", {});
      editor.tell("workspace/didChangeConfiguration", { settings });
      const kinds: { readonly [kind: string]: string } = {
        File: "path",
        Shell: "create",
        HttpResource: "baseUrl",
        Download: "url",
        Probe: "http",
      };
      let version = 1;
      let all: readonly string[] = [];
      // It takes its settings when it likes, and says so to nobody.
      for (let tries = 0; tries < 200 && all.length === 0; tries++)
        all = await offered(editor, `${project}apiVersion: opus/v1\nkind: `, version++);
      for (const kind of [...Object.keys(kinds), "Values"]) expect(all).toContain(kind);
      for (const [kind, field] of Object.entries(kinds)) {
        const known = Object.keys(JSON.parse(readFileSync(schemaOf(kind), "utf8")).properties);
        expect(known).toContain(field);
        const found = await offered(
          editor,
          `${project}apiVersion: opus/v1\nkind: ${kind}\nmetadata:\n  name: a\nspec:\n  ${field[0]}`,
          version++,
        );
        expect([kind, found]).toEqual([kind, expect.arrayContaining([field])]);
      }
    } finally {
      editor.end();
    }
  }, 60_000);
});

function schemaOf(kind: string): string {
  const name = kind.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
  return join(root, "schema", `${name}.json`);
}
