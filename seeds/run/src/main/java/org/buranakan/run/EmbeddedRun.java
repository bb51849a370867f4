package org.buranakan.run;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.buranakan.pilot.PilotData;
import org.buranakan.platform.Front;
import org.buranakan.platform.Platform;
import org.buranakan.platform.PlatformFailure;
import org.buranakan.platform.PlatformSettings;
import org.buranakan.platform.PortUse;
import org.buranakan.schemas.topic.Principal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Runs all of Buranakan on this machine until it is told to stop. */
public final class EmbeddedRun {

	private final RunSettings settings;

	private final PilotData data = new PilotData();

	private final PrintStream out;

	private EmbeddedRun(RunSettings settings, PrintStream out) {
		this.settings = settings;
		this.out = out;
	}

	/** Takes {@link RunSettings} as {@code --buranakan.<name>=<value>}. */
	public static void main(String[] args) {
		ParentWatch.start();
		// Until an application starts and logs to its file, the terminal is for people.
		LoggingSystem.get(EmbeddedRun.class.getClassLoader())
			.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
		PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		EmbeddedRun run = new EmbeddedRun(settings(args), out);
		try {
			run.start();
		}
		catch (PlatformFailure failure) {
			out.printf("%n%s%n  → %s%n", failure.problem(), failure.remedy());
			System.exit(1);
		}
		catch (RuntimeException unexpected) {
			// An application that fails to start has told its log file alone.
			out.printf("%nThe start failed: %s%n  → The whole story is in %s.%n", unexpected.getMessage(),
					run.settings.platform().data().resolve("logs"));
			System.exit(1);
		}
	}

	private void start() {
		this.out.println();
		this.out.println("Buranakan · บูรณาการ — starting on real parts, data in " + this.settings.platform().data());
		StartProgress progress = new StartProgress(this.out);
		Platform platform = platform(progress);
		SpringApplication.getShutdownHandlers().add(platform::close);
		Running running = new Running(platform, this.settings, this.data);
		progress.step("Users, topics, rights, contracts, reference", new Deployment(platform, this.data, 1)::take);
		progress.step("CODI's own database", new CodiDatabase(platform.database("codi"), this.data)::fill);
		progress.step("Hub", running::startHub);
		progress.step("Connectors of seven agencies", running::startConnectors);
		progress.step("The agencies publish", running::playAgencies);
		progress.step("People who may sign in", running::addPeople);
		new Welcome(running, progress.sinceStart()).print(this.out);
	}

	private Platform platform(StartProgress progress) {
		PlatformSettings given = this.settings.platform();
		PlatformSettings withPrincipals = new PlatformSettings(given.data(), given.ports(), given.databases(),
				Deployment.principals(this.data).stream().map(Principal::name).toList(), given.limits());
		return this.settings.fresh() ? Platform.startOver(withPrincipals, front(), progress)
				: Platform.start(withPrincipals, front(), progress);
	}

	private Front front() {
		return new Front(URI.create("http://127.0.0.1:" + this.settings.pagePort()),
				List.of(new PortUse(this.settings.pagePort(), "buranakan.page-port"),
						new PortUse(this.settings.pushPort(), "buranakan.push-port")));
	}

	private static RunSettings settings(String[] args) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
		return Binder.get(environment).bindOrCreate("buranakan", RunSettings.class);
	}

}
