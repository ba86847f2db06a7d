/* The export page: a period that ends before it begins is said at the field, before anything is asked of the server;
   only what the chosen format knows can be chosen, and columns are moved by buttons. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("export");
  if (!form) return;
  const { from, to } = form.elements;
  form.addEventListener("input", () => {
    to.setCustomValidity(from.value && to.value && to.value < from.value ? form.dataset.order : "");
    const chosen = form.querySelector(".seg [aria-current=true]");
    if (chosen && (from.value !== from.defaultValue || to.value !== to.defaultValue)) chosen.setAttribute("aria-current", "false");
  });
  const only = () => form.querySelectorAll("[data-only]").forEach((part) => {
    part.hidden = !part.dataset.only.split(" ").includes(form.elements.format.value);
    part.querySelectorAll("input,select").forEach((input) => { input.disabled = part.hidden; });
  });
  form.elements.format.addEventListener("change", only);
  only();
  form.querySelector(".column-choice").addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (!button) return;
    const row = button.closest("li");
    const other = button.dataset.move === "up" ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (button.dataset.move === "up") other.before(row); else other.after(row);
    button.focus();
    const said = document.getElementById("moved");
    said.textContent = said.dataset.moved.replace("{0}", row.querySelector("code").textContent)
      .replace("{1}", [...row.parentElement.children].indexOf(row) + 1);
  });
});
