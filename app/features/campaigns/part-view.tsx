import type { PictureFile } from "#app/features/campaigns/campaign.ts";
import { EditAsks } from "#app/features/campaigns/edit-asks.tsx";
import { EditDates } from "#app/features/campaigns/edit-dates.tsx";
import { EditForm } from "#app/features/campaigns/edit-form.tsx";
import type { PartProps, ReadFrom } from "#app/features/campaigns/edit-form.tsx";
import { EditLetters } from "#app/features/campaigns/edit-letters.tsx";
import type { LettersShown } from "#app/features/campaigns/edit-letters.tsx";
import { EditStory } from "#app/features/campaigns/edit-story.tsx";
import { EditTargets } from "#app/features/campaigns/edit-targets.tsx";
import type { TargetsShown } from "#app/features/campaigns/edit-targets.tsx";
import type { DocumentPart } from "#app/features/campaigns/campaign-document.ts";
import type { ReadinessItem } from "#app/features/campaigns/readiness.ts";

type Props = PartProps & {
  part: DocumentPart;
  read: ReadFrom;
  items: ReadinessItem[];
  preview: string;
  addressStart: string;
  pictures: PictureFile[];
  sources: { position: number; title: string }[];
  measures: { value: string; label: string }[];
  targets: TargetsShown | null;
  letters: LettersShown | null;
  timeZones: string[];
};

/** The form of one part of a campaign. */
export function PartView(props: Props) {
  const { part, targets, letters } = props;
  return (
    <EditForm {...props}>
      {part === "story" ? <EditStory {...props} /> : null}
      {part === "asks" ? <EditAsks {...props} /> : null}
      {part === "targets" && targets ? <EditTargets {...props} shown={targets} /> : null}
      {part === "letters" && letters ? <EditLetters {...props} shown={letters} /> : null}
      {part === "dates" ? <EditDates {...props} /> : null}
    </EditForm>
  );
}
