// "Load more" brings the next page into this one; without script the link leads there.
document.addEventListener("click", async (event) => {
  const link = event.target.closest("#more a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) {
    return;
  }
  event.preventDefault();
  const found = document.getElementById("found");
  found.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(link.href, { credentials: "same-origin" });
    if (!answer.ok) {
      throw new Error(`status ${answer.status}`);
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const first = found.childElementCount;
    found.append(...page.querySelectorAll("#found > article"));
    const more = page.getElementById("more");
    document.getElementById("more").replaceWith(...(more ? [more] : []));
    const next = found.children[first];
    if (next) {
      next.tabIndex = -1;
      next.focus();
    }
  } catch {
    location.assign(link.href);
  } finally {
    found.removeAttribute("aria-busy");
  }
});

// "Why this post?" brings its sentences in when it is opened; without script its link leads to them. "toggle" does not
// bubble, so it is caught on its way down.
document.addEventListener(
  "toggle",
  async (event) => {
    const why = event.target.matches(".why[open]") ? event.target : null;
    const link = why?.querySelector(".why-said > a");
    if (!link) {
      return;
    }
    try {
      const answer = await fetch(link.href, { credentials: "same-origin" });
      if (!answer.ok) {
        throw new Error(`status ${answer.status}`);
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      link.replaceWith(...page.getElementById("why").children);
    } catch {
      location.assign(link.href);
    }
  },
  true,
);
