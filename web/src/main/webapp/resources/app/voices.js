/* The voices of a brand: all lines that say something are one request; then the page counts anew. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("voices-form");
  if (!form) return;
  const wrong = form.querySelector(".error");

  form.addEventListener("submit", async event => {
    event.preventDefault();
    wrong.hidden = true;
    const voices = [...form.querySelectorAll("fieldset")]
      .map(line => ({ name: line.querySelector("[name=name]").value.trim(), query: line.querySelector("[name=query]").value.trim() }))
      .filter(voice => voice.name || voice.query);
    try {
      await Gazouillis.call("PUT", `/api/desk/v1/brands/${encodeURIComponent(form.dataset.brand)}/voices`, { voices });
      location.reload();
    } catch (trouble) {
      wrong.textContent = trouble.message;
      wrong.hidden = false;
    }
  });
});
