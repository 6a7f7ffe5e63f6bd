import { Choice } from "#app/ui/choice.tsx";
import { displays } from "./signature.ts";
import type { Display } from "./signature.ts";
import { words } from "./words.ts";

export interface ShownOfMeProps {
  locale: string;
  /** Null where it differs from one signature to another: nothing is ticked. */
  display: Display | null;
  /** It holds for several. */
  isForAll: boolean;
  action: string;
}

/** What the public sees of somebody, to change at any time. */
export function ShownOfMe({ locale, display, isForAll, action }: ShownOfMeProps) {
  const t = words(locale);
  const lead = display === null ? t("shown.mixed") : isForAll ? t("shown.all") : t("shown.one");
  return (
    <section aria-labelledby="shown" className="stack no-print">
      <h2 id="shown" className="ruled">
        {t("shown.headline")}
      </h2>
      <form method="post" action={action} className="stack">
        <p className="small muted">{lead}</p>
        <fieldset>
          <legend className="sr">{t("shown.legend")}</legend>
          {displays.map((one) => (
            <Choice
              key={one}
              type="radio"
              name="display"
              id={`display-${one}`}
              value={one}
              defaultChecked={display === one}
              label={t(`sign.display.${one}`)}
              hint={one === "none" ? undefined : t(`sign.display.${one}.hint`)}
            />
          ))}
        </fieldset>
        <p>
          <button className="btn btn-second btn-small">{t("shown.save")}</button>
        </p>
      </form>
    </section>
  );
}
