/* The composer's A/B test: counts the second text, and says how many people the test takes and how long that is for the
   brand. Its fields are ordinary fields of the form, so that drafts keep them and the server reads them. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("compose");
  const part = document.getElementById("trial");
  if (!form || !part) return;
  const field = name => document.getElementById(`trial-${name}`);
  const text = field("text");
  const words = part.dataset;
  const { lang } = document.documentElement;
  const about = people => new Intl.NumberFormat(lang, { maximumSignificantDigits: 2 }).format(people);
  const fill = (sentence, ...values) => sentence.replace(/\{(\d)\}/g, (whole, place) => values[place]);
  const number = name => Number(field(name).value);
  let timer = 0;
  let asked = 0;
  let last = "";

  /* Only the built-in timeline says it: 140 characters. */
  function tally() {
    const left = 140 - postText.length(postText.normalise(text.value));
    const shown = document.getElementById("count").dataset;
    field("count").textContent = (left < 0 ? shown.over : shown.left).replace("{0}", Math.abs(left));
    field("count").className = `count${left < 0 ? " over" : left <= 20 ? " near" : ""}`;
    text.setAttribute("aria-invalid", String(left < 0));
    field("means").textContent = field("measure").selectedOptions[0].dataset.means;
  }

  function sentence(plan) {
    if (plan.people == null) return fill(words.unknown, plan.posts, plan.fewestPosts);
    if (plan.days == null) return fill(words.never, about(plan.people), about(plan.usualReach));
    const told = plan.days > 7 ? fill(words.weeks, about(plan.people), Math.ceil(plan.days / 7))
      : fill(plan.days === 1 ? words.day : words.days, about(plan.people), plan.days);
    return plan.days > number("days") ? `${told} ${words.late}` : told;
  }

  async function ask() {
    const query = new URLSearchParams({ measure: field("measure").value, share: number("share") / 100, least: number("least") / 100 });
    if (!part.open || `${query}` === last) return;
    last = `${query}`;
    const mine = ++asked;
    let told;
    try {
      told = sentence(await Gazouillis.call("GET", `/api/desk/v1/brands/${form.dataset.brand}/trial-plan?${query}`));
    } catch (trouble) {
      told = trouble.message;
    }
    if (mine === asked) field("plan").textContent = told;
  }
  const askSoon = () => { clearTimeout(timer); timer = setTimeout(ask, 400); };

  part.addEventListener("toggle", askSoon);
  form.addEventListener("input", () => { tally(); askSoon(); });
  form.addEventListener("change", () => { tally(); askSoon(); });
  form.addEventListener("draft:fill", event => { if ((event.detail.trial || [""])[0].trim()) part.open = true; });
  field("measure").value = field("measure").dataset.chosen;
  part.open = words.open === "true";
  tally();
  /* For the checks: what stands in these fields, and where a remark leads. */
  window.composeTrial = {
    body: () => text.value.trim() === "" ? {} : { trial: { text: text.value, measure: field("measure").value,
      share: number("share") / 100, least: number("least") / 100, days: Math.round(number("days")) } },
    field: remark => {
      if (remark.where !== "trial") return null;
      part.open = true;
      return text;
    },
  };
});
