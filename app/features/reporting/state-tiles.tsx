import { formatNumber } from "#app/lib/format.ts";
import { pathsIn } from "#app/lib/paths.ts";
import { stateName } from "./division-name.ts";
import { classOf, stateClasses } from "./places.ts";
import type { StateRow } from "./places.ts";
import type { Shown } from "./small-figure.ts";
import { queryOf } from "./view.ts";
import type { View } from "./view.ts";
import { words } from "./words.ts";

/** Column and row of each state's tile: all of one size, so that small ones can be read too. */
const layout =
  "AK:0,0 ME:10,0 VT:9,1 NH:10,1 WA:0,2 ID:1,2 MT:2,2 ND:3,2 MN:4,2 IL:5,2 WI:6,2 MI:7,2 NY:8,2 RI:9,2 MA:10,2 OR:0,3 NV:1,3 WY:2,3 SD:3,3 IA:4,3 IN:5,3 OH:6,3 PA:7,3 NJ:8,3 CT:9,3 CA:0,4 UT:1,4 CO:2,4 NE:3,4 MO:4,4 KY:5,4 WV:6,4 VA:7,4 MD:8,4 DE:9,4 AZ:1,5 NM:2,5 KS:3,5 AR:4,5 TN:5,5 NC:6,5 SC:7,5 DC:8,5 OK:3,6 LA:4,6 MS:5,6 AL:6,6 GA:7,6 HI:0,7 TX:3,7 FL:8,7 PR:10,7";
const pitch = 44;
const side = 41;

const tiles = layout.split(" ").map((tile) => {
  const [state = "", at = ""] = tile.split(":");
  const [column = 0, row = 0] = at.split(",").map(Number);
  return { state, x: column * pitch, y: row * pitch };
});

interface StateTilesProps {
  states: readonly StateRow[];
  slug: string;
  view: View;
  description: string;
  locale: string;
}

/** The states as equal tiles, darker where more signed; each leads to its districts. */
export function StateTiles({ states, slug, view, description, locale }: StateTilesProps) {
  const t = words(locale);
  const figures = new Map(states.map(({ state, n }) => [state, n]));
  return (
    <svg viewBox="0 0 484 352" role="group" aria-labelledby="states states-description">
      <desc id="states-description">{description}</desc>
      {tiles.map(({ state, x, y }) => {
        const n = figures.get(state) ?? 0;
        const level = classOf(n, stateClasses);
        const name = t("states.tile", { state: stateName(state), n: shownIn(locale, n) });
        return (
          <a
            key={state}
            href={`${pathsIn(locale).staffCampaign(slug)}${queryOf(view, { state })}#districts`}
            aria-label={name}
          >
            <title>{name}</title>
            <rect className={`tile q${level}`} x={x} y={y} width={side} height={side} />
            <text
              className={level >= 4 ? "on-dark" : "on-light"}
              x={x + side / 2}
              y={y + 26}
              fontSize="15"
              textAnchor="middle"
            >
              {state}
            </text>
          </a>
        );
      })}
    </svg>
  );
}

/** A figure as it may be shown. */
export function shownIn(locale: string, shown: Shown): string {
  return shown === "*" ? words(locale)("small") : formatNumber(locale, shown);
}

/** What each class of a map means. */
export function MapScale({ breaks, locale }: { breaks: readonly number[]; locale: string }) {
  const t = words(locale);
  const number = (n: number) => formatNumber(locale, n);
  return (
    <ul className="scale" role="list">
      {breaks.map((from, i) => {
        const next = breaks[i + 1];
        return (
          <li key={from}>
            {next === undefined
              ? t("scale.from", { from: number(from) })
              : t("scale.range", { from: number(from), until: number(next - 1) })}
          </li>
        );
      })}
    </ul>
  );
}
