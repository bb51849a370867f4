import { language, t } from './language.js';

const MONTHS = {
  th: ['ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};
const ERA = 543;

function parts(iso) {
  const [year, month, day] = iso.split('-').map(Number);
  return { year, month, day };
}

const shown = year => (language() === 'th' ? year + ERA : year);
const month = number => MONTHS[language()][number - 1];

/** The short name of the month that a CE date is in. */
export const monthName = iso => month(parts(iso).month);

/** A CE date as people read it: 24 ม.ค. 2565, or 24 Jan 2022. */
export function day(iso) {
  const { year, month: m, day: d } = parts(iso);
  return `${d} ${month(m)} ${shown(year)}`;
}

/** A period no more exact than its source stated it. */
export function period(from, to, precision) {
  const a = parts(from),
    b = parts(to);
  if (precision === 'FISCAL_YEAR' && fiscalYear(from) === fiscalYear(to))
    return t('calendar.year', { year: yearLabel(fiscalYear(from)) });
  if (precision === 'QUARTER' && quarter(a) === quarter(b) && fiscalYear(from) === fiscalYear(to)) {
    return t('calendar.quarter', { q: quarter(a), year: yearLabel(fiscalYear(from)) });
  }
  const whole = precision !== 'DAY' && precision !== 'UNKNOWN';
  const one = p => (whole ? `${month(p.month)} ${shown(p.year)}` : `${p.day} ${month(p.month)} ${shown(p.year)}`);
  if (one(a) === one(b)) return one(a);
  if (a.year !== b.year) return `${one(a)} – ${one(b)}`;
  if (whole) return `${month(a.month)} – ${one(b)}`;
  return a.month === b.month ? `${a.day}–${one(b)}` : `${a.day} ${month(a.month)} – ${one(b)}`;
}

const quarter = p => Math.floor(((p.month + 2) % 12) / 3) + 1;

/** The fiscal year (Buddhist-era label, October to September) of a CE date. */
export function fiscalYear(iso) {
  const { year, month: m } = parts(iso);
  return year + ERA + (m >= 10 ? 1 : 0);
}

/** How a fiscal year is written: 2565, or 2022 for readers of English. */
export function yearLabel(buddhist) {
  return language() === 'th' ? String(buddhist) : String(buddhist - ERA);
}

/** The twelve months of a fiscal year, October first. */
export function fiscalMonths(buddhist) {
  return Array.from({ length: 12 }, (_, i) => {
    const m = ((i + 9) % 12) + 1;
    const year = buddhist - ERA - (m >= 10 ? 1 : 0);
    return { month: m, name: month(m), year: String(shown(year)) };
  });
}

/** Where a date falls in a fiscal year of twelve equal months: 0 on 1 October, 12 after 30 September; `end` counts the day as passed. */
export function monthsInto(iso, buddhist, end = false) {
  const { year, month: m, day: d } = parts(iso);
  const length = new Date(Date.UTC(year, m, 0)).getUTCDate();
  return (year - (buddhist - ERA - 1)) * 12 + m - 10 + (d - (end ? 0 : 1)) / length;
}

const CLOCKS = new Map();

function clock(options) {
  const key = language() + JSON.stringify(options);
  if (!CLOCKS.has(key))
    CLOCKS.set(
      key,
      new Intl.DateTimeFormat(language() === 'th' ? 'th-TH-u-ca-buddhist-nu-latn' : 'en-GB', {
        timeZone: 'Asia/Bangkok',
        ...options,
      }),
    );
  return CLOCKS.get(key);
}

/** An instant as Thai wall-clock time. */
export function moment(iso) {
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Bangkok' }).format(new Date(iso));
  return `${day(local)} ${time(iso)}`;
}

export function time(instant) {
  return clock({ hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false }).format(new Date(instant));
}

/** How long ago, in one unit. */
export function ago(iso, now = Date.now()) {
  const seconds = Math.round((new Date(iso).getTime() - now) / 1000);
  const [unit, size] = [
    ['day', 86400],
    ['hour', 3600],
    ['minute', 60],
  ].find(([, s]) => Math.abs(seconds) >= s) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}
