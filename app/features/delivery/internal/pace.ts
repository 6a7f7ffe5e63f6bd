import { later } from "#app/lib/time.ts";

/**
 * How fast this process may send. Several workers each keep their own; where together they exceed the provider's limit,
 * its 429 pauses each.
 */
export class Pace {
  private nextTurn = 0;
  private pausedUntil: Date | null = null;

  /** Stops all sending: the provider asked for it, or takes no mail at all. */
  pause(from: Date, ms: number): void {
    const until = later(from, ms);
    if (!this.pausedUntil || this.pausedUntil < until) this.pausedUntil = until;
  }

  isPaused(at: Date): boolean {
    return this.pausedUntil !== null && at < this.pausedUntil;
  }

  /** Waits for this request's turn; turns are evenly spaced, so that no second has more than its share. */
  async turn(perSecond: number | null): Promise<void> {
    if (perSecond === null) return;
    // A span of real time, whatever the product's clock says.
    const present = performance.now();
    const mine = Math.max(present, this.nextTurn);
    this.nextTurn = mine + 1000 / perSecond;
    if (mine > present) await new Promise((resolve) => setTimeout(resolve, mine - present));
  }
}
