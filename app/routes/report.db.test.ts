import { expect, it } from "vitest";
import { z } from "zod";
import { sql } from "#app/lib/db.server.ts";
import { clockOffset } from "../../tests/support/installation.ts";
import { mailsTo } from "../../tests/support/outbox.ts";
import { open, post } from "../../tests/support/routes.ts";
import * as reportRoute from "./report._index.tsx";
import * as sentRoute from "./report.sent.tsx";

// Well inside the ten minutes in which the same report is the same press.
process.env.CLOCK_OFFSET ??= clockOffset("2026-11-24T12:05:00Z");

const form = { about: "name", page: "/c/detained", what: "Somebody signed as me.", email: "", leaveEmpty: "" };
const reports = () => mailsTo(null, "contact@organization.example");

it("mails a report to the organization, once, behind what somebody waits for", async () => {
  const before = (await reports()).length;
  const token = "a".repeat(43);
  const what = `I got http://localhost/confirm/${token} and /me/${token}`;
  const given = { ...form, what, email: "Reader@example.org" };
  const sent = await post(reportRoute, given);
  expect([sent.status, sent.location]).toEqual([303, "/report/sent"]);
  await post(reportRoute, given);
  const mails = (await reports()).slice(before);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({
    replyTo: "Reader@example.org",
    subject: "Report: a name or address was used",
  });
  expect(JSON.stringify(mails)).not.toContain(token);
  expect(mails[0]?.text).toContain("/confirm/… and /me/…");
  const [row] = await sql(
    "test-priority",
    `select "priority" from "Delivery" where "kind" = 'report'`,
    [],
    z.object({ priority: z.number() }),
  );
  expect(row?.priority).toBe(10);
  expect((await open(sentRoute)).headers.get("cache-control") ?? "no-store").toBe("no-store");
});

it("keeps a wrong form, and tells whoever fills in the field that nobody sees nothing else", async () => {
  const before = (await reports()).length;
  const refused = await post(reportRoute, { ...form, about: "nonsense", what: "" });
  expect(refused.status).toBe(422);
  expect(refused.shown.faults.map(({ field }: { field: string }) => field)).toEqual(["about", "what"]);
  expect(refused.shown.values.page).toBe("/c/detained");
  const trapped = await post(reportRoute, { ...form, what: "Buy this.", leaveEmpty: "x" });
  expect([trapped.status, trapped.location]).toEqual([303, "/report/sent"]);
  expect(await reports()).toHaveLength(before);
});

it("takes no flood of one network, and keeps the form that came on top", async () => {
  const answers = [];
  for (let n = 0; n < 12; n += 1) answers.push(await post(reportRoute, { ...form, what: `Flood ${n}` }));
  const last = answers.at(-1);
  expect(last?.status).toBe(429);
  expect(last?.shown).toMatchObject({ notice: "too-many", values: { what: "Flood 11" } });
});
