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
