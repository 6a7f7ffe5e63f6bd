import { z } from "zod";
import type { By } from "#app/lib/by.ts";
import { count, instant, sql } from "#app/lib/db.server.ts";
import { roles } from "./account.ts";
import type { Person } from "./account.ts";

const row = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  hasSecondFactor: z.boolean(),
  seenAt: instant.nullable(),
  campaigns: count,
});

const columns = `u."id", u."name", u."email", u."role", u."twoFactorEnabled" as "hasSecondFactor", u."seenAt",
  (select count(*) from "CampaignMember" m where m."userId" = u."id") as "campaigns"`;

/** Everybody who may sign in, by name. */
export function peopleOf(_by: By): Promise<Person[]> {
  return sql(
    "people",
    `select ${columns} from "User" u where u."removedAt" is null order by lower(u."name"), u."id"`,
    [],
    row,
  );
}

/** One of them; null for an id that is nobody's. */
export async function personOf(_by: By, id: string): Promise<Person | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const [found] = await sql(
    "person",
    `select ${columns} from "User" u where u."removedAt" is null and u."id" = $1`,
    [id],
    row,
  );
  return found ?? null;
}
