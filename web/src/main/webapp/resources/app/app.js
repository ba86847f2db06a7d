/* What every page shares: one polite voice, notes with undo, requests to our own API, colours for charts. */
"use strict";
window.Gazouillis = (() => {
  const words = () => document.getElementById("words").dataset;

  /** Says a sentence through the page's one polite live region. */
  function say(text) {
    const region = document.getElementById("say");
    region.textContent = "";
    setTimeout(() => { region.textContent = text; }, 50);
  }

  /** Keeps a note for some seconds; the time stands still while the pointer or the focus is on it. */
  function keep(note, seconds) {
    let left = seconds;
    const tick = setInterval(() => {
      if (note.matches(":hover, :focus-within")) return;
      left -= 1;
      if (left <= 0) { clearInterval(tick); note.remove(); }
    }, 1000);
  }

  /** Shows a note at the foot of the page; with `undo` (a function) it has a button that calls it. */
  function toast(text, { undo, seconds = 10 } = {}) {
    const note = document.createElement("div");
    note.className = "toast";
    note.append(Object.assign(document.createElement("span"), { textContent: text }));
    if (undo) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: words().undo });
      button.addEventListener("click", () => { note.remove(); undo(); });
      note.append(button);
    }
    document.getElementById("toasts").append(note);
    keep(note, seconds);
    say(text);
    return note;
  }

  /** Notes that the server wrote into the page (ui:toast) leave by themselves, too. */
  function adopt(root) {
    root.querySelectorAll("[data-toast]").forEach(note => {
      const seconds = Number(note.dataset.toast);
      delete note.dataset.toast;
      keep(note, seconds);
      say(note.firstElementChild.textContent);
    });
  }

  /** Calls our own API with the session; answers the JSON, or null when it has none. Trouble is an Error with `problem`. */
  async function call(method, path, body) {
    const headers = { "X-Requested-With": "gazouillis", "Accept": "application/json, application/problem+json",
      "Accept-Language": document.documentElement.lang };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    const answer = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    const text = await answer.text();
    const json = text && (answer.headers.get("Content-Type") || "").includes("json") ? JSON.parse(text) : null;
    if (!answer.ok) throw Object.assign(new Error((json && (json.detail || json.title)) || words().failed), { problem: json });
    return json;
  }

  /** A text for one and a text for many, with a bar between them: the one that suits the number in this language. */
  function counted(texts, number) {
    const { lang } = document.documentElement;
    const [one, many] = texts.split("|");
    const text = new Intl.PluralRules(lang).select(number) === "one" ? one : many;
    return text.replace("{0}", new Intl.NumberFormat(lang).format(number));
  }

  /** The colour of a token (`c1`, `text-2`) as the browser would paint it now, for canvases. */
  function token(name) {
    const probe = document.createElement("span");
    probe.style.color = `var(--${name})`;
    document.body.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  }

  function closeMenus(except) {
    document.querySelectorAll("details.menu[open]").forEach(menu => { if (menu !== except) menu.open = false; });
  }

  document.addEventListener("click", event => {
    closeMenus(event.target.closest("details.menu"));
    const shows = event.target.closest("[data-shows]");
    if (shows) document.getElementById(shows.dataset.shows).type = shows.checked ? "text" : "password";
  });
  /* Drafts that this browser keeps: what was sent is none any more, and whoever signs out leaves no words behind. */
  function forgetDrafts(which) {
    try {
      Object.keys(localStorage).filter(key => key.startsWith("gazouillis.draft.") && which(localStorage.getItem(key)))
        .forEach(key => localStorage.removeItem(key));
    } catch { /* it keeps nothing */ }
  }
  if (new URLSearchParams(location.search).has("done")) forgetDrafts(kept => JSON.parse(kept).sent);
  document.addEventListener("submit", event => {
    if ((event.target.getAttribute("action") || "").endsWith("/sign-out")) forgetDrafts(() => true);
  });
  document.addEventListener("keydown", event => {
    const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
    if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
  });
  document.addEventListener("DOMContentLoaded", () => {
    adopt(document);
    if (window.faces) window.faces.ajax.addOnEvent(event => { if (event.status === "success") adopt(document); });
  });
  return { say, toast, call, counted, token };
})();
