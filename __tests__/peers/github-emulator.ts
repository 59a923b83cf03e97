import { generateKeyPairSync, sign } from "node:crypto";
import { createEmulator, type Emulator } from "emulate";

/** The repository that tests are about. */
export const repository = "octo/storefront";

/** What a token may do, as a workflow says it. */
export type Permissions = { readonly [name: string]: "read" | "write" | "none" };

export interface Answer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  /** Undefined when there is none. */
  readonly body: unknown;
}

/** Everything that a job's token may be given. */
const permissionNames = [
  "actions",
  "attestations",
  "checks",
  "contents",
  "deployments",
  "discussions",
  "id-token",
  "issues",
  "metadata",
  "models",
  "packages",
  "pages",
  "pull-requests",
  "repository-projects",
  "security-events",
  "statuses",
];

let key: string | undefined;

/**
 * The npm package `emulate`, which keeps comments, users, apps and what their tokens may do. It is asked over HTTP, its
 * only door. What it has is what GitHub has, except that
 * - its times have milliseconds, and its `html_url` leads to itself: both are put right here;
 * - it says refusals in words of its own: github.ts says them as GitHub does;
 * - its comments are never `performed_via_github_app`, its ids are small, and it takes anyone for an editor of any
 *   comment in a public repository: that stays.
 */
export class GithubEmulator {
  /** Where clients think that it is. */
  readonly #outside: string;
  readonly #emulator: Emulator;
  readonly #inside: string;
  readonly #apps: readonly string[];
  readonly #users: readonly string[];
  readonly #tokens = new Map<string, Promise<string>>();

  private constructor(emulator: Emulator, outside: string, users: readonly string[], apps: readonly string[]) {
    this.#emulator = emulator;
    this.#outside = outside;
    this.#inside = emulator.url.replace("localhost", "127.0.0.1");
    this.#users = users;
    this.#apps = apps;
  }

  /** The first of the users owns the organization that the repository is in; apps are given by their slugs. */
  static async start(outside: string, users: readonly string[], apps: readonly string[]): Promise<GithubEmulator> {
    const [owner = "", name = ""] = repository.split("/");
    const tokens = Object.fromEntries(users.map((login) => [tokenOf(login), { login }]));
    const permissions = Object.fromEntries(permissionNames.map((one) => [one.replaceAll("-", "_"), "write"]));
    const github = {
      users: users.map((login) => ({ login })),
      orgs: [{ login: owner, members: [{ login: users[0], role: "admin" }] }],
      repos: [{ owner, name }],
      apps: apps.map((slug, at) => ({
        app_id: at + 1,
        slug,
        name: slug,
        private_key: appKey(),
        permissions,
        installations: [{ installation_id: at + 1, account: owner }],
      })),
    };
    const emulator = await createEmulator({ service: "github", port: 0, seed: { tokens, github } });
    return new GithubEmulator(emulator, outside, users, apps);
  }

  async stop(): Promise<void> {
    await this.#emulator.close();
  }

  /** The token of a user, or of an app as `slug[bot]`, which may do everything then. */
  async token(login: string): Promise<string> {
    const [, slug] = /^(.+)\[bot\]$/.exec(login) ?? [];
    if (slug !== undefined) return await this.appToken(slug, { issues: "write", "pull-requests": "write" });
    if (!this.#users.includes(login)) throw new Error(`there is no user ${login}: start the peer with one`);
    return tokenOf(login);
  }

  /** The token of an app's installation. Each is made once, as an app would make it. */
  async appToken(slug: string, permissions: Permissions): Promise<string> {
    const id = this.#apps.indexOf(slug) + 1;
    if (id === 0) throw new Error(`there is no app ${slug}: start the peer with one`);
    const granted = Object.entries(permissions)
      .filter(([, access]) => access !== "none")
      .map(([name, access]) => [name.replaceAll("-", "_"), access] as const);
    const name = JSON.stringify([slug, granted]);
    const token = this.#tokens.get(name) ?? this.#makeAppToken(id, Object.fromEntries(granted));
    this.#tokens.set(name, token);
    return await token;
  }

  async #makeAppToken(id: number, permissions: object): Promise<string> {
    const path = `/app/installations/${id}/access_tokens`;
    const { status, body } = await this.request("POST", path, appAssertion(id), { permissions });
    if (status !== 201) throw new Error(`no token for the app: ${JSON.stringify(body)}`);
    return (body as { readonly token: string }).token;
  }

  /** As GitHub answers, apart from the words of refusals. */
  async request(method: string, path: string, token: string | undefined, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.#inside}${path}`, {
      method,
      headers: {
        "content-type": "application/json",
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const link = response.headers.get("link")?.replaceAll(this.#inside, this.#outside);
    const headers = Object.fromEntries([...response.headers].filter(([name]) => name.startsWith("x-ratelimit-")));
    return {
      status: response.status,
      headers: link === undefined ? headers : { ...headers, link },
      body: text === "" ? undefined : JSON.parse(text, (key, value) => this.#asOutside(key, value)),
    };
  }

  #asOutside(key: string, value: unknown): unknown {
    if (typeof value !== "string" || key === "body") return value;
    if (key.endsWith("_at")) return value.replace(/\.\d+Z$/, "Z");
    if (!value.startsWith(this.#emulator.url)) return value;
    const path = value.slice(this.#emulator.url.length);
    // Issues are only made to be pull requests here.
    return key === "html_url"
      ? `https://github.com${path.replace(/\/issues\/(\d+)#/, "/pull/$1#")}`
      : `${this.#outside}${path}`;
  }
}

function tokenOf(login: string): string {
  return `inside-${login}`;
}

/** One for all: to make one takes as long as everything else. */
function appKey(): string {
  key ??= generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
  }).privateKey;
  return key;
}

/** With which an app proves that it is itself. */
function appAssertion(id: number): string {
  const now = Math.floor(Date.now() / 1000);
  const text = [
    { alg: "RS256", typ: "JWT" },
    { iss: String(id), iat: now - 60, exp: now + 540 },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${text}.${sign("RSA-SHA256", Buffer.from(text), appKey()).toString("base64url")}`;
}
