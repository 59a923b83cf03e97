import type { JsonObject } from "../../engine/json/json.ts";
import type { Observation } from "../../engine/model/observation.ts";
import type { Outcome } from "../../engine/model/outcome.ts";
import { probeTryMs } from "../../engine/model/timing.ts";
import type { TaskProcessor } from "../../engine/ports/processor.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { Io } from "../../engine/ports/task-io.ts";
import { timeWords } from "../../engine/text/time-words.ts";
import type { KindDependencies } from "../kind.ts";
import type { Probed } from "./look.ts";
import { probedCommand } from "./probe-command.ts";
import { probedPort, probedServer } from "./probe-server.ts";
import { parseProbe, probeFields, probeTimes } from "./probe-spec.ts";
import { waitUntilHolds } from "./wait.ts";

/** What to probe, and how to wait for it. */
interface Ready {
  readonly probed: Probed;
  readonly http: NonNullable<Io["http"]>;
  readonly intervalMs: number;
  readonly timeoutMs: number;
  readonly tryMs: number;
}

function ready(dependencies: KindDependencies, spec: JsonObject, io: Io): Ready {
  const { http } = io;
  if (!http) throw new TaskFailure("nothing is probed in an untrusted run", { untouched: true });
  const fields = probeFields(spec);
  const { intervalMs, timeoutMs, tryMs } = probeTimes(fields);
  const times = { http, intervalMs, timeoutMs };
  const bounded = { ...times, tryMs: Math.min(tryMs ?? probeTryMs, timeoutMs) };
  if (fields.command !== undefined) {
    return { probed: probedCommand(fields, dependencies, io), ...times, tryMs: tryMs ?? timeoutMs };
  }
  if (fields.tcp) return { probed: probedPort(fields.tcp, http, io), ...bounded };
  if (fields.http) return { probed: probedServer(fields.http, fields.expect ?? {}, http, io), ...bounded };
  throw new Error("a spec that was not parsed");
}

/** Looks once. */
async function observe(dependencies: KindDependencies, spec: JsonObject, io: Io): Promise<Observation> {
  const { probed, tryMs } = ready(dependencies, spec, io);
  const look = await probed.look(tryMs);
  switch (look.state) {
    case "holds":
      return { state: "present", facts: {} };
    case "open":
      return { state: "absent", why: look.why };
    case "hopeless":
      return { state: "failed", error: { message: look.why, ...(look.hint === undefined ? {} : { hint: look.hint }) } };
  }
}

/** Waits until it holds. */
async function wait(dependencies: KindDependencies, spec: JsonObject, io: Io): Promise<Outcome> {
  const { probed, http, ...times } = ready(dependencies, spec, io);
  const { tries, ms } = await waitUntilHolds(probed, {
    ...times,
    now: () => http.now(),
    pause: (pauseMs) => http.pause(pauseMs),
    tell: (text) => io.tell?.(`${io.task}: ${text}`),
  });
  if (tries > 1) io.output("stdout", `${probed.what} was as expected after ${tries} tries, ${timeWords(ms)}\n`);
  return { outputs: [] };
}

/** The kind Probe: a gate that holds up what depends on it until something answers as it should. */
export function probeProcessor(dependencies: KindDependencies): TaskProcessor {
  const { files, validate } = dependencies;
  return {
    apiVersion: "opus/v1",
    kind: "Probe",
    gate: true,
    parse: (spec) => parseProbe(files, validate, spec),
    observe: (spec, io) => observe(dependencies, spec, io),
    create: (spec, io) => wait(dependencies, spec, io),
    update: (_before, after, io) => wait(dependencies, after, io),
    // There is nothing that it has made.
    delete: async () => {},
    fields: {
      names: [
        ...["http", "tcp", "command", "shell", "workingDirectory", "env", "passEnv"],
        ...["expect", "interval", "timeout", "tryTimeout"],
      ],
      verbatim: ["command", "shell"],
    },
    known: { outputNames: [] },
    workspace: { writes: () => [] },
  };
}
