package org.buranakan.hub.agreement;

import java.util.Optional;
import java.util.Set;

import org.buranakan.hub.intake.Columns;
import org.buranakan.hub.intake.DirtyKey;
import org.buranakan.hub.intake.FactTable;
import org.buranakan.hub.intake.Projection;
import org.buranakan.schemas.event.AgreementStated;
import org.buranakan.schemas.topic.Topics;

import org.springframework.stereotype.Component;

/** A stance of a party on a revision of a joint plan is a row. */
@Component
class AgreementProjection implements Projection<AgreementStated> {

	private static final FactTable<AgreementStated> TABLE = FactTable.ofAgencies("agreement",
			new Columns<AgreementStated>().text("plan", AgreementStated::getPlan)
				.number("plan_revision", AgreementStated::getPlanRevision)
				.text("party", AgreementStated::getParty)
				.symbol("stance", AgreementStated::getStance)
				.date("stated_on", AgreementStated::getStatedOn)
				.localized("note", AgreementStated::getNote)
				.texts("filled_in", AgreementStated::getFilledIn));

	@Override
	public Topics kind() {
		return Topics.AGREEMENT;
	}

	@Override
	public FactTable<AgreementStated> table() {
		return TABLE;
	}

	@Override
	public Set<DirtyKey> touches(AgreementStated agreement) {
		return Set.of(DirtyKey.plan(agreement.getPlan()));
	}

	@Override
	public Optional<String> impossible(AgreementStated agreement) {
		return (agreement.getPlanRevision() < 1) ? Optional.of("planRevision") : Optional.empty();
	}

}
