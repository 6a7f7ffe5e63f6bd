import type { Recipient } from "#app/features/directory/official.ts";
import { formatDate, joinList } from "#app/lib/format.ts";
import { words } from "./words.ts";

type Contact = Recipient["contacts"][number];

/** How a letter gets to an office that takes no e-mail, by what the directory knows. */
export type HandOverWay = {
  /** "form": its form and what it asks for are known. "site": only its site. "phone": neither. */
  kind: "form" | "site" | "phone";
  page: Contact | null;
  phone: Contact | null;
  post: Contact | null;
};

/** The best way the directory knows; a page that is no web address is none (fault 33). */
export function handOverWay(contacts: readonly Contact[]): HandOverWay {
  const pages = contacts.filter(
    ({ channel, value }) => (channel === "web-form" || channel === "site") && hostOf(value) !== null,
  );
  const form = pages.find(({ channel, needs }) => channel === "web-form" && needs !== null);
  const page = form ?? pages[0] ?? null;
  return {
    kind: form ? "form" : page ? "site" : "phone",
    page,
    phone: contacts.find((contact) => contact.channel === "phone") ?? null,
    post: contacts.find((contact) => contact.channel === "post") ?? null,
  };
}

/** "friedman.house.gov", or null for what is no address of a page. */
export function hostOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || protocol === "http:" ? hostname.replace(/^www\./, "") : null;
}

/** A number as a link dials it: "tel:+12022254176". Ten digits are a number of the United States. */
export function dialled(number: string): string {
  const digits = number.replace(/\D/g, "");
  return `tel:+${digits.length === 10 ? "1" : ""}${digits}`;
}

// In the order in which a letter's writer thinks of them; the message itself is what they bring.
const fieldWords = [
  ["needs.title", /^NAME_PREFIX$/],
  ["needs.name", /^NAME_(FIRST|LAST|FULL)$/],
  ["needs.street", /^ADDRESS_STREET/],
  ["needs.city", /^ADDRESS_CITY$/],
  ["needs.zip", /^ADDRESS_ZIP/],
  ["needs.state", /^ADDRESS_STATE/],
  ["needs.phone", /^PHONE/],
  ["needs.email", /^EMAIL$/],
  ["needs.topic", /^TOPIC$/],
  ["needs.subject", /^SUBJECT$/],
] as const;

/** "On 5 December 2025 it asked for name, street and e-mail.", or empty when nobody knows. */
export function askedSentence(locale: string, form: Contact): string {
  const t = words(locale);
  const needs = form.needs ?? [];
  const known = fieldWords.filter(([, field]) => needs.some((need) => field.test(need.toUpperCase())));
  if (known.length === 0) return "";
  const date = formatDate(locale, new Date(`${form.asOf}T00:00:00Z`));
  const fields = joinList(
    locale,
    known.map(([word]) => t(word)),
  );
  const asked = t("hand.asked", { date, fields });
  return form.captcha ? `${asked} ${t("hand.captcha")}` : asked;
}
