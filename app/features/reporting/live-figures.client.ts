import { pollWhileVisible } from "#app/lib/poll-while-visible.ts";

/**
 * Keeps the overview's figures fresh without a reload: while the page is visible it asks for the page anew and takes over
 * the parts that are marked `data-live`. A part in which somebody stands with the keyboard waits for the next time.
 */
const everyMs = 10_000;
const slowestMs = 120_000;
const patienceMs = 8_000;

pollWhileVisible(look, { everyMs, slowestMs });

async function look(): Promise<void> {
  const answer = await fetch(window.location.href, { signal: AbortSignal.timeout(patienceMs), redirect: "error" });
  if (!answer.ok) throw new Error(String(answer.status));
  takeOver(new DOMParser().parseFromString(await answer.text(), "text/html"));
}

function takeOver(fresh: Document): void {
  for (const part of document.querySelectorAll<HTMLElement>("[data-live]")) {
    const found = fresh.querySelector<HTMLElement>(`[data-live="${part.dataset.live ?? ""}"]`);
    if (found && !part.contains(document.activeElement)) part.replaceChildren(...found.childNodes);
  }
}
