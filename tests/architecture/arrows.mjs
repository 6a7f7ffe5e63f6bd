/**
 * Who may know whom among the features: the one place. Whatever is not here is forbidden, type imports included; anyone
 * may know `blobs`, and `reporting` also every feature's figures. `.dependency-cruiser.mjs` enforces it, planted
 * violations prove that. Arrows only go down: a feature stands above all that it knows.
 */
export const arrows = {
  // `audit`: whoever takes figures away leaves a line (docs/decisions/018).
  reporting: ["delivery", "audit"],
  outreach: ["campaigns", "signatures", "letters", "delivery"],
  // `accounts`: a mail names the organization that sends it (docs/decisions/007).
  signatures: ["campaigns", "letters", "directory", "delivery", "accounts", "audit"],
  newsletter: ["campaigns", "directory", "audit"],
  // `delivery`: a report of a problem is a mail (docs/decisions/014).
  site: ["accounts", "campaigns", "directory", "delivery"],
  // `delivery`: admins are told by mail of what is published by itself (docs/decisions/023).
  campaigns: ["letters", "directory", "accounts", "delivery", "audit"],
  letters: ["directory"],
  accounts: ["delivery", "audit"],
  directory: ["audit"],
  delivery: ["audit"],
  audit: [],
  blobs: [],
};

/** Known to everybody: bytes by their sha256, in which there is no domain. */
export const knownToAll = ["blobs"];

/** What `reporting` may know of any feature: numbers and ids, never a name or a text. */
export const figures = "-figures\\.server\\.ts$";
