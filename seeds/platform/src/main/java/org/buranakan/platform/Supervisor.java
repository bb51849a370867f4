package org.buranakan.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * The parts as children of this process. PostgreSQL and Kafka start at once, the registry
 * as soon as PostgreSQL is there, both Connect workers as soon as Kafka is; they stop in
 * the opposite order.
 */
final class Supervisor implements Parts {

	private final Map<PartName, RunningPart> parts = new EnumMap<>(PartName.class);

	private final StartListener listener;

	private final DataDirectory directory;

	/** The first failure of the start: the others follow from it. */
	private final AtomicReference<@Nullable PlatformFailure> failed = new AtomicReference<>();

	Supervisor(List<RunningPart> parts, StartListener listener, DataDirectory directory) {
		parts.forEach((part) -> this.parts.put(part.name(), part));
		this.listener = listener;
		this.directory = directory;
	}

	/** Starts all parts or none. */
	void start() {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			CompletableFuture<Void> registry = CompletableFuture.runAsync(() -> start(PartName.POSTGRESQL), threads)
				.thenRun(() -> start(PartName.REGISTRY));
			CompletableFuture<Void> kafka = CompletableFuture.runAsync(() -> start(PartName.KAFKA), threads);
			CompletableFuture
				.allOf(registry, kafka.thenRunAsync(() -> start(PartName.CONNECT), threads),
						kafka.thenRunAsync(() -> start(PartName.HUB_CONNECT), threads))
				.join();
		}
		catch (CompletionException bug) {
			close();
			throw bug;
		}
		PlatformFailure failure = this.failed.get();
		if (failure != null) {
			close();
			throw failure;
		}
	}

	@Override
	public void act(PartName part, Action action) {
		RunningPart running = running(part);
		try {
			switch (action) {
				case START -> running.start();
				case STOP -> running.stop();
				case KILL -> running.kill();
				case FREEZE -> running.pass("STOP");
				case THAW -> running.pass("CONT");
			}
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		for (PartName name : List.of(PartName.HUB_CONNECT, PartName.CONNECT, PartName.REGISTRY, PartName.KAFKA,
				PartName.POSTGRESQL)) {
			act(name, Action.STOP);
		}
		this.directory.close();
	}

	private void start(PartName name) {
		if (this.failed.get() != null) {
			return;
		}
		this.listener.starting(name);
		Instant begin = Instant.now();
		try {
			running(name).start();
			if (this.failed.get() == null) {
				this.listener.ready(name, Duration.between(begin, Instant.now()));
			}
		}
		catch (PlatformFailure failure) {
			if (this.failed.compareAndSet(null, failure)) {
				this.listener.failed(name, Duration.between(begin, Instant.now()), failure);
				this.parts.values().forEach(RunningPart::abandon);
			}
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
		}
	}

	private RunningPart running(PartName name) {
		RunningPart part = this.parts.get(name);
		if (part == null) {
			throw new IllegalArgumentException("Not a part of this platform: " + name);
		}
		return part;
	}

}
