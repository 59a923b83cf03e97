import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/app/site/graph-layout.ts
var sweeps = 4;
function layOut(dependencies) {
  const edges = dependencies.flatMap(
    (list, to) => [...new Set(list)].filter((from) => from !== to).map((from) => ({ from, to }))
  );
  const [before, behind] = [neighbours(edges, "to", "from"), neighbours(edges, "from", "to")];
  const layerOf = layersOf(dependencies.length, before, behind);
  const layers = [];
  for (const [index, layer] of layerOf.entries()) {
    if (!before.has(index) && !behind.has(index)) continue;
    while (layers.length <= layer) layers.push([]);
    layers[layer]?.push(index);
  }
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const down = sweep % 2 === 0;
    for (const layer of down ? layers : [...layers].reverse()) order(layer, down ? before : behind, layers);
  }
  const rows = Math.max(0, ...layers.map(({ length }) => length));
  const nodes = layers.flatMap(
    (members, layer) => members.map((index, row) => ({ index, layer, row: row + (rows - members.length) / 2 }))
  );
  return { nodes, edges, layers: layers.length, rows };
}
function neighbours(edges, of, to) {
  const found = /* @__PURE__ */ new Map();
  for (const edge of edges) {
    const list = found.get(edge[of]);
    if (list === void 0) found.set(edge[of], [edge[to]]);
    else list.push(edge[to]);
  }
  return found;
}
function layersOf(count, before, behind) {
  const layers = new Array(count).fill(0);
  const waiting = layers.map((_, index) => before.get(index)?.length ?? 0);
  const ready = [...layers.keys()].filter((index) => waiting[index] === 0);
  for (let next = ready.pop(); next !== void 0; next = ready.pop()) {
    for (const to of behind.get(next) ?? []) {
      layers[to] = Math.max(layers[to] ?? 0, (layers[next] ?? 0) + 1);
      waiting[to] = (waiting[to] ?? 0) - 1;
      if (waiting[to] === 0) ready.push(to);
    }
  }
  return layers;
}
function order(layer, towards, layers) {
  const rows = new Map(layers.flatMap((members) => members.map((index, row) => [index, row])));
  const middle = new Map(
    layer.map((index) => {
      const others = towards.get(index) ?? [index];
      return [index, others.reduce((sum, other) => sum + (rows.get(other) ?? 0), 0) / others.length];
    })
  );
  layer.sort((one, other) => (middle.get(one) ?? 0) - (middle.get(other) ?? 0));
}

export {
  layOut
};
