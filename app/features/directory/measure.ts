import { endOfDayInOffice } from "./term-end.ts";

/** Kinds of bills and resolutions of the US Congress, as Congress abbreviates them. */
export const measureTypes = {
  hr: "H.R.",
  hres: "H.Res.",
  hjres: "H.J.Res.",
  hconres: "H.Con.Res.",
  s: "S.",
  sres: "S.Res.",
  sjres: "S.J.Res.",
  sconres: "S.Con.Res.",
} as const;
export type MeasureType = keyof typeof measureTypes;

export const isMeasureType = (text: string): text is MeasureType => Object.hasOwn(measureTypes, text);

/** How far a measure has come. What an ended Congress left lying is told by the Congress, not by a stage. */
export const measureStages = [
  "introduced",
  "committee",
  "reported",
  "passed-house",
  "passed-senate",
  "passed-both",
  "law",
  "failed",
] as const;
export type MeasureStage = (typeof measureStages)[number];

/** A bill or resolution as somebody read it on a day. */
export type Measure = {
  /** "us/119/hres/1" */
  id: string;
  congress: number;
  type: MeasureType;
  number: number;
  title: string;
  chamber: Chamber;
  stage: MeasureStage;
  /** ISO day of which title and stage are. */
  asOf: string;
  /** Who introduced it, where that is known. */
  sponsorId: string | null;
};
export type Chamber = "house" | "senate";

/** What a list of measures shows beside it. */
export type ListedMeasure = Measure & {
  /** ISO day of the latest list of cosponsors; null before the first. */
  listAsOf: string | null;
};

type Named = Pick<Measure, "congress" | "type" | "number">;

export function measureIdOf({ congress, type, number }: Named): string {
  return `us/${congress}/${type}/${number}`;
}

/** The chamber in which measures of a type begin, and where alone they are cosponsored. */
export function chamberOf(type: MeasureType): Chamber {
  return type.startsWith("h") ? "house" : "senate";
}

/** "H.Res. 1", as it is cited; of which Congress stands beside it. */
export function measureName({ type, number }: Pick<Measure, "type" | "number">): string {
  return `${measureTypes[type]} ${number}`;
}

/** The same of an id alone, with the Congress: "H.Res. 1 (119)"; an id that is none stays as it is. */
export function measureNameFrom(id: string): string {
  const [, congress, type = "", number] = id.split("/");
  return isMeasureType(type) ? `${measureTypes[type]} ${number} (${congress})` : id;
}

/** Its place in an address of ours: "119-hres-1". */
export function measureRef({ id }: Pick<Measure, "id">): string {
  return id.slice("us/".length).replaceAll("/", "-");
}

/** The id behind such a place; null where nothing can stand there. */
export function measureIdFrom(ref: string): string | null {
  const [, congress, type = "", number] = /^([1-9]\d{0,2})-([a-z]+)-([1-9]\d{0,4})$/.exec(ref) ?? [];
  if (!isMeasureType(type)) return null;
  return measureIdOf({ congress: Number(congress), type, number: Number(number) });
}

/** Whether a chamber ever votes on it: a simple resolution is one chamber's own business. */
export function isVotedOnIn({ type, chamber }: Pick<Measure, "type" | "chamber">, voting: Chamber): boolean {
  return chamber === voting || (type !== "hres" && type !== "sres");
}

/** Whether its Congress is over: nobody can cosponsor it or vote on it any more. Congresses end every second 3 January at noon. */
export function isLapsed({ congress }: Pick<Measure, "congress">, now: Date): boolean {
  return now >= endOfDayInOffice(`${1789 + 2 * congress}-01-03`);
}
