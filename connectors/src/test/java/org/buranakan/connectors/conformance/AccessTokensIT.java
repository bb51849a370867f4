package org.buranakan.connectors.conformance;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.buranakan.connectors.conformance.PushClient.assertAccepted;
import static org.buranakan.connectors.conformance.PushClient.assertProblem;
import static org.buranakan.connectors.conformance.PushClient.item;

/** How an agency's system comes by access tokens, and what they open. */
class AccessTokensIT {

	private static final Duration LIFE = Duration.ofSeconds(4);

	@TempDir
	private static Path folder;

	private static JoinedAgency agency;

	private static JoinedAgency other;

	private static RunningConnector connector;

	@BeforeAll
	static void start() throws IOException {
		agency = new JoinedAgency(Files.createDirectory(folder.resolve("agency")), "push: activity");
		other = new JoinedAgency(Files.createDirectory(folder.resolve("other")), "push: activity");
		Map<String, Object> settings = agency.settings();
		other.settings().forEach((name, value) -> settings.put(name.replace("[0]", "[1]"), value));
		settings.put("buranakan.access.token-life", LIFE.toSeconds() + "s");
		connector = RunningConnector.start(settings);
	}

	@AfterAll
	static void stop() {
		connector.close();
	}

	@Test
	void anAgencysIdAndTokenAreExchangedForAnAccessTokenThatPushesForItAlone() {
		// When
		HttpResponse<String> answer = basic(agency.id().value(), agency.token());
		// Then
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
		JsonNode granted = JsonMapper.shared().readTree(answer.body());
		assertThat(granted.path("token_type").asString()).isEqualTo("Bearer");
		assertThat(granted.path("expires_in").intValue()).isBetween(1, 4);
		PushClient client = new PushClient(connector, granted.path("access_token").asString());
		assertAccepted(client.push(item("T-1")));
		assertThat(client.get("/v1/forms").body()).contains(agency.id().value());
		assertProblem(client.push("{\"agency\": \"" + other.id() + "\"}"), 403, "foreign-agency");
		assertProblem(client.get("/v1/refusals?agency=" + other.id()), 403, "foreign-agency");
		assertThat(agency.published()).hasSize(1);
		assertThat(other.published()).isEmpty();
	}

	@Test
	void itEndsSoonAndWhoseHasEndedIsToldToAskForAnother() {
		// Given
		PushClient client = new PushClient(connector, token(agency));
		assertThat(client.get("/v1/forms").statusCode()).isEqualTo(200);
		// When
		HttpResponse<String> late = Awaitility.await()
			.atMost(LIFE.plusSeconds(2))
			.until(() -> client.get("/v1/forms"), (response) -> response.statusCode() != 200);
		// Then
		assertProblem(late, 401, "unauthenticated");
		assertThat(late.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
		assertThat(late.body()).contains("/oauth2/token");
	}

	@Test
	void whoIsNotTheAgencyIsGivenNothingAndToldSoInBothLanguages() {
		assertUnknownClient(basic(agency.id().value(), other.token()));
		assertUnknownClient(basic("nobody", agency.token()));
		assertUnknownClient(ask(request(), "grant_type=client_credentials"));
		assertUnknownClient(
				ask(request(), "grant_type=client_credentials&client_id=" + agency.id() + "&client_secret=wrong"));
	}

	@Test
	void noOtherWayToATokenIsOpen() {
		// When
		HttpResponse<String> grant = ask(authorised(agency.id().value(), agency.token()),
				"grant_type=refresh_token&refresh_token=x");
		HttpResponse<String> scope = ask(authorised(agency.id().value(), agency.token()),
				"grant_type=client_credentials&scope=everything");
		// Then
		assertThat(grant.statusCode()).as(grant.body()).isEqualTo(400);
		assertThat(grant.body()).contains("\"error\":\"unsupported_grant_type\"", "โทเคน");
		assertThat(scope.body()).contains("\"error\":\"invalid_scope\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/oauth2/token", "/oauth2/authorize", "/oauth2/jwks", "/oauth2/introspect",
			"/oauth2/revoke", "/oauth2/device_authorization", "/.well-known/oauth-authorization-server",
			"/.well-known/openid-configuration", "/.well-known/oauth-protected-resource", "/login", "/logout" })
	void noOtherEndpointIsThere(String path) {
		assertThat(new PushClient(connector, "x").get(path).statusCode()).isEqualTo(404);
	}

	@Test
	void aTokenThatWasNotSignedHereIsNobodys() {
		// Given
		String[] parts = token(agency).split("\\.", 3);
		String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
		String forged = base64(claims.replace(agency.id().value(), other.id().value()));
		String none = base64("{\"alg\":\"none\"}") + "." + forged + ".";
		// When, Then
		assertProblem(bearing(parts[0] + "." + forged + "." + parts[2]), 401, "unauthenticated");
		assertProblem(bearing(none), 401, "unauthenticated");
		assertProblem(bearing("x".repeat(5000)), 401, "unauthenticated");
	}

	@Test
	void theOfficersPageAndHealthNeedNoToken() {
		// Given
		HttpRequest.Builder page = HttpRequest.newBuilder(connector.address());
		HttpRequest.Builder health = HttpRequest.newBuilder(connector.address().resolve("/actuator/health"));
		HttpRequest.Builder nothing = HttpRequest.newBuilder(connector.address().resolve("/v1/forms"));
		PushClient client = new PushClient(connector, "");
		// When, Then
		assertThat(client.send(page).body()).contains("officer.js");
		assertThat(client.send(health).body()).contains("\"UP\"");
		HttpResponse<String> stranger = client.send(nothing);
		assertProblem(stranger, 401, "unauthenticated");
		assertThat(stranger.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
	}

	private static void assertUnknownClient(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
		assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
		JsonNode problem = JsonMapper.shared().readTree(answer.body());
		assertThat(problem.path("error").asString()).isEqualTo("invalid_client");
		assertThat(problem.path("title").asString()).isNotBlank();
		assertThat(problem.path("titleTh").asString()).matches(".*\\p{IsThai}.*");
		assertThat(problem.has("access_token")).isFalse();
	}

	private static HttpResponse<String> bearing(String token) {
		return new PushClient(connector, token).push(item("F-1"));
	}

	private static String token(JoinedAgency joined) {
		HttpResponse<String> granted = ask(request(),
				"grant_type=client_credentials&client_id=" + joined.id() + "&client_secret=" + joined.token());
		assertThat(granted.statusCode()).as(granted.body()).isEqualTo(200);
		return JsonMapper.shared().readTree(granted.body()).path("access_token").asString();
	}

	private static HttpResponse<String> basic(String id, String secret) {
		return ask(authorised(id, secret), "grant_type=client_credentials");
	}

	private static HttpResponse<String> ask(HttpRequest.Builder request, String form) {
		return new PushClient(connector, "").send(request.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form)));
	}

	private static HttpRequest.Builder authorised(String id, String secret) {
		return request().header("Authorization",
				"Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8)));
	}

	private static HttpRequest.Builder request() {
		return HttpRequest.newBuilder(connector.address().resolve("/oauth2/token"));
	}

	private static String base64(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
