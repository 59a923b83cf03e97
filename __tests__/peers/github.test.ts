import { expect, test } from "vitest";
import { Github } from "./github.ts";
import { githubFaults } from "./github-faults.ts";

const root = "/repos/octo/storefront";
const write = { "pull-requests": "write" } as const;

/** As any client asks. */
async function ask(peer: Github, token: string | undefined, method: string, path: string, body?: unknown) {
  const response = await fetch(`${peer.url}${path}`, {
    method,
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked at as a client does that knows no types
  const json: any = response.headers.get("content-type")?.startsWith("application/json") ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, text, json };
}

test("tokens stand for those who they belong to", async () => {
  await using peer = await Github.start();
  const query = { query: "query { viewer { login } }" };
  const who = async (token: string) => {
    const user = await ask(peer, token, "GET", "/user");
    const viewer = await ask(peer, token, "POST", "/graphql", query);
    return [user.status, user.json.login ?? user.json.message, viewer.status, viewer.json.data?.viewer.login];
  };
  const permissions = write;
  const refused = "Resource not accessible by integration";
  expect(await who(peer.actionsToken({ permissions }))).toEqual([403, refused, 200, "github-actions[bot]"]);
  expect(await who(peer.actionsToken({ permissions, viewer: 403 }))).toEqual([403, refused, 403, undefined]);
  expect(await who(peer.appToken({ permissions }))).toEqual([403, refused, 200, "my-app[bot]"]);
  expect(await who(peer.userToken("hubot"))).toEqual([200, "hubot", 200, "hubot"]);
  expect(await who("ghs_unknown")).toEqual([401, "Bad credentials", 401, undefined]);
  expect(peer.faults).toEqual([]);
});

test("a comment is made, read, edited and deleted, by the one whose token it is", async () => {
  await using peer = await Github.start({ users: ["eve"] });
  const number = await peer.pull({ number: 7 });
  const comments = `${root}/issues/${number}/comments`;
  const made = await ask(peer, peer.actionsToken({ permissions: write }), "POST", comments, { body: "A plan" });
  expect(made.status).toBe(201);
  expect(made.json.user).toMatchObject({ login: "github-actions[bot]", type: "Bot" });
  expect(made.json.html_url).toBe(`https://github.com/octo/storefront/pull/7#issuecomment-${made.json.id}`);
  expect(made.json.created_at).toMatch(/:\d\dZ$/);
  const one = `${root}/issues/comments/${made.json.id}`;
  expect(made.json.url).toBe(`${peer.url}${one}`);
  const mona = peer.userToken("mona");
  await ask(peer, mona, "POST", comments, { body: "Fine" });
  await ask(peer, peer.appToken({ permissions: { issues: "write" } }), "POST", comments, { body: "Checked" });
  const eve = await peer.comment(number, "eve", "Mine");
  expect((await ask(peer, mona, "PATCH", one, { body: "Another plan" })).json.body).toBe("Another plan");
  await peer.editComment(eve.id, "Yours");
  const listed = await peer.comments(number);
  expect(listed.map(({ login, body }) => `${login}: ${body}`)).toEqual([
    "github-actions[bot]: Another plan",
    "mona: Fine",
    "my-app[bot]: Checked",
    "eve: Yours",
  ]);
  expect((await ask(peer, mona, "DELETE", one)).status).toBe(204);
  expect((await ask(peer, mona, "GET", one)).status).toBe(404);
  await peer.deleteComment(eve.id);
  expect(await peer.comments(number)).toHaveLength(2);
  await expect(peer.comment(number, "nobody", "Me, too")).rejects.toThrow("there is no user nobody");
  expect(peer.faults).toEqual([]);
});

test("permissions decide, in a private repository for reading, too", async () => {
  await using peer = await Github.start();
  const number = await peer.pull();
  const { id } = await peer.comment(number, "mona", "First");
  const refused = { status: 403, json: { message: "Resource not accessible by integration" } };
  const paths = {
    comments: `${root}/issues/${number}/comments`,
    comment: `${root}/issues/comments/${id}`,
    pull: `${root}/pulls/${number}`,
    pulls: `${root}/pulls?state=all`,
    files: `${root}/pulls/${number}/files`,
    commit: `${root}/commits/abc/pulls`,
  };
  const reads = async (token: string | undefined) => {
    const statuses = Object.entries(paths).map(async ([name, path]) => [
      name,
      (await ask(peer, token, "GET", path)).status,
    ]);
    return Object.fromEntries(await Promise.all(statuses));
  };
  const all = (status: number) => Object.fromEntries(Object.keys(paths).map((name) => [name, status]));
  const contents = peer.actionsToken({ permissions: { contents: "write", issues: "none" } });
  const issues = peer.actionsToken({ permissions: { issues: "read" } });
  const pulls = peer.actionsToken({ permissions: { "pull-requests": "read" } });
  for (const token of [contents, issues, pulls]) {
    expect(await ask(peer, token, "POST", paths.comments, { body: "Mine" })).toMatchObject(refused);
    expect(await ask(peer, token, "POST", paths.comments, { body: "x".repeat(70_000) })).toMatchObject(refused);
    expect(await ask(peer, token, "PATCH", paths.comment, { body: "Mine" })).toMatchObject(refused);
    expect(await ask(peer, token, "DELETE", paths.comment)).toMatchObject(refused);
    expect(await reads(token)).toEqual(all(200));
  }
  peer.private = true;
  expect(await reads(contents)).toEqual(all(403));
  expect(await reads(issues)).toEqual({ ...all(403), comments: 200, comment: 200 });
  expect(await reads(pulls)).toEqual(all(200));
  expect(await reads(peer.userToken("mona"))).toEqual(all(200));
  expect(await reads(peer.userToken("hubot"))).toEqual(all(404));
  expect(await reads(undefined)).toEqual(all(404));
  expect(await ask(peer, contents, "GET", paths.commit)).toMatchObject(refused);
  peer.private = false;
  expect(await reads(undefined)).toEqual(all(200));
  expect((await ask(peer, undefined, "POST", paths.comments, { body: "Mine" })).status).toBe(401);
  expect(peer.faults).toEqual([]);
});

test("all that tells of a pull request agrees", async () => {
  await using peer = await Github.start();
  const token = peer.actionsToken({ permissions: { "pull-requests": "read" } });
  const numbers = async (path: string) =>
    (await ask(peer, token, "GET", `${root}${path}`)).json.map((one: { number: number }) => one.number);
  await peer.pull({ number: 7, head: { sha: "a1", ref: "feature" }, commits: ["a0"], files: ["x.txt"] });
  await peer.pull({ head: { sha: "b1", ref: "feature", repo: "fork/storefront" }, base: "next" });
  expect((await ask(peer, token, "GET", `${root}/pulls/8`)).json).toMatchObject({
    number: 8,
    state: "open",
    merged: false,
    head: { sha: "b1", ref: "feature", label: "fork:feature", repo: { full_name: "fork/storefront", fork: true } },
    base: { ref: "next", repo: { full_name: "octo/storefront", fork: false } },
    comments_url: `${peer.url}/repos/octo/storefront/issues/8/comments`,
  });
  expect((await ask(peer, token, "GET", `${root}/pulls/9`)).status).toBe(404);
  expect((await ask(peer, token, "GET", `${root}/pulls/7/files`)).json).toMatchObject([{ filename: "x.txt" }]);
  expect(await numbers("/pulls?state=open&head=octo:feature&per_page=100")).toEqual([7]);
  expect(await numbers("/pulls?state=open&head=fork:feature&per_page=100")).toEqual([8]);
  expect(await numbers("/pulls?state=all&per_page=100")).toEqual([8, 7]);
  expect(await numbers("/commits/a0/pulls")).toEqual([7]);
  await peer.pull({ number: 7, merged: true, mergeCommitSha: "m7" });
  expect(await numbers("/pulls?state=open&head=octo:feature&per_page=100")).toEqual([]);
  expect(await numbers("/pulls?state=all&head=octo:feature&per_page=100")).toEqual([7]);
  expect((await ask(peer, token, "GET", `${root}/pulls/7`)).json).toMatchObject({
    merged: true,
    merge_commit_sha: "m7",
  });
  peer.commitLag = 2;
  expect([await numbers("/commits/m7/pulls"), await numbers("/commits/m7/pulls")]).toEqual([[], []]);
  expect(await numbers("/commits/m7/pulls")).toEqual([7]);
  const second = await ask(peer, token, "GET", `${root}/pulls?state=all&per_page=1&page=2`);
  expect(second.headers.get("link")).toContain(`<${peer.url}/repos/octo/storefront/pulls?state=all&per_page=1&page=1>`);
  expect(peer.faults).toEqual([]);
});

test("300 comments are made fast, and listed in pages", async () => {
  await using peer = await Github.start();
  const number = await peer.pull();
  const begin = performance.now();
  for (let count = 0; count < 300; count++) await peer.comment(number, "mona", `Comment ${count}`);
  expect(performance.now() - begin).toBeLessThan(5000);
  const token = peer.actionsToken({ permissions: write });
  let next: string | undefined = `${root}/issues/${number}/comments?per_page=100&page=1`;
  const sizes: number[] = [];
  while (next !== undefined) {
    const { json, headers } = await ask(peer, token, "GET", next);
    sizes.push(json.length);
    const [, link = ""] = /<([^>]+)>; rel="next"/.exec(headers.get("link") ?? "") ?? [];
    next = link.startsWith(peer.url) ? link.slice(peer.url.length) : undefined;
  }
  expect(sizes).toEqual([100, 100, 100]);
  expect((await peer.comments(number)).at(-1)?.body).toBe("Comment 299");
});

test("a comment has at most 65,536 characters", async () => {
  await using peer = await Github.start();
  const comments = `${root}/issues/${await peer.pull()}/comments`;
  const token = peer.actionsToken({ permissions: write });
  const made = await ask(peer, token, "POST", comments, { body: "ä".repeat(65_536) });
  expect(made.status).toBe(201);
  const body = "ä".repeat(65_537);
  for (const [method, path] of [
    ["POST", comments],
    ["PATCH", `${root}/issues/comments/${made.json.id}`],
  ] as const)
    expect(await ask(peer, token, method, path, { body })).toMatchObject({
      status: 422,
      json: {
        message: "Validation Failed",
        errors: [
          {
            resource: "IssueComment",
            code: "unprocessable",
            field: "data",
            message: "Body is too long (maximum is 65536 characters)",
          },
        ],
      },
    });
  expect((await ask(peer, token, "POST", comments, { body: " " })).json.errors[0].message).toBe("Body cannot be blank");
  expect(peer.faults).toEqual([]);
});

test("faults: refusals", async () => {
  await using peer = await Github.start();
  const token = peer.actionsToken({ permissions: write });
  const faulty = async (fault: ReturnType<NonNullable<Github["fault"]>>) => {
    peer.fault = () => fault;
    return await ask(peer, token, "GET", `${root}/pulls`);
  };
  const limited = await faulty(githubFaults.secondaryLimit(1));
  expect([limited.status, limited.headers.get("retry-after")]).toEqual([403, "1"]);
  expect(limited.json.message).toContain("secondary rate limit");
  expect((await faulty(githubFaults.secondaryLimit())).headers.get("retry-after")).toBeNull();
  const primary = await faulty(githubFaults.primaryLimit(60));
  expect([primary.status, primary.headers.get("x-ratelimit-remaining")]).toEqual([403, "0"]);
  expect(Number(primary.headers.get("x-ratelimit-reset"))).toBeGreaterThan(Date.now() / 1000);
  expect((await faulty(githubFaults.tooMany(2))).status).toBe(429);
  expect((await faulty(githubFaults.broken())).json.message).toBe("Server Error");
  expect((await faulty(githubFaults.badGateway())).text).toContain("<!DOCTYPE html>");
  expect((await faulty({ status: 404, message: "Not Found" })).json.message).toBe("Not Found");
  expect((await faulty(undefined)).status).toBe(200);
});

test("faults: hanging, cut and slow", async () => {
  await using peer = await Github.start();
  const number = await peer.pull();
  const comments = `${root}/issues/${number}/comments`;
  const token = peer.actionsToken({ permissions: write });
  const post = (body: string) => ask(peer, token, "POST", comments, { body });
  const count = async () => (await peer.comments(number)).length;
  /** Whether an answer is there. */
  const watched = (answer: Promise<unknown>) => {
    const state = { answered: false };
    answer.then(
      () => {
        state.answered = true;
      },
      () => {},
    );
    return state;
  };

  peer.fault = ({ operation }) => (operation?.startsWith("POST ") ? { hang: true } : undefined);
  const hanging = post("Hang");
  const hangs = watched(hanging);
  await ask(peer, token, "GET", comments);
  expect([hangs.answered, await count()]).toEqual([false, 0]);
  peer.fault = () => ({ cut: true });
  await expect(post("Cut")).rejects.toThrow();
  expect(await count()).toBe(0);
  peer.fault = () => ({ cutAfter: true });
  await expect(post("Lost")).rejects.toThrow();
  expect(await count()).toBe(1);
  peer.fault = () => ({ slow: 800 });
  const begin = performance.now();
  const slow = post("Slow");
  expect([await count(), (await slow).status, await count()]).toEqual([1, 201, 2]);
  expect(performance.now() - begin).toBeGreaterThan(750);
  peer.fault = () => ({ slowAnswer: 800 });
  const slowAnswer = post("Answer slowly");
  const waits = watched(slowAnswer);
  await expect.poll(count).toBe(3);
  expect([waits.answered, (await slowAnswer).status]).toEqual([false, 201]);
  expect(peer.faults).toEqual([]);
  await Promise.all([peer.stop(), expect(hanging).rejects.toThrow()]);
});

test("what GitHub would not take is told", async () => {
  await using peer = await Github.start();
  const token = peer.actionsToken({ permissions: write });
  const number = await peer.pull();
  await ask(peer, token, "GET", "/repos/octo/storefront/nowhere");
  await ask(peer, token, "PUT", `${root}/pulls/${number}`);
  await ask(peer, token, "GET", `${root}/pulls?status=open`);
  await ask(peer, token, "GET", `${root}/pulls?state=merged`);
  await ask(peer, token, "GET", `${root}/pulls/first`);
  await ask(peer, token, "POST", `${root}/issues/${number}/comments`, { text: "Body?" });
  await ask(peer, token, "POST", "/graphql", { query: "{ zen }" });
  expect(peer.faults).toEqual([
    "GET /repos/octo/storefront/nowhere: GitHub's description has no such operation",
    "PUT /repos/octo/storefront/pulls/1: GitHub's description has no such operation",
    "GET /repos/octo/storefront/pulls?status=open: it takes no status",
    "GET /repos/octo/storefront/pulls?state=merged: state can't be merged",
    "GET /repos/octo/storefront/pulls/first: pull_number can't be first",
    "POST /repos/octo/storefront/issues/1/comments: the body's whole: must have required property 'body'",
    "POST /graphql: this query is not answered here: { zen }",
  ]);
  const [, , , , , comment] = peer.requests;
  expect(comment).toMatchObject({
    number: 6,
    method: "POST",
    path: "/repos/octo/storefront/issues/1/comments",
    operation: "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
    body: { text: "Body?" },
    headers: { authorization: `Bearer ${token}` },
  });
});

test("eight clients at once lose nothing", async () => {
  await using peer = await Github.start({ latencyMs: [5, 30] });
  const number = await peer.pull();
  const token = peer.actionsToken({ permissions: write });
  const client = async (name: number) => {
    for (let count = 0; count < 5; count++)
      await ask(peer, token, "POST", `${root}/issues/${number}/comments`, { body: `${name}.${count}` });
  };
  const begin = performance.now();
  await Promise.all(Array.from({ length: 8 }, (_, name) => client(name)));
  expect(performance.now() - begin).toBeGreaterThan(25);
  const comments = await peer.comments(number);
  expect(new Set(comments.map(({ body }) => body)).size).toBe(40);
  expect(new Set(comments.map(({ id }) => id)).size).toBe(40);
});
