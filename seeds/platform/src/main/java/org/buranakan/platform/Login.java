package org.buranakan.platform;

/**
 * A user and its password. {@code toString} keeps the password to itself.
 */
public record Login(String user, String password) {

	public Login {
		if (user.isBlank() || password.isBlank()) {
			throw new IllegalArgumentException("A login needs a user and a password");
		}
	}

	@Override
	public String toString() {
		return this.user + ":***";
	}

}
