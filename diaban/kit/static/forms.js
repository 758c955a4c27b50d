/* Forms: drafts kept on the device until the server has them, one sending, seconds of writing, states of sections, rows.
   Every form works without this file. */
(() => {
  'use strict';
  const page = document, body = page.body;
  if (body.dataset.forms) return;
  body.dataset.forms = 'on';
  const DRAFT = 'nhap:', HAVE = 'da-nhan', DAY = 864e5, OWN = ['csrfmiddlewaretoken', 'ma', 'giay', 'dau'];
  const all = (selector, inside = page) => [...inside.querySelectorAll(selector)];
  const named = (form, name) => all(`[name="${CSS.escape(name)}"]`, form);
  const boxes = (inside) => all('input:not([type=hidden]), select, textarea', inside);
  const ticks = (box) => /radio|checkbox/.test(box.type);
  const given = (box) => (ticks(box) ? box.checked : box.value.trim() !== '');
  const happen = (element, what) => element.dispatchEvent(new Event(what, { bubbles: true }));
  const two = (number) => String(number).padStart(2, '0');
  function when(at) {
    const day = new Date(at), time = `lúc ${two(day.getHours())}:${two(day.getMinutes())}`;
    const today = day.toDateString() === new Date().toDateString();
    return today ? time : `${time} ngày ${two(day.getDate())}/${two(day.getMonth() + 1)}`;
  }
  function mark(element, text, icon, kind) {
    const use = element.querySelector('use');
    use.setAttribute('href', use.getAttribute('href').replace(/#.*/, `#${icon}`));
    use.parentNode.nextElementSibling.textContent = text;
    element.className = `${element.className.split(' ')[0]} ${kind}`;
  }

  /* Drafts: nhap:<account>:<form>:<object>:<id>. `sent` is the text of the last sending, `one` that of the first. */
  const get = (key) => ({ ...JSON.parse(localStorage.getItem(key)), key });
  const put = ({ key, ...draft }) => localStorage.setItem(key, JSON.stringify(draft));
  function kept(test) {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(DRAFT) && test(key)).map(get).sort((a, b) => b.at - a.at);
    } catch { return []; }
  }
  function received({ dataset: { received: id, again } }) {
    sessionStorage[HAVE] = `${sessionStorage[HAVE] || ''} ${id}`;
    for (const { key, at, text, dau, sent, one } of kept((key) => key.endsWith(`:${id}`))) {
      localStorage.removeItem(key);
      /* What was written after the sending is not there yet: it stays, as the draft of another record. */
      if (text !== (again === undefined ? sent : one)) put({ at, text, dau, late: 1, key: key.slice(0, -id.length) + Date.now() });
    }
  }

  const typed = (form) => JSON.stringify([...new FormData(form)].filter(
    ([name, value]) => !OWN.includes(name) && typeof value === 'string' && form.elements[name].type !== 'password'));
  function fill(form, text) {
    const values = JSON.parse(text);
    for (const row of all('[data-row]', form)) {
      if (!values.some(([name]) => name.startsWith(`${row.querySelector('[name=bo]').value}-`))) row.remove();
    }
    for (const [name] of values) {
      const [, rows, number] = /^(.+)-(\d+)-/.exec(name) || [], group = form.querySelector(`[data-rows="${rows}"]`);
      if (group && !named(form, name).length) addRow(group, Number(number));
    }
    for (const box of boxes(form)) if (ticks(box)) box.checked = false; else box.value = '';
    for (const [name, value] of values) {
      const found = named(form, name), box = found.find((one) => !ticks(one) || one.value === value);
      const [other] = named(form, `${name}-khac`);
      if (box && ticks(box)) box.checked = true;
      else if (box) box.value = value || box.value;
      else if (other) { /* «Hôm nay» of another day */
        found.at(-1).checked = true;
        other.value = value.split('-').reverse().join('/');
      }
    }
    for (const box of boxes(form)) if (box.dataset.vnd || box.dataset.day) happen(box, 'input');
    for (const box of all('.daychoice :checked', form)) happen(box, 'change');
    for (const more of all('details.adds', form)) more.open ||= boxes(more).some(given);
    happen(form, 'input');
  }

  function keep(form) {
    const { ma, giay, dau } = form.elements, state = form.querySelector('[data-state]'), bound = 'bound' in form.dataset;
    if (!state) { count(form, giay); return; } /* nothing to write, nothing to keep */
    const base = `${DRAFT}${body.dataset.mark}:${form.dataset.form}:`, key = () => base + ma.value;
    const first = bound ? null : typed(form), told = state.textContent.trim();
    let able = Boolean(body.dataset.mark) && form.dataset.keep !== 'no', last = first, timer, warned;
    const saved = (at) => mark(state, `Đã lưu nháp trên máy ${when(at)}`, 'check', 'off');

    function save() {
      const text = typed(form), at = Date.now();
      timer = clearTimeout(timer);
      if (!able || text === last) return;
      last = text;
      try {
        if (text === first) {
          localStorage.removeItem(key());
          mark(state, told, 'edit', 'off');
        } else {
          put({ ...get(key()), at, text, dau: dau.value, giay: giay.value });
          saved(at);
        }
      } catch {
        able = false;
        state.setAttribute('role', 'status');
        mark(state, 'Máy này không lưu được bản nháp. Gửi trước khi rời trang.', 'warn', 'due');
      }
    }
    function restore(draft) {
      const line = form.querySelector('[data-restored]');
      if (draft.late) localStorage.removeItem(draft.key);
      else [ma.value, giay.value, last] = [draft.key.slice(base.length), draft.giay, draft.text];
      dau.value = draft.dau;
      fill(form, draft.text);
      saved(draft.at);
      line.querySelector('span').textContent = `Đã khôi phục bản nháp lưu trên máy ${when(draft.at)}.`;
      line.hidden = false;
      save();
    }
    form.querySelector('[data-drop-draft]').addEventListener('click', () => {
      able = false;
      warned = true;
      localStorage.removeItem(key());
      location.reload();
    });
    if (able && !bound) { /* a draft that another tab is writing stays with that tab */
      const tabs = new BroadcastChannel(DRAFT), taken = [];
      const old = () => kept((one) => one.startsWith(base) && !taken.includes(one))[0];
      tabs.onmessage = ({ data }) => (data ? taken.push(data) : tabs.postMessage(key()));
      tabs.postMessage('');
      if (old()) setTimeout(() => { if (old() && typed(form) === first) restore(old()); }, 150);
    }

    const lost = () => !form.dataset.sending && typed(form) !== first
      && (!able || all('[type=file]', form).some(given));
    function warn() {
      if (warned || !lost()) return;
      warned = true;
      addEventListener('beforeunload', (event) => { if (lost()) event.preventDefault(); });
    }
    const sections = () => all('.sec', form).forEach(judge);
    form.addEventListener('input', () => {
      timer ||= setTimeout(save, 500);
      sections();
      warn();
    });
    form.addEventListener('checked', sections);
    if (bound) { save(); warn(); }
    addEventListener('pagehide', save);
    page.addEventListener('visibilitychange', save);
    form.addEventListener('submit', (event) => {
      if (form.dataset.sending) return;
      save();
      if (!navigator.onLine) {
        event.preventDefault();
        mark(state, able ? 'Ngoại tuyến. Bản nháp ở trên máy, gửi lại khi có mạng.' : 'Ngoại tuyến. Giữ trang này mở, gửi lại khi có mạng.', 'off', 'due');
      } else if (able) {
        const draft = get(key());
        if (draft.text) put({ one: draft.text, ...draft, sent: draft.text });
      }
    });
    count(form, giay);
  }

  /* Seconds in which somebody is at it, from the first touch: the page is seen and in front, and no pause lasted a minute. */
  let touched = Date.now();
  for (const sign of ['keydown', 'pointerdown', 'input', 'scroll']) {
    page.addEventListener(sign, () => { touched = Date.now(); }, true);
  }
  function count(form, giay) {
    let before = Date.now(), begun = false;
    form.addEventListener('focusin', () => { begun = true; });
    setInterval(() => {
      const now = Date.now(), there = begun && !page.hidden && page.hasFocus() && now - touched < 6e4;
      if (there) giay.value = Number(giay.value) + Math.min(Math.round((now - before) / 1000), 2);
      before = now;
    }, 1000);
  }

  /* The state of a section, as section_state in kit/problems.py tells it. */
  function judge(section) {
    const place = section.querySelector('[data-sec]'), any = boxes(section).some(given);
    if (!place) return;
    if ('told' in section.dataset) { /* the list beside the form has the word */
      const lack = page.querySelector(`.toc [href="#${section.id}"] b`)?.textContent;
      mark(place, ...(lack ? [lack, any ? 'half' : 'ring', ''] : ['Đủ', 'check', 'ok']));
      return;
    }
    const needs = all('[data-need]', section);
    const missing = needs.filter((one) => !(one.matches('fieldset, div') ? boxes(one).some(given) : given(one))).length;
    const told = !any ? ['Chưa viết', 'ring', ''] : missing ? [`Thiếu ${missing}`, 'half', ''] : ['Đủ', 'check', 'ok'];
    mark(place, ...told);
  }

  /* Rows that repeat: one more from the pattern, or one less with a way back. */
  function addRow(group, number) {
    const pattern = group.querySelector('template'), holder = page.createElement('div');
    const taken = all('[data-row] [name=bo]', group).map((button) => Number(/\d+$/.exec(button.value)[0]));
    number ??= Math.max(-1, group.last ?? -1, ...taken) + 1;
    group.last = Math.max(number, ...taken);
    holder.innerHTML = pattern.innerHTML.replaceAll('__n__', number);
    const row = holder.firstElementChild;
    pattern.before(row);
    return row;
  }
  function dropRow(row) {
    const note = page.createElement('p'), back = page.createElement('button');
    Object.assign(note, { className: 'sync', role: 'status' });
    Object.assign(back, { type: 'button', className: 'btn quiet', textContent: 'Lấy lại' });
    back.addEventListener('click', () => { note.replaceWith(row); happen(row, 'input'); });
    note.append(`Đã bỏ ${row.querySelector('legend').textContent.toLowerCase()}.`, back);
    row.replaceWith(note);
    back.focus();
    happen(note, 'input');
  }
  page.addEventListener('click', (event) => {
    const button = event.target.closest('[data-rows] [name=them], [data-row] [name=bo], [data-close]');
    if (!button) return;
    event.preventDefault();
    if (button.name === 'them') {
      const row = addRow(button.closest('[data-rows]'));
      boxes(row)[0].focus();
      happen(row, 'input');
    } else if (button.name === 'bo') dropRow(button.closest('[data-row]'));
    else button.closest('details').open = false;
  });

  /* One sending. After 20 seconds without an answer, or on coming back, the button works again. */
  function release(form) {
    delete form.dataset.sending;
    all('[data-sent]', form).forEach((button) => {
      button.replaceChildren(...button.words);
      button.removeAttribute('aria-disabled');
    });
  }
  page.addEventListener('submit', (event) => {
    const form = event.target, own = event.submitter;
    if (event.defaultPrevented || form.method !== 'post') return;
    if (form.dataset.sending) { event.preventDefault(); return; }
    form.dataset.sending = 'on';
    const button = own?.matches('.btn') ? own : form.querySelector('.btn.pri');
    button.words = [...button.childNodes];
    button.dataset.sent = '';
    button.setAttribute('aria-disabled', 'true');
    button.replaceChildren('Đang gửi…');
    setTimeout(release, 20000, form);
  });
  addEventListener('pageshow', ({ persisted }) => {
    const ids = all('form [name=ma]').map((ma) => ma.value);
    if (persisted && ids.some((id) => (sessionStorage[HAVE] || '').includes(id))) location.reload();
    else if (persisted) all('form[data-sending]').forEach(release);
  });

  try {
    kept(() => true).filter(({ at }) => at < Date.now() - 30 * DAY).forEach(({ key }) => localStorage.removeItem(key));
    all('[data-received]').forEach(received);
  } catch { /* where nothing can be kept, nothing is left to clear */ }
  all('form[data-form]').forEach(keep);
})();
