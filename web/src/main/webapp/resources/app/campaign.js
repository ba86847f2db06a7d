/* Campaigns: what was done is told once and not again after a reload; the first wrong field has the focus. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const address = new URL(location.href);
  if (address.searchParams.has("done")) {
    ["done", "batch", "posts"].forEach(name => address.searchParams.delete(name));
    history.replaceState(null, "", address);
  }
  const deeds = document.querySelector(".deeds");
  const refused = deeds && deeds.dataset.open && document.getElementById(deeds.dataset.open);
  if (refused) refused.open = true;
  const wrong = [...document.querySelectorAll(".campaign-form .error")].find(each => each.textContent.trim() !== "");
  const field = wrong && document.getElementById(wrong.id.replace("-error", ""));
  if (field) field.focus();
});
