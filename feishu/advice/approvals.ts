import { final, notFound, say, setup, slower, soon, type Advice, type AdviceRows, type Sense } from './words';

const definition = notFound(
	'The approval',
	"Its code stands in the address of the approval's page in the admin console, as definitionCode",
);
const instance = notFound(
	'The instance',
	'Its code comes out of Create, Get Many and the triggers; an Own ID is the one that Create was given, and finds what an app has started',
);
const person = setup(
	'Feishu does not know a person of the approval',
	"Choose the person from the list; an ID has to be of the kind that is told, and the person in the app's contact range",
);
const form = say(
	'Feishu refused a value of the approval',
	"Check the fields; see Feishu's words below, which name a control of the form",
);
const task = say(
	'The task is gone, or somebody has decided it',
	'See Instance: Get, which tells who is asked now (waiting_for)',
);
const subscribed = say('The approval is subscribed already, or no longer', 'Nothing more is to be done');
const trouble = soon(
	'Feishu had a problem with the approval, or it may not be done',
	"Try again once. If it stays, check who decides and which task it is, and what the approval's settings allow; send fewer requests at a time",
);
const noAccess = setup(
	'The app may not read the data of this approval',
	'An administrator gives it access to the data of the approval: admin console of approvals → Settings → API access',
);
const department = setup(
	'Whoever starts the approval is not in this department',
	"Choose one of that person's departments under Department, or take it out; whoever is in several has to choose one",
);
const inClient = (what: string): Advice => say(what, 'Do it in Feishu; no app can');

/**
 * Approvals and their subscriptions. Codes of five digits are those of the API before, which some organizations still meet.
 * @see https://open.feishu.cn/document/server-docs/approval-v4/instance/create and its neighbours
 * @see https://open.feishu.cn/document/ukTMukTMukTM/ugjM14COyUjL4ITN the older ones
 */
export const APPROVALS: AdviceRows = [
	[
		2200,
		soon(
			'Feishu had a problem of its own',
			'Try again in a moment. Where it stays with an approval, its data may be closed: an administrator opens them in the admin console of approvals → Settings',
		),
	],
	[1390001, form],
	[1390002, definition],
	[1390003, instance],
	[1390004, person],
	[
		1390006,
		say(
			'Feishu could not work out the way of the approval',
			'Give all values on which its steps depend; see Preview Route. No page says what this code means',
		),
	],
	[1390007, subscribed],
	[
		1390009,
		setup(
			'Whoever acts may not do this with the approval',
			'It is not the task of this person, or a person sees only approvals that concern them. Choose who is asked under Decide As',
		),
	],
	[1390010, task],
	[1390013, inClient('Its starter draws the way of this approval, which works in Feishu only')],
	[1390014, setup('The approval is not of this organization', 'Choose one of the organization of the credential')],
	[1390015, setup('The approval is not active', 'Activate it in the admin console of approvals')],
	[1390016, setup('The approval was deleted', 'Choose another one')],
	[1390018, inClient('The step asks for a signature by hand, which people give in Feishu only')],
	[1395001, trouble],
	[
		1395006,
		say(
			'Feishu did not start the approval',
			'No page says what this code means: check the form, the approvers that were chosen, and whether whoever starts it may',
		),
	],
	[
		1395009,
		setup(
			'This person may not start the approval',
			'The approval names who sees it: add the person in its settings, or choose another one under Start As',
		),
	],
	[
		1395011,
		say(
			'A rule of attendance or leave is against it',
			"See Feishu's words below: the balance, a conflict of dates, or a certificate that is missing",
		),
	],
	[1395061, soon('The list of districts has just changed', 'Try again')],
	[1395210, say('The approval has been reverted already', 'Nothing more is to be done')],
	[60001, form],
	[60002, definition],
	[60003, instance],
	[60004, person],
	[60005, department],
	[60006, form],
	[60007, subscribed],
	[60008, subscribed],
	[60009, noAccess],
	[60010, task],
	[60011, setup('The approval takes a paid edition', 'Ask an administrator')],
	[60012, say('An instance was started with this Own ID before', 'Get finds it by that; choose another Own ID')],
	[60013, setup('The approval takes a paid edition', 'Ask an administrator')],
	[60014, slower('Somebody else is changing the approval', 'Try again, with fewer changes of one approval at a time')],
	[65001, trouble],
];

/** What a refused value, or what failed, is by the words beside the code: in those of the pages, and the older ones. */
const BY_WORDS: ReadonlyArray<readonly [codes: readonly number[], words: RegExp, advice: Advice]> = [
	[
		[1395001, 65001],
		/is finished/i,
		final(
			say('The approval is over', "What was decided or withdrawn can't be withdrawn any more; Get tells its status"),
		),
	],
	[
		[1395001, 65001],
		/revoke is not allowed/i,
		final(
			setup(
				"The approval can't be withdrawn",
				'Its settings do not allow it, or it was started with No Withdrawing: let an approver reject it',
			),
		),
	],
	[
		[1390001, 60001],
		/comment does not exist|parent_comment_id|comment_id$/i,
		notFound(
			'The comment',
			"See 'Comment ID' and 'Reply To': Get Many lists the comments of this instance with their IDs",
		),
	],
	[
		[1390001, 60001],
		/comment(?:_id)? is of somebody else/i,
		setup("The comment is somebody else's", 'Choose whoever wrote it under Comment As; Get Many tells who that is'),
	],
	[
		[1390001, 60001],
		/message_id/i,
		notFound('The message', "See 'Message ID': it comes out of Bot Message: Send of the same app"),
	],
	[
		[1390001, 60001],
		/template 1008/i,
		say("The message can't be changed", 'Only one that was sent with template 1008 can be updated'),
	],
	[
		[1390001, 60001],
		/30 days/i,
		say("The message can't be changed any more", 'It is older than 30 days: send a new one'),
	],
	[[1390001, 60001], /department_id/i, department],
];

/** @see https://open.feishu.cn/document/server-docs/approval-v4/instance/cancel and the pages of comments and messages */
export const APPROVAL_SENSES: readonly Sense[] = BY_WORDS.flatMap(([codes, words, advice]) =>
	codes.map((code): Sense => [code, words, advice]),
);

/** The scopes of the newer endpoints, which many developer consoles do not offer for persons. @see https://github.com/larksuite/cli/issues/780 */
const RARE_SCOPE = /^approval:(?:approval|instance|task):(?:read|write)$/;

/** What is said besides where a person lacks one of these scopes; empty for others. */
export function approvalsAsApp(scope: string): string {
	return RARE_SCOPE.test(scope)
		? 'Where the developer console does not offer this scope for persons, choose a credential of the kind Feishu API: the app does most of the same.'
		: '';
}
