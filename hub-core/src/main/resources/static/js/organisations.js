import { h } from './elements.js';
import { language, text } from './language.js';

// How Thai offices abbreviate kinds of organisations; a name without such a part stays whole.
const SHORTER = {
  th: [
    [/^สถาบันพัฒนาองค์กรชุมชน.*$/u, 'พอช.'],
    [/^สำนักงาน\s*(ปปท\.|ป\.ป\.ท\.)/u, '$1'],
    [/^ศูนย์ปฏิบัติการต่อต้านการทุจริตจังหวัด/u, 'ศปท. '],
    [/^ขบวนองค์กรชุมชนจังหวัด/u, 'ขบวนฯ '],
    [/^คณะกรรมการธรรมาภิบาลจังหวัด/u, 'ธรรมาภิบาล '],
  ],
  en: [
    [/^Community Organi[sz]ations Development Institute.*$/u, 'CODI'],
    [/^Office of Public Sector Anti-Corruption Commission \(PACC\)(, zone)?/u, 'PACC'],
    [/^Provincial Anti-Corruption Operation Centre, (.+)$/u, '$1 Centre'],
    [/^Community organi[sz]ations network of (.+)$/u, '$1 network'],
  ],
};
const families = [];
let met = [];

/** A name short enough for a tag. */
export function shortName(organisation) {
  const whole = text(organisation.name);
  const rule = SHORTER[language()].find(([pattern]) => pattern.test(whole));
  return rule ? whole.replace(...rule).trim() : whole;
}

/** Agencies of one family (pacoc-11, pacoc-23) share a tone. */
function tone(id) {
  const family = id.split('-')[0];
  if (!families.includes(family)) families.push(family);
  return (families.indexOf(family) % 4) + 1;
}

/** Fixes the order of the tones by the order of reference. */
export function meet(agencies) {
  met = agencies;
  agencies.forEach(agency => tone(agency.id));
}

/** The agencies that were met. */
export function known() {
  return met;
}

/** The short name of an agency that was met; the id of any other. */
export function nameOf(id) {
  const agency = met.find(one => one.id === id);
  return agency ? shortName(agency) : id;
}

export function agencyTag(agency) {
  const name = text(agency.name);
  return h('span', { class: `tag tone-${tone(agency.code ?? agency.id)}`, title: name }, shortName(agency));
}

export function names(organisations) {
  return organisations.map(o => text(o.name)).join(language() === 'th' ? ' · ' : ', ');
}
