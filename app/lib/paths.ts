const part = encodeURIComponent;
const campaign = (slug: string) => `/c/${part(slug)}`;
const confirm = (token: string) => `/confirm/${part(token)}`;

/** Every path of the site is built here; nothing else writes one. */
export const paths = {
  home: () => "/",
  about: () => "/about",
  privacy: () => "/privacy",
  refused: (why: string) => `/refused/${part(why)}`,

  campaign,
  start: (slug: string) => `${campaign(slug)}/start`,
  sign: (slug: string) => `${campaign(slug)}/sign`,
  letter: (slug: string) => `${campaign(slug)}/letter`,
  letterPreview: (slug: string) => `${campaign(slug)}/letter/preview`,
  thanks: (slug: string) => `${campaign(slug)}/thanks`,
  resend: (slug: string) => `${campaign(slug)}/resend`,
  handOver: (slug: string) => `${campaign(slug)}/hand-over`,
  count: (slug: string) => `${campaign(slug)}/count.json`,

  confirm,
  confirmNotMe: (token: string) => `${confirm(token)}/not-me`,
  confirmNewLink: (token: string) => `${confirm(token)}/new-link`,
  confirmWrite: (token: string) => `${confirm(token)}/write`,
  confirmHandOver: (token: string) => `${confirm(token)}/hand-over`,

  representativesApi: () => "/api/v1/representatives",

  mailbox: () => "/mailbox",
  mailboxJson: () => "/mailbox.json",
  mailboxHtml: (id: string) => `/mailbox/${part(id)}/html`,
  /** Base address at which the mailbox speaks Resend's protocol. */
  mailboxResend: () => "/mailbox/resend",
};
