/** Who acts. Accounts come with their own kinds when there are accounts. */
export type Actor = "visitor" | "worker" | "operator";

/** What every verb is given first: who acts, at what instant, from which network (raw address; never stored so). */
export type By = { actor: Actor; now: Date; network?: string };
