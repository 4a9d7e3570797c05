import { credential, notFound, publish, say, setup, soon, type AdviceRows } from './words';

const ownFault = soon(
	'Feishu had a problem of its own',
	'Try again; if it stays, give the log id below to the support of Feishu',
);
const tooMuch = (what: string) => say(`The document would have too many ${what}`, 'Write less, or in several parts');
const otherPlace = say(
	'This block cannot stand or be changed there',
	'See which blocks the platform lets an app create, and within which others',
);

/** Documents of blocks, and the announcements of groups that are such documents. */
export const DOCUMENTS: AdviceRows = [
	[1770001, say('Feishu refused a value of the request', 'Check the blocks and the revision; -1 is the newest one')],
	[1770002, notFound('The document or block', 'Choose the chat from the list, or check the ID of the block')],
	[1770003, say('The document or block was deleted', 'Nothing more can be done with it')],
	[1770004, tooMuch('blocks')],
	[1770005, tooMuch('levels')],
	[
		1770006,
		say('The blocks do not fit together', 'Each block needs a block_type, and its content under the name of it'),
	],
	[1770007, say('The block would have too many children', 'One request adds 50 blocks at most')],
	[1770008, tooMuch('files')],
	[1770014, otherPlace],
	[1770019, say('A block is named twice', 'Name each block once')],
	[1770020, soon('The document is being copied', 'Try again in a moment')],
	[1770021, say('The revision is too old', 'Leave the revision out: the change is then made on the newest one')],
	[
		1770024,
		say('The block does not allow this', 'Only text can carry a link; an element or an operation is unknown to it'),
	],
	[1770025, otherPlace],
	[1770028, say('This block can have no others in it', 'Put the blocks beside it')],
	[1770029, say('This type of block cannot be created', 'See which blocks the platform lets an app create')],
	[1770030, otherPlace],
	[1770031, say('This block cannot be deleted', 'Delete the block around it')],
	[
		1770032,
		setup(
			'The app may not open this document, or something that it mentions',
			'Add it to the document: … → More → Add document app. Where that is done, look at the people, documents and chats that are mentioned',
		),
	],
	[1770033, say('The text of a block is too long', 'Divide it into several blocks')],
	[1770041, say('The blocks do not have the form that Feishu wants', "See Feishu's words below")],
	[1771001, ownFault],
	[1771002, ownFault],
	[1771003, ownFault],
	[1771004, ownFault],
	[1771005, ownFault],
	[1771006, ownFault],
	// Announcements
	[1772001, say('This chat has no announcement', 'Only groups have one')],
	[1772002, say('The group was dissolved, or belongs to another organization', 'Choose another one')],
	[1772003, setup('The app is not in this chat', 'Add it to the group: Settings → Bots → Add Bot')],
	[1772004, setup('The app lacks the permission for groups with outsiders', publish)],
	[
		1772005,
		setup(
			'Only the owner and administrators of the group may change it',
			'Make the app an administrator of the group, or let all members edit it',
		),
	],
	[
		1772006,
		setup(
			'The announcement of this group is of the older kind',
			'Its blocks cannot be reached: use Announcement → Get or Update, which know both kinds',
		),
	],
	[
		1772025,
		setup(
			"The app's bot is switched off",
			`Switch it on under Add Features → Bot in the developer console. ${publish}`,
		),
	],
	[1772034, credential('The app is not active in this organization', 'Ask an administrator to enable it')],
];
