import { words } from "./words.ts";

export interface TakeBackProps {
  locale: string;
  data: { page: string; json: string };
  /** How many can be withdrawn; with none, only erasing is offered. */
  signatures: number;
  /** Behind a link to all of an address, also where it signed once. */
  isAll: boolean;
  withdraw: string;
  erase: string;
}

/** Everything that is held, to read and to carry away; then the two ways out. Each asks once more on a page of its own. */
export function TakeBack({ locale, data, signatures, isAll, withdraw, erase }: TakeBackProps) {
  const t = words(locale);
  const which = isAll ? "all" : "withdraw";
  const erasing = isAll ? "erase" : "erase-one";
  return (
    <>
      <section aria-labelledby="data" className="stack no-print">
        <h2 id="data" className="ruled">
          {t("data.headline")}
        </h2>
        <p className="row">
          <a className="btn btn-second btn-small" href={data.page}>
            {t("data.read")}
          </a>
          <a className="btn btn-second btn-small" href={data.json} download>
            {t("data.json")}
          </a>
        </p>
      </section>
      <section aria-labelledby="take-back" className="stack no-print">
        <h2 id="take-back" className="ruled">
          {t("takeback.headline")}
        </h2>
        <div className="two">
          {signatures > 0 ? (
            <div className="stack stack-sm">
              <h3>{t(`takeback.${which}`)}</h3>
              <p className="muted">{t(`takeback.${which}.lead`, { n: signatures })}</p>
              <p>
                <a className="btn btn-danger btn-small" href={withdraw}>
                  {t(`takeback.${which}.submit`)}
                </a>
              </p>
            </div>
          ) : null}
          <div className="stack stack-sm">
            <h3>{t(`takeback.${erasing}`)}</h3>
            <p className="muted">{t(`takeback.${erasing}.lead`)}</p>
            <p>
              <a className="btn btn-danger btn-small" href={erase}>
                {t(`takeback.${erasing}.submit`)}
              </a>
            </p>
          </div>
        </div>
      </section>
    </>
  );
}
