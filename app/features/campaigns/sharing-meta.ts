import { sharingImageSize } from "#app/features/campaigns/sharing-image.ts";
import { words } from "#app/features/campaigns/words.ts";

/** The address of a picture, its kind, and what it says to those who do not see it. */
export type SharedImage = { url: string; type: "image/png" | "image/jpeg"; alt: string };

type Shown = {
  locale: string;
  /** The word mark of whoever runs the site; null: the product's own. */
  brand: string | null;
  title: string;
  description: string;
  /** The page's one address. */
  url: string;
  /** Its picture; null where there is none. */
  image: SharedImage | null;
};

/** What other sites and chats show of a link to a page: Open Graph, and the one name that Twitter kept for itself. */
export function sharingMeta({ locale, brand, title, description, url, image }: Shown) {
  const open = (property: string, content: string) => ({ property: `og:${property}`, content });
  return [
    open("type", "website"),
    open("site_name", brand ?? words(locale)("image.brand")),
    open("title", title),
    open("description", description),
    open("url", url),
    ...(image === null
      ? []
      : [
          open("image", image.url),
          open("image:type", image.type),
          open("image:width", String(sharingImageSize.width)),
          open("image:height", String(sharingImageSize.height)),
          open("image:alt", image.alt),
        ]),
    { name: "twitter:card", content: image === null ? "summary" : "summary_large_image" },
  ];
}
