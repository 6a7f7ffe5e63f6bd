/**
 * The wordings of the privacy page by their day, the newest first. The confirm button stands for the one in force; each
 * signature keeps the one it was given under. A change of what is stored, for how long or who sees it is a new wording.
 */
export const wordings = ["2026-11-24"] as const;

export type Wording = (typeof wordings)[number];

export const currentWording: Wording = wordings[0];
