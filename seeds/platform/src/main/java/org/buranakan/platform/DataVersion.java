package org.buranakan.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * Which versions wrote a data directory. None of the parts reads what a newer one wrote,
 * and PostgreSQL reads only its own major version.
 *
 * @param layout of the directory itself
 * @param postgresql major version
 * @param kafka major and minor version as one number: 4.2 is 402
 */
record DataVersion(int layout, int postgresql, int kafka) {

	/** Written into every data directory: it says whose the directory is. */
	static final String FILE = "version.properties";

	private static final int LAYOUT = 1;

	static DataVersion of(Toolbox toolbox) {
		return new DataVersion(LAYOUT, toolbox.postgresqlVersion(), toolbox.kafkaVersion());
	}

	/**
	 * Refuses a directory that these versions cannot continue, and otherwise writes them
	 * down.
	 */
	void sign(Path data) throws IOException {
		Path file = data.resolve(FILE);
		if (Files.exists(file)) {
			DataVersion writer = read(file);
			if (!continues(writer)) {
				throw new PlatformFailure(PlatformFailure.Code.OTHER_VERSION,
						"The data in " + data + " was written by " + writer + "; this is " + this + ".",
						"Run that version, choose another directory with buranakan.platform.data, or start over.");
			}
		}
		new PropertiesFile(file).write(Map.of("layout", String.valueOf(this.layout), "postgresql",
				String.valueOf(this.postgresql), "kafka", String.valueOf(this.kafka)));
	}

	/** Whether a run has signed this directory. */
	static boolean isSigned(Path data) throws IOException {
		Path file = data.resolve(FILE);
		return Files.exists(file) && read(file).layout > 0;
	}

	boolean continues(DataVersion writer) {
		return this.layout == writer.layout && this.postgresql == writer.postgresql && this.kafka >= writer.kafka;
	}

	private static DataVersion read(Path file) throws IOException {
		Properties properties = new Properties();
		try (InputStream in = Files.newInputStream(file)) {
			properties.load(in);
		}
		return new DataVersion(number(properties, "layout"), number(properties, "postgresql"),
				number(properties, "kafka"));
	}

	private static int number(Properties properties, String name) {
		String value = properties.getProperty(name, "0");
		return value.matches("\\d{1,6}") ? Integer.parseInt(value) : 0;
	}

	@Override
	public String toString() {
		return "PostgreSQL %d, Kafka %d.%d, layout %d".formatted(this.postgresql, this.kafka / 100, this.kafka % 100,
				this.layout);
	}

}
