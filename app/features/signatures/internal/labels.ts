/** What is sealed here. Bound into every row: it never changes while rows exist. */
export const personLabel = "signatures/person";
