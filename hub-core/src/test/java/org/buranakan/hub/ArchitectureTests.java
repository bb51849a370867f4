package org.buranakan.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

/** The rules of the design that packages alone do not enforce. */
class ArchitectureTests {

	private static final Pattern WRITE = Pattern.compile(
			"(?:INSERT INTO|UPDATE|DELETE FROM|COPY|insert\\(\"|ofAgencies\\(\"|ofHub\\(\"|with\\(\") ?((?:hub\\.)?[a-z_]+)\\b");

	/** What every writer of facts or derived rows leaves for others. */
	private static final Set<String> SHARED = Set.of("change", "dirty");

	private final JavaClasses hub = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("org.buranakan.hub");

	@Test
	void intakeKnowsNoOtherPackageOfTheHub() {
		classes().that()
			.resideInAPackage("org.buranakan.hub.intake..")
			.should()
			.onlyDependOnClassesThat(describe("are not of the hub, or intake's",
					(type) -> !isOfTheHub(type) || type.getPackageName().startsWith("org.buranakan.hub.intake")))
			.check(this.hub);
	}

	@Test
	void everyTableHasOneWriter() {
		Map<String, Set<String>> writers = writers();
		assertThat(writers).containsKeys("plan", "posting", "log", "history", "rejection", "area_summary",
				"budget_summary", "finding", "resolved_finding");
		assertThat(writers).allSatisfy((table, packages) -> assertThat(packages).as(table).hasSize(1));
	}

	private static boolean isOfTheHub(JavaClass type) {
		return type.getPackageName().startsWith("org.buranakan.hub");
	}

	private static Map<String, Set<String>> writers() {
		Map<String, Set<String>> writers = new TreeMap<>();
		writers(Path.of("src/main/java"), ".java", writers);
		writers(Path.of("src/main/resources"), ".sql", writers);
		return writers;
	}

	private static void writers(Path root, String kind, Map<String, Set<String>> writers) {
		try (Stream<Path> sources = Files.walk(root)) {
			sources.filter((source) -> source.toString().endsWith(kind))
				// A migration writes once, before any writer does.
				.filter((source) -> !root.relativize(source).startsWith("db"))
				.forEach((source) -> WRITE.matcher(text(source))
					.results()
					.map((match) -> match.group(1).replace("hub.", ""))
					.filter((table) -> !SHARED.contains(table))
					.forEach((table) -> writers.computeIfAbsent(table, (key) -> new TreeSet<>())
						.add(String.valueOf(root.relativize(source).getParent()))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path source) {
		try {
			return Files.readString(source);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
