// Completes the part of the query at the caret, as a combobox: arrows choose, Enter and Tab take, Escape closes.
const field = document.getElementById("q");
const list = document.getElementById("completions");
if (field && list) {
  let chosen = -1;
  let asked = 0;
  let timer = 0;

  // From the blank before the caret; quotation marks after a colon hold their value together.
  const pieceAt = () => {
    const before = field.value.slice(0, field.selectionStart);
    const [piece] = before.match(/-?[\p{L}_]+:"[^"]*$|[^\s()]*$/u);
    const sign = piece.startsWith("-") ? 1 : 0;
    return { text: piece.slice(sign), from: before.length - piece.length + sign };
  };
  const close = () => {
    list.hidden = true;
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const choose = (place) => {
    const options = [...list.children];
    chosen = (place + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
    field.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  };
  const take = (option) => {
    const { from } = pieceAt();
    const rest = field.value.slice(field.selectionStart);
    const open = option.textContent.endsWith(":");
    const begun = field.value.slice(0, from) + option.textContent + (open || rest.startsWith(" ") ? "" : " ");
    field.value = begun + rest;
    field.setSelectionRange(begun.length, begun.length);
    close();
    if (open) {
      look();
    }
  };
  const show = (completions) => {
    list.replaceChildren(
      ...completions.map((completion, at) => {
        const option = document.createElement("li");
        option.id = `completion-${at}`;
        option.role = "option";
        option.textContent = completion;
        option.setAttribute("aria-selected", "false");
        return option;
      }),
    );
    chosen = -1;
    list.hidden = completions.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    field.removeAttribute("aria-activedescendant");
  };
  const look = async () => {
    const { text } = pieceAt();
    const mine = ++asked;
    if (text.length < 2 || text.startsWith('"')) {
      close();
      return;
    }
    const address = new URL("/api/desk/v1/search/completions", location.href);
    address.searchParams.set("piece", text);
    if (field.form.elements.brand) {
      address.searchParams.set("brand", field.form.elements.brand.value);
    }
    try {
      const answer = await fetch(address, { credentials: "same-origin" });
      const body = answer.ok ? await answer.json() : { completions: [] };
      if (mine === asked && document.activeElement === field) {
        show(body.completions);
      }
    } catch {
      close();
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, 120);
  });
  field.addEventListener("keydown", (event) => {
    if (list.hidden) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(chosen + (event.key === "ArrowDown" ? 1 : chosen < 0 ? 0 : -1));
    } else if ((event.key === "Enter" || event.key === "Tab") && chosen >= 0) {
      event.preventDefault();
      take(list.children[chosen]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  });
  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("li");
    if (option) {
      event.preventDefault();
      take(option);
    }
  });
  field.addEventListener("blur", () => {
    asked++;
    close();
  });
}
