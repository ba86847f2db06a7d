/* Holidays and events from files: brought in and taken out with ten seconds to think again; and the calendar link. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("almanac");
  const list = document.getElementById("almanacs");
  const feed = document.getElementById("feed");

  function tell(sentence) {
    const error = form.querySelector(".error");
    error.textContent = sentence;
    error.hidden = !sentence;
    if (sentence) form.querySelector("#almanac-file").focus();
  }

  async function add(event) {
    event.preventDefault();
    const fields = new FormData(form);
    const back = fields.get("to");
    fields.delete("to");
    tell("");
    form.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, { method: "POST", body: fields, headers: {
        "X-Requested-With": "gazouillis", "Accept": "application/json, application/problem+json",
        "Accept-Language": document.documentElement.lang } });
      const json = await answer.json();
      if (!answer.ok) throw new Error(json.detail || json.title);
      sessionStorage.setItem("almanac", list.dataset.added);
      location.assign(back);
    } catch (trouble) {
      tell(trouble.message);
    } finally {
      form.removeAttribute("aria-busy");
    }
  }
  if (form) form.addEventListener("submit", add);
  const note = sessionStorage.getItem("almanac");
  if (note) { sessionStorage.removeItem("almanac"); Gazouillis.toast(note); }

  list.addEventListener("click", async event => {
    const button = event.target.closest("[data-do=remove]");
    if (!button) return;
    const row = button.closest("[data-almanac]");
    const path = `/api/desk/v1/almanacs/${row.dataset.almanac}`;
    const next = row.nextElementSibling;
    try {
      await Gazouillis.call("DELETE", path);
    } catch (trouble) {
      Gazouillis.toast(trouble.message);
      return;
    }
    row.remove();
    document.getElementById("main").focus();
    Gazouillis.toast(list.dataset.removed, { undo: async () => {
      try {
        await Gazouillis.call("PUT", `${path}/restored`);
        list.querySelector("ul").insertBefore(row, next);
        Gazouillis.toast(list.dataset.restored);
      } catch (trouble) { Gazouillis.toast(trouble.message); }
    } });
  });

  const path = `/api/desk/v1/brands/${feed.dataset.brand}/calendar-feed`;
  const deeds = {
    async renew() {
      const made = await Gazouillis.call("POST", path);
      document.getElementById("feed-new").hidden = false;
      const field = document.getElementById("feed-url");
      field.value = made.url;
      field.focus();
      field.select();
      document.getElementById("feed-state").textContent = feed.dataset.made;
      Gazouillis.say(feed.dataset.made);
    },
    async revoke() {
      await Gazouillis.call("DELETE", path);
      document.getElementById("feed-new").hidden = true;
      document.getElementById("feed-state").textContent = feed.dataset.ended;
      feed.querySelector("[data-do=revoke]").remove();
      Gazouillis.toast(feed.dataset.ended);
    },
    async copy() {
      const field = document.getElementById("feed-url");
      field.select();
      if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
      else document.execCommand("copy");
      Gazouillis.toast(feed.dataset.copied);
    },
  };
  feed.addEventListener("click", async event => {
    const button = event.target.closest("[data-do]");
    if (!button) return;
    try { await deeds[button.dataset.do](); } catch (trouble) { Gazouillis.toast(trouble.message); }
  });
});
