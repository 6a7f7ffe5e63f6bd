import type { MeasureFault } from "./measure-form.ts";
import { words } from "./words.ts";

/** What is wrong with a measure's form, as its page says it. */
export function measureFaults(locale: string, faults: { field: string; code: string }[]) {
  const t = words(locale);
  return faults.map(({ field, code }) => ({ field, sentence: t(`fault.${code as MeasureFault}`) }));
}
