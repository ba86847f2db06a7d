/* Files of posts: sends one, follows it, lets its rows be mended in place, plans them and takes it all back. */
"use strict";
(() => {
  const EVERY = 700;
  const PATIENCE = 40;

  const runBox = () => document.getElementById("run");

  function tell(form, sentence) {
    const error = form.querySelector(".error");
    error.textContent = sentence;
    error.hidden = !sentence;
    if (sentence) form.querySelector("#bulk-file").focus();
  }

  /** Answers the id of the run. `fetch` cannot tell how much of a file has been sent. */
  function send(form, fields) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.setRequestHeader("X-Requested-With", "gazouillis");
      request.setRequestHeader("Accept", "application/json, application/problem+json");
      request.setRequestHeader("Accept-Language", document.documentElement.lang);
      request.responseType = "json";
      request.upload.addEventListener("progress", event => {
        if (event.lengthComputable) form.querySelector("progress").value = event.loaded / event.total;
      });
      request.addEventListener("load", () => {
        const answer = request.response || {};
        if (request.status === 202) resolve(answer.id);
        else reject(new Error(answer.detail || answer.title || form.dataset.broken));
      });
      request.addEventListener("error", () => reject(new Error(form.dataset.broken)));
      request.send(fields);
    });
  }

  async function submit(event) {
    event.preventDefault();
    const form = event.target;
    const file = form.querySelector("#bulk-file").files[0];
    if (file && file.size > Number(form.dataset.largest)) {
      tell(form, form.dataset.tooLarge);
      return;
    }
    const fields = new FormData(form);
    const back = fields.get("to");
    fields.delete("to");
    tell(form, "");
    const busy = on => {
      form.querySelector("button[type=submit]").disabled = on;
      form.querySelector(".sending").hidden = !on;
    };
    busy(true);
    Gazouillis.say(form.dataset.sending);
    try {
      location.assign(`${back}&run=${encodeURIComponent(await send(form, fields))}`);
    } catch (trouble) {
      busy(false);
      tell(form, trouble.message);
    }
  }

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
    const form = document.getElementById("bulk");
    if (form) form.addEventListener("submit", submit);
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
