/* The search index: its figures are read anew while somebody looks, every second while something is at work. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const index = document.getElementById("index");
  if (!index) return;
  const state = () => document.getElementById("index-state");
  const wrong = index.querySelector(".error");

  async function look() {
    if (document.hidden) return;
    try {
      const answer = await fetch(location.href, { credentials: "same-origin" });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("index-state");
      if (fresh) state().replaceWith(fresh);
    } catch { /* the next look tells more */ }
  }

  async function goOn() {
    await look();
    setTimeout(goOn, state().dataset.busy === "true" ? 1000 : 10000);
  }

  async function verify() {
    const path = "/api/desk/v1/index/verify";
    const looking = setInterval(look, 1000);
    try {
      const check = await Gazouillis.call("POST", path);
      return check.missing === 0 ? index.dataset.whole : Gazouillis.counted(index.dataset.missing, check.missing);
    } finally {
      clearInterval(looking);
    }
  }

  async function rebuild() {
    await Gazouillis.call("POST", "/api/desk/v1/index/rebuild");
    return index.dataset.begun;
  }

  const deeds = { verify, rebuild };

  index.addEventListener("click", async event => {
    const button = event.target.closest("[data-index]");
    if (!button) return;
    wrong.hidden = true;
    button.disabled = true;
    try {
      Gazouillis.toast(await deeds[button.dataset.index]());
    } catch (trouble) {
      wrong.textContent = trouble.message;
      wrong.hidden = false;
    } finally {
      button.disabled = false;
      button.focus();
      await look();
    }
  });
  setTimeout(goOn, 1000);
});
