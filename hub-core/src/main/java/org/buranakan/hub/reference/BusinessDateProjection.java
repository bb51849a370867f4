package org.buranakan.hub.reference;

import java.util.Set;

import org.buranakan.hub.intake.Columns;
import org.buranakan.hub.intake.DirtyKey;
import org.buranakan.hub.intake.FactTable;
import org.buranakan.hub.intake.Projection;
import org.buranakan.schemas.record.BusinessDateStated;
import org.buranakan.schemas.topic.Topics;

import org.springframework.stereotype.Component;

/** Every day that was ever stated is a row; the latest is today. */
@Component
class BusinessDateProjection implements Projection<BusinessDateStated> {

	private static final FactTable<BusinessDateStated> TABLE = FactTable.ofHub("business_date",
			new Columns<BusinessDateStated>().date("date", BusinessDateStated::getDate));

	@Override
	public Topics kind() {
		return Topics.CLOCK;
	}

	@Override
	public FactTable<BusinessDateStated> table() {
		return TABLE;
	}

	@Override
	public Set<DirtyKey> touches(BusinessDateStated stated) {
		return Set.of(new DirtyKey("clock", stated.getDate().toString()));
	}

}
