import { readFileSync } from 'node:fs';

/** What a ready-made `<principal>.properties` says, in the words of kafkajs. */
export function credentials(file) {
  const entries = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter(line => line && !/^[#!]/.test(line))
    .map(line => line.match(/^((?:\\.|[^=:\s\\])+)\s*[=:]?\s*(.*)$/).slice(1, 3).map(plain));
  const properties = Object.fromEntries(entries);
  const login = name => properties['sasl.jaas.config'].match(new RegExp(`${name}="([^"]*)"`))[1];
  return {
    brokers: properties['bootstrap.servers'].split(','),
    sasl: { mechanism: 'scram-sha-512', username: login('username'), password: login('password') },
    group: properties['group.id'],
    registry: properties['schema.registry.url'],
  };
}

/** Undoes the escapes of a Java properties file. */
function plain(text) {
  return text.replace(/\\(u([0-9a-fA-F]{4})|.)/g, (_, escaped, code) => (code ? String.fromCharCode(parseInt(code, 16)) : escaped));
}
