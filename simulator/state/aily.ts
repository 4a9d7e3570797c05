/** Assistants: what they were asked, and what they know. */
export class Aily {}
