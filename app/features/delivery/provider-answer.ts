/** What Resend's SDK returns; nothing in it is trusted to have its type. */
export interface ProviderAnswer {
  data: { id?: unknown } | null;
  error: { name?: unknown; statusCode?: unknown; message?: unknown } | null;
  headers?: Record<string, string> | null;
}

/**
 * What an answer means for the delivery. `notTaken`: it is certain that this attempt was not accepted, so it does not
 * start the 24 hours of the key. `counts`: whether the next wait is longer. `after`: milliseconds the provider
 * asked for. `cause` is one word for the log and the event: never a message, which may quote an address.
 */
export type Verdict =
  | { kind: "accepted"; providerId: string; cause: "accepted" }
  | { kind: "retry"; cause: string; notTaken: boolean; counts: boolean; after: number | null }
  | { kind: "park"; cause: string; after: number | null }
  | { kind: "held"; cause: string }
  | { kind: "failed"; cause: string };

const quotas = ["daily_quota_exceeded", "monthly_quota_exceeded"];

/**
 * Sorts an answer into what can be repeated, what waits for the operator, what cannot be decided and what is final. Final
 * is only a verdict on this very mail: the provider read it and will not have it (400 and 403 `validation_error`, 422,
 * 451), or it is too big on the way there (413). Every other refusal says nothing of the mail and parks all. So do 404 and
 * 405: the provider gives them for a path or a method that it does not have, which are the same for every mail of ours, so
 * they come from a wrong `RESEND_BASE_URL` or from the page of a proxy. Repeating at once is in vain, but a mail that
 * failed for it would be lost by a typing error in a setting.
 */
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
  return isAboutTheMail(status, name, error.message) ? { kind: "failed", cause } : { kind: "park", cause, after };
}

function isAboutTheMail(status: number, name: string, message: unknown): boolean {
  if (status === 413 || status === 422 || status === 451) return true;
  if (name !== "validation_error") return false;
  return status === 400 || (status === 403 && !isUnverifiedDomain(message));
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
