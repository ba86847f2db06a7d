/* Columns: what is new is counted above each and shown when asked for; their order. The page is the only template. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const API = "/api/desk/v1/columns";
  const SETTLE = 500;
  const AT_MOST_EVERY = 2000;
  /* The index may be a moment behind the stream. */
  const ONCE_MORE = 3000;
  const ANYWAY_EVERY = 30000;
  const all = document.getElementById("columns");
  const waiting = new Map();
  const order = () => [...all.querySelectorAll(".column")].map(each => each.dataset.id);
  const arrange = searches => Gazouillis.call("PUT", API, { searches });

  /* ---- what is new ---- */
  let source = null;
  let timer = null;
  let later = null;
  let lookedAt = 0;

  async function look() {
    timer = null;
    lookedAt = Date.now();
    const answer = await fetch(location.href, { headers: { "X-Requested-With": "gazouillis" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    page.querySelectorAll(".column").forEach(fresh => {
      const column = all.querySelector(`.column[data-id="${CSS.escape(fresh.dataset.id)}"]`);
      if (!column) return;
      const known = new Set([...column.querySelectorAll(".hit")].map(hit => hit.dataset.id));
      const posts = [...fresh.querySelectorAll(".hit")].filter(hit => !known.has(hit.dataset.id));
      waiting.set(column.dataset.id, posts);
      count(column, posts.length);
    });
  }

  function soon() {
    if (timer || document.hidden) return;
    timer = setTimeout(() => look().catch(() => null), Math.max(SETTLE, lookedAt + AT_MOST_EVERY - Date.now()));
  }

  function count(column, number) {
    const pill = column.querySelector(".news");
    const words = number === 1 ? all.dataset.newOne : all.dataset.newMany;
    pill.hidden = number === 0;
    pill.querySelector("span").textContent = words.replace("{0}", number);
  }

  function show(column) {
    const posts = (waiting.get(column.dataset.id) || []).map(each => document.adoptNode(each));
    waiting.delete(column.dataset.id);
    column.querySelector(".empty")?.remove();
    column.querySelector(".found").prepend(...posts);
    count(column, 0);
    const list = column.querySelector(".column-posts");
    list.scrollTop = 0;
    list.focus();
  }

  function listen() {
    if (source || document.hidden || order().length === 0) return;
    source = new EventSource("/api/v1/streaming/public");
    source.addEventListener("update", () => {
      soon();
      clearTimeout(later);
      later = setTimeout(soon, ONCE_MORE);
    });
    soon();
  }

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) { source?.close(); source = null; } else { listen(); }
  });
  setInterval(soon, ANYWAY_EVERY);
  listen();

  /* ---- their order ---- */
  const add = document.getElementById("add-column");
  if (add) add.addEventListener("submit", async event => {
    event.preventDefault();
    try {
      await arrange([...order(), add.elements.search.value]);
      location.reload();
    } catch (trouble) { Gazouillis.toast(trouble.message); }
  });

  async function move(column, by) {
    const searches = order();
    const at = searches.indexOf(column.dataset.id);
    searches.splice(at + by, 0, ...searches.splice(at, 1));
    await arrange(searches);
    Gazouillis.say(all.dataset.moved);
    location.reload();
  }

  async function remove(column) {
    const before = order();
    await arrange(before.filter(id => id !== column.dataset.id));
    column.remove();
    document.getElementById("main").focus();
    Gazouillis.toast(all.dataset.removed, { undo: async () => { await arrange(before); location.reload(); } });
  }

  all.addEventListener("click", async event => {
    const button = event.target.closest("button");
    if (!button) return;
    const column = button.closest(".column");
    try {
      if (button.matches(".news")) show(column);
      if (button.dataset.do === "left") await move(column, -1);
      if (button.dataset.do === "right") await move(column, 1);
      if (button.dataset.do === "remove") await remove(column);
    } catch (trouble) { Gazouillis.toast(trouble.message); }
  });
});
