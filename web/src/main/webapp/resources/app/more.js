/* What a post has beside its text: images with their descriptions, the parts of a thread, the words of single accounts.
   Their fields are ordinary fields of the form, so that drafts keep them and the server reads them. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("compose");
  const more = document.getElementById("more");
  if (!form || !more) return;
  const words = more.dataset;
  const text = document.getElementById("compose:text");
  const limits = textLimits(form);
  const [parts, images, variants, library] = ["parts", "images", "variants", "library"].map(id => document.getElementById(id));
  const button = name => more.querySelector(`[data-do=${name}]`);
  const MOST_IMAGES = 4;
  const MOST_PARTS = 9;
  const known = new Map();
  let made = 0;

  const make = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    Object.entries(attributes).forEach(([key, value]) => { if (value !== null) node.setAttribute(key, value); });
    node.append(...children);
    return node;
  };
  const changed = () => { form.dispatchEvent(new Event("input", { bubbles: true })); form.dispatchEvent(new Event("change")); paint(); };

  /* Text fields with a count, for parts and variants alike; `rules` gives what holds for it just now. */
  function writing(name, label, value, removable, rules) {
    const id = `more-${++made}`;
    const count = make("span", { class: "count", id: `${id}-count` });
    const area = make("textarea", { id, name, rows: 3, lang: words.lang, });
    area.value = value;
    const rule = make("span", { class: "muted small", id: `${id}-rule` });
    area.setAttribute("aria-describedby", `${id}-count ${id}-rule`);
    const tell = () => {
      const { rule: tightest, left } = limits.tightest(area.value, rules());
      rule.textContent = limits.inWords(tightest);
      const shown = document.getElementById("count").dataset;
      count.textContent = (left < 0 ? shown.over : shown.left).replace("{0}", Math.abs(left));
      count.classList.toggle("over", left < 0);
      area.setAttribute("aria-invalid", String(left < 0));
    };
    area.addEventListener("input", () => { tell(); paint(); });
    area.addEventListener("limits", tell);
    tell();
    const head = make("div", { class: "row" }, make("label", { for: id }, label), make("span", { class: "grow" }), count);
    if (removable) head.append(remover(label));
    return [head, area, rule];
  }
  function remover(label) {
    const node = make("button", { type: "button", class: "button quiet", "data-do": "remove" }, make("i", { class: "pi pi-times", "aria-hidden": "true" }));
    node.setAttribute("aria-label", `${words.remove}: ${label}`);
    return node;
  }
  function addPart(value) {
    if (parts.children.length >= MOST_PARTS) return null;
    const item = make("li", {}, ...writing("parts", words.part.replace("{0}", parts.children.length + 2), value, true, limits.ofParts));
    parts.append(item);
    return item.querySelector("textarea");
  }
  function relabel() {
    [...parts.children].forEach((item, i) => { item.querySelector("label").textContent = words.part.replace("{0}", i + 2); });
  }
  /* One field per account as soon as there are two: what it says instead. */
  function addVariants(fields) {
    const accounts = [...form.querySelectorAll(".chip-list input")];
    if (accounts.length < 2) return;
    variants.replaceChildren(...accounts.map(box => {
      const handle = box.labels[0] ? box.labels[0].textContent.trim() : "";
      const value = (fields[`variant-${box.value}`] || [""])[0];
      const node = make("details", { "data-account": box.value }, make("summary", {}, words.variant.replace("{0}", handle)),
        ...writing(`variant-${box.value}`, words.variant.replace("{0}", handle), value, false, () => limits.of(box.value)));
      node.open = value !== "";
      return node;
    }));
  }

  /* An image: the picture, its descriptions, a way out. */
  async function addImage(id, data) {
    if (images.querySelector(`[data-id="${id}"]`)) return;
    const item = make("li", { "data-id": id }, make("input", { type: "hidden", name: "media", value: id }));
    images.append(item);
    let media = data;
    try {
      media ||= await Gazouillis.call("GET", `/api/desk/v1/media/${id}`);
    } catch (trouble) {
      item.append(make("p", { class: "error" }, words.unknown), remover(words.unknown));
      return;
    }
    known.set(id, media);
    const own = words.lang === "fr" ? "Fr" : "En";
    const other = own === "Fr" ? "En" : "Fr";
    item.append(
      make("img", { src: media.previewUrl, width: 96, height: 96, alt: "" }),
      make("div", { class: "grow stack" }, ...description(media, own, words.describe.replace("{0}", media.name)),
        make("details", {}, make("summary", {}, words[`describe${other}`]), ...description(media, other, words[`describe${other}`]))),
      remover(media.name));
    paint();
  }
  function description(media, lang, label) {
    const id = `more-${++made}`;
    const field = make("input", { id, type: "text", maxlength: 1500, lang: lang.toLowerCase() });
    field.value = media[`alt${lang}`];
    field.addEventListener("change", async () => {
      try {
        known.set(media.id, await Gazouillis.call("PATCH", `/api/desk/v1/media/${media.id}`, { [`alt${lang}`]: field.value }));
        changed();
      } catch (trouble) { Gazouillis.toast(trouble.message); }
    });
    return [make("label", { for: id }, label), field];
  }
  async function upload(files) {
    for (const file of files) {
      if (images.children.length >= MOST_IMAGES) { Gazouillis.toast(words.most); return; }
      const body = new FormData();
      body.append("file", file);
      Gazouillis.say(words.uploading.replace("{0}", file.name));
      try {
        const answer = await fetch(`/api/desk/v1/brands/${form.dataset.brand}/media`, { method: "POST", body,
          headers: { "X-Requested-With": "gazouillis", "Accept": "application/json, application/problem+json" } });
        const json = await answer.json();
        if (!answer.ok) throw new Error(json.detail || json.title);
        await addImage(json.id, json);
        Gazouillis.say(words.uploaded.replace("{0}", file.name));
        changed();
        images.lastElementChild.querySelector("input[type=text]").focus();
      } catch (trouble) { Gazouillis.toast(`${file.name}: ${trouble.message}`); }
    }
  }
  async function showLibrary() {
    library.hidden = !library.hidden;
    if (library.hidden) return;
    const answer = await Gazouillis.call("GET", `/api/desk/v1/brands/${form.dataset.brand}/media?limit=24`);
    library.replaceChildren(...answer.items.map(media => {
      const pick = make("button", { type: "button", class: "button quiet" },
        make("img", { src: media.previewUrl, width: 72, height: 72, alt: media[words.lang === "fr" ? "altFr" : "altEn"] || media.altEn || media.altFr || media.name, loading: "lazy" }));
      pick.addEventListener("click", async () => {
        if (images.children.length >= MOST_IMAGES) { Gazouillis.toast(words.most); return; }
        await addImage(media.id, media);
        changed();
      });
      return make("li", {}, pick);
    }));
    if (!answer.items.length) library.append(make("li", { class: "muted" }, library.dataset.empty));
  }

  /* Puts words where the writer is, with a space around them. */
  function insert(piece) {
    const at = text.selectionStart ?? text.value.length;
    const before = text.value.slice(0, at);
    const gap = before && !/\s$/u.test(before) ? " " : "";
    text.setRangeText(gap + piece, at, text.selectionEnd ?? at, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
  }
  function offer(list, items) {
    list.hidden = false;
    list.replaceChildren(...items.map(({ label, hint, pick }) => {
      const choice = make("button", { type: "button", class: "button" }, label);
      if (hint) choice.append(make("span", { class: "muted small" }, hint));
      choice.addEventListener("click", pick);
      return make("li", {}, choice);
    }));
    if (!items.length) list.append(make("li", { class: "muted" }, list.dataset.empty));
    list.querySelector("button")?.focus();
  }
  async function suggest() {
    const list = document.getElementById("suggestions");
    if (!list.hidden) { list.hidden = true; return; }
    const campaign = document.getElementById("compose:campaign")?.value || "";
    const query = new URLSearchParams({ text: text.value.slice(0, 1000), campaign });
    const answer = await Gazouillis.call("GET", `/api/desk/v1/brands/${form.dataset.brand}/hashtags?${query}`);
    offer(list, answer.items.map(each => ({ label: `#${each.tag}`, hint: list.dataset[each.reason.toLowerCase()],
      pick: event => { insert(`#${each.tag} `); event.target.closest("li").remove(); } })));
  }
  /* The links of all texts become short links of the brand, tagged for the chosen campaign. */
  async function shorten() {
    const said = button("shorten").dataset;
    const campaign = document.getElementById("compose:campaign")?.value || null;
    let made = 0;
    try {
      for (const area of [...areas(), ...variants.querySelectorAll("textarea")].filter(each => each.value.includes("http"))) {
        const answer = await Gazouillis.call("POST", `/api/desk/v1/brands/${form.dataset.brand}/links/texts`, { text: area.value, campaign });
        made += answer.links.length;
        if (answer.links.length) area.value = answer.text;
        area.dispatchEvent(new Event("input", { bubbles: true }));
      }
      Gazouillis.toast(made ? said.done.replace("{0}", made) : said.none);
    } catch (trouble) { Gazouillis.toast(trouble.message); }
  }
  async function showSnippets() {
    const list = document.getElementById("snippets");
    if (!list.hidden) { list.hidden = true; return; }
    const answer = await Gazouillis.call("GET", `/api/desk/v1/brands/${form.dataset.brand}/snippets`);
    const put = each => {
      list.hidden = true;
      if (each.kind === "TEMPLATE" && text.value.trim() === "") text.value = "";
      insert(each.kind === "VARIABLE" ? `{${each.name}}` : each.text);
    };
    offer(list, answer.items.map(each => ({ label: each.kind === "VARIABLE" ? `{${each.name}}` : each.name,
      hint: each.text.slice(0, 60), pick: () => put(each) })));
  }

  /* Cuts a long text between sentences, else between words, into parts that fit. */
  function split(long) {
    const fits = piece => limits.fits(piece, limits.ofParts());
    const pieces = [];
    let rest = long.trim();
    while (!fits(rest) && pieces.length < MOST_PARTS) {
      const cuts = [...rest.matchAll(/\s+/gu)].map(each => each.index).filter(at => at > 0 && fits(rest.slice(0, at)));
      if (!cuts.length) break;
      const ends = cuts.filter(at => /[.!?…]$/u.test(rest.slice(0, at)));
      const at = ends.length && ends.at(-1) > cuts.at(-1) / 2 ? ends.at(-1) : cuts.at(-1);
      pieces.push(rest.slice(0, at));
      rest = rest.slice(at).trim();
    }
    return [...pieces, rest];
  }
  const areas = () => [text, ...parts.querySelectorAll("textarea")];
  function number() {
    const all = areas();
    all.forEach((area, i) => {
      area.value = `${area.value.replace(/\s*\b\d+\/\d+\s*$/u, "")} ${i + 1}/${all.length}`;
      area.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }

  /* The preview shows what follows the text. */
  function paint() {
    button("split").hidden = limits.fits(text.value, limits.ofText());
    button("number").hidden = parts.children.length === 0;
    const preview = document.getElementById("preview");
    preview.parentElement.querySelectorAll(".preview-more").forEach(node => node.remove());
    const shown = [...images.children].map(item => known.get(item.dataset.id)).filter(Boolean);
    if (shown.length) {
      preview.after(make("p", { class: "preview-more preview-images" }, ...shown.map(media =>
        make("img", { src: media.previewUrl, alt: media[words.lang === "fr" ? "altFr" : "altEn"] || media.altEn || media.altFr || "" }))));
    }
    [...parts.querySelectorAll("textarea")].filter(area => area.value.trim()).forEach(area =>
      preview.parentElement.append(make("p", { class: "preview-more preview-text part", lang: words.lang }, area.value)));
  }

  more.addEventListener("click", event => {
    const what = event.target.closest("[data-do]")?.dataset.do;
    if (what === "part") addPart("")?.focus();
    if (what === "library") showLibrary();
    if (what === "number") number();
    if (what === "suggest") suggest();
    if (what === "snippets") showSnippets();
    if (what === "shorten") shorten();
    if (what === "split") {
      const [first, ...rest] = split(text.value);
      text.value = first;
      rest.forEach(addPart);
      text.dispatchEvent(new Event("input", { bubbles: true }));
      changed();
      parts.querySelector("textarea")?.focus();
    }
    if (what === "remove") {
      const item = event.target.closest("li");
      const next = item.nextElementSibling || item.previousElementSibling;
      item.remove();
      relabel();
      changed();
      (next?.querySelector("textarea, input[type=text]") || text).focus();
    }
    paint();
  });
  document.getElementById("image-file").addEventListener("change", event => {
    event.stopPropagation();
    const files = [...event.target.files];
    event.target.value = "";
    upload(files);
  });
  text.addEventListener("input", paint);
  /* Other accounts, other rules. */
  form.querySelector(".chip-list")?.addEventListener("change", () => {
    parts.querySelectorAll("textarea").forEach(area => area.dispatchEvent(new Event("limits")));
    paint();
  });
  form.addEventListener("paste", event => {
    const files = [...(event.clipboardData?.files || [])].filter(file => file.type.startsWith("image/"));
    if (files.length) { event.preventDefault(); upload(files); }
  });

  function build(fields) {
    parts.replaceChildren();
    images.replaceChildren();
    (fields.parts || []).forEach(addPart);
    (fields.media || []).forEach(id => addImage(id));
    addVariants(fields);
    paint();
  }
  more.append(make("input", { type: "hidden", name: "more", value: "true" }));
  form.addEventListener("draft:fill", event => {
    if (event.detail.parts || event.detail.media) build(event.detail);
  });
  build(JSON.parse(words.fields));
  text.dispatchEvent(new Event("limits"));
  /* For the checks: what stands in these fields, and where a remark leads. */
  window.composeMore = {
    body: () => ({
      media: [...images.querySelectorAll("[name=media]")].map(each => each.value),
      parts: [...parts.querySelectorAll("textarea")].map(each => each.value),
      variants: Object.fromEntries([...variants.children].map(each => [each.dataset.account, each.querySelector("textarea").value])),
    }),
    field: remark => {
      if (remark.field === "media") return images.querySelector("input[type=text]") || button("library");
      const [kind, which] = (remark.where || "").split(":");
      if (kind === "part") return parts.children[Number(which) - 2]?.querySelector("textarea");
      if (kind !== "account") return null;
      const node = variants.querySelector(`[data-account="${which}"]`);
      if (node) node.open = true;
      return node?.querySelector("textarea");
    },
  };
});
