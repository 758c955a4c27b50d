/* Fields for files: pictures are made small here before they travel, which leaves behind where and with what they were taken;
   what is chosen is listed with both sizes and can be taken out again. Every form works without this file. */
const SIDE = 1600, QUALITY = 0.8, WHOLE = 15 * 1048576, REMEMBERED = 3 * 1048576;
const KEPT = 'tep:', NBSP = '\u00a0';

function size(bytes) {
  return bytes < 1048576
    ? Math.max(1, Math.round(bytes / 1024)) + NBSP + 'KB'
    : (bytes / 1048576).toLocaleString('vi-VN', { maximumFractionDigits: 1 }) + NBSP + 'MB';
}

/* Drawn upright, as the browser shows it, on white where it can be seen through. */
function drawn(picture, width, height) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function shrunk(file) {
  const picture = await createImageBitmap(file);
  const share = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const canvas = drawn(picture, picture.width * share, picture.height * share);
  picture.close();
  const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', QUALITY));
  if (!blob) throw new Error('no picture');
  return new File([blob], file.name.replace(/\.[^.]+$/, '') + '.jpg', { type: 'image/jpeg', lastModified: file.lastModified });
}

/* A whole sentence where a picture is left out; nothing where the server is to judge it as it is. */
function whyNot(file) {
  if (/hei[cf]/i.test(file.type + file.name)) return 'Máy này không đọc được ảnh HEIC. Hãy chụp hoặc lưu ảnh thành JPEG rồi chọn lại.';
  if (file.size > WHOLE) return 'Không nén được ảnh “' + file.name + '” trên máy và ảnh nặng quá 15 MB. Hãy thu nhỏ ảnh rồi chọn lại.';
  return '';
}

function field(root) {
  const input = root.querySelector('input[type=file]'), form = input.form, limit = Number(root.dataset.limit), noun = root.dataset.noun;
  const list = root.querySelector('[data-list]'), item = root.querySelector('[data-item]'), status = root.querySelector('[data-status]');
  const sealed = form.dataset.keep === 'no';
  let chosen = [], work = Promise.resolve(), busy = 0, waiting = null;

  function key() {
    const { ma } = form.elements;
    return [KEPT + (document.body.dataset.mark || ''), new URL(form.action).pathname, ma ? ma.value : '', input.name].join(':');
  }

  function say(sentences) { status.textContent = sentences.join(' '); }

  function hand() {
    const carrier = new DataTransfer();
    chosen.forEach(one => carrier.items.add(one.file));
    input.files = carrier.files;
    list.replaceChildren(...chosen.map(one => one.row));
    list.hidden = !chosen.length;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    remember(key(), sealed ? [] : chosen);
  }

  async function add(file, whole, mark) {
    const row = item.content.firstElementChild.cloneNode(true), canvas = row.querySelector('canvas');
    row.querySelector('[data-name]').textContent = file.name;
    row.querySelector('[data-size]').textContent = size(file.size) + (whole === file.size ? '' : ' (gốc ' + size(whole) + ')');
    const away = row.querySelector('button'), one = { file, whole, mark, row };
    away.setAttribute('aria-label', 'Bỏ ' + noun + ' ' + file.name);
    away.addEventListener('click', () => {
      chosen = chosen.filter(other => other !== one);
      hand();
      say([]);
      input.focus();
    });
    if (file.type.startsWith('image/')) await preview(file, canvas, row.querySelector('[data-glyph]'));
    chosen.push(one);
  }

  async function take(files) {
    const said = [];
    if (files.some(file => file.type.startsWith('image/'))) say(['Đang nén ảnh trên máy…']);
    for (const file of files) {
      if (chosen.some(one => one.mark === mark(file))) continue;
      if (chosen.length >= limit) {
        said.push('Chỉ nhận tối đa ' + limit + ' ' + noun + '; ' + noun + ' “' + file.name + '” chưa được thêm.');
        continue;
      }
      let kept = file;
      if (file.type.startsWith('image/') || /\.hei[cf]$/i.test(file.name)) {
        kept = await shrunk(file).catch(() => null);
        const sentence = kept ? '' : whyNot(file);
        if (sentence) { said.push(sentence); continue; }
        if (!kept) { kept = file; said.push('Không nén được “' + file.name + '” trên máy; ' + noun + ' sẽ được gửi nguyên cỡ.'); }
      }
      await add(kept, file.size, mark(file));
    }
    say(said);
  }

  /* One after the other; a submit in between waits until the small pictures stand in the field. */
  function queue(job) {
    busy += 1;
    work = work.then(job).catch(() => say(['Không xử lý được ' + noun + ' vừa chọn. Hãy chọn lại.'])).then(() => {
      busy -= 1;
      hand();
      if (!busy && waiting) { const by = waiting; waiting = null; form.requestSubmit(by.submitter); }
    });
  }

  input.addEventListener('change', () => {
    const files = Array.from(input.files);
    hand();
    queue(() => take(files));
  });
  form.addEventListener('submit', event => {
    if (!busy) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    waiting = { submitter: event.submitter };
  }, true);
  form.addEventListener('reset', () => { chosen = []; setTimeout(hand); say([]); });

  input.classList.replace('in', 'vh');
  root.querySelector('[data-button]').hidden = false;
  const before = 'again' in root.dataset ? remembered(key()) : [];
  if (before.length) {
    queue(async () => {
      for (const one of before) await add(one.file, one.whole, one.mark);
      say([noun[0].toUpperCase() + noun.slice(1) + ' đã chọn vẫn còn ở đây.']);
    });
  } else hand();
  return key();
}

/* The same file chosen twice is taken once. */
function mark(file) { return [file.name, file.size, file.lastModified].join('|'); }

async function preview(file, canvas, glyph) {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return;
  const share = Math.max(canvas.width / picture.width, canvas.height / picture.height);
  const width = picture.width * share, height = picture.height * share;
  canvas.getContext('2d').drawImage(picture, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
  picture.close();
  canvas.hidden = false;
  glyph.hidden = true;
}

/* What was chosen outlives one refused submit, in this tab alone; a page that was not refused forgets it. */
async function remember(key, chosen) {
  try {
    if (!chosen.length || chosen.reduce((sum, one) => sum + one.file.size, 0) > REMEMBERED) throw new Error('nothing to keep');
    const kept = await Promise.all(chosen.map(async one => ({
      name: one.file.name, type: one.file.type, whole: one.whole, mark: one.mark, data: await base64(one.file),
    })));
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch (error) { forget(key); }
}

function remembered(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key) || '[]').map(one => {
      const bytes = Uint8Array.from(atob(one.data), sign => sign.charCodeAt(0));
      return { file: new File([bytes], one.name, { type: one.type }), whole: one.whole, mark: one.mark };
    });
  } catch (error) { return []; }
}

function forget(key) { try { sessionStorage.removeItem(key); } catch (error) { /* a private window keeps nothing */ } }

function base64(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.onerror = failed;
    reader.readAsDataURL(file);
  });
}

if (window.createImageBitmap && window.DataTransfer && HTMLFormElement.prototype.requestSubmit) {
  const own = Array.from(document.querySelectorAll('[data-files]'), field);
  try {
    Object.keys(sessionStorage).filter(key => key.startsWith(KEPT) && !own.includes(key)).forEach(forget);
  } catch (error) { /* where nothing can be kept, nothing is left to clear */ }
}
