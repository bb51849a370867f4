package org.buranakan.hub.stream;

import java.io.IOException;
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
import org.buranakan.hub.overview.OnDatabase;
import org.buranakan.pilot.PilotData;
import org.buranakan.pilot.generate.Generator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The stream of a hub that publishes nothing: nothing twice, nothing missed, whoever else
 * is slow.
 */
@OnDatabase
class StreamIT {

	private static final Duration SOON = Duration.ofSeconds(60);

	/** Beyond {@code server.tomcat.connection-timeout} of {@link OnDatabase}. */
	private static final Duration CUT_OFF = Duration.ofSeconds(90);

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
		try (StreamClient stream = listening(null)) {
			publishInBatches(1);
			Awaitility.await().atMost(SOON).until(() -> stream.changes().size() > 20);
			seen.addAll(stream.changes());
			last = seen.getLast();
		}
		// When it resumes twice, with changes in between
		publishInBatches(2);
		try (StreamClient stream = listening(last)) {
			Awaitility.await().atMost(SOON).until(() -> stream.changes().size() > 10);
			seen.addAll(stream.changes());
			last = seen.getLast();
		}
		publishInBatches(3);
		try (StreamClient stream = listening(last)) {
			Awaitility.await()
				.atMost(SOON)
				.until(() -> drained()
						&& seen.size() + stream.changes().size() >= recordedFrom(seen.getFirst()).size());
			seen.addAll(stream.changes());
			assertThat(stream.isReset()).isFalse();
		}
		// Then
		assertThat(seen).doesNotHaveDuplicates();
		assertThat(recordedFrom(seen.getFirst())).isEqualTo(seen);
	}

	@Test
	void anIdThatIsAheadOfEverythingOrNonsenseAsksForAReload() throws IOException {
		for (String id : List.of("1-1", "no id", "hub:999999999999999999", "hub:1,plan:1", "hub:")) {
			try (StreamClient stream = StreamClient.open(this.port, id)) {
				Awaitility.await(id).atMost(SOON).until(stream::isReset);
			}
		}
	}

	@Test
	void whatIsForgottenBeforeItWasReadAsksForAReloadAndTheStreamGoesOn() throws IOException {
		try (StreamClient stream = listening(null)) {
			// When
			this.database.sql("""
					DO $$ BEGIN
						INSERT INTO hub.change (family, key) VALUES ('plan', 'forgotten');
						DELETE FROM hub.change WHERE key = 'forgotten';
					END $$
					""").update();
			// Then
			Awaitility.await().atMost(SOON).until(stream::isReset);
			publishInBatches(5);
			Awaitility.await().atMost(SOON).until(() -> stream.changes().size() > 10);
		}
	}

	@Test
	void aQuietStreamSaysThatItIsAlive() throws IOException {
		try (StreamClient stream = listening(null)) {
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
			try (StreamClient stream = listening(null)) {
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

	private StreamClient listening(@Nullable String last) {
		StreamClient stream = StreamClient.open(this.port, last);
		Awaitility.await().atMost(SOON).until(() -> stream.began().isPresent());
		return stream;
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
		List<String> recorded = this.database
			.sql("SELECT 'hub:' || xid::text || '-' || seq FROM hub.change ORDER BY xid, seq")
			.query((row, number) -> row.getString(1))
			.list();
		return recorded.subList(recorded.indexOf(first), recorded.size());
	}

}
