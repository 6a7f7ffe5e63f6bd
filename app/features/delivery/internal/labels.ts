/** Bound into what is sealed here; never renamed while rows exist. */
export const payloadLabel = "delivery/payload";
export const localMailLabel = "delivery/local-mail";
