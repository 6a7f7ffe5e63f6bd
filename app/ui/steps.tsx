import { words } from "./words.ts";

/** Where somebody is in a staged form. `step` counts from 1. Never the only way back. */
export function Steps({ names, step, locale }: { names: string[]; step: number; locale: string }) {
  return (
    <ol className="steps no-print" role="list" aria-label={words(locale)("steps.label", { step, steps: names.length })}>
      {names.map((name, index) => {
        const label = `${index + 1}. ${name}`;
        if (index + 1 === step)
          return (
            <li key={name} aria-current="step">
              {label}
            </li>
          );
        return (
          <li key={name} className={index + 1 < step ? "done" : undefined}>
            <span>{label}</span>
          </li>
        );
      })}
    </ol>
  );
}
