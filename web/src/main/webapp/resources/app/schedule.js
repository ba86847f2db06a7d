/* Deeds of the pages around the queue, through the same API as everybody's scripts. A button or form says what it calls
   (data-call, data-path, data-done) and, where that can be taken back, how (data-undo-call, data-undo-path). The page is
   then fetched anew, so that it shows what the server knows. */
"use strict";
window.Deeds = (() => {
  /** Shows the page, or its part that is `data-live`, as the server sees it now; the place one was at stays. */
  async function refresh() {
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    page.querySelectorAll("[data-toast]").forEach(note => note.remove());
    const part = document.querySelector("[data-live]") || document.getElementById("main");
    part.replaceChildren(...page.getElementById(part.id).childNodes);
    Clocks.show(document);
  }

  function json(form) {
    const body = {};
    for (const field of form.elements) {
      if (!field.name) continue;
      if (field.dataset.list !== undefined) {
        body[field.name] = body[field.name] || [];
        if (field.checked) body[field.name].push(field.value);
      } else if (field.value !== "") body[field.name] = field.value;
    }
    return body;
  }

  function complain(form, trouble) {
    const place = form.querySelector("[role=alert]");
    if (!place) { Gazouillis.toast(trouble.message); return; }
    place.hidden = false;
    place.textContent = trouble.message;
  }

  async function call(verb, path, body, done, undo) {
    await Gazouillis.call(verb, path, body);
    await refresh();
    Gazouillis.toast(done, { undo });
  }

  async function send(form) {
    const body = json(form);
    const path = form.dataset.path.replace("{day}", body.day || "");
    try {
      await call(form.dataset.call, path, body, form.dataset.done);
      const again = document.getElementById(form.id);
      if (again) again.querySelector("input,select").focus();
    } catch (trouble) { complain(form, trouble); }
  }

  async function press(button) {
    const { call: verb, path, done, undoCall, undoPath } = button.dataset;
    const back = undoCall && (() => call(undoCall, undoPath, undefined, done).catch(trouble => Gazouillis.toast(trouble.message)));
    button.disabled = true;
    try {
      await call(verb, path, undefined, done, back || undefined);
      document.getElementById("main").focus();
    } catch (trouble) {
      button.disabled = false;
      Gazouillis.toast(trouble.message);
    }
  }

  /* The note of what was done is told once, not again after a reload. */
  const address = new URL(location.href);
  if (address.searchParams.has("done")) {
    address.searchParams.delete("done");
    history.replaceState(null, "", address);
  }
  document.addEventListener("submit", event => {
    if (!event.target.dataset.call) return;
    event.preventDefault();
    send(event.target);
  });
  document.addEventListener("click", event => {
    const button = event.target.closest("button[data-call]");
    if (button) press(button);
  });
  return { refresh };
})();
