import { count, headline, roundBaht, total } from './baht.js';
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
  return [...groups.values()].filter(g => g.items.length > 0).map(g => ({ ...g, tally: tally(g.items), hint: hint(g.items) }));
}

function ofProvince(item, group) {
  const provinces = new Map(item.where.map(w => [w.province.code, w.province]));
  if (provinces.size !== 1) return group(SEVERAL, t('plan.several'));
  const [province] = provinces.values();
  return group(province.code, text(province.name));
}

/** Activities and milestones apart: elsewhere on the page activities alone are counted. */
function tally(items) {
  const milestones = items.filter(item => item.type === 'MILESTONE').length,
    activities = items.length - milestones;
  const words = [];
  if (activities) words.push(activities === 1 ? t('plan.activity') : t('plan.activities', { n: count(activities) }));
  if (milestones) words.push(milestones === 1 ? t('plan.oneMilestone') : t('plan.milestones', { n: count(milestones) }));
  return words.join(' · ');
}

/** The money that belongs to the items: a province has more, which belongs to none. */
function hint(items) {
  const money = items.map(item => headline(item.money)).filter(m => m?.phase === 'ALLOTTED');
  const blocked = items.reduce((sum, item) => sum + total(item.blocked), 0);
  const words = [];
  if (money.length) words.push(`${term('phase', 'ALLOTTED')} ${roundBaht(total(money))}`);
  if (blocked) words.push(`${t('money.blocked')} ${roundBaht(blocked)}`);
  return words.length ? t('plan.money', { amounts: words.join(' · ') }) : '';
}
