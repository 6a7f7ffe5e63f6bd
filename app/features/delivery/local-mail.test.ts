import { expect, it } from "vitest";
import { linksIn, mailboxAt } from "./local-mail.ts";

it("finds each address of a mail once, without the sentence's full stop", () => {
  const text = "Open https://a.example/x?b=1&c=2.\nOr: https://a.example/x?b=1&c=2\n(see http://b.example/)";
  expect(linksIn(text)).toEqual(["https://a.example/x?b=1&c=2", "http://b.example/"]);
});

it("says which mail in which form by the address alone", () => {
  expect(mailboxAt("1", "html")).toBe("/mailbox?id=1");
  expect(mailboxAt("1", "text")).toBe("/mailbox?id=1&part=text");
});
