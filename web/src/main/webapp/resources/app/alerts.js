/* Alerts: how each tells, what it would have told, and watching no more. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const list = document.getElementById("alerts");
  if (!list) return;
  list.querySelectorAll("form[data-digest]").forEach(form => { form.elements.digest.value = form.dataset.digest; });

  function wish(form) {
    const { digest, quietFrom, quietTo, strength, least, muted } = form.elements;
    const told = { digest: digest.value, quietFrom: quietFrom.value, quietTo: quietTo.value, muted: muted.checked };
    return strength ? { ...told, strength: Number(strength.value), least: Number(least.value) } : told;
  }

  function complain(form, trouble) {
    const wrong = form.querySelector(".error");
    wrong.textContent = trouble.message;
    wrong.hidden = false;
  }

  list.addEventListener("submit", async event => {
    event.preventDefault();
    const form = event.target;
    form.querySelector(".error").hidden = true;
    try {
      await Gazouillis.call("PATCH", `/api/desk/v1/alerts/${form.closest("li").dataset.id}`, wish(form));
      Gazouillis.toast(list.dataset.kept);
    } catch (trouble) { complain(form, trouble); }
  });

  async function backTest(form, item) {
    const { strength, least } = wish(form);
    const asked = new URLSearchParams(strength ? { strength, least } : {});
    const zone = (await Gazouillis.call("GET", `/api/desk/v1/alerts/${item.dataset.id}`)).zone;
    asked.set("zone", zone);
    const test = await Gazouillis.call("GET", `/api/desk/v1/saved-searches/${item.dataset.search}/back-test?${asked}`);
    const said = item.dataset.kind === "VOLUME" ? Gazouillis.counted(list.dataset.fired, test.fired) : Gazouillis.counted(list.dataset.posts, test.posts);
    const note = form.querySelector(".back-test");
    note.textContent = test.whole ? said : `${said} ${list.dataset.partial}`;
    note.hidden = false;
  }

  async function remove(item, form) {
    await Gazouillis.call("DELETE", `/api/desk/v1/alerts/${item.dataset.id}`);
    const again = { ...wish(form), kind: item.dataset.kind };
    const next = item.nextElementSibling || item.previousElementSibling;
    (next?.querySelector("a") || document.getElementById("main")).focus();
    item.remove();
    Gazouillis.toast(list.dataset.removed, { undo: async () => {
      await Gazouillis.call("POST", `/api/desk/v1/saved-searches/${item.dataset.search}/alerts`, again);
      location.reload();
    } });
  }

  list.addEventListener("click", async event => {
    const button = event.target.closest("button[data-do]");
    if (!button) return;
    const item = button.closest("li");
    const form = button.closest("form");
    form.querySelector(".error").hidden = true;
    try {
      if (button.dataset.do === "try") await backTest(form, item);
      if (button.dataset.do === "remove") await remove(item, form);
    } catch (trouble) { complain(form, trouble); }
  });
});
