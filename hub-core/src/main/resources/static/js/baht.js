import { language, t } from './language.js';

const PLAIN = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const CENTS = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 });

/** Satang as digits of baht; the satang only where there are any. */
export function digits(satang) {
  return (satang % 100 === 0 ? PLAIN : CENTS).format(satang / 100);
}

/** Satang as an amount of money in words: 120,000 บาท, or ฿120,000. */
export function baht(satang) {
  return t('unit.baht', { n: digits(satang) });
}

/** A short amount for a heading: 1.25 ล้านบาท, or ฿1.25M. */
export function roundBaht(satang) {
  if (Math.abs(satang) < 100_000_000) return baht(satang);
  const millions = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }).format(satang / 100_000_000);
  return language() === 'th' ? `${millions} ล้านบาท` : `฿${millions}M`;
}

export const count = number => PLAIN.format(number);

export const PHASES = ['PROPOSED', 'APPROVED', 'ALLOTTED', 'COMMITTED', 'DISBURSED', 'RETURNED'];

export function amount(money, phase) {
  return (money ?? []).find(m => m.phase === phase)?.amountSatang ?? 0;
}

/** The money of the farthest phase that decides what may be spent: allotted, else approved, else proposed. */
export function headline(money) {
  return (
    ['ALLOTTED', 'APPROVED', 'PROPOSED']
      .map(phase => ({ phase, amountSatang: amount(money, phase) }))
      .find(m => m.amountSatang !== 0) ?? null
  );
}

export function total(list) {
  return (list ?? []).reduce((sum, entry) => sum + entry.amountSatang, 0);
}
