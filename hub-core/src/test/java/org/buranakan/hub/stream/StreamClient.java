package org.buranakan.hub.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A client of the stream as browsers have one: it reads on a thread of its own, and
 * whenever the stream breaks off it comes back with the last id that it heard.
 */
public final class StreamClient implements AutoCloseable {

	private static final long BACK_MILLIS = 300;

	private final int port;

	private final List<Event> events = new ArrayList<>();

	private final List<String> comments = new ArrayList<>();

	private @Nullable String last;

	private @Nullable String began;

	private @Nullable Socket socket;

	private boolean closed;

	private StreamClient(int port, @Nullable String last) {
		this.port = port;
		this.last = last;
	}

	/** Opens a stream, from now on or behind an id. */
	public static StreamClient open(int port, @Nullable String last) {
		StreamClient client = new StreamClient(port, last);
		Thread.ofVirtual().start(client::run);
		return client;
	}

	/** The id from which on it has been listening; empty until it is greeted. */
	public synchronized Optional<String> began() {
		return Optional.ofNullable(this.began);
	}

	/** The id that it heard last; empty before the first. */
	public synchronized Optional<String> last() {
		return Optional.ofNullable(this.last);
	}

	/** Everything that it has heard, in order, resets too. */
	public synchronized List<Event> events() {
		return List.copyOf(this.events);
	}

	/** How many events that were. */
	public synchronized int heard() {
		return this.events.size();
	}

	synchronized List<String> changes() {
		return this.events.stream().filter((event) -> event.name().equals("change")).map(Event::id).toList();
	}

	synchronized boolean isReset() {
		return this.events.stream().anyMatch((event) -> event.name().equals("reset"));
	}

	synchronized int comments() {
		return this.comments.size();
	}

	private void run() {
		while (!isClosed()) {
			try (Socket connected = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
				if (begin(connected)) {
					read(connected);
				}
			}
			catch (IOException ex) {
				// The hub has gone, and will come back.
			}
			java.util.concurrent.locks.LockSupport.parkNanos(BACK_MILLIS * 1_000_000);
		}
	}

	/** Asks by HTTP 1.0, which knows no chunks, whose borders may stand within a line. */
	private synchronized boolean begin(Socket connected) throws IOException {
		this.socket = connected;
		String resume = (this.last != null) ? "Last-Event-ID: " + this.last + "\r\n" : "";
		connected.getOutputStream()
			.write(("GET /api/v1/stream HTTP/1.0\r\nHost: hub\r\nAccept: text/event-stream\r\n" + resume + "\r\n")
				.getBytes(StandardCharsets.US_ASCII));
		return !this.closed;
	}

	private void read(Socket connected) throws IOException {
		BufferedReader lines = new BufferedReader(
				new InputStreamReader(connected.getInputStream(), StandardCharsets.UTF_8));
		String id = null;
		String name = null;
		String data = "";
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			if (line.startsWith("id:")) {
				id = line.substring(3);
			}
			else if (line.startsWith("event:")) {
				name = line.substring(6);
			}
			else if (line.startsWith("data:")) {
				data = line.substring(5);
			}
			else if (line.startsWith(":")) {
				comment(line);
			}
			else if (line.isEmpty()) {
				dispatch(id, name, data);
				name = null;
			}
		}
	}

	private synchronized void comment(String line) {
		this.comments.add(line);
	}

	private synchronized void dispatch(@Nullable String id, @Nullable String name, String data) {
		if (id != null) {
			this.last = id;
			if (this.began == null) {
				this.began = id;
			}
			if (name != null) {
				this.events.add(new Event(id, name, data));
			}
		}
	}

	private synchronized boolean isClosed() {
		return this.closed;
	}

	@Override
	public synchronized void close() throws IOException {
		this.closed = true;
		if (this.socket != null) {
			this.socket.close();
		}
	}

	/** One event. */
	public record Event(String id, String name, String data) {

		/** The offset that the record has which it tells of, in that log. */
		public long offset(String log) {
			return Position.parse(this.id).orElseThrow().place(log).major() - 1;
		}

		/** Where that log stands in its id. */
		public String place(String log) {
			return StreamClient.place(this.id, log);
		}

	}

	/** Where a log stands in an id, as text. */
	public static String place(String id, String log) {
		return Position.parse(id).orElseThrow().place(log).toString();
	}

	/** Where a topic stands in an id. */
	public static long next(String id, String log) {
		return Position.parse(id).orElseThrow().place(log).major();
	}

}
