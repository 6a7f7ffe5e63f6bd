import { pathsIn } from "#app/lib/paths.ts";
import { Choice } from "#app/ui/choice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { AsOfField, fieldOf } from "./measure-fields.tsx";
import type { MeasureFormProps } from "./measure-fields.tsx";
import { words } from "./words.ts";

type Props = Omit<MeasureFormProps, "members"> & {
  /** The measure's place in an address. */
  at: string;
};

/** The list of cosponsors as congress.gov answers it. */
export function PastedForm({ at, address, ...form }: Props & { address: string }) {
  const { locale, faults } = form;
  const t = words(locale);
  return (
    <form
      className="stack stack-lg"
      method="post"
      action={pathsIn(locale).measurePasted(at)}
      encType="multipart/form-data"
      noValidate
    >
      <ErrorSummary faults={faults} locale={locale} />
      <div className="stack">
        <p className="narrow">{t("pasted.lead")}</p>
        <p>
          <code className="link-out">{address}</code>
        </p>
      </div>
      <div className="fields">
        <TextArea {...fieldOf(form)("pasted")} label={t("pasted.pasted")} rows={10} spellCheck={false} dir="ltr" />
        <FileField
          name="file"
          locale={locale}
          label={t("pasted.file")}
          hint={t("pasted.file.hint")}
          accept="application/json,.json"
        />
        <AsOfField {...form} />
      </div>
      <p>
        <button className="btn btn-small">{t("pasted.save")}</button>
      </p>
    </form>
  );
}

type TickedProps = Props & { members: { value: string; label: string; hint: string }[]; ticked: string[] };

/** The list of cosponsors as ticks among the members of the chamber. */
export function TickedForm({ at, members, ticked, ...form }: TickedProps) {
  const { locale, faults } = form;
  const t = words(locale);
  return (
    <form className="stack stack-lg" method="post" action={pathsIn(locale).measureTicked(at)} noValidate>
      <ErrorSummary faults={faults} locale={locale} />
      <p className="narrow">{t("ticked.lead")}</p>
      <AsOfField {...form} />
      <fieldset>
        <legend className="legend">{t("ticked.names")}</legend>
        <div className="choices">
          {members.map(({ value, label, hint }) => (
            <Choice
              key={value}
              type="checkbox"
              id={`cosponsor-${value}`}
              name="cosponsor"
              value={value}
              defaultChecked={ticked.includes(value)}
              label={label}
              hint={hint}
            />
          ))}
        </div>
      </fieldset>
      <p>
        <button className="btn btn-small">{t("ticked.save")}</button>
      </p>
    </form>
  );
}
