import type { JsonObject } from "../../engine/json/json.ts";
import { type Http, HttpFailure, type HttpHeaders } from "../../engine/ports/http.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { Io } from "../../engine/ports/task-io.ts";
import { type Answer, readAnswer } from "./answers.ts";
import { encoded } from "./bodies.ts";
import { credentialHeaders, lowerCase } from "./credentials.ts";
import type { AuthRule, HttpFields } from "./resource-spec.ts";

/** What is asked of an API. */
export interface Question {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  /** In its envelope. */
  readonly body?: JsonObject | undefined;
  readonly headers?: HttpHeaders | undefined;
  /** About the thing itself, not about its collection. */
  readonly item?: boolean;
  readonly repeatable?: boolean | undefined;
}

/** The API of one resource: what every request to it has. */
export class Api {
  readonly fields: HttpFields;
  readonly io: Io;
  readonly http: Http;

  /** @throws TaskFailure in a run that may ask nobody */
  constructor(fields: HttpFields, io: Io) {
    this.fields = fields;
    this.io = io;
    if (!io.http) throw new TaskFailure("this run makes no requests", { untouched: true });
    this.http = io.http;
  }

  /** Names the credentials, for what tasks with the same ones share. */
  get credential(): string {
    const { auth, headers } = this.fields;
    return JSON.stringify([auth ?? null, headers ?? null]);
  }

  /** Asks. @throws HttpFailure when there is no answer */
  async ask(question: Question, http = this.http): Promise<Answer> {
    const answer = await this.#ask(question, http, false);
    const { oauth2 } = this.fields.auth ?? {};
    // A token may end before its time.
    return answer.status === 401 && oauth2 ? this.#ask(question, http, true) : answer;
  }

  async #ask(
    { method, url, body, headers, item = false, repeatable }: Question,
    http: Http,
    freshToken: boolean,
  ): Promise<Answer> {
    const { retryOn, limits, headers: always } = this.fields;
    const sent = body === undefined ? undefined : encoded(this.fields, body);
    const answer = await http.request({
      method,
      url,
      headers: {
        accept: "application/json",
        ...lowerCase(always),
        ...(sent ? { "content-type": sent.type } : {}),
        ...(await this.#credentials(http, item, freshToken)),
        ...headers,
      },
      ...(sent ? { body: sent.text } : {}),
      ...(repeatable === undefined ? {} : { repeatable }),
      ...(retryOn ? { retryOn } : {}),
      ...(limits ? { limits } : {}),
    });
    return readAnswer(method, answer);
  }

  async #credentials(http: Http, item: boolean, fresh: boolean): Promise<HttpHeaders> {
    const { auth = {} } = this.fields;
    const own = item ? this.#itemToken(auth) : undefined;
    if (own !== undefined) return { authorization: `Bearer ${own}` };
    return credentialHeaders(auth, http, fresh);
  }

  /** The token of the thing itself, once it has one. */
  #itemToken({ itemBearer }: AuthRule): string | undefined {
    const { recorded } = this.io;
    if (itemBearer === undefined || !recorded) return undefined;
    const value = recorded.outputs[itemBearer];
    if (typeof value === "string") return value;
    if (!recorded.missing.includes(itemBearer)) return undefined;
    throw new TaskFailure(
      `the output ${itemBearer}, which is its token, is not known: it is sensitive, and state is not sealed`,
      {
        untouched: true,
        hint: "Give the input `encryption-key`, so that state keeps it.",
      },
    );
  }
}

/** Was a request without an answer, or with one that says nothing of it, perhaps carried out? */
export function isUnclear(outcome: Answer | HttpFailure): boolean {
  return outcome instanceof HttpFailure ? outcome.sent === "unclear" : outcome.status >= 500 || outcome.status === 408;
}

/** Asks, and gives a failure as a value. */
export async function tried(asking: Promise<Answer>): Promise<Answer | HttpFailure> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof HttpFailure) return error;
    throw error;
  }
}
