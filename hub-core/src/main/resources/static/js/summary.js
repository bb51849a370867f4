import { amount, count, roundBaht, total } from './baht.js';
import { day, yearLabel } from './calendar.js';
import { h, match } from './elements.js';
import { icon } from './icons.js';
import { language, sentence, t } from './language.js';

/** The whole in one sentence, and the figures a person looks for first. */
export function drawSummary(body, { clock, agencies, provinces, items, budget, findings }, { live }) {
  const sum = name => provinces.reduce((all, province) => all + province[name], 0);
  const numbers = {
    agencies: agencies.length,
    plan: items.total,
    areas: sum('programmeAreas'),
    provinces: provinces.length,
    running: sum('runningAreas'),
  };
  const refusals = agencies.reduce((all, agency) => all + agency.refusals, 0);
  const { money, blocked } = budget.totals;
  match(
    body,
    [
      {
        key: 'asOf',
        sign: [language(), clock],
        build: () =>
          h('p', { class: 'as-of' }, t('summary.asOf', { day: day(clock.businessDate), year: yearLabel(clock.fiscalYear) })),
      },
      {
        key: 'sentence',
        sign: [language(), numbers],
        build: () =>
          h(
            'h1',
            {},
            sentence(
              'summary.sentence',
              Object.fromEntries(
                Object.entries(numbers).map(([name, n]) => [
                  name,
                  h('b', { 'data-figure': name }, t(`summary.${name}`, { n: count(n) })),
                ]),
              ),
            ),
          ),
      },
      {
        key: 'figures',
        sign: [language(), money, blocked, findings.total, refusals],
        build: () =>
          h(
            'dl',
            { class: 'figures' },
            figure('money', 'summary.allotted', roundBaht(amount(money, 'ALLOTTED'))),
            figure('money', 'summary.disbursed', roundBaht(amount(money, 'DISBURSED'))),
            figure('money', 'summary.blocked', roundBaht(total(blocked)), total(blocked) ? 'lock' : null),
            figure('findings', 'summary.findings', count(findings.total)),
            figure('agencies', 'summary.refusals', count(refusals), refusals ? 'pencil' : null),
          ),
      },
    ],
    live,
  );
}

function figure(section, word, value, sign = null) {
  return h(
    'div',
    { class: sign ? `figure-${sign}` : null },
    h('dt', {}, h('a', { href: `#${section}` }, t(word))),
    h('dd', {}, sign ? icon(sign) : null, value),
  );
}
