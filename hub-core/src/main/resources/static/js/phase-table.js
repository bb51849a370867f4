import { PHASES, amount, count, digits, total } from './baht.js';
import { openLines } from './budget-lines.js';
import { h } from './elements.js';
import { icon } from './icons.js';
import { t, term, text } from './language.js';

/** Money per phase, one row per province or agency, the bars of all cells on one scale. */
export function phaseTable(rows, all, by) {
  const phases = PHASES.filter(phase => phase !== 'RETURNED' || amount(all.totals.money, phase) !== 0);
  const most = Math.max(1, ...rows.flatMap(row => phases.map(phase => amount(row.totals.money, phase))));
  const figure = (totals, phase, scale) => {
    const value = amount(totals.money, phase);
    return h(
      'td',
      { 'data-phase': term('phase', phase) },
      h('span', { class: 'number' }, value ? digits(value) : '–'),
      scale && value
        ? h('i', { class: `phase-${phase.toLowerCase()}`, vars: { share: Math.max(0, value / scale) }, 'aria-hidden': 'true' })
        : null,
    );
  };
  const blocked = (totals, scale) => {
    const value = total(totals.blocked);
    return h(
      'td',
      { 'data-phase': t('money.blocked'), class: value ? 'blocked' : null },
      h('span', { class: 'number' }, value ? digits(value) : '–'),
      scale && value
        ? h('i', { class: 'phase-blocked', vars: { share: Math.max(0, value / scale) }, 'aria-hidden': 'true' })
        : null,
    );
  };
  return h(
    'table',
    { class: 'phases' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, t(`plan.group.${by}`)),
        phases.map(phase => h('th', { scope: 'col' }, term('phase', phase))),
        h('th', { scope: 'col', class: 'blocked' }, icon('lock'), t('money.blocked')),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map(row =>
        h(
          'tr',
          {},
          h(
            'th',
            { scope: 'row' },
            h(
              'button',
              { type: 'button', class: 'link', 'data-focus': row.key, onclick: () => openLines(row.name, row.filter) },
              text(row.name),
            ),
            h('small', {}, `${t('money.lines')} ${count(row.total)}`),
          ),
          phases.map(phase => figure(row.totals, phase, most)),
          blocked(row.totals, most),
        ),
      ),
    ),
    h(
      'tfoot',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'row' }, t('money.total')),
        phases.map(phase => figure(all.totals, phase)),
        blocked(all.totals),
      ),
    ),
  );
}
