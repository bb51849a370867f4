package org.buranakan.connectors.source.spreadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class InboxTests {

	@TempDir
	private Path folder;

	@Test
	void aFileThatVanishesWhileTheFolderIsLookedAtHoldsUpNoOther() throws IOException {
		// Given
		Inbox inbox = new Inbox(this.folder);
		Path stays = Files.writeString(this.folder.resolve("b.csv"), "a,b");
		Path vanishes = this.folder.resolve("a.csv");
		inbox.complete(List.of(vanishes, stays));
		// When
		List<Path> complete = inbox.complete(List.of(vanishes, stays));
		// Then
		assertThat(complete).containsExactly(stays);
	}

}
