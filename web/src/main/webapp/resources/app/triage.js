/* Triage after a stop: many posts, one decision, ten seconds (and longer) to undo it. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("triage");
  if (!form) return;
  const boxes = () => [...form.querySelectorAll("input[name=post]")];
  const wrong = form.querySelector(".error");
  const UNDO = 10;

  function tell(text) { wrong.textContent = text; wrong.hidden = !text; }

  function order(deed) {
    const everything = form.elements.all && form.elements.all.checked;
    const posts = boxes().filter(each => each.checked).map(each => each.value);
    if (!everything && posts.length === 0) return null;
    const body = everything ? { deed, all: true } : { deed, posts };
    if (everything && form.dataset.brand) body.brand = form.dataset.brand;
    if (deed === "SEND") Object.assign(body, { everySeconds: 60 * Number(form.elements["send-every"].value || 5), undoSeconds: UNDO });
    if (deed === "REDATE") {
      body.at = { local: form.elements.to.value, zone: form.dataset.zone };
      if (form.elements.distance.value) body.everySeconds = Number(form.elements.distance.value);
    }
    return body;
  }

  const words = { SEND: "sent", REDATE: "redated", DROP: "dropped" };

  async function undo(id) {
    try {
      const done = await Gazouillis.call("POST", `/api/desk/v1/crisis-stops/triage/${id}/undo`, {});
      Gazouillis.say(Gazouillis.counted(form.dataset.undone, done.changed));
      location.reload();
    } catch (trouble) {
      Gazouillis.toast(trouble.message);
    }
  }

  function leave(body) {
    if (body.all) { form.querySelector(".triage-list").replaceChildren(); return; }
    body.posts.forEach(id => {
      const row = form.querySelector(`li[data-post="${id}"]`);
      if (row && !(body.deed !== "DROP" && row.querySelector(".pill.danger"))) row.remove();
    });
  }

  async function decide(deed) {
    const body = order(deed);
    if (!body) { tell(form.dataset.none); return; }
    tell("");
    form.setAttribute("aria-busy", "true");
    try {
      const done = await Gazouillis.call("POST", "/api/desk/v1/crisis-stops/triage", body);
      leave(body);
      const text = Gazouillis.counted(form.dataset[words[deed]], done.changed)
        + (done.stopped ? ` ${Gazouillis.counted(form.dataset.stopped, done.stopped)}` : "");
      Gazouillis.toast(text, done.changed ? { undo: () => undo(done.id) } : {});
    } catch (trouble) {
      tell(trouble.message);
    } finally {
      form.removeAttribute("aria-busy");
    }
  }

  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("click", event => {
    const button = event.target.closest("button[data-deed]");
    if (button) decide(button.dataset.deed);
  });
  form.addEventListener("change", event => {
    if (event.target.name === "every-row") boxes().forEach(each => { each.checked = event.target.checked; });
  });
});
