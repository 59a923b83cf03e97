import type { JsonObject } from "../../engine/json/json.ts";
import { httpTokenEndMs } from "../../engine/model/timing.ts";
import { type Http, HttpFailure, type HttpHeaders } from "../../engine/ports/http.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { Io } from "../../engine/ports/task-io.ts";
import { type Answer, readAnswer, refusalWords } from "./answers.ts";
import { encoded } from "./bodies.ts";
import { at } from "./pointers.ts";
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

/** A token that a server gave. */
interface Token {
  readonly text: string;
  /** By the clock of `Http.now`; undefined: it does not say. */
  readonly endsAt: number | undefined;
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
    if (auth.bearer !== undefined) return { authorization: `Bearer ${auth.bearer}` };
    if (auth.basic) return { authorization: basic(auth.basic.username, auth.basic.password, http) };
    if (auth.header) return { [auth.header.name.toLowerCase()]: auth.header.value };
    return auth.oauth2 ? { authorization: `Bearer ${await this.#token(auth.oauth2, http, fresh)}` } : {};
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

  async #token(oauth: NonNullable<AuthRule["oauth2"]>, http: Http, fresh: boolean): Promise<string> {
    const key = `token ${JSON.stringify(oauth)}`;
    const load = (loading: Http): Promise<Token> => getToken(oauth, loading);
    const token = await http.shared(key, load, fresh);
    if (token.endsAt === undefined || token.endsAt > http.now()) return token.text;
    return (await http.shared(key, load, true)).text;
  }
}

async function getToken(
  { tokenUrl, clientId, clientSecret, scope, audience }: NonNullable<AuthRule["oauth2"]>,
  http: Http,
): Promise<Token> {
  const form = new URLSearchParams({ grant_type: "client_credentials" });
  if (scope !== undefined) form.set("scope", scope);
  if (audience !== undefined) form.set("audience", audience);
  const credentials = basic(encodeURIComponent(clientId), encodeURIComponent(clientSecret), http);
  const began = http.now();
  const answer = readAnswer(
    "POST",
    await http.request({
      method: "POST",
      url: tokenUrl,
      headers: {
        accept: "application/json",
        "content-type": "application/x-www-form-urlencoded",
        authorization: credentials,
      },
      body: form.toString(),
      repeatable: true,
    }),
  );
  const text = at(answer.value, "/access_token");
  if (answer.status !== 200 || typeof text !== "string" || text === "") {
    throw new TaskFailure(`no token: ${refusalWords(answer)}`, {
      untouched: true,
      hint: "Look at `auth.oauth2`: the address, the client and its secret.",
    });
  }
  http.hide(text);
  const seconds = at(answer.value, "/expires_in");
  return { text, endsAt: typeof seconds === "number" ? began + seconds * 1_000 - httpTokenEndMs : undefined };
}

function basic(username: string, password: string, http: Http): string {
  const encodedBoth = Buffer.from(`${username}:${password}`, "utf8").toString("base64");
  http.hide(encodedBoth);
  return `Basic ${encodedBoth}`;
}

function lowerCase(headers: { readonly [name: string]: string } = {}): HttpHeaders {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
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
