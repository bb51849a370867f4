package org.buranakan.platform;

import java.time.Duration;

/**
 * Hears how the start goes. Parts start in parallel, so calls come from several threads,
 * one at a time.
 */
public interface StartListener {

	/** Says nothing. */
	StartListener SILENT = new StartListener() {
	};

	default void starting(PartName part) {
	}

	default void ready(PartName part, Duration took) {
	}

	default void failed(PartName part, Duration after, PlatformFailure failure) {
	}

	/**
	 * Something the platform put right by itself, such as a program that an earlier run
	 * left behind.
	 */
	default void noticed(String sentence) {
	}

}
