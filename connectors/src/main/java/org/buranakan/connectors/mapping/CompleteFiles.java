package org.buranakan.connectors.mapping;

import java.util.List;
import java.util.Optional;

import org.buranakan.schemas.topic.Family;

/**
 * Which sources can say that what they lack is to be withdrawn: tables, and files that
 * are the profile's only word on their families. A file that shares a family lacks what
 * another source states.
 */
final class CompleteFiles {

	private CompleteFiles() {
	}

	/** Finds sources that say so and cannot. */
	static void check(List<Section> sections, List<SourceProfile> sources) {
		for (int index = 0; index < sources.size(); index++) {
			SourceProfile source = sources.get(index);
			if (source.gone() == Gone.WITHDRAWN) {
				if (source.events().stream().anyMatch((event) -> event.revision().isPresent())) {
					throw new ProfileMistake(sections.get(index).at("gone"),
							"a withdrawal takes the next revision, which the agency counts itself: write kept, or leave"
									+ " revision out / การถอนรายการใช้เลขฉบับถัดไป แต่หน่วยงานนับเลขฉบับเอง"
									+ " โปรดใช้ kept หรือลบ revision");
				}
				check(sections.get(index).at("gone"), source, sources);
			}
		}
	}

	private static void check(String where, SourceProfile source, List<SourceProfile> sources) {
		switch (source.origin()) {
			case Origin.Table ignored -> {
				// Of a table it is known which rows it has no more.
			}
			case Origin.Push ignored -> throw new ProfileMistake(where,
					"what is pushed does not say what it lacks: only of a table, or a file, can rows be withdrawn for"
							+ " being gone; write kept, or leave it out / ข้อมูลที่ส่งแบบ push ไม่บอกว่าขาดอะไรไป"
							+ " ใช้ withdrawn ได้กับ table หรือ file เท่านั้น โปรดใช้ kept หรือลบบรรทัดนี้");
			case Origin.Sheet ignored -> sharing(source, sources).ifPresent((sharing) -> {
				throw new ProfileMistake(where, sharing.en() + " / " + sharing.th());
			});
		}
	}

	private static Optional<Sharing> sharing(SourceProfile source, List<SourceProfile> sources) {
		return sources.stream()
			.filter((other) -> !other.name().equals(source.name()))
			.flatMap((other) -> other.families()
				.stream()
				.filter(source.families()::contains)
				.sorted()
				.map((family) -> new Sharing(family, other.name())))
			.findFirst();
	}

	/** A family that another source states too. */
	private record Sharing(Family family, String other) {

		String en() {
			return "source '" + this.other + "' states " + this.family.code()
					+ " too, so that no file is all of it: write kept, or leave it to one source";
		}

		String th() {
			return "แหล่ง '" + this.other + "' มี " + this.family.code()
					+ " ด้วย ไฟล์ของแหล่งนี้จึงไม่ครบทุกรายการ โปรดใช้ kept หรือให้แหล่งเดียวส่งข้อมูลชนิดนี้";
		}

	}

}
