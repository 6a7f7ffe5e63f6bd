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
    const links = await mailedLinks(provider, acknowledged);
    print("sign", "mails-in-ledger", links.size, { posts: provider.ledger.length, acknowledged });

    const { confirmed, perSecond } = await confirmAll(installation.url, [...links]);
    print("sign", "confirmed-per-second", rounded(perSecond, 0));
    const counted = await countedBy(installation.url, confirmed);
    const rows = await rowsOf(installation.databaseUrl);
    print("sign", "lost-or-doubled", Math.abs(rows.signatures - acknowledged) + Math.abs(counted - confirmed), {
      acknowledged,
      signatures: rows.signatures,
      deliveries: rows.deliveries,
      confirmed,
      counted,
    });
    const bare = await replaySigning(installation.databaseUrl, 10);
    print("sign", "bare-pg-per-second", rounded(bare, 0), { share: rounded(acknowledged / seconds / bare) });
  } finally {
    await installation.stop();
    await provider.close();
  }
}

async function sign(url: string): Promise<number> {
  let n = 0;
  const setupRequest = (request: autocannon.Request): autocannon.Request => {
    n += 1;
    const form = {
      givenName: `Given${n}`,
      familyName: "Supporter",
      email: `bench${n}@example.org`,
      country: "US",
      postalCode: "91205",
      display: "none",
    };
    return { ...request, body: new URLSearchParams(form).toString() };
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
      },
    ],
  });
  const statuses = statusCodeStats as Record<string, { count: number }>;
  const acknowledged = statuses["303"]?.count ?? 0;
  print("sign", "signed-per-second", rounded(acknowledged / duration, 0), { seconds: duration, statuses, errors });
  print("sign", "p99-ms", latency.p99, { p50: latency.p50, max: latency.max });
  return acknowledged;
}

/** Waits until the worker has sent a mail for each; answers the links. Requests cut off at the end may have signed too. */
async function mailedLinks(
  provider: Awaited<ReturnType<typeof startFakeResend>>,
  atLeast: number,
): Promise<Set<string>> {
  await provider.seen(atLeast);
  const links = new Set<string>();
  for (const { mail } of provider.taken()) {
    const [, link] = /https?:\S+?(\/confirm\/[\w-]+)/.exec(String(mail.text)) ?? [];
    if (link) links.add(link);
  }
  return links;
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

async function rowsOf(databaseUrl: string): Promise<{ signatures: number; deliveries: number }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ signatures: string; deliveries: string }>(
    `select (select count(*) from "Signature") as signatures,
       (select count(distinct "id") from "Delivery" where "kind" = 'confirm') as deliveries`,
  );
  await client.end();
  return { signatures: Number(rows[0]?.signatures), deliveries: Number(rows[0]?.deliveries) };
}
