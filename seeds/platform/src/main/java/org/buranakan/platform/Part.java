package org.buranakan.platform;

/**
 * One program of a running platform, for tests that make it fail. Every method returns
 * when it is done; a part keeps its port, its data and its credentials over a restart.
 */
public final class Part {

	private final PartName name;

	private final Parts parts;

	Part(PartName name, Parts parts) {
		this.name = name;
		this.parts = parts;
	}

	public PartName name() {
		return this.name;
	}

	public void act(Parts.Action action) {
		this.parts.act(this.name, action);
	}

	/** Stops it orderly. */
	public void stop() {
		act(Parts.Action.STOP);
	}

	/** Kills it ({@code SIGKILL}) as a crash would. */
	public void kill() {
		act(Parts.Action.KILL);
	}

	/** Freezes it ({@code SIGSTOP}): it keeps its connections and answers nobody. */
	public void freeze() {
		act(Parts.Action.FREEZE);
	}

	/** Lets it go on where it was frozen. */
	public void thaw() {
		act(Parts.Action.THAW);
	}

	/** Starts it again and returns when it answers. */
	public void start() {
		act(Parts.Action.START);
	}

}
