/* The calendar's deeds: drag a post, carry it by keyboard, or name its new time in its dialog; each move is shown at
   once, sent with the version that was seen, and can be taken back. What stands after it is the server's page. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const calendar = document.getElementById("calendar");
  if (!calendar) return;
  const dialog = document.getElementById("post");
  const part = name => document.getElementById(`post-${name}`);
  const path = card => `/api/desk/v1/posts/${card.dataset.post}`;
  const inMonth = () => calendar.dataset.view === "month";
  let lastUndo = null;
  let carried = null;

  /* Local times are reckoned as if they were UTC: the clocks' changes are the server's business. */
  const parse = local => new Date(`${local}Z`);
  const write = time => time.toISOString().slice(0, 16);
  const told = local => new Intl.DateTimeFormat(document.documentElement.lang,
    { dateStyle: "full", timeStyle: "short", timeZone: "UTC" }).format(parse(local));
  const words = (text, value) => text.replace("{0}", value);

  /** Where a post lands that is dropped on a cell: a day keeps its hour, an hour its minutes. */
  function landing(card, slot) {
    const at = slot.dataset.at;
    return at.length === 10 ? at + card.dataset.at.slice(10) : at + card.dataset.at.slice(13);
  }

  function slotOf(local, later) {
    const find = at => [...calendar.querySelectorAll(`.cal-slot[data-at="${at}"]`)];
    const hours = find(local.slice(0, 13));
    return hours.find(slot => (slot.dataset.later === "true") === later) || hours[0] || find(local.slice(0, 10))[0];
  }

  /** The server's page is the only template. */
  async function refresh(focus) {
    const answer = await fetch(location.href, { credentials: "same-origin" });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("calendar");
    if (!fresh) return;
    calendar.replaceChildren(...fresh.childNodes);
    rove(focus ? document.getElementById(focus) : null);
  }

  function place(card, local, later) {
    const slot = slotOf(local, later);
    card.querySelector(".cal-clock").textContent = local.slice(11);
    if (slot) slot.querySelector(".cal-cards").append(card.parentElement);
  }

  function remark(post) {
    const codes = post.remarks.map(each => each.code);
    return codes.includes("GAP") ? ` ${calendar.dataset.gap}` : codes.includes("OVERLAP") ? ` ${calendar.dataset.overlap}` : "";
  }

  const prefer = later => later ? "later" : "earlier";

  async function send(card, body) {
    card.setAttribute("aria-busy", "true");
    return Gazouillis.call("PATCH", path(card), { ...body, version: Number(card.dataset.version) });
  }

  function trouble(problem) {
    Gazouillis.toast(problem.problem && problem.problem.status === 409 ? calendar.dataset.conflict : problem.message);
  }

  /** Moves at once, then asks; what was refused goes back with the reason. */
  async function move(card, local, later = false) {
    const before = { ...card.dataset };
    const wasPlanned = before.state === "SCHEDULED";
    if (local === before.at && wasPlanned && prefer(later) === before.prefer) return;
    place(card, local, later);
    try {
      const post = await send(card, { at: { local, zone: before.brandZone, prefer: prefer(later) } });
      const note = words(wasPlanned ? calendar.dataset.moved : calendar.dataset.planned, told(local)) + remark(post);
      lastUndo = wasPlanned ? () => back(card, before, post.version) : null;
      Gazouillis.toast(note, lastUndo ? { undo: lastUndo } : {});
    } catch (problem) {
      trouble(problem);
    }
    await refresh(card.id);
  }

  async function back(card, before, version) {
    lastUndo = null;
    card.dataset.version = version;
    try {
      await send(card, { at: { local: before.local, zone: before.zone, prefer: before.prefer } });
      Gazouillis.toast(calendar.dataset.back);
    } catch (problem) {
      trouble(problem);
    }
    await refresh(card.id);
  }

  async function cancel(card) {
    try {
      await Gazouillis.call("DELETE", path(card));
    } catch (problem) {
      trouble(problem);
      return;
    }
    const body = { at: { local: card.dataset.local, zone: card.dataset.zone, prefer: card.dataset.prefer } };
    lastUndo = async () => {
      lastUndo = null;
      try { await Gazouillis.call("PATCH", path(card), body); Gazouillis.toast(calendar.dataset.back); } catch (problem) { trouble(problem); }
      await refresh(card.id);
    };
    Gazouillis.toast(calendar.dataset.cancelled, { undo: lastUndo });
    await refresh();
  }

  /* The dialog: all there is to know of a post, and the button twin of dragging it. */
  let opened = null;
  function open(card) {
    opened = card;
    const data = card.dataset;
    part("when").textContent = `${data.when} · ${data.brandZone}`;
    part("text").textContent = card.querySelector(".cal-text").textContent;
    part("text").lang = card.querySelector(".cal-text").lang;
    part("state").textContent = data.word;
    part("facts").textContent = [data.brand, data.accounts, data.campaign, data.author].filter(Boolean).join(" · ");
    part("reason").textContent = data.reason;
    part("reason").hidden = !data.reason;
    part("trouble").hidden = true;
    part("move").hidden = data.edits !== "true";
    part("local").value = data.at;
    part("zone").textContent = data.brandZone;
    part("edit").hidden = data.edits !== "true";
    part("edit").href = card.href;
    part("see").hidden = !data.status;
    part("see").href = card.href;
    part("cancel").hidden = data.edits !== "true" || data.state === "CANCELLED";
    dialog.showModal();
  }
  dialog.addEventListener("click", event => {
    const deed = event.target.closest("[data-do]");
    if (event.target === dialog || (deed && deed.dataset.do === "close")) dialog.close();
    if (deed && deed.dataset.do === "cancel") { dialog.close(); cancel(opened); }
  });
  dialog.addEventListener("close", () => {
    const card = opened && document.getElementById(opened.id);
    if (card) card.focus();
  });
  part("move").addEventListener("submit", event => {
    event.preventDefault();
    const local = part("local").value.slice(0, 16);
    const card = opened;
    dialog.close();
    move(card, local, card.dataset.prefer === "later");
  });

  /* Dragging with the mouse; fingers scroll, and use the dialog. */
  let drag = null;
  let swallowClick = false;
  function target(event) {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const slot = under && under.closest(".cal-slot");
    return slot && slot.dataset.at && !slot.classList.contains("past") ? slot : null;
  }
  function mark(slot) {
    calendar.querySelectorAll(".target").forEach(each => each.classList.remove("target"));
    if (slot) slot.classList.add("target");
  }
  function drop() {
    if (drag && drag.ghost) drag.ghost.remove();
    document.body.classList.remove("dragging");
    mark(null);
    drag = null;
  }
  calendar.addEventListener("pointerdown", event => {
    const card = event.target.closest(".cal-card");
    if (card && card.dataset.moves === "true" && event.button === 0 && event.pointerType !== "touch") {
      drag = { card, x: event.clientX, y: event.clientY, ghost: null };
    }
  });
  document.addEventListener("pointermove", event => {
    if (!drag) return;
    if (!drag.ghost && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > 5) {
      drag.ghost = drag.card.cloneNode(true);
      drag.ghost.removeAttribute("id");
      drag.ghost.classList.add("cal-ghost");
      document.body.append(drag.ghost);
      document.body.classList.add("dragging");
    }
    if (!drag.ghost) return;
    drag.ghost.style.left = `${event.clientX + 8}px`;
    drag.ghost.style.top = `${event.clientY + 8}px`;
    mark(target(event));
  });
  document.addEventListener("pointerup", event => {
    if (!drag) return;
    const { card, ghost } = drag;
    const slot = ghost && target(event);
    swallowClick = Boolean(ghost);
    setTimeout(() => { swallowClick = false; }, 0);
    drop();
    if (slot) move(card, landing(card, slot), slot.dataset.later === "true");
  });
  document.addEventListener("pointercancel", drop);
  calendar.addEventListener("dragstart", event => event.preventDefault());
  calendar.addEventListener("click", event => {
    const card = event.target.closest(".cal-card");
    if (!card || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!swallowClick) open(card);
  });

  /* The keyboard: one stop for the tab key, arrows inside. */
  const stops = () => [...calendar.querySelectorAll("#board a")].filter(each => each.offsetParent !== null);
  function rove(focus) {
    const all = stops();
    const one = focus && all.includes(focus) ? focus
      : calendar.querySelector(".today .cal-card, .today .cal-date a") || all[0];
    all.forEach(each => { each.tabIndex = each === one ? 0 : -1; });
    if (focus && one === focus) focus.focus();
  }
  function step(from, by) {
    const all = stops();
    const to = all[all.indexOf(from) + by];
    if (to) rove(to);
  }
  function aside(from, days) {
    const all = [...calendar.querySelectorAll(".day")].filter(each => each.offsetParent !== null);
    const day = all[all.indexOf(from.closest("section")) + days];
    if (!day) return;
    const slot = from.closest(".cal-slot");
    const same = slot && [...day.querySelectorAll(".cal-slot")].find(each => each.dataset.at.slice(10) === slot.dataset.at.slice(10));
    const inside = same && same.querySelector(".cal-card, .cal-add");
    rove(inside || day.querySelector(".cal-card") || day.querySelector("a"));
  }

  function carry(card) {
    if (card.dataset.moves !== "true") { Gazouillis.say(calendar.dataset.stuck); return; }
    carried = { card, local: card.dataset.at };
    card.classList.add("carried");
    Gazouillis.say(words(calendar.dataset.carry, told(carried.local)));
  }
  function letGo(put) {
    const { card, local } = carried;
    carried = null;
    card.classList.remove("carried");
    mark(null);
    if (put) move(card, local, card.dataset.prefer === "later");
    else Gazouillis.say(calendar.dataset.letGo);
  }
  const HOUR = 3600000;
  const CARRY = { ArrowLeft: -24 * HOUR, ArrowRight: 24 * HOUR };
  function carryBy(key) {
    const vertical = (key === "ArrowDown" ? 1 : -1) * (inMonth() ? 7 * 24 * HOUR : HOUR);
    carried.local = write(new Date(parse(carried.local).getTime() + (CARRY[key] || vertical)));
    mark(slotOf(carried.local, carried.card.dataset.prefer === "later") || null);
    Gazouillis.say(told(carried.local));
  }

  calendar.addEventListener("focusout", event => { if (carried && event.target === carried.card && event.relatedTarget) letGo(false); });
  calendar.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const stop = event.target.closest("#board a");
    if (!stop) return;
    const arrow = event.key.startsWith("Arrow");
    if (carried) {
      if (arrow) carryBy(event.key);
      else if (event.key === "Enter" || event.key === " ") letGo(true);
      else if (event.key === "Escape") letGo(false);
      if (event.key !== "Tab") event.preventDefault();
      return;
    }
    const follow = css => { const link = document.querySelector(css); if (link) link.click(); };
    const slot = stop.closest(".cal-slot") || stop.closest("section").querySelector(".cal-slot");
    const deeds = {
      ArrowDown: () => step(stop, 1), ArrowUp: () => step(stop, -1),
      ArrowLeft: () => aside(stop, -1), ArrowRight: () => aside(stop, 1),
      " ": () => { if (stop.matches(".cal-card")) carry(stop); else stop.click(); },
      n: () => { const add = slot && slot.querySelector(".cal-add"); if (add) add.click(); },
      t: () => follow("#today"), m: () => follow("a[data-view=month]"), w: () => follow("a[data-view=week]"),
      d: () => follow("a[data-view=day]"), l: () => follow("a[data-view=list]"),
    };
    const deed = deeds[event.key];
    if (deed) { event.preventDefault(); deed(); }
  });
  document.addEventListener("keydown", event => {
    if (event.key === "z" && (event.ctrlKey || event.metaKey) && !event.target.matches("input, textarea, select") && lastUndo) {
      event.preventDefault();
      lastUndo();
    }
  });
  rove(null);
  window.addEventListener("resize", () => rove(document.activeElement && document.activeElement.matches("#board a") ? document.activeElement : null));
});
