/** A district that a postal code touches. */
export interface Touched {
  state: string;
  district: number;
  isPrimary: boolean;
}

export type PostalAreas = Map<string, Touched[]>;

/*
 * Neighbouring codes mostly lie in the same districts, so the packed file holds, for each prefix of three digits, groups
 * "districts:endings". "CA28*+CA30:01,05-08;CA30*:02" under "912" says that 91201 and 91205 to 91208 touch California's
 * 28th and 30th districts, the internal point in the 28th, and 91202 the 30th alone. Every code inside a range exists.
 */

/** Codes with their districts, as one string for each three-digit prefix. */
export function encodeRuns(areas: PostalAreas): Record<string, string> {
  const prefixes = new Map<string, Map<string, number[]>>();
  for (const [code, touched] of [...areas].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const groups = prefixes.get(code.slice(0, 3)) ?? new Map<string, number[]>();
    const key = encodeDistricts(touched);
    groups.set(key, [...(groups.get(key) ?? []), Number(code.slice(3))]);
    prefixes.set(code.slice(0, 3), groups);
  }
  const encoded: Record<string, string> = {};
  for (const [prefix, groups] of prefixes) {
    encoded[prefix] = [...groups].map(([key, endings]) => `${key}:${encodeEndings(endings)}`).join(";");
  }
  return encoded;
}

/** The inverse of `encodeRuns`. */
export function decodeRuns(encoded: Record<string, string>): PostalAreas {
  const areas: PostalAreas = new Map();
  for (const [prefix, groups] of Object.entries(encoded)) {
    for (const group of groups.split(";")) {
      const [districts = "", endings = ""] = group.split(":");
      const touched = districts.split("+").map(decodeDistrict);
      for (const ending of decodeEndings(endings)) areas.set(prefix + ending, touched);
    }
  }
  return areas;
}

function encodeDistricts(touched: Touched[]): string {
  return [...touched]
    .sort((a, b) => (a.state === b.state ? a.district - b.district : a.state < b.state ? -1 : 1))
    .map(({ state, district, isPrimary }) => `${state}${district}${isPrimary ? "*" : ""}`)
    .join("+");
}

function decodeDistrict(text: string): Touched {
  const match = /^([A-Z]{2})(\d{1,2})(\*?)$/.exec(text);
  if (!match) throw new Error(`Not a packed district: ${text}`);
  return { state: match[1] ?? "", district: Number(match[2]), isPrimary: match[3] === "*" };
}

function encodeEndings(endings: number[]): string {
  const runs: [number, number][] = [];
  for (const ending of endings) {
    const last = runs.at(-1);
    if (last && last[1] === ending - 1) last[1] = ending;
    else runs.push([ending, ending]);
  }
  return runs.map(([from, to]) => (from === to ? two(from) : `${two(from)}-${two(to)}`)).join(",");
}

function* decodeEndings(text: string): Generator<string> {
  for (const run of text.split(",")) {
    const [from = "", to = from] = run.split("-");
    for (let ending = Number(from); ending <= Number(to); ending += 1) yield two(ending);
  }
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
