/* Fields that are asked only after a certain answer: out of sight until it is given. The server
   asks by the same rule, so that without this file nothing is lost but the quiet. */

const form = document.querySelector("form.hosted");
const steered = [...(form?.querySelectorAll("[data-when]") ?? [])];

function answers(name) {
  return [...form.elements]
    .filter((one) => one.name === name && (!/radio|checkbox/.test(one.type) || one.checked))
    .map((one) => one.value);
}

function ask() {
  for (const one of steered) {
    const asked = answers(one.dataset.when).includes(one.dataset.is);
    const whole = one.closest("fieldset.field, .field, [id^=div_]") ?? one;
    whole.hidden = !asked;
  }
  dispatchEvent(new Event("resize"));
}

form?.addEventListener("change", ask);
ask();
