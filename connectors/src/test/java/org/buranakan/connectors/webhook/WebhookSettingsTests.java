package org.buranakan.connectors.webhook;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WebhookSettingsTests {

	private static final String PREFIX = "buranakan.webhook.";

	@Test
	void everyPropertyCanBeSet() {
		assertThat(bind(Map.of(PREFIX + "agencies.pacoc-20.url", "https://example.go.th/told",
				PREFIX + "agencies.pacoc-20.secret", "secret", PREFIX + "loopback", "true", PREFIX + "first-wait", "2s",
				PREFIX + "longest-wait", "3s", PREFIX + "give-up-after", "4s")))
			.isEqualTo(
					new WebhookSettings(
							Map.of("pacoc-20",
									new WebhookSettings.Receiver(URI.create("https://example.go.th/told"),
											Path.of("secret"))),
							true, Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4)));
	}

	@Test
	void nobodyIsToldUnlessItIsSaid() {
		WebhookSettings settings = bind(Map.of());
		assertThat(settings.agencies()).isEmpty();
		assertThat(settings.loopback()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "file:///etc/passwd", "ftp://example.go.th/", "/told", "http:told",
			"https://user:word@example.go.th/" })
	void anAddressThatIsNoPlainWebAddressIsRefused(String url) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new WebhookSettings.Receiver(URI.create(url), Path.of("secret")));
	}

	private static WebhookSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("buranakan.webhook",
				WebhookSettings.class);
	}

}
