import { describe, expect, it } from "vitest";
import { actsOf, variantSchema } from "#app/features/letters/audience.ts";
import type { Audience } from "#app/features/letters/audience.ts";
import type { Demo } from "#app/features/campaigns/internal/demo.ts";
import { detained } from "#app/features/campaigns/internal/demo-detained.ts";
import { rightOfReturn } from "#app/features/campaigns/internal/demo-return.ts";
import { renderStory } from "#app/features/campaigns/render-story.server.ts";
import { targetRule } from "#app/features/campaigns/target-rule.ts";

const demos: [string, Demo][] = [
  ["detained", detained],
  ["return", rightOfReturn],
];

/** Every sentence of a demonstration that somebody reads. */
function sentences({ campaign, letters }: Demo): string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === "string") found.push(value);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(walk);
  };
  walk([campaign.title, campaign.summary, campaign.audience, campaign.story, campaign.askIntro, campaign.abroad]);
  walk([campaign.asks, campaign.points.map((point) => point.text), campaign.sources.map((source) => source.title)]);
  walk([campaign.steps, campaign.targets.map(({ name, can }) => [name, can]), letters]);
  return found;
}

describe.each(demos)("the demonstration %s", (slug, demo) => {
  const text = sentences(demo)
    .join("\n")
    .replace(/\[\^\d+\]/g, "");

  it("is marked as one, and keeps to what was reported in November 2023", () => {
    expect(demo.campaign).toMatchObject({ slug, isDemo: true, reportedIn: "November 2023", locale: "en" });
    expect(demo.campaign.story).toContain("as reported in November 2023");
    expect(demo.letters.common).toContain("As reported in November 2023");
  });

  it("has no number that the newsletter does not have", () => {
    // 118: the congress in which the resolution lapsed, of its own source.
    const known = ["15", "68", "10", "2020", "2023", "118", "907", "100,000"];
    for (const number of text.match(/\d+(?:,\d{3})*/g) ?? []) expect(known).toContain(number);
  });

  it("names no prisoner and no holder of an office, and gives no address", () => {
    expect(text).not.toMatch(/Khacha?trian|Vagif|Ibadoghlu|Tepnants|Ayvazyan|Schiff|Blinken|Johnson|O.Brien|Aliyev/i);
    expect(text).not.toMatch(/@|https?:|www\./);
  });

  it("gives a source of the page for each point and each mark in the story", () => {
    const positions = demo.campaign.sources.map((source) => source.position);
    expect(positions).toEqual(positions.map((_, index) => index + 1));
    for (const point of demo.campaign.points) expect(positions).toContain(point.sourcePosition);
    const html = renderStory(demo.campaign.story, { source: (n) => `Source ${n}` });
    const marks = [...html.matchAll(/href="#s(\d+)"/g)].map(([, n]) => Number(n));
    expect(marks.length).toBeGreaterThan(4);
    for (const mark of marks) expect(positions).toContain(mark);
    expect(html).toContain('<div class="fact">');
  });

  // Fault 59
  it("asks of each kind of reader what it can do", () => {
    for (const variant of demo.letters.variants) {
      expect(variantSchema.parse(variant)).toEqual(variant);
      expect(actsOf[variant.audience as Audience]).toContain(variant.act);
    }
  });

  it("has words for each audience of its targets", () => {
    const audiences = demo.letters.variants.map((variant) => variant.audience);
    const needed: Record<string, Audience[]> = {
      "my-representative": ["house", "house-delegate"],
      "my-senators": ["senate"],
      "us/exec/state": ["executive"],
      "eu/parliament": ["parliament"],
      "coe/congress": ["regional-congress"],
    };
    for (const { rule } of demo.campaign.targets) {
      targetRule.parse(rule);
      for (const key of rule.kind === "offices" ? rule.officeIds : [rule.kind]) {
        expect(audiences).toEqual(expect.arrayContaining(needed[key] ?? ["none"]));
      }
    }
  });
});

// Fault 59
describe("the chambers in the letters on the detained", () => {
  const textFor = (audience: string) => {
    const variant = detained.letters.variants.find((one) => one.audience === audience);
    return `${variant?.subject} ${variant?.summary} ${variant?.text}`;
  };

  it("asks a senator for no cosponsorship and nothing of the House", () => {
    expect(textFor("senate")).not.toMatch(/cosponsor|House/);
  });

  it("asks a delegate for no vote", () => {
    expect(textFor("house-delegate")).not.toMatch(/\bvote|floor/);
    expect(textFor("house")).toMatch(/vote/);
  });

  it("refuses a pair that makes no sense", () => {
    const wrong = { audience: "senate", act: "cosponsor-house-measure", subject: "x", summary: "x", text: "x" };
    expect(variantSchema.safeParse(wrong).success).toBe(false);
  });
});
