package org.buranakan.hub.person;

/** What a person is to the plan; each may what everybody may, and more. */
public enum Role {

	/** Of one agency: sees which of its rows were refused. */
	OFFICER,

	/** Sees the refused rows of all, and takes cuts and past states without allowance. */
	COORDINATOR,

	/** As a coordinator, and sees what was refused of the hub's own logs. */
	AUDITOR,

	/** As an auditor, and says who may sign in. */
	ADMINISTRATOR

}
