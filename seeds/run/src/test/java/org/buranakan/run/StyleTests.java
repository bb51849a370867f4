package org.buranakan.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The measurable part of the project's style, over the sources of every module. */
class StyleTests {

	private static final int LONGEST_FILE = 300;

	private static final double LEAST_PACKAGE_PRIVATE_SHARE = 0.5;

	private static final Pattern TOP_LEVEL_TYPE = Pattern
		.compile("(?m)^(public )?(?:(?:abstract|final|sealed|non-sealed) )*(?:class|interface|record|enum) (\\w+)");

	private static final Pattern BANNED_SUFFIX = Pattern.compile(
			"\\b(?:class|interface|record|enum) \\w*(?:Utils?|Helper|Manager|Impl|Dto|DTO|Constants|BaseService)\\b");

	private static final Pattern CARELESS = Pattern.compile("TODO|FIXME|XXX|Thread\\.sleep\\(|@Disabled|"
			+ "throw new (?:RuntimeException|Exception)\\(|catch \\((?:Exception|Throwable) \\w+\\) \\{\\s*\\}");

	private final List<Path> sources = sources();

	@Test
	void allModulesAreLookedAt() {
		assertThat(this.sources).extracting((source) -> root().relativize(source).getName(0).toString())
			.contains("schemas", "connectors", "hub-core", "seeds");
	}

	@Test
	void noFileIsLongerThanAReaderCanHold() {
		assertThat(this.sources).allSatisfy((source) -> assertThat(text(source).lines().count()).as(source.toString())
			.isLessThanOrEqualTo(LONGEST_FILE));
	}

	@Test
	void everyPackageSaysWhatItIs() {
		assertThat(this.sources.stream().filter(StyleTests::isMain).map(Path::getParent).distinct())
			.allSatisfy((directory) -> assertThat(directory.resolve("package-info.java")).content()
				.contains("/**", "@NullMarked"));
	}

	@Test
	void mostTypesArePackagePrivate() {
		List<Boolean> publicOrNot = this.sources.stream()
			.filter(StyleTests::isMain)
			.flatMap((source) -> TOP_LEVEL_TYPE.matcher(text(source)).results())
			.map((type) -> type.group(1) != null)
			.toList();
		assertThat(publicOrNot).isNotEmpty();
		long packagePrivate = publicOrNot.stream().filter((open) -> !open).count();
		assertThat((double) packagePrivate / publicOrNot.size()).isGreaterThanOrEqualTo(LEAST_PACKAGE_PRIVATE_SHARE);
	}

	@Test
	void noNameHidesAConcept() {
		assertThat(this.sources).allSatisfy(
				(source) -> assertThat(text(source)).as(source.toString()).doesNotContainPattern(BANNED_SUFFIX));
	}

	@Test
	void nothingIsLeftUnfinishedSwallowedOrSlept() {
		Path self = root().resolve("seeds/run/src/test/java/org/buranakan/run/StyleTests.java");
		assertThat(this.sources.stream().filter((source) -> !source.equals(self)))
			.allSatisfy((source) -> assertThat(text(source)).as(source.toString()).doesNotContainPattern(CARELESS));
	}

	private static boolean isMain(Path source) {
		return source.toString().contains("/src/main/");
	}

	private static List<Path> sources() {
		try (Stream<Path> files = Files.walk(root())) {
			return files.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> !root().relativize(file).toString().contains("target/"))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path root() {
		return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
			.filter((directory) -> Files.isDirectory(directory.resolve("hub-core")))
			.findFirst()
			.orElseThrow();
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
