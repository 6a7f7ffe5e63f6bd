/** What Resend's SDK returns; nothing in it is trusted to have its type. */
export interface ProviderAnswer {
  data: { id?: unknown } | null;
  error: { name?: unknown; statusCode?: unknown; message?: unknown } | null;
  headers?: Record<string, string> | null;
}

/**
 * What an answer means for the delivery. `notTaken`: it is certain that this attempt was not accepted, so it does not
 * start the 24 hours of the key. `counts`: whether it uses up one of the attempts. `after`: milliseconds the provider
 * asked for. `cause` is one word for the log and the event: never a message, which may quote an address.
 */
export type Verdict =
  | { kind: "accepted"; providerId: string; cause: "accepted" }
  | { kind: "retry"; cause: string; notTaken: boolean; counts: boolean; after: number | null }
  | { kind: "park"; cause: string; after: number | null }
  | { kind: "held"; cause: string }
  | { kind: "failed"; cause: string };

const quotas = ["daily_quota_exceeded", "monthly_quota_exceeded"];

/** Sorts an answer into what can be repeated, what waits for the operator, what cannot be decided and what is final. */
export function judge({ data, error, headers }: ProviderAnswer): Verdict {
  if (!error) {
    const id = data?.id;
    if (typeof id === "string" && id.length > 0) return { kind: "accepted", providerId: id, cause: "accepted" };
    return unknown("no_id");
  }
  const status = typeof error.statusCode === "number" ? error.statusCode : null;
  const name = typeof error.name === "string" && /^[a-z_]{1,60}$/.test(error.name) ? error.name : "unnamed";
  const cause = status === null ? name : `${status} ${name}`;
  const after = retryAfter(headers);

  if (status === null || status >= 500 || status === 408) return unknown(cause, after);
  if (name === "invalid_idempotent_request") return { kind: "held", cause };
  if (status === 409) return unknown(cause, after);
  if (status === 429) {
    if (quotas.includes(name)) return { kind: "park", cause, after };
    return { kind: "retry", cause, notTaken: true, counts: false, after };
  }
  if (status === 401 || (status === 403 && (name !== "validation_error" || isUnverifiedDomain(error.message)))) {
    return { kind: "park", cause, after };
  }
  return { kind: "failed", cause };
}

/** The provider has no name of its own for a sending domain that is not verified: it is 403 `validation_error`. */
function isUnverifiedDomain(message: unknown): boolean {
  return typeof message === "string" && /domain/i.test(message) && /verif(?:y|ied)/i.test(message);
}

/** Whether it was taken cannot be told: the same bytes go again under the same key. */
function unknown(cause: string, after: number | null = null): Verdict {
  return { kind: "retry", cause, notTaken: false, counts: true, after };
}

/** `retry-after` in milliseconds; seconds only, as the provider sends it, at most an hour. */
function retryAfter(headers: ProviderAnswer["headers"]): number | null {
  const text = headers?.["retry-after"];
  if (text === undefined || !/^\d{1,6}(?:\.\d+)?$/.test(text)) return null;
  return Math.min(Number(text), 3600) * 1000;
}
