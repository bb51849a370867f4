import { count } from './baht.js';
import { h } from './elements.js';
import { t } from './language.js';
import { say } from './marks.js';

/** Who came against who was to come, per kind of activity; indicators where any are stated. */
export function results({ people, kinds, indicators }) {
  const aimed = kinds.filter(({ people: of }) => of.target > 0 || of.came > 0);
  const widest = Math.max(1, ...aimed.map(({ people: of }) => Math.max(of.target, of.came)));
  return h(
    'section',
    { class: 'results', 'aria-labelledby': 'results-title' },
    h('h3', { id: 'results-title' }, t('results.title')),
    h('p', { class: 'muted' }, t('results.lede')),
    aimed.length === 0
      ? h('p', { class: 'notice' }, t('results.empty'))
      : h(
          'ul',
          { class: 'meters' },
          row(t('results.all'), people, Math.max(people.target, people.came, 1), 'all'),
          aimed.map(({ kind, people: of }) => row(say(kind.name), of, widest)),
        ),
    indicators.length
      ? [
          h('h4', {}, t('results.indicators')),
          h(
            'ul',
            { class: 'meters' },
            indicators.map(one => measured(one)),
          ),
        ]
      : null,
  );
}

function row(name, of, scale, kind) {
  const share = of.doneTarget ? Math.round((of.doneCame / of.doneTarget) * 100) : null;
  return h(
    'li',
    { class: kind ? `meter-${kind}` : null },
    h('span', { class: 'meter-name' }, name),
    h(
      'span',
      { class: 'meter-bar', 'aria-hidden': 'true' },
      h('i', { class: 'aimed', vars: { share: of.target / scale } }),
      h('i', { class: 'came', vars: { share: of.came / scale } }),
    ),
    h(
      'span',
      { class: 'meter-says' },
      of.doneTarget
        ? t('results.came', { came: count(of.doneCame), target: count(of.doneTarget) })
        : of.target
          ? t('results.ahead', { target: count(of.target) })
          : t('results.noTarget', { came: count(of.came) }),
      share === null ? null : h('small', {}, ` ${share}%`),
      h(
        'small',
        { class: 'meter-note' },
        t('results.done', { done: count(of.done), activities: count(of.activities) }),
        of.unstated ? ` · ${t('results.unstated', { n: count(of.unstated) })}` : null,
      ),
    ),
  );
}

function measured(one) {
  const scale = Math.max(one.target ?? 0, one.actual ?? 0, 1);
  return h(
    'li',
    {},
    h('span', { class: 'meter-name' }, say(one.indicator.name), ' ', h('small', {}, '(', say(one.unit.name), ')')),
    one.target === null && one.actual === null
      ? h('span', { class: 'meter-bar none', 'aria-hidden': 'true' })
      : h(
          'span',
          { class: 'meter-bar', 'aria-hidden': 'true' },
          h('i', { class: 'aimed', vars: { share: (one.target ?? 0) / scale } }),
          h('i', { class: 'came', vars: { share: (one.actual ?? 0) / scale } }),
        ),
    h(
      'span',
      { class: 'meter-says' },
      one.target === null && one.actual === null
        ? null
        : t('results.of', { actual: count(one.actual ?? 0), target: count(one.target ?? 0) }),
      h(
        'small',
        { class: 'meter-note' },
        t('results.met', { met: count(one.met), activities: count(one.activities) }),
        one.unstated ? ` · ${t('results.untold', { n: count(one.unstated) })}` : null,
      ),
    ),
  );
}
