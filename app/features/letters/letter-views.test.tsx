import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { Recipient } from "#app/features/directory/official.ts";
import type { Variant } from "./audience.ts";
import { composeLetter } from "./compose-letter.ts";
import { friedman, schiff, state, supporter } from "./internal/recipients.fixture.ts";
import { leftItem } from "./left-item.ts";
import { LetterFolds } from "./letter-folds.tsx";
import { LetterForm } from "./letter-form.tsx";
import type { LetterFormProps } from "./letter-form.tsx";
import { letterMailExample, renderLetterMail } from "./letter.mail.tsx";
import { inOrderOfNeed, letterStateItem } from "./letter-state-item.ts";
import type { MailFate } from "./letter-state-item.ts";
import { LetterStates } from "./letter-states.tsx";
import type { StoredLetter } from "./letter.ts";
import { WhoSeesWhat } from "./who-sees-what.tsx";
import { recipientItem, unchosenRepresentative } from "./recipient-item.ts";

const at = new Date("2026-11-24T19:41:00Z");
const common = "I write about the people who were detained in Azerbaijan.";
const body = `${common}\n\nThree families came to our street <script>alert(1)</script>.`;
const template: Variant & { id: string } = {
  id: "t",
  audience: "executive",
  act: "use-powers",
  subject: "s",
  summary: "To act",
  text: "Please act.",
};

function item(recipient: Recipient, checked = true) {
  const letter = composeLetter({
    template,
    body,
    writer: supporter,
    recipient,
    locale: "en",
    directoryAsOf: null,
    measureId: null,
    now: at,
  });
  return recipientItem({ letter, recipient, checked, body, common, confirmed: false, locale: "en" });
}

const props: LetterFormProps = {
  locale: "en",
  slug: "detained",
  body,
  lang: "en",
  commonShare: 0.62,
  district: null,
  recipients: [item(friedman), item(schiff, false), item(state)],
  spared: [],
  sees: {
    organization: "Sample Organization",
    display: "none",
    updates: false,
    place: "California, 30th district",
    choosing: false,
  },
  confirmed: false,
  email: "sample.supporter@example.org",
  faults: [],
};

const textOf = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("who has done what their letter would ask", () => {
  const spared = [
    "Laura Friedman cosponsored H.Res. 1 on 3 May 2026, by the list of 20 November 2026: no letter is needed.",
  ];

  test("is named with the reason beside the letters of the others", () => {
    const html = renderToStaticMarkup(<LetterForm {...props} recipients={[item(state)]} spared={spared} />);
    expect(textOf(html)).toContain(spared[0]);
    expect(html).toContain("Approve");
  });

  test("leaves nothing to write where they are all", () => {
    const html = renderToStaticMarkup(<LetterForm {...props} recipients={[]} spared={spared} />);
    expect(textOf(html)).toContain("There is nobody to write to");
    expect(html).not.toContain("<form");
  });
});

describe("the letter form", () => {
  test("shows per recipient how it begins, what it asks, how it goes, and the letter with own words marked", () => {
    const html = renderToStaticMarkup(<LetterForm {...props} />);
    expect(html).toContain('<form class="stack stack-xl" method="post" action="/c/detained/letter"');
    expect(html).toContain('formaction="/c/detained/letter/preview"');
    expect(html).toMatch(/Approve my letters<\/button>.*Save and read them again<\/button>/);
    expect(html.match(/type="checkbox"[^>]*checked/g)).toHaveLength(2);
    expect(html).toContain("Three families came to our street &lt;script&gt;");
    expect(html.match(/<mark class="own">Three families/g)).toHaveLength(3);
    const text = textOf(html);
    for (const words of [
      "One text, three recipients.",
      "62% of this is the campaign’s text.",
      "You hand it over: the office’s own site",
      "You hand it over: the office’s form, phone or post",
      "We e-mail it when you have confirmed",
      "A signature from California, 30th district.",
      "the e-mail letter leaves",
    ]) {
      expect(text).toContain(words);
    }
    expect(html).not.toMatch(/style=|error-summary/);
  });

  test("asks for the district of a split postal code, nothing preselected", () => {
    const other = {
      ...friedman,
      name: "Jimmy Gomez",
      divisionId: "x/cd:34",
      divisionName: "California, 34th district",
    };
    const district = {
      postalCode: "91206",
      choices: [friedman, other].map((one) => ({
        divisionId: one.divisionId ?? "",
        name: one.name,
        district: one.divisionName ?? "",
      })),
      chosen: null,
      others: ["Alex Padilla", "Adam B. Schiff"],
    };
    const recipients = [
      unchosenRepresentative({ candidates: [friedman, other], asks: "To introduce it", checked: true, locale: "en" }),
    ];
    const html = renderToStaticMarkup(<LetterForm {...props} recipients={recipients} district={district} />);
    expect(html.match(/type="radio"/g)).toHaveLength(3);
    expect(html).not.toMatch(/type="radio"[^>]*checked/);
    expect(html).toContain('value="house"');
    const text = textOf(html);
    expect(text).toContain("lies in two districts");
    expect(text).toContain("Then your letters go to Alex Padilla and Adam B. Schiff.");
    expect(text).toContain("Chosen above: California, 30th district or California, 34th district");
    expect(html).toMatch(
      /href="https:\/\/www\.house\.gov\/representatives\/find-your-representative"[^>]*>the House’s own/,
    );
    const chosen = renderToStaticMarkup(<LetterForm {...props} district={{ ...district, chosen: "" }} />);
    expect(chosen.match(/type="radio"[^>]*checked/g)).toHaveLength(1);
  });

  test("after a refusal: a focused summary above the heading, the same words inline, the text kept", () => {
    const html = renderToStaticMarkup(<LetterForm {...props} faults={["body-too-long", "no-recipient"]} />);
    expect(html.indexOf('role="alert"')).toBeLessThan(html.indexOf("<h1>"));
    expect(html.match(/Shorten your text to 20,000 characters/g)).toHaveLength(2);
    expect(html.match(/Tick at least one recipient/g)).toHaveLength(2);
    expect(html).toContain('href="#body"');
    expect(html).toContain('href="#recipient-1"');
    expect(html).toContain('href="/c/detained/thanks"');
    expect(html).toContain("Three families came");
  });

  test("after confirming says that approving sends", () => {
    const html = renderToStaticMarkup(<LetterForm {...props} confirmed />);
    expect(html).toContain("what we e-mail leaves when you approve it");
    expect(html).not.toContain("What happens next");
  });

  test("one recipient has sentences of their own", () => {
    const text = textOf(renderToStaticMarkup(<LetterForm {...props} recipients={[item(schiff)]} />));
    expect(text).toContain("One letter, to one recipient.");
    expect(text).toContain("The letter begins with its greeting");
    expect(text).toContain("The letter below shows a change");
    expect(text).not.toMatch(/each|everyone/i);
  });
});

const sentOn = new Date("2026-11-25T02:00:00Z");

function gone(recipient: Recipient, over: Partial<StoredLetter>, fate: MailFate | null = null) {
  const letter = stored(recipient, over);
  return leftItem({ letter, recipient, fate, locale: "en", timeZone: "America/New_York" });
}

describe("a letter that has left", () => {
  const mailed = { channel: "email", state: "released", releasedAt: at } as const;
  const accepted: MailFate = { state: "accepted", reason: null, at: sentOn };

  test("has no box: what is known of it, and its text as it went; only the others are counted", () => {
    const recipients = [gone(friedman, { doneAt: sentOn }), item(schiff), gone(state, mailed, accepted)];
    const html = renderToStaticMarkup(<LetterForm {...props} confirmed recipients={recipients} />);
    expect(html.match(/type="checkbox"/g)).toHaveLength(1);
    expect(html).toContain('id="recipient-1"');
    const text = textOf(html);
    expect(text).toContain("One letter, to one recipient.");
    expect(text).toContain("Two letters have left and stay as they are.");
    expect(text).toContain("You handed it over on 24 November 2026; it stays as it is.");
    expect(text).toContain("Sent on 24 November 2026; it stays as it is.");
    expect(text).not.toContain("when you have confirmed");
    expect(html).toMatch(/<summary>[^<]*<span class="sr"> to The Secretary of State.*Dear Senator,/);
  });

  test.each<[MailFate | null, RegExp]>([
    [null, /^Queued\. .* It stays as it is\.$/],
    [{ state: "failed", reason: "refused", at: sentOn }, /^Failed\. .*did not leave\. It stays as it is\.$/],
    [{ state: "held", reason: "demo", at: sentOn }, /^Held\. This is a demonstration/],
    [{ state: "cancelled", reason: "suppressed", at: sentOn }, /^Not sent\. /],
  ])("is not said to be sent where that is not known: %j", (fate, words) => {
    expect(gone(state, mailed, fate).left).toMatch(words);
  });

  test("leaves nothing to approve where all have", () => {
    const recipients = [gone(friedman, { doneAt: sentOn }), gone(state, mailed, accepted)];
    const html = renderToStaticMarkup(<LetterForm {...props} confirmed recipients={recipients} />);
    expect(textOf(html)).toMatch(/Your letters have left\. They stay as they are.*To whom they went/);
    expect(html).not.toMatch(/<button|<textarea|type="checkbox"/);
    expect(html).toContain('href="/c/detained/thanks"');
    // Another district has another representative: that can still be said, but nothing is approved by it.
    const district = { postalCode: "91206", choices: [], chosen: friedman.divisionId, others: [] };
    const open = renderToStaticMarkup(<LetterForm {...props} confirmed recipients={recipients} district={district} />);
    expect(open).toContain("If you choose another district");
    expect(open).toContain("Save and read them again");
    expect(open).not.toContain("Approve my letters");
  });
});

test("approving after confirming mails at once, and says so", () => {
  const letter = {
    ...composeLetter({
      template,
      body,
      writer: supporter,
      recipient: state,
      locale: "en",
      directoryAsOf: null,
      measureId: null,
      now: at,
    }),
  };
  const shown = recipientItem({ letter, recipient: state, checked: true, body, common, confirmed: true, locale: "en" });
  expect(shown.goes).toBe("We e-mail it when you approve it");
});

describe("who sees what is true for every choice", () => {
  const displays = ["none", "initials", "name"] as const;
  const places = [
    ["known", "California, 30th district", false, "A signature from California, 30th district."],
    ["still to choose", "California", true, "A signature from California, and from your district once you choose it."],
    ["still to choose, in two states", null, true, "One signature, and from your district once you choose it."],
    ["unknown", null, false, "One signature."],
  ] as const;
  const cases = displays.flatMap((display) =>
    [false, true].flatMap((updates) => places.map((place) => [display, updates, ...place] as const)),
  );

  test.each(cases)("%s, updates %s, district %s", (display, updates, _district, place, choosing, where) => {
    const sees = { organization: "Sample Organization", display, updates, place, choosing };
    const html = renderToStaticMarkup(<WhoSeesWhat data={sees} locale="en" />);
    const [, everybody = "", organization = "", offices = ""] = html.split("<dt>").map(textOf);
    expect(organization).toContain(` ${where}`);
    expect(organization.includes("Not your name")).toBe(display === "none");
    expect(organization.includes("Your name only where the public sees it")).toBe(display === "name");
    expect(organization.includes("Your initials only where the public sees them")).toBe(display === "initials");
    expect(organization.includes("when there is news")).toBe(updates);
    expect(everybody.includes("Your name, where signers are shown; so far no page")).toBe(display === "name");
    expect(everybody.includes("Nothing. Your signature is one in the count.")).toBe(display === "none");
    expect(offices).toContain("Your name and what you gave of your address");
    expect(organization.includes("once you choose")).toBe(choosing);
  });
});

function stored(recipient: Recipient, over: Partial<StoredLetter> = {}): StoredLetter {
  return {
    id: recipient.key,
    campaignId: "c",
    officeId: recipient.officeId,
    officialId: recipient.officialId,
    recipientName: recipient.name,
    act: "urge-executive",
    measureId: null,
    channel: "hand-over",
    state: "approved",
    subject: "The subject of it",
    text: "Dear Senator,\n\nText.",
    approvedAt: at,
    releasedAt: null,
    doneAt: null,
    ...over,
  };
}

function status(recipient: Recipient, over: Partial<StoredLetter> = {}, fate: MailFate | null = null) {
  return letterStateItem({
    letter: stored(recipient, over),
    recipient,
    fate,
    locale: "en",
    timeZone: "America/New_York",
  });
}

describe("what is known of a letter", () => {
  const mailed = { channel: "email", state: "released", releasedAt: at } as const;
  test.each([
    ["Yours to hand over", status(schiff)],
    ["You handed it over", status(schiff, { doneAt: at })],
    ["Waits for you", status(state, { channel: "email" })],
    ["Queued", status(state, mailed)],
    ["Queued", status(state, mailed, { state: "sending", reason: null, at })],
    ["Accepted", status(state, mailed, { state: "accepted", reason: null, at })],
    ["Failed", status(state, mailed, { state: "failed", reason: "refused", at })],
    ["Held", status(state, mailed, { state: "held", reason: "unknown-sent", at })],
    ["Held", status(state, mailed, { state: "failed", reason: "exhausted", at })],
    ["Held", status(state, mailed, { state: "held", reason: "demo", at })],
    ["Not sent", status(state, mailed, { state: "cancelled", reason: "dropped", at })],
    ["Not sent", status(state, mailed, { state: "cancelled", reason: "suppressed", at })],
  ])("%s", (word, item) => {
    expect(item.word).toBe(word);
    expect(item.sentence).not.toBe("");
    expect(item.sentence).not.toMatch(/delivered/i);
  });

  test("says that it did not leave only where that is certain", () => {
    const sentence = (fate: Omit<MailFate, "at">) => status(state, mailed, { ...fate, at }).sentence;
    expect(sentence({ state: "failed", reason: "refused" })).toContain("It did not leave");
    expect(sentence({ state: "failed", reason: "exhausted" })).toContain("We do not know whether it left");
    expect(sentence({ state: "held", reason: "restored" })).toContain("may have left");
    expect(sentence({ state: "cancelled", reason: "withdrawn" })).toContain("before it left");
    expect(sentence({ state: "cancelled", reason: "withdrawn-while-sending" })).toContain("may have left");
    expect(sentence({ state: "cancelled", reason: "dropped" })).toContain("A person decided");
  });

  test("each time has its zone", () => {
    expect(status(schiff, { doneAt: at }).sentence).toMatch(/24 November 2026.*14:41.*We cannot see/);
  });

  test("the office's form with what it asked for and when, the site, the telephone, or none", () => {
    const form = status(schiff).handOver;
    expect(form).toMatchObject({
      kind: "form",
      link: { href: "https://www.schiff.senate.gov/contact", label: "the form on schiff.senate.gov" },
      length: "20 characters",
      asked:
        "On 5 December 2025 it asked for title, name, street, ZIP code, e-mail, and a topic. It also asks you to show that you are a person.",
    });
    const html = renderToStaticMarkup(<LetterStates locale="en" items={[status(schiff)]} action="/" />);
    expect(textOf(html)).toContain("If it asks for a subject: The subject of it");
    expect(status(friedman)).toMatchObject({
      phone: { href: "tel:+12022254176", label: "Call 202-225-4176" },
      handOver: { kind: "site", link: { label: "friedman.house.gov" }, asked: "" },
    });
    const contact = { ...schiff.contacts[0], value: "javascript:alert(1)" };
    expect(status({ ...schiff, contacts: [contact] }).handOver).toMatchObject({ kind: "phone", link: null });
  });

  test("names the recipient of the letter, and an office only while they hold it", () => {
    const successor = { ...schiff, officialId: "bioguide:X", name: "Somebody Else" };
    const item = letterStateItem({
      letter: stored(schiff),
      recipient: successor,
      fate: null,
      locale: "en",
      timeZone: "UTC",
    });
    expect(item).toMatchObject({ name: "Adam B. Schiff", office: "" });
    const gone = { recipient: null, fate: null, locale: "en", timeZone: "UTC" };
    const left = letterStateItem({ letter: stored(schiff), ...gone });
    expect(left).toMatchObject({ word: "Out of office", handOver: null, phone: null });
    expect(left.sentence).toContain(stored(schiff).recipientName);
    const held = letterStateItem({ letter: { ...stored(schiff), state: "held" }, ...gone });
    expect(held).toMatchObject({ word: "Held", handOver: null });
  });

  test("as a list: what needs the writer first, one form for each act", () => {
    const items = inOrderOfNeed([status(friedman, { doneAt: at }), status(state, mailed), status(schiff)]);
    const html = renderToStaticMarkup(<LetterStates locale="en" items={items} action="/c/detained/hand-over" />);
    expect(html.indexOf("Adam B. Schiff")).toBeLessThan(html.indexOf("The Secretary of State"));
    expect(html.indexOf("The Secretary of State")).toBeLessThan(html.indexOf("Laura Friedman"));
    expect(html.match(/action="\/c\/detained\/hand-over"/g)).toHaveLength(2);
    expect(html).toContain('name="letterId" value="S001150"');
    expect(html).toContain('rel="external noreferrer"');
    expect(html).toMatch(/<textarea[^>]*readOnly=""/i);
  });
});

test("the page behind the mailed link shows every text, open", () => {
  const items = [
    {
      id: "1",
      name: "A",
      office: "B",
      channel: "email" as const,
      text: "Dear A,\n\nText <b>.\n\nSincerely,\nMe",
      lang: "en",
    },
  ];
  const html = renderToStaticMarkup(<LetterFolds items={items} locale="en" />);
  expect(html).toMatch(/<details class="fold" open=""/);
  expect(html).toContain("Text &lt;b&gt;.");
  expect(html).toContain("Leaves by e-mail");
});

describe("a letter as a mail", () => {
  test("is the letter itself; answers go to its writer", async () => {
    const mail = await renderLetterMail(letterMailExample);
    expect(mail).toMatchObject({
      to: "secretary@state.example",
      replyTo: "sample.supporter@example.org",
      subject: letterMailExample.letter.subject,
    });
    expect(mail.text.startsWith(`${letterMailExample.letter.text}\n`)).toBe(true);
    expect(mail.text).toContain("Sample Supporter approved this letter on a page of Sample Organization");
    expect(mail).toEqual(await renderLetterMail(letterMailExample));
  });

  test("fault 31: escapes what a person wrote; fault 38: the longest one stays below 102 kB", async () => {
    const letter = { subject: "s", text: `<script>alert(1)</script>\n\n${"ա".repeat(20_000)}\n\n${"x".repeat(4_000)}` };
    const { html } = await renderLetterMail({ ...letterMailExample, letter });
    expect(html).toContain("&lt;script&gt;");
    expect(html).not.toContain("<script>");
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
  });
});
