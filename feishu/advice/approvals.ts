import { notFound, say, soon, type AdviceRows } from './words';

/** Approvals and their subscriptions. */
export const APPROVALS: AdviceRows = [
	[
		1390001,
		say(
			'Feishu refused a value of the approval',
			"Check the fields; see Feishu's words below, which name a control of the form",
		),
	],
	[
		1390002,
		notFound(
			'The approval',
			"Its code stands in the address of the approval's page in the admin console, as definitionCode",
		),
	],
	[1390007, say('The approval is subscribed already, or no longer', 'Nothing more is to be done')],
	[
		1395001,
		soon(
			'Feishu had a problem with the approval',
			"Send fewer requests at a time, and check the fields: see Feishu's words below",
		),
	],
];
