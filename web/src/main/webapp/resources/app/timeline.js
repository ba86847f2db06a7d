/* Timelines in the browser: deeds, what is new, older pages, views, keys. The server's page is the only template. */
"use strict";
(() => {
  const VIEW_AFTER = 1000;
  const VIEWS_EVERY = 5000;
  const SAY_EVERY = 30000;
  const FLASHES_WITHIN = 2000;
  const timeline = () => document.querySelector(".timeline");
  const as = () => timeline().dataset.as ? `?as=${encodeURIComponent(timeline().dataset.as)}` : "";
  const ANSWER = {
    favourite: json => [json.favourited, json.favourites_count],
    reblog: json => [json.reblogged, json.reblogs_count],
    bookmark: json => [json.bookmarked, 0],
  };

  /* ---- deeds ---- */
  async function doDeed(button) {
    const name = button.dataset.deed;
    const status = button.closest("article").dataset.status;
    const done = button.getAttribute("aria-pressed") === "true";
    const count = Number(button.querySelector(".count")?.textContent || 0);
    show(button, !done, count + (done ? -1 : 1));
    button.disabled = true;
    try {
      const json = await Gazouillis.call("POST", `/api/v1/statuses/${status}/${done ? "un" : ""}${name}${as()}`);
      show(button, ...ANSWER[name](json.reblog || json));
    } catch (trouble) {
      show(button, done, count);
      Gazouillis.toast(trouble.message);
    } finally {
      button.disabled = false;
      button.focus({ preventScroll: true });
    }
  }

  /* ---- flashes: read, and taken back, wherever they stand on the page ---- */
  const forms = status => document.querySelectorAll(`form.acknowledge[data-status="${status}"]`);

  async function acknowledge(form, read) {
    const { status, done } = form.dataset;
    const row = form.closest(".flashes li");
    try {
      const json = await Gazouillis.call("POST", `/api/v1/statuses/${status}/${read ? "" : "un"}acknowledge${as()}`);
      const now = (json.reblog || json).gazouillis.acknowledged;
      forms(status).forEach(each => { each.dataset.read = String(now); });
      if (row && now) hideFlash(row, form, done); else form.querySelector(now ? ".read button" : ".unread").focus({ preventScroll: true });
    } catch (trouble) { Gazouillis.toast(trouble.message); }
  }

  /** The row goes, and its place with the last one; it comes back when the reader takes it back. */
  function hideFlash(row, form, done) {
    const band = row.closest(".flashes");
    const next = row.nextElementSibling || row.previousElementSibling;
    row.hidden = true;
    const left = [...band.querySelectorAll("li")].some(each => !each.hidden);
    (next && !next.hidden ? next.querySelector("button") : left ? band.querySelector("h2") : document.getElementById("main")).focus();
    band.hidden = !left;
    Gazouillis.toast(done, { undo: () => { band.hidden = row.hidden = false; acknowledge(form, false); } });
  }

  /** A flash that is said while the home timeline is open: its row comes by itself, what is there stays. Not all readers ask at once. */
  function awaitFlashes() {
    if (timeline().dataset.stream.includes("/streaming/user")) setTimeout(showFlashes, Math.random() * FLASHES_WITHIN);
  }

  async function showFlashes() {
    try {
      const band = (await page(location.pathname + location.search)).querySelector(".flashes");
      const shown = document.querySelector(".flashes");
      const known = new Set([...document.querySelectorAll(".flashes li")].map(each => each.dataset.status));
      const rows = [...band?.querySelectorAll("li") || []].filter(each => !known.has(each.dataset.status));
      if (rows.length === 0) return;
      if (shown) {
        shown.hidden = false;
        shown.querySelector("ul").prepend(...rows.map(each => document.adoptNode(each)));
      } else document.querySelector(".reading > header").after(document.adoptNode(band));
      Gazouillis.say(document.querySelector(".flashes h2").textContent);
    } catch (trouble) { Gazouillis.toast(trouble.message); }
  }

  function show(button, pressed, count) {
    button.setAttribute("aria-pressed", String(pressed));
    const number = button.querySelector(".count");
    if (number) number.textContent = Math.max(0, count);
  }

  async function follow(button) {
    const following = button.dataset.following === "true";
    button.disabled = true;
    try {
      const verb = following ? "unfollow" : "follow";
      const from = button.dataset.from ? `${as() ? "&" : "?"}from=${button.dataset.from}` : "";
      const json = await Gazouillis.call("POST", `/api/v1/accounts/${button.dataset.follow}/${verb}${as()}${from}`);
      button.dataset.following = String(json.following);
      button.textContent = json.following ? button.dataset.on : button.dataset.off;
      button.classList.toggle("primary", !json.following);
    } catch (trouble) {
      Gazouillis.toast(trouble.message);
    } finally {
      button.disabled = false;
      button.focus();
    }
  }

  async function send(form) {
    const text = form.elements.status;
    const error = form.querySelector("[role=alert]");
    const button = form.querySelector("button");
    button.disabled = true;
    error.hidden = true;
    try {
      const body = { status: text.value };
      if (form.dataset.inReplyTo) body.in_reply_to_id = form.dataset.inReplyTo;
      if (form.dataset.quotes) body.quoted_status_id = form.dataset.quotes;
      const poll = asked(form);
      if (poll) body.poll = poll;
      await Gazouillis.call("POST", `/api/v1/statuses${as()}`, body);
      form.reset();
      form.querySelector("details").open = false;
      Gazouillis.toast(form.dataset.sent);
      await (form.dataset.inReplyTo ? showReplies() : showNew());
    } catch (trouble) {
      error.textContent = trouble.message;
      error.hidden = false;
      text.focus();
    } finally {
      button.disabled = false;
    }
  }

  /* ---- polls: what is asked, and a vote; the card is shown anew as the server renders it ---- */
  function asked(form) {
    const options = [...form.querySelectorAll("[name=option]")].map(each => each.value).filter(each => each.trim() !== "");
    const { lasts, multiple, hide } = form.elements;
    return options.length === 0 ? null
      : { options, expires_in: Number(lasts.value), multiple: multiple.checked, hide_totals: hide.checked };
  }

  async function vote(form) {
    const article = form.closest("article");
    const poll = form.closest(".poll");
    const error = form.querySelector("[role=alert]");
    const button = form.querySelector("button");
    const choices = [...form.querySelectorAll("input:checked")].map(each => Number(each.value));
    button.disabled = true;
    error.hidden = true;
    try {
      await Gazouillis.call("POST", `/api/v1/polls/${form.dataset.poll}/votes${as()}`, { choices });
      const fresh = (await page(article.dataset.thread)).querySelector(".focal .poll");
      if (fresh) {
        poll.replaceWith(document.adoptNode(fresh));
        fresh.focus({ preventScroll: true });
      }
      Gazouillis.say(poll.dataset.voted);
    } catch (trouble) {
      error.textContent = trouble.message;
      error.hidden = false;
      button.disabled = false;
    }
  }

  /* ---- other parts of the same page, as the server renders them ---- */
  async function page(address) {
    const answer = await fetch(address, { headers: { "X-Requested-With": "gazouillis" } });
    if (!answer.ok) throw new Error(document.getElementById("words").dataset.failed);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  function fresh(articles) {
    const known = new Set([...document.querySelectorAll(".status")].map(each => each.dataset.id));
    return [...articles].filter(each => !known.has(each.dataset.id)).map(each => document.adoptNode(each));
  }

  async function showReplies() {
    const replies = fresh((await page(location.href)).querySelectorAll(".replies .status"));
    document.querySelector(".timeline > .empty")?.remove();
    document.querySelector(".replies").append(...replies);
    replies.forEach(watch);
    replies[0]?.focus();
  }

  async function showOlder(link) {
    const label = link.textContent;
    link.textContent = timeline().dataset.loading;
    try {
      const next = await page(link.href);
      const articles = fresh(next.querySelectorAll(".status"));
      timeline().querySelector(".statuses").append(...articles);
      articles.forEach(watch);
      const further = next.querySelector(".older");
      if (further) link.href = further.getAttribute("href"); else link.remove();
      articles[0]?.focus({ preventScroll: true });
      Gazouillis.say(timeline().dataset.loaded);
    } catch (trouble) {
      Gazouillis.toast(trouble.message);
    } finally {
      link.textContent = label;
    }
  }

  /* ---- what is new: only counted until the reader asks ---- */
  const waiting = new Set();
  let lastSeen = "";
  let lastSaid = 0;
  let source = null;

  function listen() {
    const address = timeline().dataset.stream;
    if (!address || source || document.hidden) return;
    const url = new URL(address, location.href);
    if (lastSeen) url.searchParams.set("last_event_id", lastSeen);
    source = new EventSource(url);
    source.addEventListener("update", event => {
      lastSeen = event.lastEventId;
      if (!document.querySelector(`.status[data-id="${CSS.escape(event.lastEventId)}"]`)) waiting.add(event.lastEventId);
      count();
      if (JSON.parse(event.data).gazouillis.flash) awaitFlashes();
    });
    source.addEventListener("delete", event => {
      if (waiting.delete(event.data)) count();
    });
  }

  function hush() {
    source?.close();
    source = null;
  }

  function count() {
    const pill = timeline().querySelector(".news");
    const words = timeline().dataset;
    const text = (waiting.size === 1 ? words.newOne : words.newMany).replace("{0}", waiting.size);
    pill.hidden = waiting.size === 0;
    pill.querySelector("span").textContent = text;
    if (waiting.size > 0 && Date.now() - lastSaid > SAY_EVERY) {
      lastSaid = Date.now();
      Gazouillis.say(words.newSay.replace("{0}", waiting.size));
    }
  }

  async function showNew() {
    const url = new URL(location.href);
    url.searchParams.delete("max_id");
    url.hash = "";
    try {
      const first = await page(url);
      const articles = first.querySelectorAll(".status");
      const list = timeline().querySelector(".statuses");
      const overlaps = [...articles].some(each => list.querySelector(`[data-id="${each.dataset.id}"]`));
      if (!overlaps && list.childElementCount > 0 && articles.length > 0) { location.assign(url); return; }
      const added = fresh(articles);
      timeline().querySelector(".empty")?.remove();
      list.prepend(...added);
      added.forEach(watch);
      waiting.clear();
      count();
      scrollTo({ top: 0 });
      added[0]?.focus({ preventScroll: true });
    } catch (trouble) {
      Gazouillis.toast(trouble.message);
    }
  }

  /* ---- views: a card at least half visible for a second, told once per page, in batches ---- */
  const timers = new Map();
  const seen = new Set();
  let views = [];
  const eyes = new IntersectionObserver(entries => entries.forEach(entry => {
    const article = entry.target;
    const tall = entry.rootBounds && entry.intersectionRect.height >= entry.rootBounds.height / 2;
    const visible = entry.intersectionRatio >= 0.5 || tall;
    if (visible && !document.hidden && !timers.has(article)) {
      timers.set(article, setTimeout(() => view(article), VIEW_AFTER));
    } else if (!visible) {
      forget(article);
    }
  }), { threshold: [0, 0.5, 1] });

  function view(article) {
    const status = article.dataset.status;
    eyes.unobserve(article);
    timers.delete(article);
    if (!seen.has(status)) views.push({ status, at: new Date().toISOString() });
    seen.add(status);
  }

  function forget(article) {
    clearTimeout(timers.get(article));
    timers.delete(article);
  }

  /** At most 200 fit into one call; strangers are readers, too. */
  function told(address, reports) {
    if (reports.length === 0) return reports;
    const body = new Blob([JSON.stringify(reports.slice(0, 200))], { type: "application/json" });
    return navigator.sendBeacon(address, body) ? reports.slice(200) : reports;
  }

  function tell() {
    views = told("/api/desk/v1/views", views);
    openings = told("/api/desk/v1/openings", openings);
  }

  function watch(article) {
    eyes.observe(article);
  }

  /* ---- openings: what is opened from a card, told at once because the page may end with it ---- */
  let openings = [];

  function opened(article, what) {
    if (what === "detail" && article.matches(".focal > *")) return;
    openings.push({ status: article.dataset.status, what, at: new Date().toISOString() });
    tell();
  }

  /** By any button that follows a link: the first and the middle one. From a quoted status it is that one that is opened. */
  function follows(event) {
    const link = event.button < 2 && event.target.closest("[data-status] a");
    const what = link && (link.dataset.opens || (link.matches(".hashtag") ? "hashtag" : ""));
    if (what) opened(link.closest("[data-status]"), what);
  }

  /* ---- keys: j k Enter l q . — never while typing, and they can be switched off ---- */
  const KEYS = "gazouillis.keys";

  function step(by) {
    const all = [...document.querySelectorAll(".status")];
    const at = all.indexOf(document.activeElement.closest(".status"));
    all[Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
  }

  function key(event) {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(KEYS) === "off") return;
    const article = event.target.closest(".status");
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "." && !timeline().querySelector(".news")?.hidden) showNew();
    else if (event.key === "l" && article) article.querySelector("button[data-deed=favourite]")?.click();
    else if (event.key === "q" && article) article.querySelector("a[data-quotes]")?.click();
    else if (event.key === "Enter" && event.target === article) {
      opened(article, "detail");
      location.assign(article.dataset.thread);
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".status").forEach(watch);
    lastSeen = document.querySelector(".status")?.dataset.id || "";
    listen();
    setInterval(tell, VIEWS_EVERY);
    const box = document.getElementById("keys");
    if (box) {
      box.checked = localStorage.getItem(KEYS) !== "off";
      box.addEventListener("change", () => localStorage.setItem(KEYS, box.checked ? "on" : "off"));
    }
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) { timers.forEach((_, article) => forget(article)); tell(); hush(); } else { listen(); }
  });
  addEventListener("pagehide", tell);
  document.addEventListener("keydown", key);
  document.addEventListener("submit", event => {
    if (event.target.matches("form.say")) { event.preventDefault(); send(event.target); }
    if (event.target.matches("form.vote")) { event.preventDefault(); vote(event.target); }
    if (event.target.matches("form.acknowledge")) { event.preventDefault(); acknowledge(event.target, event.submitter?.value !== "false"); }
  });
  document.addEventListener("auxclick", follows);
  document.addEventListener("click", event => {
    follows(event);
    const deed = event.target.closest("button[data-deed]");
    const followed = event.target.closest("button[data-follow]");
    const older = event.target.closest("a.older");
    if (deed) doDeed(deed);
    else if (followed) follow(followed);
    else if (event.target.closest(".news")) showNew();
    else if (older && !event.ctrlKey && !event.metaKey) { event.preventDefault(); showOlder(older); }
  });
})();
