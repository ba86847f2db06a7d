/* The composer: counts as the chosen networks count, marks what it finds, asks the server for its remarks. Without script
   the form works all the same. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("compose");
  if (!form) return;
  const field = name => document.getElementById(`compose:${name}`);
  const text = field("text");
  const marks = document.getElementById("marks");
  const count = document.getElementById("count");
  const checks = document.getElementById("checks");
  const summary = document.getElementById("remarks");
  const preview = document.getElementById("preview");
  const limits = textLimits(form);
  const rule = document.getElementById("rule");
  let told = "";

  /* Pieces of the text, each plain, an entity, or too much. Positions are those of what stands in the field. */
  function pieces(value) {
    const over = postText.overflow(value.normalize("NFC"), limits.tightest(value, limits.ofText()).rule);
    const found = postText.entities(value);
    const cuts = new Set([0, value.length, Math.min(over, value.length)]);
    found.forEach(each => { cuts.add(each.start); cuts.add(each.end); });
    const at = [...cuts].sort((a, b) => a - b);
    return at.slice(0, -1).map((start, i) => ({
      text: value.slice(start, at[i + 1]),
      entity: found.find(each => each.start <= start && start < each.end),
      over: start >= over,
    }));
  }

  function paint() {
    const parts = pieces(text.value);
    marks.replaceChildren(...parts.map(part => {
      const node = document.createElement(part.over || part.entity ? "mark" : "span");
      node.className = part.over ? "over" : "";
      node.textContent = part.text;
      return node;
    }), "\u200b");
    marks.scrollTop = text.scrollTop;
    preview.replaceChildren(...parts.map(part => {
      const node = document.createElement("span");
      if (part.entity) node.className = "entity";
      node.textContent = part.text;
      return node;
    }));
    if (text.value.trim() === "") preview.replaceChildren();
  }

  function tally() {
    const { rule: tightest, left } = limits.tightest(text.value, limits.ofText());
    rule.textContent = limits.inWords(tightest);
    const words = (left < 0 ? count.dataset.over : count.dataset.left).replace("{0}", Math.abs(left));
    count.textContent = words;
    count.className = `count${left < 0 ? " over" : left <= 20 ? " near" : ""}`;
    text.setAttribute("aria-invalid", String(left < 0));
    const mark = left < 0 ? "over" : left <= 20 ? "near" : "";
    if (mark !== told) {
      told = mark;
      if (mark) Gazouillis.say(words);
    }
  }

  /* Leads to what a remark is about: the field, and in the text the very words. */
  function lead(remark) {
    const elsewhere = window.composeTrial?.field(remark) || window.composePoll?.field(remark) || window.composeMore?.field(remark);
    if (elsewhere) { elsewhere.focus(); return; }
    const to = { time: "date", accounts: "accounts" }[remark.field] || "text";
    const target = to === "accounts" ? form.querySelector(".chip-list input") : field(to);
    target.focus();
    if (to === "text" && remark.start != null) {
      const skipped = text.value.length - text.value.trimStart().length;
      text.setSelectionRange(remark.start + skipped, remark.end + skipped);
    }
  }

  const ICONS = { ERROR: "pi-times-circle", WARNING: "pi-exclamation-triangle", NOTE: "pi-info-circle", fine: "pi-check" };
  function show(remarks) {
    const items = remarks.length ? remarks : [{ severity: "fine", message: checks.dataset.fine }];
    checks.replaceChildren(...items.map(remark => {
      const item = document.createElement("li");
      item.className = remark.severity;
      const icon = document.createElement("i");
      icon.className = `pi ${ICONS[remark.severity]}`;
      icon.setAttribute("aria-hidden", "true");
      const words = document.createElement(remark.field ? "button" : "span");
      words.textContent = remark.message;
      const kind = checks.dataset[remark.severity.toLowerCase()];
      if (kind) words.prepend(Object.assign(document.createElement("span"), { className: "away", textContent: `${kind}: ` }));
      if (remark.field) {
        words.type = "button";
        words.addEventListener("click", () => lead(remark));
      }
      item.append(icon, words);
      return item;
    }));
    sum(remarks);
  }

  /* Above the buttons: how many remarks there are, and the way to them. */
  function sum(remarks) {
    const words = (remarks.length === 1 ? summary.dataset.one : summary.dataset.more).replace("{0}", remarks.length);
    const link = Object.assign(document.createElement("a"), { href: "#checks-title", textContent: words });
    summary.replaceChildren(...(remarks.length ? [link] : []));
  }

  const chosen = () => [...form.querySelectorAll(".chip-list input:checked")].map(each => each.value);
  let asked = 0;
  let timer = 0;
  async function ask() {
    const mine = ++asked;
    if (text.value.trim() === "") { checks.replaceChildren(); sum([]); return; }
    const body = { text: text.value, accounts: chosen(), flash: document.getElementById("compose:flash").checked, ...window.composeMore?.body(), ...window.composeTrial?.body(), ...window.composePoll?.body() };
    if (field("date").value && field("time").value) {
      body.at = { local: `${field("date").value}T${field("time").value}`, zone: form.dataset.zone,
        prefer: (form.querySelector("[name$=':prefer']:checked") || { value: "earlier" }).value };
    }
    const post = form.dataset.post ? `?post=${form.dataset.post}` : "";
    try {
      const answer = await Gazouillis.call("POST", `/api/desk/v1/brands/${form.dataset.brand}/checks${post}`, body);
      if (mine === asked) show(answer.items);
    } catch (trouble) {
      if (mine === asked) show([{ severity: "WARNING", message: trouble.message }]);
    }
  }
  const askSoon = () => { clearTimeout(timer); timer = setTimeout(ask, 400); };

  form.addEventListener("input", () => { paint(); tally(); askSoon(); });
  text.addEventListener("limits", () => { paint(); tally(); });
  text.addEventListener("scroll", () => { marks.scrollTop = text.scrollTop; });
  form.addEventListener("change", () => { paint(); tally(); askSoon(); });
  form.addEventListener("keydown", event => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) field("schedule").click();
  });
  paint();
  tally();
  if (text.value) askSoon();
  /* What was ticked before stays ticked; what is still open gets the focus. */
  const open = [...form.querySelectorAll("[name=confirmed]")];
  open.forEach(box => { box.checked = box.dataset.ticked === "checked"; });
  const unread = open.find(box => !box.checked);
  if (unread) unread.focus();
  /* Which brand the eyes see: a browser that puts old words back into a form does not put back this. */
  form.addEventListener("submit", () => { form.elements.shown.value = form.dataset.brand; });
  const wrong = [...form.querySelectorAll(".error")].find(each => each.textContent.trim() !== "");
  if (wrong) field(wrong.id.replace("compose:", "").replace("-error", "")).focus();
});
