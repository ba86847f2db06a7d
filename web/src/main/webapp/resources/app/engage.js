/* The reader's half of a view: a card with data-status that was visible enough for long enough is reported, once. */
"use strict";
(() => {
  /* The rules of a view, version 1; the server's half stands in ViewRules.java, and a test compares the two. */
  const VISIBLE_SHARE = 0.5, VISIBLE_MILLIS = 1000, MOST_PER_CALL = 200;
  const FLUSH_MILLIS = 2000;
  const reported = new Set(), timers = new Map();
  let waiting = [];

  function flush() {
    while (waiting.length > 0) {
      const views = waiting.splice(0, MOST_PER_CALL);
      fetch("/api/desk/v1/views", { method: "POST", keepalive: true, body: JSON.stringify(views),
        headers: { "Content-Type": "application/json", "X-Requested-With": "gazouillis" } }).catch(() => {});
    }
  }

  function stop(card) {
    clearTimeout(timers.get(card));
    timers.delete(card);
  }

  function count(card) {
    timers.delete(card);
    const status = card.dataset.status;
    if (document.visibilityState !== "visible" || reported.has(status)) return;
    reported.add(status);
    observer.unobserve(card);
    waiting.push({ status, at: new Date().toISOString() });
  }

  const observer = new IntersectionObserver(entries => entries.forEach(entry => {
    const fills = entry.rootBounds && entry.intersectionRect.height >= entry.rootBounds.height * VISIBLE_SHARE;
    if (entry.intersectionRatio < VISIBLE_SHARE && !fills) stop(entry.target);
    else if (!timers.has(entry.target)) timers.set(entry.target, setTimeout(() => count(entry.target), VISIBLE_MILLIS));
  }), { threshold: [0, 0.25, VISIBLE_SHARE, 0.75, 1] });

  const watch = root => root.querySelectorAll("[data-status]").forEach(card => observer.observe(card));
  const added = new MutationObserver(changes => changes.forEach(change => change.addedNodes.forEach(node => {
    if (!(node instanceof Element)) return;
    if (node.matches("[data-status]")) observer.observe(node);
    watch(node);
  })));

  document.addEventListener("DOMContentLoaded", () => {
    watch(document);
    added.observe(document.getElementById("main") || document.body, { childList: true, subtree: true });
  });
  setInterval(flush, FLUSH_MILLIS);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") { timers.forEach((timer, card) => stop(card)); flush(); }
  });
})();
