import { describe, expect, it } from "vitest";
import { renderMail } from "#app/lib/render-mail.server.ts";
import { MailAside, MailButton, MailOrigin, MailProse, MailShell, MailText } from "#app/ui/mail-shell.tsx";

const mail = (
  <MailShell organization="Sample Organization" heading="Please confirm your request" preview="One button.">
    <MailText>Someone gave this address.</MailText>
    <MailButton href="https://redress.example/confirm/abc?a=1&b=2" copyLabel="Or copy this address:">
      Open the page
    </MailButton>
    <MailProse text={"First <script>alert(1)</script> line\nsecond line\n\nNext paragraph"} />
    <MailAside>It was not you?</MailAside>
    <MailOrigin>Sent by Sample Organization.</MailOrigin>
  </MailShell>
);

describe("the mail shell", () => {
  it("gives a text part that reads as a letter does: no capitals, each paragraph apart, the address once and alone", async () => {
    const { text } = await renderMail(mail);
    expect(text).toBe(
      [
        "Sample Organization",
        "Please confirm your request",
        "Someone gave this address.",
        "Open the page\nhttps://redress.example/confirm/abc?a=1&b=2",
        "First <script>alert(1)</script> line\nsecond line",
        "Next paragraph",
        "It was not you?",
        "Sent by Sample Organization.\n",
      ].join("\n\n"),
    );
  });

  it("is the same bytes each time", async () => {
    expect(await renderMail(mail)).toEqual(await renderMail(mail));
  });

  it("escapes a person's words, and carries no picture, script or foreign address (fault 31)", async () => {
    const { html } = await renderMail(mail);
    expect(html).not.toMatch(/<script|<img|<link/i);
    expect(html).toContain("&lt;script&gt;");
    expect([...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, url]) => new URL(url ?? "").host)).toEqual([
      "redress.example",
      "redress.example",
    ]);
  });
});
