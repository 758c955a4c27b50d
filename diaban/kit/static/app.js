/* Progressive enhancement: every page works without this file. Loaded in the head, so that a chosen theme does not flash. */
(function () {
  'use strict';
  var page = document, root = page.documentElement;

  function stored() { try { return localStorage.getItem('nen'); } catch (e) { return null; } }
  function isDark() {
    return root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme:dark)').matches;
  }
  if (stored()) root.dataset.theme = stored();
  page.addEventListener('click', function (event) {
    if (!event.target.closest('[data-theme-toggle]')) return;
    root.dataset.theme = isDark() ? 'light' : 'dark';
    try { localStorage.setItem('nen', root.dataset.theme); } catch (e) { /* private window: the choice lasts one page */ }
  });

  /* Ticked rows reveal the bar of acts on many; without this file the bar is always there. */
  function bulk(table) {
    var bar = page.getElementById(table.dataset.bulk), all = table.querySelector('[data-all]');
    function boxes() { return Array.from(table.querySelectorAll('tbody input[type=checkbox]')); }
    function update() {
      var ticked = boxes().filter(function (box) { return box.checked; }).length;
      bar.hidden = !ticked;
      bar.querySelector('[data-n]').textContent = ticked;
      if (all) { all.checked = ticked === boxes().length; all.indeterminate = ticked > 0 && !all.checked; }
    }
    table.addEventListener('change', function (event) {
      if (event.target === all) boxes().forEach(function (box) { box.checked = all.checked; });
      update();
    });
    update();
  }

  /* Filters that were left empty do not stand in the address; on a wide screen none are folded away. */
  function filters(form) {
    form.addEventListener('formdata', function (event) {
      Array.from(event.formData).forEach(function (field) { if (!field[1]) event.formData.delete(field[0]); });
    });
    form.querySelectorAll('[data-fold]').forEach(function (fold) { fold.open = matchMedia('(min-width:48em)').matches; });
  }

  page.addEventListener('DOMContentLoaded', function () {
    page.querySelectorAll('.filters').forEach(filters);
    page.querySelectorAll('[data-bulk]').forEach(bulk);
    var errors = page.querySelector('[data-errors]');
    if (errors) errors.focus();
    page.querySelectorAll('[data-print]').forEach(function (button) {
      button.hidden = false;
      button.addEventListener('click', function () { window.print(); });
    });
    page.querySelectorAll('[data-reveal]').forEach(function (box) {
      var secret = page.getElementById(box.dataset.reveal);
      box.closest('label').hidden = false;
      box.addEventListener('change', function () { secret.type = box.checked ? 'text' : 'password'; });
    });
  });
})();
