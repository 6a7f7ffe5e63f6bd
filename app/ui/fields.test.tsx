import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Choice } from "./choice.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { SelectField } from "./select-field.tsx";
import { Steps } from "./steps.tsx";
import { TextField } from "./text-field.tsx";

describe("a text field", () => {
  it("has a label and nothing that describes it", () => {
    const html = renderToStaticMarkup(
      <TextField locale="en" name="email" label="E-mail address" autoComplete="email" />,
    );
    expect(html).toContain('<label for="email">E-mail address</label>');
    expect(html).toContain('<input autoComplete="email" class="input" id="email" name="email"/>');
  });

  it("is described by its hint and by what is wrong, and keeps what was typed", () => {
    const html = renderToStaticMarkup(
      <TextField
        locale="en"
        name="email"
        label="E-mail"
        hint="One link."
        fault="Enter an e-mail address"
        defaultValue="a&b"
      />,
    );
    expect(html).toContain('<div class="field field-wrong">');
    expect(html).toContain('<span class="hint" id="email-hint">One link.</span>');
    expect(html).toContain(
      '<span class="wrong" id="email-wrong"><span class="sr">Error:</span> Enter an e-mail address',
    );
    expect(html).toContain('aria-invalid="true" aria-describedby="email-hint email-wrong"');
    expect(html).toContain('value="a&amp;b"');
  });

  it("can have its hint below", () => {
    const html = renderToStaticMarkup(
      <TextField locale="en" name="zip" label="ZIP code" hint="Five digits." isHintBelow />,
    );
    expect(html).toMatch(/aria-describedby="zip-hint"\/><span class="hint" id="zip-hint">Five digits.<\/span>/);
  });

  it("says which field may stay empty", () => {
    const html = renderToStaticMarkup(
      <TextField locale="en" name="street" label="Street" optional="(optional)" width="w-10" />,
    );
    expect(html).toContain('Street<span class="plain muted"> (optional)</span>');
    expect(html).toContain('class="input w-10"');
  });
});

describe("a select field", () => {
  const options = [
    { value: "AM", label: "Armenia" },
    { value: "US", label: "United States" },
  ];

  it("has what was chosen", () => {
    const html = renderToStaticMarkup(
      <SelectField locale="en" name="country" label="Country" options={options} defaultValue="US" width="w-20" />,
    );
    expect(html).toContain('<label for="country">Country</label>');
    expect(html).toContain('<option value="US" selected="">United States</option>');
    expect(html).not.toContain("aria-describedby");
  });

  it("is described by what is wrong", () => {
    const html = renderToStaticMarkup(
      <SelectField locale="en" name="country" label="Country" options={options} fault="Choose a country" />,
    );
    expect(html).toContain('aria-invalid="true" aria-describedby="country-wrong"');
    expect(html).toContain('id="country-wrong"');
  });
});

describe("a choice", () => {
  it("has its hint in the label, which is pressed", () => {
    const html = renderToStaticMarkup(
      <Choice type="radio" name="display" id="none" value="none" label="Nothing" hint="The default" defaultChecked />,
    );
    expect(html).toContain('<label for="none">Nothing <span class="hint">The default</span></label>');
    expect(html).toContain('checked=""');
  });
});

describe("the error summary", () => {
  const faults = [
    { field: "email", sentence: "Enter an e-mail address" },
    { field: "postalCode", sentence: "Enter a ZIP code of five digits" },
  ];

  it("is announced, takes the focus and leads to each field", () => {
    const html = renderToStaticMarkup(<ErrorSummary locale="en" faults={faults} />);
    expect(html).toContain('role="alert" tabindex="-1" autofocus=""');
    expect(html).toContain('<a href="#email">Enter an e-mail address</a>');
    expect(html).toContain('<a href="#postalCode">Enter a ZIP code of five digits</a>');
  });

  it("is absent where nothing is wrong", () => {
    expect(renderToStaticMarkup(<ErrorSummary locale="en" faults={[]} />)).toBe("");
  });
});

describe("the steps", () => {
  it("tell where somebody is", () => {
    const html = renderToStaticMarkup(<Steps locale="en" names={["Sign", "Your letters", "Confirm"]} step={2} />);
    expect(html).toContain('aria-label="Step 2 of 3"');
    expect(html).toContain('<li class="done"><span>1. Sign</span></li><li aria-current="step">2. Your letters</li>');
    expect(html).toContain("<li><span>3. Confirm</span></li>");
  });
});
