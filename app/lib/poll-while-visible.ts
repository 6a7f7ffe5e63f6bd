/**
 * In a browser: calls `look` again and again while somebody sees the page, `everyMs` after it has answered; while it
 * throws, twice as seldom each time, down to `slowestMs`.
 */
export function pollWhileVisible(look: () => Promise<void>, rate: { everyMs: number; slowestMs: number }): void {
  let waitMs = rate.everyMs;
  let timer: number | undefined;

  async function turn(): Promise<void> {
    window.clearTimeout(timer);
    if (document.visibilityState !== "visible") return;
    try {
      await look();
      waitMs = rate.everyMs;
    } catch {
      waitMs = Math.min(waitMs * 2, rate.slowestMs);
    }
    window.clearTimeout(timer);
    timer = window.setTimeout(turn, waitMs);
  }

  document.addEventListener("visibilitychange", () => void turn());
  timer = window.setTimeout(turn, waitMs);
}
