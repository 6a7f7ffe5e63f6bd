import { env } from "#app/lib/env.server.ts";
import { isLoopbackHost } from "./loopback.ts";

/**
 * Whether the local mailbox answers at all: never in production, only to this machine, and only under a name of this
 * machine, so that neither a proxy in front of us nor a foreign page whose name points here can read the mail.
 */
export function mailboxIsOpen({ loopback, hostname }: { loopback: boolean; hostname: string }): boolean {
  return loopback && isLoopbackHost(hostname) && !env().isProduction;
}
