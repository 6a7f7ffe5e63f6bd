import { expect, it } from "vitest";
import { confirmMailExample, renderConfirmMail } from "./confirm.mail.tsx";

it("tells nothing on a lock screen, and works as plain text", async () => {
  const { subject, text, html } = await renderConfirmMail(confirmMailExample);
  expect(subject).toBe("Please confirm your request");
  const lines = text.split("\n");
  expect(lines.filter((line) => line.trim() === confirmMailExample.link)).toHaveLength(1);
  expect(text.slice(0, 400)).not.toMatch(/campaign|petition|letter|sign/i);
  // Mail programs clip at 102 kB.
  expect(Buffer.byteLength(html)).toBeLessThan(102_000);
});
