import { TextField } from "#app/ui/text-field.tsx";
import { words } from "./words.ts";

/** A password to come, with what it must be. */
export function NewPasswordField({ fault, locale }: { fault: string | undefined; locale: string }) {
  const t = words(locale);
  return (
    <TextField
      name="password"
      type="password"
      autoComplete="new-password"
      label={t("field.new-password")}
      hint={t("field.new-password.hint")}
      fault={fault}
      locale={locale}
    />
  );
}
