import { pollWhileVisible } from "#app/lib/poll-while-visible.ts";

/**
 * Moves the number and the bar of a campaign's page without a reload: asks count.json while the page is visible, more
 * seldom while it cannot be reached. Everything it says stands in the page already, in `data-` attributes.
 */
type Count = { confirmed: number; goal: number | null; asOf: string };
type Forms = Record<string, string>;

const everyMs = 3_000;
const slowestMs = 60_000;
const patienceMs = 5_000;
/** A screen reader hears of it at most this often: numbers that run are noise. */
const announceMs = 60_000;

const root = document.querySelector<HTMLElement>("[data-live-count]");
if (root) watch(root, root.dataset.liveCount ?? "");

function watch(page: HTMLElement, url: string): void {
  const say = phrases(page);
  let shown: Count | null = null;

  async function look(): Promise<void> {
    const answer = await fetch(url, { credentials: "omit", signal: AbortSignal.timeout(patienceMs) });
    if (!answer.ok) throw new Error(String(answer.status));
    const count = (await answer.json()) as Count;
    if (!shown || count.asOf > shown.asOf) show(page, say, count, shown?.confirmed ?? null);
    if (!shown || count.asOf > shown.asOf) shown = count;
  }

  pollWhileVisible(look, { everyMs, slowestMs });
}

type Say = {
  number: (n: number) => string;
  rest: (n: number) => string;
  signed: (n: number) => string;
  announce: (n: number) => string;
};

function phrases(page: HTMLElement): Say {
  const locale = page.dataset.liveLocale ?? "en";
  const rules = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  const phrase = (text: string | undefined) => {
    const forms = JSON.parse(text ?? "{}") as Forms;
    return (n: number) => (forms[rules.select(n)] ?? forms.other ?? "{n}").replace("{n}", number.format(n));
  };
  return {
    number: (n) => number.format(n),
    rest: phrase(page.dataset.liveRest),
    signed: phrase(page.dataset.liveSigned),
    announce: phrase(page.dataset.liveAnnounce),
  };
}

function show(page: HTMLElement, say: Say, { confirmed, goal }: Count, before: number | null): void {
  // Nobody yet: the page says so in words of its own, and a count never falls back to that under a reader's eyes.
  if (confirmed === 0 || confirmed === before) return;
  write(page, "[data-count]", say.number(confirmed));
  write(page, "[data-count-rest]", say.rest(confirmed));
  write(page, "[data-count-signed]", say.signed(confirmed));
  if (goal) {
    const percent = Math.min(100, Math.round((confirmed / goal) * 1000) / 10);
    for (const bar of page.querySelectorAll("[data-count-bar] rect")) bar.setAttribute("width", `${percent}%`);
  }
  if (before !== null) announceSoon(page, say.announce(confirmed));
}

function write(page: HTMLElement, selector: string, text: string): void {
  for (const element of page.querySelectorAll(selector)) if (element.textContent !== text) element.textContent = text;
}

let toAnnounce = "";
let announcing = false;

function announceSoon(page: HTMLElement, text: string): void {
  toAnnounce = text;
  if (announcing) return;
  announcing = true;
  const wasSaid = toAnnounce;
  write(page, "[data-count-announce]", wasSaid);
  window.setTimeout(() => {
    announcing = false;
    if (toAnnounce !== wasSaid) announceSoon(page, toAnnounce);
  }, announceMs);
}
