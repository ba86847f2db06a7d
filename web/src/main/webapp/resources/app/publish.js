/* The queue's deeds, through the same API as everybody's scripts: move, publish now, cancel with ten seconds to undo. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const queue = document.getElementById("queue");
  if (!queue) return;
  const path = row => `/api/desk/v1/posts/${row.dataset.post}`;

  const meaning = at => Gazouillis.call("GET", `/api/desk/v1/times?${new URLSearchParams(at)}`);

  /* The local time that a post had, with the one of two that was meant, so that it is planned again as it was. */
  async function before(row) {
    const post = await Gazouillis.call("GET", path(row));
    if (!post.local || !post.zone) return { draft: true };
    const at = { local: post.local, zone: post.zone };
    const choice = (await meaning(at)).choices.find(each => Date.parse(each.at) === Date.parse(post.dueAt));
    return choice ? { at: { ...at, prefer: choice.prefer } } : { dueAt: post.dueAt };
  }

  /* Does it (the body may still be on its way), and shows the queue as it then is; trouble is told and nothing changes. */
  async function change(row, body, words) {
    row.setAttribute("aria-busy", "true");
    try {
      const wish = await body;
      const post = await Gazouillis.call("PATCH", path(row), wish);
      const odd = wish.at && post.remarks.length ? (await meaning(wish.at)).message : "";
      if (odd) {
        await Deeds.refresh();
        Gazouillis.toast(odd);
        return;
      }
      Gazouillis.say(words);
      location.reload();
    } catch (trouble) {
      row.removeAttribute("aria-busy");
      Gazouillis.toast(trouble.message);
    }
  }

  /* Out after the brand's time to undo; the page then counts it down. */
  async function sendNow(row) {
    const undoSeconds = Number(queue.dataset.undoSeconds);
    if (undoSeconds === 0) { change(row, { now: true }, queue.dataset.moved); return; }
    row.setAttribute("aria-busy", "true");
    try {
      await Gazouillis.call("PATCH", path(row), { now: true, undoSeconds });
      location.assign(`/publish/queue?${new URLSearchParams({ brand: queue.dataset.brand, done: "SOON", post: row.dataset.post })}`);
    } catch (trouble) {
      row.removeAttribute("aria-busy");
      Gazouillis.toast(trouble.message);
    }
  }

  async function cancel(row) {
    try {
      await Gazouillis.call("DELETE", path(row));
    } catch (trouble) {
      Gazouillis.toast(trouble.message);
      return;
    }
    const next = row.nextElementSibling || row.previousElementSibling || document.getElementById("main");
    const planned = row.dataset.at && row.dataset.state !== "DRAFT";
    row.remove();
    next.focus();
    Gazouillis.toast(queue.dataset.cancelled, {
      undo: () => change(row, planned ? before(row) : { draft: true }, queue.dataset.back) });
  }

  queue.addEventListener("click", event => {
    const button = event.target.closest("button[data-do]");
    if (!button) return;
    const row = button.closest(".post-row");
    if (button.dataset.do === "cancel") cancel(row);
    if (button.dataset.do === "now") sendNow(row);
  });
  queue.addEventListener("submit", event => {
    const form = event.target.closest("form[data-do=move]");
    if (!form) return;
    event.preventDefault();
    change(form.closest(".post-row"), { at: { local: form.elements.local.value, zone: queue.dataset.zone } },
      queue.dataset.moved);
  });
  /* The note of what was done is told once, not again after a reload. */
  const address = new URL(location.href);
  if (address.searchParams.has("done")) {
    address.searchParams.delete("done");
    address.searchParams.delete("post");
    history.replaceState(null, "", address);
  }
});
