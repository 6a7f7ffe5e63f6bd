import type { ReactNode } from "react";
import { pathsIn } from "#app/lib/paths.ts";
import { deliveryKinds } from "./delivery.ts";
import type { DeliveryKind } from "./delivery.ts";
import { queueParts } from "./queue-view.ts";
import type { QueuePart } from "./queue-view.ts";
import { words } from "./words.ts";

export interface QueueFilterProps {
  part: QueuePart;
  kind: DeliveryKind | null;
  campaignId: string | null;
  campaigns: { id: string; title: string }[];
  locale: string;
}

/** Which deliveries are shown, as a form whose answer is an address. */
export function QueueFilter({ part, kind, campaignId, campaigns, locale }: QueueFilterProps) {
  const t = words(locale);
  const any = <option value="">{t("queue.filter.any")}</option>;
  return (
    <form
      className="filters no-print"
      method="get"
      action={pathsIn(locale).staffQueue()}
      aria-label={t("queue.filter")}
    >
      <Select name="state" label={t("queue.filter.state")} value={part}>
        {queueParts.map((one) => (
          <option key={one} value={one}>
            {one === "unknown" ? t("queue.option.unknown") : t(`queue.part.${one}`)}
          </option>
        ))}
      </Select>
      <Select name="kind" label={t("queue.filter.kind")} value={kind ?? ""}>
        {any}
        {(Object.keys(deliveryKinds) as DeliveryKind[]).map((one) => (
          <option key={one} value={one}>
            {t(`kind.${one}`)}
          </option>
        ))}
      </Select>
      <Select name="campaign" label={t("queue.filter.campaign")} value={campaignId ?? ""}>
        {any}
        {campaigns.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
      <button className="btn btn-second btn-small">{t("queue.filter.show")}</button>
    </form>
  );
}

function Select(given: { name: string; label: string; value: string; children: ReactNode }) {
  const { name, label, value, children } = given;
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      <select className="select" id={name} name={name} defaultValue={value}>
        {children}
      </select>
    </div>
  );
}
