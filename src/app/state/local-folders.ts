import { removeAbandoned } from "../../node/files/private-folders.ts";
import type { Host } from "../host.ts";
import { leftIn } from "./local-root.ts";

/** Removes what killed runs have left of their scripts and repositories, and with it what those have printed. */
export function removeLeftFolders(host: Pick<Host, "environment" | "terminal">): void {
  removeAbandoned(leftIn(host));
}
