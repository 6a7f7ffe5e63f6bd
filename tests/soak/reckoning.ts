import pg from "pg";
import { z } from "zod";
import { recounts } from "../support/recount.ts";
import { unseal } from "#app/lib/seal.server.ts";
import { idOfKey } from "#app/features/delivery/delivery.ts";
import type { Crowd } from "./crowd.ts";
import type { House } from "./house.ts";
import type { MoodyProvider } from "./provider.ts";
import { emailOf } from "./supporter.ts";

/** What nobody may have lost, and nothing may have done twice; a sentence for each that does not hold. */
export async function reckon(house: House, provider: MoodyProvider, crowd: Crowd): Promise<string[]> {
  const client = new pg.Client({ connectionString: house.databaseUrl() });
  await client.connect();
  const rows = async (text: string) => (await client.query<Record<string, string | number | null>>(text)).rows;
  try {
    return [
      ...crowd.surprises.map((surprise) => `somebody was told what nobody should be: ${surprise}`),
      ...(await house.complaints()),
      ...(await signaturesKept(client, crowd)),
      ...(await countedRight(rows, house, crowd)),
      ...(await sentOnce(client, provider, crowd)),
    ];
  } finally {
    await client.end();
  }
}

/** Every acknowledged signature is a row, every acknowledged confirmation is a confirmed one, and nobody is in twice. */
async function signaturesKept(client: pg.Client, { supporters }: Crowd): Promise<string[]> {
  const { rows } = await client.query<{ id: string; state: string; sealedPerson: Buffer }>(
    `select "id", "state", "sealedPerson" from "Signature"`,
  );
  const states = new Map<string, string[]>();
  for (const { id, state, sealedPerson } of rows) {
    const { email } = unseal("signatures/person", id, sealedPerson, z.object({ email: z.string() }));
    states.set(email, [...(states.get(email) ?? []), state]);
  }
  return supporters.flatMap(({ n, done }) => {
    const found = states.get(emailOf(n)) ?? [];
    const confirmed = found.filter((state) => state === "confirmed").length;
    return [
      ...(done.signed && found.length === 0 ? [`supporter ${n}: the acknowledged signature is lost`] : []),
      ...(done.confirmed && confirmed !== 1 ? [`supporter ${n}: confirmed, and counts ${confirmed} times`] : []),
    ];
  });
}

type Rows = (text: string) => Promise<Record<string, string | number | null>[]>;

/** The tallies in every direction, the numbers and `count.json` say what the rows say. */
async function countedRight(rows: Rows, house: House, { supporters }: Crowd): Promise<string[]> {
  const confirmed = supporters.filter(({ done }) => done.confirmed).length;
  const [counted = {}] = await rows(
    `select count(*)::int as "rows", count("number")::int as "numbers", count(distinct "number")::int as "distinct",
       coalesce(max("number"), 0) as "last" from "Signature" where "state" = 'confirmed'`,
  );
  const differing = [];
  for (const [what, recount] of Object.entries(recounts))
    for (const cell of await rows(recount)) differing.push({ what, ...cell });
  const shown = (await (await fetch(`${house.site}/c/detained/count.json`)).json()) as { confirmed: number };
  const wrong = (what: string, is: unknown) => `${confirmed} were confirmed, and ${what} says ${String(is)}`;
  return [
    ...Object.entries(counted).flatMap(([what, is]) => (is === confirmed ? [] : [wrong(what, is)])),
    ...(differing.length > 0 ? [`a recount differs from the tallies: ${JSON.stringify(differing.slice(0, 5))}`] : []),
    ...(shown.confirmed === confirmed ? [] : [wrong("count.json", shown.confirmed)]),
  ];
}

/** One mail a key, the same bytes a key, one key for what is the same mail, and nothing that waits for ever. */
async function sentOnce(client: pg.Client, { resend, mails }: MoodyProvider, crowd: Crowd): Promise<string[]> {
  const { rows } = await client.query<{ id: string; state: string; reason: string | null; kind: string }>(
    `select "id", "state", "reason", "kind" from "Delivery"`,
  );
  const deliveries = new Map(rows.map((row) => [row.id, row]));
  const wrong: string[] = [];

  const bodies = new Map<string, Set<string>>();
  for (const { key, body } of resend.ledger) {
    if (key === null) wrong.push("a mail was posted without a key");
    else bodies.set(key, (bodies.get(key) ?? new Set()).add(body));
  }
  for (const [key, sent] of bodies) if (sent.size > 1) wrong.push(`${key}: ${sent.size} different bodies`);

  const takenKeys = new Map<string, number>();
  for (const { key } of mails) takenKeys.set(key ?? "", (takenKeys.get(key ?? "") ?? 0) + 1);
  for (const [key, times] of takenKeys) {
    if (times > 1) wrong.push(`${key}: taken ${times} times`);
    if (!deliveries.has(idOfKey(key) ?? "")) wrong.push(`${key}: mailed, and no delivery knows of it`);
  }
  for (const { id, kind, state, reason } of rows) {
    if (state !== "accepted") wrong.push(`${id}: a ${kind} is ${state} (${reason ?? "no reason"}) when all is quiet`);
    else if (!takenKeys.has(id)) wrong.push(`${id}: accepted, and the provider never took it`);
  }

  const letters = new Map<number, number>();
  for (const { kind, n } of mails) {
    if (kind === "letter") letters.set(n, (letters.get(n) ?? 0) + 1);
    if (kind === "other") wrong.push("a mail that is neither a letter nor a confirmation");
  }
  for (const { n, done } of crowd.supporters) {
    const times = letters.get(n) ?? 0;
    if (times !== (done.confirmed ? 1 : 0)) wrong.push(`supporter ${n}: the letter went ${times} times`);
  }
  const { rows: mailless } = await client.query(
    `select s."id" from "Signature" s left join "Delivery" d on d."kind" = 'confirm' and d."subjectId" = s."id"
     group by s."id" having count(d."id") <> 1`,
  );
  if (mailless.length > 0) wrong.push(`${mailless.length} signatures have not exactly one mail to confirm`);
  return wrong;
}
