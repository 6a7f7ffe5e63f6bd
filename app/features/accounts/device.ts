const browsers: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bOPR\/|\bOpera\b/, "Opera"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/Chrom(?:e|ium)\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const systems: [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b|\/Mac$/, "Mac"],
  [/\bLinux\b|\bX11\b/, "Linux"],
];

/** What a list of sessions says of a browser, and all that is kept of it: which it is, and on what. */
export type Device = { browser: string; system: string };

/** The device of a `User-Agent`, as it is kept: "Firefox/Linux", "/" where nothing is known. What is kept reads as itself. */
export function deviceOf(userAgent: string): string {
  const named = ([...all]: [RegExp, string][]) => all.find(([shape]) => shape.test(userAgent))?.[1] ?? "";
  return `${named(browsers)}/${named(systems)}`;
}

/** The two parts of what is kept. */
export function readDevice(kept: string | null): Device {
  const [browser = "", system = ""] = (kept ?? "").split("/");
  return { browser, system };
}
