// The slider through time says its day while it moves and shows that day when it stops. Without this file: the button.
(() => {
  "use strict";
  document.querySelectorAll("form[data-schuif]").forEach((formulier) => {
    const schuif = formulier.querySelector("input[type=range]");
    const dag = formulier.querySelector("output");
    const dagen = [...formulier.querySelectorAll("datalist option")].map((optie) => optie.label);
    schuif.addEventListener("input", () => {
      dag.textContent = dagen[schuif.valueAsNumber];
      schuif.setAttribute("aria-valuetext", dag.textContent);
    });
    let klok = 0;
    schuif.addEventListener("change", () => {
      clearTimeout(klok);
      klok = setTimeout(() => formulier.requestSubmit(), 400);
    });
  });
})();
