import { describe, expect, it } from "vitest";
import { actsOf, variantSchema } from "#app/features/letters/audience.ts";
import type { Audience } from "#app/features/letters/audience.ts";
import type { Demo } from "#app/features/campaigns/internal/demo.ts";
import { bp } from "#app/features/campaigns/internal/demo-bp.ts";
import { detained } from "#app/features/campaigns/internal/demo-detained.ts";
import { section907 } from "#app/features/campaigns/internal/demo-section-907.ts";
import { demos } from "#app/features/campaigns/load-demo.server.ts";
import { renderStory } from "#app/features/campaigns/render-story.server.ts";
import { targetRule } from "#app/features/campaigns/target-rule.ts";

const bySlug = demos.map((demo): [string, Demo] => [demo.campaign.slug, demo]);

/** Every number of the newsletter, as it stands there. */
const ofNewsletter = "200 14 126 68 15 907 10 2020 2022 2023 2024 24 31 1 1915 1.5 100,000".split(" ");
/** Numbers that have a source of their own on the page: the congress of the resolution, the two public laws. */
const ofOtherSources: Record<string, string[]> = {
  detained: ["118"],
  sanctions: ["118"],
  "section-907": ["118", "102-511", "107-115"],
};

/** The numbers of a text that neither the newsletter nor another source of the demonstration has. */
function foreignNumbers(slug: string, text: string): string[] {
  const known = [...ofNewsletter, ...(ofOtherSources[slug] ?? [])];
  return (text.match(/\d+(?:[.,-]\d+)*/g) ?? []).filter((number) => !known.includes(number));
}

/** Family names of everybody whom the newsletter names: prisoners, holders of offices, speakers, authors, refugees. */
const namedInNewsletter =
  /\b(Khacha?trian|Vagif|O.Brien|Sokolowski|Schiff|Blinken|Aram|Johnson|Kibben|Ocampo|Massimino|Kerkonian|Ramaswamy|Morgan|Afeyan|Amanpour|Lusine|Lilit|Tufankjian|Minasyan|Papikyan|Rubin|Ibadoghlu|Gubad|Biden|Aliyev|Bayramov|Kim|Pechdimaldji|Grigoryan|Ambrose|Flitter|Chopra|Neal|Little|Repetowicz|Bulut|Kaishian|Tepnants|Avedissian|Maghakyan|Pickman|Ayvazyan|Dietzen)\b/;

/** Every sentence of a demonstration that somebody reads. */
function textOf({ campaign, letters }: Demo): string {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === "string") found.push(value);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(walk);
  };
  walk([campaign.title, campaign.summary, campaign.audience, campaign.story, campaign.askIntro, campaign.abroad]);
  walk([campaign.asks, campaign.points.map((point) => point.text), campaign.matter.title]);
  walk(campaign.sources.map(({ publisher, title }) => [publisher, title]));
  walk([campaign.steps, campaign.targets.map(({ name, can }) => [name, can])]);
  walk([letters.common, letters.variants.map(({ subject, summary, text }) => [subject, summary, text])]);
  return found.join("\n").replace(/\[\^\d+\]/g, "");
}

describe("the demonstrations", () => {
  it("are six, of every kind, each a matter of its own", () => {
    expect(bySlug.map(([slug]) => slug)).toEqual(["detained", "section-907", "prisoners", "sanctions", "return", "bp"]);
    expect(new Set(demos.map(({ campaign }) => campaign.kind))).toEqual(
      new Set(["resolution", "letter", "sanctions", "petition"]),
    );
    for (const key of ["slug", "title"] as const) {
      expect(new Set(demos.map(({ campaign }) => campaign.matter[key])).size).toBe(6);
    }
  });

  it("would not pass with a number, a name or an address from elsewhere", () => {
    expect(foreignNumbers("bp", "It paid 35 billion dollars since 2020, 23 in prison, 120,000 people.")).toEqual([
      "35",
      "23",
      "120,000",
    ]);
    expect(foreignNumbers("bp", "Public Law 107-115 and the 118th Congress")).toEqual(["107-115", "118"]);
    expect("to Secretary Blinken").toMatch(namedInNewsletter);
  });
});

describe.each(bySlug)("the demonstration %s", (slug, demo) => {
  const text = textOf(demo);

  it("is marked as one, and keeps to what was reported in November 2023", () => {
    expect(demo.campaign).toMatchObject({ isDemo: true, reportedIn: "November 2023", locale: "en" });
    expect(demo.campaign.story).toContain("as reported in November 2023");
    expect(demo.letters.common).toContain("As reported in November 2023");
  });

  it("has no number that the newsletter or a source of the page does not have", () => {
    expect(foreignNumbers(slug, text)).toEqual([]);
    const sources = demo.campaign.sources.map((source) => source.title).join("\n");
    for (const number of ofOtherSources[slug] ?? []) expect(sources).toContain(number);
  });

  it("names nobody, and gives no address", () => {
    expect(text).not.toMatch(namedInNewsletter);
    expect(text).not.toMatch(/@|https?:|www\.| {2}|\.\.| [,.;:]/);
  });

  it("says that a bill of that time lapsed, with no number of its own", () => {
    expect(text).not.toMatch(/\b(?:H|S)\.? ?(?:Con\.? ?)?(?:J\.? ?)?Res\b|\bH\.?R\.? ?\d/);
    if (/resolution introduced|House resolution/i.test(demo.campaign.story)) {
      expect(demo.campaign.story).toContain("118th Congress ended without adopting it");
      expect(demo.letters.common).toContain("118th Congress ended without adopting it");
    }
  });

  it("fits the home page", () => {
    expect(demo.campaign.title.length).toBeLessThanOrEqual(60);
    expect(demo.campaign.summary.length).toBeLessThanOrEqual(170);
  });

  it("gives a source of the page for each point and each mark in the story", () => {
    const positions = demo.campaign.sources.map((source) => source.position);
    expect(positions).toEqual(positions.map((_, index) => index + 1));
    for (const point of demo.campaign.points) expect(positions).toContain(point.sourcePosition);
    const html = renderStory(demo.campaign.story, { source: (n) => `Source ${n}` });
    const marks = [...html.matchAll(/href="#s(\d+)"/g)].map(([, n]) => Number(n));
    expect(marks.length).toBeGreaterThan(3);
    for (const mark of marks) expect(positions).toContain(mark);
    const used = [...marks, ...demo.campaign.points.map((point) => point.sourcePosition)];
    expect(positions.filter((position) => !used.includes(position))).toEqual([]);
    expect(html).toContain('<div class="fact">');
  });

  // Fault 59
  it("asks of each kind of reader what it can do", () => {
    for (const variant of demo.letters.variants) {
      expect(variantSchema.parse(variant)).toEqual(variant);
      const acts: readonly string[] = variant.audience.startsWith("office:")
        ? actsOf.executive
        : actsOf[variant.audience as Audience];
      expect(acts).toContain(variant.act);
    }
  });

  it("has words for each audience of its targets", () => {
    const audiences = demo.letters.variants.map((variant) => variant.audience);
    const needed: Record<string, Audience[]> = {
      "my-representative": ["house", "house-delegate"],
      "my-senators": ["senate"],
      "us/exec/state": ["executive"],
      "us/exec/treasury": ["executive"],
      "eu/parliament": ["parliament"],
      "coe/congress": ["regional-congress"],
      "company/bp": ["company"],
    };
    for (const { rule } of demo.campaign.targets) {
      targetRule.parse(rule);
      for (const key of rule.kind === "offices" ? rule.officeIds : [rule.kind]) {
        if (audiences.includes(`office:${key}`)) continue;
        expect(audiences).toEqual(expect.arrayContaining(needed[key] ?? ["none"]));
      }
    }
  });
});

// Fault 59
describe("the chambers", () => {
  const textFor = (demo: Demo, audience: string) => {
    const variant = demo.letters.variants.find((one) => one.audience === audience);
    return `${variant?.subject} ${variant?.summary} ${variant?.text}`;
  };

  it("asks a senator for no cosponsorship and nothing of the House", () => {
    for (const demo of [detained, section907]) expect(textFor(demo, "senate")).not.toMatch(/cosponsor|House/);
  });

  it("asks a delegate for no vote", () => {
    for (const demo of [detained, section907]) expect(textFor(demo, "house-delegate")).not.toMatch(/\bvote|floor/);
    expect(textFor(detained, "house")).toMatch(/vote/);
  });

  it("asks no member of Congress to apply or to waive a statute", () => {
    for (const audience of ["house", "house-delegate", "senate"]) {
      expect(textFor(section907, audience)).not.toMatch(/ask you to (?:apply|waive|implement)|to apply Section/);
    }
  });

  it("refuses a pair that makes no sense", () => {
    const wrong = { audience: "senate", act: "cosponsor-house-measure", subject: "x", summary: "x", text: "x" };
    expect(variantSchema.safeParse(wrong).success).toBe(false);
  });
});

describe("the letter to a company", () => {
  it("is one that everybody reads on the page, and nobody’s own", () => {
    expect(bp.campaign.hasLetters).toBe(false);
    const shown = renderStory(bp.campaign.story, { source: String });
    for (const paragraph of [...bp.letters.common.split("\n\n"), bp.letters.variants[0].text]) {
      expect(shown).toContain(`<p>${paragraph}</p>`);
    }
  });

  it("says of the allegation wherever it stands whose it is", () => {
    const { summary, story, points } = bp.campaign;
    for (const passage of [summary, story.split("\n")[0], bp.letters.common, points[0].text]) {
      expect(passage).toMatch(/campaign group/);
    }
  });
});
