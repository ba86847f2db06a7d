/* Ends the A/B test of a post's page, once somebody has confirmed it. */
"use strict";
document.addEventListener("click", async event => {
  const button = event.target.closest("#trial [data-end]");
  if (!button || !confirm(button.dataset.sure)) return;
  button.disabled = true;
  try {
    const { post } = document.getElementById("trial").dataset;
    await Gazouillis.call("POST", `/api/desk/v1/posts/${post}/trial/end`, { keep: button.dataset.end });
    location.reload();
  } catch (trouble) {
    button.disabled = false;
    Gazouillis.toast(trouble.message);
  }
});
