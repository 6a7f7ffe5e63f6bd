import type { InputHTMLAttributes } from "react";

export interface ChoiceProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "className" | "type"> {
  type: "radio" | "checkbox";
  id: string;
  label: string;
  hint?: string;
}

/** One thing to tick or choose; its label, hint included, is part of what is pressed. */
export function Choice({ id, label, hint, ...input }: ChoiceProps) {
  return (
    <div className="choice">
      <input {...input} id={id} />
      <label htmlFor={id}>
        {label} {hint ? <span className="hint">{hint}</span> : null}
      </label>
    </div>
  );
}
