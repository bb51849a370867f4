package org.buranakan.hub.replay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.buranakan.hub.audit.Fingerprint;
import org.buranakan.hub.audit.Fingerprints;
import org.buranakan.hub.cut.Cut;
import org.buranakan.hub.cut.Cuts;
import org.buranakan.hub.intake.Account;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Folds history until a cut and compares with what is on record of it: the accounts of
 * every log, and the fingerprint. Where that was not known, this one is it from now on.
 */
@Component
class CutReplay {

	private final Fingerprints live;

	private final Rebuild rebuild;

	private final Cuts cuts;

	CutReplay(Fingerprints live, Rebuild rebuild, Cuts cuts) {
		this.live = live;
		this.rebuild = rebuild;
		this.cuts = cuts;
	}

	Replay.Result run(Cut cut, Copy copy, Progress progress) {
		progress.until(Rebuild.ends(cut.positions()));
		DataSource tables = copy.create();
		Map<String, Account> accounts = this.rebuild.fold(cut, tables, progress::folded);
		Duration folding = progress.taken();
		progress.reached(Replay.State.DERIVING);
		this.rebuild.derive(copy);
		progress.reached(Replay.State.COMPARING);
		Fingerprint replayed = this.live.of(tables).take();
		List<Replay.Miscount> miscounts = Replay.Miscount.between(List.copyOf(this.cuts.accounts(cut.id()).entrySet()),
				accounts);
		Fingerprint known = known(cut, replayed, miscounts.isEmpty());
		return new Replay.Result(known, replayed, folding, miscounts, List.of());
	}

	/** What was on record; null where nothing was, and now this is if it may be. */
	private @Nullable Fingerprint known(Cut cut, Fingerprint replayed, boolean mayEstablish) {
		if (cut.fingerprint() == null && (!mayEstablish || this.cuts.establish(cut.id(), replayed))) {
			return null;
		}
		// Whoever took the cut again, or replayed beside this, may have been first.
		return Optional.ofNullable(this.cuts.find(cut.id()).orElse(cut).fingerprint())
			.map((known) -> new Fingerprint(known.sha256(), known.facts(), cut.positions(), known.rows(), true,
					cut.businessDate()))
			.orElse(null);
	}

}
