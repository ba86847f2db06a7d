/* Reports: make one from a template, build it by buttons, run it, and run it again. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const API = "/api/desk/v1";
  function complain(place, trouble) {
    const wrong = place.querySelector(".error");
    wrong.textContent = trouble.message;
    wrong.hidden = false;
  }
  async function attempt(place, deed) {
    place.querySelector(".error").hidden = true;
    try { await deed(); } catch (trouble) { complain(place, trouble); }
  }

  const fresh = document.getElementById("new-report");
  if (fresh) fresh.addEventListener("submit", event => {
    event.preventDefault();
    const { brand, language } = fresh.dataset;
    attempt(fresh, async () => {
      const made = await Gazouillis.call("POST", `${API}/brands/${brand}/reports`,
        { template: fresh.elements.template.value, language: language === "fr" ? "fr" : "en" });
      location.assign(`/report/one?brand=${brand}&id=${made.id}`);
    });
  });

  const page = document.getElementById("report");
  if (!page) return;
  const report = `${API}/reports/${page.dataset.report}`;
  const plain = () => { const url = new URL(location.href); url.searchParams.delete("changes"); return url; };

  const run = document.getElementById("run-report");
  run.addEventListener("submit", event => {
    event.preventDefault();
    attempt(run, async () => {
      await Gazouillis.call("POST", `${report}/runs`, { from: run.elements.from.value, to: run.elements.to.value });
      location.assign(plain());
    });
  });

  document.getElementById("runs")?.addEventListener("click", event => {
    const button = event.target.closest("[data-do=again]");
    if (!button) return;
    const place = button.closest("section");
    attempt(place, async () => {
      await Gazouillis.call("POST", `${API}/report-runs/${button.closest("li").dataset.run}/again`);
      location.assign(plain());
    });
  });

  page.addEventListener("submit", event => {
    const form = event.target.closest("form[data-share]");
    if (!form) return;
    event.preventDefault();
    attempt(form, async () => {
      const share = await Gazouillis.call("POST", `${API}/report-runs/${form.dataset.share}/shares`,
        { days: Number(form.elements.days.value) });
      form.elements.link.value = share.url;
      form.elements.link.closest("label").hidden = false;
      form.elements.link.focus();
      form.elements.link.select();
    });
  });
  document.getElementById("shares")?.addEventListener("click", event => {
    const button = event.target.closest("[data-do=revoke]");
    if (!button) return;
    const row = button.closest("li");
    attempt(button.closest("section"), async () => {
      await Gazouillis.call("DELETE", `${API}/report-shares/${row.dataset.share}`);
      document.getElementById("main").focus();
      row.remove();
    });
  });

  const build = document.getElementById("build-report");
  const blocks = build.querySelector(".report-blocks");
  build.elements.language.value = build.elements.language.dataset.value;
  build.querySelectorAll("input[data-chosen]").forEach(box => { box.checked = box.dataset.chosen === "true"; });

  function move(button) {
    const row = button.closest("li");
    const other = button.dataset.move === "up" ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (button.dataset.move === "up") other.before(row); else other.after(row);
    button.focus();
    document.getElementById("moved").textContent = build.dataset.moved
      .replace("{0}", row.dataset.label || row.querySelector("code").textContent)
      .replace("{1}", [...row.parentElement.children].indexOf(row) + 1);
  }
  function add() {
    const template = build.querySelector(`template[data-kind="${build.elements.kind.value}"]`);
    blocks.append(template.content.cloneNode(true));
    (blocks.lastElementChild.querySelector("textarea") || blocks.lastElementChild.querySelector("button")).focus();
  }
  function drop(button) {
    const row = button.closest("li");
    const next = row.nextElementSibling || row.previousElementSibling;
    row.remove();
    (next?.querySelector("button") || build.elements.kind).focus();
  }
  async function removeReport() {
    await Gazouillis.call("DELETE", report);
    location.assign(page.dataset.list);
  }
  build.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.move) move(button);
    else if (button.dataset.do === "add") add();
    else if (button.dataset.do === "drop") drop(button);
    else if (button.dataset.do === "remove-report" && confirm(button.dataset.sure)) attempt(build, removeReport);
  });
  build.addEventListener("submit", event => {
    event.preventDefault();
    attempt(build, async () => {
      const kept = await Gazouillis.call("PATCH", report, {
        name: build.elements.name.value,
        language: build.elements.language.value,
        blocks: [...blocks.children].map(block => ({ kind: block.dataset.kind, text: block.querySelector("textarea")?.value })),
        columns: [...build.querySelectorAll("input[name=columns]:checked")].map(box => box.value),
      });
      page.querySelector("h1").textContent = kept.name;
      Gazouillis.toast(build.dataset.kept);
    });
  });
});
