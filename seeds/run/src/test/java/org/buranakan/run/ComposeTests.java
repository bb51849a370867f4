package org.buranakan.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code docker-compose.yml} says, alone and scaled out, and what the code says are
 * the same; no engine is needed for it.
 */
@ParameterizedClass
@ValueSource(booleans = { false, true })
class ComposeTests {

	/** What ends as soon as it is done. */
	private static final List<String> STEPS = List.of("secrets", "databases", "deployment", "pilot", "replicas",
			"operator");

	private static final List<String> AGENCIES = new PilotData().agencies();

	@TempDir
	private static Path data = Path.of("");

	private static Compose compose = new Compose(Map.of(), Set.of());

	@Parameter
	private boolean scaled;

	@BeforeParameterizedClassInvocation
	static void readAndMakeSecrets(boolean scaled) throws IOException {
		compose = Compose.of(scaled);
		FileSystemUtils.deleteRecursively(data);
		makeSecrets(scaled);
	}

	private static void makeSecrets(boolean scaled) {
		ServerSteps.main(new String[] { "secrets", data.toString(), scaled ? "scaled" : "" });
	}

	@Test
	void everyAgencyHasConnectorsOfItsOwn() {
		assertThat(compose.services()).containsKeys(AGENCIES.toArray(String[]::new));
		for (String agency : AGENCIES) {
			assertThat(compose.text(agency, "environment"))
				.contains("/buranakan/credentials/run/" + agency + ".properties");
			assertThat(compose.list(agency, "volumes")).containsExactly("for-" + agency + ":/buranakan/credentials:ro",
					"inbox-" + agency + ":/buranakan/inbox");
		}
	}

	@Test
	void onlyThePageAndTheAgenciesPagesAreReachable() {
		Set<String> published = compose.services()
			.keySet()
			.stream()
			.filter((service) -> !compose.list(service, "ports").isEmpty())
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> pages = new TreeSet<>(AGENCIES);
		pages.addAll(ofKind("hub"));
		assertThat(published).isEqualTo(pages);
		assertThat(published.stream().flatMap((service) -> compose.list(service, "ports").stream()))
			.doesNotHaveDuplicates()
			.allMatch((port) -> port.startsWith("${LISTEN:-127.0.0.1}:"));
	}

	@Test
	void everyServiceIsHeldTight() {
		compose.services()
			.forEach((name, service) -> assertThat(service).as(name)
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
		assertThat(compose.services().keySet()).contains(platform.registry().getHost());
		assertThat(platform.bootstrapServers().split(",")).hasSize(this.scaled ? 3 : 1)
			.allMatch((broker) -> compose.services().containsKey(broker.split(":", 2)[0]));
		assertThat(platform.database("hub").url()).startsWith("jdbc:postgresql://postgresql:");
		assertThat(compose.text("connect", "networks")).contains(platform.connect().getHost());
		assertThat(compose.text("hub-connect", "networks")).contains(platform.hubConnect().getHost());
	}

	@Test
	void everyServiceFindsItsOwnSecretsAndNobodyElses() throws IOException {
		Set<String> told = folders();
		Set<String> services = new TreeSet<>(compose.services().keySet());
		services.removeAll(STEPS);
		// Hubs are all told the same.
		services.removeIf((service) -> service.matches("hub-\\d"));
		assertThat(told).isEqualTo(services);
		assertThat(compose.list("secrets", "volumes"))
			.containsAll(told.stream().map((service) -> "for-%1$s:/buranakan/for/%1$s".formatted(service)).toList());
		// Volumes take their owner from the folders of the image.
		assertThat(Files.readString(Compose.ROOT.resolve("seeds/Dockerfile")).split("[ )]"))
			.contains(told.toArray(String[]::new));
		Platform platform = new Services(data, this.scaled).platform();
		for (String principal : List.of("codi", "pacoc-20", "hub", "hub-connect", "operator")) {
			String password = platform.kafkaPassword(principal);
			assertThat(told.stream().filter((service) -> knows(service, password))).as(principal)
				.isSubsetOf(List.of(principal, principal + "-2"));
		}
	}

	@Test
	void aBrokersEmptyVolumeIsMadeAsIfThereHadBeenNothingOnlyOnce() throws IOException {
		Set<String> brokers = ofKind("kafka");
		assertThat(brokers).allSatisfy((broker) -> assertThat(told(broker, "formatted")).doesNotExist());
		new Services(data, this.scaled).rememberCluster();
		makeSecrets(this.scaled);
		assertThat(brokers).allSatisfy((broker) -> {
			assertThat(told(broker, "formatted")).exists();
			assertThat(told(broker, "format.arguments")).content().contains("--initial-controllers=1@kafka:9093:");
			if (this.scaled) {
				assertThat(told(broker, "join.arguments")).content()
					.matches("--cluster-id=[\\w-]{22}\n--no-initial-controllers");
			}
			else {
				assertThat(told(broker, "join.arguments")).doesNotExist();
			}
		});
	}

	private static Path told(String service, String file) {
		return data.resolve("for").resolve(service).resolve("run").resolve(file);
	}

	@Test
	void everyStepIsToldTheShape() {
		STEPS.stream()
			.filter((step) -> !"operator".equals(step))
			.forEach((step) -> assertThat(compose.list(step, "command"))
				.isEqualTo(this.scaled ? List.of(step, "/buranakan", "scaled") : List.of(step, "/buranakan")));
	}

	@Test
	void whatIsNotBackedUpIsMadeAgain() throws IOException {
		assertThat(Files.readString(Compose.ROOT.resolve("OPERATIONS.md")))
			.contains("for v in $(docker-compose --profile operator config --volumes | grep -v '^for-'); do");
		assertThat(compose.volumes().stream().filter((volume) -> volume.startsWith("for-")))
			.allSatisfy((volume) -> assertThat(compose.list("secrets", "volumes"))
				.contains(volume + ":/buranakan/for/" + volume.substring("for-".length())));
		assertThat(compose.services().keySet().stream().flatMap((service) -> compose.list(service, "volumes").stream()))
			.allSatisfy((mount) -> assertThat(compose.volumes()).contains(mount.split(":", 2)[0]));
	}

	@Test
	void commandsForWhoeverLooksAfterItServeBothShapes() throws IOException {
		assertThat(Files.readString(Compose.ROOT.resolve("OPERATIONS.md"))).doesNotContain("docker-compose -f")
			.contains("$(docker-compose config --services | grep -vxE '%s')".formatted(String.join("|", STEPS)));
	}

	@Test
	void servicesOfAKindAreHeldAlike() {
		for (String kind : List.of("kafka", "connect", "hub-connect", "hub")) {
			assertThat(ofKind(kind)).hasSize(!this.scaled ? 1 : kind.endsWith("connect") ? 2 : 3)
				.allSatisfy((service) -> assertThat(compose.ofItsKind(service)).isEqualTo(compose.ofItsKind(kind)));
		}
	}

	private static Set<String> ofKind(String kind) {
		return compose.services()
			.keySet()
			.stream()
			.filter((service) -> service.matches(kind + "(-\\d)?"))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void whatIsWaitedForIsDoneOrWell() {
		compose.services()
			.keySet()
			.forEach((service) -> assertThat(compose.waits(service)).as(service)
				.allSatisfy((awaited, condition) -> assertThat(condition).as(awaited)
					.isEqualTo(STEPS.contains(awaited) ? "service_completed_successfully" : "service_healthy")));
	}

	@Test
	void everyServiceComesAfterTheStepsWhoseResultItHas() {
		compose.services()
			.keySet()
			.stream()
			.filter((service) -> compose.text(service, "volumes").contains(":/buranakan/credentials:ro"))
			.forEach((service) -> assertThat(compose.before(service)).as(service).contains("secrets"));
		assertThat(compose.before("registry")).contains("databases");
		assertThat(compose.before("deployment")).contains("registry", "databases").containsAll(ofKind("kafka"));
		Set<String> working = new TreeSet<>(AGENCIES);
		List.of("hub", "connect", "hub-connect").forEach((kind) -> working.addAll(ofKind(kind)));
		assertThat(working).allSatisfy((service) -> assertThat(compose.waits(service)).containsKey("deployment")
			.containsKeys(ofKind("kafka").toArray(String[]::new)));
		assertThat(compose.waits("pilot")).containsKey("hub")
			.containsKeys(AGENCIES.stream().filter((agency) -> !"codi".equals(agency)).toArray(String[]::new));
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

}
