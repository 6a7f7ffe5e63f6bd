import type { ReactNode } from "react";
import { words } from "./words.ts";

/** A page that is a document of its own, such as a letter: nothing around it but the way to skip to it. */
export function BarePage({ children, locale }: { children: ReactNode; locale: string }) {
  return (
    <>
      <a className="skip" href="#main">
        {words(locale)("skip")}
      </a>
      <main id="main">{children}</main>
    </>
  );
}
