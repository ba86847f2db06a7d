/* Notices: opening one marks it read; the wishes are one request. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const read = body => Gazouillis.call("POST", "/api/desk/v1/notices/read", body);
  const list = document.getElementById("notices");
  if (list) list.addEventListener("click", event => {
    const link = event.target.closest("a[data-notice]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    read({ notices: [link.dataset.notice] }).catch(() => null).then(() => location.assign(link.href));
  });

  const all = document.getElementById("read-all");
  if (all) all.addEventListener("click", async () => {
    try {
      await read({});
      Gazouillis.say(all.dataset.done);
      location.reload();
    } catch (trouble) {
      Gazouillis.toast(trouble.message);
    }
  });

  const form = document.getElementById("wishes");
  if (form) form.addEventListener("submit", async event => {
    event.preventDefault();
    const wrong = form.querySelector(".error");
    wrong.hidden = true;
    const wishes = [...form.querySelectorAll("tr[data-kind]")].map(row => ({
      kind: row.dataset.kind,
      page: row.querySelector("[name=page]").checked,
      mail: row.querySelector("[name=mail]").checked,
    }));
    try {
      await Gazouillis.call("PUT", "/api/desk/v1/notice-preferences", form.dataset.brand ? { brand: form.dataset.brand, wishes } : { wishes });
      Gazouillis.toast(form.dataset.saved);
    } catch (trouble) {
      wrong.textContent = trouble.message;
      wrong.hidden = false;
    }
  });
});
