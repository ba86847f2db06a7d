/* Many posts of the queue at once: picked by box or by the key x, moved or cancelled one by one through the API, all taken
   back by one undo. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const bar = document.getElementById("bulk");
  const queue = document.getElementById("queue");
  if (!bar || !queue) return;
  const EDITABLE = ["DRAFT", "IN_REVIEW", "APPROVED", "SCHEDULED", "FAILED", "MISSED", "HELD"];
  const rows = () => [...queue.querySelectorAll(".post-row[data-post]")];
  const boxOf = row => row.querySelector(".pick input, .pick-post");
  const picked = () => rows().filter(row => boxOf(row) && boxOf(row).checked);
  const path = post => `/api/desk/v1/posts/${post}`;

  rows().filter(row => EDITABLE.includes(row.dataset.state) && !boxOf(row)).forEach(row => {
    const box = Object.assign(document.createElement("input"), { type: "checkbox", className: "pick-post" });
    box.setAttribute("aria-label", `${bar.dataset.pick} ${row.querySelector(".post-time").textContent.trim()}`);
    row.querySelector(".post-facts").prepend(box);
  });

  function count() {
    const many = picked().length;
    document.getElementById("bulk-count").textContent = many ? Gazouillis.counted(bar.dataset.count, many) : "";
    document.getElementById("bulk-deeds").hidden = many === 0;
  }

  /** One after the other, so that a refusal concerns one post only. */
  async function each(posts, deed) {
    const done = [];
    const kept = [];
    for (const post of posts) {
      try { done.push(await deed(post)); } catch (trouble) { kept.push(trouble.message); }
    }
    return { done, kept };
  }

  async function seen(row) {
    return Gazouillis.call("GET", path(row.dataset.post));
  }

  const time = post => post.local && post.zone ? { at: { local: post.local, zone: post.zone } } : { draft: true };

  function tell(text, outcome, back) {
    const note = Gazouillis.counted(text, outcome.done.length)
      + (outcome.kept.length ? ` ${Gazouillis.counted(bar.dataset.kept, outcome.kept.length)} ${outcome.kept[0]}` : "");
    Gazouillis.toast(note, outcome.done.length ? { undo: back } : {});
  }

  async function cancel() {
    const chosen = picked();
    const outcome = await each(chosen, async row => {
      const post = await seen(row);
      await Gazouillis.call("DELETE", path(post.id));
      row.remove();
      return post;
    });
    count();
    document.getElementById("main").focus();
    tell(bar.dataset.cancelled, outcome, async () => {
      await each(outcome.done, post => Gazouillis.call("PATCH", path(post.id), time(post)));
      Gazouillis.say(bar.dataset.back);
      location.reload();
    });
  }

  /** Local times are reckoned as if they were UTC: the clocks' changes are the server's business. */
  function later(local, minutes) {
    return new Date(Date.parse(`${local.slice(0, 16)}Z`) + minutes * 60000).toISOString().slice(0, 16) + local.slice(16);
  }

  async function move() {
    const minutes = Number(document.getElementById("bulk-by").value);
    const outcome = await each(picked(), async row => {
      const post = await seen(row);
      if (!post.local) throw new Error(row.querySelector(".post-text").textContent.slice(0, 40));
      const moved = await Gazouillis.call("PATCH", path(post.id),
        { at: { local: later(post.local, minutes), zone: post.zone }, version: post.version });
      row.querySelector("time").textContent = moved.local.replace("T", " ").slice(0, 16);
      return post;
    });
    tell(bar.dataset.moved, outcome, async () => {
      await each(outcome.done, post => Gazouillis.call("PATCH", path(post.id), time(post)));
      Gazouillis.say(bar.dataset.back);
      location.reload();
    });
  }

  bar.addEventListener("click", event => {
    const button = event.target.closest("[data-bulk]");
    if (!button) return;
    button.disabled = true;
    (button.dataset.bulk === "move" ? move() : cancel()).finally(() => { button.disabled = false; });
  });
  document.getElementById("bulk-all").addEventListener("change", event => {
    rows().map(boxOf).filter(Boolean).forEach(box => { box.checked = event.target.checked; });
    count();
  });
  queue.addEventListener("change", event => { if (event.target.matches(".pick input, .pick-post")) count(); });

  /* Keys count only while a post of the queue has the focus. */
  queue.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=checkbox]), textarea, select")) return;
    const row = event.target.closest(".post-row");
    if (!row) return;
    const all = rows();
    const at = all.indexOf(row);
    const go = to => { if (to) { to.focus(); event.preventDefault(); } };
    if (event.key === "j" || (event.key === "ArrowDown" && event.target === row)) go(all[at + 1]);
    if (event.key === "k" || (event.key === "ArrowUp" && event.target === row)) go(all[at - 1]);
    if (event.key === "x" && boxOf(row)) { boxOf(row).checked = !boxOf(row).checked; count(); event.preventDefault(); }
    if (event.key === "e") { const edit = row.querySelector("a[href^='/compose/']"); if (edit) edit.click(); }
  });
  const first = rows()[0];
  if (first) first.tabIndex = 0;
});
