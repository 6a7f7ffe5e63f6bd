import type { ReactNode } from "react";
import { words } from "./words.ts";

export interface FieldProps {
  /** Also the id of the control. */
  name: string;
  label: ReactNode;
  hint?: string;
  /** Puts the hint below the control, where two fields stand side by side and their controls should be level. */
  isHintBelow?: boolean;
  /** What is wrong, as a sentence that says how to mend it. */
  fault?: string;
  /** Takes the whole width. */
  isWide?: boolean;
  locale: string;
  /** The control, with the attributes of `controlOf`. */
  children: ReactNode;
}

/** A label, a hint, what is wrong, and the control that they describe. */
export function Field({ name, label, hint, isHintBelow = false, fault, isWide = false, locale, children }: FieldProps) {
  const hinted = hint ? (
    <span className="hint" id={`${name}-hint`}>
      {hint}
    </span>
  ) : null;
  return (
    <div className={["field", isWide ? "wide" : "", fault ? "field-wrong" : ""].filter(Boolean).join(" ")}>
      <label htmlFor={name}>{label}</label>
      {isHintBelow ? null : hinted}
      {fault ? <Wrong name={name} fault={fault} locale={locale} /> : null}
      {children}
      {isHintBelow ? hinted : null}
    </div>
  );
}

/** What ties a control to its label, its hint and what is wrong with it. */
export function controlOf({ name, hint, fault }: Pick<FieldProps, "name" | "hint" | "fault">) {
  const described = [hint ? `${name}-hint` : "", fault ? `${name}-wrong` : ""].filter(Boolean).join(" ");
  return {
    id: name,
    name,
    "aria-invalid": fault ? true : undefined,
    "aria-describedby": described || undefined,
  };
}

/** The sentence that says what is wrong with a field, marked for those who do not see its colour. */
export function Wrong({ name, fault, locale }: { name: string; fault: string; locale: string }) {
  return (
    <span className="wrong" id={`${name}-wrong`}>
      <span className="sr">{words(locale)("error.prefix")}</span> {fault}
    </span>
  );
}
