/* The crisis stop: one press, one request. The page then shows what the server counted. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const page = document.getElementById("stops-page");
  if (!page) return;
  const here = extra => `/publish/stop?${new URLSearchParams(page.dataset.brand ? { brand: page.dataset.brand, ...extra } : extra)}`;
  const form = document.getElementById("stop");

  async function press() {
    const wish = Object.fromEntries(new URLSearchParams(form.elements.scope.value));
    if (wish.workspace) wish.workspace = true;
    for (const name of ["keyword", "reason"]) if (form.elements[name].value.trim()) wish[name] = form.elements[name].value;
    const button = form.querySelector(".stop-now");
    const wrong = form.querySelector(".error");
    wrong.hidden = true;
    button.disabled = true;
    try {
      const stop = await Gazouillis.call("POST", "/api/desk/v1/crisis-stops", wish);
      Gazouillis.say(page.dataset.stopped);
      location.assign(`${here({ pressed: stop.id })}#stop-${stop.id}`);
    } catch (trouble) {
      button.disabled = false;
      wrong.textContent = trouble.message;
      wrong.hidden = false;
    }
  }

  if (form) form.addEventListener("submit", event => { event.preventDefault(); press(); });
  page.addEventListener("click", async event => {
    const button = event.target.closest("[data-release]");
    if (!button) return;
    button.disabled = true;
    try {
      await Gazouillis.call("POST", `/api/desk/v1/crisis-stops/${button.dataset.release}/release`, {});
      location.assign(`/publish/triage?${new URLSearchParams(page.dataset.brand ? { brand: page.dataset.brand, released: "true" } : { released: "true" })}`);
    } catch (trouble) {
      button.disabled = false;
      Gazouillis.toast(trouble.message);
    }
  });
});
