/**
 * Where a current letter stands, as it is counted; `letter_status` of the database says the same. "waiting": its writer has
 * not confirmed; "held": facts changed, its writer is asked; "with-writer": to hand over, not marked as done; "done": handed
 * over, as its writer says; "mailed": given to the outbox, where its delivery goes on.
 */
export const letterStatuses = ["waiting", "held", "with-writer", "done", "mailed"] as const;
