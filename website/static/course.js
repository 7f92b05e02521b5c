document.addEventListener("DOMContentLoaded", () => {
  for (const corner of document.querySelectorAll("thead th")) {
    if (!corner.textContent.trim()) corner.replaceWith(document.createElement("td"));
  }
  // The theme's own: a label that hides what the button shows, a logo outside of every landmark.
  for (const button of document.querySelectorAll("button.search-button-field, details.hide > summary")) {
    button.removeAttribute("aria-label");
  }
  const home = document.querySelector(".sidebar-primary-items__start > .sidebar-primary-item");
  if (home) { home.setAttribute("role", "navigation"); home.setAttribute("aria-label", "Home"); }
});

// What scrolls by itself can be reached and scrolled by the keyboard, too; formulas come late.
const scrolls = "pre, div.cell_output, div.output, div.math, mjx-container, table";
const reach = () => {
  for (const box of document.querySelectorAll(scrolls)) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
};
window.addEventListener("load", () => {
  reach();
  if (window.MathJax?.startup?.promise) window.MathJax.startup.promise.then(reach);
});
window.addEventListener("resize", reach);
