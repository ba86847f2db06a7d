/* Beside the chosen time: what a post would reach, from the brand's own past. Nothing stands there while it is not known
   when the post goes out; as soon as it is, room is kept for the answer, so that nothing below it moves later. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const note = document.getElementById("forecast");
  const form = document.getElementById("compose");
  if (!note || !form) return;
  const field = name => document.getElementById(`compose:${name}`);
  const { lang } = document.documentElement;
  const about = people => new Intl.NumberFormat(lang, { maximumSignificantDigits: 2 }).format(people);
  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (whole, place) => values[place]);
  let asked = 0;
  let timer = 0;
  let last = "";

  function local() {
    const queued = form.querySelector("[name$=':mode']:checked")?.value === "queue";
    return !queued && field("date").value && field("time").value ? `${field("date").value}T${field("time").value}` : "";
  }

  function words(forecast) {
    const [time] = forecast.times;
    if (!forecast.enough) return fill(note.dataset.few, forecast.posts, forecast.fewestPosts);
    const error = new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 0 }).format(forecast.backTest.medianError);
    const told = fill(note.dataset.words, about(time.people), about(time.low80), about(time.high80), error);
    return time.near < 3 ? `${told} ${note.dataset.far}` : told;
  }

  async function ask() {
    const at = local();
    if (at === last) return;
    last = at;
    const mine = ++asked;
    let text = "";
    try {
      if (at) text = words(await Gazouillis.call("GET", `/api/desk/v1/brands/${form.dataset.brand}/reach-forecast?at=${at}`));
    } catch (trouble) {
      text = trouble.message;
    }
    if (mine !== asked) return;
    note.textContent = text;
  }
  function askSoon() {
    note.hidden = local() === "";
    clearTimeout(timer);
    timer = setTimeout(ask, 500);
  }
  form.addEventListener("input", askSoon);
  form.addEventListener("change", askSoon);
  note.hidden = local() === "";
  ask();
});
