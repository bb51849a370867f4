package org.buranakan.connectors.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.buranakan.connectors.conformance.PushClient.assertAccepted;
import static org.buranakan.connectors.conformance.PushClient.assertProblem;
import static org.buranakan.connectors.conformance.PushClient.item;

/** What a push may be, and how much of it: too much harms neither server nor others. */
class PushLimitsIT {

	private static final int LARGEST = 64 * 1024;

	@TempDir
	private static Path folder;

	private static RunningConnector connector;

	private static PushClient client;

	private static PushClient neighbour;

	@BeforeAll
	static void start() throws IOException {
		JoinedAgency agency = new JoinedAgency(Files.createDirectory(folder.resolve("agency")), "push: activity");
		JoinedAgency other = new JoinedAgency(Files.createDirectory(folder.resolve("other")), "push: activity");
		Map<String, Object> settings = agency.settings();
		other.settings().forEach((name, value) -> settings.put(name.replace("[0]", "[1]"), value));
		settings.put("buranakan.access.requests-per-minute", 60_000);
		settings.put("buranakan.push.largest-request", LARGEST + "B");
		settings.put("buranakan.access.items-per-minute", 1200);
		connector = RunningConnector.start(settings);
		client = new PushClient(connector, agency.token());
		neighbour = new PushClient(connector, other.token());
	}

	@AfterAll
	static void stop() {
		connector.close();
	}

	@Test
	void whoSendsMoreThanTheShareIsToldWhenToComeBackAndNobodyElseIsHeldUp() {
		// Given
		String many = IntStream.range(0, 150).mapToObj((number) -> "{}").collect(Collectors.joining("\n"));
		HttpResponse<String> last = client.push(many);
		for (int push = 0; push < 20 && last.statusCode() == 200; push++) {
			last = client.push(many);
		}
		// Then
		assertProblem(last, 429, "too-much");
		int wait = Integer.parseInt(last.headers().firstValue("Retry-After").orElseThrow());
		assertThat(wait).isBetween(1, 10);
		assertProblem(client.push("unread"), 429, "too-much");
		assertThat(client.get("/v1/state").statusCode()).isEqualTo(200);
		assertAccepted(neighbour.push(item("N-1")));
		// And
		Awaitility.await()
			.pollDelay(Duration.ofSeconds(wait))
			.atMost(Duration.ofSeconds(wait + 1))
			.untilAsserted(() -> assertThat(client.push(many).statusCode()).isEqualTo(200));
	}

	@Test
	void whoAsksTooOftenIsToldSoHoweverLittleItSends() throws IOException {
		// Given
		JoinedAgency hasty = new JoinedAgency(Files.createDirectory(folder.resolve("hasty")), "push: activity");
		Map<String, Object> settings = hasty.settings();
		settings.put("buranakan.access.requests-per-minute", 60);
		try (RunningConnector its = RunningConnector.start(settings)) {
			PushClient pushes = new PushClient(its, hasty.token());
			// When
			List<HttpResponse<String>> answers = IntStream.range(0, 5).mapToObj((number) -> pushes.push("[]")).toList();
			// Then
			assertProblem(answers.getFirst(), 400, "empty");
			HttpResponse<String> turnedAway = answers.stream()
				.filter((answer) -> answer.statusCode() == 429)
				.findFirst()
				.orElseThrow();
			assertProblem(turnedAway, 429, "too-much");
			assertThat(turnedAway.headers().firstValue("Retry-After")).hasValue("1");
			assertThat(pushes.get("/v1/state").statusCode()).isEqualTo(200);
		}
	}

	@Test
	void moreThanAMinutesShareAtOnceIsToBeDividedHoweverLongOneWaits() {
		assertProblem(neighbour.push("{}".repeat(1201)), 413, "too-many-items");
	}

	@Test
	void aZippedBodyIsInflatedAndBoundedAsWhatItIsInflatedTo() throws IOException {
		// Given
		byte[] bomb = gzip(" ".repeat(40_000_000));
		byte[] hollow = hollow();
		assertThat(bomb).hasSizeLessThan(LARGEST);
		assertThat(hollow).hasSizeLessThan(LARGEST);
		byte[] whole = gzip(item("Z-2"));
		// When, Then
		assertAccepted(neighbour.push(gzip(item("Z-1")), "Content-Encoding", "gzip"));
		assertProblem(neighbour.push(bomb, "Content-Encoding", "gzip"), 413, "too-large");
		assertProblem(neighbour.push(hollow, "Content-Encoding", "gzip"), 400, "empty");
		assertProblem(neighbour.push(Arrays.copyOf(whole, whole.length - 12), "Content-Encoding", "gzip"), 400,
				"broken");
		assertProblem(neighbour.push("{}".getBytes(StandardCharsets.UTF_8), "Content-Encoding", "gzip"), 400, "broken");
		HttpResponse<String> unknown = neighbour.push(whole, "Content-Encoding", "br");
		assertProblem(unknown, 415, "encoded");
		assertThat(unknown.headers().firstValue("Accept-Encoding")).hasValue("gzip");
	}

	@Test
	void aBodyWithoutEndIsCutOff() throws IOException {
		// Given
		String chunk = "1000\r\n" + " ".repeat(0x1000) + "\r\n";
		try (SlowConnection endless = SlowConnection.begin(connector.address(),
				SlowConnection.head("/v1/events", neighbour.token()))) {
			// When
			for (int sent = 0; sent <= LARGEST / 0x1000; sent++) {
				endless.say(chunk);
			}
			// Then
			assertThat(endless.status()).startsWith("HTTP/1.1 413");
		}
	}

	@Test
	void manyLargeBodiesOfOneAgencyAtOnceDoNotFillTheMemory() throws IOException {
		// Given
		String most = "f000\r\n" + " ".repeat(0xf000) + "\r\n";
		try (SlowConnection one = SlowConnection.begin(connector.address(),
				SlowConnection.head("/v1/events", client.token()));
				SlowConnection two = SlowConnection.begin(connector.address(),
						SlowConnection.head("/v1/events", client.token()))) {
			one.say(most);
			two.say(most);
			// When
			HttpResponse<String> third = Awaitility.await()
				.atMost(Duration.ofSeconds(10))
				.until(() -> client.push(" ".repeat(0xf000)),
						(response) -> response.body().contains("bytes at a time"));
			// Then
			assertProblem(third, 429, "too-much");
			assertProblem(neighbour.push(" ".repeat(0xf000)), 400, "empty");
		}
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(client.push(" ".repeat(0xf000)).statusCode()).isEqualTo(400));
	}

	@Test
	void whatIsNoJsonIsAnsweredAndHarmsNobody() {
		// Given
		long seed = new Random().nextLong();
		System.out.println("PushLimitsIT seed " + seed);
		Random random = new Random(seed);
		byte[] good = (item("M-1") + "\n" + item("M-2")).getBytes(StandardCharsets.UTF_8);
		// When, Then
		assertProblem(neighbour.push("[".repeat(50_000)), 413, "too-large");
		assertProblem(neighbour.push("{\"a\": \"" + "\u0000".repeat(9)), 400, "malformed");
		assertThat(neighbour.push("{\"type\": \"activity\", \"รหัส\": 1e999999999}").statusCode()).isEqualTo(200);
		for (int round = 0; round < 100; round++) {
			byte[] bad = good.clone();
			for (int flips = 0; flips < 3; flips++) {
				bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
			}
			assertThat(neighbour.push(bad).statusCode()).as("round %d of seed %d", round, seed).isIn(200, 400);
		}
		assertThat(neighbour.push(good).statusCode()).isEqualTo(200);
	}

	private static byte[] gzip(String text) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream out = new GZIPOutputStream(bytes)) {
			out.write(text.getBytes(StandardCharsets.UTF_8));
		}
		return bytes.toByteArray();
	}

	/** Thousands of members with nothing in them, which recursion would drown in. */
	private static byte[] hollow() throws IOException {
		byte[] member = gzip("");
		ByteArrayOutputStream members = new ByteArrayOutputStream();
		for (int count = 0; count < 3000; count++) {
			members.writeBytes(member);
		}
		return members.toByteArray();
	}

}
