import type { Locale } from "./words.ts";

const part = encodeURIComponent;
const campaign = (slug: string) => `/c/${part(slug)}`;
const confirm = (token: string) => `/confirm/${part(token)}`;
const organized = (slug: string) => `/organize/c/${part(slug)}`;
const measure = (ref: string) => `/organize/measures/${part(ref)}`;
const personal = (token: string) => `/me/${part(token)}`;

/** `?name=value` of what is given. */
function query(values: Record<string, string | undefined>): string {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${part(value)}`],
  );
  return given.length === 0 ? "" : `?${given.join("&")}`;
}

/** Every path of the site is built here, for English; nothing else writes one. */
export const paths = {
  home: () => "/",
  about: () => "/about",
  privacy: () => "/privacy",
  accessibility: () => "/accessibility",
  report: () => "/report",
  reportSent: () => "/report/sent",
  refused: (why: string) => `/refused/${part(why)}`,

  campaign,
  start: (slug: string) => `${campaign(slug)}/start`,
  sign: (slug: string) => `${campaign(slug)}/sign`,
  place: (slug: string) => `${campaign(slug)}/place`,
  letter: (slug: string) => `${campaign(slug)}/letter`,
  letterPrint: (slug: string, letterId: string) => `${campaign(slug)}/letter/${part(letterId)}/print`,
  letterPreview: (slug: string) => `${campaign(slug)}/letter/preview`,
  thanks: (slug: string) => `${campaign(slug)}/thanks`,
  resend: (slug: string) => `${campaign(slug)}/resend`,
  address: (slug: string) => `${campaign(slug)}/address`,
  handOver: (slug: string) => `${campaign(slug)}/hand-over`,
  count: (slug: string) => `${campaign(slug)}/count.json`,
  card: (slug: string) => `${campaign(slug)}/card.png`,
  leave: (slug: string) => `${campaign(slug)}/leave`,
  /** By the name of its bytes. */
  picture: (sha256: string) => `/pictures/${part(sha256)}`,

  confirm,
  confirmNotMe: (token: string) => `${confirm(token)}/not-me`,
  confirmNewLink: (token: string) => `${confirm(token)}/new-link`,
  confirmWrite: (token: string) => `${confirm(token)}/write`,
  confirmHandOver: (token: string) => `${confirm(token)}/hand-over`,
  confirmPrint: (token: string, letterId: string) => `${confirm(token)}/print/${part(letterId)}`,
  confirmReturn: (token: string) => `${confirm(token)}/return`,
  confirmShown: (token: string) => `${confirm(token)}/shown`,
  confirmData: (token: string) => `${confirm(token)}/data`,
  confirmDataJson: (token: string) => `${confirm(token)}/data.json`,
  confirmWithdraw: (token: string) => `${confirm(token)}/withdraw`,
  confirmErase: (token: string) => `${confirm(token)}/erase`,

  me: () => "/me",
  meMailed: () => "/me/mailed",
  personal,
  personalHandOver: (token: string) => `${personal(token)}/hand-over`,
  personalPrint: (token: string, letterId: string) => `${personal(token)}/print/${part(letterId)}`,
  personalShown: (token: string) => `${personal(token)}/shown`,
  personalData: (token: string) => `${personal(token)}/data`,
  personalDataJson: (token: string) => `${personal(token)}/data.json`,
  personalReturn: (token: string) => `${personal(token)}/return`,
  personalConfirm: (token: string, ref: string) => `${personal(token)}/confirm/${part(ref)}`,
  personalWithdraw: (token: string, ref: string) => `${personal(token)}/withdraw/${part(ref)}`,
  personalWithdrawAll: (token: string) => `${personal(token)}/withdraw`,
  personalErase: (token: string) => `${personal(token)}/erase`,

  /** `next`: where to go afterwards; `http/next-path.server.ts` says which are followed. */
  signIn: (next?: string) => `/sign-in${query({ next })}`,
  signInSecondFactor: (next?: string, kind?: "app" | "recovery") =>
    `/sign-in/two-factor${query({ next, kind: kind === "recovery" ? kind : undefined })}`,
  signOut: () => "/sign-out",
  signInPasskey: () => "/sign-in/passkey",
  signedOut: () => "/sign-in?signed-out",
  invitationAccepted: () => "/sign-in?accepted",
  invitation: (token: string) => `/invitation/${part(token)}`,
  account: () => "/account",
  accountPassword: () => "/account/password",
  accountSecondFactor: () => "/account/second-factor",
  /** For somebody new, and for an admin who may not go on without a second factor. */
  accountSecondFactorFirst: () => "/account?first",
  accountAfter: (
    done: "password-changed" | "second-factor-on" | "second-factor-off" | "passkey-added" | "passkey-removed",
  ) => `/account?${done}`,
  accountSecondFactorConfirm: () => "/account/second-factor/confirm",
  accountSecondFactorOff: () => "/account/second-factor/off",
  accountPasskeys: () => "/account/passkeys",
  accountPasskeyAdd: () => "/account/passkeys/add",
  accountPasskeyRemove: (id: string) => `/account/passkeys/${part(id)}/remove`,
  accountSessionEnd: (id: string) => `/account/sessions/${part(id)}/end`,
  organize: () => "/organize",
  organizeNew: () => "/organize/new",
  organizePart: (slug: string, of: string) => `${organized(slug)}/${part(of)}`,
  organizeAutosave: (slug: string) => `${organized(slug)}/autosave`,
  organizeStoryPreview: (slug: string) => `${organized(slug)}/story-preview`,
  organizePublish: (slug: string) => `${organized(slug)}/publish`,
  organizePublishButton: (slug: string) => `${organized(slug)}/publish#publish`,
  /** `after`: why a button of the page did nothing. */
  organizePublishAfter: (slug: string, after: string) => `${organized(slug)}/publish?after=${part(after)}`,
  organizePublishApprove: (slug: string) => `${organized(slug)}/publish/approve`,
  organizePublishDecline: (slug: string) => `${organized(slug)}/publish/decline`,
  organizePublishTakeBack: (slug: string) => `${organized(slug)}/publish/take-back`,
  organizeClose: (slug: string) => `${organized(slug)}/close`,
  organizeCopy: (slug: string) => `${organized(slug)}/copy`,
  organizeErasePicture: (slug: string, n: number) => `${organized(slug)}/pictures/${n}/erase`,
  organizeRevisions: (slug: string) => `${organized(slug)}/revisions`,
  organizeRevision: (slug: string, number: number) => `${organized(slug)}/revisions/${number}`,
  organizePreview: (slug: string, as?: string) =>
    `${organized(slug)}/preview${as === undefined ? "" : `?as=${part(as)}`}`,
  organizePreviewSign: (slug: string, as: string) => `${organized(slug)}/preview/sign?as=${part(as)}`,
  organizePreviewLetters: (slug: string, as: string) => `${organized(slug)}/preview/letters?as=${part(as)}`,
  organizePreviewThanks: (slug: string, as: string) => `${organized(slug)}/preview/thanks?as=${part(as)}`,
  organizePreviewConfirm: (slug: string, as: string) => `${organized(slug)}/preview/confirm?as=${part(as)}`,
  organizePreviewMail: (slug: string) => `${organized(slug)}/preview/mail`,
  /** `told`: what came of asking for a test mail. */
  organizePreviewMailed: (slug: string, as: string, told: string) =>
    `${organized(slug)}/preview/confirm?as=${part(as)}&mail=${part(told)}`,
  measures: () => "/organize/measures",
  measure,
  /** `saved`: what was just kept. */
  measureAfter: (ref: string, saved: "facts" | "cosponsors") => `${measure(ref)}?saved=${saved}`,
  measurePasted: (ref: string) => `${measure(ref)}/pasted`,
  measureTicked: (ref: string) => `${measure(ref)}/ticked`,
  staff: () => "/staff",
  staffQueue: () => "/staff/queue",
  staffDelivery: (id: string) => `/staff/queue/${part(id)}`,
  /** `after`: what was just decided, or why nothing was. */
  staffDeliveryAfter: (id: string, after: string) => `/staff/queue/${part(id)}?after=${part(after)}`,
  staffDeliveryDecision: (id: string, decision: string) => `/staff/queue/${part(id)}/${part(decision)}`,
  staffCsv: () => "/staff/csv",
  staffCampaign: (slug: string) => `/staff/c/${part(slug)}`,
  staffCampaignCsv: (slug: string, table: string) => `/staff/c/${part(slug)}/csv/${part(table)}`,
  admin: () => "/admin",
  adminPerson: (id: string) => `/admin/people/${part(id)}`,
  adminPersonAfter: (id: string, done: "changed" | "mailed") => `/admin/people/${part(id)}?${done}`,
  adminPersonRemove: (id: string) => `/admin/people/${part(id)}/remove`,
  adminPersonLink: (id: string) => `/admin/people/${part(id)}/link`,
  adminInvitations: () => "/admin#invitations",
  adminInvitationRevoke: (id: string) => `/admin/invitations/${part(id)}/revoke`,
  adminInvitationRenew: (id: string) => `/admin/invitations/${part(id)}/renew`,
  adminOrganization: () => "/admin/organization",
  adminOrganizationSaved: () => "/admin/organization?saved",
  adminAudit: () => "/admin/audit",
  adminAuditBefore: (id: number) => `/admin/audit?before=${id}`,

  representativesApi: () => "/api/v1/representatives",

  mailbox: () => "/mailbox",
  mailboxJson: () => "/mailbox.json",
  mailboxHtml: (id: string) => `/mailbox/${part(id)}/html`,
  /** Base address at which the mailbox speaks Resend's protocol. */
  mailboxResend: () => "/mailbox/resend",
};

export type Paths = typeof paths;

/** Programs read them: they are the same in every language. */
const forPrograms = new Set<string>([
  "count",
  "picture",
  "representativesApi",
  "mailbox",
  "mailboxJson",
  "mailboxHtml",
  "mailboxResend",
] satisfies (keyof Paths)[]);

const inLocales = new Map<string, Paths>([["en", paths]]);

/** The same paths for somebody who reads `locale`: English has no prefix. */
export function pathsIn(locale: string): Paths {
  const known = inLocales.get(locale);
  if (known) return known;
  const build = Object.entries(paths).map(([name, path]: [string, (...parts: never[]) => string]) => [
    name,
    forPrograms.has(name) ? path : (...parts: never[]) => prefixed(path(...parts), locale),
  ]);
  const made = Object.fromEntries(build) as Paths;
  inLocales.set(locale, made);
  return made;
}

/** A path of ours under the locale's prefix, once. */
export function prefixed(path: string, locale: string): string {
  const prefix = `/${part(locale)}/`;
  return locale === "en" || path.startsWith(prefix) ? path : `${prefix}${path.slice(1)}`;
}

/** Parts an address of the site: which of the `served` locales it names, and what stands behind that prefix. */
export function splitLocale(url: string, served: readonly Locale[]): { locale: Locale; path: string } {
  const [start = ""] = /^\/[^/?#]*/.exec(url) ?? [];
  const locale = served.find((one) => one !== "en" && start === `/${one}`);
  if (locale === undefined) return { locale: "en", path: url };
  const rest = url.slice(start.length);
  return { locale, path: rest.startsWith("/") ? rest : `/${rest}` };
}

/** The same for what serves them: `split` parts an address, `prefixed` puts it together. */
export function prefixesOf(served: readonly Locale[]) {
  return { served, split: (url: string) => splitLocale(url, served), prefixed };
}

export type Prefixes = ReturnType<typeof prefixesOf>;
