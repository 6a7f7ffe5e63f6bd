import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ConfirmPage } from "./confirm-page.tsx";
import { ConfirmedPage } from "./confirmed-page.tsx";
import { SignFrame } from "./sign-frame.tsx";
import { SignPage } from "./sign-page.tsx";

const form = (hasLetters: boolean) =>
  renderToStaticMarkup(
    <SignFrame locale="en" step={1} back={null} hasLetters={hasLetters}>
      <SignPage
        locale="en"
        campaign={{ slug: "sample", title: "A sample", locale: "en", asks: ["An answer"], asksVersion: 1, hasLetters }}
        organization="Sample Organization"
        values={{}}
        faults={[]}
        notice={null}
        place={null}
        countries={[]}
        states={[]}
      />
    </SignFrame>,
  );

const confirm = (canWrite: boolean) =>
  renderToStaticMarkup(
    <ConfirmPage
      locale="en"
      token="t"
      title="A sample"
      name="Sample Supporter"
      signedOn="24 November 2026"
      wordingOf="24 November 2026"
      letters={[]}
      texts=""
      changed={false}
      canWrite={canWrite}
    />,
  );

const confirmed = (canWrite: boolean) =>
  renderToStaticMarkup(
    <ConfirmedPage
      locale="en"
      slug="sample"
      token={null}
      title="A sample"
      number={1}
      letters={[]}
      canWrite={canWrite}
      share={null}
    />,
  );

it("where one only signs, the form asks for no street and speaks of no letters", () => {
  expect(form(true)).toMatch(/name="streetAddress"/);
  expect(form(true)).toContain("3. Confirm by e-mail");
  const plain = form(false);
  expect(plain).toContain("2. Confirm by e-mail");
  expect(plain).not.toMatch(/streetAddress|letter|[Rr]eplies/);
});

it("where no letter can be written, nobody is told that one can", () => {
  expect(confirm(true)).toContain("you can still do so");
  expect(confirm(false)).toContain("your signature is counted.");
  expect(confirmed(true)).toContain("you can still write");
  for (const page of [confirm(false), confirmed(false)]) expect(page).not.toMatch(/You wrote no letters/);
});
