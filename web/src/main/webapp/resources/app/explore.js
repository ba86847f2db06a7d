/* Explore: bars that lead to their posts, and views that are kept. */
"use strict";
(() => {
  /** PrimeFaces calls this with the widget as `this`, before it draws. */
  window.gazouillisExplore = function () {
    window.gazouillisChart.call(this);
    // The table stands below, and is there when somebody points at a bar.
    const posts = bars => bars.length ? document.querySelectorAll("#pivot tbody [data-bar]")[bars[0].index]?.href : undefined;
    const options = this.cfg.config.options;
    options.onClick = (event, bars) => { if (posts(bars)) location.assign(posts(bars)); };
    options.onHover = (event, bars) => { event.native.target.style.cursor = posts(bars) ? "pointer" : ""; };
  };

  document.addEventListener("DOMContentLoaded", () => {
    const views = document.getElementById("views");
    if (!views) return;
    const { views: api, removed, renamed, saved } = views.dataset;

    function complain(form, trouble) {
      const wrong = form.querySelector(".error");
      wrong.textContent = trouble.message;
      wrong.hidden = false;
    }

    async function keep(form) {
      const view = await Gazouillis.call("POST", api,
        { name: form.elements.name.value, state: form.dataset.state, shared: form.elements.shared?.checked ?? false });
      views.open = false;
      views.querySelector("summary").focus();
      Gazouillis.toast(saved, { undo: () => Gazouillis.call("DELETE", `${api}/${view.id}`) });
    }

    async function rename(form) {
      await Gazouillis.call("PATCH", `${api}/${form.closest("li").dataset.id}`, { name: form.elements.name.value });
      Gazouillis.say(renamed);
      location.reload();
    }

    views.addEventListener("submit", async event => {
      event.preventDefault();
      const form = event.target;
      form.querySelector(".error").hidden = true;
      try { await (form.id === "save-view" ? keep(form) : rename(form)); } catch (trouble) { complain(form, trouble); }
    });

    views.addEventListener("click", async event => {
      const button = event.target.closest("button[data-do=remove]");
      if (!button) return;
      const item = button.closest("li");
      try {
        await Gazouillis.call("DELETE", `${api}/${item.dataset.id}`);
        (item.nextElementSibling || item.previousElementSibling || views).querySelector("a, summary").focus();
        item.remove();
        Gazouillis.toast(removed, { undo: async () => {
          await Gazouillis.call("POST", `${api}/${item.dataset.id}/restore`);
          location.reload();
        } });
      } catch (trouble) { Gazouillis.toast(trouble.message); }
    });
  });
})();
