import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Story } from "#app/features/campaigns/campaign-card.tsx";
import { CampaignPage } from "#app/features/campaigns/campaign-page.tsx";
import type { PublicCampaign } from "#app/features/campaigns/public-campaign.ts";
import { HomePage } from "#app/features/campaigns/home-page.tsx";

const now = new Date("2026-11-24T12:00:00Z");
const campaign: PublicCampaign = {
  slug: "sample",
  kind: "petition",
  timeZone: "America/New_York",
  goal: 5000,
  hasLetters: true,
  locale: "en",
  title: "A sample",
  summary: "What it is about.",
  audience: "Congress",
  measure: null,
  askIntro: "We ask:",
  reportedIn: "November 2023",
  abroad: "From abroad you write to one office.",
  points: [{ text: "A point.", sourcePosition: 1 }],
  sources: [{ position: 1, title: "a title.", publisher: "A paper", publishedOn: "2023-11-15", url: null }],
  outcome: null,
  outcomeNote: null,
  changedAt: null,
  steps: [{ status: "now", title: "Here", detail: "we are" }],
  state: "open",
  opensAt: new Date("2026-11-09T12:00:00Z"),
  endsAt: new Date("2026-12-16T05:00:00Z"),
  asks: ["That it be done."],
  story: "<p>Why.</p>",
  minutes: 3,
  targets: [{ name: "Your representative", can: "Can act.", via: "my-representative" }],
  needsPostalCode: true,
  severalLetters: true,
  confirmed: 0,
  countedAt: now,
  places: { listed: [], rest: null },
};

const page = (changes: Partial<PublicCampaign> = {}, source: string | null = null, principal: string | null = null) =>
  renderToStaticMarkup(
    <CampaignPage
      locale="en"
      campaign={{ ...campaign, ...changes }}
      organization={{ name: "Sample Organization", principal }}
      share={{
        url: "http://127.0.0.1:3000/c/sample?s=letter-12",
        title: "A sample",
        summary: "What it says.",
        hasLetters: changes.hasLetters ?? true,
        reachesOthers: changes.needsPostalCode ?? true,
      }}
      countPath="/c/sample/count.json"
      source={source}
    />,
  );

describe("the campaign's page", () => {
  it("says that nobody has signed yet, and until when one can", () => {
    const html = page();
    expect(html).toContain('<b data-count="true">Be the first</b>');
    expect(html).toContain('<rect width="0%" height="100%"></rect>');
    expect(html).toContain("Closes 15 December 2026");
    expect(html).not.toContain("<dl");
  });

  it("names a source by what is known of it", () => {
    expect(page()).toContain("A paper: a title.");
    const [source] = campaign.sources;
    if (!source) throw new Error("no source");
    expect(page({ sources: [{ ...source, publisher: "" }] })).toMatch(/<li id="s1" value="1">a title\./);
    expect(page({ sources: [{ ...source, title: "" }] })).toMatch(/<li id="s1" value="1">A paper /);
  });

  it("says on whose behalf, where there is somebody", () => {
    expect(page()).not.toContain("on behalf of");
    expect(page({}, null, "A sample principal")).toContain("By Sample Organization, on behalf of A sample principal");
  });

  it("says how many, with the bar, for one and for more than the goal", () => {
    expect(page({ confirmed: 1 })).toMatch(/>1<\/b> <span[^>]*>person has signed and confirmed/);
    const html = page({ confirmed: 12_418 });
    expect(html).toMatch(/>12,418<\/b> <span[^>]*>people have signed and confirmed/);
    expect(html).toContain('<rect width="100%"');
    expect(page({ confirmed: 4140 })).toContain('<rect width="82.8%"');
  });

  it("tells small places only together", () => {
    const listed = [{ stateDivisionId: "ocd-division/country:us/state:ca", n: 1200 }];
    const html = page({ confirmed: 1205, places: { listed, rest: "<10" } });
    expect(html).toMatch(/<dt><bdi>California<\/bdi><\/dt><dd class="num">1,200<\/dd>/);
    expect(html).toContain('<dd class="num">&lt;10</dd>');
  });

  it("posts the ZIP code to /start and keeps the source", () => {
    expect(page()).toContain('action="/c/sample/start" method="post"');
    expect(page({}, "radio")).toContain('action="/c/sample/start?s=radio"');
    expect(page({ needsPostalCode: false })).not.toContain("postalCode");
  });

  it("promises no letter where one only signs", () => {
    const html = page({ hasLetters: false, kind: "letter", severalLetters: false, needsPostalCode: false });
    expect(html).toContain('<h2 id="act">Sign this letter</h2>');
    expect(html).not.toMatch(/Start my letter|own words|write to whom|every letter|another district/);
  });

  it("says how many letters there are to write", () => {
    expect(page()).toContain("Start my letters<");
    expect(page({ severalLetters: false, needsPostalCode: false })).toContain("Start my letter<");
  });

  it("stays after closing, with a button that says since when", () => {
    const html = page({ state: "closed", confirmed: 7 });
    expect(html).not.toContain("<form");
    expect(html.match(/<button[^>]*aria-disabled="true"[^>]*>Closed on 15 December 2026<\/button>/g)).toHaveLength(2);
    expect(html).toContain("That it be done.");
  });

  it("says how it ended before the story as well, for a narrow screen begins there", () => {
    const html = page({ state: "closed", outcome: "won", outcomeNote: "They were heard." });
    const [head = "", rest = ""] = html.split("<p>Why.</p>");
    for (const part of [head, rest]) expect(part).toContain("<strong>Won.</strong> <span>They were heard.</span>");
  });

  it("says when it opens", () => {
    expect(page({ state: "scheduled" })).toContain("Opens on 9 November 2026");
  });

  it("carries the words for the moving number, and no inline style or script", () => {
    const html = page();
    expect(html).toContain('data-live-count="/c/sample/count.json"');
    expect(html).toContain("{n} people have signed and confirmed");
    expect(html).not.toMatch(/ style=|<script| on[a-z]+="/);
    expect(html).not.toMatch(/href="\/(me|representatives)/);
  });

  it("has each id once, and each label's field", () => {
    const ids = [...page({ confirmed: 20 }).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("the home page", () => {
  const card = { ...campaign, confirmed: 0 };
  const home = (open: (typeof card)[], closed: (typeof card)[] = []) =>
    renderToStaticMarkup(<HomePage locale="en" open={open} closed={closed} now={now} />);

  it("leads with one campaign and lists the others", () => {
    const html = home([card, { ...card, slug: "other", confirmed: 3 }]);
    expect(html).toContain("2 open");
    expect(html).toContain("Closes 15 December 2026, in 21 days");
    expect(html).toContain('<ul class="stories" role="list"><li class="story">');
    expect(html).toContain("3 of 5,000 signed");
    expect(html).not.toContain("Closed campaigns");
  });

  it("says that none is open, and shows those that are over", () => {
    const html = home([], [{ ...card, state: "closed" }]);
    expect(html).toContain("No campaign is open");
    expect(html).toContain("Closed on 15 December 2026");
  });

  it("counts without a goal", () => {
    expect(renderToStaticMarkup(<Story locale="en" campaign={{ ...card, goal: null, confirmed: 2 }} />)).toContain(
      "2 signed",
    );
  });
});
