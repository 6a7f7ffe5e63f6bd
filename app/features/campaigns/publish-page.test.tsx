import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { PublishPage } from "#app/features/campaigns/publish-page.tsx";
import type { EditFrame } from "#app/features/campaigns/edit-shell.tsx";

const frame: EditFrame = {
  slug: "sample",
  title: "A sample",
  state: "open",
  opensAt: null,
  timeZone: "UTC",
  outcome: null,
  faults: 0,
  isChanged: false,
  saved: null,
};
const page = (changes: Partial<EditFrame>) =>
  renderToStaticMarkup(
    <PublishPage
      locale="en"
      frame={{ ...frame, ...changes }}
      items={[{ level: "advised", code: "alone", part: "organization", field: "people", values: {} }]}
      version={1}
      revision={1}
      opensAt={null}
      notice={null}
      way="direct"
      request={null}
    />,
  );

describe("the page that publishes", () => {
  it("says nothing of what is in the way once the campaign is closed", () => {
    expect(page({})).toContain("What stops publishing");
    const closed = page({ state: "closed", outcome: "won" });
    expect(closed).toContain("Nothing is published any more.");
    expect(closed).not.toMatch(/What stops publishing|Advised|Walk it first/);
  });
});
