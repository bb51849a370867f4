import { Problem, read, renew, send, segment } from './api.js';
import { moment } from './calendar.js';
import { refreshed, show } from './dialog.js';
import { h } from './elements.js';
import { choice, field, form } from './forms.js';
import { t, term, text } from './language.js';
import { nameOf, known } from './organisations.js';

const ROLES = ['OFFICER', 'COORDINATOR', 'AUDITOR', 'ADMINISTRATOR'];

/** Who may sign in, for administrators: to add, to change, to give a new password. */
export function openPeople() {
  let people = null,
    told = null,
    problem = null;
  const build = () => ({
    title: t('people.title'),
    subtitle: t('people.lede'),
    content: people
      ? [
          problem ? h('p', { class: 'problem', role: 'alert' }, problem.words ? text(problem.words) : t('state.offline')) : null,
          told ? h('p', { class: 'told', role: 'status' }, t('people.made', { name: told.name }), ' ', h('code', {}, told.password)) : null,
          h('ul', { class: 'people' }, people.map(row)),
          h('h3', {}, t('people.add')),
          form('people.add', [field('person.name', { name: 'name', autocomplete: 'off', autocapitalize: 'none', required: true }), ...fields({})], async values => {
            const name = values.name.trim().toLowerCase();
            people = await send('POST', '/people', { name, ...part(values) });
            await makePassword(name);
          }),
        ]
      : h('p', { class: 'muted' }, t('state.loading')),
  });

  /** Whether the person may sign in stays as it is unless it is said: this list may be old. */
  const change = async (person, disabled) => {
    people = await send('PUT', `/people/${segment(person.name)}`, { ...part(person), disabled });
    told = null;
    refreshed(build);
  };

  const makePassword = async name => {
    const { password } = await send('POST', `/people/${segment(name)}/password`, {});
    people = await fresh();
    told = { name, password };
    refreshed(build);
    document.querySelector('.told')?.scrollIntoView({ block: 'nearest' });
  };

  /** What a button does; what the hub has against it is said above the list. */
  const attempt = act =>
    act().then(
      () => {
        problem = null;
      },
      failure => {
        if (!(failure instanceof Problem)) throw failure;
        people ??= [];
        problem = failure;
        refreshed(build);
      },
    );

  const row = person =>
    h(
      'li',
      {},
      h(
        'details',
        { class: person.disabled ? 'aside' : null },
        h(
          'summary',
          {},
          h('b', {}, person.displayName),
          ' ',
          h('small', {}, [person.name, term('person.role', person.role), person.agency && nameOf(person.agency), person.disabled && t('people.disabled')].filter(Boolean).join(' · ')),
        ),
        h('p', {}, h('small', {}, t('people.changed', { by: person.changedBy, at: moment(person.changedAt) }))),
        form('people.save', fields(person), values => change({ ...values, name: person.name })),
        h(
          'p',
          { class: 'actions' },
          h('button', { type: 'button', class: 'quiet', onclick: () => attempt(() => makePassword(person.name)) }, t('people.password')),
          h('button', { type: 'button', class: 'quiet', onclick: () => attempt(() => change(person, !person.disabled)) }, t(person.disabled ? 'people.enable' : 'people.disable')),
        ),
      ),
    );

  show(build);
  attempt(async () => {
    people = await fresh();
    refreshed(build);
  });
}

function fresh() {
  renew();
  return read('/people');
}

function part({ displayName, role, agency }) {
  return { displayName, role, agency: role === 'OFFICER' ? agency : null };
}

function fields(person) {
  return [
    field('people.displayName', { name: 'displayName', value: person.displayName ?? '', autocomplete: 'off', required: true }),
    choice('people.role', { name: 'role' }, ROLES.map(role => [role, term('person.role', role)]), person.role ?? 'OFFICER'),
    choice('people.agency', { name: 'agency' }, known().map(agency => [agency.id, nameOf(agency.id)]), person.agency),
  ];
}
