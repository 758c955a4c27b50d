/* A panel beside a form that the server works out anew from what is typed so far. Without this file it holds what was sent last. */
(function () {
  'use strict';
  document.querySelectorAll('[data-check]').forEach(function (panel) {
    var form = document.querySelector('form[data-form]'), waiting = 0, asked = 0;
    if (!form) return;
    function ask() {
      var number = ++asked;
      fetch(panel.dataset.check, { method: 'POST', body: new FormData(form), credentials: 'same-origin' })
        .then(function (answer) { return answer.ok ? answer.text() : null; })
        .then(function (html) {
          if (!html || number !== asked) return;
          panel.innerHTML = html;
          form.dispatchEvent(new Event('checked'));
        })
        .catch(function () { /* no network: the panel keeps what it said */ });
    }
    function soon() { clearTimeout(waiting); waiting = setTimeout(ask, 700); }
    form.addEventListener('input', soon);
    form.addEventListener('change', soon);
    form.addEventListener('click', function (event) { if (event.target.closest('[name=bo],[name=them]')) soon(); });
  });
})();
