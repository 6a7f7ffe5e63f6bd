import { randomUUID } from "node:crypto";
import type { RenderedMail } from "#app/features/delivery/mail.ts";
import { newId } from "#app/lib/id.server.ts";

/** A rendered mail about nothing in particular; each its own. */
export function aMail(now: Date, given: Partial<RenderedMail> = {}): RenderedMail {
  const id = newId(now);
  return {
    id,
    onceKey: `test:${id}`,
    kind: "letter",
    priority: 10,
    to: `reader-${id}@example.org`,
    from: "Sample Organization <letters@redress.example>",
    subject: "Please confirm your request",
    text: "The page below shows what it is.\n",
    html: "<p>The page below shows what it is.</p>",
    subjectKind: "test",
    subjectId: randomUUID(),
    campaignId: null,
    isDemo: false,
    ...given,
  };
}
