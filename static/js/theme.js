/* The choice of light or dark: shown at once, then remembered by the server. */

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-theme-choice]");
  if (!form) return;
  event.preventDefault();
  const theme = event.submitter.value;
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  for (const button of form.querySelectorAll("[name=theme]")) {
    if (button === event.submitter) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
  await fetch(form.action, { method: "POST", body: new FormData(form, event.submitter) });
  delete form.dataset.sent;
});
