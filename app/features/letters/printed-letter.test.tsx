import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { friedman, europarl, state } from "./internal/recipients.fixture.ts";
import { LetterPage } from "./letter-page.tsx";
import { printedLetterOf } from "./printed-letter.ts";

const letter = {
  recipientName: "Laura Friedman",
  subject: "A new resolution",
  text: "Dear Representative Friedman,\n\nI live in Glendale.\nAnd more.\n\nPlease act.\n\nSincerely,\nSample Supporter\n100 Sample Street\nGlendale, California 91205",
};
const post = "1517 Longworth House Office Building, Washington, DC 20515-0530";
const reachable = {
  ...friedman,
  contacts: [{ channel: "post" as const, value: post, label: "", needs: null, captcha: null, asOf: "2026-11-20" }],
};
const printed = (recipient: typeof friedman | null = reachable, changes: Partial<typeof letter> = {}) =>
  printedLetterOf({
    letter: { ...letter, ...changes },
    recipient,
    email: "sample.supporter@example.org",
    locale: "en",
    timeZone: "America/New_York",
    now: new Date("2026-11-25T03:00:00Z"),
  });

describe("a letter on paper", () => {
  it("has its writer's address from its closing, the day where it is signed, and the office's address", () => {
    expect(printed()).toMatchObject({
      from: ["Sample Supporter", "100 Sample Street", "Glendale, California 91205"],
      day: "2026-11-24",
      date: "November 24, 2026",
      paragraphs: ["Dear Representative Friedman,", "I live in Glendale.\nAnd more.", "Please act."],
      closing: "Sincerely,",
      name: "Sample Supporter",
    });
    expect(printed().to).toEqual([
      "The Honorable Laura Friedman",
      "US House of Representatives",
      "1517 Longworth House Office Building",
      "Washington, DC 20515-0530",
    ]);
  });

  it("calls no office honorable, writes the day as its country does, and does without an address", () => {
    const abroad = printed(europarl, { recipientName: europarl.name });
    expect([abroad.to, abroad.date]).toEqual([[europarl.name], "24 November 2026"]);
    expect(printed(state, { recipientName: state.name }).to).toEqual([state.name]);
    expect(printed(null).to).toEqual(["Laura Friedman"]);
    expect(printed(friedman, { text: "Dear Office,\n\nSincerely,\nPlato" })).toMatchObject({
      from: ["Plato"],
      name: "Plato",
    });
  });

  it("is the letter alone, with an empty line to sign and one line of origin", () => {
    const html = renderToStaticMarkup(
      <LetterPage
        locale="en"
        lang="en"
        letter={printed()}
        campaign={{ title: "A sample", isDemo: true }}
        address="redress.example/c/sample"
        back="/c/sample/thanks"
      />,
    );
    expect(html).toContain('<p class="signline"></p>');
    expect(html).toContain(
      "Demonstration letter. Written by the sender for the campaign “A sample”, redress.example/c/sample.",
    );
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.replace(/<div class="wrap no-print[\s\S]*?<\/div>/, "")).not.toContain("<a ");
  });
});
