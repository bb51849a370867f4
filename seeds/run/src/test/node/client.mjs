import { existsSync } from 'node:fs';

import { Kafka, logLevel } from 'kafkajs';

import { credentials } from './credentials.mjs';
import { read } from './reader.mjs';
import { write } from './writer.mjs';

const USAGE = 'Usage: node client.mjs read|write <principal.properties> <topic>';
// Says as JSON what happened: {"outcome":"read","records":[…]}, {"outcome":"written"} or {"outcome":"refused","code":"…"}.
const [, , act, file, topic] = process.argv;
if (!['read', 'write'].includes(act) || !file || !topic) misused(USAGE);
if (!existsSync(file)) misused(`There is no file ${file}.\n${USAGE}`);
const login = credentials(file);
const kafka = new Kafka({
  clientId: 'foreign-consumer',
  brokers: login.brokers,
  sasl: login.sasl,
  logLevel: logLevel.NOTHING,
  retry: { retries: 1 },
});

function misused(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function codeOf(error) {
  for (let cause = error; cause; cause = cause.cause ?? cause.originalError) {
    if (/_AUTHORIZATION_FAILED$/.test(cause.type ?? '')) return cause.type;
  }
  return null;
}

function say(outcome) {
  process.stdout.write(`${JSON.stringify(outcome, (_, value) => (typeof value === 'bigint' ? String(value) : value))}\n`);
}

try {
  if (act === 'read') say({ outcome: 'read', records: await read(kafka, login, topic) });
  else say(await write(kafka, topic));
} catch (error) {
  const code = codeOf(error);
  if (!code) throw error;
  say({ outcome: 'refused', code });
}
