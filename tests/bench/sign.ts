import autocannon from "autocannon";
import pg from "pg";
import { startFakeResend } from "../fakes/resend.ts";
import { startInstallation } from "../support/installation.ts";
import { print, rounded } from "./figures.ts";
import { replaySigning } from "./replay-signing.ts";

const connections = 40;
const seconds = Number(process.env.BENCH_SECONDS ?? 60);
const slug = "detained";

/**
 * Signing over HTTP, with web, worker, database and this load generator on the same cores; then what the ledger of the
 * provider, the database and `count.json` say of it; then what the same statements reach through bare `pg`.
 */
export async function benchSign(): Promise<void> {
  const provider = await startFakeResend();
  const installation = await startInstallation({ ABUSE_LIMITS: "off", RESEND_BASE_URL: provider.baseUrl });
  try {
    const acknowledged = await sign(installation.url);
    await provider.seen(acknowledged.size);
    const mails = await mailsByAddress(provider, installation.databaseUrl);
    const lost = [...acknowledged].filter((address) => !mails.has(address)).length;
    const doubled = [...mails.values()].filter((links) => links.length > 1).length;
    const rows = await rowsOf(installation.databaseUrl);
    print("sign", "lost-or-doubled", lost + doubled + Math.abs(rows.signatures - mails.size), {
      acknowledged: acknowledged.size,
      // Those cut off at the end may have signed too.
      mails: mails.size,
      posts: provider.ledger.length,
      ...rows,
    });

    const { confirmed, perSecond } = await confirmAll(installation.url, [...mails.values()].flat());
    const counted = await countedBy(installation.url, confirmed);
    print("sign", "confirmed-per-second", rounded(perSecond, 0), { confirmed, counted });
    if (confirmed !== rows.deliveries || counted !== confirmed)
      throw new Error(`Of ${rows.deliveries} ${confirmed} were confirmed, ${counted} counted`);
    const bare = await replaySigning(installation.databaseUrl, 10);
    print("sign", "bare-pg-per-second", rounded(bare, 0), { share: rounded(acknowledged.size / seconds / bare) });
  } finally {
    await installation.stop();
    await provider.close();
  }
}

/** Posts forms for `seconds`; the addresses whose form was answered as signed. */
async function sign(url: string): Promise<Set<string>> {
  let n = 0;
  const acknowledged = new Set<string>();
  // Each connection has a context of its own and one request at a time in it.
  const setupRequest = (request: autocannon.Request, context: { email?: string }): autocannon.Request => {
    n += 1;
    context.email = `bench${n}@example.org`;
    const form = {
      givenName: `Given${n}`,
      familyName: "Supporter",
      email: context.email,
      country: "US",
      postalCode: "91205",
      display: "none",
    };
    return { ...request, body: new URLSearchParams(form).toString() };
  };
  const onResponse = (status: number, _body: string, context: { email?: string }) => {
    if (status === 303) acknowledged.add(String(context.email));
  };
  const { latency, statusCodeStats, errors, duration } = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        method: "POST",
        path: `/c/${slug}/sign`,
        headers: { "content-type": "application/x-www-form-urlencoded" },
        setupRequest,
        onResponse,
      },
    ],
  });
  print("sign", "signed-per-second", rounded(acknowledged.size / duration, 0), {
    seconds: duration,
    statuses: statusCodeStats,
    errors,
  });
  print("sign", "p99-ms", latency.p99, { p50: latency.p50, max: latency.max });
  return acknowledged;
}

/** The links that each address got by mail, once nothing is on its way any more. */
async function mailsByAddress(
  provider: Awaited<ReturnType<typeof startFakeResend>>,
  databaseUrl: string,
): Promise<Map<string, string[]>> {
  while ((await rowsOf(databaseUrl)).waiting > 0) await new Promise((resolve) => setTimeout(resolve, 200));
  const mails = new Map<string, string[]>();
  for (const { mail } of provider.taken()) {
    const [, link] = /https?:\S+?(\/confirm\/[\w-]+)/.exec(String(mail.text)) ?? [];
    const [address] = [mail.to].flat().map(String);
    if (link && address) mails.set(address, [...(mails.get(address) ?? []), link]);
  }
  return mails;
}

async function confirmAll(url: string, links: string[]): Promise<{ confirmed: number; perSecond: number }> {
  const begun = performance.now();
  const waiting = [...links];
  let confirmed = 0;
  const lane = async () => {
    for (let link = waiting.pop(); link; link = waiting.pop()) {
      const page = await (await fetch(url + link)).text();
      const texts = /name="texts" value="(\w+)"/.exec(page)?.[1] ?? "";
      const body = new URLSearchParams({ texts });
      if ((await fetch(url + link, { method: "POST", body, redirect: "manual" })).status === 303) confirmed += 1;
    }
  };
  await Promise.all(Array.from({ length: 16 }, lane));
  return { confirmed, perSecond: (confirmed / (performance.now() - begun)) * 1000 };
}

/** The count once it has reached what was confirmed, or what it is after ten seconds. */
async function countedBy(url: string, confirmed: number): Promise<number> {
  const until = performance.now() + 10_000;
  for (;;) {
    const answer = await fetch(`${url}/c/${slug}/count.json`);
    const count = ((await answer.json()) as { confirmed: number }).confirmed;
    if (count >= confirmed || performance.now() > until) return count;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function rowsOf(databaseUrl: string): Promise<{ signatures: number; deliveries: number; waiting: number }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<Record<"signatures" | "deliveries" | "waiting", string>>(
    `select (select count(*) from "Signature") as signatures, count(*) as deliveries,
       count(*) filter (where "endedAt" is null) as waiting from "Delivery" where "kind" = 'confirm'`,
  );
  await client.end();
  const [row] = rows;
  return { signatures: Number(row?.signatures), deliveries: Number(row?.deliveries), waiting: Number(row?.waiting) };
}
