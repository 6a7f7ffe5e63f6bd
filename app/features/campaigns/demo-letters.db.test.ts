import { beforeAll, describe, expect, it } from "vitest";
import type { By } from "#app/lib/by.ts";
import { loadDirectory } from "#app/features/directory/load-directory.server.ts";
import { officesByIds } from "#app/features/directory/recipients-of.server.ts";
import type { Recipient } from "#app/features/directory/official.ts";
import { variantFor } from "#app/features/letters/audience.ts";
import { composeLetter } from "#app/features/letters/compose-letter.ts";
import type { ComposedLetter, Writer } from "#app/features/letters/compose-letter.ts";
import type { Demo } from "#app/features/campaigns/internal/demo.ts";
import { bp } from "#app/features/campaigns/internal/demo-bp.ts";
import { demos } from "#app/features/campaigns/load-demo.server.ts";
import { recipientsFor } from "#app/features/campaigns/recipients-for.server.ts";

const by: By = { actor: "visitor", now: new Date("2026-11-24T12:00:00Z") };

type Place = Pick<Writer, "country" | "postalCode" | "locality" | "region" | "houseDivisionId" | "stateDivisionId">;
const state = (code: string) => `ocd-division/country:us/${code}`;
const places: Record<string, Place> = {
  "a member and two senators": {
    country: "US",
    postalCode: "91205",
    locality: "Glendale",
    region: "CA",
    houseDivisionId: state("state:ca/cd:30"),
    stateDivisionId: state("state:ca"),
  },
  "a delegate": {
    country: "US",
    postalCode: "20001",
    locality: "Washington",
    region: "DC",
    houseDivisionId: state("district:dc"),
    stateDivisionId: state("district:dc"),
  },
  "the resident commissioner": {
    country: "US",
    postalCode: "00901",
    locality: "San Juan",
    region: "PR",
    houseDivisionId: state("territory:pr"),
    stateDivisionId: state("territory:pr"),
  },
  "nobody, from abroad": {
    country: "AM",
    postalCode: "0010",
    locality: "Yerevan",
    region: "",
    houseDivisionId: null,
    stateDivisionId: null,
  },
};

type Sent = { recipient: Recipient; letter: ComposedLetter };

function write({ letters }: Demo, recipient: Recipient, place: Place): Sent {
  const variant = variantFor(letters.variants, recipient);
  if (!variant) throw new Error(`no words for ${recipient.officeId}`);
  const letter = composeLetter({
    template: { ...variant, id: "t" },
    body: letters.common,
    writer: { givenName: "Sample", familyName: "Supporter", email: "", streetAddress: "100 Sample Street", ...place },
    recipient,
    locale: "en",
    directoryAsOf: null,
    measureId: null,
    now: by.now,
  });
  return { recipient, letter };
}

async function lettersFrom(demo: Demo, place: Place): Promise<Sent[]> {
  const { country, postalCode } = place;
  const { recipients } = await recipientsFor(by, demo.campaign, { country, postalCode });
  return recipients.map((recipient) => write(demo, recipient, place));
}

/** Whether a letter can be read by a stranger as it stands: one greeting, no sentence twice, no gap, not too long. */
function expectReadable({ letter }: Sent): void {
  const [greeting, ...paragraphs] = letter.text.split("\n\n");
  expect(greeting).toMatch(/^Dear .+,$/);
  expect(letter.text).not.toMatch(/\{|undefined|null| {2}|\s[,.]|\.\./);
  expect(letter.text.length).toBeLessThanOrEqual(1_800);
  expect(letter.subject.length).toBeLessThanOrEqual(80);
  const sentences = paragraphs.slice(0, -1).flatMap((paragraph) => paragraph.split(/(?<=[.?]) (?=[A-Z])/));
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z“].*[.?]$/);
}

beforeAll(() => loadDirectory(by));

const written = demos.filter(({ campaign }) => campaign.hasLetters);
const bySlug = written.map((demo): [string, Demo] => [demo.campaign.slug, demo]);

describe.each(bySlug)("the letters of %s", (_slug, demo) => {
  it.each(Object.entries(places))("read well to %s", async (_whom, place) => {
    const sent = await lettersFrom(demo, place);
    expect(sent.length).toBeGreaterThan(0);
    for (const one of sent) expectReadable(one);
  });

  it("greet each reader by what it is", async () => {
    const honorific: Partial<Record<Recipient["kind"], RegExp>> = {
      "house-seat": /^Dear Representative /,
      "house-delegate-seat": /^Dear (?:Delegate|Resident Commissioner) /,
      "senate-seat": /^Dear Senator /,
      executive: /^Dear Secretary of (?:State|the Treasury),/,
    };
    for (const place of Object.values(places)) {
      for (const { recipient, letter } of await lettersFrom(demo, place)) {
        expect(letter.begins).toMatch(honorific[recipient.kind] ?? /^Dear President of /);
      }
    }
  });

  it("claim nothing from abroad that is not so", async () => {
    const sent = await lettersFrom(demo, places["nobody, from abroad"]);
    for (const { recipient, letter } of sent) {
      expect(letter.begins).toContain("I write from Armenia.");
      expect(letter.text).not.toMatch(/constituent|my (?:senator|representative|government|country)|\bour\b|taxpayer/i);
      expect(letter.channel).toBe("email");
      for (const { value } of recipient.contacts) expect(value).toMatch(/\.example$/);
    }
  });

  it("ask two offices of one kind for different things", async () => {
    for (const place of Object.values(places)) {
      const asks = (await lettersFrom(demo, place))
        .filter(({ recipient }) => recipient.chamber === null)
        .map(({ letter }) => letter.askShort);
      expect(new Set(asks).size).toBe(asks.length);
    }
  });
});

describe("the letter to a company", () => {
  it("goes to nobody as a letter of one’s own: the company is not told what one writes", async () => {
    for (const place of Object.values(places)) expect(await lettersFrom(bp, place)).toEqual([]);
  });

  it("would read well if it did", async () => {
    const [company] = await officesByIds(by, ["company/bp"]);
    const sent = write(bp, { ...company, disclosure: "letter" }, places["nobody, from abroad"]);
    expect(sent.letter.begins).toMatch(/^Dear chief executive, I write from Armenia\./);
    expectReadable(sent);
  });
});
