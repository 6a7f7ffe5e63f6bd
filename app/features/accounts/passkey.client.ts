/**
 * Passkeys: the form that adds one or signs in with one, shown where the browser has them and the site is opened at its
 * own address. First the form is posted and answered with what the browser is to do, then what it made of that.
 */
type Answer = { options?: object; location?: string; fault?: string };

const form = document.querySelector<HTMLFormElement>("form[data-passkey]");
if (form && form.dataset.host === location.hostname && hasPasskeys()) live(form);

function hasPasskeys(): boolean {
  return (
    "PublicKeyCredential" in window &&
    "parseCreationOptionsFromJSON" in PublicKeyCredential &&
    "parseRequestOptionsFromJSON" in PublicKeyCredential
  );
}

function live(form: HTMLFormElement) {
  const told = form.querySelector<HTMLElement>("[data-passkey-told]");
  const button = form.querySelector("button");
  const say = (sentence: string) => {
    if (told) told.textContent = sentence;
  };
  form.hidden = false;
  document.querySelector<HTMLElement>("[data-passkey-unsupported]")?.remove();

  async function ask(credential: object | null): Promise<Answer> {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
    if (credential) {
      body.delete("password");
      body.set("credential", JSON.stringify(credential));
    }
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    return (await answer.json()) as Answer;
  }

  async function make(options: object): Promise<object | null> {
    const made =
      form.dataset.passkey === "add"
        ? await navigator.credentials.create({
            publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
              options as PublicKeyCredentialCreationOptionsJSON,
            ),
          })
        : await navigator.credentials.get({
            publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
              options as PublicKeyCredentialRequestOptionsJSON,
            ),
          });
    return made ? ((made as PublicKeyCredential).toJSON() as object) : null;
  }

  async function go() {
    const { options, fault } = await ask(null);
    if (!options) return say(fault ?? form.dataset.failed ?? "");
    const made = await make(options);
    const ended: Answer = made ? await ask(made) : {};
    if (ended.location === undefined) return say(ended.fault ?? form.dataset.failed ?? "");
    location.assign(ended.location);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    say("");
    if (button) button.disabled = true;
    // Whoever closes the browser's dialogue, or has no such passkey, is told the same.
    go()
      .catch(() => say(form.dataset.failed ?? ""))
      .finally(() => {
        if (button) button.disabled = false;
      });
  });
}

// A module: its names are its own.
export {};
