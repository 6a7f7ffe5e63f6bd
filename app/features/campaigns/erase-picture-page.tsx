import { paths, pathsIn } from "#app/lib/paths.ts";
import { Choice } from "#app/ui/choice.tsx";
import type { PictureFile } from "#app/features/campaigns/campaign.ts";
import { words } from "#app/features/campaigns/words.ts";

type Props = {
  locale: string;
  slug: string;
  file: PictureFile;
  sameNumbers: number[];
  others: { id: string; title: string }[];
  isElsewhere: boolean;
};

/** What goes and what stays when a picture is deleted for good, and the one button that does it. */
export function ErasePicturePage({ locale, slug, file, sameNumbers, others, isElsewhere }: Props) {
  const t = words(locale);
  const { n, sha256, smallSha256, width, height } = file;
  const numbers = new Intl.ListFormat(locale).format(sameNumbers.map((number) => t("edit.picture", { n: number })));
  return (
    <form className="narrow stack stack-lg" method="post" action={pathsIn(locale).organizeErasePicture(slug, n)}>
      <div className="stack">
        <h2>{t("erase.title", { n })}</h2>
        <p className="lead muted">{t("erase.lead")}</p>
      </div>
      <img className="thumb" src={paths.picture(smallSha256 ?? sha256)} width={width} height={height} alt="" />
      <ul className="stack stack-sm">
        <li>{t("erase.page")}</li>
        <li>{t("erase.bytes")}</li>
        {sameNumbers.length > 0 ? <li>{t("erase.same", { numbers, count: sameNumbers.length })}</li> : null}
        <li>{t("erase.words")}</li>
        <li>{t("erase.reach")}</li>
      </ul>
      {others.length > 0 ? (
        <fieldset>
          <legend className="legend">{t("erase.others")}</legend>
          <p className="hint">{t("erase.others.hint")}</p>
          {others.map(({ id, title }) => (
            <Choice
              key={id}
              type="checkbox"
              name="alsoIn"
              id={`also-${id}`}
              value={id}
              label={title || t("edit.untitled")}
            />
          ))}
        </fieldset>
      ) : null}
      {isElsewhere ? (
        <div className="notice notice-warn">
          <p>{t("erase.elsewhere")}</p>
        </div>
      ) : null}
      <p className="row">
        <button className="btn btn-danger">{t("erase.button")}</button>
        <a href={`${pathsIn(locale).organizePart(slug, "story")}#pictures`}>{t("erase.not")}</a>
      </p>
    </form>
  );
}
