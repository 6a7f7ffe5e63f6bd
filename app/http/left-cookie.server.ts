import { paths } from "#app/lib/paths.ts";
import { days } from "#app/lib/time.ts";
import { cookieAttributes, cookieOf } from "./letter-cookie.server.ts";

const name = "left";
const shape = /^\d{1,2}(?:-back)?$/;

/** How often somebody left on this device, and whether somebody has said since that they are back. */
function leftOf(request: Request): { times: number; isBack: boolean } {
  const [times = "0", back] = (cookieOf(request, name, shape) ?? "0").split("-");
  return { times: Number(times), isBack: back !== undefined };
}

function cookie(value: string): string {
  return `${name}=${value}; Max-Age=${days(30) / 1000}${cookieAttributes(paths.home())}`;
}

/**
 * `Set-Cookie` that remembers that somebody left on this device. The browser's history still has the addresses of mailed
 * links, and what was typed into its forms: with this "Back" shows neither. It counts, and says nothing of anybody.
 */
export function leftCookie(request: Request): string {
  return cookie(String((leftOf(request).times % 99) + 1));
}

/** `Set-Cookie` once somebody has said that they are back. */
export function backCookie(request: Request): string {
  return cookie(`${leftOf(request).times}-back`);
}

/** Whether a mailed link's page is to ask before it shows anything. */
export function hasLeft(request: Request): boolean {
  const { times, isBack } = leftOf(request);
  return times > 0 && !isBack;
}

/** What tells a form apart from the one that stood here before somebody left; null where nobody did. */
export function formMark(request: Request): string | null {
  const { times } = leftOf(request);
  return times > 0 ? `left-${times}` : null;
}
