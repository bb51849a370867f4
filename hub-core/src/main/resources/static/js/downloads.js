import { address } from './api.js';
import { h } from './elements.js';
import { chosen } from './filters.js';
import { language, t } from './language.js';

const FILES = ['xlsx', 'csv', 'ics'];

/** The addresses of the plan as files, by what is chosen: also to bookmark, and for a calendar to follow. */
export function downloads(fiscalYear) {
  const { province, agency, kind, q } = chosen();
  const lang = language() === 'th' ? '' : language();
  return h(
    'p',
    { class: 'downloads' },
    h('span', {}, t('plan.download')),
    FILES.map(file =>
      h(
        'a',
        {
          href: address(`/action-plan.${file}`, { province, agency, kind, q, fiscalYear, lang: file === 'ics' ? lang : '' }),
          download: '',
          'data-focus': file,
        },
        t(`plan.download.${file}`),
      ),
    ),
  );
}
