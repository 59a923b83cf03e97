// Written by scripts/generate-validators.ts from schema/*.json. Do not edit.

export interface ReportError {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
}
export declare const validateReport: { (data: unknown): boolean; errors: ReportError[] | null };
