package org.buranakan.connectors.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.buranakan.schemas.topic.AgencyId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a push endpoint answers as agreed. Publishes nothing, unless it is given an
 * item: that is pushed twice.
 *
 * @param token of the agency
 * @param item JSON, as the agency's system sends it
 */
record EndpointCheck(AgencyId agency, URI endpoint, String token, Optional<byte[]> item) {

	private static final Pattern TOKEN = Pattern.compile("[!-~]+");

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** An answer; the body is missing where it is no JSON. */
	private record Answer(int status, JsonNode body) {

		/** What became of every item, as far as the answer tells. */
		List<String> outcomes() {
			return this.body.path("results").valueStream().map((item) -> item.path("outcome").asString("")).toList();
		}

		boolean hasOnly(String... outcomes) {
			return !outcomes().isEmpty() && List.of(outcomes).containsAll(outcomes());
		}

		String text() {
			return this.status + " " + this.body;
		}

	}

	List<Point> points() throws InterruptedException {
		List<Point> points = new ArrayList<>();
		if (!TOKEN.matcher(this.token).matches()) {
			// Whatever the file holds, it may be a secret: it is not quoted.
			return List.of(Point.failed("โทเคนเป็นข้อความบรรทัดเดียว", "the token is one line of visible characters",
					"ตรวจไฟล์ของ --token / look at the file of --token"));
		}
		try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
			problem(points, post(client, "", "{}"), 401, "ไม่รับผู้ที่ไม่มีโทเคน", "nobody is heard without a token");
			problem(points, post(client, "Bearer not-a-token", "{}"), 401, "ไม่รับโทเคนผิด",
					"nobody is heard with a wrong token");
			problem(points, post(client, bearer(), "{\"agency\": \"" + this.agency + "-other\", \"items\": [{}]}"), 403,
					"ไม่รับข้อมูลในนามหน่วยงานอื่น", "nothing is taken in another agency's name");
			problem(points, post(client, bearer(), "{\"type\": "), 400, "ไม่รับ JSON ที่เสีย",
					"broken JSON is refused");
			points.add(refusal(post(client, bearer(), "{\"type\": \"~\"}")));
			if (this.item.isPresent()) {
				String body = new String(this.item.get(), StandardCharsets.UTF_8);
				taken(points, post(client, bearer(), body), post(client, bearer(), body));
			}
		}
		catch (IOException ex) {
			points.add(Point.failed("ปลายทางตอบ", "the endpoint answers", this.endpoint + ": " + ex));
		}
		return points;
	}

	private static void problem(List<Point> points, Answer answer, int status, String th, String en) {
		boolean explained = answer.body().path("titleTh").isString() && answer.body().path("title").isString();
		points.add(Point.of(answer.status() == status && explained, th + " (" + status + ")", en + " (" + status + ")",
				answer.text()));
	}

	private static Point refusal(Answer answer) {
		JsonNode refusal = answer.body().path("results").path(0).path("refusals").path(0);
		boolean explained = List.of("reason", "remedy")
			.stream()
			.allMatch((part) -> refusal.path(part).path("th").isString() && refusal.path(part).path("en").isString());
		return Point.of(answer.hasOnly("refused") && explained, "รายการผิดถูกปฏิเสธพร้อมเหตุผลและวิธีแก้",
				"a wrong item is refused with reason and remedy", answer.text());
	}

	private static void taken(List<Point> points, Answer first, Answer second) {
		points.add(Point.of(first.hasOnly("applied", "unchanged"), "รับรายการตัวอย่าง", "the sample item is taken",
				first.text()));
		points.add(Point.of(second.hasOnly("unchanged"), "รายการเดิมซ้ำไม่เผยแพร่อีก",
				"the same again publishes nothing", second.text()));
	}

	private Answer post(HttpClient client, String authorization, String body) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.endpoint)
			.timeout(PATIENCE)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body));
		if (!authorization.isEmpty()) {
			request.header("Authorization", authorization);
		}
		HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		try {
			return new Answer(response.statusCode(), JsonMapper.shared().readTree(response.body()));
		}
		catch (JacksonException ex) {
			return new Answer(response.statusCode(), JsonMapper.shared().missingNode());
		}
	}

	private String bearer() {
		return "Bearer " + this.token;
	}

}
