import { type Diagnostic, failure } from "../../engine/diagnostics/diagnostic.ts";
import { placeKey, placeOfState } from "../compare/compared-stores.ts";
import type { Host } from "../host.ts";
import type { OpenedProject } from "./open-project.ts";

/** Projects with one name whose states lie in one place can't be used: each would take the tasks of the other for its own. */
export async function findSameProjects(
  projects: readonly OpenedProject[],
  host: Host,
): Promise<readonly OpenedProject[]> {
  const owners = new Map<string, OpenedProject[]>();
  for (const one of projects) {
    const place = one.begun && (await placeOfState(one.begun, host));
    if (!place?.ok) continue;
    const key = JSON.stringify([placeKey(place.value), one.name]);
    const known = owners.get(key);
    if (known) known.push(one);
    else owners.set(key, [one]);
  }
  const same = new Map<OpenedProject, Diagnostic>();
  for (const [first, ...others] of owners.values()) {
    if (first === undefined || others.length === 0) continue;
    for (const one of [first, ...others]) same.set(one, sameName(one, one === first ? others[0] : first));
  }
  return projects.map((one) => {
    const diagnostic = same.get(one);
    if (diagnostic === undefined) return one;
    const diagnostics = [...(one.failed?.diagnostics ?? []), diagnostic];
    return { ...one, failed: failure("invalid-manifest", diagnostic.message, diagnostics), nowhere: undefined };
  });
}

function sameName(one: OpenedProject, other: OpenedProject | undefined): Diagnostic {
  const place = other?.begun?.loaded.manifest.project?.locate("/metadata/name");
  const location = one.begun?.loaded.manifest.project?.locate("/metadata/name");
  return {
    severity: "error",
    code: "same-project",
    message: `two projects are called "${one.name}" and keep their states in one place: ${one.file} and ${other?.file}`,
    suggestion:
      "Give one of them another name: else each takes what the other has recorded for its own, and deletes it. Or keep their states on different branches.",
    ...(location ? { location } : {}),
    ...(place ? { related: [{ message: "the other one", location: place }] } : {}),
  };
}
