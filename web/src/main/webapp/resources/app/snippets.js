/* Removes templates, snippets and variables, with time to undo. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const kept = document.getElementById("kept");
  if (!kept) return;
  kept.addEventListener("click", async event => {
    const button = event.target.closest("button");
    if (!button) return;
    const item = button.closest("li");
    try {
      await Gazouillis.call("DELETE", `/api/desk/v1/snippets/${item.dataset.id}`);
    } catch (trouble) { Gazouillis.toast(trouble.message); return; }
    const next = item.nextElementSibling || item.previousElementSibling;
    (next?.querySelector("button") || document.getElementById("main")).focus();
    const again = { kind: item.dataset.kind, name: item.dataset.name, text: item.querySelector(".words").textContent };
    item.remove();
    Gazouillis.toast(kept.dataset.removed, { undo: async () => {
      await Gazouillis.call("POST", `/api/desk/v1/brands/${kept.dataset.brand}/snippets`, again);
      location.reload();
    } });
  });
});
