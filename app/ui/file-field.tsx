import type { TextFieldProps } from "./text-field.tsx";
import { controlOf, Field } from "./field.tsx";

type FileFieldProps = Pick<TextFieldProps, "name" | "label" | "hint" | "fault" | "locale"> & {
  /** Media types that a browser offers. */
  accept: string;
};

/** A label, a hint, what is wrong, and the file that they describe. Its form is sent as `multipart/form-data`. */
export function FileField({ name, label, hint, fault, accept, locale }: FileFieldProps) {
  return (
    <Field {...{ name, label, hint, fault, locale }}>
      <input type="file" className="input" accept={accept} {...controlOf({ name, hint, fault })} />
    </Field>
  );
}
