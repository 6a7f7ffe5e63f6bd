/** Where most people have their mail. What stands here is never taken for a slip. */
const providers = [
  ..."aol.com bellsouth.net comcast.net cox.net earthlink.net fastmail.com gmail.com googlemail.com".split(" "),
  ..."hotmail.com hotmail.fr icloud.com live.com mac.com me.com msn.com optonline.net outlook.com".split(" "),
  ..."proton.me protonmail.com rocketmail.com sbcglobal.net verizon.net yahoo.com yahoo.fr yandex.ru".split(" "),
];

/** As near to one of them as a slip, and in use. */
const others = new Set("cloud.com email.com gmx.com mail.com mail.ru maill.com ymail.com yahoo.ca yahoo.cn".split(" "));

/** Shorter names have real neighbours: aon.com is no slip for aol.com. */
const shortest = 5;

/** Endings of countries that are typed for ".com"; any other country's is taken as meant. */
const countriesForCom = /^(?:cm|co|om)$/;

/**
 * The address that was likely meant, where its domain is one slip (a letter wrong, missing, doubled or swapped) from that
 * of a large provider; else null. Only ever pointed out: any of them may be right. Our own, because libraries for this
 * measure looser and would turn armenian.am into armenian.at.
 */
export function likelyEmail(email: string): string | null {
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1).toLowerCase();
  if (at < 1 || providers.includes(domain) || others.has(domain)) return null;
  const meant = providers.find((provider) => isSlip(domain, provider));
  return meant ? `${email.slice(0, at)}@${meant}` : null;
}

function isSlip(domain: string, provider: string): boolean {
  const [name, ending] = parts(domain);
  const [rightName, rightEnding] = parts(provider);
  if (ending === rightEnding) return rightName.length >= shortest && isOneEdit(name, rightName);
  if (name !== rightName || !isOneEdit(ending, rightEnding)) return false;
  return ending.length !== 2 || countriesForCom.test(ending);
}

/** "mail" and "co.uk": what stands before the first dot and after it. */
function parts(domain: string): [string, string] {
  const dot = domain.indexOf(".");
  return [domain.slice(0, dot), domain.slice(dot + 1)];
}

/** One letter more, less or other, or two neighbours swapped. */
function isOneEdit(typed: string, right: string): boolean {
  let start = 0;
  while (start < typed.length && typed[start] === right[start]) start += 1;
  const [a, b] = [typed.slice(start), right.slice(start)];
  if (a.length === b.length)
    return a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
  return a.slice(1) === b || a === b.slice(1);
}
