/* Dialogs, menus and toasts: opened by data-opens, closed by data-closes, Esc or a click beside. */

const menus = () => document.querySelectorAll("details.menu[open]");

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  const dialog = opener && document.getElementById(opener.dataset.opens);
  if (dialog) {
    event.preventDefault();
    dialog.showModal();
  }
  const closer = event.target.closest("[data-closes]");
  if (closer) {
    const toast = closer.closest("[data-toast]");
    if (toast) toast.remove();
    else closer.closest("dialog").close();
  }
  if (event.target.matches("dialog")) event.target.close();
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

function leave(toast) {
  const later = () => setTimeout(() => toast.matches(":hover, :focus-within") || toast.remove(), 8000);
  later();
  toast.addEventListener("pointerleave", later);
}

function leaveAll() {
  for (const toast of document.querySelectorAll("[data-toast]:not(.toast--error, [data-leaving])")) {
    toast.dataset.leaving = "yes";
    leave(toast);
  }
}

leaveAll();
document.addEventListener("htmx:afterSettle", leaveAll);
