import { randomBytes } from "node:crypto";
import { env } from "#app/lib/env.server.ts";

const levels = ["error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof levels)[number];

/** Every field that may stand in a log line. None of them can hold a person. */
const allowed = [
  "method",
  "route",
  "status",
  "ms",
  "reference",
  "error",
  "code",
  "stack",
  "job",
  "n",
  "delivery",
  "state",
  "reason",
  "attempt",
  "worker",
  "signal",
] as const;
export type LogFields = Partial<Record<(typeof allowed)[number], string | number | boolean | null>>;

/** One JSON line on stdout; fields outside the list are dropped, whoever passes them. */
export function log(level: LogLevel, event: string, fields: LogFields = {}): void {
  if (levels.indexOf(level) > levels.indexOf(env().LOG_LEVEL)) return;
  const line: Record<string, unknown> = { level, event };
  for (const name of allowed) if (fields[name] !== undefined) line[name] = fields[name];
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/**
 * Logs a bug once and returns the reference that the page shows. The error's message is left out: messages quote what
 * they choke on, and that may be a person's.
 */
export function logFault(error: unknown, fields: LogFields = {}): string {
  const reference = `R-${randomBytes(3).toString("hex").toUpperCase()}`;
  const known = error instanceof Error ? error : new Error();
  // A message of several lines can look like frames: it is cut out first.
  const stack = known.message ? known.stack?.split(known.message).at(-1) : known.stack;
  const frames = stack
    ?.split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8);
  log("error", "fault", {
    ...fields,
    reference,
    error: known.name,
    code: "code" in known && typeof known.code === "string" ? known.code : undefined,
    stack: frames?.map((frame) => frame.trim()).join(" | "),
  });
  return reference;
}
