import { Problem, read, renew, send } from './api.js';
import { refreshed, show, shut } from './dialog.js';
import { h } from './elements.js';
import { field, form } from './forms.js';
import { icon } from './icons.js';
import { onLanguage, t, term } from './language.js';
import { nameOf } from './organisations.js';

const place = document.getElementById('person');
const listeners = [];
let session = { person: null, hasPassword: false, provider: null };

/** Who has signed in; null for the public. */
export function person() {
  return session.person;
}

/** Whether who reads is shown the refused rows of this agency: its officers, and every other role. */
export function maySeeRefused(agency) {
  return session.person !== null && (session.person.agency === null || session.person.agency === agency.id);
}

export function onPerson(listener) {
  listeners.push(listener);
}

/** Asks who has signed in, and says what a provider sent back. */
export async function meetPerson() {
  const back = new URLSearchParams(location.search).get('signIn');
  try {
    met(await read('/session'));
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
  }
  if (back) {
    const url = new URL(location.href);
    url.searchParams.delete('signIn');
    history.replaceState(history.state, '', url);
    signIn(back === 'unknown-person' ? 'person.unknown' : 'person.failed');
  }
}

function met(now) {
  session = now;
  draw();
  listeners.forEach(listener => listener());
}

function draw() {
  place.replaceChildren(
    session.person
      ? h(
          'button',
          { type: 'button', class: 'quiet', 'data-focus': 'person', onclick: account },
          icon('person'),
          h('span', {}, session.person.displayName),
          h('small', {}, term('person.role', session.person.role)),
        )
      : h('button', { type: 'button', class: 'quiet', 'data-focus': 'person', onclick: () => signIn() }, icon('person'), h('span', {}, t('person.signIn'))),
  );
}

/** The dialog to sign in by; `said` is the key of what went wrong before. */
export function signIn(said = null) {
  show(() => ({
    title: t('person.signIn'),
    subtitle: t('person.why'),
    content: [
      said ? h('p', { class: 'problem', role: 'alert' }, t(said)) : null,
      form(
        'person.signIn',
        [
          field('person.name', { name: 'name', autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false', required: true, autofocus: true }),
          field('person.password', { name: 'password', type: 'password', autocomplete: 'current-password', required: true }),
        ],
        async values => {
          met(await send('POST', '/session', values));
          shut();
        },
      ),
      session.provider
        ? h('p', {}, h('a', { class: 'quiet', href: session.provider.address.slice(1) }, t('person.provider', { name: session.provider.label })))
        : null,
    ],
  }));
}

function account() {
  const build = () => {
    const { name, displayName, role, agency } = session.person;
    return {
      title: displayName,
      subtitle: [term('person.role', role), agency ? nameOf(agency) : null, name].filter(Boolean).join(' · '),
      content: [
        h('p', { class: 'large' }, t(`person.may.${role}`)),
        h(
          'p',
          { class: 'actions' },
          role === 'ADMINISTRATOR'
            ? h('button', { type: 'button', class: 'quiet', onclick: people }, icon('person'), t('people.title'))
            : null,
          h('button', { type: 'button', class: 'quiet', onclick: () => signOut().catch(saidProblem) }, t('person.signOut')),
        ),
        ...(session.hasPassword ? [h('h3', {}, t('person.change')), passwordForm(name)] : []),
      ],
    };
  };
  show(build);
  refreshed(build);
}

function passwordForm(name) {
  return form(
    'person.change',
    [
      h('input', { name: 'name', autocomplete: 'username', value: name, hidden: true }),
      field('person.current', { name: 'current', type: 'password', autocomplete: 'current-password', required: true }),
      field('person.chosen', { name: 'chosen', type: 'password', autocomplete: 'new-password', minlength: '12', required: true }),
    ],
    async ({ current, chosen }) => {
      await send('PUT', '/session/password', { current, chosen });
      met({ ...session, person: null });
      signIn('person.changed');
    },
  );
}

function saidProblem(problem) {
  if (!(problem instanceof Problem)) throw problem;
  signIn('state.offline');
}

/** The administrators' part is read by administrators alone. */
async function people() {
  const { openPeople } = await import('./people.js');
  openPeople();
}

async function signOut() {
  await send('DELETE', '/session');
  renew();
  met({ ...session, person: null });
  shut();
}

onLanguage(draw);
draw();
