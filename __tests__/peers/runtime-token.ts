import { createHmac, timingSafeEqual } from "node:crypto";

/** A scope as it stands in the claim `ac`: 1 is read, 2 is write, 3 is both. */
export interface TokenScope {
  readonly Scope: string;
  readonly Permission: number;
}

/** The token of a job, signed with HS256. `claims` go over the usual ones. */
export function runtimeToken(scopes: readonly TokenScope[], secret: string, claims: object = {}): string {
  const now = Math.floor(Date.now() / 1_000);
  const payload = {
    nameid: "dddddddd-dddd-dddd-dddd-dddddddddddd",
    scp: "Actions.GenericRead:00000000-0000-0000-0000-000000000000 Actions.Results:run:job",
    ac: JSON.stringify(scopes),
    iss: "https://token.actions.githubusercontent.com",
    iat: now,
    nbf: now - 300,
    exp: now + 3_600,
    ...claims,
  };
  const body = [{ typ: "JWT", alg: "HS256" }, payload].map((part) => encoded(JSON.stringify(part))).join(".");
  return `${body}.${signature(body, secret)}`;
}

/** The scopes of a token; undefined when its signature is another's, or its time is over. */
export function scopesOf(token: string, secret: string): readonly TokenScope[] | undefined {
  const [head = "", payload = "", signed = ""] = token.split(".");
  const right = Buffer.from(signature(`${head}.${payload}`, secret));
  const given = Buffer.from(signed);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const { ac, exp } = JSON.parse(Buffer.from(payload, "base64url").toString()) as { ac: string; exp: number };
  return exp * 1_000 > Date.now() ? (JSON.parse(ac) as TokenScope[]) : undefined;
}

function signature(text: string, secret: string): string {
  return createHmac("sha256", secret).update(text).digest("base64url");
}

function encoded(text: string): string {
  return Buffer.from(text).toString("base64url");
}
