import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import { Kafka, logLevel } from 'kafkajs';

import { credentials } from './credentials.mjs';

// node direct.mjs <agency> <client.properties> <family> <items.json>
// Publishes what is new or changed in a JSON list to the agency's own topic, without a connector.
// An item is the event without its envelope, and the local part of its id: {"id": "A-1", "title": {"th": "…", "en": null}, …}.
const NAMESPACE = Buffer.from('ed6a1c2720dc43339c7de4260c5e5fbb', 'hex');
const ENVELOPE = ['entityId', 'agency', 'revision', 'eventId', 'occurredAt', 'recordedAt', 'source'];

const [, , agency, file, family, list] = process.argv;
if (family === 'budget') throw new Error('postings are final: a change is a reversal and a new posting, which this example does not make');
const { brokers, sasl, group, registry } = credentials(file);
const topic = `agency.${agency}.${family}`;
const kafka = new Kafka({ clientId: 'direct', brokers, sasl, logLevel: logLevel.ERROR, retry: { retries: 3 } });
const schemas = new SchemaRegistry({ host: registry });

/** The version 5 UUID of agency, family, entity and revision: whoever sends a revision again sends the same id. */
function eventId(entityId, revision) {
  const hash = createHash('sha1').update(NAMESPACE).update(`${agency}/${family}/${entityId}/${revision}`).digest();
  hash[6] = (hash[6] & 0x0f) | 0x50;
  hash[8] = (hash[8] & 0x3f) | 0x80;
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const content = event => JSON.stringify(Object.entries(event).filter(([name]) => !ENVELOPE.includes(name)).sort(), (_, value) => (typeof value === 'bigint' ? String(value) : value));

/** What the topic says last of every entity: its own log is all the memory that a client needs. */
async function known() {
  const admin = kafka.admin();
  await admin.connect();
  const [{ high, low }] = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  const last = new Map();
  if (BigInt(high) === BigInt(low)) return last;
  const consumer = kafka.consumer({ groupId: `${group}.${Date.now()}`, allowAutoTopicCreation: false });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await new Promise((done, fail) => {
    consumer.on(consumer.events.CRASH, event => fail(event.payload.error));
    consumer.run({
      eachMessage: async ({ message }) => {
        const event = await schemas.decode(message.value);
        const revision = Number(event.revision);
        if (revision >= (last.get(event.entityId)?.revision ?? 0)) last.set(event.entityId, { revision, content: content(event) });
        if (BigInt(message.offset) + 1n === BigInt(high)) done();
      },
    });
  });
  await consumer.disconnect();
  return last;
}

const last = await known();
const schemaId = await schemas.getLatestSchemaId(`${topic}-value`);
const type = (await schemas.getSchema(schemaId)).name;
const messages = [];
for (const { id, occurredAt, ...said } of JSON.parse(readFileSync(list, 'utf8'))) {
  const entityId = `${agency}:${id}`;
  const before = last.get(entityId);
  const revision = (before?.revision ?? 0) + 1;
  const now = Date.now();
  const event = {
    ...said, entityId, agency, revision, eventId: eventId(entityId, revision), occurredAt: (occurredAt ?? now) * 1000, recordedAt: now * 1000,
    source: { kind: 'DIRECT', system: 'direct.mjs', container: list, place: id },
  };
  const value = await schemas.encode(schemaId, event);
  const saidNow = content(await schemas.decode(value));
  if (saidNow === before?.content) continue;
  last.set(entityId, { revision, content: saidNow });
  messages.push({
    key: entityId, value,
    headers: {
      ce_specversion: '1.0', ce_id: event.eventId, ce_source: `urn:buranakan:agency:${agency}`, ce_type: type,
      ce_time: new Date(event.occurredAt / 1000).toISOString(), 'content-type': 'application/avro',
    },
  });
}
const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false });
await producer.connect();
if (messages.length) await producer.send({ topic, acks: -1, messages });
await producer.disconnect();
process.stdout.write(`${JSON.stringify({ published: messages.length })}\n`);
