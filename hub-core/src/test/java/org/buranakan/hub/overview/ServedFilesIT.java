package org.buranakan.hub.overview;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page's files, OpenAPI, health and metrics.
 */
@OnDatabase
class ServedFilesIT {

	@LocalServerPort
	private int port;

	private HubClient hub = new HubClient(0);

	@BeforeEach
	void client() {
		this.hub = new HubClient(this.port);
	}

	@Test
	void thePageMayUseNothingFromElsewhereAndIsRevalidated() {
		HubClient.Answer page = this.hub.ask("GET", "/");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.headers().firstValue("content-security-policy")).hasValueSatisfying((policy) -> {
			assertThat(policy).contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
			assertThat(policy).doesNotContain("unsafe", "http", "*");
		});
		assertThat(page.headers().firstValue("cache-control")).hasValue("no-cache");
		String modified = page.headers().firstValue("last-modified").orElseThrow();
		assertThat(this.hub.ask("GET", "/", "If-Modified-Since", modified).status()).isEqualTo(304);
	}

	@Test
	void everythingThatThePageNamesIsServed() {
		String page = this.hub.ask("GET", "/").body();
		List<String> files = Pattern.compile("(?:href|src)=\"([\\w./-]+\\.\\w+)\"")
			.matcher(page)
			.results()
			.map((file) -> file.group(1))
			.toList();
		assertThat(files).isNotEmpty()
			.allSatisfy((file) -> assertThat(this.hub.ask("GET", "/" + file).status()).as(file).isEqualTo(200));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/liveness", "/actuator/prometheus" })
	void healthAndMetricsAreOpenToTheMachine(String path) {
		assertThat(this.hub.ask("GET", path).status()).isEqualTo(200);
	}

	@Test
	void metricsTellOfTheDerivation() {
		assertThat(this.hub.ask("GET", "/actuator/prometheus").body()).contains("hub_derivation_pass_seconds_count",
				"hub_derivation_rows_total");
	}

}
