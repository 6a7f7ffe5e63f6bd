import { describe, expect, it } from "vitest";
import { z } from "zod";
import { sql } from "#app/lib/db.server.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { at, organizers } from "../../tests/support/organizers.ts";
import { mailsTo } from "../../tests/support/outbox.ts";
import { open, post } from "../../tests/support/routes.ts";
import * as previewConfirmRoute from "./organize.c.$slug.preview.confirm.tsx";
import * as previewMailRoute from "./organize.c.$slug.preview.mail.ts";

process.env.CLOCK_OFFSET ??= clockOffset("2026-11-24T12:05:00Z");

describe("a test mail", () => {
  it("goes to whoever asks and nobody else, says that it is one, and leads to the end of the preview; ten a day", async () => {
    const { ann } = await organizers();
    const ask = () => post(previewMailRoute, { as: "AM", to: "victim@example.org" }, at(ann, "detained"));
    const end = "/organize/c/detained/preview/confirm?as=AM";
    expect((await ask()).location).toBe(`${end}&mail=sent`);
    const [mail] = await mailsTo(null, ann.email);
    expect(mail?.subject).toMatch(/^Test: /);
    expect(mail?.text).toContain("This is a test");
    expect(mail?.text).toContain(`${end}\n`);
    expect(mail?.text).not.toContain("/confirm/");
    expect(mail?.headers).toBeUndefined();
    expect(await mailsTo(null, "victim@example.org")).toEqual([]);
    for (let n = 2; n <= 10; n += 1) expect((await ask()).location).toBe(`${end}&mail=sent`);
    expect((await ask()).location).toBe(`${end}&mail=too-many`);
    expect(await mailsTo(null, ann.email)).toHaveLength(10);
    const shown = await open(previewConfirmRoute, { ...at(ann, "detained"), url: "/?as=AM&mail=sent" });
    expect(shown.shown).toMatchObject({ told: "sent", email: ann.email });
    const audited = await sql(
      "test-audit",
      `select "change" from "AuditEvent" where "action" = 'test-mail-sent'`,
      [],
      z.object({ change: z.unknown() }),
    );
    expect(audited).toEqual(Array(10).fill({ change: { accountId: ann.id } }));
  });
});
