import { setTimeout as wait } from "node:timers/promises";

/** How long a process may take to finish what it has begun; `start` waits a little longer before it kills. */
export const drainingTime = 25_000;

/**
 * What web and worker do alike to end. Under `start` they leave the terminal's Ctrl-C to it and end when it says so, or
 * when the channel to it closes (a killed `start` must not leave a worker that sends); alone, they end on either signal.
 * Exit code 0 means that everything begun was finished.
 */
export function onStop(stop: () => Promise<void>): void {
  let stopping: Promise<void> | undefined;
  const once = () => {
    const tooLong = wait(drainingTime, undefined, { ref: false }).then(() => process.exit(1));
    stopping ??= Promise.race([stop(), tooLong]).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", once);
  if (process.send) {
    process.on("SIGINT", () => undefined);
    process.on("disconnect", once);
    // It may have closed while this process was still loading.
    if (!process.connected) once();
  } else {
    process.on("SIGINT", once);
  }
}

/** Tells `start` that this process serves. */
export function sayReady(): void {
  if (process.connected) process.send?.("ready");
}

/** Whatever nobody caught ends the process, without its message: messages quote what they choke on. `start` runs it again. */
export function endOnFault(logFault: (error: unknown) => string): void {
  process.on("uncaughtException", (error) => {
    logFault(error);
    process.exit(1);
  });
}

/** A process whose key was rotated out of use writes nothing more: what it sealed nobody could open. */
export function endOnRetiredKey(fault: unknown): never {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
}
