/** What is sealed here. Bound into every row: they never change while rows exist. */
export const personLabel = "signatures/person";
export const personalLinkLabel = "signatures/personal-link";
