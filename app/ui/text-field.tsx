import type { InputHTMLAttributes } from "react";
import { words } from "./words.ts";

export interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "className"> {
  name: string;
  label: string;
  /** Said beside the label of a field that may stay empty. */
  optional?: string;
  hint?: string;
  /** Puts the hint below the input, where two fields stand side by side and their inputs should be level. */
  isHintBelow?: boolean;
  /** What is wrong, as a sentence that says how to mend it. */
  fault?: string;
  /** A class of the design that limits the width, such as "w-10". */
  width?: string;
  locale: string;
}

/** A label, a hint, what is wrong, and the input that they describe. The name is its id. */
export function TextField({
  name,
  label,
  optional,
  hint,
  isHintBelow = false,
  fault,
  width = "",
  locale,
  ...input
}: TextFieldProps) {
  const described = [hint ? `${name}-hint` : "", fault ? `${name}-wrong` : ""].filter(Boolean).join(" ");
  const hinted = hint ? (
    <span className="hint" id={`${name}-hint`}>
      {hint}
    </span>
  ) : null;
  return (
    <div className={fault ? "field field-wrong" : "field"}>
      <label htmlFor={name}>
        {label}
        {optional ? <span className="plain muted"> {optional}</span> : null}
      </label>
      {isHintBelow ? null : hinted}
      {fault ? <Wrong name={name} fault={fault} locale={locale} /> : null}
      <input
        {...input}
        className={`input ${width}`.trim()}
        id={name}
        name={name}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described || undefined}
      />
      {isHintBelow ? hinted : null}
    </div>
  );
}

/** The sentence that says what is wrong with a field, marked for those who do not see its colour. */
export function Wrong({ name, fault, locale }: { name: string; fault: string; locale: string }) {
  return (
    <span className="wrong" id={`${name}-wrong`}>
      <span className="sr">{words(locale)("error.prefix")}</span> {fault}
    </span>
  );
}
