import { areaName, place, placeInProvince } from './areas.js';
import { baht, digits, headline, total } from './baht.js';
import { day, monthsInto, period } from './calendar.js';
import { h } from './elements.js';
import { icon } from './icons.js';
import { openItem } from './item-detail.js';
import { t, term, text } from './language.js';
import { basisMark, say, stancePips } from './marks.js';
import { agencyTag } from './organisations.js';

/** One item of the plan: what and who on the left, when on the axis, money and agreement on the right. */
export function row(item, year, byProvince) {
  return h(
    'li',
    { class: `item${item.basis === 'ILLUSTRATIVE' ? ' illustrative' : ''}` },
    h(
      'div',
      { class: 'what' },
      h(
        'button',
        { type: 'button', class: 'title', onclick: () => openItem(item) },
        say(item.what),
        h('span', { class: 'sr' }, `, ${term('status', item.status)}, ${period(item.startsOn, item.endsOn, item.datePrecision)}`),
      ),
      h(
        'p',
        { class: 'meta' },
        agencyTag(item.who.agency),
        h(
          'span',
          { class: 'where', title: item.where.map(areaName).join(' · ') },
          byProvince ? placeInProvince(item.where) : place(item.where),
        ),
        h('span', { class: 'date', 'aria-hidden': 'true' }, period(item.startsOn, item.endsOn, item.datePrecision)),
        basisMark(item.basis, item.filledIn),
        item.contradicted ? h('span', { class: 'contradicted' }, icon('warning'), t('joint.mark')) : null,
      ),
    ),
    h('div', { class: 'track' }, bar(item, year)),
    h('div', { class: 'tail' }, money(item), item.plan?.joint ? stancePips(item.agreedBy) : null),
  );
}

function bar(item, year) {
  const from = Math.max(monthsInto(item.startsOn, year) / 12, 0),
    to = Math.min(monthsInto(item.endsOn, year, true) / 12, 1);
  if (to <= 0 || from >= 1) return null;
  const when = period(item.startsOn, item.endsOn, item.datePrecision);
  const look = ['bar', `status-${item.status.toLowerCase()}`];
  if (item.type === 'MILESTONE') look.push('milestone');
  else if (item.datePrecision !== 'DAY') look.push('soft');
  if (total(item.blocked)) look.push('held');
  const milestone = item.type === 'MILESTONE',
    long = from < 0.35 && to > 0.75;
  return [
    h('span', {
      class: look.join(' '),
      vars: { from, span: Math.max(to - from, 0) },
      title: `${when} · ${term('status', item.status)}`,
      'aria-hidden': 'true',
    }),
    h(
      'span',
      {
        class: `when${long ? ' inside' : to > 0.75 ? ' before' : ''}`,
        vars: { from: milestone ? to : from, to },
        'aria-hidden': 'true',
      },
      milestone ? day(item.endsOn) : when,
    ),
  ];
}

function money(item) {
  const known = headline(item.money),
    blocked = total(item.blocked);
  if (!known && !blocked) return null;
  return h(
    'p',
    { class: 'amounts' },
    known
      ? h(
          'span',
          { class: 'amount', title: term('phase', known.phase) },
          h('small', {}, term('phase', known.phase)),
          ' ',
          digits(known.amountSatang),
        )
      : null,
    blocked
      ? h(
          'span',
          { class: 'blocked', title: item.blocked.map(hold => `${baht(hold.amountSatang)}: ${text(hold.name)}`).join('\n') },
          icon('lock'),
          h('span', { class: 'sr' }, t('money.blocked')),
          digits(blocked),
        )
      : null,
  );
}
