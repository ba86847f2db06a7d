/* Saved searches: keep the one at hand, and change, watch, share and remove those that are kept. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const API = "/api/desk/v1/saved-searches";
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const watch = (search, kind) => Gazouillis.call("POST", `${API}/${search}/alerts`, { kind, zone });

  // Nothing is kept by halves: who may not watch it is asked again.
  async function watchOrForget(search) {
    try {
      await watch(search, "MATCH");
    } catch (trouble) {
      await Gazouillis.call("DELETE", `${API}/${search}`);
      throw trouble;
    }
  }

  function complain(form, trouble) {
    const wrong = form.querySelector(".error");
    wrong.textContent = trouble.message;
    wrong.hidden = false;
  }

  const save = document.querySelector("#save form");
  if (save) save.addEventListener("submit", async event => {
    event.preventDefault();
    save.querySelector(".error").hidden = true;
    const { query, brand, sort, saved } = save.dataset;
    try {
      const kept = await Gazouillis.call("POST", API,
        { name: save.elements.name.value, query, brand, sort, sharedWith: save.elements.sharedWith.value });
      if (save.elements.watch.checked) await watchOrForget(kept.id);
      document.getElementById("save").open = false;
      document.querySelector("#save summary").focus();
      Gazouillis.toast(saved, { undo: () => Gazouillis.call("DELETE", `${API}/${kept.id}`) });
    } catch (trouble) { complain(save, trouble); }
  });

  const list = document.getElementById("saved");
  if (!list) return;
  list.addEventListener("submit", async event => {
    event.preventDefault();
    const form = event.target;
    const { name, query, sharedWith } = form.elements;
    try {
      await Gazouillis.call("PATCH", `${API}/${form.closest("li").dataset.id}`,
        { name: name.value, query: query.value, sharedWith: sharedWith?.value });
      Gazouillis.say(list.dataset.changed);
      location.reload();
    } catch (trouble) { complain(form, trouble); }
  });

  async function remove(item) {
    await Gazouillis.call("DELETE", `${API}/${item.dataset.id}`);
    const next = item.nextElementSibling || item.previousElementSibling;
    (next?.querySelector("a") || document.getElementById("main")).focus();
    item.remove();
    Gazouillis.toast(list.dataset.removed, { undo: async () => {
      await Gazouillis.call("POST", `${API}/${item.dataset.id}/restore`);
      location.reload();
    } });
  }

  async function column(item) {
    const now = await Gazouillis.call("GET", "/api/desk/v1/columns");
    await Gazouillis.call("PUT", "/api/desk/v1/columns", { searches: [...now.items.map(each => each.id), item.dataset.id] });
    Gazouillis.toast(list.dataset.column);
  }

  // A way of watching that is taken is offered no more, until it is taken back.
  async function watchNow(item, button) {
    const alert = await watch(item.dataset.id, button.dataset.kind);
    button.disabled = true;
    Gazouillis.toast(list.dataset.watching, { undo: async () => {
      await Gazouillis.call("DELETE", `/api/desk/v1/alerts/${alert.id}`);
      button.disabled = false;
    } });
  }

  list.addEventListener("click", async event => {
    const button = event.target.closest("button[data-do]");
    if (!button) return;
    const item = button.closest("li");
    try {
      if (button.dataset.do === "remove") await remove(item);
      if (button.dataset.do === "column") { await column(item); button.disabled = true; }
      if (button.dataset.do === "watch") await watchNow(item, button);
    } catch (trouble) { Gazouillis.toast(trouble.message); }
  });
});
