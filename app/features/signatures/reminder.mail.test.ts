import { expect, it } from "vitest";
import { renderReminderMail, reminderMailExample } from "./reminder.mail.tsx";

it("says why it comes, that it comes once, and when all is erased; nothing on a lock screen", async () => {
  const { subject, text, html } = await renderReminderMail(reminderMailExample);
  expect(subject).toBe("Reminder: please confirm your request");
  expect(text).toContain("gave this address on 24 November 2026");
  expect(text.replace(/\s+/g, " ")).toContain(
    "We ask once. The link works until 3 December 2026; on 8 December 2026 everything is erased.",
  );
  expect(text.split("\n").filter((line) => line.trim() === reminderMailExample.link)).toHaveLength(1);
  expect(`${subject} ${text.slice(0, 400)}`).not.toMatch(/campaign|petition|letter|sign/i);
  expect(Buffer.byteLength(html)).toBeLessThan(102_000);
});
