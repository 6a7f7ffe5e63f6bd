import { sharingImageSize } from "#app/features/campaigns/sharing-image.ts";
import { words } from "#app/features/campaigns/words.ts";

type Shown = {
  locale: string;
  title: string;
  description: string;
  /** The page's one address. */
  url: string;
  /** Address of its picture, and what it says to those who do not see it; null where there is none. */
  image: { url: string; alt: string } | null;
};

/** What other sites and chats show of a link to a page: Open Graph, and the one name that Twitter kept for itself. */
export function sharingMeta({ locale, title, description, url, image }: Shown) {
  const open = (property: string, content: string) => ({ property: `og:${property}`, content });
  return [
    open("type", "website"),
    open("site_name", words(locale)("image.brand")),
    open("title", title),
    open("description", description),
    open("url", url),
    ...(image === null
      ? []
      : [
          open("image", image.url),
          open("image:type", "image/png"),
          open("image:width", String(sharingImageSize.width)),
          open("image:height", String(sharingImageSize.height)),
          open("image:alt", image.alt),
        ]),
    { name: "twitter:card", content: image === null ? "summary" : "summary_large_image" },
  ];
}
