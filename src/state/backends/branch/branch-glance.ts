import { branchGlanceMs } from "../../../engine/model/timing.ts";
import { shownAddress } from "../../../engine/text/shown-url.ts";
import type { Glance, GlanceServices, LocateRequest } from "../../backend.ts";
import { folderName } from "../file/state-folder.ts";
import { branchLocation, branchRepository, defaultBranch } from "./branch-location.ts";

/** Looks at the branch of `origin`: what the clone knows of it, and its server once. */
export function branchGlance(request: LocateRequest, services: GlanceServices): Glance {
  const { workingDirectory, checkout, environment, terminal } = request;
  let dispose = (): void => {};
  return {
    async where() {
      const origin = await checkout.origin(workingDirectory);
      return `the branch ${defaultBranch} of ${origin.ok ? shownAddress(origin.value) : "origin"}`;
    },
    async contexts(project) {
      const folder = folderName(project);
      const paths = await checkout.tracked(workingDirectory, defaultBranch, `${folder}/`, environment);
      const names = paths.map((path) => path.slice(folder.length + 1).split("/")[0] ?? "");
      return [...new Set(names)].map(decoded);
    },
    async ask(signal) {
      const place = await branchLocation(request);
      if (!place.ok) return undefined;
      // Nothing may pop up to ask for a password.
      const quiet = { ...services, terminal, environment: { ...environment, SSH_ASKPASS_REQUIRE: "never" } };
      const repository = branchRepository(place.value, quiet, { exchangeMs: branchGlanceMs, tries: 1 });
      dispose = () => repository.dispose();
      const tip = await repository.fetch(signal);
      if (!tip.ok || tip.value.commit === undefined) return undefined;
      return async ({ project, context }) => {
        const files = await repository.files(tip.value, `${folderName(project)}/${folderName(context)}`, signal);
        return files.ok && (files.value.state.state !== "absent" || files.value.lock.state !== "absent");
      };
    },
    dispose: () => dispose(),
  };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
