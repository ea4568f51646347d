/* Cards of the board are dragged to a stage. Without this, each card's Move does the same. */

const form = document.getElementById("move-card");
let lifted = null;

const place = (event) => event.target.closest?.("[data-board] [data-stage]");

function mark(place) {
  for (const each of document.querySelectorAll(".is-over")) each.classList.remove("is-over");
  place?.classList.add("is-over");
}

document.addEventListener("dragstart", (event) => {
  lifted = event.target.closest?.("[data-move]");
  if (!lifted) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", "");
  lifted.classList.add("is-lifted");
});

document.addEventListener("dragover", (event) => {
  const over = lifted && place(event);
  if (!over) return;
  event.preventDefault();
  mark(over);
});

document.addEventListener("dragend", () => {
  lifted?.classList.remove("is-lifted");
  lifted = null;
  mark(null);
});

document.addEventListener("drop", (event) => {
  const over = lifted && place(event);
  if (!over || over.contains(lifted)) return;
  event.preventDefault();
  if (over.dataset.back) {
    location.assign(`${lifted.dataset.loss}?back=1`);
    return;
  }
  form.action = lifted.dataset.move;
  form.elements.to.value = over.dataset.stage;
  form.submit();
});
