import { pictureTypes } from "#app/features/blobs/picture.ts";
import { pictureHint } from "#app/features/blobs/words.ts";
import { formatNumber } from "#app/lib/format.ts";
import { paths } from "#app/lib/paths.ts";
import { Choice } from "#app/ui/choice.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { PictureFile } from "#app/features/campaigns/campaign.ts";
import { documentLimits as most } from "#app/features/campaigns/campaign-document.ts";
import { fieldOf, rowsShown } from "#app/features/campaigns/edit-form.tsx";
import type { PartProps } from "#app/features/campaigns/edit-form.tsx";
import { rowField } from "#app/features/campaigns/part-form.ts";
import { pictureMarkOf } from "#app/features/campaigns/picture-line.ts";
import { words } from "#app/features/campaigns/words.ts";

type Props = PartProps & {
  /** Every picture that was ever put in. */
  pictures: PictureFile[];
};

/** The pictures that the story can show, each with its words, and what a shared link says and shows. */
export function EditPictures(props: Props) {
  const { locale, values, pictures, faults } = props;
  const t = words(locale);
  const rows = rowsShown(values, "pictureNumber", 0, most.rows).flatMap((row) => {
    const file = pictures.find(({ n }) => `${n}` === values[rowField("pictureNumber", row)]);
    return file ? [{ row, file }] : [];
  });
  return (
    <>
      <section className="stack" aria-labelledby="pictures">
        <h2 id="pictures">{t("edit.pictures")}</h2>
        <p className="muted narrow">{t("edit.pictures.lead")}</p>
        {rows.length > 0 ? (
          <ul className="pictures" role="list">
            {rows.map(({ row, file }) => (
              <PictureRow key={row} {...props} row={row} file={file} />
            ))}
          </ul>
        ) : null}
        <FileField
          name="picture"
          locale={locale}
          label={t("edit.picture.add")}
          hint={`${pictureHint(locale)} ${t("edit.picture.add.hint")}`}
          accept={pictureTypes}
          fault={faults.find(({ field }) => field === "picture")?.sentence}
        />
      </section>
      <Sharing {...props} pictures={rows.map(({ file }) => file)} />
    </>
  );
}

function PictureRow(props: PartProps & { row: number; file: PictureFile }) {
  const { locale, values, row, file } = props;
  const t = words(locale);
  const field = fieldOf(props);
  const { n, width, height, size } = file;
  const drop = rowField("pictureDrop", row);
  return (
    <li>
      <img
        className="thumb"
        src={paths.picture(file.smallSha256 ?? file.sha256)}
        width={width}
        height={height}
        alt=""
        loading="lazy"
      />
      <fieldset className="fields">
        <legend className="legend">{t("edit.picture", { n })}</legend>
        <input type="hidden" name={rowField("pictureNumber", row)} value={n} />
        <TextField {...field(rowField("pictureAlt", row))} label={t("edit.picture.alt")} dir="auto" />
        <TextField
          {...field(rowField("pictureCredit", row))}
          label={t("edit.picture.credit")}
          hint={t("edit.picture.credit.hint")}
          dir="auto"
        />
        <p className="meta">
          {t("edit.picture.line")} <code>{pictureMarkOf(n)}</code>
          <br />
          {t("edit.picture.size", {
            width: formatNumber(locale, width),
            height: formatNumber(locale, height),
            kilobytes: formatNumber(locale, Math.ceil(size / 1024)),
          })}
        </p>
        <Choice
          type="checkbox"
          id={drop}
          name={drop}
          value="on"
          defaultChecked={values[drop] === "on"}
          label={t("edit.picture.drop", { n })}
        />
      </fieldset>
    </li>
  );
}

function Sharing(props: Props) {
  const { locale, pictures } = props;
  const t = words(locale);
  const field = fieldOf(props);
  const options = [
    { value: "0", label: t("edit.sharePicture.drawn") },
    ...pictures
      .filter(({ cardSha256 }) => cardSha256 !== null)
      .map(({ n }) => ({ value: `${n}`, label: t("edit.picture", { n }) })),
  ];
  return (
    <section className="stack" aria-labelledby="sharing">
      <h2 id="sharing">{t("edit.sharing")}</h2>
      <div className="fields">
        <TextArea {...field("shareText")} label={t("edit.shareText")} hint={t("edit.shareText.hint")} rows={2} isLow />
        <SelectField {...field("sharePicture")} label={t("edit.sharePicture")} options={options} width="w-20" />
      </div>
    </section>
  );
}
