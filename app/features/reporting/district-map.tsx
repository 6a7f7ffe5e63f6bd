import { divisionName } from "./division-name.ts";
import { classOf, divisionClasses } from "./places.ts";
import type { DivisionRow } from "./places.ts";
import { shownIn } from "./state-tiles.tsx";
import { words } from "./words.ts";

/** The districts of one state as paths of one drawing, by the ids of their divisions. */
export interface DistrictShapes {
  width: number;
  height: number;
  paths: Record<string, string>;
}

interface DistrictMapProps {
  shapes: DistrictShapes;
  figures: readonly DivisionRow[];
  /** Divisions whose seat is empty. */
  vacant: readonly string[];
  description: string;
  locale: string;
}

/** Districts as they lie, darker where more signed; a district whose seat is empty is hatched. */
export function DistrictMap({ shapes, figures, vacant, description, locale }: DistrictMapProps) {
  const t = words(locale);
  const known = new Map(figures.map(({ id, n }) => [id, n]));
  return (
    <svg viewBox={`0 0 ${shapes.width} ${shapes.height}`} role="img" aria-labelledby="districts districts-description">
      <desc id="districts-description">{description}</desc>
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className="hatch-ground" />
          <line x1="0" y1="0" x2="0" y2="6" className="hatch-line" />
        </pattern>
      </defs>
      {Object.entries(shapes.paths).map(([id, path]) => {
        const n = known.get(id) ?? 0;
        const isVacant = vacant.includes(id);
        const values = { name: divisionName(id), n: shownIn(locale, n) };
        return (
          <path key={id} className={isVacant ? "area vacant" : `area q${classOf(n, divisionClasses)}`} d={path}>
            <title>{t(isVacant ? "districts.vacant" : "districts.area", values)}</title>
          </path>
        );
      })}
    </svg>
  );
}
