import { words } from "./words.ts";

/** After a refusal: takes the focus, says what is wrong in the words that stand at each field, and leads there; what is at no field has none. */
export function ErrorSummary({ faults, locale }: { faults: { field: string; sentence: string }[]; locale: string }) {
  if (faults.length === 0) return null;
  return (
    <div className="error-summary narrow" role="alert" tabIndex={-1} autoFocus aria-labelledby="error-summary">
      <h2 id="error-summary">{words(locale)("summary.title")}</h2>
      <ul>
        {faults.map(({ field, sentence }) => (
          <li key={field}>{field === "" ? sentence : <a href={`#${field}`}>{sentence}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
