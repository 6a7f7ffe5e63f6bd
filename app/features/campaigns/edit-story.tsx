import { Choice } from "#app/ui/choice.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { campaignKinds } from "#app/features/campaigns/campaign.ts";
import { documentLimits as most } from "#app/features/campaigns/campaign-document.ts";
import type { PictureFile } from "#app/features/campaigns/campaign.ts";
import { EditPictures } from "#app/features/campaigns/edit-pictures.tsx";
import { fieldOf, rowsShown } from "#app/features/campaigns/edit-form.tsx";
import type { PartProps } from "#app/features/campaigns/edit-form.tsx";
import { rowField } from "#app/features/campaigns/part-form.ts";
import { words } from "#app/features/campaigns/words.ts";

type Props = PartProps & {
  /** The story as readers would see it: sanitised HTML. */
  preview: string;
  /** "redress.example/c/" */
  addressStart: string;
  pictures: PictureFile[];
};

/** Title and summary, the story beside its preview, its pictures, and the sources that it rests on. */
export function EditStory(props: Props) {
  const { locale, values, preview, addressStart } = props;
  const t = words(locale);
  const field = fieldOf(props);
  return (
    <>
      <section className="stack" aria-labelledby="head">
        <h2 id="head">{t("edit.story.head")}</h2>
        <div className="fields">
          <SelectField
            {...field("kind")}
            label={t("edit.kind")}
            options={campaignKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            width="w-20"
          />
          <TextField {...field("title")} label={t("edit.title")} hint={t("edit.title.hint", { most: most.title })} />
          <TextField
            {...field("slug")}
            label={t("edit.slug")}
            hint={t("edit.slug.hint", { start: addressStart })}
            spellCheck={false}
            autoComplete="off"
            dir="ltr"
          />
          <TextArea {...field("summary")} label={t("edit.summary")} hint={t("edit.summary.hint")} rows={2} isLow />
        </div>
      </section>
      <section className="stack" aria-labelledby="text">
        <h2 id="text">{t("edit.story")}</h2>
        <div className="two">
          <TextArea {...field("story")} label={t("edit.text")} hint={t("edit.text.hint")} rows={22} spellCheck />
          <div className="stack stack-sm">
            <p className="label" id="preview-label">
              {t("edit.preview")} <span className="plain muted">{t("edit.preview.hint")}</span>
            </p>
            <div
              className="preview preview-tall"
              // A region that scrolls is reached by the keyboard.
              // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
              tabIndex={0}
              role="region"
              aria-labelledby="preview-label"
            >
              <div
                className="prose"
                data-story-preview
                // Made by renderStory alone: markdown-it without HTML, then sanitize-html.
                dangerouslySetInnerHTML={{ __html: preview }}
              />
            </div>
          </div>
        </div>
        <TextField
          {...field("reportedIn")}
          label={t("edit.reportedIn")}
          hint={t("edit.reportedIn.hint")}
          width="w-20"
        />
        <Choice
          type="checkbox"
          id="namesPerson"
          name="namesPerson"
          value="on"
          defaultChecked={values.namesPerson === "on"}
          label={t("edit.namesPerson")}
          hint={t("edit.namesPerson.hint")}
        />
        <TextArea {...field("consent")} label={t("edit.consent")} hint={t("edit.consent.hint")} rows={2} isLow />
      </section>
      <EditPictures {...props} />
      <Sources {...props} />
    </>
  );
}

function Sources(props: PartProps) {
  const { locale, values } = props;
  const t = words(locale);
  const field = fieldOf(props);
  return (
    <section className="stack" aria-labelledby="sources">
      <h2 id="sources">{t("edit.sources")}</h2>
      <p className="muted narrow">{t("edit.sources.lead")}</p>
      {rowsShown(values, "source\\w+", 2, most.rows).map((n) => (
        <fieldset key={n} id={rowField("source", n)} className="fields hair">
          <legend className="legend">{t("edit.source", { n })}</legend>
          <TextField {...field(rowField("sourceTitle", n))} label={t("edit.source.title")} />
          <TextField {...field(rowField("sourcePublisher", n))} label={t("edit.source.publisher")} />
          <div className="pair">
            <TextField {...field(rowField("sourceDay", n))} type="date" label={t("edit.source.day")} />
            <TextField
              {...field(rowField("sourceUrl", n))}
              type="url"
              label={t("edit.source.url")}
              dir="ltr"
              spellCheck={false}
            />
          </div>
        </fieldset>
      ))}
      <p className="meta">{t("edit.more")}</p>
    </section>
  );
}
