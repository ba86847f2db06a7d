/* A report by e-mail: when and to whom, and sending again what was sent. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const section = document.getElementById("mailings");
  if (!section) return;
  const API = "/api/desk/v1";
  const report = `${API}/reports/${document.getElementById("report").dataset.report}/mailings`;
  const one = item => `${API}/report-mailings/${item.dataset.mailing}`;
  const place = document.getElementById("mailing-place");
  const form = document.getElementById("mailing");
  const fields = form.elements;
  const ADDRESS = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:"]+$/;
  let changed = "";

  const formats = () => [...form.querySelectorAll("input[name=formats]")];
  const addresses = () => fields.recipients.value.split(/[\s,;]+/).filter(Boolean);

  function showDay() {
    form.querySelectorAll("[data-every]").forEach(each => { each.hidden = each.dataset.every !== fields.every.value; });
  }
  function fill(mailing) {
    changed = mailing.id || "";
    for (const name of ["every", "at", "zone", "period"]) fields[name].value = mailing[name];
    if (mailing.every === "week") fields.weekday.value = mailing.on;
    if (mailing.every === "month") fields.monthday.value = mailing.on;
    formats().forEach(box => { box.checked = mailing.formats.includes(box.value); });
    fields.recipients.value = mailing.recipients.join("\n");
    clear();
    showDay();
  }
  const empty = () => fill({ every: "week", on: "monday", at: "08:00", zone: form.dataset.zone, period: "week", formats: ["pdf"], recipients: [] });

  function clear() {
    form.querySelectorAll("[data-field]").forEach(each => { each.hidden = true; each.textContent = ""; });
    form.querySelectorAll("[aria-invalid]").forEach(each => each.removeAttribute("aria-invalid"));
  }
  function tell(field, words) {
    const wrong = form.querySelector(`[data-field="${field}"]`) || form.querySelector("[data-field=other]");
    wrong.textContent = words;
    wrong.hidden = false;
    const input = field === "formats" ? formats()[0] : fields[field];
    if (input) { input.setAttribute("aria-invalid", "true"); input.focus(); }
    Gazouillis.say(words);
  }
  /* What can be seen here is told in the reader's language; the server looks again. */
  function flaw() {
    const wrong = addresses().find(address => !ADDRESS.test(address));
    if (!fields.at.value) return ["at", form.dataset.wrongAt];
    if (!formats().some(box => box.checked)) return ["formats", form.dataset.wrongFormats];
    if (addresses().length < 1 || addresses().length > 20) return ["recipients", form.dataset.wrongRecipients];
    return wrong ? ["recipients", form.dataset.wrongAddress.replace("{0}", wrong)] : null;
  }
  function wish() {
    const every = fields.every.value;
    return { every, on: every === "week" ? fields.weekday.value : every === "month" ? fields.monthday.value : "",
      at: fields.at.value.slice(0, 5), zone: fields.zone.value, period: fields.period.value,
      formats: formats().filter(box => box.checked).map(box => box.value), recipients: addresses() };
  }

  empty();
  fields.every.addEventListener("change", () => {
    showDay();
    fields.period.value = fields.every.value;
  });
  form.addEventListener("submit", async event => {
    event.preventDefault();
    clear();
    const wrong = flaw();
    if (wrong) { tell(...wrong); return; }
    try {
      if (changed) await Gazouillis.call("PATCH", `${API}/report-mailings/${changed}`, wish());
      else await Gazouillis.call("POST", report, wish());
      location.reload();
    } catch (trouble) {
      const first = ((trouble.problem && trouble.problem.errors) || [])[0];
      tell(first ? first.pointer.slice(1) : "other", trouble.message);
    }
  });

  async function remove(item) {
    await Gazouillis.call("DELETE", one(item));
    const after = item.nextSibling;
    const list = item.parentElement;
    (item.nextElementSibling || item.previousElementSibling || place).querySelector("button, summary").focus();
    item.remove();
    Gazouillis.toast(section.dataset.removed, { undo: async () => {
      try {
        await Gazouillis.call("POST", `${one(item)}/restore`);
        list.insertBefore(item, after && after.parentElement === list ? after : null);
        item.querySelector("button").focus();
      } catch (trouble) { Gazouillis.toast(trouble.message); }
    } });
  }
  async function goneAgain(address) {
    await Gazouillis.call("POST", address);
    Gazouillis.toast(section.dataset.again);
    setTimeout(() => location.reload(), 900);
  }
  const deeds = {
    change: async button => {
      fill(await Gazouillis.call("GET", one(button.closest("li"))));
      place.open = true;
      fields.every.focus();
    },
    switch: async button => {
      await Gazouillis.call("PATCH", one(button.closest("li")), { active: button.dataset.on === "true" });
      location.reload();
    },
    remove: button => remove(button.closest("li")),
    cancel: () => { empty(); place.open = false; place.querySelector("summary").focus(); },
    "letter-again": button => goneAgain(`${API}/report-letters/${button.closest("li").dataset.letter}/again`),
    "run-again": button => goneAgain(`${API}/report-runs/${button.closest("details").dataset.run}/letters/again`),
  };
  section.addEventListener("click", async event => {
    const button = event.target.closest("button[data-do]");
    if (!button) return;
    const wrong = (button.closest("details.letters") || section).querySelector(":scope > .error");
    wrong.hidden = true;
    button.disabled = true;
    try { await deeds[button.dataset.do](button); } catch (trouble) {
      wrong.textContent = trouble.message;
      wrong.hidden = false;
    } finally { button.disabled = false; }
  });
});
