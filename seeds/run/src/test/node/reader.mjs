import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';

const QUIET = 20_000;

/** Reads a topic from its first record to its end and decodes every value; null is a tombstone. */
export async function read(kafka, { group, registry }, topic) {
  const schemas = new SchemaRegistry({ host: registry });
  const consumer = kafka.consumer({ groupId: `${group}.${Date.now()}`, retry: { retries: 1 }, allowAutoTopicCreation: false });
  const records = [];
  let quiet;
  try {
    await consumer.connect();
    await new Promise((end, fail) => {
      quiet = setTimeout(() => fail(new Error(`nothing from ${topic} for ${QUIET} ms`)), QUIET);
      consumer.on(consumer.events.CRASH, event => fail(event.payload.error));
      consumer
        .subscribe({ topic, fromBeginning: true })
        .then(() =>
          consumer.run({
            eachBatch: async ({ batch }) => {
              quiet.refresh();
              for (const { offset, key, headers, value } of batch.messages) {
                records.push({ offset, key: String(key), type: String(headers.ce_type ?? ''), value: value && (await schemas.decode(value)) });
              }
              if (BigInt(batch.lastOffset()) + 1n >= BigInt(batch.highWatermark)) {
                end();
              }
            },
          }),
        )
        .catch(fail);
    });
    return records;
  } finally {
    clearTimeout(quiet);
    await consumer.disconnect();
  }
}
