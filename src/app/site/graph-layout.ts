/** A graph with a place for each node. */
export interface GraphLayout {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly layers: number;
  /** Nodes of the largest layer. */
  readonly rows: number;
}

export interface PlacedNode {
  /** In the list that was given. */
  readonly index: number;
  /** From 0; a node stands in a later layer than all that it depends on. */
  readonly layer: number;
  /** From 0. May lie between two: smaller layers stand in the middle. */
  readonly row: number;
}

/** From what is depended on to what depends on it, by their places in the list that was given. */
export interface PlacedEdge {
  readonly from: number;
  readonly to: number;
}

/** How often each layer is ordered by its neighbours. */
const sweeps = 4;

/**
 * Puts what depends on others behind them, layer by layer, with few crossings. What has no edge is left out.
 * @param dependencies for each node the places of what it depends on
 */
export function layOut(dependencies: readonly (readonly number[])[]): GraphLayout {
  const edges = dependencies.flatMap((list, to) =>
    [...new Set(list)].filter((from) => from !== to).map((from) => ({ from, to })),
  );
  const [before, behind] = [neighbours(edges, "to", "from"), neighbours(edges, "from", "to")];
  const layerOf = layersOf(dependencies.length, before, behind);
  const layers: number[][] = [];
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
  const nodes = layers.flatMap((members, layer) =>
    members.map((index, row) => ({ index, layer, row: row + (rows - members.length) / 2 })),
  );
  return { nodes, edges, layers: layers.length, rows };
}

type Neighbours = ReadonlyMap<number, readonly number[]>;

function neighbours(edges: readonly PlacedEdge[], of: keyof PlacedEdge, to: keyof PlacedEdge): Neighbours {
  const found = new Map<number, number[]>();
  for (const edge of edges) {
    const list = found.get(edge[of]);
    if (list === undefined) found.set(edge[of], [edge[to]]);
    else list.push(edge[to]);
  }
  return found;
}

/** The longest way to each node. What stands in a circle, as only a forged state has it, begins at 0. */
function layersOf(count: number, before: Neighbours, behind: Neighbours): readonly number[] {
  const layers: number[] = new Array(count).fill(0);
  const waiting = layers.map((_, index) => before.get(index)?.length ?? 0);
  const ready = [...layers.keys()].filter((index) => waiting[index] === 0);
  for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
    for (const to of behind.get(next) ?? []) {
      layers[to] = Math.max(layers[to] ?? 0, (layers[next] ?? 0) + 1);
      waiting[to] = (waiting[to] ?? 0) - 1;
      if (waiting[to] === 0) ready.push(to);
    }
  }
  return layers;
}

/** Orders a layer by the middle of each node's neighbours. */
function order(layer: number[], towards: Neighbours, layers: readonly (readonly number[])[]): void {
  const rows = new Map(layers.flatMap((members) => members.map((index, row) => [index, row] as const)));
  const middle = new Map(
    layer.map((index) => {
      const others = towards.get(index) ?? [index];
      return [index, others.reduce((sum, other) => sum + (rows.get(other) ?? 0), 0) / others.length] as const;
    }),
  );
  layer.sort((one, other) => (middle.get(one) ?? 0) - (middle.get(other) ?? 0));
}
