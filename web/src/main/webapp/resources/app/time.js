/* Where a time is chosen: says while one types what the clocks do at that time, asks which of two is meant, offers
   another, and shows the reader's own clock. Without script the server says it when the form is sent. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll(".time[data-time-zone]").forEach(part => {
    const zone = part.dataset.timeZone;
    const field = name => part.querySelector(`[id$=":${name}"]`);
    const words = part.querySelector("#time-words");
    const twice = part.querySelector(".time-twice");
    const own = part.querySelector("#time-yours");
    const local = () => (field("date").value && field("time").value ? `${field("date").value}T${field("time").value}` : "");
    const prefer = () => (part.querySelector("[name$=':prefer']:checked") || { value: "earlier" }).value;
    let asked = 0;
    let timer = 0;

    function offer(choice) {
      const clock = choice.local.slice(11, 16);
      const button = Object.assign(document.createElement("button"), { type: "button", className: "button" });
      button.textContent = words.dataset.take.replace("{0}", clock);
      button.addEventListener("click", () => {
        field("date").value = choice.local.slice(0, 10);
        field("time").value = clock;
        field("time").focus();
        ask();
        part.dispatchEvent(new Event("change", { bubbles: true }));
      });
      return button;
    }

    function show(time) {
      const before = words.textContent;
      words.hidden = !time.message;
      words.replaceChildren(time.message || "");
      if (time.kind === "GAP") words.append(" ", ...time.choices.map(offer));
      if (time.message && words.textContent !== before) Gazouillis.say(time.message);
      twice.hidden = time.kind !== "OVERLAP";
      if (time.kind !== "ONCE") field("told").value = time.local;
      const yours = Clocks.yours(time.dueAt, zone);
      own.hidden = !yours;
      own.textContent = yours ? own.dataset.words.replace("{0}", yours).replace("{1}", Clocks.here()) : "";
    }

    async function ask() {
      const mine = ++asked;
      if (!local()) return;
      const query = new URLSearchParams({ local: local(), zone, prefer: prefer() });
      try {
        const time = await Gazouillis.call("GET", `/api/desk/v1/times?${query}`);
        if (mine === asked) show(time);
      } catch (trouble) {
        if (mine === asked) { words.hidden = false; words.textContent = trouble.message; }
      }
    }
    const askSoon = () => { clearTimeout(timer); timer = setTimeout(ask, 250); };
    part.addEventListener("input", askSoon);
    ask();
  });
});
