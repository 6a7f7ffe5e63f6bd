import { expect, test } from "vitest";
import { likelyEmail } from "./email-typo.ts";

const meant = (domain: string) => likelyEmail(`ann.lee@${domain}`)?.split("@")[1] ?? null;

test.each([
  ["gmial.com", "gmail.com"],
  ["gamil.com", "gmail.com"],
  ["gmai.com", "gmail.com"],
  ["gmaill.com", "gmail.com"],
  ["gmail.con", "gmail.com"],
  ["gmail.cm", "gmail.com"],
  ["gmail.comm", "gmail.com"],
  ["hotnail.com", "hotmail.com"],
  ["yaho.com", "yahoo.com"],
  ["outlok.com", "outlook.com"],
  ["icloud.co", "icloud.com"],
  ["protonmail.con", "protonmail.com"],
  ["GMIAL.com", "gmail.com"],
])("%s was likely meant to be %s", (typed, right) => {
  expect(meant(typed)).toBe(right);
});

test.each([
  ..."gmail.com GMAIL.COM hotmail.com hotmail.fr proton.me me.com aol.com".split(" "),
  ..."mail.com ymail.com email.com cloud.com mail.ru".split(" "),
  ..."aon.com love.com yahoo.ie yahoo.de hotmail.gr gmx.at yahoo.co.uk".split(" "),
  ..."armenian.am mail.am example.org xn--4ca.example gmail.example".split(" "),
])("%s is taken as it is", (typed) => {
  expect(meant(typed)).toBeNull();
});

test("the part before the last @ stays as typed; what is no address is none", () => {
  expect(likelyEmail("Ann+news@gmial.com")).toBe("Ann+news@gmail.com");
  expect(likelyEmail("@gmial.com")).toBeNull();
  expect(likelyEmail("gmial.com")).toBeNull();
});
