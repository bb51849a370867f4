package org.buranakan.hub.guarantee;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

import org.buranakan.platform.Database;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A {@link BareLoop}. */
record LoopContender(String name, BareLoop.Way way) implements Contender {

	@Override
	public Effort take(Backlog backlog) throws IOException, InterruptedException {
		Database database = backlog.agencies().platform().newDatabase();
		Process loop = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
				"-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				BareLoop.class.getName(), JsonMapper.shared().writeValueAsString(backlog.agencies().superuser()),
				database.url(), database.owner().user(), database.owner().password(),
				String.join(",", backlog.topics()), String.valueOf(backlog.events()), this.way.name())
			.redirectError(ProcessBuilder.Redirect.appendTo(new File("target/bare-loop.log")))
			.start();
		try (BufferedReader said = loop.inputReader(StandardCharsets.UTF_8);
				var hold = loop.outputWriter(StandardCharsets.UTF_8)) {
			assertThat(answer(said)).isEqualTo(BareLoop.READY);
			Effortmeter meter = new Effortmeter(database, loop.toHandle());
			hold.write('\n');
			hold.flush();
			Effort effort = meter.of(backlog.all(), Duration.ofNanos(Long.parseLong(answer(said))));
			hold.write('\n');
			hold.flush();
			assertThat(loop.waitFor()).isZero();
			backlog.isIn(database, "bare.posting", "id", "amount_satang");
			return effort;
		}
	}

	/** What it says for us, among what is logged. */
	private static String answer(BufferedReader said) throws IOException {
		String line = said.readLine();
		while (line != null && !line.startsWith(BareLoop.ANSWER)) {
			line = said.readLine();
		}
		assertThat(line).as("the bare loop: see target/bare-loop.log").isNotNull();
		return line.substring(BareLoop.ANSWER.length());
	}

}
