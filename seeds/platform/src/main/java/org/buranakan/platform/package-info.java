/**
 * The embedded platform: PostgreSQL, Kafka, the schema registry and Kafka Connect as real
 * programs on the loopback interface, children of the process that starts them, with all
 * their data in one directory.
 *
 * <pre>
 * // the run
 * try (Platform platform = Platform.start(settings, front, listener)) { ... }
 *
 * // a test, of any module
 * Platform platform = SharedPlatform.get();                        // org.buranakan.platform.shared
 *
 * platform.bootstrapServers()          127.0.0.1:19092
 * platform.client("auditor")           address and SCRAM login of a principal, to merge into a client's configuration
 * platform.superuser()                 the same for provisioning: Admin.create(platform.superuser())
 * platform.kafkaPassword("auditor")    for whoever creates the SCRAM user
 * platform.registry()                  http://127.0.0.1:8081/apis/ccompat/v7; anybody on this machine reads
 * platform.registrar()                 who may write there (basic authentication)
 * platform.connect()                   http://127.0.0.1:8083, CODI's Kafka Connect
 * platform.hubConnect()                http://127.0.0.1:8084, the hub's
 * platform.database("hub")             URL, owner and capture role (replication, for Debezium)
 * platform.newDatabase()               the same for an empty database of a test's own
 * platform.credentials("auditor")      path of the ready-made client properties
 * platform.part(KAFKA).kill()          and stop(), start(): to make parts fail in tests
 * </pre>
 *
 * <p>
 * In the data directory: {@code credentials/} (per Kafka principal
 * {@code <name>.properties}, per database {@code postgresql-<name>.properties} and
 * {@code capture/<name>/postgresql-<name>.properties} with url, username and password,
 * {@code registrar.properties}), {@code logs/}, {@code postgresql/}, {@code kafka/}. A
 * connector's configuration names a password as
 * {@code ${file:<data>/credentials/capture/codi/postgresql-codi.properties:password}}.
 *
 * <p>
 * The platform creates users and databases; topics, rights and subjects are the project's
 * data and come from {@code org.buranakan.schemas}. The one exception are the Connect
 * workers of CODI and of the hub, whose rights it needs itself to start. Every failure is
 * a {@link org.buranakan.platform.PlatformFailure} with a code and a remedy.
 */
@NullMarked
package org.buranakan.platform;

import org.jspecify.annotations.NullMarked;
