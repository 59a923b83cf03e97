// Written by scripts/generate-validators.ts from schema/*.json. Do not edit.

import type { SchemaNotes, Validator } from "./validators.generated.js";

export declare const validate: Validator;
export declare const notes: Record<string, SchemaNotes>;
