package org.buranakan.run;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.buranakan.pilot.PilotData;
import org.buranakan.platform.Platform;
import org.buranakan.platform.Services;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code docker-compose.yml} says, alone and scaled out, and what the code says are
 * the same; no engine is needed for it.
 */
@ParameterizedClass
@ValueSource(booleans = { false, true })
class ComposeTests {

	private static final Path ROOT = Path.of("../..");

	private static final Set<String> STEPS = Set.of("secrets", "databases", "deployment", "pilot", "replicas",
			"operator");

	private static final List<String> AGENCIES = new PilotData().agencies();

	private static final Set<String> JOINED = Set.of("volumes", "ports");

	@TempDir
	private static Path data = Path.of("");

	private static Map<String, Map<String, Object>> services = new TreeMap<>();

	@Parameter
	private boolean scaled;

	@BeforeParameterizedClassInvocation
	static void readAndMakeSecrets(boolean scaled) throws IOException {
		services.clear();
		read("docker-compose.yml");
		if (scaled) {
			read("docker-compose.scale.yml");
		}
		FileSystemUtils.deleteRecursively(data);
		ServerSteps.main(new String[] { "secrets", data.toString(), scaled ? "scaled" : "" });
	}

	/** A later file adds to an earlier one, as compose does it. */
	private static void read(String name) throws IOException {
		try (Reader file = Files.newBufferedReader(ROOT.resolve(name))) {
			Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(file);
			compose.getOrDefault("services", Map.of()).forEach((service, said) -> {
				Map<String, Object> all = services.computeIfAbsent(service, (any) -> new TreeMap<>());
				said.forEach((key, value) -> all.merge(key, value,
						(before, more) -> JOINED.contains(key) ? joined(before, more) : more));
			});
		}
	}

	private static List<Object> joined(Object before, Object more) {
		return Stream.of(before, more)
			.flatMap((list) -> ((Collection<?>) list).stream())
			.<Object>map((one) -> one)
			.toList();
	}

	@Test
	void everyAgencyHasConnectorsOfItsOwn() {
		assertThat(services).containsKeys(AGENCIES.toArray(String[]::new));
		for (String agency : AGENCIES) {
			assertThat(text(agency, "environment")).contains("/buranakan/credentials/run/" + agency + ".properties");
			assertThat(list(agency, "volumes")).containsExactly("for-" + agency + ":/buranakan/credentials:ro",
					"inbox-" + agency + ":/buranakan/inbox");
		}
	}

	@Test
	void onlyThePageAndTheAgenciesPagesAreReachable() {
		Set<String> published = services.keySet()
			.stream()
			.filter((service) -> !list(service, "ports").isEmpty())
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> pages = new TreeSet<>(AGENCIES);
		pages.addAll(hubs());
		assertThat(published).isEqualTo(pages);
		assertThat(published.stream().flatMap((service) -> list(service, "ports").stream())).doesNotHaveDuplicates()
			.allMatch((port) -> port.startsWith("${LISTEN:-127.0.0.1}:"));
	}

	@Test
	void everyServiceIsHeldTight() {
		services.forEach((name, service) -> assertThat(service).as(name)
			.containsEntry("read_only", true)
			.containsEntry("cap_drop", List.of("ALL"))
			.containsEntry("security_opt", List.of("no-new-privileges:true"))
			.containsKey("mem_limit")
			.satisfies((held) -> assertThat(STEPS.contains(name) || "unless-stopped".equals(held.get("restart")))
				.isTrue()));
	}

	@Test
	void everyPartAnswersUnderTheNameOfItsService() {
		Platform platform = new Services(data, this.scaled).platform();
		assertThat(services.keySet()).contains(platform.registry().getHost());
		assertThat(platform.bootstrapServers().split(",")).hasSize(this.scaled ? 3 : 1)
			.allMatch((broker) -> services.containsKey(broker.split(":", 2)[0]));
		assertThat(platform.database("hub").url()).startsWith("jdbc:postgresql://postgresql:");
		assertThat(text("connect", "networks")).contains(platform.connect().getHost());
		assertThat(text("hub-connect", "networks")).contains(platform.hubConnect().getHost());
	}

	@Test
	void everyServiceFindsItsOwnSecretsAndNobodyElses() throws IOException {
		Set<String> told = folders();
		Set<String> services = new TreeSet<>(ComposeTests.services.keySet());
		services.removeAll(STEPS);
		// Hubs are all told the same.
		services.removeAll(hubs().subList(1, hubs().size()));
		assertThat(told).isEqualTo(services);
		assertThat(list("secrets", "volumes"))
			.containsAll(told.stream().map((service) -> "for-%1$s:/buranakan/for/%1$s".formatted(service)).toList());
		// Volumes take their owner from the folders of the image.
		assertThat(Files.readString(ROOT.resolve("seeds/Dockerfile")).split("[ )]"))
			.contains(told.toArray(String[]::new));
		Platform platform = new Services(data, this.scaled).platform();
		for (String principal : List.of("codi", "pacoc-20", "hub", "hub-connect", "operator")) {
			String password = platform.kafkaPassword(principal);
			assertThat(told.stream().filter((service) -> knows(service, password))).as(principal)
				.isSubsetOf(List.of(principal, principal + "-2"));
		}
	}

	private List<String> hubs() {
		return this.scaled ? List.of("hub", "hub-2", "hub-3") : List.of("hub");
	}

	private static Set<String> folders() throws IOException {
		try (Stream<Path> folders = Files.list(data.resolve("for"))) {
			return folders.map((folder) -> folder.getFileName().toString())
				.collect(Collectors.toCollection(TreeSet::new));
		}
	}

	private static boolean knows(String service, String password) {
		try (Stream<Path> files = Files.walk(data.resolve("for").resolve(service))) {
			return files.filter(Files::isRegularFile).anyMatch((file) -> contains(file, password));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean contains(Path file, String password) {
		try {
			return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(password);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(String service, String key) {
		return String.valueOf(services.getOrDefault(service, Map.of()).get(key));
	}

	private static List<String> list(String service, String key) {
		return (services.getOrDefault(service, Map.of()).get(key) instanceof Collection<?> entries)
				? entries.stream().map(Object::toString).toList() : List.of();
	}

}
