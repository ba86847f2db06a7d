/* Which networks' rules a text is held to: those of the chosen accounts that will say it. The rules come from the
   server (TextLimits.java), which applies them again. */
"use strict";
globalThis.textLimits = (form) => {
  const { accounts, widest } = JSON.parse(form.dataset.limits);
  const words = document.getElementById("rule").dataset;
  const chosen = () => [...form.querySelectorAll(".chip-list input:checked")].map((box) => box.value);
  const hasOwnWords = (account) => (form.elements[`variant-${account}`]?.value || "").trim() !== "";
  const once = (all) => [...new Map(all.map((rule) => [rule.network, rule])).values()];
  const rulesOf = (ids) => once(ids.map((id) => accounts[id]).filter(Boolean));
  const orFirst = (rules) => [rules, rulesOf(Object.keys(accounts).slice(0, 1)), [widest]].find((each) => each.length);
  const left = (text, rule) => rule.most - postText.length(postText.normalise(text), rule.counting);
  return {
    of: (account) => rulesOf([account]),
    ofText() {
      const all = chosen();
      const speakers = all.filter((account) => !hasOwnWords(account));
      return all.length && !speakers.length ? [widest] : orFirst(rulesOf(speakers));
    },
    ofParts: () => orFirst(rulesOf(chosen())),
    /* The rule that leaves the text least room, and how much. */
    tightest: (text, rules) => rules.map((rule) => ({ rule, left: left(text, rule) })).sort((a, b) => a.left - b.left)[0],
    fits: (text, rules) => rules.every((rule) => left(text, rule) >= 0),
    inWords: (rule) => words[rule.counting.toLowerCase()].replace("{0}", rule.name).replace("{1}", rule.most),
  };
};
