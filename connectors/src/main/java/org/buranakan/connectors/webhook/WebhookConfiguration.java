package org.buranakan.connectors.webhook;

import java.util.List;

import org.buranakan.connectors.hosting.HostedAgencies;
import org.buranakan.connectors.hosting.SourceState;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

	@Bean(initMethod = "start")
	Webhooks webhooks(HostedAgencies agencies, WebhookSettings settings, JsonMapper json) {
		return new Webhooks(settings.agencies()
			.entrySet()
			.stream()
			.map((receiver) -> new Webhook(agencies.named(receiver.getKey(), "buranakan.webhook.agencies"),
					new Sender(receiver.getValue().url(), Signing.of(receiver.getValue().secret()),
							settings.loopback()),
					retries(settings), json))
			.toList());
	}

	private static ExponentialBackOff retries(WebhookSettings settings) {
		ExponentialBackOff retries = new ExponentialBackOff(settings.firstWait().toMillis(), 2);
		retries.setMaxInterval(settings.longestWait().toMillis());
		retries.setMaxElapsedTime(settings.giveUpAfter().toMillis());
		return retries;
	}

	/** All webhooks of this process. */
	record Webhooks(List<Webhook> webhooks) implements SourceState, AutoCloseable {

		void start() {
			this.webhooks.forEach(Webhook::start);
		}

		@Override
		public String name() {
			return "webhooks";
		}

		@Override
		public boolean isAlive() {
			return this.webhooks.stream().allMatch(Webhook::isAlive);
		}

		@Override
		public void close() {
			this.webhooks.forEach(Webhook::close);
		}

	}

}
