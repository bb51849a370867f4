package org.buranakan.connectors.access;

import java.io.IOException;
import java.time.Duration;

import org.springframework.http.ResponseEntity;

/** A request that is not heard to its end, because of what it is or how it comes. */
public final class TurnedAway extends IOException {

	private final Problem problem;

	private final String detail;

	private final Duration wait;

	TurnedAway(Problem problem, String detail) {
		this(problem, detail, Duration.ZERO);
	}

	/** The detail may be empty; the wait may be none. */
	TurnedAway(Problem problem, String detail, Duration wait) {
		super(problem + " " + detail);
		this.problem = problem;
		this.detail = detail;
		this.wait = wait;
	}

	/** Thousands are turned away while somebody floods, and where is no question. */
	@Override
	public synchronized Throwable fillInStackTrace() {
		return this;
	}

	public ResponseEntity<Object> answer() {
		return this.problem.answer(this.detail, this.wait);
	}

}
