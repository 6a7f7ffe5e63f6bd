/**
 * What opens signatures to the person whose they are: the mailed link of one, or the link that `/me` mails, to all that
 * its address signed. `ref` names one of those; it means nothing to anybody else and nothing to another link.
 */
export type SignatureKey =
  { link: "confirm"; token: string; ref?: undefined } | { link: "personal"; token: string; ref?: string };
