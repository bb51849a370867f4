import { Problem, readAll } from './api.js';
import { areaName } from './areas.js';
import { count, digits } from './baht.js';
import { day } from './calendar.js';
import { refreshed, show } from './dialog.js';
import { h } from './elements.js';
import { t, term, text } from './language.js';
import { lineage } from './lineage.js';
import { basisMark, say } from './marks.js';
import { moneyTable } from './money-table.js';

/** The budget lines behind a figure, and behind each its postings. */
export function openLines(name, filter) {
  let lines = null,
    problem = null;
  const opened = new Map();
  const build = () => ({
    title: t('money.lines'),
    subtitle: text(name),
    content: problem
      ? h('p', { class: 'notice' }, t('state.error'))
      : !lines
        ? h('p', { class: 'muted' }, t('state.loading'))
        : lines.items.map(line => details(line, opened, () => refreshed(build))),
  });
  show(build);
  readAll('/budget', filter, 500)
    .then(
      found => {
        lines = found;
      },
      failure => {
        if (!(failure instanceof Problem)) throw failure;
        problem = failure;
      },
    )
    .finally(() => refreshed(build));
}

function details(line, opened, drawAgain) {
  const key = `${line.agency.code} ${line.budgetLine} ${line.area.code}`,
    postings = opened.get(key);
  return h(
    'details',
    {
      class: 'line',
      open: opened.has(key),
      ontoggle: event => {
        if (!event.target.open || opened.has(key)) return;
        opened.set(key, null);
        readAll(
          '/budget/postings',
          { agency: line.agency.code, budgetLine: line.budgetLine, area: line.area.code, fiscalYear: line.fiscalYear },
          500,
        ).then(
          found => {
            opened.set(key, found.items);
            drawAgain();
          },
          failure => {
            if (!(failure instanceof Problem)) throw failure;
            opened.delete(key);
          },
        );
      },
    },
    h(
      'summary',
      {},
      h('span', {}, line.lineTitle ? say(line.lineTitle) : line.budgetLine, ' ', basisMark(line.basis)),
      h('small', {}, `${areaName(line.area)} · ${line.budgetLine} · ${t('money.postings', { n: count(line.postings) })}`),
    ),
    moneyTable(line.money, line.blocked),
    postings
      ? h(
          'ul',
          { class: 'postings' },
          postings.map(posting =>
            h(
              'li',
              {},
              h(
                'p',
                {},
                h('span', {}, day(posting.postedOn)),
                h('b', {}, term('phase', posting.phase)),
                h('span', { class: 'number' }, digits(posting.amountSatang)),
              ),
              lineage(posting.lineage),
            ),
          ),
        )
      : h('p', { class: 'muted' }, t('state.loading')),
  );
}
