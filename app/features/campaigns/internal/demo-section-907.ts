import type { Demo } from "#app/features/campaigns/internal/demo.ts";
import { demoBase, sourcesOf } from "#app/features/campaigns/internal/demo.ts";

const story = `A law that can be waived is as strong as the reasons that are asked for the waiver. Section 907 of the FREEDOM Support Act restricts United States assistance to the government of Azerbaijan until the President determines that it is taking demonstrable steps to cease all blockades and other offensive uses of force against Armenia and Nagorno-Karabakh.[^1]

A later law lets the President waive the section, and asks for reasons. Whatever else the waiver is to serve, it has to be certified to the Committees on Appropriations that it will not undermine or hamper efforts to negotiate a peaceful settlement between Armenia and Azerbaijan, nor be used for offensive purposes against Armenia.[^2]

!!! Over 100,000
Armenian civilians were affected by a humanitarian crisis after Azerbaijan used military force, a commentator wrote as reported in November 2023.[^3]

The commentator concluded that it was right to refuse another waiver, because this use of force clearly did not serve the interests of the United States. The argument promises no more than it can keep: Israel and Turkey provide most of Azerbaijan’s military hardware, and an end of American support would not necessarily stop the aggression. It would remove American complicity in it.[^3]

## Who can do what

Congress wrote the law; it does not apply it. The administration applies the section or waives it. A resolution introduced in the House in that month called for its full implementation and for US assistance to be suspended;[^4] the 118th Congress ended without adopting it.[^5]

What members of Congress can always do is ask. They can question officials at hearings: one of a House subcommittee on the future of Nagorno-Karabakh, with an Assistant Secretary of State as a witness, was set for 15 November.[^6] And they can seek words in the reports that come with appropriations, which say what Congress expects.

## What your letters ask

Each letter asks an office for what that office can do: your members of Congress for questions and for words in a report, the State Department for no further waiver.`;

/** What a member of either chamber can do about a law that others apply. */
function oversight(committee: string) {
  return {
    act: "urge-executive",
    subject: "Section 907: please ask about waivers, and seek report language",
    summary: "Question the State Department, seek report language, oppose a further waiver",
    text: `Applying this law is the administration’s part; holding the administration to account is yours. I ask you to question the State Department, at hearings or in writing, about assistance given under a waiver and the grounds certified for it; to ask the ${committee} for report language that Section 907 is to be applied in full; and to say in public that there should be no further waiver.`,
  } as const;
}

/** Demonstration: one law, and what each office can do about it. */
export const section907: Demo = {
  campaign: {
    ...demoBase,
    matter: { slug: "assistance-to-azerbaijan", title: "US assistance to the government of Azerbaijan" },
    slug: "section-907",
    kind: "letter",
    timeZone: "America/New_York",
    goal: 10_000,
    title: "Apply Section 907 in full, without another waiver",
    summary:
      "A law restricts US assistance to Azerbaijan, and the administration can waive it. Ask Congress to question the waivers, and the State Department to make no more.",
    audience: "Congress, State Department",
    story,
    askIntro: "We ask Congress to watch over its law, and the administration to apply it.",
    abroad:
      "Anybody can sign, wherever they live. From outside the United States your letter goes to the State Department and says which country you write from; members of Congress hear from the people they represent.",
    asks: [
      {
        text: "The administration makes no further waiver of Section 907, and applies the section in full.",
        short: "No further waiver of Section 907",
      },
      {
        text: "Members of Congress ask, at hearings or in writing, what assistance was given under a waiver and on what grounds it was certified.",
        short: "Questions about waivers and their grounds",
      },
      {
        text: "The committee reports that come with the next appropriations say that Congress expects Section 907 to be applied in full.",
        short: "Report language on Section 907",
      },
    ],
    points: [
      {
        text: "A waiver has a condition: it must not undermine efforts for a peaceful settlement, nor be used for offensive purposes against Armenia.",
        sourcePosition: 2,
      },
      {
        text: "A commentator argued that ending military support would remove American complicity, even where it does not stop the aggression.",
        sourcePosition: 3,
      },
      {
        text: "A House resolution of November 2023 called for the full implementation of Section 907 in light of violations of human rights.",
        sourcePosition: 4,
      },
    ],
    sources: sourcesOf([
      { publisher: "US Congress", title: "FREEDOM Support Act, Public Law 102-511, section 907." },
      {
        publisher: "US Congress",
        title: "appropriations for foreign operations, Public Law 107-115, title II: the waiver of section 907.",
      },
      "“Ending US Military Assistance to Azerbaijan Immediately”, an opinion.",
      "report on the resolution introduced in the House and what it calls for.",
      { publisher: "US House of Representatives", title: "the resolution lapsed with the 118th Congress." },
      "report on a hearing of a subcommittee of the House Committee on Foreign Affairs.",
    ]),
    steps: [
      { status: "done", title: "Called for", detail: "In the House, November 2023" },
      { status: "done", title: "Lapsed", detail: "Not adopted by the 118th Congress" },
      { status: "now", title: "Questions", detail: "What your letters ask for" },
      { status: "next", title: "No further waiver", detail: "In the hands of the administration" },
    ],
    targets: [
      {
        rule: { kind: "my-representative" },
        name: "Your representative in the House",
        can: "Is asked to question the administration and to seek report language on appropriations. A delegate can do both: neither is a vote on the floor.",
      },
      {
        rule: { kind: "my-senators" },
        name: "Both your senators",
        can: "Are asked for the same in the Senate, which has an Appropriations Committee and hearings of its own.",
      },
      {
        rule: { kind: "offices", officeIds: ["us/exec/state"] },
        name: "The State Department",
        can: "Is asked to make no further waiver and to recommend none, and to account for the assistance that was given.",
      },
    ],
  },
  letters: {
    common: `Section 907 of the FREEDOM Support Act (Public Law 102-511) restricts United States assistance to the government of Azerbaijan until the President determines that it is taking demonstrable steps to cease all blockades and other offensive uses of force against Armenia and Nagorno-Karabakh. A later law (Public Law 107-115) allows a waiver on a certification that it will not, among other things, undermine or hamper efforts to negotiate a peaceful settlement between Armenia and Azerbaijan, or be used for offensive purposes against Armenia.

As reported in November 2023, more than 100,000 Armenians had to leave Nagorno-Karabakh after a military offensive by Azerbaijan. A resolution introduced in the House that month called for Section 907 to be implemented in full; the 118th Congress ended without adopting it. After such an offensive I do not see how a waiver can meet the condition on which it was allowed.`,
    variants: [
      { audience: "house", ...oversight("House Committee on Appropriations") },
      { audience: "house-delegate", ...oversight("House Committee on Appropriations") },
      { audience: "senate", ...oversight("Senate Committee on Appropriations") },
      {
        audience: "executive",
        act: "use-powers",
        subject: "Section 907: no further waiver",
        summary: "Make no further waiver, apply Section 907 in full, account for past assistance",
        text: "I ask the Department to make no further waiver of Section 907 and to recommend none, to apply the section in full, and to tell the public what assistance the government of Azerbaijan was given under a waiver, and on what grounds.",
      },
    ],
  },
};
