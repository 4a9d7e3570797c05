/** Definitions of approvals, and what was started by them. */
export class Approvals {}
