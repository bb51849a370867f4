package org.buranakan.platform;

import org.jspecify.annotations.Nullable;

/**
 * Why the platform does not start or a part of it does not run: a code for programs, a
 * sentence for people, and what they can do about it.
 */
public final class PlatformFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** The reasons, for ever distinguishable. */
	public enum Code {

		/** Something else listens on a part's port. */
		PORT_TAKEN,
		/** No space, or less than the settings ask for. */
		DISK_FULL,
		/** A live run holds the data directory. */
		DATA_IN_USE,
		/** A program of an earlier run neither stops nor dies. */
		LEFTOVER,
		/** The data directory was written by another version. */
		OTHER_VERSION,
		/** The data directory cannot be read or written. */
		DATA_UNUSABLE,
		/** No Java to run the parts with, or too old a one. */
		NO_JDK,
		/** The build has not laid out the parts, or not for this system. */
		NO_PARTS,
		/** A part ended instead of answering. */
		PART_ENDED,
		/** A part runs but does not answer in time. */
		PART_SILENT

	}

	private final Code code;

	private final String problem;

	private final String remedy;

	public PlatformFailure(Code code, String problem, String remedy) {
		this(code, problem, remedy, null);
	}

	public PlatformFailure(Code code, String problem, String remedy, @Nullable Throwable cause) {
		super(problem + " " + remedy, cause);
		this.code = code;
		this.problem = problem;
		this.remedy = remedy;
	}

	public Code code() {
		return this.code;
	}

	/** What is wrong; the message says this and the remedy. */
	public String problem() {
		return this.problem;
	}

	/** What to do, as an instruction. */
	public String remedy() {
		return this.remedy;
	}

}
