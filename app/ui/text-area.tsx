import type { TextareaHTMLAttributes } from "react";
import { controlOf, Field } from "./field.tsx";

export interface TextAreaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id" | "className"> {
  name: string;
  label: string;
  hint?: string;
  /** What is wrong, as a sentence that says how to mend it. */
  fault?: string;
  /** Room for a line or two. */
  isLow?: boolean;
  locale: string;
}

/** A label, a hint, what is wrong, and room for several lines that they describe. The name is its id. */
export function TextArea({ name, label, hint, fault, isLow = false, locale, defaultValue, ...area }: TextAreaProps) {
  const text = typeof defaultValue === "string" ? defaultValue : "";
  return (
    <Field {...{ name, label, hint, fault, locale }} isWide>
      {/* A browser drops the first line break of a textarea; one more keeps the text whole. */}
      <textarea
        {...area}
        className={isLow ? "textarea textarea-low" : "textarea"}
        {...controlOf({ name, hint, fault })}
        defaultValue={text.startsWith("\n") ? `\n${text}` : text}
      />
    </Field>
  );
}
