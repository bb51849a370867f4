package org.buranakan.run;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.buranakan.pilot.PilotData;
import org.buranakan.platform.Platform;
import org.buranakan.platform.Services;
import org.buranakan.schemas.topic.Principal;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The steps that {@code docker-compose.yml} takes before and between its services, each a
 * word. Taking one again changes nothing that stands; one that is told another shape than
 * the first ends with 1.
 */
public final class ServerSteps {

	private static final List<String> DATABASES = List.of("registry", "hub", "codi");

	private static final PrintStream PRINT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

	private final Path data;

	private final Services services;

	private final PilotData pilot = new PilotData();

	private ServerSteps(Path data, boolean scaled) {
		this.data = data;
		this.services = new Services(data, scaled);
	}

	/**
	 * The step, the directory that all services know by the same path, and {@code scaled}
	 * where {@code docker-compose.scale.yml} is used.
	 */
	public static void main(String[] arguments) {
		LoggingSystem.get(ServerSteps.class.getClassLoader())
			.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
		Path data = Path.of(arguments[1]);
		boolean scaled = arguments.length > 2 && arguments[2].equals("scaled");
		new Shape(data.resolve("credentials")).objectionTo(scaled).ifPresent((objection) -> {
			PRINT.print(objection);
			System.exit(1);
		});
		new ServerSteps(data, scaled).take(arguments[0]);
	}

	private void take(String step) {
		switch (step) {
			case "secrets" -> makeSecrets();
			case "databases" -> this.services.provide(DATABASES);
			case "deployment" -> deploy();
			case "pilot" -> playAgencies();
			case "replicas" -> awaitReplicas();
			default -> throw new IllegalArgumentException("secrets, databases, deployment, pilot or replicas: " + step);
		}
	}

	/** Every service finds its own, and nobody else's. */
	private void makeSecrets() {
		List<String> principals = Deployment.principals(this.pilot).stream().map(Principal::name).toList();
		this.services.furnish(principals, DATABASES);
		Platform platform = this.services.platform();
		Told told = new Told(platform);
		tell("hub", told.hub());
		this.services.hand("hub", List.of(platform.captureCredentials("hub")));
		this.pilot.agencies().forEach((agency) -> {
			Path profile = profile(agency);
			tell(agency, told.connectors(List.of(agency), (any) -> "file:" + profile));
			List<Path> files = new ArrayList<>(
					List.of(profile, platform.credentials(agency), told.tokens().file(agency)));
			if ("codi".equals(agency)) {
				files.add(platform.captureCredentials(agency));
			}
			this.services.hand(agency, files);
		});
	}

	private void deploy() {
		Platform platform = this.services.platform();
		new Deployment(platform, this.pilot, this.services.replicas()).take();
		new CodiDatabase(platform.database("codi"), this.pilot).fill();
		this.services.rememberCluster();
	}

	/** Then another broker may be stopped. */
	private void awaitReplicas() {
		try (Admin admin = Admin.create(this.services.platform().superuser())) {
			new Replicas(admin, this.services.replicas(), PRINT).await();
		}
	}

	/** The agencies' own systems; each zone's inbox is that of its connectors. */
	private void playAgencies() {
		ZoneOffices.AGENCIES
			.forEach((agency) -> new ZoneOffices(this.data.resolve("inboxes").resolve(agency), this.pilot)
				.dropFiles(agency));
		new CentreSystems(this.data.resolve("pilot"), (agency) -> "http://" + agency + ":8090",
				new Told(this.services.platform()).tokens()::token, this.pilot)
			.push();
		new PilotPeople(new Told(this.services.platform())).add();
	}

	private void tell(String service, Map<String, Object> settings) {
		this.services.tell(service,
				settings.entrySet()
					.stream()
					.collect(Collectors.toMap(Map.Entry::getKey, (setting) -> setting.getValue().toString())));
	}

	private Path profile(String agency) {
		Path file = this.data.resolve("credentials/run").resolve(agency + ".yml");
		try {
			return Files.writeString(file, this.pilot.profile(agency));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
