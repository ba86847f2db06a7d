/* The export page: a period that ends before it begins is said at the field, before anything is asked of the server. */
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
});
