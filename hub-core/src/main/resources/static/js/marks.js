import { h } from './elements.js';
import { icon } from './icons.js';
import { t, term, text, tongue } from './language.js';
import { shortName } from './organisations.js';

const STANCES = { PROPOSES: 'flag', ADJUSTS: 'pencil', AGREES: 'check', DECLINES: 'cross', WITHDRAWN: 'cross' };

/** Text that came as data, marked with the language it is in. */
export function say(localized, tag = 'span', properties = {}) {
  return h(tag, { lang: tongue(localized), ...properties }, text(localized));
}

/**
 * How much the content can be relied on: illustrative and recorded content is marked, what an agency reported is not.
 * Where only some fields were filled in for illustration, that is marked beside it.
 */
export function basisMark(basis, filledIn = []) {
  if (basis !== 'ILLUSTRATIVE' && filledIn.length)
    return [basisMark(basis), h('span', { class: 'basis basis-illustrative' }, t('basis.partly'))];
  if (!['RECORDED', 'ILLUSTRATIVE', 'ESTIMATED'].includes(basis)) return null;
  return h('span', { class: `basis basis-${basis.toLowerCase()}`, title: t(`basis.${basis}`) }, t(`basis.short.${basis}`));
}

export function statusSwatch(status, type = 'ACTIVITY') {
  return h('span', {
    class: `bar sample ${type === 'MILESTONE' ? 'milestone ' : ''}status-${status.toLowerCase()}`,
    'aria-hidden': 'true',
  });
}

export function statusMark(status, type) {
  return h('span', { class: 'status' }, statusSwatch(status, type), term('status', status));
}

/** The stances of the parties as small signs; each says itself to a screen reader. */
export function stancePips(stances) {
  if (!stances?.length) return null;
  return h(
    'span',
    { class: 'pips' },
    stances.map(stance => {
      const words = `${shortName(stance.party)}: ${term('stance', stance.stance)}`;
      return h(
        'span',
        { class: `pip stance-${stance.stance.toLowerCase()}`, title: words, role: 'img', 'aria-label': words },
        icon(STANCES[stance.stance] ?? 'question'),
      );
    }),
  );
}

export function stanceIcon(stance) {
  return h('span', { class: `pip stance-${stance.toLowerCase()}`, 'aria-hidden': 'true' }, icon(STANCES[stance] ?? 'question'));
}

/** The mark of a value that was filled in for illustration. */
export function filledMark(item, ...fields) {
  return item.basis !== 'ILLUSTRATIVE' && fields.some(field => item.filledIn?.includes(field))
    ? [' ', basisMark('ILLUSTRATIVE')]
    : null;
}
