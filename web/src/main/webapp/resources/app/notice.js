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
      hook: row.querySelector("[name=hook]")?.checked ?? true,
    }));
    try {
      await Gazouillis.call("PUT", "/api/desk/v1/notice-preferences", form.dataset.brand ? { brand: form.dataset.brand, wishes } : { wishes });
      Gazouillis.toast(form.dataset.saved);
    } catch (trouble) {
      wrong.textContent = trouble.message;
      wrong.hidden = false;
    }
  });

  /* The member's own webhook: set, tested, taken away. Its key is shown this once. */
  const hook = document.getElementById("hook");
  if (!hook) return;
  const address = hook.querySelector("[name=endpoint]");
  const flaw = document.getElementById("hook-error");
  async function act(deed) {
    flaw.hidden = true;
    address.removeAttribute("aria-invalid");
    hook.setAttribute("aria-busy", "true");
    try {
      await deed();
    } catch (trouble) {
      flaw.textContent = trouble.message;
      flaw.hidden = false;
      address.setAttribute("aria-invalid", "true");
      address.focus();
    }
    hook.removeAttribute("aria-busy");
  }
  hook.querySelector("form").addEventListener("submit", event => {
    event.preventDefault();
    act(async () => {
      const set = await Gazouillis.call("PUT", "/api/desk/v1/notice-hook", { endpoint: address.value });
      const box = document.getElementById("secret");
      document.getElementById("secret-text").textContent = set.secret;
      box.hidden = false;
      box.focus();
    });
  });
  hook.addEventListener("click", event => {
    const what = event.target.closest("button[data-do]")?.dataset.do;
    if (what === "test") act(async () => {
      await Gazouillis.call("POST", "/api/desk/v1/notice-hook/test");
      Gazouillis.toast(hook.dataset.works);
    });
    if (what === "remove") act(async () => {
      await Gazouillis.call("DELETE", "/api/desk/v1/notice-hook");
      Gazouillis.say(hook.dataset.gone);
      location.reload();
    });
  });
});
