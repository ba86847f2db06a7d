/* The order of the queue: up and down (buttons, or Alt and an arrow), swap and shuffle what is chosen; each can be undone
   by the order from before. The times stay, the posts change places. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const queue = document.getElementById("queue");
  if (!queue) return;
  const rows = () => [...queue.querySelectorAll(".queue-day .post-row[data-state=SCHEDULED]")];
  const ids = list => list.map(row => row.dataset.post);
  const picked = () => rows().filter(row => row.querySelector(".pick input:checked"));

  function count() {
    const tools = document.getElementById("order-tools");
    const chosen = picked().length;
    tools.hidden = chosen === 0;
    tools.querySelector("[data-count]").textContent = chosen;
    tools.querySelector("[data-order=swap]").disabled = chosen !== 2;
    tools.querySelector("[data-order=shuffle]").disabled = chosen < 2;
  }

  async function send(deed, posts, focus) {
    const before = ids(rows()).filter(id => posts.includes(id));
    try {
      await Gazouillis.call("POST", `/api/desk/v1/brands/${queue.dataset.brand}/queue/${deed}`, { posts });
      await Deeds.refresh();
    } catch (trouble) { Gazouillis.toast(trouble.message); return; }
    const row = queue.querySelector(`.post-row[data-post="${focus || posts[0]}"]`);
    if (row) row.focus();
    Gazouillis.toast(queue.dataset.reordered, { undo: () => send("order", before, focus) });
  }

  function move(row, by) {
    const all = rows();
    const other = all[all.indexOf(row) + by];
    if (other) send("swap", ids([row, other]), row.dataset.post);
  }

  queue.addEventListener("change", event => { if (event.target.closest(".pick")) count(); });
  queue.addEventListener("click", event => {
    const button = event.target.closest("[data-order]");
    if (!button) return;
    const row = button.closest(".post-row");
    if (row) move(row, button.dataset.order === "up" ? -1 : 1);
    else send(button.dataset.order, ids(picked()));
  });
  queue.addEventListener("keydown", event => {
    const row = event.altKey && ["ArrowUp", "ArrowDown"].includes(event.key) && event.target.closest(".post-row[data-state=SCHEDULED]");
    if (!row) return;
    event.preventDefault();
    move(row, event.key === "ArrowUp" ? -1 : 1);
  });
});
