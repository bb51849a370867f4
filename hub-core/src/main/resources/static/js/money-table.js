import { PHASES, amount, digits } from './baht.js';
import { h } from './elements.js';
import { icon } from './icons.js';
import { t, term } from './language.js';
import { say } from './marks.js';

/** The money of one thing, phase by phase, and what blocks it. */
export function moneyTable(money, blocked) {
  const phases = PHASES.filter(phase => amount(money, phase) !== 0);
  if (phases.length === 0 && !blocked?.length) return null;
  const most = Math.max(...phases.map(phase => amount(money, phase)), 1);
  return h(
    'table',
    { class: 'money-table' },
    h('caption', {}, t('detail.money'), h('small', {}, t('money.unit'))),
    h(
      'tbody',
      {},
      phases.map(phase =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, term('phase', phase)),
          h(
            'td',
            { class: 'meter' },
            h('i', { class: `phase-${phase.toLowerCase()}`, vars: { share: Math.max(0, amount(money, phase) / most) } }),
          ),
          h('td', { class: 'number' }, digits(amount(money, phase))),
        ),
      ),
      (blocked ?? []).map(hold =>
        h(
          'tr',
          { class: 'blocked' },
          h('th', { scope: 'row' }, icon('lock'), t('money.blocked')),
          h('td', {}, say(hold.name)),
          h('td', { class: 'number' }, digits(hold.amountSatang)),
        ),
      ),
    ),
  );
}
