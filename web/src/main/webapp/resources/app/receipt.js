/* A person's word about a publication that nobody else can decide, through the same API as everybody's scripts. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const receipts = document.getElementById("receipts");
  if (!receipts) return;
  receipts.addEventListener("click", async event => {
    const button = event.target.closest("button[data-do]");
    if (!button) return;
    const receipt = button.closest("[data-publication]");
    receipt.setAttribute("aria-busy", "true");
    try {
      await Gazouillis.call("POST", `/api/desk/v1/publications/${receipt.dataset.publication}/${button.dataset.do}`);
      Gazouillis.say(receipts.dataset.done);
      location.reload();
    } catch (trouble) {
      receipt.removeAttribute("aria-busy");
      Gazouillis.toast(trouble.message);
    }
  });
});
