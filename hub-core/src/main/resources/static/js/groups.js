import { total, roundBaht, headline } from './baht.js';
import { t, term, text } from './language.js';

const SEVERAL = 'several';

/** Items in groups, in the order of reference: by province (those of several provinces first) or by publishing agency. */
export function grouped(items, by, provinces, agencies) {
  const groups = new Map();
  const group = (code, name) => {
    if (!groups.has(code)) groups.set(code, { code, name, items: [] });
    return groups.get(code);
  };
  if (by === 'province') {
    group(SEVERAL, t('plan.several'));
    for (const province of provinces) group(province.code, text(province.name));
  } else for (const agency of agencies) group(agency.id, text(agency.name));
  for (const item of items)
    (by === 'province' ? ofProvince(item, group) : group(item.who.agency.code, text(item.who.agency.name))).items.push(item);
  return [...groups.values()].filter(g => g.items.length > 0).map(g => ({ ...g, hint: hint(g.items) }));
}

function ofProvince(item, group) {
  const provinces = new Map(item.where.map(w => [w.province.code, w.province]));
  if (provinces.size !== 1) return group(SEVERAL, t('plan.several'));
  const [province] = provinces.values();
  return group(province.code, text(province.name));
}

function hint(items) {
  const money = items.map(item => headline(item.money)).filter(m => m?.phase === 'ALLOTTED');
  const blocked = items.reduce((sum, item) => sum + total(item.blocked), 0);
  const words = [];
  if (money.length) words.push(`${term('phase', 'ALLOTTED')} ${roundBaht(total(money))}`);
  if (blocked) words.push(`${t('money.blocked')} ${roundBaht(blocked)}`);
  return words.join(' · ');
}
