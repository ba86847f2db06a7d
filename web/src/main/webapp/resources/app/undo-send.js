/* "Publish now" waits some seconds: a note counts them down, and its button keeps the text as a draft instead. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const wait = document.getElementById("undo-send");
  if (!wait) return;
  const { post, brand, soon, out } = wait.dataset;
  let left = Number(wait.dataset.left);
  const words = () => soon.replace("{0}", left);

  async function undo() {
    clearInterval(tick);
    try {
      await Gazouillis.call("PATCH", `/api/desk/v1/posts/${post}`, { draft: true });
      location.assign(`/compose/new?${new URLSearchParams({ brand, post })}`);
    } catch (trouble) {
      Gazouillis.toast(trouble.message);
    }
  }

  const note = Gazouillis.toast(words(), { undo, seconds: left + 5 });
  note.id = "undo-note";
  history.replaceState(null, "", `/publish/queue?brand=${encodeURIComponent(brand)}`);
  const tick = setInterval(() => {
    left -= 1;
    note.firstElementChild.textContent = left > 0 ? words() : out;
    if (left > 0) return;
    clearInterval(tick);
    note.querySelectorAll("button").forEach(button => button.remove());
    Gazouillis.say(out);
  }, 1000);
});
