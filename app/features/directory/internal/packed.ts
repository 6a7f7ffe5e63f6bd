import { z } from "zod";

/* The compact form in which the facts stand under prisma/data: what the operator's tool writes and the loader reads. */

const day = z.iso.date();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A member of Congress with the running term. */
export const memberSchema = z.strictObject({
  bioguide: z.string().regex(/^[A-Z]\d{6}$/),
  given: z.string().min(1),
  family: z.string().min(1),
  display: z.string().min(1),
  state: z.string().length(2),
  /** Exactly one of the two: the House's district (0: the whole state), the Senate's class. */
  district: z.number().int().nonnegative().optional(),
  class: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  start: day,
  end: day,
  how: z.string().optional(),
  party: z.string().optional(),
  site: z.url({ protocol: /^https?$/ }).optional(),
  phone: z.string().optional(),
  post: z.string().optional(),
  form: z
    .strictObject({
      url: z.url({ protocol: /^https?$/ }),
      /** Position in `needs` of the file. */
      needs: z.number().int().nonnegative().optional(),
      captcha: z.boolean().optional(),
      asOf: day,
    })
    .optional(),
});

export const membersSchema = z.strictObject({ needs: z.array(z.array(z.string())), members: z.array(memberSchema) });

export const postalAreasSchema = z.strictObject({ runs: z.record(z.string().regex(/^\d{3}$/), z.string()) });

export const prefixKinds = ["area", "point", "military", "freely-associated"] as const;

/** Prefix of three digits, or one whole code → state and kind, as "NY point". */
export const postalPrefixesSchema = z.strictObject({
  prefixes: z.record(
    z.string().regex(/^\d{3}(\d\d)?$/),
    z.templateLiteral([z.string().regex(/^[A-Z]{2}$/), " ", z.enum(prefixKinds)]),
  ),
});

export const manifestSchema = z.strictObject({
  source: z.string(),
  asOf: day,
  map: z.strictObject({
    id: z.string(),
    congress: z.number().int(),
    validFrom: day,
    validUntil: day,
    source: z.string(),
  }),
  /** What the packed files were made from. */
  upstream: z.array(z.strictObject({ file: z.string(), sha256 })),
  packed: z.array(z.strictObject({ file: z.string(), sha256 })),
});

/** Offices that no import knows, kept by hand. */
export const fixedOfficesSchema = z.strictObject({
  asOf: day,
  offices: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(["executive", "parliament", "regional-congress", "company", "foreign-government"]),
      name: z.string(),
      bodyName: z.string(),
      disclosure: z.enum(["letter", "name-only", "count-only"]),
      timeZone: z.string(),
      salutation: z.string().nullable(),
      contacts: z.array(
        z.strictObject({
          channel: z.enum(["email", "web-form", "phone", "post"]),
          value: z.string(),
          label: z.string(),
        }),
      ),
    }),
  ),
});

export type PackedMember = z.output<typeof memberSchema>;
export type PackedMembers = z.output<typeof membersSchema>;
export type PackedPrefixes = z.output<typeof postalPrefixesSchema>;
export type Manifest = z.output<typeof manifestSchema>;
export type FixedOffices = z.output<typeof fixedOfficesSchema>;
