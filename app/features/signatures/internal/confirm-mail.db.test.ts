import { beforeEach, expect, it, vi } from "vitest";
import type { By } from "#app/lib/by.ts";
import { renderConfirmMail } from "../confirm.mail.tsx";
import { confirmMail } from "./confirm-mail.server.ts";

beforeEach(() => {
  vi.stubEnv("APP_URL", "https://redress.example");
  return () => vi.unstubAllEnvs();
});

const at = new Date("2026-11-24T23:30:00Z");
const by: By = { actor: "visitor", now: at };
const given = (token: string, timeZone = "UTC") => ({
  campaign: { id: "c", isDemo: true, timeZone },
  signatureId: "s",
  token,
  signedAt: at,
  until: new Date("2026-12-01T23:30:00Z"),
  email: `${token}@example.org`,
  locale: "en",
});

it("gives each its own link, and otherwise the bytes of a mail rendered for it alone", async () => {
  const [one, two] = [await confirmMail(by, given("token-one")), await confirmMail(by, given("token-two"))];
  for (const [mail, token] of [
    [one, "token-one"],
    [two, "token-two"],
  ] as const) {
    const alone = await renderConfirmMail({
      organization: "Sample Organization",
      link: `https://redress.example/confirm/${token}`,
      signed: "24 November 2026",
      until: "1 December 2026",
      erased: "8 December 2026",
      locale: "en",
    });
    expect(mail).toMatchObject({ ...alone, to: `${token}@example.org` });
  }
  const elsewhere = await confirmMail(by, given("token-three", "Asia/Yerevan"));
  expect(elsewhere.text).toContain("25 November 2026");
});
