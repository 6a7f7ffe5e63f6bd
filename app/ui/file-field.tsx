import type { TextFieldProps } from "./text-field.tsx";
import { Wrong } from "./text-field.tsx";

type FileFieldProps = Pick<TextFieldProps, "name" | "label" | "hint" | "fault" | "locale"> & {
  /** Media types that a browser offers. */
  accept: string;
};

/** A label, a hint, what is wrong, and the file that they describe. Its form is sent as `multipart/form-data`. */
export function FileField({ name, label, hint, fault, accept, locale }: FileFieldProps) {
  const described = [hint ? `${name}-hint` : "", fault ? `${name}-wrong` : ""].filter(Boolean).join(" ");
  return (
    <div className={fault ? "field field-wrong" : "field"}>
      <label htmlFor={name}>{label}</label>
      {hint ? (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      ) : null}
      {fault ? <Wrong name={name} fault={fault} locale={locale} /> : null}
      <input
        type="file"
        className="input"
        id={name}
        name={name}
        accept={accept}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described || undefined}
      />
    </div>
  );
}
