/* Keys that work without a modifier, never while a field has the focus, and never on a page that
   is being left: they would act on another row than the one that is coming. Digits typed while the
   form that a key asked for is on its way are kept for it, see first.js. */

const typing = (target) =>
  target.isContentEditable ||
  target.closest("input:not([type=checkbox], [type=radio]), select, textarea, dialog[open]");
const LEAVING = 10_000; // ms until a page that was not left after all (a file came) listens again
let going = false, leaving = null;
let towards = null; // the form that is on its way, and the digits typed for it

function step(by) {
  const rows = [...document.querySelectorAll("[data-row]")].filter((row) => row.offsetParent);
  const focused = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[Math.min(rows.length - 1, Math.max(0, focused + by))];
  const target = row && (row.matches("a, button") ? row : row.querySelector("a, button"));
  if (target) target.focus();
}

const acts = {
  "/": () => document.querySelector("[data-find]")?.focus(),
  "?": () => document.getElementById("keys")?.showModal(),
  c: () => {
    const menu = document.querySelector("[data-create]");
    if (menu) menu.open = true;
    menu?.querySelector("a").focus();
  },
  j: () => step(1),
  k: () => step(-1),
  x: () => document.activeElement.closest("[data-row]")?.querySelector("[data-choose]")?.click(),
  b: () => document.querySelector("[data-bar]:not([hidden]) [data-bar-goes]")?.focus(),
};

const go = (key) => document.querySelector(`[data-go="${CSS.escape(key)}"]`)?.click();

function press(part) {
  if (part.href) towards = { path: part.pathname, digits: "", until: Date.now() + LEAVING };
  part.click();
}

function keep(digit) {
  towards.digits += digit;
  sessionStorage.setItem("digits", JSON.stringify(towards));
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (towards && /^\d$/.test(event.key)) keep(event.key);
  if (leaving || (event.repeat && !"jk".includes(event.key))) return;
  if (going) {
    going = false;
    go(event.key);
    return;
  }
  if (event.key === "g") {
    going = true;
    setTimeout(() => (going = false), 1200);
    return;
  }
  if (event.key === " " && event.target.closest("a, button, summary, input")) return;
  const own = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  const act = own ? () => press(own) : acts[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});

function listen() {
  clearTimeout(leaving);
  leaving = towards = null;
}

for (const digit of window.typedBefore())
  document.querySelector(`[data-key="${CSS.escape(digit)}"]`)?.click();

window.addEventListener("pageshow", listen);
window.addEventListener("beforeunload", () => (leaving ??= setTimeout(listen, LEAVING)));
