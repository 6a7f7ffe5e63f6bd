import type { Demo } from "#app/features/campaigns/internal/demo.ts";
import { demoBase, sourcesOf } from "#app/features/campaigns/internal/demo.ts";

const letter = `As reported in November 2023, a campaign group has claimed that BP’s fossil fuel projects in Azerbaijan helped to fund the military aggression against the Armenians of Karabakh, through the transfer of billions of dollars to the government of Azerbaijan since 2020.

The claim is that group’s. You can answer it better than anyone else, because you know what was paid. More than 100,000 Armenians have left Nagorno-Karabakh; they, and everyone who does business with you, have reason to ask.`;

const ask = `I ask BP to answer this claim in public, to publish what its projects in Azerbaijan have paid to the government since 2020, project by project, and to say what it will do so that its payments do not serve violations of human rights.`;

const story = `BP has fossil fuel projects in Azerbaijan. Through them, a campaign group claims, it has helped to fund the military aggression against the Armenians of Karabakh, by the transfer of billions of dollars to the government of Azerbaijan since 2020.[^1]

This is an allegation, and it is the campaign group’s. It is told here as reported in November 2023; what BP says to it is not in the report that we have. The letter asks for that answer.

!!! Over 100,000
ethnic Armenians left Nagorno-Karabakh in the course of a few weeks. Aid groups were concerned that there would be too little for their needs in winter.[^2]

## Why ask a company

A company does not decide about war and peace. It does decide what it makes public, and on which terms it works. Commentators of that month spoke of governments: one that the democratic world had abandoned an ally for fear of losing access to Azerbaijan’s oil and gas,[^3] another that whoever goes on with commercial cooperation and turns a blind eye remains complicit.[^4] What can be known about the money, a company knows first.

## The letter that you sign

To the chief executive of BP:

${letter}

${ask}`;

/** Demonstration: one open letter to a company, which learns how many signed it and never who. */
export const bp: Demo = {
  campaign: {
    ...demoBase,
    hasLetters: false,
    matter: { slug: "revenue-from-fossil-fuel", title: "What fossil fuel projects pay to Azerbaijan" },
    slug: "bp",
    kind: "letter",
    timeZone: "Europe/London",
    goal: 2_500,
    title: "Ask BP what its projects pay to Azerbaijan",
    summary:
      "As reported in November 2023, a campaign group claims that BP’s projects helped to fund aggression against the Armenians of Karabakh. Ask for a public answer.",
    audience: "BP",
    story,
    askIntro: "We ask BP for an answer with figures that others can check.",
    abroad:
      "Anybody can sign, from any country. A company is no public office: it gets this one letter and the number of those who signed it, not your name and nothing that you wrote.",
    asks: [
      {
        text: "BP answers in public the claim that its projects in Azerbaijan helped to fund military aggression.",
        short: "A public answer to the claim",
      },
      {
        text: "BP publishes what these projects have paid to the government of Azerbaijan since 2020, project by project.",
        short: "Payments since 2020, project by project",
      },
      {
        text: "BP says what it will do so that its payments do not serve violations of human rights.",
        short: "What BP will do from here",
      },
    ],
    points: [
      {
        text: "The claim is a campaign group’s. An answer with figures would serve everybody, BP as well.",
        sourcePosition: 1,
      },
      {
        text: "Over 100,000 people left, and aid groups were concerned that little attention would mean too little money for their needs.",
        sourcePosition: 2,
      },
      {
        text: "A commentator wrote that the democratic world abandoned an ally for fear of losing access to oil and gas.",
        sourcePosition: 3,
      },
    ],
    sources: sourcesOf([
      "report on a campaign group’s claim about BP’s projects in Azerbaijan.",
      "“Winter Looms for Nagorno-Karabakh’s (Already Forgotten) Refugees”, an article.",
      "“Armenians Deserve the Right to Return to Nagorno-Karabakh”, an opinion.",
      "an opinion that the West should sanction the government of Azerbaijan.",
    ]),
    steps: [
      { status: "done", title: "Claim", detail: "By a campaign group, reported November 2023" },
      { status: "now", title: "Open letter", detail: "Signed by you" },
      { status: "next", title: "Answer", detail: "In the hands of BP" },
    ],
    targets: [
      {
        rule: { kind: "offices", officeIds: ["company/bp"] },
        name: "The chief executive of BP",
        can: "Is asked to answer the claim, to publish what was paid, and to say what follows.",
      },
    ],
  },
  letters: {
    common: letter,
    variants: [
      {
        audience: "company",
        act: "answer-publicly",
        subject: "BP’s payments to the government of Azerbaijan: please answer in public",
        summary: "Answer the claim, publish what was paid, say what follows",
        text: ask,
      },
    ],
  },
};
