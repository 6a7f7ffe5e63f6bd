import type { Demo } from "#app/features/campaigns/internal/demo.ts";
import { demoBase, sourcesOf } from "#app/features/campaigns/internal/demo.ts";

const story = `Governments that disagree still meet. Whether prisoners are spoken of when they do is decided beforehand, by those who go. For the United States the Secretary of State can decide it, without a vote of anybody.

The Secretary has been asked. The Center for Truth and Justice, as reported in November 2023, turned to the Secretary and to Congress with what it presents as evidence of breaches of international law by Azerbaijan: violations of the rights of detained Armenians and of prisoners of war in its custody. It urged decisive action, for the safety of those unlawfully detained and for their immediate release.[^1]

!!! Since 2020
the Center has been documenting violations of human rights and war crimes against Armenians, the newsletter says. It collects the testimonies of victims at first hand.[^1]

The Lemkin Institute for Genocide Prevention spoke in the same month about the imprisonment of Armenian political prisoners. It urged Azerbaijan to abide by its obligations under international law, and condemned the indifference of the international community.[^2] The newsletter that reports this also reports a judgment: a military court in Baku sentenced a man from Nagorno-Karabakh to 15 years in prison, after what the newsletter calls a sham trial.[^3]

## What a silent record says

A commentator looked at another case of that year, a scholar in detention in Azerbaijan. The Secretary of State had spoken with Azerbaijan’s President and its Foreign Minister repeatedly, and an acting Assistant Secretary had visited Baku. The published accounts gave no indication, the commentator wrote, that the case was raised or a visit to the prisoner sought. The commentator’s guess at the reason: both may have thought that it would stand in the way of a diplomatic solution.[^4]

Peace and prisoners are not a choice, though. People who are held are part of what a peace has to settle.

## What your letter can change

It asks for something that can be checked. Either the account of a meeting says that the prisoners were raised, or it does not.`;

/** Demonstration: a letter to one office, on what it says when it meets Azerbaijan. */
export const prisoners: Demo = {
  campaign: {
    ...demoBase,
    matter: { slug: "prisoners-in-diplomacy", title: "Armenian prisoners in talks with Azerbaijan" },
    slug: "prisoners",
    kind: "letter",
    timeZone: "America/New_York",
    goal: 10_000,
    title: "Ask for the prisoners in every meeting",
    summary:
      "In November 2023 the Secretary of State was given evidence on Armenians held in Azerbaijan. Ask that every meeting speak of them, and that the record say so.",
    audience: "US Secretary of State",
    story,
    askIntro: "We ask the Secretary of State. None of it needs a new law.",
    abroad:
      "You can sign from any country: your letter goes to the Secretary of State wherever you live, and says which country you write from.",
    asks: [
      {
        text: "The Secretary raises the Armenian prisoners in every meeting with the government of Azerbaijan, and the Department’s account of the meeting says so.",
        short: "Raise the prisoners in every meeting",
      },
      {
        text: "The Department demands that they be released at once, and kept safe until they are.",
        short: "Immediate release, safety until then",
      },
      {
        text: "US diplomats ask to visit those who are held.",
        short: "Visits by diplomats",
      },
      {
        text: "The Department examines the evidence that the Center for Truth and Justice presented, and answers it in public.",
        short: "A public answer to the evidence",
      },
    ],
    points: [
      {
        text: "The Center for Truth and Justice asks for two things together: that the detained be safe, and that they be released.",
        sourcePosition: 1,
      },
      {
        text: "The Lemkin Institute for Genocide Prevention reminded Azerbaijan of its obligations under international law. The Department can do so, too, and be heard.",
        sourcePosition: 2,
      },
      {
        text: "The Congress of Local and Regional Authorities of the Council of Europe called on Azerbaijan to release all detained representatives of Karabakh: the demand is not America’s alone.",
        sourcePosition: 5,
      },
    ],
    sources: sourcesOf([
      "the Center for Truth and Justice to the Secretary of State and Congress on detained Armenians.",
      "the Lemkin Institute for Genocide Prevention on the imprisonment of Armenian political prisoners.",
      "report on the judgment of a military court in Baku.",
      "“Ignoring Dissidents Dooms Diplomacy”, an opinion.",
      "declaration of the Congress of Local and Regional Authorities of the Council of Europe.",
    ]),
    steps: [
      { status: "done", title: "Evidence", detail: "Presented to the Secretary, reported November 2023" },
      { status: "now", title: "Your letter", detail: "To the Secretary of State" },
      { status: "next", title: "On the record", detail: "In the hands of the Department" },
      { status: "next", title: "Release", detail: "In the hands of Azerbaijan" },
    ],
    targets: [
      {
        rule: { kind: "offices", officeIds: ["us/exec/state"] },
        name: "The Secretary of State",
        can: "Is asked to raise the prisoners, to seek visits, and to answer the evidence. The Secretary cannot free anybody; Azerbaijan can.",
      },
    ],
  },
  letters: {
    common: `As reported in November 2023, the Center for Truth and Justice presented to your office and to Congress what it describes as evidence of breaches of international law by Azerbaijan: violations of the rights of detained Armenians and of prisoners of war in its custody. It asked for decisive action, for the safety of those unlawfully detained and for their immediate release. In the same month the Lemkin Institute for Genocide Prevention urged Azerbaijan to abide by its obligations and to let every Armenian under its jurisdiction go home safely.

Meetings with Azerbaijan are where such demands can be made. I do not ask you to choose between prisoners and a peace: people who are held are part of what a peace has to settle. But a meeting whose public account is silent about them lets their jailers think that nobody asked.`,
    variants: [
      {
        audience: "executive",
        act: "raise-with-government",
        subject: "Armenian prisoners in Azerbaijan: please raise them in every meeting",
        summary: "Raise the prisoners in every meeting, seek visits, answer the evidence",
        text: "I ask you to raise the Armenian prisoners in every meeting with the government of Azerbaijan, to demand their release, and to let the Department’s account of the meeting say so. Until they are free, please have US diplomats ask to visit them. And please tell the public what the Department has made of the evidence it was given.",
      },
    ],
  },
};
