package org.buranakan.pilot.nation;

import java.util.List;

/** What the agencies are called; which province belongs to which zone is illustration. */
final class Agencies {

	private Agencies() {
	}

	static String centre(String prefix, String province) {
		return prefix + "centre-" + province;
	}

	/** Of the zone of the province. */
	static String zone(String prefix, String province) {
		return prefix + "zone-" + province.charAt(0);
	}

	static String region(String prefix, String province) {
		return prefix + "region-" + province.charAt(0);
	}

	static List<String> of(String prefix, String province) {
		return List.of(centre(prefix, province), zone(prefix, province), region(prefix, province));
	}

}
