package org.buranakan.hub.guarantee;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * PostgreSQL behind a line that understands its protocol (version 3), and that can hold a
 * message, or fail, at a moment of a batch of intake.
 */
final class DatabaseInFront implements AutoCloseable {

	private static final int ENCRYPTION_REQUESTED = 80_877_103;

	private static final int LARGEST_GREETING = 10_000;

	private final ServerSocket server;

	private final String url;

	private final int port;

	private final Map<Moment, Hold> holds = new EnumMap<>(Moment.class);

	private final AtomicInteger cuts = new AtomicInteger();

	private final ConcurrentLinkedQueue<Socket> clients = new ConcurrentLinkedQueue<>();

	/**
	 * A line to the database.
	 * @param url of JDBC, with host 127.0.0.1 and a port
	 */
	DatabaseInFront(String url) {
		this.url = url;
		this.port = Integer.parseInt(url.replaceFirst(".*:(\\d+)/.*", "$1"));
		try {
			this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::accept);
	}

	/** The JDBC URL of the same database through this line. */
	String url() {
		return this.url.replace(":" + this.port + "/", ":" + this.server.getLocalPort() + "/");
	}

	/** Holds the next message of that moment, until it is released. */
	void hold(Moment moment) {
		arm(moment, new Hold(false));
	}

	/** Cuts the connection at that moment; nobody hears of it. */
	void cut(Moment moment) {
		arm(moment, new Hold(true));
	}

	boolean isReached(Moment moment) {
		synchronized (this.holds) {
			Hold hold = this.holds.get(moment);
			return hold != null && hold.isReached();
		}
	}

	/** How often a connection was cut. */
	int cuts() {
		return this.cuts.get();
	}

	void release(Moment moment) {
		synchronized (this.holds) {
			Hold hold = this.holds.remove(moment);
			if (hold != null) {
				hold.release();
			}
		}
	}

	/** Cuts every connection, and takes no other. */
	void goesAway() {
		closed(this.server);
		this.clients.forEach(DatabaseInFront::closed);
	}

	@Override
	public void close() {
		for (Moment moment : Moment.values()) {
			release(moment);
		}
		closed(this.server);
	}

	private void arm(Moment moment, Hold hold) {
		synchronized (this.holds) {
			this.holds.put(moment, hold);
		}
	}

	/** Returns when the message may go on. */
	private void passes(Moment moment) throws IOException {
		Hold hold;
		synchronized (this.holds) {
			hold = this.holds.get(moment);
		}
		if (hold == null || !hold.reach()) {
			return;
		}
		if (hold.isCut()) {
			this.cuts.incrementAndGet();
			throw new IOException("cut " + moment);
		}
		try {
			hold.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void accept() {
		while (!this.server.isClosed()) {
			try {
				Socket client = this.server.accept();
				this.clients.add(client);
				Thread.ofVirtual().start(() -> new Line(client).open());
			}
			catch (IOException ex) {
				closed(this.server);
			}
		}
	}

	private static void closed(AutoCloseable end) {
		try {
			end.close();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A moment of a batch of intake. */
	enum Moment {

		/** All rows of the history were sent, and not yet that these were all. */
		COPY_WITHOUT_ITS_END,

		/** A batch asks for its logs, before PostgreSQL hears of it. */
		LOCK,

		/** PostgreSQL has committed, and nobody was told. */
		COMMIT_UNHEARD

	}

	/** One connection. */
	private final class Line {

		private final Socket client;

		/** Whether its transaction is a batch of intake. */
		private volatile boolean isBatch;

		/** Whether it copies the history. */
		private boolean isHistory;

		/** The prepared statements that lock the logs of a batch. */
		private final Set<String> locks = new HashSet<>();

		Line(Socket client) {
			this.client = client;
		}

		void open() {
			try (this.client;
					Socket postgres = new Socket(InetAddress.getLoopbackAddress(), DatabaseInFront.this.port)) {
				this.client.setTcpNoDelay(true);
				postgres.setTcpNoDelay(true);
				DataInputStream asked = new DataInputStream(this.client.getInputStream());
				DataOutputStream to = new DataOutputStream(postgres.getOutputStream());
				if (greets(asked, to)) {
					Thread answers = Thread.ofVirtual().start(() -> answer(postgres));
					ask(asked, to);
					// Of a killed process PostgreSQL hears at once.
					postgres.shutdownOutput();
					answers.join();
				}
			}
			// Whoever is cut off, or has gone, tells so himself.
			catch (IOException ex) {
				closed(this.client);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		/** The messages before the first that has a type. */
		private boolean greets(DataInputStream asked, DataOutputStream to) throws IOException {
			while (true) {
				int length = asked.readInt();
				if (length < 8 || length > LARGEST_GREETING) {
					return false;
				}
				byte[] body = asked.readNBytes(length - 4);
				int code = new DataInputStream(new ByteArrayInputStream(body)).readInt();
				if (code == ENCRYPTION_REQUESTED || code == ENCRYPTION_REQUESTED + 1) {
					this.client.getOutputStream().write('N');
				}
				else {
					to.writeInt(length);
					to.write(body);
					return true;
				}
			}
		}

		private void ask(DataInputStream from, DataOutputStream to) throws IOException {
			for (int type = from.read(); type >= 0; type = from.read()) {
				byte[] body = from.readNBytes(from.readInt() - 4);
				if (type == 'Q') {
					this.isHistory = new String(body, StandardCharsets.UTF_8).startsWith("COPY hub.history");
					this.isBatch |= this.isHistory;
				}
				else if (type == 'c' && this.isHistory) {
					passes(Moment.COPY_WITHOUT_ITS_END);
				}
				else if (type == 'P') {
					String[] named = texts(body);
					this.locks.remove(named[0]);
					if (named[1].startsWith("SELECT id, epoch, next_offset FROM hub.log")) {
						this.locks.add(named[0]);
					}
				}
				else if (type == 'B' && this.locks.contains(texts(body)[1])) {
					passes(Moment.LOCK);
				}
				send(to, type, body);
			}
		}

		/** The first two texts of a message. */
		private static String[] texts(byte[] body) {
			return new String(body, StandardCharsets.ISO_8859_1).split("\0", 3);
		}

		private void answer(Socket postgres) {
			try (this.client; postgres) {
				DataInputStream from = new DataInputStream(postgres.getInputStream());
				DataOutputStream to = new DataOutputStream(this.client.getOutputStream());
				for (int type = from.read(); type >= 0; type = from.read()) {
					byte[] body = from.readNBytes(from.readInt() - 4);
					if (type == 'C' && this.isBatch && new String(body, StandardCharsets.UTF_8).startsWith("COMMIT")) {
						passes(Moment.COMMIT_UNHEARD);
					}
					if (type == 'Z' && body[0] == 'I') {
						this.isBatch = false;
					}
					send(to, type, body);
				}
			}
			catch (IOException ex) {
				closed(this.client);
			}
		}

		private static void send(DataOutputStream to, int type, byte[] body) throws IOException {
			byte[] message = new byte[body.length + 5];
			ByteBuffer.wrap(message).put((byte) type).putInt(body.length + 4).put(body);
			to.write(message);
		}

	}

}
