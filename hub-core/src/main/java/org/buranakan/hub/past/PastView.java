package org.buranakan.hub.past;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.buranakan.hub.audit.ViewSchema;
import org.buranakan.hub.cut.Cut;
import org.buranakan.hub.replay.Copy;
import org.buranakan.hub.replay.Rebuild;
import org.buranakan.hub.view.NotYet;
import org.jspecify.annotations.Nullable;

/** The view at one cut: being built, ready, or failed. */
final class PastView {

	/** Connections of each at most. */
	private static final int READERS = 4;

	private static final int ID_SHOWN = 12;

	private static final int RANDOM_BYTES = 4;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Cut cut;

	private final long toFold;

	private final CompletableFuture<HikariDataSource> readers = new CompletableFuture<>();

	private volatile long folded;

	private volatile @Nullable Copy copy;

	/** How many requests read it or wait for it; guarded by who keeps it. */
	private int users;

	PastView(Cut cut) {
		this.cut = cut;
		this.toFold = Rebuild.ends(cut.positions()).values().stream().mapToLong(Long::longValue).sum();
	}

	/** Builds it, on a thread that may take long. */
	void build(HikariDataSource live, HikariDataSource liveReaders, Rebuild rebuild) {
		try {
			// What a process leaves of these is dropped at the next start:
			// beforeMigrate.sql.
			ViewSchema schema = new ViewSchema("cut_%s_%s".formatted(this.cut.id().substring(0, ID_SHOWN), random()));
			Copy taken = Copy.take(live, schema).orElseThrow();
			this.copy = taken;
			rebuild.fold(this.cut, taken.create(), (folded) -> this.folded = folded);
			rebuild.derive(taken);
			this.readers.complete(readers(liveReaders, schema));
		}
		// Whoever asks for it learns of it, whatever it was.
		catch (RuntimeException | Error ex) {
			this.readers.completeExceptionally(ex);
		}
	}

	/** Another process may build the same. */
	private static String random() {
		byte[] bytes = new byte[RANDOM_BYTES];
		RANDOM.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/** As those of the live view are, but for where they look. */
	private static HikariDataSource readers(HikariDataSource live, ViewSchema schema) {
		HikariConfig configuration = new HikariConfig();
		live.copyStateTo(configuration);
		configuration.setPoolName("reading-" + schema.name());
		configuration.setMaximumPoolSize(READERS);
		configuration.setMinimumIdle(0);
		configuration.setConnectionInitSql("SET search_path TO %s, hub".formatted(schema.name()));
		return new HikariDataSource(configuration);
	}

	/**
	 * Waits for it.
	 * @throws NotYet if it takes longer
	 * @throws ExecutionException why it could not be built
	 */
	HikariDataSource await(Duration patience) throws ExecutionException {
		try {
			return this.readers.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw new NotYet(this.folded, this.toFold);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new NotYet(this.folded, this.toFold);
		}
	}

	boolean isBuilding() {
		return !this.readers.isDone();
	}

	/** Whether it failed, or its tables went with a connection. */
	boolean isLost() {
		Copy taken = this.copy;
		return !isBuilding() && (this.readers.isCompletedExceptionally() || taken == null || !taken.isHeld());
	}

	void enter() {
		this.users++;
	}

	void leave() {
		this.users--;
	}

	boolean isUsed() {
		return this.users > 0;
	}

	/** Drops it. */
	void close() {
		if (this.readers.state() == Future.State.SUCCESS) {
			this.readers.resultNow().close();
		}
		Copy taken = this.copy;
		if (taken != null) {
			taken.close();
		}
	}

}
