import { read } from './api.js';
import { amount, digits } from './baht.js';
import { h, match } from './elements.js';
import { chosen } from './filters.js';
import { icon } from './icons.js';
import { language, t } from './language.js';
import { say } from './marks.js';
import { phaseTable } from './phase-table.js';

let by = 'province',
  drawn = null;

/** The totals of each province and each agency, as the hub sums them. */
export async function readMoney(provinces, agencies, fiscalYear) {
  const { province, agency } = chosen();
  const totals = parameters => read('/budget', { province, agency, fiscalYear, ...parameters, size: 1 });
  const [all, ofProvinces, ofAgencies] = await Promise.all([
    totals({}),
    Promise.all(
      provinces
        .filter(p => !province || p.code === province)
        .map(async p => ({
          key: p.code,
          name: p.name,
          filter: { province: p.code, agency, fiscalYear },
          ...(await totals({ province: p.code })),
        })),
    ),
    Promise.all(
      agencies
        .filter(a => !agency || a.id === agency)
        .map(async a => ({
          key: a.id,
          name: a.name,
          filter: { province, agency: a.id, fiscalYear },
          ...(await totals({ agency: a.id })),
        })),
    ),
  ]);
  return { all, province: ofProvinces, agency: ofAgencies };
}

export function drawMoney(body, data, { live }) {
  drawn = { body, data };
  const rows = data[by].filter(row => row.total > 0);
  match(
    body,
    [
      { key: 'switch', sign: [language(), by], build: choice },
      {
        key: `table-${by}`,
        sign: [language(), rows, data.all.totals],
        build: () => (data.all.total ? phaseTable(rows, data.all, by) : h('p', { class: 'notice' }, t('state.empty.start'))),
      },
      { key: 'holds', sign: [language(), data.all.totals], build: () => holds(data.all.totals) },
      ...(data.all.items.length && data.all.items[0].basis === 'ILLUSTRATIVE'
        ? [
            {
              key: 'basis',
              sign: language(),
              build: () => h('p', { class: 'notice illustrative-note' }, t('money.illustrative')),
            },
          ]
        : []),
    ],
    live,
  );
}

function choice() {
  const option = name =>
    h(
      'button',
      {
        type: 'button',
        'data-focus': `by-${name}`,
        'aria-pressed': String(by === name),
        onclick: () => {
          by = name;
          drawMoney(drawn.body, drawn.data, { live: false });
        },
      },
      t(`plan.group.${name}`),
    );
  return h(
    'div',
    { class: 'switch money-switch', role: 'group', 'aria-label': t('plan.group') },
    h('span', { 'aria-hidden': 'true' }, t('plan.group')),
    option('province'),
    option('agency'),
    h('small', {}, t('money.unit')),
  );
}

function holds(totals) {
  if (!totals.blocked.length) return h('div', {});
  const allotted = amount(totals.money, 'ALLOTTED');
  return h(
    'div',
    { class: 'holds' },
    h('h3', {}, t('money.holds')),
    h(
      'ul',
      {},
      totals.blocked.map(hold =>
        h(
          'li',
          {},
          icon('lock'),
          say(hold.name),
          h('b', {}, digits(hold.amountSatang)),
          allotted > 0 ? h('small', {}, t('money.share', { percent: ((hold.amountSatang / allotted) * 100).toFixed(1) })) : null,
        ),
      ),
    ),
  );
}
