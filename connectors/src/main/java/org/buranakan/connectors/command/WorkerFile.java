package org.buranakan.connectors.command;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.ScramMechanism;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.ConnectCluster;

/** The configuration of the Kafka Connect worker in an agency's kit, with its login. */
record WorkerFile(PrivateFile file, AgencyId agency) {

	private static final Pattern MECHANISM = Pattern.compile("(?m)^sasl\\.mechanism[ \\t]*[=:](.*)$");

	/** Also of the worker's producers, consumers and administrators. */
	private static final Pattern LOGIN_LINE = Pattern.compile(
			"(?m)^(?<of>(?:producer|consumer|admin)\\.)?(?<name>sasl\\.(?:mechanism|jaas\\.config))[ \\t]*[=:].*$");

	private static final int LOGIN_LINES = 8;

	boolean isThere() {
		return this.file.isThere();
	}

	/**
	 * Fails where its login could not be replaced: Kafka must not have one that nobody
	 * else has.
	 */
	void requireLogin() {
		long lines = isThere() ? LOGIN_LINE.matcher(this.file.read()).results().count() : LOGIN_LINES;
		if (lines != LOGIN_LINES) {
			throw new IllegalStateException(this.file.path() + " has " + lines + " lines of sasl.mechanism and"
					+ " sasl.jaas.config where there should be " + LOGIN_LINES
					+ ": the worker's own, and one each beginning with producer., consumer. and admin.");
		}
	}

	/**
	 * Writes it, or replaces its login and leaves everything else as the agency has it.
	 */
	void renew(Map<String, String> client) {
		if (isThere()) {
			this.file.write(withLogin(this.file.read(), client));
		}
		else {
			write(client);
		}
	}

	private void write(Map<String, String> client) {
		ConnectCluster cluster = ConnectCluster.of(this.agency);
		String skeleton = KitText.filled("connect-worker.properties",
				Map.of("agency", this.agency.value(), "bootstrap", client.getOrDefault("bootstrap.servers", ""),
						"protocol", client.getOrDefault("security.protocol", ""), "group", cluster.groupId(), "config",
						cluster.configTopic(), "offset", cluster.offsetTopic(), "status", cluster.statusTopic()));
		this.file.write(withLogin(skeleton, client) + trust(client));
	}

	private static String trust(Map<String, String> client) {
		return ClientProperties.TRUST.stream()
			.filter(client::containsKey)
			.flatMap((name) -> Stream.of("", "producer.", "consumer.", "admin.")
				.map((of) -> of + name + "=" + client.get(name) + "\n"))
			.collect(Collectors.joining());
	}

	/** The mechanism of the password that it holds. */
	ScramMechanism mechanism() {
		Matcher line = MECHANISM.matcher(this.file.read());
		return ScramMechanism.fromMechanismName(line.find() ? line.group(1).strip() : "");
	}

	private static String withLogin(String configuration, Map<String, String> client) {
		return LOGIN_LINE.matcher(configuration).replaceAll((line) -> {
			String of = (line.group("of") != null) ? line.group("of") : "";
			String name = line.group("name");
			return Matcher.quoteReplacement(of + name + "=" + client.getOrDefault(name, ""));
		});
	}

}
