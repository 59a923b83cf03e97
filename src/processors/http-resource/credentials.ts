import { httpTokenEndMs } from "../../engine/model/timing.ts";
import type { Http, HttpHeaders } from "../../engine/ports/http.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import { readAnswer, refusalWords } from "./answers.ts";
import { at } from "./pointers.ts";
import type { AuthRule } from "./resource-spec.ts";

/** A token that a server gave. */
interface Token {
  readonly text: string;
  /** By the clock of `Http.now`; undefined: it does not say. */
  readonly endsAt: number | undefined;
}

/**
 * The headers that authorize a request. A token is got once a run.
 * @param fresh a token of before is not taken any more
 */
export async function credentialHeaders(auth: AuthRule, http: Http, fresh: boolean): Promise<HttpHeaders> {
  if (auth.bearer !== undefined) return { authorization: `Bearer ${auth.bearer}` };
  if (auth.basic) return { authorization: basic(auth.basic.username, auth.basic.password, http) };
  if (auth.header) return { [auth.header.name.toLowerCase()]: auth.header.value };
  return auth.oauth2 ? { authorization: `Bearer ${await currentToken(auth.oauth2, http, fresh)}` } : {};
}

async function currentToken(oauth: NonNullable<AuthRule["oauth2"]>, http: Http, fresh: boolean): Promise<string> {
  const key = `token ${JSON.stringify(oauth)}`;
  const load = (loading: Http): Promise<Token> => getToken(oauth, loading);
  const token = await http.shared(key, load, fresh);
  if (token.endsAt === undefined || token.endsAt > http.now()) return token.text;
  return (await http.shared(key, load, true)).text;
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

/** Headers by their names in small letters. */
export function lowerCase(headers: { readonly [name: string]: string } = {}): HttpHeaders {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
