import { notFound, say, setup, slower, soon, type AdviceRows } from './words';

const addApp = 'Add it to the document: … → More → Add document app';

/** Documents, wikis and files of the drive. */
export const DATA: AdviceRows = [
	[91403, setup('The app may not open this document', addApp)],
	[1061045, slower('Too many uploads or downloads at once')],
	[1063006, slower('Too many changes of who may open documents')],
	[1064230, say('The files are being moved to another place', 'Try again when Feishu has finished')],
	[
		1069601,
		soon('Feishu had a problem of its own', 'Try again; if it stays, give the log id below to the support of Feishu'),
	],
	[1069602, say('Feishu refused a value of the request', 'Check token and type of the document')],
	[
		1069603,
		setup(
			'The app may not manage this document, or its organization does not record who opens documents',
			`${addApp}, with the right to manage it; an administrator can switch the record on`,
		),
	],
	[1069604, notFound('The document', 'Check its token and type: both stand in its address')],
	[1069605, say('The events of this document are not subscribed', 'Nothing is left to end')],
	// Wikis
	[
		131001,
		soon('Feishu had a problem of its own', 'Try again; if it stays, give the log id below to the support of Feishu'),
	],
	[131002, say('Feishu refused a value of the request', "Check the token; see Feishu's words below")],
	[131004, say('Feishu does not know who asks', 'Save the credential again; if it stays, ask the support of Feishu')],
	[
		131005,
		notFound(
			'The page of the wiki',
			'Check its token: it stands in the address behind /wiki/; a document of the drive has none',
		),
	],
	[
		131006,
		setup(
			'The app may not open this wiki',
			'Add the app to the page (… → More → Add document app), or make it a member of the wiki',
		),
	],
	[
		131007,
		say(
			'Feishu had a problem of its own',
			'Trying again does not help: give the log id below to the support of Feishu',
		),
	],
];
