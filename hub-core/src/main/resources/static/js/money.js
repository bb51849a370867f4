import { read } from './api.js';
import { PHASES, amount, count, digits, total } from './baht.js';
import { openLines } from './budget-lines.js';
import { h, match } from './elements.js';
import { chosen } from './filters.js';
import { icon } from './icons.js';
import { language, t, term, text } from './language.js';
import { say } from './marks.js';

let by = 'province', drawn = null;

/** The totals of each province and each agency, as the hub sums them. */
export async function readMoney(provinces, agencies, fiscalYear) {
  const { province, agency } = chosen();
  const totals = parameters => read('/budget', { province, agency, fiscalYear, ...parameters, size: 1 });
  const [all, ofProvinces, ofAgencies] = await Promise.all([totals({}),
    Promise.all(provinces.filter(p => !province || p.code === province).map(async p => ({ key: p.code, name: p.name, filter: { province: p.code, agency, fiscalYear }, ...await totals({ province: p.code }) }))),
    Promise.all(agencies.filter(a => !agency || a.id === agency).map(async a => ({ key: a.id, name: a.name, filter: { province, agency: a.id, fiscalYear }, ...await totals({ agency: a.id }) })))]);
  return { all, province: ofProvinces, agency: ofAgencies };
}

export function drawMoney(body, data, { live }) {
  drawn = { body, data };
  const rows = data[by].filter(row => row.total > 0);
  match(body, [
    { key: 'switch', sign: [language(), by], build: choice },
    { key: `table-${by}`, sign: [language(), rows, data.all.totals], build: () => data.all.total ? table(rows, data.all) : h('p', { class: 'notice' }, t('state.empty.start')) },
    { key: 'holds', sign: [language(), data.all.totals], build: () => holds(data.all.totals) },
    ...(data.all.items.length && data.all.items[0].basis === 'ILLUSTRATIVE' ? [{ key: 'basis', sign: language(), build: () => h('p', { class: 'notice illustrative-note' }, t('money.illustrative')) }] : []),
  ], live);
}

function choice() {
  const option = name => h('button', { type: 'button', 'data-focus': `by-${name}`, 'aria-pressed': String(by === name), onclick: () => { by = name; drawMoney(drawn.body, drawn.data, { live: false }); } }, t(`plan.group.${name}`));
  return h('div', { class: 'switch money-switch', role: 'group', 'aria-label': t('plan.group') }, h('span', { 'aria-hidden': 'true' }, t('plan.group')), option('province'), option('agency'), h('small', {}, t('money.unit')));
}

function table(rows, all) {
  const phases = PHASES.filter(phase => phase !== 'RETURNED' || amount(all.totals.money, phase) !== 0);
  const most = Math.max(1, ...rows.flatMap(row => phases.map(phase => amount(row.totals.money, phase))));
  const figure = (totals, phase, scale) => {
    const value = amount(totals.money, phase);
    return h('td', { 'data-phase': term('phase', phase) }, h('span', { class: 'number' }, value ? digits(value) : '–'),
      scale && value ? h('i', { class: `phase-${phase.toLowerCase()}`, vars: { share: Math.max(0, value / scale) }, 'aria-hidden': 'true' }) : null);
  };
  const blocked = (totals, scale) => {
    const value = total(totals.blocked);
    return h('td', { 'data-phase': t('money.blocked'), class: value ? 'blocked' : null }, h('span', { class: 'number' }, value ? digits(value) : '–'),
      scale && value ? h('i', { class: 'phase-blocked', vars: { share: Math.max(0, value / scale) }, 'aria-hidden': 'true' }) : null);
  };
  return h('table', { class: 'phases' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t(`plan.group.${by}`)), phases.map(phase => h('th', { scope: 'col' }, term('phase', phase))), h('th', { scope: 'col', class: 'blocked' }, icon('lock'), t('money.blocked')))),
    h('tbody', {}, rows.map(row => h('tr', {},
      h('th', { scope: 'row' }, h('button', { type: 'button', class: 'link', 'data-focus': row.key, onclick: () => openLines(row.name, row.filter) }, text(row.name)), h('small', {}, `${t('money.lines')} ${count(row.total)}`)),
      phases.map(phase => figure(row.totals, phase, most)), blocked(row.totals, most)))),
    h('tfoot', {}, h('tr', {}, h('th', { scope: 'row' }, t('money.total')), phases.map(phase => figure(all.totals, phase)), blocked(all.totals))));
}

function holds(totals) {
  if (!totals.blocked.length) return h('div', {});
  const allotted = amount(totals.money, 'ALLOTTED');
  return h('div', { class: 'holds' }, h('h3', {}, t('money.holds')), h('ul', {}, totals.blocked.map(hold => h('li', {}, icon('lock'), say(hold.name), h('b', {}, digits(hold.amountSatang)),
    allotted > 0 ? h('small', {}, t('money.share', { percent: (hold.amountSatang / allotted * 100).toFixed(1) })) : null))));
}
