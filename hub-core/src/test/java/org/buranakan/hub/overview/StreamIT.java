package org.buranakan.hub.overview;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.buranakan.hub.intake.FoldedEvents;
import org.buranakan.pilot.PilotData;
import org.buranakan.pilot.generate.Generator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The stream of changes: nothing twice, nothing missed, whoever else is slow.
 */
@OnDatabase
class StreamIT {

	private static final Duration SOON = Duration.ofSeconds(20);

	/** Beyond {@code server.tomcat.connection-timeout} of {@link OnDatabase}. */
	private static final Duration CUT_OFF = Duration.ofSeconds(60);

	private static final int LONG = 20_000;

	private static final int MANY = 1_000;

	@Autowired
	private FoldedEvents events;

	@Autowired
	private JdbcClient database;

	@LocalServerPort
	private int port;

	@BeforeEach
	void reference() {
		this.events.forget();
		this.events.publish(new PilotData().reference());
		// A transaction that is open anywhere in the cluster holds later ones back.
		Awaitility.await()
			.atMost(SOON)
			.until(() -> this.database
				.sql("SELECT NOT EXISTS (SELECT FROM hub.change WHERE xid >= pg_snapshot_xmin(pg_current_snapshot()))")
				.query(Boolean.class)
				.single());
	}

	@Test
	void aClientThatResumesMissesNothingAndSeesNothingTwice() throws IOException {
		List<String> seen = new ArrayList<>();
		String last;
		// Given a client that reads along and breaks off
		try (EventStream stream = EventStream.open(this.port, null)) {
			publishInBatches(1);
			Awaitility.await().atMost(SOON).until(() -> stream.changes().size() > 20);
			seen.addAll(stream.changes());
			last = seen.getLast();
		}
		// When it resumes twice, with changes in between
		publishInBatches(2);
		try (EventStream stream = EventStream.open(this.port, last)) {
			Awaitility.await().atMost(SOON).until(() -> stream.changes().size() > 10);
			seen.addAll(stream.changes());
			last = seen.getLast();
		}
		publishInBatches(3);
		try (EventStream stream = EventStream.open(this.port, last)) {
			Awaitility.await()
				.atMost(SOON)
				.until(() -> drained()
						&& seen.size() + stream.changes().size() >= recordedFrom(seen.getFirst()).size());
			seen.addAll(stream.changes());
			assertThat(stream.names()).doesNotContain("reset");
		}
		// Then
		assertThat(seen).doesNotHaveDuplicates();
		assertThat(recordedFrom(seen.getFirst())).isEqualTo(seen);
	}

	@Test
	void anIdThatIsTooOldOrNonsenseAsksForAReload() throws IOException {
		for (String id : List.of("1-1", "no id", "99999999999999999999-999999999999999999")) {
			try (EventStream stream = EventStream.open(this.port, id)) {
				Awaitility.await().atMost(SOON).until(() -> stream.names().contains("reset"));
			}
		}
	}

	@Test
	void theBeginningIsKeptUntilSomethingWasForgotten() throws IOException {
		// Given
		publishInBatches(5);
		try (EventStream stream = EventStream.open(this.port, "0-0")) {
			Awaitility.await().atMost(SOON).until(() -> stream.changes().size() > 20);
			assertThat(stream.names()).doesNotContain("reset");
		}
		// When
		Awaitility.await().atMost(SOON).until(this::drained);
		this.database.sql("DELETE FROM hub.change").update();
		// Then
		try (EventStream stream = EventStream.open(this.port, "0-0")) {
			Awaitility.await().atMost(SOON).until(() -> stream.names().contains("reset"));
			String end = stream.lastId();
			try (EventStream resumed = EventStream.open(this.port, end)) {
				publishInBatches(6);
				Awaitility.await().atMost(SOON).until(() -> resumed.changes().size() > 20);
				assertThat(resumed.names()).doesNotContain("reset");
			}
		}
	}

	@Test
	void aQuietStreamSaysThatItIsAlive() throws IOException {
		try (EventStream stream = EventStream.open(this.port, null)) {
			Awaitility.await().atMost(SOON).until(() -> stream.comments() > 3);
			assertThat(stream.changes()).isEmpty();
		}
	}

	@Test
	void clientsThatReadNothingHoldUpNobody() throws IOException {
		List<Socket> deaf = new ArrayList<>();
		try {
			// Given
			for (int i = 0; i < 20; i++) {
				Socket socket = new Socket();
				// What it is before connecting bounds the window that the peer may fill.
				socket.setReceiveBufferSize(1024);
				socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port));
				socket.getOutputStream()
					.write("GET /api/v1/stream HTTP/1.1\r\nHost: hub\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
				deaf.add(socket);
			}
			try (EventStream stream = EventStream.open(this.port, null)) {
				Awaitility.await().atMost(SOON).until(() -> stream.comments() > 0);
				// When more is sent than all buffers on the way hold
				this.database
					.sql("INSERT INTO hub.change (family, key) SELECT 'plan', repeat('x', :length) "
							+ "FROM generate_series(1, :changes)")
					.param("length", LONG)
					.param("changes", MANY)
					.update();
				// Then
				Awaitility.await().atMost(SOON).until(() -> stream.changes().size() >= MANY);
				publishInBatches(4);
				Awaitility.await().atMost(SOON).until(() -> stream.changes().size() > MANY + 50);
			}
			for (Socket socket : deaf) {
				Awaitility.await().atMost(CUT_OFF).until(() -> isCutOff(socket));
			}
		}
		finally {
			for (Socket socket : deaf) {
				socket.close();
			}
		}
	}

	private void publishInBatches(long seed) {
		var generated = new Generator(60, seed).events().toList();
		IntStream.range(0, 6).forEach((batch) -> this.events.publish(generated.subList(batch * 10, batch * 10 + 10)));
		this.events.today(LocalDate.of(2022, 2, 7).plusDays(seed));
	}

	/** Says something to a peer that listens no more: it resets the connection. */
	private static boolean isCutOff(Socket socket) {
		try {
			socket.getOutputStream().write(' ');
			return false;
		}
		catch (IOException ex) {
			return true;
		}
	}

	private boolean drained() {
		return this.database.sql("SELECT NOT EXISTS (SELECT FROM dirty)")
			.query((row, number) -> row.getBoolean(1))
			.single();
	}

	private List<String> recordedFrom(String first) {
		List<String> recorded = this.database.sql("SELECT xid::text || '-' || seq FROM hub.change ORDER BY xid, seq")
			.query((row, number) -> row.getString(1))
			.list();
		return recorded.subList(recorded.indexOf(first), recorded.size());
	}

	/** A client of the stream, on a thread of its own. */
	private static final class EventStream implements AutoCloseable {

		private final Socket socket;

		private final List<String> lines = new java.util.concurrent.CopyOnWriteArrayList<>();

		private EventStream(Socket socket) {
			this.socket = socket;
		}

		static EventStream open(int port, @org.jspecify.annotations.Nullable String last) throws IOException {
			Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
			String resume = (last != null) ? "Last-Event-ID: " + last + "\r\n" : "";
			// 1.0 knows no chunks, whose borders may stand within a line.
			socket.getOutputStream()
				.write(("GET /api/v1/stream HTTP/1.0\r\nHost: hub\r\nAccept: text/event-stream\r\n" + resume + "\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			EventStream stream = new EventStream(socket);
			Thread.ofVirtual().start(stream::read);
			Awaitility.await()
				.atMost(SOON)
				.until(() -> stream.lines.stream().anyMatch((line) -> line.startsWith("id:")));
			return stream;
		}

		private void read() {
			try (InputStream in = this.socket.getInputStream();
					var reader = new java.io.BufferedReader(
							new java.io.InputStreamReader(in, StandardCharsets.UTF_8))) {
				reader.lines().forEach(this.lines::add);
			}
			catch (IOException | java.io.UncheckedIOException ex) {
				this.lines.add("closed: " + ex.getMessage());
			}
		}

		/** Ids of the changes so far. */
		List<String> changes() {
			List<String> ids = new ArrayList<>();
			String id = "";
			for (String line : this.lines) {
				if (line.startsWith("id:")) {
					id = line.substring(3);
				}
				if (line.equals("event:change")) {
					ids.add(id);
				}
			}
			return ids;
		}

		String lastId() {
			return this.lines.stream().filter((line) -> line.startsWith("id:")).toList().getLast().substring(3);
		}

		List<String> names() {
			return this.lines.stream()
				.filter((line) -> line.startsWith("event:"))
				.map((line) -> line.substring(6))
				.toList();
		}

		long comments() {
			return this.lines.stream().filter((line) -> line.startsWith(":")).count();
		}

		@Override
		public void close() throws IOException {
			this.socket.close();
		}

	}

}
