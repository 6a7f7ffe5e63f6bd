/** Loopback is literally 127.0.0.0/8, ::1 and localhost; `hostname` as `URL` gives it, which spells addresses out. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}
