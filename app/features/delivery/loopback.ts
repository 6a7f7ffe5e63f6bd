/** Loopback is literally 127.0.0.0/8, ::1 and localhost; `hostname` as `URL` gives it, which spells addresses out. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}

/** As it stands in an address: "::1" is "[::1]" there. */
const spelled = (host: string) => (host.includes(":") ? `[${host}]` : host);
const everywhere = new Set(["0.0.0.0", "::"]);

/**
 * On which addresses the site listens: `HOST`, and outside production on loopback too, where alone the local mailbox
 * answers.
 */
export function listensOn(host: string, isProduction: boolean): string[] {
  const isEnough = isProduction || everywhere.has(host) || isLoopbackHost(spelled(host));
  return isEnough ? [host] : [host, "127.0.0.1"];
}

/** Where this machine itself reaches what listens so, as it stands in an address. */
export function loopbackOf(host: string): string {
  return isLoopbackHost(spelled(host)) ? spelled(host) : "127.0.0.1";
}
