"use strict";
(function () {
  var root = document.documentElement;
  var theme = document.getElementById("theme");
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  function isDark() { return root.dataset.theme ? root.dataset.theme === "dark" : dark.matches; }
  function label() { theme.textContent = isDark() ? "Light" : "Dark"; }
  theme.hidden = false;
  label();
  theme.addEventListener("click", function () { root.dataset.theme = isDark() ? "light" : "dark"; label(); });

  var tools = document.getElementById("tools");
  if (!tools) { return; }
  var find = document.getElementById("q");
  var count = document.getElementById("count");
  var boxes = Array.prototype.slice.call(tools.querySelectorAll("input[type=checkbox]"));
  var rows = Array.prototype.slice.call(document.querySelectorAll("details.row"));
  var parts = Array.prototype.slice.call(document.querySelectorAll("section.list, .day"));
  var texts = null;
  var timer = 0;

  function fold(text) { return text.normalize("NFC").toLowerCase(); }

  function apply() {
    var words = fold(find.value).split(/\s+/).filter(Boolean);
    var kinds = {};
    boxes.forEach(function (box) { kinds[box.value] = box.checked; });
    if (words.length && !texts) { texts = rows.map(function (row) { return fold(row.textContent); }); }
    var shown = 0;
    rows.forEach(function (row, i) {
      var fits = kinds[row.dataset.k] && words.every(function (word) { return texts[i].indexOf(word) >= 0; });
      if (row.hidden === fits) { row.hidden = !fits; }
      if (fits) { shown++; }
    });
    parts.forEach(function (part) { part.hidden = !part.querySelector("details.row:not([hidden])"); });
    count.textContent = shown === rows.length
      ? "Showing all " + shown + " rows"
      : "Showing " + shown + " of " + rows.length + " rows";
  }

  function soon() { clearTimeout(timer); timer = setTimeout(apply, 120); }
  function openAll(open) { rows.forEach(function (row) { if (!row.hidden) { row.open = open; } }); }

  tools.hidden = false;
  tools.addEventListener("submit", function (event) { event.preventDefault(); apply(); });
  find.addEventListener("input", soon);
  find.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && find.value) { find.value = ""; event.preventDefault(); apply(); }
  });
  boxes.forEach(function (box) { box.addEventListener("change", apply); });
  document.getElementById("open").addEventListener("click", function () { openAll(true); });
  document.getElementById("close").addEventListener("click", function () { openAll(false); });
  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && document.activeElement === document.body) { event.preventDefault(); find.focus(); }
  });

  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = rows.filter(function (row) { return !row.open && !row.hidden; });
    opened.forEach(function (row) { row.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (row) { row.open = false; });
    opened = [];
  });
}());
