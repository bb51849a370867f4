package org.buranakan.connectors.publish;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.buranakan.connectors.reading.RefusalCode;
import org.buranakan.schemas.event.SourceKind;
import org.buranakan.schemas.record.SourceRefused;

/**
 * Refusals of files as a whole. What is wrong stands in no row, so no mended row closes
 * them: a file of the same name that is taken does, or of the same content, or the
 * officer who sets them aside.
 */
public final class WholeFile {

	private static final Set<String> CODES = EnumSet
		.of(RefusalCode.SOURCE_UNKNOWN, RefusalCode.FILE_UNREADABLE, RefusalCode.FILE_EMPTY)
		.stream()
		.map(RefusalCode::code)
		.collect(Collectors.toUnmodifiableSet());

	private WholeFile() {
	}

	/** The name of the file that is refused; empty where a row, or a push, is. */
	public static Optional<String> name(SourceRefused refusal) {
		boolean whole = refusal.getSource().getKind() == SourceKind.SPREADSHEET && CODES.contains(refusal.getCode());
		return whole ? Optional.of(refusal.getSource().getPlace()) : Optional.empty();
	}

	static boolean isRefused(SourceRefused refusal) {
		return name(refusal).isPresent();
	}

}
