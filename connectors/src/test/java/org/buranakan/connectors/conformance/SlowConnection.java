package org.buranakan.connectors.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection on which whatever a test likes is said, as slowly as it likes. */
final class SlowConnection implements AutoCloseable {

	private final Socket socket;

	private boolean open = true;

	private SlowConnection(Socket socket) {
		this.socket = socket;
	}

	/** Connects, and says the beginning of a request. */
	static SlowConnection begin(URI server, String text) throws IOException {
		SlowConnection connection = new SlowConnection(new Socket(server.getHost(), server.getPort()));
		connection.socket.setSoTimeout(Math.toIntExact(Duration.ofSeconds(30).toMillis()));
		connection.say(text);
		return connection;
	}

	/** The head of a request whose body comes in chunks. */
	static String head(String path, String token) {
		return """
				POST %s HTTP/1.1\r
				Host: localhost\r
				Authorization: Bearer %s\r
				Content-Type: application/json\r
				Accept: application/json\r
				Transfer-Encoding: chunked\r
				\r
				""".formatted(path, token);
	}

	/** A chunk of a body; an empty one ends it. */
	static String chunk(String text) {
		return Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + text + "\r\n";
	}

	/** Says some more, unless the server has closed. */
	boolean say(String text) {
		try {
			this.socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			this.open = false;
		}
		return this.open;
	}

	/** The first line of the answer, once it is there. */
	String status() throws IOException {
		BufferedReader answer = new BufferedReader(
				new InputStreamReader(this.socket.getInputStream(), StandardCharsets.UTF_8));
		return String.valueOf(answer.readLine());
	}

	/** Whether an answer has begun. */
	boolean isAnswered() throws IOException {
		return this.socket.getInputStream().available() > 0;
	}

	/** As when a line breaks down: whatever is said here from now on fails. */
	void reset() throws IOException {
		this.socket.setSoLinger(true, 0);
		close();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
