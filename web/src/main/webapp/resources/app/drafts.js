/* The composer's memory. While somebody types, the form's fields go to the server every two seconds, and at once into
   this browser, so that neither a crash nor a lost line takes a word. Also: what was written before, other windows,
   and the step from one brand to another. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("compose");
  if (!form) return;
  const { draft, edition } = form.elements;
  const text = document.getElementById("compose:text");
  const status = document.getElementById("saved");
  const note = document.getElementById("restored");
  const conflict = document.getElementById("conflict");
  const shelf = `gazouillis.draft.${form.dataset.brand}.${form.dataset.post || "new"}`;
  const OWN = ["brand", "shown", "post", "draft", "edition", "confirmed", "primefaces.nonce", "jakarta.faces.ViewState", "compose", "compose:key"];
  const PREFIX = "compose:";
  let dirty = false;
  let saving = null;
  let stopped = false;
  let sent = false;
  let timer = 0;

  const name = element => element.name.startsWith(PREFIX) ? element.name.slice(PREFIX.length) : element.name;
  const elements = () => [...form.elements].filter(each => each.name && !OWN.includes(each.name)
    && !["submit", "button", "file", "fieldset"].includes(each.type));
  function gather() {
    const fields = {};
    elements().forEach(each => {
      const values = fields[name(each)] ||= [];
      if (!["checkbox", "radio"].includes(each.type) || each.checked) values.push(each.value);
    });
    return fields;
  }
  function fill(fields) {
    form.dispatchEvent(new CustomEvent("draft:fill", { detail: fields }));
    const used = {};
    elements().forEach(each => {
      const values = fields[name(each)];
      if (!values) return;
      if (["checkbox", "radio"].includes(each.type)) { each.checked = values.includes(each.value); return; }
      used[name(each)] = (used[name(each)] ?? -1) + 1;
      each.value = values[used[name(each)]] ?? "";
    });
    text.dispatchEvent(new Event("input", { bubbles: true }));
    form.dispatchEvent(new Event("change"));
  }

  /* This browser's own copy; where there is no room for one, the server's has to do. */
  const recall = () => { try { return JSON.parse(localStorage.getItem(shelf)); } catch { return null; } };
  const forget = () => { try { localStorage.removeItem(shelf); } catch { /* nothing there */ } };
  function remember() {
    const copy = { member: form.dataset.member, fields: gather(), draft: draft.value, edition: edition.value, sent };
    try { localStorage.setItem(shelf, JSON.stringify(copy)); } catch { /* no room */ }
  }

  function known(kept) {
    draft.value = kept.id;
    edition.value = kept.edition;
    const address = new URL(location.href);
    address.searchParams.set("brand", form.dataset.brand);
    address.searchParams.set("draft", kept.id);
    history.replaceState(null, "", address);
    status.textContent = status.dataset.saved.replace("{0}",
      new Date(kept.updatedAt).toLocaleTimeString(document.documentElement.lang, { timeStyle: "short" }));
  }
  function send() {
    const fields = gather();
    return draft.value
      ? Gazouillis.call("PUT", `/api/desk/v1/drafts/${draft.value}`, { fields, edition: Number(edition.value) })
      : Gazouillis.call("POST", `/api/desk/v1/brands/${form.dataset.brand}/drafts`, { fields, post: form.dataset.post });
  }
  async function save() {
    clearTimeout(timer);
    timer = 0;
    if (stopped || saving || !dirty || (!draft.value && text.value.trim() === "")) return;
    dirty = false;
    saving = send();
    try {
      known(await saving);
      remember();
    } catch (trouble) {
      failed(trouble);
    } finally {
      saving = null;
    }
    if (dirty) soon();
  }
  function failed(trouble) {
    dirty = true;
    if (trouble.problem && [404, 409].includes(trouble.problem.status)) {
      stopped = true;
      conflict.hidden = false;
      conflict.scrollIntoView({ block: "nearest" });
    } else {
      status.textContent = trouble.problem ? trouble.message : status.dataset.offline;
    }
  }
  const soon = () => { timer ||= setTimeout(save, 2000); };
  function changed() {
    dirty = true;
    remember();
    soon();
  }

  function told(how) {
    note.firstElementChild.textContent = note.dataset[how];
    note.hidden = false;
  }
  const differs = fields => JSON.stringify(fields) !== JSON.stringify(gather());

  /* After a crash: what this browser kept, unless it was sent or another window went on with it. */
  async function wake() {
    const carried = sessionStorage.getItem("gazouillis.carried");
    if (carried !== null) {
      sessionStorage.removeItem("gazouillis.carried");
      fill({ text: [carried] });
      told("carried");
      return;
    }
    const saved = form.dataset.fields ? JSON.parse(form.dataset.fields) : null;
    if (saved) { fill(saved); told("server"); }
    const local = recall();
    if (!local) return;
    const usable = local.member === form.dataset.member && (!draft.value || local.draft === draft.value);
    if (!usable) { if (!draft.value) forget(); return; }
    if (draft.value) {
      if (Number(local.edition) >= Number(edition.value) && differs(local.fields)) { fill(local.fields); told("local"); }
      return;
    }
    if (local.draft) {
      try {
        // Asked for by the list: that it was sent meanwhile is no error.
        const all = await Gazouillis.call("GET", `/api/desk/v1/brands/${form.dataset.brand}/drafts`);
        const there = all.items.find(each => each.id === local.draft);
        if (!there) { forget(); return; }
        known(there);
        if (there.edition > Number(local.edition)) local.fields = there.fields;
      } catch (trouble) {
        if (trouble.problem) { forget(); return; }
      }
    }
    // Whoever writes already has begun anew.
    if ((local.fields.text || [""])[0].trim() === "" || text.value !== text.defaultValue) return;
    fill(local.fields);
    told("local");
  }

  async function discard(id) {
    const kept = await Gazouillis.call("GET", `/api/desk/v1/drafts/${id}`);
    await Gazouillis.call("DELETE", `/api/desk/v1/drafts/${id}`);
    Gazouillis.toast(status.dataset.discarded, { undo: async () => {
      const again = await Gazouillis.call("POST", `/api/desk/v1/brands/${form.dataset.brand}/drafts`, { fields: kept.fields, post: kept.post });
      location.href = `/compose/new?brand=${form.dataset.brand}&draft=${again.id}${kept.post ? `&post=${kept.post}` : ""}`;
    } });
  }
  note.querySelector("button").addEventListener("click", async () => {
    stopped = true;
    const id = draft.value;
    [draft.value, edition.value] = ["", ""];
    forget();
    note.hidden = true;
    form.reset();
    text.value = form.dataset.post ? text.defaultValue : "";
    text.dispatchEvent(new Event("input", { bubbles: true }));
    dirty = false;
    forget();
    stopped = false;
    text.focus();
    if (id) { try { await discard(id); } catch (trouble) { Gazouillis.toast(trouble.message); } }
  });
  conflict.addEventListener("click", event => {
    const what = event.target.closest("[data-do]")?.dataset.do;
    if (what === "take") { forget(); location.href = `/compose/new?brand=${form.dataset.brand}&draft=${draft.value}${form.dataset.post ? `&post=${form.dataset.post}` : ""}`; }
    if (what === "keep") {
      [draft.value, edition.value] = ["", ""];
      conflict.hidden = true;
      stopped = false;
      dirty = true;
      save();
      text.focus();
    }
  });
  document.getElementById("drafts")?.addEventListener("click", async event => {
    const button = event.target.closest("[data-do=discard]");
    if (!button) return;
    const item = button.closest("li");
    try {
      await discard(item.dataset.draft);
      item.remove();
    } catch (trouble) { Gazouillis.toast(trouble.message); }
  });

  /* From one brand to another: never with words in hand unasked. */
  const dialog = document.getElementById("switch");
  const fields = words => words.replace("{0}", `@${form.dataset.brand}`);
  document.querySelector(".switcher")?.addEventListener("click", event => {
    const link = event.target.closest("a[href]");
    if (!link || text.value.trim() === "" || text.value === text.defaultValue) return;
    event.preventDefault();
    dialog.querySelectorAll("[data-words]").forEach(each => {
      each.textContent = fields(each.dataset.words).replace("{1}", link.textContent.trim());
    });
    dialog.returnValue = "stay";
    const brand = new URL(link.href).searchParams.get("brand");
    dialog.onclose = async () => {
      if (dialog.returnValue === "stay") { text.focus(); return; }
      await save();
      if (dialog.returnValue === "take") sessionStorage.setItem("gazouillis.carried", text.value);
      location.href = brand ? `/compose/new?brand=${brand}` : "/compose/new";
    };
    dialog.showModal();
  });

  document.getElementById("history")?.addEventListener("click", event => {
    const button = event.target.closest("[data-text]");
    if (!button) return;
    const before = text.value;
    const put = value => { text.value = value; text.dispatchEvent(new Event("input", { bubbles: true })); text.focus(); };
    put(button.dataset.text);
    Gazouillis.toast(document.getElementById("history").dataset.putBack, { undo: () => put(before) });
  });

  /* Sending waits for a saving that is under way: it would make a draft of what is a post by then. */
  form.addEventListener("submit", event => {
    stopped = true;
    clearTimeout(timer);
    sent = true;
    remember();
    if (!saving) return;
    event.preventDefault();
    const by = event.submitter;
    saving.catch(() => null).then(kept => { if (kept) known(kept); saving = null; form.requestSubmit(by); });
  });
  const begin = form.dataset.back === "true" ? Promise.resolve(changed()) : wake();
  begin.finally(() => {
    form.addEventListener("input", changed);
    form.addEventListener("change", changed);
    form.addEventListener("focusout", () => save());
    document.addEventListener("visibilitychange", () => { if (document.hidden) save(); });
    form.dataset.ready = "true";
  });
});
