/** Tries to append one record to a topic. */
export async function write(kafka, topic) {
  const producer = kafka.producer({ allowAutoTopicCreation: false, retry: { retries: 1 } });
  try {
    await producer.connect();
    await producer.send({ topic, acks: -1, messages: [{ key: 'foreign', value: 'not ours to say' }] });
    return { outcome: 'written' };
  } finally {
    await producer.disconnect();
  }
}
