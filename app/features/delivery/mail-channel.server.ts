import type { Settings } from "#app/lib/env.server.ts";
import { paths } from "#app/lib/paths.ts";
import { isLoopbackHost, loopbackOf } from "./loopback.ts";
import { words } from "./words.ts";

/**
 * Where a mail goes. "provider" and "local" are one code path: both speak Resend's protocol. "hold": a demo's mail in
 * production, which has no mailbox. "nowhere": production without a key; mail waits in the outbox.
 */
export type MailRoute =
  | { to: "provider" | "local"; baseUrl: string; apiKey: string; ratePerSecond: number | null }
  | { to: "hold"; reason: "demo" }
  | { to: "nowhere" };

type MailSettings = Pick<
  Settings,
  "isProduction" | "HOST" | "PORT" | "RESEND_API_KEY" | "RESEND_BASE_URL" | "RESEND_RATE_PER_SECOND"
>;

const resend = "https://api.resend.com";

/**
 * The live lock (fault 56): outside production mail leaves for loopback only, whatever key is set, and then without that
 * key. The directory holds thousands of real addresses.
 */
export function mailRoute(settings: MailSettings, { isDemo }: { isDemo: boolean }): MailRoute {
  const baseUrl = (settings.RESEND_BASE_URL ?? resend).replace(/\/+$/, "");
  const isLoopback = isLoopbackHost(new URL(baseUrl).hostname);
  if (!settings.isProduction) {
    if (isLoopback) return { to: "provider", baseUrl, apiKey: "local", ratePerSecond: null };
    return { to: "local", baseUrl: localMailbox(settings), apiKey: "local", ratePerSecond: null };
  }
  if (isDemo) return { to: "hold", reason: "demo" };
  if (!settings.RESEND_API_KEY) return { to: "nowhere" };
  const ratePerSecond = isLoopback ? null : settings.RESEND_RATE_PER_SECOND;
  return { to: "provider", baseUrl, apiKey: settings.RESEND_API_KEY, ratePerSecond };
}

/** What `start` says about mail, a sentence a line. */
export function describeMailRoute(settings: MailSettings): string[] {
  const t = words("en");
  const route = mailRoute(settings, { isDemo: false });
  if (route.to === "nowhere") return [t("routeNowhere", { key: "RESEND_API_KEY" })];
  if (settings.isProduction) return [t("routeLive", { host: hostOf(settings) })];
  const where = route.to === "local" ? t("routeLocal") : t("routeLoopback", { host: hostOf(settings) });
  return settings.RESEND_API_KEY ? [where, t("routeKeyUnused", { key: "RESEND_API_KEY", mode: "NODE_ENV" })] : [where];
}

function hostOf({ RESEND_BASE_URL }: MailSettings): string {
  return new URL(RESEND_BASE_URL ?? resend).host;
}

/** The mailbox of the web process on this machine. */
function localMailbox({ HOST, PORT }: MailSettings): string {
  return `http://${loopbackOf(HOST)}:${PORT}${paths.mailboxResend()}`;
}
