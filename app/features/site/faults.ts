/** What is answered where nothing can be rendered any more: the pages are made when the server starts. */
export const unrendered = { busy: 503, "bad-request": 400, ours: 500 } as const;

/** Why something was refused before it reached a page of its own, and the status that says so. */
export const refusals = {
  "cross-site": 403,
  "too-large": 413,
  "length-required": 411,
  ...unrendered,
} as const;
export type Refusal = keyof typeof refusals;

/**
 * Where `server/load-shed.ts` puts what was asked back into the page "busy", which is made beforehand: its button asks the
 * same again; what stands between the two `file` marks is for whoever had chosen a file. And where `server/broken.ts` puts the reference of a bug.
 */
export const placesToFill = {
  method: "%method%",
  action: "%action%",
  fields: "%fields%",
  file: { begin: "%file%", end: "%/file%" },
  reference: "%reference%",
};

/** What an error page tells of: a refusal, or what went wrong under a page. */
export type Fault = Refusal | "not-found" | "unavailable" | "not-taken";

/**
 * What to tell of an error that reached the root. A route's own answer has its status; of a bug the server left nothing
 * but the reference in the log ("R-7F3K"), or "database-down".
 */
export function faultOf(error: unknown): { fault: Fault; reference: string | null } {
  const status = statusOf(error);
  if (status === 404) return { fault: "not-found", reference: null };
  if (status === 503) return { fault: "unavailable", reference: null };
  if (status >= 400 && status < 500) return { fault: "not-taken", reference: null };
  const message = error instanceof Error ? error.message : "";
  return { fault: "ours", reference: /^R-[0-9A-Z]{4,12}$/.test(message) ? message : null };
}

function statusOf(error: unknown): number {
  if (error instanceof Error) return error.message === "database-down" ? 503 : 500;
  if (typeof error === "object" && error !== null && "status" in error) return Number(error.status);
  return 500;
}
