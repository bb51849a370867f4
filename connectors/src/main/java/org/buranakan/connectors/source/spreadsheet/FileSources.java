package org.buranakan.connectors.source.spreadsheet;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.buranakan.connectors.mapping.Origin;
import org.buranakan.connectors.mapping.Profile;
import org.buranakan.connectors.mapping.SourceProfile;

/** Which sources of a profile a file is, by its name and its sheets'. */
record FileSources(Profile profile) {

	/** Those that can read the sheet: a stream is read once, by the first. */
	List<SourceProfile> of(String file, String sheet) {
		return in(file).stream()
			.filter((source) -> sheet.isEmpty()
					|| (source.origin() instanceof Origin.Sheet(var _, String glob) && matches(glob, sheet)))
			.toList();
	}

	/** Those of which a file of the name can have sheets. */
	List<SourceProfile> in(String file) {
		return this.profile.sources()
			.stream()
			.filter((source) -> source.origin() instanceof Origin.Sheet(String glob, var _) && matches(glob, file))
			.toList();
	}

	/** Those of which a file of the name is all that they state. */
	List<SourceProfile> completeIn(String file) {
		return in(file).stream().filter(SourceProfile::isOfCompleteFiles).toList();
	}

	/** All names that the profile knows, for who handed in another. */
	String known() {
		Set<String> globs = new TreeSet<>();
		for (SourceProfile source : this.profile.sources()) {
			if (source.origin() instanceof Origin.Sheet(String file, String sheet)) {
				globs.add(file + " [" + sheet + "]");
			}
		}
		return globs.isEmpty() ? "หน่วยงานนี้ไม่ส่งเป็นไฟล์ / none, this agency's profile takes no files"
				: String.join(", ", globs);
	}

	private static boolean matches(String glob, String name) {
		return new Glob(glob).matches(name);
	}

}
