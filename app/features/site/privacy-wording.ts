/**
 * The wording that the confirm button stands for, by its day. A change of what is stored, for how long or who sees it is
 * a new wording; signatures keep the one they were given under.
 */
export const currentWording = "2026-11-24";
