/* The bell's count, and a word from the browser, for who has allowed it on My settings. */

const EVERY = 60_000;
const bell = document.querySelector("[data-bell]");
const here = document.querySelector("[data-notices-here]");
const mine = `notices:${bell?.dataset.reader}`; // the last notice this browser told, "" before one

const able = () => "Notification" in window && Notification.permission !== "denied";
const on = () =>
  able() && Notification.permission === "granted" && localStorage.getItem(mine) !== null;

function count(told) {
  const figure = bell.querySelector(".bell__count");
  figure.textContent = told.unread > 99 ? "99+" : told.unread;
  figure.hidden = !told.unread;
  bell.setAttribute("aria-label", told.label);
}

async function open(notice) {
  window.focus();
  const headers = JSON.parse(document.body.getAttribute("hx-headers"));
  const answer = await fetch(notice.opening, { method: "POST", headers });
  location.assign(answer.url);
}

function tell(notice) {
  try {
    const shown = new Notification(notice.title, { body: notice.words, tag: `funnel-${notice.id}` });
    shown.onclick = () => open(notice);
  } catch {
    // some phones show none from a page that is open
  }
}

async function look() {
  if (!on()) return;
  const since = localStorage.getItem(mine);
  const answer = await fetch(`${bell.dataset.bell}?since=${since}`).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const told = await answer.json();
  count(told);
  if (localStorage.getItem(mine) !== since) return; // another tab was faster
  localStorage.setItem(mine, told.last);
  told.notices.forEach(tell);
}

function show() {
  const state = !able() ? "refused" : on() ? "on" : "ask";
  for (const part of here.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== state;
}

if (bell) {
  look();
  setInterval(look, EVERY);
}

if (here) {
  show();
  here.addEventListener("click", async (event) => {
    if (event.target.closest("[data-notices-allow]")) {
      if ((await Notification.requestPermission()) === "granted") localStorage.setItem(mine, "");
      look();
    }
    if (event.target.closest("[data-notices-stop]")) localStorage.removeItem(mine);
    show();
  });
}
