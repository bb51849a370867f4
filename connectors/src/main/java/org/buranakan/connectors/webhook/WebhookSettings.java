package org.buranakan.connectors.webhook;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where refusals are told, and how stubbornly.
 *
 * @param agencies by the agency's id; who is not among them is told nothing
 * @param loopback whether a receiver may be on this machine
 * @param firstWait before a message is sent again; doubled each time
 * @param longestWait between two tries
 * @param giveUpAfter of trying; the message is then passed over, and stays in the topic
 */
@ConfigurationProperties("buranakan.webhook")
record WebhookSettings(@DefaultValue Map<String, Receiver> agencies, @DefaultValue("false") boolean loopback,
		@DefaultValue("1s") Duration firstWait, @DefaultValue("5m") Duration longestWait,
		@DefaultValue("1d") Duration giveUpAfter) {

	/**
	 * One agency's receiver.
	 *
	 * @param url http or https
	 * @param secret file with {@code whsec_} and the key in Base64
	 */
	record Receiver(URI url, Path secret) {

		private static final Set<String> SCHEMES = Set.of("http", "https");

		Receiver {
			if (url.getScheme() == null || !SCHEMES.contains(url.getScheme()) || url.getHost() == null
					|| url.getUserInfo() != null) {
				throw new IllegalArgumentException("A webhook's address is http://host/… or https://host/…");
			}
		}

	}

}
