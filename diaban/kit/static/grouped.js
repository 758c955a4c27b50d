/* A list in groups shows the group of what is picked in the field that its data-of names; with nothing picked, all. */
(() => {
  'use strict';
  document.querySelectorAll('select[data-of]').forEach((select) => {
    const groups = [...select.querySelectorAll('optgroup')];
    let last;
    const show = () => {
      const picked = select.form.querySelector(`[name="${select.dataset.of}"]:checked`);
      const words = picked ? picked.closest('label').textContent.trim() : '';
      if (words === last) return;
      last = words;
      groups.forEach((group) => group.remove());
      select.append(...groups.filter((group) => !words || group.label === words));
    };
    if (!groups.length) return;
    show();
    ['input', 'change'].forEach((sign) => select.form.addEventListener(sign, show));
  });
})();
