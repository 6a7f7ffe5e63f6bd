import type { Audience } from "#app/features/letters/audience.ts";
import type { CampaignKind } from "#app/features/campaigns/campaign.ts";
import type { CampaignDocument } from "#app/features/campaigns/campaign-document.ts";
import type { TargetRule } from "#app/features/campaigns/target-rule.ts";
import { words } from "#app/features/campaigns/words.ts";

type Start = {
  kind: CampaignKind;
  title: string;
  slug: string;
  locale: string;
  timeZone: string;
  /** Without the template's words. */
  isEmpty?: boolean;
};

/** Whom each kind of call begins with, and what each of them is asked. */
const starts: Record<CampaignKind, { rules: TargetRule[]; acts: Partial<Record<Audience, string>> }> = {
  resolution: {
    rules: [{ kind: "my-representative" }, { kind: "my-senators" }],
    acts: {
      house: "introduce-house-measure",
      "house-delegate": "introduce-house-measure",
      senate: "introduce-senate-measure",
    },
  },
  sanctions: {
    rules: ["us/exec/state", "us/exec/treasury"].map((id) => ({ kind: "offices", officeIds: [id] })),
    acts: { executive: "impose-sanctions" },
  },
  letter: {
    rules: [{ kind: "my-representative" }, { kind: "my-senators" }],
    acts: { house: "urge-executive", "house-delegate": "urge-executive", senate: "urge-executive" },
  },
  petition: { rules: [], acts: {} },
};

/**
 * What a campaign begins with: the order of a call that works, with places in square brackets for its author to fill in.
 * Readiness lets no such place out.
 */
export function startingDocument({ kind, title, slug, locale, timeZone, isEmpty = false }: Start): CampaignDocument {
  const t = words(locale);
  const { rules, acts } = starts[kind];
  const fill = (text: string) => (isEmpty ? "" : text);
  return {
    locale,
    story: {
      kind,
      title,
      slug,
      summary: fill(t("template.summary")),
      story: fill(t("template.story", { kind })),
      reportedIn: "",
      namesPerson: false,
      consent: "",
      sources: isEmpty ? [] : [{ title: t("template.source"), publisher: "", publishedOn: "", url: "" }],
      pictures: [],
      shareText: "",
      sharePicture: 0,
    },
    asks: {
      askIntro: fill(t("template.askIntro")),
      measureId: "",
      asks: isEmpty ? [] : [{ text: t("template.ask", { kind }), short: t("template.askShort") }],
      points: isEmpty ? [] : [{ text: t("template.point"), sourcePosition: 1 }],
      steps: [],
    },
    targets: {
      audience: fill(t("template.audience", { kind })),
      targets: isEmpty ? [] : rules.map((rule) => ({ rule, ...targetWords(locale, rule) })),
      abroad: fill(t("template.abroad", { kind })),
    },
    letters: {
      hasLetters: kind !== "petition",
      common: fill(kind === "petition" ? "" : t("template.common")),
      variants: Object.entries(isEmpty ? {} : acts).map(([audience, act]) => ({
        audience,
        act,
        subject: t("template.subject"),
        summary: t("template.askShort"),
        text: t("template.letter", { act: act.replaceAll("-", "_") }),
      })),
    },
    dates: { goal: isEmpty ? null : 1_000, timeZone, opens: null, closes: null },
  };
}

/** How a page names a target that its author has not named yet. */
export function targetWords(locale: string, rule: TargetRule, officeName = ""): { name: string; can: string } {
  const t = words(locale);
  const known: Record<string, string> = { "us/exec/state": "state", "us/exec/treasury": "treasury" };
  const which = rule.kind === "offices" ? (known[rule.officeIds[0] ?? ""] ?? "office") : rule.kind.replaceAll("-", "_");
  return { name: t("target.name", { which, office: officeName }), can: t("target.can", { which }) };
}
