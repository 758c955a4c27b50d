/* Money and days read out while they are typed. The server reads them out too, after a sending. */
(() => {
  'use strict';
  const page = document, two = (number) => String(number).padStart(2, '0');
  if (page.body.dataset.readout) return;
  page.body.dataset.readout = 'on';

  /* Money, read as kit/money.py and fields/amounts.py read it. Amounts are BigInt, scaled while they have decimals. */
  const PLACES = 20, SCALE = 10n ** 20n, MOST = 10n ** 14n, NUMBER = '\\d+(?:[.,]\\s?\\d+)*';
  const TERM = new RegExp(`(${NUMBER})\\s*(?:(tỷ|tỉ|ty|ti|triệu|trieu|trđ|tr|nghìn|nghin|ngàn|ngan|k)(?![\\p{L}\\p{N}_]))?`, 'iuy');
  const TAIL = /^\s*(đồng|dong|đ|vnđ|vnd|₫)?\.?\s*$/iu, TIMES = /\s[x×*]\s/i;
  const COUNT = new RegExp(`^(${NUMBER})(\\s*\\p{L}[^\\d]*)?$`, 'u');
  const grouped = (text, sign) => new RegExp(`^[1-9]\\d{0,2}(\\${sign}\\d{3})*$`).test(text);
  const scaled = (decimal) => {
    const [whole, part = ''] = decimal.split('.');
    return part.length > PLACES ? null : BigInt(whole + part.padEnd(PLACES, '0'));
  };
  function digits(text, commaIsDecimal) {
    const dot = text.lastIndexOf('.'), comma = text.lastIndexOf(',');
    if (dot < 0 && comma < 0) return scaled(text);
    if (dot >= 0 && comma >= 0) {
      const at = Math.max(dot, comma), other = comma > dot ? '.' : ',', whole = text.slice(0, at);
      return grouped(whole, other) ? scaled(whole.replaceAll(other, '') + '.' + text.slice(at + 1)) : null;
    }
    const sign = dot < 0 ? ',' : '.';
    if (grouped(text, sign) && !(sign === ',' && commaIsDecimal)) return scaled(text.replaceAll(sign, ''));
    return text.split(sign).length === 2 ? scaled(text.replace(sign, '.')) : null;
  }
  function sum(text) {
    let total = 0n, last = Infinity, match;
    for (TERM.lastIndex = 0; (match = TERM.exec(text));) {
      const name = (match[2] || '').toLowerCase();
      const unit = !name ? 1 : name.startsWith('tr') ? 1e6 : name.startsWith('t') ? 1e9 : 1e3;
      const number = digits(match[1].replace(/\s/g, ''), unit > 1);
      if (number === null || unit >= last) return null;
      total += number * BigInt(unit);
      last = unit;
      text = text.slice(match[0].length).trimStart();
      TERM.lastIndex = 0;
    }
    return last === Infinity || !TAIL.test(text) || total % SCALE ? null : total / SCALE;
  }
  function product(text) {
    const [left, ...counts] = text.split(TIMES);
    let total = sum(left.trim().replace(/\/\s*\p{L}+(\s\p{L}+)?$/u, '')), scale = 1n;
    for (const count of counts) {
      const match = COUNT.exec(count.trim());
      if (total === null || !match) return null;
      total *= digits(match[1].replace(/\s/g, ''), false) ?? 0n;
      scale *= SCALE;
    }
    return total % scale ? null : total / scale;
  }
  function dong(typed) {
    const text = typed.normalize('NFC').replace(/[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]/g, '').replace(/\s+/g, ' ').trim();
    const read = text.length > 80 ? null : TIMES.test(text) ? product(text) : sum(text);
    if (read === null || read > MOST || (/^\d+$/.test(text) && read > 0n && read < 1000n)) return null;
    return Number(read);
  }
  const ONES = 'không một hai ba bốn năm sáu bảy tám chín'.split(' ');
  function hundreds(number, full) {
    const hundred = Math.floor(number / 100), ten = Math.floor(number % 100 / 10), one = number % 10, out = [];
    if (hundred || full) out.push(ONES[hundred] + ' trăm');
    if (ten > 1) out.push(ONES[ten] + ' mươi');
    if (ten === 1) out.push('mười');
    if (one) {
      if (!ten && out.length) out.push('linh');
      out.push(one === 5 && ten ? 'lăm' : one === 1 && ten > 1 ? 'mốt' : one === 4 && ten > 1 ? 'tư' : ONES[one]);
    }
    return out.join(' ');
  }
  function inWords(number) {
    const high = Math.floor(number / 1e9), out = high ? [inWords(high) + ' tỷ'] : [];
    for (const [unit, name] of [[1e6, ' triệu'], [1e3, ' nghìn'], [1, '']]) {
      const group = Math.floor(number % 1e9 % (unit * 1e3) / unit);
      if (group) out.push(hundreds(group, out.length) + name);
    }
    return out.join(' ') || ONES[0];
  }
  function readMoney(field, done) {
    const read = dong(field.value), words = read === null ? '' : inWords(read) + ' đồng';
    const lost = done && field.value.trim() && read === null ? 'Chưa đọc được số tiền này.' : '';
    page.getElementById(field.dataset.vnd).textContent = words ? words[0].toUpperCase() + words.slice(1) : lost;
    if (done && /^\d{4,}$/.test(field.value) && read) field.value = read.toLocaleString('de-DE');
  }

  /* Days, with their weekday. */
  const WEEK = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];
  function readDay(field) {
    const typed = field.value.trim().replace(/^(\d\d)(\d\d)(\d{4})$/, '$1/$2/$3');
    const match = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(typed);
    const day = match && new Date(match[4], match[3] - 1, match[1]), real = day && day.getMonth() === match[3] - 1;
    const told = real ? `${WEEK[day.getDay()]}, ngày ${two(day.getDate())}/${two(match[3])}/${match[4]}` : '';
    page.getElementById(field.dataset.day).textContent = told;
  }
  page.addEventListener('input', ({ target }) => {
    if (target.dataset?.vnd) readMoney(target);
    if (target.dataset?.day) readDay(target);
  });
  page.addEventListener('change', (event) => {
    const { target } = event;
    if (target.dataset.vnd) readMoney(target, true);
    const choice = target.type === 'radio' && target.closest('.daychoice');
    if (!choice) return;
    const other = choice.querySelector('input.in');
    page.getElementById(other.dataset.day).textContent = target.dataset.words;
    if (!target.dataset.words) readDay(other);
    if (!target.dataset.words && event.isTrusted) other.focus();
  });
})();
