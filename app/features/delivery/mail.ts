import { z } from "zod";
import type { DeliveryKind } from "./delivery.ts";

/** 0 for mail that somebody waits for, 10 for letters. */
export const priorities = [0, 10] as const;

/**
 * A mail as the feature that owns its words rendered it, before any transaction. `subjectKind` and `subjectId` say what
 * it is about; they are opaque here.
 */
export type RenderedMail = {
  /** A new id; the provider's idempotency key, until a person sends it again. */
  id: string;
  /** What makes it the same mail: a second one under the same key is not queued. */
  onceKey: string;
  kind: DeliveryKind;
  priority: (typeof priorities)[number];
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  replyTo?: string;
  headers?: Record<string, string>;
  subjectKind: string;
  subjectId: string;
  campaignId: string | null;
  /** What mails to one office have in common, to count them by it; opaque here. */
  groupKey?: string;
  isDemo: boolean;
};

/** What leaves: frozen when queued, the same bytes at every attempt (fault 14). */
export const payloadSchema = z.strictObject({
  to: z.string(),
  from: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  replyTo: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
});
export type Payload = z.output<typeof payloadSchema>;

/** The part of a rendered mail that leaves. What becomes a header is one line, whatever a person typed (fault 29). */
export function payloadOf(mail: RenderedMail): Payload {
  const { to, from, subject, text, html, replyTo, headers } = mail;
  return {
    to: oneLine(to),
    from: oneLine(from),
    subject: oneLine(subject),
    text,
    html,
    ...(replyTo === undefined ? {} : { replyTo: oneLine(replyTo) }),
    ...(headers === undefined ? {} : { headers: mapValues(headers, oneLine) }),
  };
}

function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what it removes
  return text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ").trim();
}

function mapValues(record: Record<string, string>, change: (value: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
