/**
 * In the editor: saves by itself a while after the last key, and lets the preview of a story follow. Without it the
 * button "Save" does both. It says what became of a save in the words that the page gave it, and stops where somebody
 * else was faster: then the button asks what is to be done.
 */
const form = document.querySelector<HTMLFormElement>("form[data-autosave]");
if (form) live(form);

function live(form: HTMLFormElement) {
  const told = form.querySelector<HTMLElement>("[data-autosaved]");
  const preview = document.querySelector<HTMLElement>("[data-story-preview]");
  const story = form.querySelector<HTMLTextAreaElement>("textarea[name=story]");
  const read = form.querySelector<HTMLInputElement>("input[name=read]");
  const { autosave = "", preview: previewAt = "", part = "" } = form.dataset;
  let saving: number | undefined;
  let showing: number | undefined;
  let isOver = false;
  let running: Promise<void> | null = null;

  const say = (which: "saved" | "failed" | "conflict" | "wrong") => {
    if (told) told.textContent = form.dataset[which] ?? "";
  };

  /** One after the other: each save is against what the one before it has written. */
  async function saveNext() {
    await running;
    if (isOver) return;
    running = save().finally(() => (running = null));
  }

  async function save() {
    if (!read) return;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
    body.set("part", part);
    try {
      const answer = await fetch(autosave, { method: "POST", body, headers: { Accept: "application/json" } });
      const { outcome, read: digest } = (await answer.json()) as { outcome?: string; read?: string };
      if (outcome === "conflict") isOver = true;
      if (digest !== undefined) read.value = digest;
      if (outcome === "saved" || outcome === "unchanged") say("saved");
      // An ended session answers something else: the button leads to where one signs in, with the text.
      else say(outcome === "conflict" || outcome === "wrong" ? outcome : "failed");
    } catch {
      say("failed");
    }
  }

  async function show() {
    if (!preview || !story) return;
    const body = new URLSearchParams({ story: story.value });
    const answer = await fetch(previewAt, { method: "POST", body }).catch(() => null);
    // The server's renderStory made and sanitised it.
    if (answer?.ok) preview.innerHTML = await answer.text();
  }

  form.addEventListener("input", (event) => {
    clearTimeout(saving);
    saving = window.setTimeout(() => void saveNext(), 2_000);
    if (event.target !== story) return;
    clearTimeout(showing);
    showing = window.setTimeout(() => void show(), 300);
  });
  form.addEventListener("submit", (event) => {
    isOver = true;
    clearTimeout(saving);
    if (!running) return;
    // The form must carry what the save on its way is about to write.
    event.preventDefault();
    void running.finally(() => form.submit());
  });
}
