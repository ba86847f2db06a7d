/* Connecting, testing, switching and disconnecting accounts, through the same API as everybody's scripts. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const accounts = document.getElementById("accounts");
  if (!accounts) return;
  const path = element => `/api/desk/v1/accounts/${element.closest("[data-account]").dataset.account}`;

  /* The end of that day, as the reader's clock has it. */
  const end = date => date ? new Date(`${date}T23:59:59`).toISOString() : undefined;

  function tell(form, trouble) {
    const flaw = ((trouble.problem && trouble.problem.errors) || [])[0];
    const field = flaw ? flaw.pointer.slice(1) : "account";
    const place = form.querySelector(`[data-field=${field}]`) || form.querySelector("[data-field=account]");
    place.textContent = trouble.message;
    place.hidden = false;
    const input = form.elements[field];
    if (input) { input.setAttribute("aria-invalid", "true"); input.focus(); }
  }

  function clear(form) {
    form.querySelectorAll("[data-field]").forEach(each => { each.hidden = true; each.textContent = ""; });
    form.querySelectorAll("[aria-invalid]").forEach(each => each.removeAttribute("aria-invalid"));
  }

  async function connect(form) {
    clear(form);
    form.setAttribute("aria-busy", "true");
    const value = name => form.elements[name] ? form.elements[name].value.trim() : undefined;
    try {
      const account = await Gazouillis.call("POST", accounts.dataset.target, { network: form.dataset.network,
        endpoint: value("endpoint"), token: value("token"), expiresAt: end(value("expires")) });
      if (account.secret) show(account.secret); else location.reload();
    } catch (trouble) {
      tell(form, trouble);
    }
    form.removeAttribute("aria-busy");
  }

  function show(secret) {
    const box = document.getElementById("secret");
    document.getElementById("secret-text").textContent = secret;
    box.hidden = false;
    box.focus();
  }

  async function act(element, method, address, body, words) {
    const row = element.closest("[data-account]");
    row.setAttribute("aria-busy", "true");
    try {
      await Gazouillis.call(method, address, body);
      Gazouillis.toast(words);
      setTimeout(() => location.reload(), 900);
    } catch (trouble) {
      row.removeAttribute("aria-busy");
      Gazouillis.toast(trouble.message);
    }
  }

  accounts.addEventListener("submit", event => {
    event.preventDefault();
    const form = event.target;
    if (form.dataset.do === "connect") connect(form);
    if (form.dataset.do === "renew") {
      act(form, "PATCH", path(form), { token: form.elements.token.value, expiresAt: end(form.elements.expires.value) },
        accounts.dataset.works);
    }
  });
  accounts.addEventListener("click", async event => {
    const button = event.target.closest("button[data-do]");
    if (!button) return;
    const data = accounts.dataset;
    switch (button.dataset.do) {
      case "test": act(button, "POST", `${path(button)}/test`, undefined, data.works); break;
      case "on": act(button, "PATCH", path(button), { enabled: true }, data.done); break;
      case "off": act(button, "PATCH", path(button), { enabled: false }, data.done); break;
      case "disconnect": act(button, "DELETE", path(button), undefined, data.gone); break;
      case "copy":
        await navigator.clipboard.writeText(document.getElementById("secret-text").textContent);
        Gazouillis.say(button.dataset.copied);
        break;
    }
  });
});
