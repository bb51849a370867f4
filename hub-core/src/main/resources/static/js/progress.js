import { read, readAll } from './api.js';
import { h, match } from './elements.js';
import { chosen } from './filters.js';
import { language } from './language.js';
import { complaints } from './complaints.js';
import { milestoneCalendar } from './milestones.js';
import { results } from './results.js';
import { rolloutCharts } from './rollout.js';

/** How far the programme has come in a fiscal year. */
export async function readProgress(fiscalYear) {
  const { province, agency, kind } = chosen();
  const [rollout, milestones, late, due, achieved, counted] = await Promise.all([
    read('/rollout', { province, fiscalYear }),
    readAll('/milestones', { province, agency, fiscalYear }),
    readAll('/milestones', { province, agency, fiscalYear, standing: 'LATE' }),
    readAll('/milestones', { province, agency, fiscalYear, standing: 'DUE' }),
    read('/results', { province, agency, kind, fiscalYear }),
    read('/complaints', { province, agency, fiscalYear }),
  ]);
  return { rollout, milestones: { ...milestones, late: late.items, due: due.items }, achieved, counted };
}

export function drawProgress(body, { rollout, milestones, achieved, counted }, { live }) {
  match(
    body,
    [
      { key: 'rollout', sign: [language(), rollout], build: old => rolloutCharts(rollout, old) },
      { key: 'milestones', sign: [language(), milestones], build: old => milestoneCalendar(milestones, old) },
      {
        key: 'outcome',
        sign: [language(), achieved, counted],
        build: () => h('div', { class: 'outcome' }, results(achieved), complaints(counted)),
      },
    ],
    live,
  );
}
