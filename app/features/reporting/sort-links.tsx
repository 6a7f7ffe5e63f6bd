import { pathsIn } from "#app/lib/paths.ts";
import { queryOf } from "./view.ts";
import type { View } from "./view.ts";
import { words } from "./words.ts";

interface SortLinksProps<K extends "divisions" | "offices"> {
  table: K;
  orders: readonly View[K][];
  slug: string;
  view: View;
  hash: string;
  locale: string;
}

/** In which order a table stands, and the ways to the others. */
export function SortLinks<K extends "divisions" | "offices">(given: SortLinksProps<K>) {
  const { table, orders, slug, view, hash, locale } = given;
  const t = words(locale);
  const name = (order: string) =>
    t(
      table === "divisions"
        ? `districts.sort.${order as View["divisions"]}`
        : `offices.sort.${order as View["offices"]}`,
    );
  return (
    <p className="small no-print">
      {t("districts.sorted")}{" "}
      {orders.map((order, index) => (
        <span key={order}>
          {index > 0 ? " · " : null}
          {order === view[table] ? (
            <strong>{name(order)}</strong>
          ) : (
            <a href={`${pathsIn(locale).staffCampaign(slug)}${queryOf(view, { [table]: order })}#${hash}`}>
              {name(order)}
            </a>
          )}
        </span>
      ))}
    </p>
  );
}
