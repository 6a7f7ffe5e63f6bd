import type { ReactNode } from "react";
import { pathsIn } from "#app/lib/paths.ts";
import type { Paths } from "#app/lib/paths.ts";
import { words } from "./words.ts";

const areas = ["organize", "staff", "admin"] as const;
type Area = (typeof areas)[number];
type Role = "admin" | "organizer" | "staff";

/** The entries of each area's navigation, in their order. */
const entries = {
  organize: { campaigns: (paths: Paths) => paths.organize(), measures: (paths: Paths) => paths.measures() },
  staff: { overview: (paths: Paths) => paths.staff(), queue: (paths: Paths) => paths.staffQueue() },
  admin: {
    people: (paths: Paths) => paths.admin(),
    organization: (paths: Paths) => paths.adminOrganization(),
    audit: (paths: Paths) => paths.adminAudit(),
  },
  account: { account: (paths: Paths) => paths.account() },
} as const;
type Entry = { [A in keyof typeof entries]: keyof (typeof entries)[A] }[keyof typeof entries];

/** Which areas open to whom. */
const open: Record<Role, readonly Area[]> = { admin: areas, organizer: ["organize"], staff: ["staff"] };

export interface AppShellProps {
  area: Area | "account";
  /** Which entry of the area's navigation this page is or belongs to. */
  current: Entry;
  /** The way down to this page; the last one is the page itself and has no `href`. */
  crumbs?: { label: string; href?: string }[];
  account: { name: string; role: Role };
  /** The one h1. */
  heading: string;
  /** What stands beside it: a link that makes something, when the page was counted. */
  beside?: ReactNode;
  children: ReactNode;
  locale: string;
}

/** The quiet frame of the pages for organizers, staff and admins: who is signed in, where one is, where one may go. */
export function AppShell({ area, current, crumbs = [], account, heading, beside, children, locale }: AppShellProps) {
  const t = words(locale);
  const paths = pathsIn(locale);
  const others = open[account.role].filter((other) => other !== area);
  return (
    <div className="app">
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <header className="masthead wrap">
        <div className="masthead-in">
          <a className="wordmark" href={firstOf(area, paths)}>
            {t("brand")}
            <small>{t(`shell.${area}`)}</small>
          </a>
          <nav className="nav" aria-label={t("shell.account-nav")}>
            <a href={paths.home()}>{t("shell.public")}</a>
            <a href={paths.account()}>
              <bdi>{account.name}</bdi>
            </a>
            <form method="post" action={paths.signOut()} className="row">
              <button className="btn btn-plain btn-small">{t("shell.sign-out")}</button>
            </form>
          </nav>
        </div>
      </header>
      <div className="wrap shell">
        <div className="side no-print">
          <nav aria-label={t(`shell.${area}`)}>
            <ul>
              {Object.entries(entries[area]).map(([name, path]: [string, (paths: Paths) => string]) => (
                <li key={name}>
                  <a href={path(paths)} aria-current={name === current ? "page" : undefined}>
                    {t(`shell.entry.${name as Entry}`)}
                  </a>
                </li>
              ))}
              {others.map((other, index) => (
                <li key={other} className={index === 0 ? "sep" : undefined}>
                  <a href={firstOf(other, paths)}>{t(`shell.${other}`)}</a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
        <main id="main" className="stack stack-lg">
          <div className="stack stack-sm">
            {crumbs.length > 0 ? <Crumbs crumbs={crumbs} locale={locale} /> : null}
            <div className="row-between">
              <h1>{heading}</h1>
              {beside}
            </div>
          </div>
          {children}
        </main>
      </div>
    </div>
  );
}

function firstOf(area: AppShellProps["area"], paths: Paths): string {
  const first = { organize: paths.organize, staff: paths.staff, admin: paths.admin, account: paths.account };
  return first[area]();
}

function Crumbs({ crumbs, locale }: Required<Pick<AppShellProps, "crumbs">> & { locale: string }) {
  return (
    <nav aria-label={words(locale)("shell.here")}>
      <ol className="crumbs" role="list">
        {crumbs.map(({ label, href }) => (
          <li key={label} aria-current={href === undefined ? "page" : undefined}>
            {href === undefined ? label : <a href={href}>{label}</a>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
