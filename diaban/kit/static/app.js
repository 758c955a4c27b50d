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

  /* Money: 12500000 -> 12.500.000, and read out in words beside the field. */
  var DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
  var GROUPS = ['', ' nghìn', ' triệu', ' tỷ', ' nghìn tỷ', ' triệu tỷ'];
  function threeDigits(n, full) {
    var h = Math.floor(n / 100), t = Math.floor(n % 100 / 10), u = n % 10, out = [];
    if (full || h) out.push(DIGITS[h], 'trăm');
    if (t === 0) {
      if (u) { if (full || h) out.push('linh'); out.push(DIGITS[u]); }
    } else {
      out.push(t === 1 ? 'mười' : DIGITS[t] + ' mươi');
      if (u) out.push(u === 1 && t > 1 ? 'mốt' : u === 5 ? 'lăm' : u === 4 && t > 1 ? 'tư' : DIGITS[u]);
    }
    return out.join(' ');
  }
  function inWords(n) {
    if (!n) return 'Không đồng';
    var parts = [], out = [];
    for (; n > 0; n = Math.floor(n / 1000)) parts.push(n % 1000);
    for (var i = parts.length - 1; i >= 0; i--) {
      if (parts[i]) out.push(threeDigits(parts[i], i < parts.length - 1) + GROUPS[i]);
    }
    var words = out.join(' ') + ' đồng';
    return words.charAt(0).toUpperCase() + words.slice(1);
  }
  function money(field) {
    var words = page.getElementById(field.dataset.vnd);
    function update() {
      var n = parseInt(field.value.replace(/\D/g, '').slice(0, 13) || '0', 10);
      field.value = n ? n.toLocaleString('de-DE') : '';
      if (words) words.textContent = n ? inWords(n) : '';
    }
    field.addEventListener('input', update);
    update();
  }

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
    page.querySelectorAll('[data-vnd]').forEach(money);
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
