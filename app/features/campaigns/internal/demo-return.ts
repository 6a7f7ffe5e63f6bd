import type { Demo } from "#app/features/campaigns/internal/demo.ts";
import { demoBase, sourcesOf } from "#app/features/campaigns/internal/demo.ts";

const story = `A home can be lost in a few weeks. As reported in November 2023, that is how long it took until the Armenians of Nagorno-Karabakh were gone, and until the world’s attention was gone as well.[^1] Aid groups feared that the refugees would meet the winter without enough help.[^1]

!!! Over 100,000
Armenians left Nagorno-Karabakh, as reported in November 2023.[^1]

Azerbaijan has made promises for the rights and freedoms of Armenian residents. The Congress of Local and Regional Authorities of the Council of Europe took note of them in a declaration, in which it also condemned the military operation, deplored its humanitarian consequences, and called for the release of all detained representatives of Karabakh.[^2]

## A promise to people who are not there

What such promises are worth shows on the ground. The newsletter reports that the Armenian passports of those who remained were confiscated.[^3] CHW says that Azerbaijan destroyed the Armenian church of St. Sargis; new construction at its site, the newsletter adds, raises doubts about respect for a ruling of the International Court of Justice.[^4] At a conference in the European Parliament on the rights of Artsakh Armenians, a former Chief Prosecutor of the International Criminal Court called the blockade of the Lachin corridor a form of genocide.[^5]

## Why Europe

One commentator argued in that month that Armenians deserve the right to return, and that mediators in the West have leverage which they do not use.[^6] The European Parliament can say what relations with Azerbaijan should depend on. The Congress can ask what became of the promises that it wrote down.`;

/** Demonstration: a petition on the right of return, to two European assemblies. */
export const rightOfReturn: Demo = {
  campaign: {
    ...demoBase,
    matter: { slug: "right-of-return", title: "The right of return to Nagorno-Karabakh" },
    slug: "return",
    kind: "petition",
    timeZone: "Europe/Brussels",
    goal: 5_000,
    title: "Let the Armenians of Karabakh go home",
    summary:
      "Over 100,000 people left within weeks, as reported in November 2023. Ask the European Parliament and the Council of Europe’s Congress to stand by their right to return.",
    audience: "European Parliament, Council of Europe",
    story,
    askIntro: "We ask both assemblies to take up the right of return, each by the means it has.",
    abroad:
      "You can sign from any country, and both letters go out wherever you live. They say which country you write from.",
    asks: [
      {
        text: "Both assemblies declare that the Armenians who had to leave Nagorno-Karabakh have a right to return, in safety and with their rights secured.",
        short: "Declare the right to return",
      },
      {
        text: "Europe uses the leverage it has with Azerbaijan to make return possible.",
        short: "Use Europe’s leverage",
      },
      {
        text: "Azerbaijan’s promises for the rights and freedoms of Armenian residents are held up to what is done, and all detained representatives of Karabakh are released.",
        short: "Hold Azerbaijan to its promises",
      },
      {
        text: "Churches and monuments that were left behind are safeguarded until their communities are back.",
        short: "Safeguard what was left behind",
      },
    ],
    points: [
      {
        text: "The Congress of Local and Regional Authorities has condemned the military operation and acknowledged Azerbaijan’s promises: it has reason to ask what became of them.",
        sourcePosition: 2,
      },
      {
        text: "A conference held in the European Parliament dealt with the rights of Artsakh Armenians: the subject is not new to the house.",
        sourcePosition: 5,
      },
      {
        text: "Aid groups were concerned that little attention would mean little help in winter.",
        sourcePosition: 1,
      },
    ],
    sources: sourcesOf([
      "“Winter Looms for Nagorno-Karabakh’s (Already Forgotten) Refugees”, an article.",
      "declaration of the Congress of Local and Regional Authorities of the Council of Europe on the humanitarian situation in Karabakh.",
      "report on the confiscation of Armenian passports.",
      "report on the church of St. Sargis, after CHW.",
      "report on the conference “The Rights of Artsakh Armenians and the European Union” in the European Parliament.",
      "“Armenians Deserve the Right to Return to Nagorno-Karabakh”, an opinion.",
    ]),
    steps: [
      { status: "done", title: "Declaration", detail: "Council of Europe’s Congress, reported November 2023" },
      { status: "done", title: "Conference", detail: "In the European Parliament, reported November 2023" },
      { status: "now", title: "Petition", detail: "Yours, to both" },
      { status: "next", title: "Their answer", detail: "None yet" },
    ],
    targets: [
      {
        rule: { kind: "offices", officeIds: ["eu/parliament"] },
        name: "The European Parliament",
        can: "Is asked to adopt a resolution on the right of return and on what relations with Azerbaijan should depend on.",
      },
      {
        rule: { kind: "offices", officeIds: ["coe/congress"] },
        name: "The Congress of Local and Regional Authorities of the Council of Europe",
        can: "Is asked to follow up its own declaration.",
      },
    ],
  },
  letters: {
    common: `As reported in November 2023, more than 100,000 Armenians left Nagorno-Karabakh within weeks of Azerbaijan’s military operation. Azerbaijan has made promises for the rights and freedoms of Armenian residents. A promise of this kind means little to people who cannot come back to hear it kept.

The same reports speak of confiscated Armenian passports, of a destroyed church, and of representatives of Karabakh in detention. Those who left need more than sympathy: they need a way home in safety, and somebody who watches that what they left behind is still there.

I sign this petition for their right to return.`,
    variants: [
      {
        audience: "parliament",
        act: "adopt-resolution",
        subject: "Petition: the right of return to Nagorno-Karabakh",
        summary: "Adopt a resolution on the right of return, and use Europe’s leverage",
        text: "I ask the European Parliament to adopt a resolution that affirms this right, and to ask that closer relations with Azerbaijan depend on whether return is possible.",
      },
      {
        audience: "regional-congress",
        act: "debate",
        subject: "Petition: what became of the promises to the Armenians of Karabakh",
        summary: "Follow up the declaration, and affirm the right of return",
        text: "I ask the Congress to follow up its declaration: to find out and to say in public what became of the promises that it acknowledged, to keep calling for the release of the detained representatives, and to affirm the right of return.",
      },
    ],
  },
};
