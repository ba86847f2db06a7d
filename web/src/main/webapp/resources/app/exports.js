/* Exports in the background: asked for from the form, followed in the list, cancelled with undo. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const API = "/api/desk/v1/exports";
  const EVERY = 1000;
  const PATIENCE = 60;
  const form = document.getElementById("export");
  const list = () => document.getElementById("mine");
  if (!form || !list()) return;

  const many = number => new Intl.NumberFormat(document.documentElement.lang).format(number);

  /** The server's page is the only template: the list is taken from it. */
  async function renew() {
    const answer = await fetch(location.pathname + location.search, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const old = list();
    const held = old.contains(document.activeElement) ? document.activeElement.closest("[data-export]")?.dataset.export : null;
    const now = page.getElementById("mine");
    old.replaceWith(now);
    if (held === undefined || held === null) return;
    (now.querySelector(`[data-export="${held}"] .button`) || now).focus();
  }

  /** How far those are that are being written; true while the states are those of the page. */
  function show(items) {
    let same = true;
    items.forEach(item => {
      const row = list().querySelector(`[data-export="${API}/${item.id}"]`);
      const bar = row && row.querySelector("progress");
      if (!row || row.dataset.state !== item.state) { same = false; return; }
      if (!bar) return;
      const text = row.querySelector("[data-progress]");
      if (item.rowsExpected === undefined || item.rowsExpected === null) return;
      bar.value = item.rowsExpected === 0 ? 0 : item.rows / item.rowsExpected;
      text.textContent = form.dataset.progress.replace("{0}", many(item.rows)).replace("{1}", many(item.rowsExpected))
        .replace("{2}", new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(item.bytes / 1e6));
    });
    return same;
  }

  /** What came of one is said once, through the page's one voice. */
  async function changed() {
    const before = new Map([...list().querySelectorAll("[data-export]")].map(row => [row.dataset.export, row.dataset.state]));
    await renew();
    list().querySelectorAll("[data-export]").forEach(row => {
      if (before.has(row.dataset.export) && before.get(row.dataset.export) !== row.dataset.state) {
        Gazouillis.say(`${row.querySelector("strong").textContent}: ${row.querySelector("[data-outcome]").textContent}`);
      }
    });
  }

  let following = false;
  function follow(failures = 0) {
    following = list().dataset.busy === "true";
    if (!following) return;
    setTimeout(async () => {
      try {
        const { items } = await Gazouillis.call("GET", `${API}?brand=${encodeURIComponent(list().dataset.brand)}`);
        if (!show(items)) await changed();
        follow();
      } catch {
        if (failures < PATIENCE) follow(failures + 1);
        else Gazouillis.toast(list().dataset.broken);
      }
    }, EVERY);
  }

  async function look() {
    await renew();
    if (!following) follow();
  }

  const deeds = {
    cancel: async row => {
      const address = row.dataset.export;
      await Gazouillis.call("DELETE", address);
      Gazouillis.toast(list().dataset.cancelled, { undo: () => perform("restore", { dataset: { export: address } }) });
    },
    restore: async row => {
      await Gazouillis.call("POST", `${row.dataset.export}/restore`);
      Gazouillis.say(list().dataset.restored);
    },
    again: async row => {
      await Gazouillis.call("POST", `${row.dataset.export}/again`);
      Gazouillis.say(list().dataset.asked);
    },
  };

  async function perform(deed, row) {
    try {
      await deeds[deed](row);
      await look();
    } catch (trouble) {
      Gazouillis.toast(trouble.message);
    }
  }

  document.addEventListener("click", event => {
    const button = event.target.closest("#mine [data-do]");
    if (button) perform(button.dataset.do, button.closest("[data-export]"));
  });

  /** What the form says, of what its format knows. */
  function wish() {
    const said = new FormData(form);
    const has = name => said.get(name) === "true";
    return {
      brand: list().dataset.brand, from: said.get("from"), to: said.get("to"), format: said.get("format"),
      columns: said.getAll("columns"), separator: said.get("separator") || "comma",
      bom: has("bom"), gzip: has("gzip"), guard: has("guard"),
    };
  }

  const wrong = form.querySelector(".error");
  form.querySelector("[data-do=background]").addEventListener("click", async event => {
    wrong.hidden = true;
    if (!form.reportValidity()) return;
    const button = event.currentTarget;
    button.disabled = true;
    try {
      await Gazouillis.call("POST", API, wish());
      await look();
      list().focus();
      Gazouillis.toast(list().dataset.asked);
    } catch (trouble) {
      wrong.textContent = trouble.message;
      wrong.hidden = false;
    }
    button.disabled = false;
  });
  follow();
});
