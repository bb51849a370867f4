package org.buranakan.platform.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.WaitResponse;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;

/**
 * A command in a container of its own, which is the machine's in all but its files: it
 * has the image's, and of the machine's those that the command names. Like a child
 * process it has its orders from standard input, which ends with this process, and it is
 * gone when it has ended.
 */
final class ContainerProcess extends Process {

	/** That of the Dockerfiles. */
	static final String IMAGE = "eclipse-temurin:25-jre";

	private static final String LABEL = "org.buranakan.parts";

	private static final long MOST_MEMORY = 3L << 30;

	private static final AtomicBoolean SWEPT = new AtomicBoolean();

	/** For the last that it printed. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Orders orders = new Orders();

	private final CompletableFuture<Integer> exit = new CompletableFuture<>();

	private ContainerProcess() {
	}

	/** What keeps programs from running in containers, for people; empty if nothing. */
	static String missing() {
		if (!DockerClientFactory.instance().isDockerAvailable()) {
			return "Nothing was run in containers: no engine answers";
		}
		try {
			DockerClientFactory.instance().client().inspectImageCmd(IMAGE).exec();
			return "";
		}
		catch (NotFoundException ex) {
			return "Nothing was run in containers: the engine has no image " + IMAGE + " (README, On a server)";
		}
	}

	/**
	 * Starts the command.
	 * @param output what it prints is appended there
	 * @throws IOException if the engine refuses
	 * @throws IllegalStateException if there is no engine, or no image
	 */
	static Process start(List<String> command, Map<String, String> environment, Path output) throws IOException {
		String missing = missing();
		if (!missing.isEmpty()) {
			throw new IllegalStateException(missing);
		}
		sweep();
		ContainerProcess process = new ContainerProcess();
		// Not closed: it removes itself when its command has ended, which may be long
		// after.
		@SuppressWarnings("resource")
		GenericContainer<?> container = new Heard(process.orders).withNetworkMode("host")
			.withEnv(environment)
			.withLabel(LABEL, "")
			.withStartupCheckStrategy(new Begun())
			.withCreateContainerCmdModifier((create) -> likeAChild(create, command, output));
		try {
			container.start();
		}
		catch (RuntimeException ex) {
			throw new IOException("No container of " + IMAGE + " starts", ex);
		}
		process.follow(container.getDockerClient(), container.getContainerId(), output);
		return process;
	}

	/** Removes those that ended when nobody was there to remove them. */
	private static void sweep() {
		if (SWEPT.compareAndSet(false, true)) {
			DockerClient engine = DockerClientFactory.instance().client();
			engine.listContainersCmd()
				.withStatusFilter(List.of("exited", "dead"))
				.withLabelFilter(List.of(LABEL))
				.exec()
				.forEach((ended) -> engine.removeContainerCmd(ended.getId()).exec());
		}
	}

	private static void likeAChild(CreateContainerCmd create, List<String> command, Path output) {
		HostConfig host = create.getHostConfig();
		if (host == null) {
			throw new IllegalStateException("Testcontainers gives containers a host configuration");
		}
		List<String> clean = new ArrayList<>(List.of("env", "-u", "HOSTNAME", "-u", "JAVA_HOME"));
		clean.addAll(command);
		create.withEntrypoint(clean)
			.withCmd(List.of())
			.withStdinOpen(true)
			.withStdInOnce(true)
			.withAttachStdin(true)
			.withHostConfig(host.withPidMode("host")
				.withMemory(MOST_MEMORY)
				// Root's PostgreSQL is given a user namespace of its own.
				.withCapAdd(Capability.SYS_ADMIN)
				.withSecurityOpts(List.of("seccomp=unconfined", "apparmor=unconfined"))
				.withBinds(directories(command, output).map((directory) -> Bind.parse(directory + ":" + directory))
					.toList()));
	}

	/** Those of the machine that the command names, on class paths too. */
	private static Stream<Path> directories(List<String> command, Path output) {
		return Stream.concat(command.stream(), Stream.of(output.toString()))
			.flatMap((argument) -> Stream.of(argument.split("[=:,\\s]+")))
			.filter((word) -> word.startsWith("/"))
			.map((word) -> Path.of(word.replace("*", "")).normalize())
			.filter((path) -> path.getNameCount() > 2)
			.map(ContainerProcess::bound)
			.distinct()
			.filter(Files::isDirectory);
	}

	/**
	 * No more than is needed: the image's own files lie around Java, a person's around
	 * Maven's.
	 */
	private static Path bound(Path path) {
		Path java = Path.of(System.getProperty("java.home"));
		Path home = Path.of(System.getProperty("user.home"));
		if (path.startsWith(java)) {
			return java;
		}
		return path.startsWith(home) ? home.resolve(home.relativize(path).getName(0))
				: path.getRoot().resolve(path.subpath(0, 2));
	}

	private void follow(DockerClient engine, String container, Path output) {
		ResultCallback.Adapter<Frame> printed = engine.logContainerCmd(container)
			.withStdOut(true)
			.withStdErr(true)
			.withFollowStream(true)
			.exec(new Printed(output));
		engine.waitContainerCmd(container).exec(new ResultCallback.Adapter<WaitResponse>() {
			@Override
			public void onNext(WaitResponse ended) {
				try {
					printed.awaitCompletion(PATIENCE.toSeconds(), TimeUnit.SECONDS);
					engine.removeContainerCmd(container).withForce(true).exec();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
				finally {
					ContainerProcess.this.exit.complete(ended.getStatusCode());
				}
			}

			@Override
			public void onError(Throwable lost) {
				ContainerProcess.this.exit.completeExceptionally(lost);
			}
		});
	}

	@Override
	public OutputStream getOutputStream() {
		return this.orders;
	}

	/** What it prints is in its file. */
	@Override
	public InputStream getInputStream() {
		return InputStream.nullInputStream();
	}

	@Override
	public InputStream getErrorStream() {
		return InputStream.nullInputStream();
	}

	@Override
	public int waitFor() throws InterruptedException {
		try {
			return this.exit.get();
		}
		catch (ExecutionException lost) {
			throw new IllegalStateException("The engine does not say how the container ended", lost);
		}
	}

	@Override
	public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
		try {
			this.exit.get(timeout, unit);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (ExecutionException lost) {
			throw new IllegalStateException("The engine does not say how the container ended", lost);
		}
	}

	@Override
	public boolean isAlive() {
		return !this.exit.isDone();
	}

	@Override
	public int exitValue() {
		if (isAlive()) {
			throw new IllegalThreadStateException("It has not ended");
		}
		return this.exit.join();
	}

	@Override
	public void destroy() {
		this.orders.close();
	}

	/**
	 * Its orders are at hand before it begins: they end with this process from then on.
	 */
	private static final class Heard extends GenericContainer<Heard> {

		private final Orders orders;

		Heard(Orders orders) {
			super(IMAGE);
			this.orders = orders;
		}

		@Override
		protected void containerIsCreated(String container) {
			this.orders.whenClosed(getDockerClient().attachContainerCmd(container)
				.withStdIn(this.orders.asked())
				.withFollowStream(true)
				.exec(new ResultCallback.Adapter<>()));
		}

	}

	/** It may have ended before anybody looks. */
	private static final class Begun extends StartupCheckStrategy {

		@Override
		public StartupStatus checkStartupState(DockerClient engine, String container) {
			ContainerState state = getCurrentState(engine, container);
			return "created".equals(state.getStatus()) ? StartupStatus.NOT_YET_KNOWN : StartupStatus.SUCCESSFUL;
		}

	}

}
