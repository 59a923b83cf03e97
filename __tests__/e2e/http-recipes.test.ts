// The manifests of docs/kinds/http-resource.md for services that can't be had here, as they stand there.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { grafana, keycloak, pagerDuty, type RecipeServer } from "../peers/recipe-servers.ts";
import { QuickRig } from "./quick-rig.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/kinds/http-resource.md"), "utf8");
const recipes = [...page.matchAll(/^```yaml\n(apiVersion:.*?)^```/gms)].map(([, text = ""]) => text);

/** The recipe for what is at an address, which is at another one in the test. */
function recipe(address: string, server: RecipeServer): string {
  const found = recipes.filter((text) => text.includes(`baseUrl: ${address}`));
  expect(found).toHaveLength(1);
  // The test declares its own secrets, which have other variables.
  const task = String(found[0]).split("---\n")[0] ?? "";
  return task.replaceAll(address, server.origin);
}

interface Recipe {
  readonly name: string;
  readonly address: string;
  readonly start: () => Promise<RecipeServer>;
  readonly secrets: { readonly [name: string]: string };
  /** Changes the manifest: what is to be replaced, and by what. */
  readonly edit: readonly [string, string];
  /** Changes what is there behind our back. */
  readonly change: (thing: { [member: string]: unknown }) => void;
  /** What of it must be there in the end, and what somebody else has set. */
  readonly made: object;
  readonly edited: object;
}

const token = "the-token-of-a-recipe";

const all: readonly Recipe[] = [
  {
    name: "a dashboard of Grafana",
    address: "https://grafana.example",
    start: () => grafana(token),
    secrets: { grafana: token },
    edit: ["title: Shop,", "title: Store,"],
    change: (thing) => {
      const { dashboard } = thing as { dashboard: { [member: string]: unknown } };
      thing.dashboard = { ...dashboard, title: "Somebody's", version: Number(dashboard.version) + 1 };
    },
    made: { dashboard: { uid: "shop", title: "Shop", panels: [] }, folderUid: "ops" },
    edited: { dashboard: { uid: "shop", title: "Store" }, folderUid: "ops" },
  },
  {
    name: "a service of PagerDuty",
    address: "https://api.pagerduty.com",
    start: () => pagerDuty(token),
    secrets: { pagerduty: token },
    edit: ["id: PABC,", "id: PXYZ,"],
    change: (thing) => Object.assign(thing, { escalation_policy: { id: "P-of-others", type: "escalation_policy" } }),
    made: { name: "Shop", escalation_policy: { id: "PABC", type: "escalation_policy_reference" } },
    edited: { name: "Shop", escalation_policy: { id: "PXYZ", type: "escalation_policy_reference" } },
  },
  {
    name: "a client of Keycloak",
    address: "https://sso.example",
    start: () => keycloak(token),
    secrets: { keycloak: token, web: "the-secret-of-the-client" },
    edit: ['["https://shop.example/*"]', '["https://shop.example/*", "https://store.example/*"]'],
    change: (thing) => Object.assign(thing, { redirectUris: [], webOrigins: ["+"] }),
    made: { clientId: "web", redirectUris: ["https://shop.example/*"], secret: "the-secret-of-the-client" },
    // What somebody else has set besides is kept by `merged`, and the secret that is not shown is sent again.
    edited: {
      redirectUris: ["https://shop.example/*", "https://store.example/*"],
      webOrigins: ["+"],
      secret: "the-secret-of-the-client",
    },
  },
];

describe.each(all)("the recipe for $name", ({ address, start, secrets, edit, change, made, edited }) => {
  it("makes it, sees nothing to do, mends and changes it, and deletes it", async () => {
    using server = await start();
    const others = [...server.things.keys()];
    const task = recipe(address, server);
    const project = {
      apiVersion: "opus/v1",
      kind: "Project",
      metadata: { name: "recipe" },
      spec: { contexts: [{ input: true }], http: { allow: ["127.0.0.1"] } },
    };
    const declared = Object.keys(secrets).map((name) => [name, { env: name.toUpperCase() }]);
    const values = {
      apiVersion: "opus/v1",
      kind: "Values",
      metadata: { name: "recipe" },
      spec: { secrets: Object.fromEntries(declared) },
    };
    const env = Object.fromEntries(Object.entries(secrets).map(([name, secret]) => [name.toUpperCase(), secret]));
    using rig = new QuickRig();
    const write = (text: string) =>
      rig.write("opus.yaml", `${JSON.stringify(project)}\n---\n${JSON.stringify(values)}\n---\n${text}`);
    const does = async (command: string) => {
      const step = await rig.step({ command, context: "main" }, { env });
      expect(step.exitCode, step.log).toBe(0);
      return step.report.contexts[0].tasks[0];
    };
    const mine = () => [...server.things].filter(([id]) => !others.includes(id));
    const applies = async (wanted: string, members: object) => {
      expect(await does("apply")).toMatchObject({ change: wanted, status: "done" });
      expect(mine()).toMatchObject([[expect.any(String), members]]);
      const asked = server.requests.length;
      expect(await does("plan")).toMatchObject({ change: "noop" });
      expect(server.requests.slice(asked).filter((request) => /^(PUT|PATCH|DELETE)/.test(request))).toEqual([]);
    };
    write(task);
    await applies("create", made);
    const [[id, thing] = ["", {}]] = mine();
    change(thing);
    expect(await does("drift")).toMatchObject({ drift: "resource-changed" });
    await applies("update", made);
    expect(task).toContain(edit[0]);
    write(task.replace(...edit));
    await applies("update", edited);
    expect(mine().map(([same]) => same)).toEqual([id]);
    const lost = await rig.step({ command: "apply", context: "main" }, { env: mapped(env) });
    expect([lost.exitCode, lost.report.contexts[0].tasks[0].status], lost.log).toEqual([1, "failed"]);
    expect(await does("delete")).toMatchObject({ change: "delete", status: "done" });
    expect([...server.things.keys()]).toEqual(others);
    expect(await does("plan")).toMatchObject({ change: "create" });
  });
});

/** Other secrets by the same names. */
function mapped(env: { readonly [name: string]: string }): { readonly [name: string]: string } {
  return Object.fromEntries(Object.keys(env).map((name) => [name, "not-taken-any-more"]));
}
