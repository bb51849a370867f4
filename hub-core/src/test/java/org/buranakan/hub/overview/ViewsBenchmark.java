package org.buranakan.hub.overview;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.buranakan.hub.intake.FoldedEvents;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long whoever reads waits, over HTTP, for each kind of question to a nation's view:
 * 10⁶ activities of 1,000 agencies in 77 provinces over three fiscal years, with plans,
 * postings, counts and findings ({@code nation.sql}). Beside lists of rows stands what a
 * bare {@code SELECT} of the same rows by primary key takes. <pre>
 * mvn test -pl hub-core -am -Dtest=ViewsBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * </pre> {@code -Dactivities=}, {@code -Dasked=} (how often each is asked),
 * {@code -Dseed=}, {@code -Donly=} (questions that have this pattern).
 */
@OnDatabase
class ViewsBenchmark {

	static final int ACTIVITIES = Integer.getInteger("activities", 1_000_000);

	private static final int ASKED = Integer.getInteger("asked", 200);

	private static final Pattern ONLY = Pattern.compile(System.getProperty("only", ""));

	private static final int WARM_UP = 10;

	/** Whatever a file holds, this much of it shows that it is being written. */
	private static final int BEGINNING = 256;

	@Autowired
	private FoldedEvents events;

	@Autowired
	private JdbcClient database;

	@Autowired
	private DataSource source;

	@LocalServerPort
	private int port;

	private HubClient hub = new HubClient(0);

	@Test
	void everyQuestionIsAnsweredInTime() throws Exception {
		this.hub = new HubClient(this.port);
		long start = System.nanoTime();
		fill();
		System.out.printf("= %,d activities, filled and derived in %.0f s%n", ACTIVITIES,
				(System.nanoTime() - start) / 1e9);
		System.out.println("= | Question | × bare SELECT | p50 ms | p95 ms | p99 ms | worst ms | bytes | given up |");
		for (NationQuestions.Question question : NationQuestions.all()) {
			if (ONLY.matcher(question.name()).find()) {
				ask(question);
			}
		}
	}

	private void fill() throws IOException {
		this.events.forget();
		String script = new ClassPathResource("nation.sql", ViewsBenchmark.class)
			.getContentAsString(StandardCharsets.UTF_8)
			.replaceAll("(?m)^--.*$", "")
			.replace("${activities}", String.valueOf(ACTIVITIES));
		for (String statement : script.split(";\\n", -1)) {
			if (!statement.isBlank()) {
				this.database.sql(statement).update();
			}
		}
		this.database.sql("INSERT INTO dirty (kind, key) VALUES ('reference', 'programme-stage')").update();
		this.database.sql("VACUUM ANALYZE").update();
		Awaitility.await()
			.atMost(Duration.ofMinutes(15))
			.pollInterval(Duration.ofSeconds(1))
			.until(() -> this.database.sql("SELECT NOT EXISTS (SELECT FROM dirty)").query(Boolean.class).single());
		this.database.sql("VACUUM ANALYZE").update();
	}

	private void ask(NationQuestions.Question question) throws IOException, SQLException {
		int times = question.part().seldom() ? Math.max(10, ASKED / 10) : ASKED;
		List<Long> ours = new ArrayList<>();
		List<Long> bare = new ArrayList<>();
		long bytes = 0;
		int refused = 0;
		for (int i = -(question.part().seldom() ? 2 : WARM_UP); i < times; i++) {
			String path = question.asking().path();
			long start = System.nanoTime();
			byte[] body = read(path, question.part());
			long took = System.nanoTime() - start;
			if (i < 0) {
				continue;
			}
			ours.add(took);
			bytes += body.length;
			refused += (body.length == 0) ? 1 : 0;
			if (question.rows() != null && body.length > 0) {
				bare.add(select(question.rows().apply(JsonMapper.shared().readTree(body))));
			}
		}
		System.out.printf("= | %s | %s | %.1f | %.1f | %.1f | %.1f | %,d | %d |%n", question.name(),
				bare.isEmpty() ? "–" : "%.1f".formatted((double) at(ours, 0.5) / at(bare, 0.5)), millis(ours, 0.5),
				millis(ours, 0.95), millis(ours, 0.99), millis(ours, 1), bytes / times, refused);
	}

	private byte[] read(String path, NationQuestions.Part part) throws IOException {
		try (InputStream body = this.hub.open("/api/v1" + path)) {
			return part.first() ? body.readNBytes(BEGINNING) : body.readAllBytes();
		}
		catch (AssertionError refused) {
			// The hub gives up a question that takes too long: 503.
			return new byte[0];
		}
	}

	/** Nanoseconds. */
	private long select(List<String> ids) throws SQLException {
		try (Connection connection = this.source.getConnection();
				PreparedStatement rows = connection.prepareStatement("SELECT * FROM activity WHERE id = ANY (?)")) {
			long start = System.nanoTime();
			rows.setArray(1, connection.createArrayOf("text", ids.toArray()));
			int columns = 0;
			try (ResultSet row = rows.executeQuery()) {
				while (row.next()) {
					for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
						columns += (row.getString(i) != null) ? 1 : 0;
					}
				}
			}
			return (columns >= 0) ? System.nanoTime() - start : 0;
		}
	}

	private static long at(List<Long> nanos, double share) {
		long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
		return sorted[Math.min(sorted.length - 1, (int) Math.floor(sorted.length * share))];
	}

	private static double millis(List<Long> nanos, double share) {
		return at(nanos, share) / 1e6;
	}

}
