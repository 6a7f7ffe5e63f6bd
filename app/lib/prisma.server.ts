import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { database } from "#app/lib/db.server.ts";
import { PrismaClient } from "#app/lib/generated/client.ts";

const clients = new WeakMap<pg.Pool, PrismaClient>();

/**
 * Prisma on the pool of `db.server.ts`, for what is not on a hot path. It stands apart because it takes a third of a second
 * to load, and the processes that send and count do without it.
 */
export function prisma(): PrismaClient {
  const pool = database();
  const known = clients.get(pool) ?? new PrismaClient({ adapter: new PrismaPg(pool) });
  clients.set(pool, known);
  return known;
}
