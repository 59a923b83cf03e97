import type { HttpAnswer } from "../../engine/ports/http.ts";
import { endlessPatience } from "../../engine/ports/patience.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { Body } from "../../hooks/webhook/render.ts";
import type { Destination, NotSent, Within } from "../../hooks/webhook/webhook.ts";
import type { BindHttp } from "../../node/http/http-call.ts";
import type { Host } from "../host.ts";

export interface SendOptions {
  readonly http: BindHttp;
  readonly host: Pick<Host, "version">;
  conceal(text: string, what: string): void;
}

/**
 * Sends a message by the client that tasks have. It is sent again when it is not clear whether it has arrived: rather
 * twice than never.
 */
export async function sendMessage(
  { url, host: server, headers }: Destination,
  { text, type }: Body,
  { ms, once, signal }: Within,
  { http, host, conceal }: SendOptions,
): Promise<NotSent | undefined> {
  let asked: string | undefined;
  const client = http({
    task: "webhook",
    signal,
    patience: endlessPatience,
    // The first words say why it has to wait.
    tell: (words) => {
      asked ??= words;
    },
    hide: (secret) => conceal(secret, "what a webhook answered"),
  });
  try {
    const answer = await client.request({
      method: "POST",
      url,
      headers: { "user-agent": `magnum-opus/${host.version}`, "content-type": type, ...headers },
      body: text,
      withinMs: ms,
      repeatable: true,
      ...(once ? { once: true } : {}),
    });
    return answer.status >= 200 && answer.status < 300 ? undefined : { why: refusedWords(server, answer) };
  } catch (error) {
    if (!(error instanceof TaskFailure)) throw error;
    const { message, hint } = error;
    return { why: asked === undefined ? message : `${message}; ${asked}`, ...(hint === undefined ? {} : { hint }) };
  }
}

/** Of what a server says only a code is told, as Slack gives one: anything else could hold the address. */
function refusedWords(server: string, { status, statusName, text }: HttpAnswer): string {
  const code = /^[a-z]{2,30}(?:_[a-z]{1,30}){0,5}$/.exec(text.trim())?.[0];
  const name = code ?? statusName;
  const words = `${server} answered ${status}${name === undefined ? "" : ` (${name})`}`;
  return status >= 300 && status < 400 ? `${words} and leads elsewhere, where no message is sent` : words;
}
