/* The import page: sends the file with its progress, then asks every second how far the import has come. */
"use strict";
(() => {
  const EVERY = 1000;
  const PATIENCE = 30;

  function tell(form, sentence) {
    const error = form.querySelector(".error");
    error.textContent = sentence;
    error.hidden = !sentence;
    if (sentence) form.querySelector("#import-file").focus();
  }

  function busy(form, sending) {
    form.querySelector("button[type=submit]").disabled = sending;
    form.querySelector(".sending").hidden = !sending;
  }

  /** Answers the id of the import. `fetch` cannot tell how much of a file has been sent. */
  function send(form, fields) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.setRequestHeader("X-Requested-With", "gazouillis");
      request.setRequestHeader("Accept", "application/json, application/problem+json");
      request.setRequestHeader("Accept-Language", document.documentElement.lang);
      request.responseType = "json";
      request.upload.addEventListener("progress", event => {
        if (event.lengthComputable) form.querySelector("progress").value = event.loaded / event.total;
      });
      request.addEventListener("load", () => {
        const answer = request.response || {};
        if (request.status === 202) resolve(answer.id);
        else reject(new Error(answer.detail || answer.title || form.dataset.broken));
      });
      request.addEventListener("error", () => reject(new Error(form.dataset.broken)));
      request.send(fields);
    });
  }

  async function submit(event) {
    event.preventDefault();
    const form = event.target;
    const file = form.querySelector("#import-file").files[0];
    if (file && file.size > Number(form.dataset.largest)) {
      tell(form, form.dataset.tooLarge);
      return;
    }
    const fields = new FormData(form);
    const back = fields.get("to");
    fields.delete("to");
    tell(form, "");
    busy(form, true);
    Gazouillis.say(form.dataset.sending);
    try {
      const id = await send(form, fields);
      location.assign(`${back}&run=${encodeURIComponent(id)}#run`);
    } catch (trouble) {
      busy(form, false);
      tell(form, trouble.message);
    }
  }

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
    if (form) {
      form.addEventListener("submit", submit);
      form.querySelector("#import-format").addEventListener("change", event => {
        if (event.target.value === "mapped") document.getElementById("import-columns").open = true;
      });
    }
    const run = document.querySelector("[data-run]");
    if (run && run.dataset.running === "true") follow(run);
  });
})();
