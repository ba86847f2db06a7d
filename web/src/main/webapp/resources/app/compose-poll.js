/* The composer's poll: opens when it has something to show, shows its options in the preview, and tells the checks of them. Its fields are ordinary
   fields of the form, so that drafts keep them and the server reads them. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("compose");
  const part = document.getElementById("poll");
  if (!form || !part) return;
  const options = [...part.querySelectorAll("input[type=text]")];
  const ticks = [...part.querySelectorAll("input[type=checkbox]")];
  const [multiple, hide] = ticks;
  const filled = () => options.map(each => each.value).filter(each => each.trim() !== "");

  /* Beneath the text, as readers will see it. */
  function paint() {
    const beside = document.getElementById("preview").parentElement;
    beside.querySelector(".preview-poll")?.remove();
    const items = filled().map(each => Object.assign(document.createElement("li"), { textContent: each, lang: options[0].lang }));
    const list = Object.assign(document.createElement("ul"), { className: "preview-poll" });
    list.append(...items);
    if (items.length > 0) beside.append(list);
  }

  ticks.forEach(each => { each.checked = each.dataset.ticked === "true"; });
  part.open = part.dataset.open === "true";
  form.addEventListener("draft:fill", event => {
    if (options.some(each => (event.detail[each.name] || [""])[0].trim())) part.open = true;
  });
  form.addEventListener("input", paint);
  paint();
  window.composePoll = {
    body: () => filled().length === 0 ? {} : { poll: { options: filled(), multiple: multiple.checked, hideTotals: hide.checked,
      seconds: Number(form.elements["poll-lasts"].value) } },
    field: remark => {
      if (remark.field !== "poll" && remark.where !== "poll") return null;
      part.open = true;
      return options[0];
    },
  };
});
