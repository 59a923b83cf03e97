import type { Json } from "../json/json.ts";

/** SHA-256 of UTF-8 text, as lower-case hex. */
export type Hash = (text: string) => string;

/** Checksum of a value's canonical JSON, with its method in front: `sha256:…`, or with a key `hmac-sha256:…`. */
export type Digest = (value: Json) => string;
