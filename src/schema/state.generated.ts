// Written by scripts/generate-validators.ts from schema/*.json. Do not edit.
import type { Shape, Shapes } from "./shape.ts";

/** The definitions of schema/state.json that are checked by themselves. */
export type StateShape = "taskState" | "intent" | "made" | "undoEntry" | "review";

export const stateShapes: Shapes & { readonly [name in StateShape]: Shape } = {
  taskState: {"type":"object","required":["apiVersion","kind","spec","dependencies","scope","lifecycle","order","status","outputs","createdAt","updatedAt"],"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"spec":{"type":"object"},"dependencies":{"$ref":"texts"},"scope":{"$ref":"scope"},"lifecycle":{"$ref":"lifecycle"},"order":{"type":"number"},"status":{"enum":["applied","tainted","interrupted"]},"outputs":{"type":"object"},"createdAt":{"type":"string"},"updatedAt":{"type":"string"},"secrets":{"$ref":"textByName"},"fingerprints":{"$ref":"textByName"},"observed":{"type":"object"},"resource":{"type":"string"},"sensitiveOutputs":{"$ref":"texts"},"module":{"type":"string"},"interrupted":{"$ref":"change"}}},
  texts: {"type":"array","items":{"type":"string"}},
  scope: {"type":"array","items":{"type":"object","properties":{"commands":{"$ref":"texts"},"contexts":{"$ref":"texts"}}}},
  lifecycle: {"type":"object","properties":{"adopt":{"anyOf":[{"type":"boolean"},{"type":"object","required":["id"],"properties":{"id":{"type":"string"}}}]},"recreate":{"type":"boolean"},"onRemove":{"enum":["delete","forget"]},"preventDestroy":{"anyOf":[{"type":"boolean"},{"$ref":"texts"}]},"ignoreChanges":{"$ref":"texts"},"ephemeral":{"type":"boolean"},"onInterrupted":{"enum":["stop","rerun"]},"mutex":{"$ref":"texts"}}},
  textByName: {"type":"object","additionalProperties":{"type":"string"}},
  change: {"enum":["create","update","replace","delete","adopt","forget","noop","none"]},
  intent: {"type":"object","required":["apiVersion","kind","spec","dependencies","scope","lifecycle","order","task","change"],"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"spec":{"type":"object"},"dependencies":{"$ref":"texts"},"scope":{"$ref":"scope"},"lifecycle":{"$ref":"lifecycle"},"order":{"type":"number"},"task":{"type":"string"},"change":{"$ref":"change"},"secrets":{"$ref":"textByName"},"fingerprints":{"$ref":"textByName"},"resource":{"type":"string"},"made":{"$ref":"made"}}},
  made: {"type":"object","required":["outputs"],"properties":{"outputs":{"type":"object"},"observed":{"type":"object"},"sensitiveOutputs":{"$ref":"texts"},"resource":{"type":"string"}}},
  undoEntry: {"type":"object","required":["task","change","before"],"properties":{"task":{"type":"string"},"change":{"$ref":"change"},"before":{"anyOf":[{"type":"null"},{"$ref":"taskState"}]}}},
  review: {"type":"object","required":["digest","items"],"properties":{"digest":{"type":"string"},"items":{"type":"object","additionalProperties":{"type":"object","required":["change","digest","wanted"],"properties":{"change":{"$ref":"change"},"digest":{"type":"string"},"wanted":{"anyOf":[{"type":"null"},{"type":"string"}]},"awaits":{"$ref":"texts"}}}}}},
};
