package org.buranakan.platform;

/**
 * The running parts, wherever their supervisor is: in this process, or in the one that
 * holds a shared platform.
 */
public interface Parts extends AutoCloseable {

	/**
	 * What can be done to a part. Doing it to a part that is already in that state does
	 * nothing.
	 */
	enum Action {

		START, STOP, KILL, FREEZE, THAW

	}

	/** Does it and returns when it is done. */
	void act(PartName part, Action action);

	@Override
	void close();

}
