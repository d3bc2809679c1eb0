// Eases for those who have script. Every page can be read without it.
"use strict";

// Sliders: move a date field by days and ask again when let go. Shown only here, for without script they would do nothing.
for (const slider of document.querySelectorAll("input[type=range][data-for]")) {
  const field = document.getElementById(slider.dataset.for);
  const first = Date.parse(slider.dataset.first);
  const day = 86400000;
  slider.hidden = false;
  slider.addEventListener("input", () => { field.value = new Date(first + slider.value * day).toISOString().slice(0, 10); });
  field.addEventListener("change", () => { slider.value = Math.round((Date.parse(field.value) - first) / day); });
  slider.addEventListener("change", () => slider.form.requestSubmit());
}

// Review: keys answer the question in focus. A key does what the button or link that names it does.
const queue = document.querySelector("[data-queue]");
if (queue) {
  const questions = [...queue.querySelectorAll(".question")];
  let at = Math.min(Number(queue.dataset.at), questions.length - 1);
  const go = (to) => {
    at = Math.max(0, Math.min(to, questions.length - 1));
    questions[at].focus();
    questions[at].scrollIntoView({ block: "nearest" });
  };
  questions.forEach((question, i) => question.addEventListener("focusin", () => { at = i; }));
  if (questions.length > 0) go(at);
  document.addEventListener("keydown", (event) => {
    const field = event.target.closest("input, select, textarea");
    if (event.key === "Escape" && field) { questions[at].focus(); return; }
    if (field || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === "j") go(at + 1);
    else if (event.key === "k") go(at - 1);
    else if (event.key === "n") questions[at].querySelector("[data-note]")?.focus();
    else if (/^[a-z0-9]$/.test(event.key)) (questions[at].querySelector(`[data-key="${event.key}"]`) ?? document.querySelector(`[data-key="${event.key}"]`))?.click();
    else return;
    event.preventDefault();
  });
}

// The search field is one key away.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.closest("input, select, textarea")) return;
  event.preventDefault();
  document.querySelector("[data-search]")?.focus();
});

// Reports: whatever points at a row lights up the row and all its words.
const light = (rows, on) => {
  for (const row of rows) {
    document.getElementById(row)?.classList.toggle("lit", on);
    for (const mark of document.querySelectorAll(`.mark[data-rows~="${CSS.escape(row)}"]`)) mark.classList.toggle("lit", on);
  }
};
for (const one of document.querySelectorAll(".mark[data-rows], [data-row]")) {
  const rows = (one.dataset.rows ?? one.dataset.row).split(" ");
  for (const [name, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) one.addEventListener(name, () => light(rows, on));
}
