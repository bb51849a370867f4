package org.buranakan.hub.command;

import java.io.PrintWriter;
import java.net.URI;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Of every command that asks a running hub and tells people what it said. */
final class HubOptions {

	@Option(names = "--hub", paramLabel = "URL", defaultValue = "http://127.0.0.1:8080",
			description = "Where the hub is; ${DEFAULT-VALUE} if left out.")
	private URI hub = URI.create("");

	@Option(names = "--lang", paramLabel = "th|en", defaultValue = "th",
			description = "Of what is printed; ${DEFAULT-VALUE} if left out.")
	private Language language = Language.TH;

	@Spec(Spec.Target.MIXEE)
	private CommandSpec command = CommandSpec.create();

	HubApi open() {
		return new HubApi(this.hub);
	}

	Language language() {
		return this.language;
	}

	/** What is printed of the two. */
	String of(String th, String en) {
		return this.language.of(th, en);
	}

	PrintWriter out() {
		return this.command.commandLine().getOut();
	}

	void say(String text) {
		out().println(text);
	}

}
