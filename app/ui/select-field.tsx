import type { SelectHTMLAttributes } from "react";
import { Wrong } from "./text-field.tsx";

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
    <div className={fault ? "field field-wrong" : "field"}>
      <label htmlFor={name}>{label}</label>
      {fault ? <Wrong name={name} fault={fault} locale={locale} /> : null}
      <select
        {...select}
        className={`select ${width}`.trim()}
        id={name}
        name={name}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${name}-wrong` : undefined}
      >
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
