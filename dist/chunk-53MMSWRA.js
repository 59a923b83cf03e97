import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  failure
} from "./chunk-VKSB6RUN.js";
import {
  mapMembers
} from "./chunk-RRD47Q5D.js";
import {
  formatReference,
  parseTemplate
} from "./chunk-DGTLEPWR.js";

// src/engine/recorded/overtaken.ts
var overtaken = failure(
  "state-conflict",
  "another run has changed the state since this one read it; nothing was changed"
);

// src/engine/graph/graph.ts
function depthFirst(edges) {
  const order = [];
  const cycles = [];
  const inCycle = /* @__PURE__ */ new Set();
  const state = new Uint8Array(edges.length);
  const path = [];
  const next = [];
  for (let root = 0; root < edges.length; root++) {
    if (state[root] !== 0) continue;
    path.push(root);
    next.push(0);
    state[root] = 1;
    while (path.length > 0) {
      const top = path.length - 1;
      const node = path[top];
      const dependency = edges[node]?.[next[top]];
      if (dependency === void 0) {
        state[node] = 2;
        order.push(node);
        path.pop();
        next.pop();
        continue;
      }
      next[top] = next[top] + 1;
      if (state[dependency] === 0) {
        state[dependency] = 1;
        path.push(dependency);
        next.push(0);
      } else if (state[dependency] === 1) {
        const cycle = path.slice(path.lastIndexOf(dependency));
        if (!cycle.some((member) => inCycle.has(member))) {
          for (const member of cycle) inCycle.add(member);
          cycles.push(lowestFirst(cycle));
        }
      }
    }
  }
  return { order, cycles };
}
function lowestFirst(cycle) {
  const lowest = cycle.reduce((best, node, index) => node < cycle[best] ? index : best, 0);
  return [...cycle.slice(lowest), ...cycle.slice(0, lowest)];
}
function reversed(edges) {
  const result = edges.map(() => []);
  edges.forEach((before, node) => {
    for (const dependency of before) result[dependency]?.push(node);
  });
  return result;
}
function reachable(edges, from) {
  const found = new Set(from);
  const open = [...found];
  for (let node = open.pop(); node !== void 0; node = open.pop()) {
    for (const dependency of edges[node] ?? []) {
      if (!found.has(dependency)) {
        found.add(dependency);
        open.push(dependency);
      }
    }
  }
  return found;
}

// src/engine/recorded/entries.ts
function recordedOrder(entries) {
  const listed = [...entries].sort((left, right) => left[1].order - right[1].order || (left[0] < right[0] ? -1 : 1));
  const place = new Map(listed.map(([name], index) => [name, index]));
  const edges = listed.map(([, entry]) => entry.dependencies.flatMap((name) => place.get(name) ?? []));
  const { order } = depthFirst(edges);
  const position = new Map(order.map((node, index) => [node, index]));
  return {
    names: order.map((node) => listed[node][0]),
    edges: order.map(
      (node, index) => edges[node].map((to) => position.get(to)).filter((to) => to < index)
    )
  };
}
function withNewNames(entry, newNames) {
  const { dependencies, fingerprints } = entry;
  const spec = renamedIn(entry.spec, newNames);
  const depends = dependencies.some((name) => newNames.has(name));
  const compares = Object.keys(fingerprints ?? {}).some((name) => renamedSecret(name, newNames) !== name);
  if (spec === entry.spec && !depends && !compares) return entry;
  const compared = Object.entries(fingerprints ?? {}).map(([name, sum]) => [renamedSecret(name, newNames), sum]);
  return {
    ...entry,
    spec,
    dependencies: depends ? dependencies.map((name) => newNames.get(name) ?? name) : dependencies,
    ...compares ? { fingerprints: Object.fromEntries(compared) } : {}
  };
}
function renamedIn(value, newNames) {
  if (typeof value === "string") return renamedText(value, newNames);
  if (typeof value !== "object" || value === null) return value;
  let changed = false;
  const renamed = mapMembers(value, (member) => {
    const next = renamedIn(member, newNames);
    changed ||= next !== member;
    return next;
  });
  return changed ? renamed : value;
}
function renamedText(text, newNames) {
  if (!text.includes("${VAR:")) return text;
  let renamed = "";
  let position = 0;
  for (const part of parseTemplate(text).parts) {
    if (typeof part === "string" || part.source !== "VAR") continue;
    renamed += text.slice(position, part.start) + formatReference({ ...part, name: renamedOutput(part.name, newNames) });
    position = part.end;
  }
  return renamed + text.slice(position);
}
function renamedOutput(name, newNames) {
  const colon = name.indexOf(":");
  const now = newNames.get(name.slice(0, colon));
  return now === void 0 ? name : now + name.slice(colon);
}
function renamedSecret(name, newNames) {
  return name.startsWith("VAR:") ? `VAR:${renamedOutput(name.slice(4), newNames)}` : name;
}
function undoWithNewNames(entry, newNames) {
  const before = entry.before && withNewNames(entry.before, newNames);
  return before === entry.before ? entry : { ...entry, before };
}
function newNamesOf(renames) {
  return new Map([...renames].map(([now, former]) => [former, now]));
}
function renamedEntries(entries, renames) {
  if (renames.size === 0) return new Map(entries);
  const newNames = newNamesOf(renames);
  return new Map([...entries].map(([name, entry]) => [newNames.get(name) ?? name, withNewNames(entry, newNames)]));
}

export {
  depthFirst,
  reversed,
  reachable,
  overtaken,
  recordedOrder,
  withNewNames,
  undoWithNewNames,
  newNamesOf,
  renamedEntries
};
