import type { Demo } from "#app/features/campaigns/internal/demo.ts";
import { demoBase, sourcesOf } from "#app/features/campaigns/internal/demo.ts";

const story = `Sanctions on a person are a small measure against a great wrong: that person is refused entry to the United States, and property there is blocked. What weighs more is what they say: they name an abuse, and somebody who answers for it.

!!! Global Magnitsky
is the law by which the administration can do this to foreign officials who are responsible for serious abuses of human rights.[^1]

A resolution introduced in the House, as reported in November 2023, asked for exactly these sanctions: against Azerbaijani officials responsible for abuses against prisoners of war. It also asked for credible investigations, and for the perpetrators to be prosecuted.[^2] The 118th Congress ended without adopting it.[^3]

The law did not lapse with the resolution. Whether to use it was never for the House to decide: that lies with the administration, and the work is done by the State Department and the Treasury.

## What is alleged, and by whom

The Center for Truth and Justice says that it has documented violations of human rights and war crimes against Armenians since the war of 2020. It presented to the Secretary of State and to Congress what it describes as sample evidence of breaches of international law by Azerbaijan, and violations of the rights of particular detainees and prisoners of war.[^4]

These are the allegations of those who make them. Whether they are enough to act on is for the two departments to find out. That is what this campaign asks, and that their findings have consequences.

## Officials, not a country

One commentator thought in that month that it was high time for the West to sanction the government of Azerbaijan.[^5] The request here is narrower: officials, each for what that official is responsible for.`;

/** Demonstration: a request for sanctions to two departments, each asked for its own part. */
export const sanctions: Demo = {
  campaign: {
    ...demoBase,
    matter: { slug: "sanctions-for-abuses", title: "Sanctions for abuses against prisoners of war" },
    slug: "sanctions",
    kind: "sanctions",
    timeZone: "America/New_York",
    goal: 5_000,
    title: "Sanction those responsible for abuses of prisoners",
    summary:
      "A House resolution of November 2023 called for Global Magnitsky sanctions. It lapsed; the law did not. Ask the State Department and the Treasury to use it.",
    audience: "US State and Treasury",
    story,
    askIntro: "The two departments share the work. We ask each for its part.",
    abroad:
      "You can sign from any country. Both letters go out wherever you live, and say which country you write from.",
    asks: [
      {
        text: "The State Department and the Treasury examine what has been documented about abuses against Armenian prisoners of war.",
        short: "Examine the evidence",
      },
      {
        text: "Azerbaijani officials found responsible are designated under Global Magnitsky: what they own within reach of the United States is blocked, and they may not enter the country.",
        short: "Global Magnitsky sanctions on those responsible",
      },
      {
        text: "The State Department presses Azerbaijan for credible investigations and for the prosecution of the perpetrators.",
        short: "Credible investigations and prosecutions",
      },
    ],
    points: [
      {
        text: "A resolution in the House named the instrument: Global Magnitsky sanctions on officials responsible for abuses against prisoners of war.",
        sourcePosition: 2,
      },
      {
        text: "There is something to examine: the Center for Truth and Justice has been collecting the testimonies of victims at first hand.",
        sourcePosition: 4,
      },
      {
        text: "The Lemkin Institute for Genocide Prevention condemned the indifference of the international community. A designation is the opposite of indifference.",
        sourcePosition: 6,
      },
    ],
    sources: sourcesOf([
      { publisher: "US Congress", title: "Global Magnitsky Human Rights Accountability Act." },
      "report on the resolution introduced in the House and what it calls for.",
      { publisher: "US House of Representatives", title: "the resolution lapsed with the 118th Congress." },
      "the Center for Truth and Justice to the Secretary of State and Congress on detained Armenians.",
      "an opinion that the West should sanction the government of Azerbaijan.",
      "the Lemkin Institute for Genocide Prevention on the imprisonment of Armenian political prisoners.",
    ]),
    steps: [
      { status: "done", title: "Called for", detail: "In the House, November 2023" },
      { status: "done", title: "Lapsed", detail: "Not adopted by the 118th Congress" },
      { status: "now", title: "Request", detail: "Yours, to both departments" },
      { status: "next", title: "Designation", detail: "In the hands of State and Treasury" },
    ],
    targets: [
      {
        rule: { kind: "offices", officeIds: ["us/exec/state"] },
        name: "The State Department",
        can: "Is asked to examine the evidence, to put officials forward for sanctions, to refuse them entry, and to press Azerbaijan for prosecutions.",
      },
      {
        rule: { kind: "offices", officeIds: ["us/exec/treasury"] },
        name: "The Treasury",
        can: "Is asked to designate those officials, in consultation with the State Department, and to block what they own.",
      },
    ],
  },
  letters: {
    common: `As reported in November 2023, a resolution introduced in the House of Representatives called for Global Magnitsky sanctions against Azerbaijani officials responsible for abuses against prisoners of war, and for credible investigations and prosecutions of the perpetrators. The 118th Congress ended without adopting it. The authority to impose these sanctions does not depend on a resolution.

The Center for Truth and Justice says that it has been documenting human rights violations and war crimes against Armenians since the war of 2020. It has put before the Secretary of State and Congress what it presents as sample evidence, and describes violations of the rights of particular detainees and prisoners of war in Azerbaijani custody.

I do not ask that anybody be punished on an allegation. I ask that the allegations be examined, and that the findings have consequences.`,
    variants: [
      {
        audience: "office:us/exec/state",
        act: "impose-sanctions",
        subject: "Global Magnitsky sanctions for abuses of Armenian prisoners",
        summary: "Examine the evidence, put those responsible forward for sanctions, refuse them entry",
        text: "I ask the Department of State to examine this evidence, to put forward for Global Magnitsky sanctions the officials whom it finds responsible, and to refuse them entry to the United States. Please also press Azerbaijan for investigations and prosecutions that are credible.",
      },
      {
        audience: "office:us/exec/treasury",
        act: "impose-sanctions",
        subject: "Global Magnitsky designations for abuses of Armenian prisoners",
        summary: "Designate those found responsible, and block what they own",
        text: "I ask the Department of the Treasury to examine this evidence together with the Department of State, to designate the officials found responsible under Global Magnitsky, and to block their property within the jurisdiction of the United States.",
      },
    ],
  },
};
