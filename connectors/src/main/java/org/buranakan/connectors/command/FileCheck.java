package org.buranakan.connectors.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.mapping.Mapping;
import org.buranakan.connectors.publish.Rehearsal;
import org.buranakan.connectors.source.spreadsheet.TriedFile;
import org.buranakan.schemas.record.SourceRefused;
import org.buranakan.schemas.topic.AgencyId;

/**
 * Whether a spreadsheet of the agency is read whole, and read again says nothing new.
 * Publishes nothing.
 */
record FileCheck(AgencyId agency, Mapping mapping, Path file) {

	List<Point> points() throws IOException {
		Rehearsal rehearsal = new Rehearsal(this.mapping.profile(), Clock.systemUTC());
		HostedAgency hosted = HostedAgency.rehearsing(this.mapping, rehearsal.publisher());
		List<String> ignored = TriedFile.take(hosted, this.file);
		int once = rehearsal.published().size();
		List<SourceRefused> refused = Trial.refusals(rehearsal.published());
		int events = Trial.events(rehearsal.published()).size();
		TriedFile.take(hosted, this.file);
		int again = rehearsal.published().size() - once;
		String owner = this.mapping.profile().agency().value();
		return List.of(
				Point.of(owner.equals(this.agency.value()), "โปรไฟล์เป็นของหน่วยงานนี้", "the profile is this agency's",
						owner),
				Point.of(ignored.isEmpty(), "อ่านทุกแผ่นงาน", "every sheet is read",
						"ไม่ได้อ่าน / not read: " + String.join(", ", ignored)),
				Point.of(events > 0, "มีแถวที่อ่านได้ (" + events + ")", "rows are read (" + events + ")",
						"ดู profile try / see profile try"),
				Point.of(refused.isEmpty(), "ไม่มีแถวที่ไม่รับ", "no row is refused",
						refused.size() + (refused.isEmpty() ? ""
								: ": " + refused.getFirst().getSource().getPlace() + " "
										+ refused.getFirst().getReason().getTh() + " / "
										+ refused.getFirst().getReason().getEn() + " — profile try")),
				Point.of(again == 0, "อ่านซ้ำไม่เผยแพร่อะไรเพิ่ม", "read again it publishes nothing",
						Integer.toString(again)));
	}

}
