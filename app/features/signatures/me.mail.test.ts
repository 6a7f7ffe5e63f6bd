import { expect, it } from "vitest";
import { meMailExample, renderMeMail } from "./me.mail.tsx";

it("tells nothing on a lock screen, and works as plain text", async () => {
  const { subject, text, html } = await renderMeMail(meMailExample);
  expect(subject).toBe("Your page");
  expect(text.split("\n").filter((line) => line.trim() === meMailExample.link)).toHaveLength(1);
  expect(text).toContain("until 24 November 2026 at 12:30 UTC");
  expect(text).not.toMatch(/campaign|petition|letter|sign/i);
  // Mail programs clip at 102 kB.
  expect(Buffer.byteLength(html)).toBeLessThan(102_000);
});
