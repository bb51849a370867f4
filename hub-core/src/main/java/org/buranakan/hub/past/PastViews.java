package org.buranakan.hub.past;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

import com.zaxxer.hikari.HikariDataSource;
import org.buranakan.hub.audit.ViewSchema;
import org.buranakan.hub.cut.Cut;
import org.buranakan.hub.intake.Unrepeatable;
import org.buranakan.hub.replay.Copy;
import org.buranakan.hub.replay.Rebuild;
import org.buranakan.hub.view.Busy;
import org.buranakan.hub.view.NoPast;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The views of the cuts that were asked for last: built when they are asked for, one
 * after the other, and dropped in favour of others once nobody reads them.
 */
@Component
class PastViews implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(PastViews.class);

	/** How long a reader waits before being told to come back. */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final HikariDataSource live;

	private final HikariDataSource liveReaders;

	private final Rebuild rebuild;

	private final PastSettings settings;

	/** By cut, whichever was asked for last being the last; guarded by the lock. */
	private final Map<String, PastView> views = new LinkedHashMap<>(16, 0.75F, true);

	private final ReentrantLock lock = new ReentrantLock();

	private @Nullable ExecutorService builder;

	PastViews(HikariDataSource live, @Qualifier("liveReaders") HikariDataSource liveReaders, Rebuild rebuild,
			PastSettings settings) {
		this.live = live;
		this.liveReaders = liveReaders;
		this.rebuild = rebuild;
		this.settings = settings;
	}

	/**
	 * The view at a cut; it stays until it is left.
	 * @throws NoPast if it cannot be built from the logs any more
	 * @throws org.buranakan.hub.view.NotYet while it is being built
	 * @throws Busy if all that may be kept are being read or built
	 */
	Visit visit(Cut cut) {
		PastView view = enter(cut);
		try {
			return new Visit(view, view.await(PATIENCE));
		}
		catch (ExecutionException ex) {
			leave(view);
			throw told(cut, ex.getCause());
		}
		catch (RuntimeException ex) {
			leave(view);
			throw ex;
		}
	}

	private PastView enter(Cut cut) {
		this.lock.lock();
		try {
			PastView known = this.views.get(cut.id());
			if (known != null && known.isLost()) {
				drop(cut.id(), known);
				known = null;
			}
			PastView view = (known != null) ? known : begin(cut);
			view.enter();
			return view;
		}
		finally {
			this.lock.unlock();
		}
	}

	private PastView begin(Cut cut) {
		ExecutorService thread = this.builder;
		makeRoom();
		if (thread == null || this.views.size() >= this.settings.kept()) {
			throw new Busy("มีผู้อ่านภาพย้อนหลังของจุดตัดอื่นเต็มแล้ว โปรดลองใหม่ในอีกครู่หนึ่ง",
					"As many past states as may be kept are being read or built; try again in a moment.");
		}
		PastView view = new PastView(cut);
		this.views.put(cut.id(), view);
		thread.execute(() -> view.build(this.live, this.liveReaders, this.rebuild));
		return view;
	}

	/** Drops the one that was asked for longest ago, if another one needs its place. */
	private void makeRoom() {
		if (this.views.size() >= this.settings.kept()) {
			this.views.entrySet()
				.stream()
				.filter((kept) -> !kept.getValue().isUsed() && !kept.getValue().isBuilding())
				.findFirst()
				.ifPresent((oldest) -> drop(oldest.getKey(), oldest.getValue()));
		}
	}

	private void drop(String id, PastView view) {
		this.views.remove(id);
		try {
			view.close();
		}
		catch (DataAccessException ex) {
			LOG.warn("The view at cut {} is left for the next start to drop", id, ex);
		}
	}

	private void leave(PastView view) {
		this.lock.lock();
		try {
			view.leave();
		}
		finally {
			this.lock.unlock();
		}
	}

	private static RuntimeException told(Cut cut, @Nullable Throwable cause) {
		if (cause instanceof Unrepeatable changed) {
			return NoPast.notRepeatable(String.valueOf(changed.getMessage()));
		}
		LOG.error("The view at cut {} cannot be built", cut.id(), cause);
		return (cause instanceof DataAccessException outage) ? outage
				: new IllegalStateException("The view at the cut cannot be built", cause);
	}

	/** Drops what processes that ended left. */
	@Override
	public void start() {
		this.builder = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("past").daemon().factory());
		try {
			List<String> schemas = JdbcClient.create(this.live)
				.sql("SELECT nspname FROM pg_namespace WHERE nspname ~ :names")
				.param("names", PastView.NAMES)
				.query((row, number) -> row.getString(1))
				.list();
			schemas.forEach((schema) -> Copy.take(this.live, new ViewSchema(schema)).ifPresent(Copy::close));
		}
		catch (DataAccessException ex) {
			LOG.warn("What earlier processes left of past views is not looked at", ex);
		}
	}

	@Override
	public void stop() {
		this.lock.lock();
		try {
			ExecutorService thread = this.builder;
			this.builder = null;
			if (thread != null) {
				thread.shutdownNow();
			}
			Map.copyOf(this.views).forEach(this::drop);
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Readers end first, for the web server's phase is a later one. */
	@Override
	public int getPhase() {
		return 0;
	}

	@Override
	public boolean isRunning() {
		return this.builder != null;
	}

	/** A reader's stay in a past view; to be ended. */
	final class Visit implements AutoCloseable {

		private final PastView view;

		private final HikariDataSource database;

		private Visit(PastView view, HikariDataSource database) {
			this.view = view;
			this.database = database;
		}

		HikariDataSource database() {
			return this.database;
		}

		@Override
		public void close() {
			leave(this.view);
		}

	}

}
