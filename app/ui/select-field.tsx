import type { SelectHTMLAttributes } from "react";
import { controlOf, Field } from "./field.tsx";

export interface SelectFieldProps extends Omit<
  SelectHTMLAttributes<HTMLSelectElement>,
  "id" | "className" | "children"
> {
  name: string;
  label: string;
  options: { value: string; label: string }[];
  fault?: string;
  width?: string;
  locale: string;
}

/** The device's own list to choose from. The name is its id. */
export function SelectField({ name, label, options, fault, width = "", locale, ...select }: SelectFieldProps) {
  return (
    <Field {...{ name, label, fault, locale }}>
      <select {...select} className={`select ${width}`.trim()} {...controlOf({ name, fault })}>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}
