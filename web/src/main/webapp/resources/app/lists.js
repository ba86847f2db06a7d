/* Lists of profiles: made, named, filled and deleted; with undo instead of questions. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const API = "/api/v1/lists";
  const page = document.querySelector(".lists");
  const words = page.dataset;
  const brand = words.query || "";
  const as = words.as ? `?as=${encodeURIComponent(words.as)}` : "";
  const restore = id => Gazouillis.call("POST", `${API}/${id}/restore`);
  const put = (id, profile) => Gazouillis.call("POST", `${API}/${id}/accounts`, { account_ids: [profile] });
  const takeOff = (id, profile) => Gazouillis.call("DELETE", `${API}/${id}/accounts`, { account_ids: [profile] });

  async function attempt(deed) {
    try {
      await deed();
    } catch (trouble) { Gazouillis.toast(trouble.message); }
  }

  function complain(form, trouble) {
    const wrong = form.querySelector(".error");
    const taken = (trouble.problem?.type || "").endsWith("/conflict");
    wrong.textContent = taken ? words.taken : trouble.message;
    wrong.hidden = false;
    form.querySelector("input").focus();
  }

  const SENT = {
    async make(form) {
      const list = await Gazouillis.call("POST", API + as, { title: form.elements.title.value });
      location.assign(`/timeline/list?id=${list.id}${brand}#members`);
    },
    async rename(form) {
      await Gazouillis.call("PUT", `${API}/${form.dataset.rename}`, { title: form.elements.title.value });
      location.reload();
    },
    async add(form) {
      const handle = form.elements.handle.value.trim();
      const profile = await Gazouillis.call("GET", `/api/v1/accounts/lookup?acct=${encodeURIComponent(handle)}`);
      await put(form.dataset.add, profile.id);
      location.hash = "members";
      location.reload();
    },
  };
  document.addEventListener("submit", async event => {
    const form = event.target;
    const deed = Object.keys(SENT).find(name => name in form.dataset);
    if (!deed) return;
    event.preventDefault();
    form.querySelector(".error").hidden = true;
    try {
      await SENT[deed](form);
    } catch (trouble) { complain(form, trouble); }
  });

  /* A deleted list: its row goes, or its page, and the note about it stands on the page of all lists. */
  function tellRemoved(id) {
    Gazouillis.toast(words.removed, { undo: () => attempt(async () => { await restore(id); location.reload(); }) });
  }

  async function remove(id) {
    await Gazouillis.call("DELETE", `${API}/${id}`);
    const row = document.querySelector(`li[data-list="${id}"]`);
    if (!row) { location.assign(`/timeline/lists?removed=${id}${brand}`); return; }
    const next = row.nextElementSibling || row.previousElementSibling;
    (next?.querySelector("a") || document.getElementById("main")).focus();
    row.remove();
    tellRemoved(id);
  }

  /* Who is taken off comes back to their place. */
  async function dropMember(button) {
    const item = button.closest("li");
    const list = item.parentElement;
    const next = item.nextElementSibling;
    const id = list.dataset.members;
    await takeOff(id, button.dataset.off);
    ((next || item.previousElementSibling)?.querySelector("button") || document.querySelector("#members summary")).focus();
    item.remove();
    Gazouillis.toast(words.off, { undo: () => attempt(async () => {
      await put(id, button.dataset.off);
      list.insertBefore(item, next?.isConnected ? next : null);
      button.focus();
    }) });
  }

  document.addEventListener("click", event => {
    const removing = event.target.closest("button[data-remove]");
    const dropping = event.target.closest("li button[data-off]");
    if (removing) attempt(() => remove(removing.dataset.remove));
    if (dropping) attempt(() => dropMember(dropping));
  });
  document.addEventListener("change", event => {
    const box = event.target;
    const profile = box.closest("[data-choices]")?.dataset.choices;
    if (!profile) return;
    attempt(async () => {
      try {
        await (box.checked ? put : takeOff)(box.value, profile);
        Gazouillis.say(box.checked ? words.on : words.off);
      } catch (trouble) {
        box.checked = !box.checked;
        throw trouble;
      }
    });
  });

  const address = new URL(location.href);
  const removed = address.searchParams.get("removed");
  if (removed && words.removed) {
    address.searchParams.delete("removed");
    history.replaceState(null, "", address);
    tellRemoved(removed);
  }
  const members = document.getElementById("members");
  if (members && location.hash === "#members") {
    members.open = true;
    (document.getElementById("member") || members.querySelector("summary")).focus();
  }
});
