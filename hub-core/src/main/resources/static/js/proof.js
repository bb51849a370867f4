import { count } from './baht.js';
import { h, match } from './elements.js';
import { language, t } from './language.js';

/** The fingerprint of the view and what it stands at. */
export function drawProof(body, fingerprint) {
  match(body, [
    {
      key: 'proof',
      sign: [language(), fingerprint],
      build: () =>
        h(
          'p',
          { class: 'proof' },
          h('span', {}, t('proof.title')),
          ' ',
          h('code', { title: fingerprint.sha256 }, fingerprint.sha256.slice(0, 16), '…'),
          ' ',
          h(
            'span',
            {},
            t('proof.text', { rows: count(fingerprint.rows), logs: count(fingerprint.positions.length) }),
            ' · ',
            t(fingerprint.drained ? 'proof.drained' : 'proof.pending'),
          ),
        ),
    },
  ]);
}
