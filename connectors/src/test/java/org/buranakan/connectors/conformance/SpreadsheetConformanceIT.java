package org.buranakan.connectors.conformance;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

class SpreadsheetConformanceIT extends SourceConformance {

	private static final String TITLES = "แบบรายงานกิจกรรม\r\n\r\n";

	@Override
	String origin() {
		return "file: \"activities*.csv\"";
	}

	@Override
	void offer(JoinedAgency joined, RunningConnector running, List<Entry> entries) throws IOException {
		begin(joined, running, entries);
		Path inbox = joined.inbox();
		Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> files(inbox) == 0);
	}

	/** A file that is still there after a kill is the same file. */
	@Override
	void begin(JoinedAgency joined, RunningConnector running, List<Entry> entries) throws IOException {
		String text = entries.stream()
			.map((entry) -> String.join(",", entry.id(), entry.title(), entry.area(), entry.date()))
			.collect(Collectors.joining("\r\n", TITLES + "รหัส,ชื่อ,พื้นที่,วันที่\r\n", "\r\n"));
		Files.createDirectories(joined.inbox());
		Path part = Files.write(joined.inbox().resolve(".activities.part"),
				text.getBytes(Charset.forName("windows-874")));
		Files.move(part, joined.inbox().resolve("activities.csv"), StandardCopyOption.ATOMIC_MOVE);
	}

	private static long files(Path inbox) throws IOException {
		try (Stream<Path> files = Files.list(inbox)) {
			return files.filter(Files::isRegularFile).count();
		}
	}

}
