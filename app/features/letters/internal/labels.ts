/** What is sealed here. These constants are bound into every row: they never change while rows exist. */
export const letterLabel = "letters/letter";
export const draftLabel = "letters/draft";
