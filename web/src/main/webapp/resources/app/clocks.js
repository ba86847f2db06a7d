/* Planned times are written by the brand's clock. Whoever sits elsewhere sees their own clock beside it: every
   <time datetime data-zone>, now and whenever a page shows more of them. */
"use strict";
window.Clocks = (() => {
  const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
  const wall = (at, zone) => new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" }).format(at);
  const differs = (at, zone) => wall(at, zone) !== wall(at, here());

  /** The reader's own time for an instant, with the weekday when it is another day than in the zone; empty when both clocks agree. */
  function yours(instant, zone) {
    const at = new Date(instant);
    if (Number.isNaN(at.getTime()) || !differs(at, zone)) return "";
    const sameDay = wall(at, zone).slice(0, 10) === wall(at, here()).slice(0, 10);
    const { lang } = document.documentElement;
    const clock = new Intl.DateTimeFormat(lang, { timeZone: here(), timeStyle: "short" }).format(at);
    if (sameDay) return clock;
    return `${new Intl.DateTimeFormat(lang, { timeZone: here(), weekday: "short" }).format(at)} ${clock}`;
  }

  function show(root) {
    root.querySelectorAll("time[datetime][data-zone]:not([data-shown])").forEach(time => {
      time.dataset.shown = "";
      const own = yours(time.getAttribute("datetime"), time.dataset.zone);
      if (!own) return;
      const note = document.createElement("span");
      note.className = "yours";
      note.title = here();
      note.textContent = document.getElementById("words").dataset.yours.replace("{0}", own);
      time.after(" ", note);
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    show(document);
    if (window.faces) window.faces.ajax.addOnEvent(event => { if (event.status === "success") show(document); });
  });
  return { yours, show, here };
})();
