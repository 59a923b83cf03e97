// The rules of the toy kind. The world is a file; what it gives as `resource` is text that no JSON parser gives back.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";

const { WORLD, TOKEN } = process.env;
const world = () => (existsSync(WORLD) ? JSON.parse(readFileSync(WORLD, "utf8")) : {});
const store = (pets) => writeFileSync(WORLD, JSON.stringify(pets));
const note = (line) => appendFileSync(`${WORLD}.log`, `${line}\n`);

/** Spaces, a number that a double can't hold, an escape, a zero: all of it has to come back. */
const resourceOf = (id, round) =>
  `{ "id":"${id}" ,"private":18446744073709551615.000, "é":"\\u00e9\t${TOKEN}", "round": ${round} }`;
const idOf = (resource) => /"id":"([^"]*)"/.exec(resource)?.[1];

const observed = (id, { name, length, tags }) => ({ id, name, length, tags: tags ?? [] });
const outputsOf = (id, { name, tags }) => [
  { name: "ID", value: id },
  { name: "PET", value: { name, tags: tags ?? [] } },
];

const methods = {
  validate: ({ spec }) =>
    spec.length > 10 ? [{ code: "too-long", message: "length is at most 10", pointer: "/length" }] : [],

  plan({ wanted: { before, after, unknowns, observation }, resource }) {
    if (!after) return { change: "delete", fields: [], replaceOn: [], outputs: [], unknowns: {}, warnings: [] };
    note(`plan ${JSON.stringify({ unknowns, after, resource: resource !== undefined })}`);
    // Goes on without whoever asked.
    if (after.ponder) return new Promise((done) => setTimeout(done, 600_000));
    const there = before !== undefined || observation.state === "present";
    const was = observation.state === "present" ? observation.facts : {};
    const names = Object.keys(after).filter((name) => !["slow", "hang", "crash", "half", "ponder"].includes(name));
    const differs = (name) => `/${name}` in unknowns || JSON.stringify(was[name]) !== JSON.stringify(after[name]);
    const changed = names.filter(differs);
    const fields = changed.map((name) => ({ path: `/${name}`, before: was[name], after: after[name] }));
    // Another length is another pet.
    const replaceOn = there && changed.includes("length") ? ["/length"] : [];
    const change =
      !there || observation.state === "absent"
        ? "create"
        : replaceOn.length > 0
          ? "replace"
          : changed.length > 0
            ? "update"
            : "noop";
    const warnings = after.length > 8 ? [{ code: "long-name", message: "that is long", pointer: "/length" }] : [];
    const pet = { name: after.name, tags: null };
    return {
      change,
      fields,
      replaceOn,
      outputs: change === "create" || change === "replace" ? [{ name: "PET", value: pet }] : [],
      unknowns: { "/outputs/PET/tags": { type: "list" }, "/outputs/ID": { type: "string" } },
      warnings,
    };
  },

  observe({ task, resource, adopt }) {
    const id = resource === undefined ? adopt : idOf(resource);
    const pet = id === undefined ? undefined : world()[id];
    note(`observe ${task} ${id}`);
    return pet
      ? {
          state: "present",
          facts: observed(id, pet),
          outputs: outputsOf(id, pet),
          resource: resource ?? resourceOf(id, 0),
        }
      : { state: "absent" };
  },

  async create({ task, spec }) {
    const { slow, hang, crash, half, ...pet } = spec;
    const id = `pet-${task}`;
    note(`create ${id}`);
    if (hang) await new Promise(() => {});
    if (slow) await new Promise((done) => setTimeout(done, slow));
    if (crash) {
      console.error("the rules of pets are broken");
      process.exit(70);
    }
    store({ ...world(), [id]: pet });
    const made = { observed: observed(id, pet), resource: resourceOf(id, 1) };
    if (half) throw Object.assign(new Error("only half of it was made"), { made });
    return { ...made, outputs: outputsOf(id, pet) };
  },

  update({ after, resource }) {
    const { slow, hang, crash, half, ...pet } = after;
    const id = idOf(resource);
    const round = Number(/"round": (\d+)/.exec(resource)[1]);
    note(`update ${id} ${resource === resourceOf(id, round) ? "to the byte" : `NOT THE SAME ${resource}`}`);
    store({ ...world(), [id]: pet });
    return { observed: observed(id, pet), outputs: outputsOf(id, pet), resource: resourceOf(id, round + 1) };
  },

  delete({ resource }) {
    const { [idOf(resource)]: gone, ...others } = world();
    note(`delete ${idOf(resource)}`);
    store(others);
    return null;
  },
};

process.stdout.on("error", () => {});
note(`started ${process.pid}`);
process.on("SIGTERM", () => {
  note("terminated");
  process.exit(0);
});
let rest = "";
process.stdin.setEncoding("utf8").on("data", async (text) => {
  const lines = (rest + text).split("\n");
  rest = lines.pop();
  for (const { id, method, params } of lines.map((line) => JSON.parse(line))) {
    if (method === "bye") {
      note("closed");
      process.exit(0);
    }
    const answer = (said) => process.stdout.write(`${JSON.stringify({ id, ...said })}\n`);
    Promise.resolve()
      .then(() => methods[method](params))
      .then((result) => answer({ result: result ?? null }))
      .catch(({ message, made }) => answer({ error: message, made }));
  }
});
// It outlives whoever started it.
setInterval(() => {}, 1000);
