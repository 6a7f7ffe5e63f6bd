/**
 * Who may know whom among the features: the one place. Whatever is not here is forbidden, type imports included.
 * `docs/architecture.md` explains the arrows; `.dependency-cruiser.mjs` and the planted violations enforce them.
 */
export const arrows = {
  signatures: ["campaigns", "letters", "directory", "delivery", "accounts"],
  campaigns: ["letters", "directory", "accounts"],
  letters: ["directory"],
  site: ["accounts", "campaigns", "directory"],
  accounts: ["delivery"],
  directory: [],
  delivery: [],
};
