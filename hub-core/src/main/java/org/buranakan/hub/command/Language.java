package org.buranakan.hub.command;

/** Of what a command prints. */
enum Language {

	TH, EN;

	String of(String th, String en) {
		return switch (this) {
			case TH -> th;
			case EN -> en;
		};
	}

}
