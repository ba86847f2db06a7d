/* What a search finds, left to the background: asked for from the panel beside the search. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const panel = document.getElementById("export");
  const form = panel && panel.querySelector("form");
  if (!form) return;
  const wrong = form.querySelector(".error");

  function wish() {
    const said = new FormData(form);
    return { q: said.get("q"), brand: said.get("brand"), sort: said.get("sort"), format: said.get("format"), columns: said.getAll("columns") };
  }

  form.querySelector("[data-do=background]").addEventListener("click", async event => {
    const button = event.currentTarget;
    wrong.hidden = true;
    button.disabled = true;
    try {
      await Gazouillis.call("POST", "/api/desk/v1/exports/search", wish());
      panel.open = false;
      panel.querySelector("summary").focus();
      Gazouillis.toast(form.dataset.asked);
    } catch (trouble) {
      wrong.textContent = trouble.message;
      wrong.hidden = false;
    }
    button.disabled = false;
  });
});
