package org.buranakan.hub.person;

import java.util.List;
import java.util.stream.Stream;

/** The addresses that are not for everybody, each with all below it. */
public final class Closed {

	private static final List<String> TO_STRANGERS = List.of("/api/v1/refusals", "/api/v1/rejections",
			"/api/v1/session/password");

	private static final List<String> TO_ALL_BUT_ADMINISTRATORS = List.of("/api/v1/people");

	private Closed() {
	}

	/** Whether nobody is served there without signing in. */
	public static boolean to(String address) {
		return Stream.of(TO_STRANGERS, TO_ALL_BUT_ADMINISTRATORS)
			.flatMap(List::stream)
			.anyMatch((one) -> address.equals(one) || address.startsWith(one + "/"));
	}

	static String[] toStrangers() {
		return patterns(TO_STRANGERS);
	}

	static String[] toAllButAdministrators() {
		return patterns(TO_ALL_BUT_ADMINISTRATORS);
	}

	private static String[] patterns(List<String> addresses) {
		return addresses.stream().map((address) -> address + "/**").toArray(String[]::new);
	}

}
