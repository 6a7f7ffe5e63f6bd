import { HandOver } from "./hand-over.tsx";
import type { LetterStateItem } from "./letter-state-item.ts";
import { words } from "./words.ts";

export type LetterStatesProps = {
  locale: string;
  items: LetterStateItem[];
  /** Where "I have sent it" and "Not done after all" post: hidden `letterId`, and `done` "yes" or "no". */
  action: string;
  /** Where a letter is printed; absent where none is to be carried any more. */
  printPath?: (letterId: string) => string;
};

/** The to-do list: each letter and what is known of it. The first that is the writer's to hand over stands open. */
export function LetterStates({ locale, items, action, printPath }: LetterStatesProps) {
  const t = words(locale);
  const firstToDo = items.findIndex((item) => item.handOver !== null);
  return (
    <>
      <ul className="hand" role="list">
        {items.map((item, index) => (
          <li key={item.id}>
            <div>
              <h3>
                <bdi>{item.name}</bdi>
              </h3>
              {item.office ? (
                <p className="small muted">
                  <bdi>{item.office}</bdi>
                </p>
              ) : null}
            </div>
            <p className="small">
              <span className={item.tone === "plain" ? "tag" : `tag tag-${item.tone}`}>{item.word}</span>{" "}
              {item.sentence}
            </p>
            <Acts item={item} action={action} printPath={printPath} locale={locale} />
            {item.handOver ? (
              <details className="small" open={index === firstToDo}>
                <summary>{item.handOver.heading}</summary>
                <HandOver id={item.id} name={item.name} block={item.handOver} action={action} locale={locale} />
              </details>
            ) : null}
          </li>
        ))}
      </ul>
      {items.some((item) => item.tone === "plain") ? <p className="small muted">{t("states.words")}</p> : null}
    </>
  );
}

type ActsProps = Pick<LetterStatesProps, "action" | "printPath" | "locale"> & { item: LetterStateItem };

function Acts({ item, action, printPath, locale }: ActsProps) {
  const t = words(locale);
  const print = item.handOver ? printPath?.(item.id) : undefined;
  if (!print && !item.phone && !item.done) return null;
  return (
    <div className="acts">
      {print ? (
        <a className="btn btn-second btn-small" href={print}>
          {t("hand.print")}
          <span className="sr">{t("hand.print.whom", { name: item.name })}</span>
        </a>
      ) : null}
      {item.phone ? (
        <a className="btn btn-second btn-small" href={item.phone.href}>
          {item.phone.label}
        </a>
      ) : null}
      {item.done ? (
        <form method="post" action={action}>
          <input type="hidden" name="letterId" value={item.id} />
          <input type="hidden" name="done" value="no" />
          <button className="btn btn-plain btn-small">
            {t("hand.not-done")}
            <span className="sr">{t("hand.sent.whom", { name: item.name })}</span>
          </button>
        </form>
      ) : null}
    </div>
  );
}
