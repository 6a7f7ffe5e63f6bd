import type { TextareaHTMLAttributes } from "react";
import { Wrong } from "./text-field.tsx";

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
  const described = [hint ? `${name}-hint` : "", fault ? `${name}-wrong` : ""].filter(Boolean).join(" ");
  const text = typeof defaultValue === "string" ? defaultValue : "";
  return (
    <div className={fault ? "field wide field-wrong" : "field wide"}>
      <label htmlFor={name}>{label}</label>
      {hint ? (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      ) : null}
      {fault ? <Wrong name={name} fault={fault} locale={locale} /> : null}
      {/* A browser drops the first line break of a textarea; one more keeps the text whole. */}
      <textarea
        {...area}
        className={isLow ? "textarea textarea-low" : "textarea"}
        id={name}
        name={name}
        defaultValue={text.startsWith("\n") ? `\n${text}` : text}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described || undefined}
      />
    </div>
  );
}
