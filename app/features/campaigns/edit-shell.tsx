import type { ReactNode } from "react";
import { formatDate, formatDateTime } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { AppShell } from "#app/ui/app-shell.tsx";
import type { AppShellProps } from "#app/ui/app-shell.tsx";
import type { CampaignState, Outcome } from "#app/features/campaigns/campaign.ts";
import { documentParts } from "#app/features/campaigns/campaign-document.ts";
import type { DocumentPart } from "#app/features/campaigns/campaign-document.ts";
import { words } from "#app/features/campaigns/words.ts";

/** What every page of the editor says of its campaign. */
export type EditFrame = {
  slug: string;
  title: string;
  state: CampaignState;
  opensAt: Date | null;
  timeZone: string;
  outcome: Outcome | null;
  /** What stops publishing. */
  faults: number;
  /** Something was written that readers do not see yet. */
  isChanged: boolean;
  saved: { at: Date; by: string } | null;
};

export type EditPage = DocumentPart | "publish" | "revisions" | "preview" | "close" | "copy" | "erase" | "decline";

type Props = {
  locale: string;
  account: AppShellProps["account"];
  frame: EditFrame;
  page: EditPage;
  children: ReactNode;
};

/** The frame of a campaign's editor: where one is, how the campaign stands, and its parts. */
export function EditShell({ locale, account, frame, page, children }: Props) {
  const t = words(locale);
  const paths = pathsIn(locale);
  const { slug } = frame;
  const title = frame.title || t("edit.untitled");
  const link = (to: EditPage, href: string) => (
    <a key={to} href={href} aria-current={to === page ? "page" : undefined}>
      {t(`edit.part.${to}`)}
    </a>
  );
  return (
    <AppShell
      area="organize"
      current="campaigns"
      crumbs={[{ label: t("edit.campaigns"), href: paths.organize() }, { label: title }]}
      account={account}
      heading={title}
      beside={<Status locale={locale} frame={frame} />}
      locale={locale}
    >
      <nav className="nav nav-parts no-print" aria-label={t("edit.parts")}>
        {documentParts.map((part) => link(part, paths.organizePart(slug, part)))}
        {link("preview", paths.organizePreview(slug))}
        {link("publish", paths.organizePublish(slug))}
        {link("revisions", paths.organizeRevisions(slug))}
      </nav>
      {children}
    </AppShell>
  );
}

function Status({ locale, frame }: Pick<Props, "locale" | "frame">) {
  const t = words(locale);
  const { saved, timeZone } = frame;
  return (
    <p>
      <StandingTag locale={locale} standing={frame} />{" "}
      {frame.isChanged && frame.state !== "unpublished" ? (
        <>
          <span className="tag tag-line">{t("edit.changed")}</span>{" "}
        </>
      ) : null}
      {saved ? (
        <span className="meta" data-saved>
          {t("edit.saved", { at: formatDateTime(locale, saved.at, timeZone), by: saved.by })}
        </span>
      ) : null}
    </p>
  );
}

type Standing = Pick<EditFrame, "state" | "opensAt" | "timeZone" | "outcome"> & { faults: number | null };

/** How a campaign stands, in a word or two. */
export function StandingTag({ locale, standing }: { locale: string; standing: Standing }) {
  const t = words(locale);
  const { state, opensAt, timeZone, outcome, faults } = standing;
  if (state === "open") return <span className="tag tag-good">{t("standing.open")}</span>;
  if (state === "scheduled") {
    const date = opensAt ? formatDate(locale, opensAt, timeZone) : "";
    return <span className="tag tag-act">{t("standing.scheduled", { date })}</span>;
  }
  if (state === "closed") return <span className="tag">{t("standing.closed", { outcome: outcome ?? "none" })}</span>;
  return <span className="tag tag-line">{t("standing.draft", { n: faults ?? 0 })}</span>;
}
