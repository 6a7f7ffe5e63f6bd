import type { InputHTMLAttributes } from "react";
import { controlOf, Field } from "./field.tsx";

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
  const named = (
    <>
      {label}
      {optional ? <span className="plain muted"> {optional}</span> : null}
    </>
  );
  return (
    <Field {...{ name, hint, isHintBelow, fault, locale }} label={named}>
      <input {...input} className={`input ${width}`.trim()} {...controlOf({ name, hint, fault })} />
    </Field>
  );
}
