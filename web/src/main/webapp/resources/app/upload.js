/* Forms that send one file: its progress is shown, a refusal stands beside the field, and what was begun is shown next. */
"use strict";
(() => {
  function tell(form, sentence) {
    const error = form.querySelector(".error");
    error.textContent = sentence;
    error.hidden = !sentence;
    if (sentence) form.querySelector("input[type=file]").focus();
  }

  function busy(form, sending) {
    form.querySelector("button[type=submit]").disabled = sending;
    form.querySelector(".sending").hidden = !sending;
  }

  /** Answers the id of what was begun. `fetch` cannot tell how much of a file has been sent. */
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
    const file = form.querySelector("input[type=file]").files[0];
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

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("form[data-upload]").forEach(form => form.addEventListener("submit", submit));
  });
})();
