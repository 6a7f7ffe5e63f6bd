/**
 * The advisory locks of PostgreSQL that we take, with numbers of our own that stand here together so that no two are the
 * same. Each is held by one session at a time, but for `keyHolders`.
 */
export const locks = {
  /** In the maintenance database of an embedded cluster, by the `start` that owns it: a live server with it free is an orphan. */
  owner: 7_265_647_265,
  migration: 7_265_647_266,
  schedule: 7_265_647_267,
  /** Of the one folder. */
  fold: 7_265_647_268,
  /** While a backup is made or keys are rotated: the keys of a backup must be those of its rows. */
  upkeep: 7_265_647_269,
  /** Of the one who folds where letters stand, and of the one who folds where their deliveries are. */
  foldLetters: 7_265_647_270,
  foldDeliveries: 7_265_647_271,
  /** While the address of a new campaign is looked for: two of one title must not find the same. */
  campaignSlug: 7_265_647_280,
  /** First half of a lock of two halves, shared by those who seal with one key; the second half is the key. */
  keyHolders: 7_265_648,
} as const;
