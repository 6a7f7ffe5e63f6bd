/**
 * What web and worker do alike to end: under `start` they leave the terminal's Ctrl-C to it and end when it says so, or
 * when the channel to it closes (a killed `start` must not leave a worker that sends); alone, they end on either signal.
 */
export function onStop(stop: () => Promise<void>): void {
  let stopping: Promise<void> | undefined;
  const once = () => {
    stopping ??= stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", once);
  if (process.connected) {
    process.on("SIGINT", () => undefined);
    process.on("disconnect", once);
  } else {
    process.on("SIGINT", once);
  }
}

/** Tells `start` that this process serves. */
export function sayReady(): void {
  process.send?.("ready");
}
