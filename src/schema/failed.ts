import { pointerSegment } from "../engine/json/json.ts";
import type { RawError } from "./validators.generated.js";

/**
 * One more problem that the generated checks have found.
 * @param errors those so far; null: none
 * @param schemaPath pointer into the schema; its last part is the keyword
 * @param propertyName the key that is wrong, where it is one
 */
export function failed(
  errors: RawError[] | null,
  instancePath: string,
  schemaPath: string,
  params: RawError["params"],
  propertyName?: string,
): RawError[] {
  const keyword = schemaPath.slice(schemaPath.lastIndexOf("/") + 1);
  const error = { instancePath, schemaPath, keyword, params, ...(propertyName === undefined ? {} : { propertyName }) };
  if (errors === null) return [error];
  errors.push(error);
  return errors;
}

/** The part of a pointer for a key, with the `/` before it. */
export function below(key: string): string {
  return `/${pointerSegment(key)}`;
}
