import { words } from "./words.ts";
import type { View } from "./view.ts";

/** What the page shows, as a form whose answer is an address. */
export function FilterForm({ action, view, locale }: { action: string; view: View; locale: string }) {
  const t = words(locale);
  return (
    <form className="filters no-print" method="get" action={action} aria-label={t("filter.title")}>
      {(["from", "until"] as const).map((name) => (
        <div key={name}>
          <label htmlFor={name}>{t(`filter.${name}`)}</label>
          <input className="input" id={name} name={name} type="date" defaultValue={view[name]} />
        </div>
      ))}
      <div>
        <label htmlFor="by">{t("filter.by")}</label>
        <select className="select" id="by" name="by" defaultValue={view.by}>
          {(["hour", "day", "week"] as const).map((by) => (
            <option key={by} value={by}>
              {t(`filter.by.${by}`)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="places">{t("filter.places")}</label>
        <select className="select" id="places" name="places" defaultValue={view.places}>
          {(["all", "range"] as const).map((places) => (
            <option key={places} value={places}>
              {t(`filter.places.${places}`)}
            </option>
          ))}
        </select>
      </div>
      {view.state === null ? null : <input type="hidden" name="state" value={view.state} />}
      {(["divisions", "offices", "rows"] as const).map((name) => (
        <input key={name} type="hidden" name={name} value={view[name]} />
      ))}
      <button className="btn btn-second btn-small">{t("filter.show")}</button>
    </form>
  );
}
