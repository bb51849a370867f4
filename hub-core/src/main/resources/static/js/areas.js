import { language, t, text } from './language.js';

/** The name of an area with the word for its level, which its code tells: province 2 digits, amphoe 4, tambon 6. */
export function areaName(area) {
  const level = { 2: 'province', 4: 'amphoe', 6: 'tambon' }[area.code.length] ?? 'tambon';
  return t(`area.${level}`, { name: text(area.name) });
}

export const provinceOf = code => code.slice(0, 2);

/** Where an item takes place, in one line. */
export function place(where) {
  const provinces = inProvinces(where)
    .map(province => t('area.province', { name: text(province.name) }))
    .join(language() === 'th' ? ' ' : ', ');
  const tambons = within(where);
  return tambons && inProvinces(where).length === 1 ? [tambons, provinces].join(language() === 'th' ? ' ' : ', ') : provinces;
}

/** The same where the province is already said. */
export function placeInProvince(where) {
  return inProvinces(where).length === 1 ? within(where) || t('plan.where.whole') : place(where);
}

function inProvinces(where) {
  return [...new Map(where.map(w => [w.province?.code ?? provinceOf(w.code), w.province ?? w])).values()];
}

function within(where) {
  const parts = where.filter(w => w.code.length > 2);
  if (parts.length > 2) return t('plan.where.many', { n: parts.length });
  return parts.map(areaName).join(language() === 'th' ? ' ' : ', ');
}
