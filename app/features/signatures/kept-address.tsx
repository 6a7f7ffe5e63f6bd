import { CorrectAddress } from "./correct-address.tsx";

export interface KeptAddressProps {
  locale: string;
  slug: string;
  title: string;
  lead: string;
  value: string;
}

/** The database does not answer: the address that was typed, and the button again (fault 15). */
export function KeptAddress({ locale, slug, title, lead, value }: KeptAddressProps) {
  return (
    <div className="narrow stack stack-lg">
      <div className="notice notice-danger" role="alert" tabIndex={-1} autoFocus>
        <h1>{title}</h1>
        <p>{lead}</p>
      </div>
      <CorrectAddress locale={locale} slug={slug} value={value} fault={null} />
    </div>
  );
}
