import { expect, test } from "vitest";
import { checkTemplate, renderTemplate, templateLimit } from "./template.ts";
import type { TemplateData } from "./template.ts";

const data: TemplateData = {
  recipient: {
    name: "Adam Schiff",
    given: "Adam",
    family: "Schiff",
    office: "",
    body: "US Senate",
    division: "",
    state: "",
  },
  writer: { name: "A B", givenName: "A", familyName: "B", locality: "", region: "", country: "" },
};

test("fills fields and knows `if`; an empty field counts as absent", () => {
  expect(
    renderTemplate("Dear {{ recipient.family }}{% if writer.locality %} from {{ writer.locality }}{% endif %}", data),
  ).toBe("Dear Schiff");
});

test("refuses everything else, with line and column", () => {
  expect(checkTemplate("{{ recipient.family }}\n{{ writer.email }}")).toEqual([
    { code: "unknown-field", row: 2, column: 4, found: "writer.email" },
  ]);
  expect(checkTemplate("{% if secret %}x{% endif %}")).toMatchObject([{ code: "unknown-field", found: "secret" }]);
  for (const text of [
    "{% for a in recipient %}{% endfor %}",
    "{{ recipient.name | upcase }}",
    "{% if recipient.name %}",
    "{% assign a = 1 %}",
    "{% include 'x' %}",
    "{% raw %}{% endraw %}",
  ]) {
    expect(checkTemplate(text), text).toMatchObject([{ code: "syntax", row: 1 }]);
  }
  for (const text of ["{{ constructor }}", "{{ recipient.constructor }}", "{{ recipient['__proto__'] }}"]) {
    expect(checkTemplate(text), text).toMatchObject([{ code: "unknown-field" }]);
    expect(() => renderTemplate(text, data), text).toThrow();
  }
  expect(checkTemplate("{{ writer.name.length }}")).toMatchObject([{ code: "unknown-field" }]);
});

test("has a length, and an end to its depth", () => {
  expect(checkTemplate("x".repeat(templateLimit + 1))).toMatchObject([{ code: "too-long" }]);
  const deep = "{% if writer.name %}".repeat(500) + "{% endif %}".repeat(500);
  expect(checkTemplate(deep)).toEqual([]);
  expect(renderTemplate(deep, data)).toBe("");
});
