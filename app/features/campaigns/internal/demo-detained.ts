import type { Demo } from "#app/features/campaigns/internal/demo.ts";
import { demoBase, sourcesOf } from "#app/features/campaigns/internal/demo.ts";

const story = `A military offensive by Azerbaijan, as reported in November 2023, turned the Armenians of Nagorno-Karabakh into refugees: more than one hundred thousand had to leave.[^1] The reports of that month also speak of people in Azerbaijani hands: prisoners of war, hostages, political prisoners, other detained persons. And they speak of the missing.[^2]

The Lemkin Institute for Genocide Prevention called for the immediate and safe repatriation of every Armenian whom Azerbaijan holds, and reminded it of its duties under international law.[^3] The Center for Truth and Justice, which says that it has collected testimonies from victims since the war of 2020, turned to the Secretary of State and to Congress with what it presents as evidence of breaches of international law against detainees and prisoners of war.[^4]

!!! 15 years
in prison: what a military court in Baku imposed on a man aged 68, as reported in November 2023. Azerbaijani security services had taken him off a medical evacuation three months before. The newsletter calls the trial a sham.[^5]

## Three demands, and where they stopped

In the same month a member of the House introduced a resolution. It called on Azerbaijan to return the detained and account for the missing, for sanctions on officials responsible for abuses, and for US assistance to be suspended in light of violations of human rights.[^2] The 118th Congress ended without adopting it, and a resolution does not pass from one Congress to the next.[^6]

## What your letters can change

Nothing starts again by itself. A member of the House has to introduce a new text, and others have to stand behind it. The Senate can take up the same demands in a text of its own. The State Department can raise the detained, and use the sanctions that the resolution named, without waiting for either.`;

/** Demonstration: a House resolution on detained Armenians, to be introduced again. */
export const detained: Demo = {
  campaign: {
    ...demoBase,
    matter: { slug: "detained-armenians", title: "Armenians detained in Azerbaijan" },
    slug: "detained",
    kind: "resolution",
    timeZone: "America/New_York",
    goal: 15_000,
    title: "Bring home the Armenians held in Azerbaijan",
    summary:
      "A House resolution of November 2023 called for their return. The 118th Congress let it lapse. Ask for a new one, and ask the State Department not to wait.",
    audience: "Congress, State Department",
    story,
    askIntro:
      "The resolution of November 2023 made these demands. We ask Congress to take them up again, and the State Department to act on them.",
    abroad:
      "Anybody can sign, wherever they live. From outside the United States your letter goes to the State Department and says which country you write from; members of Congress hear from the people they represent.",
    asks: [
      {
        text: "Azerbaijan returns all Armenian prisoners of war, hostages and other detained persons at once, and says what it knows of those still held and those missing.",
        short: "Return of the detained, word of the missing",
      },
      {
        text: "Global Magnitsky sanctions are applied to Azerbaijani officials responsible for abuses against prisoners of war; the perpetrators are credibly investigated and prosecuted.",
        short: "Sanctions on those responsible for abuses",
      },
      {
        text: "US assistance to Azerbaijan is suspended, and Section 907 of the FREEDOM Support Act is implemented in full.",
        short: "No assistance; Section 907 in full",
      },
    ],
    points: [
      {
        text: "The Lemkin Institute for Genocide Prevention called for the immediate and safe repatriation of every Armenian under Azerbaijan’s control.",
        sourcePosition: 3,
      },
      {
        text: "The Center for Truth and Justice urged the Secretary of State and Congress to ensure the safety of the detained and to demand their immediate release.",
        sourcePosition: 4,
      },
      {
        text: "The Congress of Local and Regional Authorities of the Council of Europe, too, called on Azerbaijan to release all detained representatives of Karabakh.",
        sourcePosition: 7,
      },
    ],
    sources: sourcesOf([
      "the opening prayer in the US House of Representatives on 10 November, and reports on the offensive.",
      "report on the resolution introduced in the House and what it calls for.",
      "the Lemkin Institute for Genocide Prevention on the imprisonment of Armenian political prisoners.",
      "the Center for Truth and Justice to the Secretary of State and Congress on detained Armenians.",
      "report on the judgment of a military court in Baku.",
      { publisher: "US House of Representatives", title: "the resolution lapsed with the 118th Congress." },
      "declaration of the Congress of Local and Regional Authorities of the Council of Europe.",
    ]),
    steps: [
      { status: "done", title: "Introduced", detail: "In the House, November 2023" },
      { status: "done", title: "Lapsed", detail: "Not adopted by the 118th Congress" },
      { status: "now", title: "A new text", detail: "What your letters ask for" },
      { status: "next", title: "Adoption", detail: "In the hands of the House" },
    ],
    targets: [
      {
        rule: { kind: "my-representative" },
        name: "Your representative in the House",
        can: "Is asked to introduce such a resolution or to cosponsor one, and to vote for it. A delegate is asked for the first two: delegates do not vote on the floor.",
      },
      {
        rule: { kind: "my-senators" },
        name: "Both your senators",
        can: "Are asked to introduce these demands in the Senate. A House resolution has no cosponsors there, so your letter does not speak of it.",
      },
      {
        rule: { kind: "offices", officeIds: ["us/exec/state"] },
        name: "The State Department",
        can: "Is asked to raise the detained with Azerbaijan, to apply the sanctions, and to see Section 907 carried out.",
      },
    ],
  },
  letters: {
    common: `As reported in November 2023, Azerbaijan was holding Armenian prisoners of war, hostages, political prisoners and other detained persons, and others were missing. That month a resolution in the House of Representatives called for their return and for word of the missing, for Global Magnitsky sanctions against officials responsible for abuses, and for US assistance to Azerbaijan to be suspended and Section 907 of the FREEDOM Support Act implemented in full. The 118th Congress ended without adopting it.

The Lemkin Institute for Genocide Prevention has called for the immediate and safe repatriation of the detained. The Center for Truth and Justice has put before Congress and the Secretary of State what it presents as evidence that prisoners and detainees were abused in breach of international law.

A demand that lapses reads as a demand that is given up. It should be made again.`,
    variants: [
      {
        audience: "house",
        act: "introduce-house-measure",
        subject: "A new resolution for the Armenians held in Azerbaijan",
        summary: "Introduce or cosponsor a new House resolution, and vote for it",
        text: "I ask you to introduce a House resolution with these demands in the present Congress, or to cosponsor one that a colleague introduces, and to vote for it on the floor.",
      },
      {
        audience: "house-delegate",
        act: "introduce-house-measure",
        subject: "A new resolution for the Armenians held in Azerbaijan",
        summary: "Introduce or cosponsor a new House resolution",
        text: "I ask you to introduce a House resolution with these demands in the present Congress, or to cosponsor one that a colleague introduces.",
      },
      {
        audience: "senate",
        act: "introduce-senate-measure",
        subject: "A Senate resolution for the Armenians held in Azerbaijan",
        summary: "Introduce a Senate resolution with these demands",
        text: "I ask you to introduce a resolution with these demands in the Senate, so that both chambers speak for the people who are held.",
      },
      {
        audience: "executive",
        act: "impose-sanctions",
        subject: "The Armenians held in Azerbaijan",
        summary: "Raise the detained, apply the sanctions, carry out Section 907",
        text: "I ask the Department to demand their return and word of the missing from Azerbaijan, to apply Global Magnitsky sanctions to officials responsible for abuses against prisoners of war, and to see that Section 907 is implemented in full. None of this has to wait for Congress.",
      },
    ],
  },
};
