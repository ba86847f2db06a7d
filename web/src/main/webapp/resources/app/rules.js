/* Publishing rules: each form is one request; a removed quiet period can be put back. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const page = document.getElementById("rules");
  if (!page) return;
  const brand = page.dataset.brand;
  const root = `/api/desk/v1/publishing-rules/${encodeURIComponent(brand)}`;
  const value = (form, name) => form.elements[name].value;

  function late(form) {
    return value(form, "policy") ? { policy: value(form, "policy"), minutes: Number(value(form, "minutes")) } : null;
  }

  function quiet(form) {
    const body = { name: value(form, "name"), rule: value(form, "rule"), zone: value(form, "zone") };
    if (form.elements.workspace && form.elements.workspace.checked) body.workspace = true; else body.brand = brand;
    if (form.elements.way.value === "once") Object.assign(body, { startsAt: value(form, "startsAt"), endsAt: value(form, "endsAt") });
    else Object.assign(body, { days: [...form.querySelectorAll("input[name=days]:checked")].map(each => Number(each.value)),
      fromTime: value(form, "fromTime"), toTime: value(form, "toTime") });
    return body;
  }

  const send = {
    brand: form => Gazouillis.call("PUT", root, { undoSeconds: Number(value(form, "undo")), late: late(form), planned: form.elements.planned.checked }),
    campaign: form => Gazouillis.call("PUT", `${root}/campaigns/${form.dataset.campaign}`, { late: late(form), planned: form.elements.planned.checked }),
    quiet: async form => { await Gazouillis.call("POST", "/api/desk/v1/quiet-periods", quiet(form)); location.reload(); },
  };

  page.addEventListener("submit", async event => {
    const form = event.target.closest("form[data-rules]");
    if (!form) return;
    event.preventDefault();
    const wrong = form.querySelector(".error");
    wrong.hidden = true;
    try {
      await send[form.dataset.rules](form);
      Gazouillis.toast(page.dataset.saved);
    } catch (trouble) {
      wrong.textContent = trouble.message;
      wrong.hidden = false;
    }
  });

  page.addEventListener("click", async event => {
    const button = event.target.closest("[data-remove]");
    if (!button) return;
    const id = button.dataset.remove;
    try {
      const all = await Gazouillis.call("GET", `/api/desk/v1/quiet-periods?brand=${encodeURIComponent(brand)}`);
      const { id: _, ...before } = all.items.find(each => each.id === id);
      if (before.brand === null) { delete before.brand; before.workspace = true; }
      await Gazouillis.call("DELETE", `/api/desk/v1/quiet-periods/${id}`);
      button.closest("li").remove();
      Gazouillis.toast(page.dataset.removed, {
        undo: async () => { await Gazouillis.call("POST", "/api/desk/v1/quiet-periods", before); location.reload(); },
      });
    } catch (trouble) {
      Gazouillis.toast(trouble.message);
    }
  });
});
