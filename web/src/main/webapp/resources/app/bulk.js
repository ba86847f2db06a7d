/* Files of posts: follows one, lets its rows be mended in place, plans them and takes it all back. */
"use strict";
(() => {
  const EVERY = 700;
  const PATIENCE = 40;

  const runBox = () => document.getElementById("run");

  /** The server's page is the only template: what changed is taken from it. */
  async function fresh(address) {
    const answer = await fetch(address, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  function take(page, ...ids) {
    ids.forEach(id => {
      const [old, now] = [document.getElementById(id), page.getElementById(id)];
      if (old && now) old.replaceWith(now);
    });
    settle();
  }

  /** Wrong rows stand open; selects show what is chosen now. */
  function settle() {
    document.querySelectorAll("details.bulk-cells[data-wrong=true]:not([data-seen])").forEach(cells => { cells.open = true; cells.dataset.seen = "yes"; });
    document.querySelectorAll("select[data-now]").forEach(select => { select.value = select.dataset.now; delete select.dataset.now; });
    const mapping = document.getElementById("mapping-more");
    if (mapping && document.getElementById("unmapped")) mapping.open = true;
  }

  function follow(failures = 0) {
    setTimeout(async () => {
      const run = runBox();
      try {
        const state = await Gazouillis.call("GET", run.dataset.run);
        const progress = document.getElementById("run-progress");
        if (["READING", "CHECKING", "PLANNING"].includes(state.state)) {
          if (progress && state.rows) progress.value = state.planned / state.rows;
          follow();
        } else {
          location.replace(`${run.dataset.runHere}${state.state === "DONE" ? "&done=1" : ""}`);
        }
      } catch {
        if (failures < PATIENCE) follow(failures + 1);
        else Gazouillis.toast(run.dataset.broken);
      }
    }, EVERY);
  }

  /* Mends one cell; the row, the counts and what can be done now come back from the server. */
  async function mend(field) {
    const row = field.closest("[data-row]");
    const run = runBox();
    row.setAttribute("aria-busy", "true");
    try {
      const answer = await Gazouillis.call("PATCH", `${run.dataset.run}/rows/${row.dataset.row}`, { cells: { [field.dataset.column]: field.value } });
      const active = document.activeElement && row.contains(document.activeElement) ? document.activeElement.id : "";
      const open = row.querySelector("details.bulk-cells").open;
      const page = await fresh(`${run.dataset.runHere}&show=${new URL(location.href).searchParams.get("show") || "all"}&row=${row.dataset.row}`);
      take(page, row.id, "run", "run-counts");
      const now = document.getElementById(row.id);
      if (active && now.querySelector("details.bulk-cells")) now.querySelector("details.bulk-cells").open = open;
      if (active && document.getElementById(active)) document.getElementById(active).focus();
      Gazouillis.say(answer.verdict === "WRONG" ? run.dataset.wrong : run.dataset.mended);
    } catch (trouble) {
      row.removeAttribute("aria-busy");
      Gazouillis.toast(trouble.message);
    }
  }

  const wishOf = form => {
    const columns = {};
    form.querySelectorAll("select[data-role]").forEach(select => { if (select.value) columns[select.dataset.role] = select.value; });
    return { columns, dateFormat: form.elements.dateFormat.value || null, zone: form.elements.zone.value || null };
  };

  const deeds = {
    commit: (run, button) => Gazouillis.call("POST", `${run}/commit`, { mode: button.dataset.mode }),
    undo: run => Gazouillis.call("POST", `${run}/undo`, {}),
    say: (run, form) => Gazouillis.call("PATCH", run, { dateFormat: form.elements.dateFormat.value }),
    map: (run, form) => Gazouillis.call("PATCH", run, wishOf(form)),
    replace: (run, form) => Gazouillis.call("POST", `${run}/replace`, { column: form.dataset.column, from: form.dataset.from, to: form.elements.to.value }),
  };

  async function perform(source) {
    const run = runBox();
    const buttons = document.querySelectorAll("#run button, #mapping button");
    buttons.forEach(button => { button.disabled = true; });
    try {
      if (source.dataset.do === "discard") {
        await Gazouillis.call("DELETE", run.dataset.run);
        location.assign(run.dataset.here);
      } else if (source.dataset.do === "profile") {
        const name = source.elements.name.value.trim();
        await Gazouillis.call("PUT", `${run.dataset.profiles}/${encodeURIComponent(name)}`, wishOf(document.querySelector("form[data-do=map]")));
        Gazouillis.toast(run.dataset.saved);
      } else {
        await deeds[source.dataset.do](run.dataset.run, source);
        location.assign(run.dataset.runHere);
        return;
      }
    } catch (trouble) {
      Gazouillis.toast(trouble.message);
    }
    buttons.forEach(button => { button.disabled = false; });
  }

  document.addEventListener("DOMContentLoaded", () => {
    const run = runBox();
    if (!run) return;
    settle();
    if (run.dataset.busy === "true") follow();
    document.addEventListener("change", event => {
      if (event.target.closest("[data-row]") && event.target.dataset.column) mend(event.target);
    });
    document.addEventListener("click", event => {
      const button = event.target.closest("button[data-do]");
      if (button) perform(button);
    });
    document.addEventListener("submit", event => {
      if (!event.target.dataset.do) return;
      event.preventDefault();
      perform(event.target);
    });
    const address = new URL(location.href);
    if (address.searchParams.has("done")) {
      Gazouillis.toast(run.dataset.outcome, { undo: () => perform({ dataset: { do: "undo" } }) });
      address.searchParams.delete("done");
      history.replaceState(null, "", address);
    }
  });
})();
