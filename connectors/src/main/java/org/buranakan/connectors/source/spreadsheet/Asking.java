package org.buranakan.connectors.source.spreadsheet;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.buranakan.connectors.mapping.SourceProfile;
import org.jspecify.annotations.Nullable;

/**
 * What the officers of one agency are asked: whether a file that lacks much is whole.
 * They confirm it by handing in the same bytes once more, after they could read the
 * question and before any other file of the source. What comes sooner is a second copy or
 * a program's repetition, what comes much later a job that sends the same every night.
 * Nothing of it is stored: a restart asks again.
 */
final class Asking {

	static final int HOURS = 4;

	private static final Duration VALID = Duration.ofHours(HOURS);

	private final Map<String, Question> questions = new HashMap<>();

	/** About a file; nobody knows of it before it is told. */
	private static final class Question {

		private final String digest;

		private volatile @Nullable Instant told;

		Question(String digest) {
			this.digest = digest;
		}

	}

	/** A file of these sources is read: what was asked about another one is void. */
	void begin(Collection<SourceProfile> sources, SpreadsheetFile file) {
		sources.forEach((source) -> this.questions.computeIfPresent(source.name(),
				(name, question) -> question.digest.equals(file.digest()) ? question : null));
	}

	/**
	 * Whether the file that is read answers the question about it.
	 * @param arrivedAt no later than when it was handed in
	 */
	boolean isConfirmed(SourceProfile source, Instant arrivedAt) {
		Question question = this.questions.get(source.name());
		Instant told = (question != null) ? question.told : null;
		return told != null && !arrivedAt.isBefore(told) && arrivedAt.isBefore(told.plus(VALID));
	}

	/**
	 * Asks about the file that is read.
	 * @return to be run once the officer can read it
	 */
	Runnable ask(SourceProfile source, SpreadsheetFile file) {
		Question question = new Question(file.digest());
		this.questions.put(source.name(), question);
		return () -> question.told = Instant.now();
	}

}
