/**
 * Makes a form another one to the browser: on "Back" a browser fills in what was typed into a form, and knows it by the
 * names of its first fields. A field that is neither seen nor sent; first in its form.
 */
export function FormMark({ mark }: { mark: string | null }) {
  return mark ? <input type="hidden" name={mark} disabled /> : null;
}
