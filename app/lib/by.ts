/** Who acts: somebody unknown, a process, the operator at a terminal, or an account by its role. */
export type Actor = "visitor" | "worker" | "operator" | "organizer" | "staff" | "admin";

/**
 * What every verb is given first: who acts, at what instant, from which network (raw address; never stored so).
 * `accountId` is set for an organizer, staff and an admin.
 */
export type By = { actor: Actor; now: Date; network?: string; accountId?: string };
