/* A sentence that the records made is put at the end of what is written. Without this file it is there to be read. */
(function () {
  'use strict';
  document.querySelectorAll('[data-insert]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      var text = document.getElementById(button.dataset.insert);
      text.value += (text.value && !/\s$/.test(text.value) ? '\n' : '') + button.dataset.words;
      text.dispatchEvent(new Event('input', { bubbles: true }));
      text.focus();
    });
  });
})();
