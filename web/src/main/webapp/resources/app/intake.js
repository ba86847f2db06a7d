/* The import page: asks every second how far the import has come. */
"use strict";
(() => {
  const EVERY = 1000;
  const PATIENCE = 30;

  /** The server's page is the only template: the finished import is taken from it. */
  async function finish() {
    const answer = await fetch(location.href, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    ["run", "last"].forEach(id => document.getElementById(id).replaceWith(page.getElementById(id)));
    Gazouillis.say(document.querySelector("[data-run]").dataset.outcome);
  }

  function count(run, state) {
    const numbers = new Intl.NumberFormat(document.documentElement.lang);
    run.querySelectorAll("[data-count]").forEach(place => { place.textContent = numbers.format(state[place.dataset.count]); });
  }

  function follow(run, failures = 0) {
    setTimeout(async () => {
      try {
        const state = await Gazouillis.call("GET", run.dataset.run);
        count(run, state);
        if (state.state === "RUNNING") follow(run);
        else await finish();
      } catch {
        if (failures < PATIENCE) follow(run, failures + 1);
        else Gazouillis.toast(run.dataset.broken);
      }
    }, EVERY);
  }

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.getElementById("import");
    form?.querySelector("#import-format").addEventListener("change", event => {
      if (event.target.value === "mapped") document.getElementById("import-columns").open = true;
    });
    const run = document.querySelector("[data-run]");
    if (run && run.dataset.running === "true") follow(run);
  });
})();
